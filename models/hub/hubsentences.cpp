#include "models/hub/hubsentences.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>
#include <vector>

namespace qd::hub {
namespace {

struct SentenceRow
{
    const char *states;   // SQLSTATEs or beginnings of one, separated by blanks; empty: none
    const char *words;    // of the message, '|' between those of which one is enough; empty: none
    ErrorCode code;       // Storage: it passes
    const char *sentence; // with {hosts}, {database} and {login}
};

constexpr ErrorCode passes = ErrorCode::Storage;
constexpr ErrorCode person = ErrorCode::Refused;

// The first row that fits is taken: what a person must do stands before what passes, as one of two hosts may be down besides.
const std::vector<SentenceRow> &sentenceTable()
{
    static const std::vector<SentenceRow> table{
        // clang-format off
        {"28P01", "password authentication failed", person,
         "the hub at {hosts} does not take this password for {login}; type it again, or ask the hub's administrator for "
         "another"},
        {"", "no password supplied|empty password returned", person,
         "the hub at {hosts} asks for the password of {login}; 'hub join' asks for it and keeps it in the keychain, or "
         "write it into ~/.pgpass"},
        {"", "has group or world access|could not load private key|present, but not private key|could not read certificate "
         "file|could not open certificate file|private key file", person,
         "the client certificate cannot be used; sslcert and sslkey in the hub's address name the two files, which have "
         "to belong together, and the key's file may be readable for nobody else (chmod 600)"},
        {"", "requires a valid client certificate|certificate authentication failed|unknown ca|alert bad certificate", person,
         "the hub at {hosts} does not know the certificate that {login} comes with; ask its administrator for one and "
         "name it with sslcert and sslkey in the hub's address"},
        {"", "does not match host name", person,
         "the server at {hosts} has a certificate for another host, so it may be somebody else; write the name that is "
         "in the certificate into the hub's address, or have the server's certificate mended"},
        {"", "root certificate file", person,
         "there is no list of trusted authorities to check {hosts} against; put the authority's certificate into "
         "~/.postgresql/root.crt, or name it with sslrootcert in the hub's address"},
        {"", "certificate has expired", person,
         "the certificate of the server at {hosts} has expired; its administrator has to renew it (look at the clock of "
         "this machine too)"},
        {"", "certificate verify failed|self-signed certificate|self signed certificate|unable to get local issuer", person,
         "the certificate of the server at {hosts} is of an authority that is not trusted here; put that authority's "
         "certificate into ~/.postgresql/root.crt, or name it with sslrootcert in the hub's address"},
        {"", "server does not support SSL", person,
         "the server at {hosts} offers no TLS, so what is sent to it could be read on the way; have it switched on there"
         " (ssl = on), or write sslmode=disable into the hub's address if the way is safe by itself"},
        {"", "SSL error", passes,
         "no secure connection to {hosts} came about; it is tried again"},
        {"", "GSSAPI", person,
         "the Kerberos ticket of {login} is not taken by the hub at {hosts}; get a new one with kinit"},
        {"", "no pg_hba.conf entry", person,
         "the server at {hosts} lets {login} in from this machine in no way; its administrator has to add a line to "
         "pg_hba.conf, or it wants TLS or a certificate"},
        {"", "authentication failed for user", person,
         "the server at {hosts} does not let {login} in; write another login into the hub's address, or ask its "
         "administrator"},
        {"", "is not permitted to log in", person,
         "{login} may not log in at {hosts}; the hub's administrator has to allow it (ALTER ROLE … LOGIN)"},
        {"", "role \"", person,
         "the server at {hosts} knows no login {login}; look at how it is spelt, or ask the hub's administrator for one"},
        {"28000", "", person,
         "the server at {hosts} does not let {login} in from this machine; look at how the login is spelt, or ask its administrator"},
        {"42501", "permission denied|User does not have CONNECT privilege", person,
         "{login} has no part in the hub {database} at {hosts}; its administrator gives one with 'hub grant {login} "
         "responder'"},
        {"3D000", "database \"", person,
         "there is no database {database} at {hosts}; look at how it is spelt, or have it made (createdb {database})"},
        {"3F000 42P01 42883", "", person,
         "{database} at {hosts} is a database without a hub of this version; 'hub init' makes one there, and brings an "
         "older one up to date"},
        {"53100", "No space left on device", passes,
         "the hub at {hosts} is full: its administrator has to make room. What is written here waits in this file"},
        {"53300", "too many clients|remaining connection slots|too many connections", passes,
         "the server at {hosts} takes no more connections at present; it is tried again (its administrator may raise "
         "max_connections)"},
        {"53 54", "", passes,
         "the server at {hosts} has not enough of something it needs; it is tried again, and its administrator finds the"
         " reason in its log"},
        {"57P03", "is starting up|not yet accepting connections|in recovery mode", passes,
         "the server at {hosts} is starting; it is tried again"},
        {"57P01 57P02", "is shutting down|terminating connection", passes,
         "the server at {hosts} is stopping; it is tried again"},
        {"25006", "session is read-only|in hot standby mode|read-only transaction", passes,
         "the server at {hosts} can only be read at present (a standby); as soon as it, or another of the address, is "
         "the primary, it goes on"},
        {"", "could not translate host name", passes,
         "no host is known by the name in {hosts}; look at how it is spelt, and whether this machine is on the network"},
        {"", "timeout expired|timed out|was broken", passes,
         "the server at {hosts} does not answer; it is tried again. Look whether the network lets port and host through"},
        {"", "Connection refused|No such file or directory", passes,
         "at {hosts} nothing answers: the server is down, or listens at another port; it is tried again"},
        {"", "Network is unreachable|No route to host|Host is down", passes,
         "this machine has no way to {hosts}: it is off the network, or the address is wrong; it is tried again"},
        {"40 55 57014 0A000", "", passes,
         "the hub at {hosts} was busy; it is tried again"},
        {"58 XX", "", passes,
         "the server at {hosts} has trouble with its disk or itself; its administrator finds the reason in its log. What"
         " is written here waits in this file"},
        {"", "", passes,
         "the connection to the hub at {hosts} was lost; it is tried again"},
        // clang-format on
    };
    return table;
}

constexpr std::pair<const char *, const char *> refusals[] = {
    // clang-format off
    {"author", "this login may not write in the name of another; an administrator of the hub may bring entries of others there"},
    {"observer", "this login may only read the hub; its administrator makes you a responder with 'hub grant'"},
    {"unknown-incident", "the hub has no such incident, or none that this login may see; a member of it can add you"},
    {"fork", "the hub has other entries under these numbers, or they are of another login: a copy of this file has written there"},
    {"mixed-chain", "entries of a restricted incident stand between others here, and would be missed by those who may not see them"},
    {"last-member", "a restricted incident keeps at least one member: nobody could see it any more, nor let anybody in"},
    {"hash", "the entry is not as it was written: 'verify' says which one was altered"},
    {"ahead", "the entry is stamped too far ahead of the hub's clock; set the clock of this machine"},
    {"too-large", "the entry is larger than a hub takes; put what is large into an attachment"},
    {"malformed", "the hub cannot read the entry; install the version that your team uses"},
    // clang-format on
};

bool hasState(const SentenceRow &row, const QString &state)
{
    const QStringList states = QString::fromLatin1(row.states).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::any_of(states.begin(), states.end(), [&state](const QString &beginning) { return state.startsWith(beginning); });
}

bool hasWords(const SentenceRow &row, const QString &message)
{
    const QStringList words = QString::fromUtf8(row.words).split(QLatin1Char('|'), Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), [&message](const QString &word) { return message.contains(word); });
}

// An answer to a statement has its state; only where there is none, words decide.
bool fits(const SentenceRow &row, const HubTrouble &trouble)
{
    if (!trouble.state.isEmpty())
        return hasState(row, trouble.state);
    return hasWords(row, trouble.message) || (!*row.words && !*row.states);
}

QString filled(QString sentence, const HubAddress &address)
{
    const QString login = address.login.isEmpty() ? QStringLiteral("this login") : address.login;
    return sentence.replace(QLatin1String("{hosts}"), address.hostNames())
        .replace(QLatin1String("{database}"), address.database)
        .replace(QLatin1String("{login}"), login);
}

// "ERROR:  An observer may not add attachments.\nCONTEXT: …" -> the sentence, in the house's form
QString spoken(const QString &message)
{
    QString line = withoutSeverity(message);
    if (line.endsWith(QLatin1Char('.')))
        line.chop(1);
    return line;
}

} // namespace

Error hubError(const HubAddress &address, const HubTrouble &trouble)
{
    const QString detail = trouble.state.isEmpty() ? trouble.message : trouble.state + QStringLiteral(": ") + trouble.message;
    if (trouble.state.startsWith(QLatin1String("QD"))) // the hub's own words are a sentence already
        return {ErrorCode::Refused, spoken(trouble.message), detail};
    const std::vector<SentenceRow> &table = sentenceTable();
    const auto row = std::find_if(table.begin(), table.end(), [&trouble](const SentenceRow &one) { return fits(one, trouble); });
    if (row != table.end())
        return {row->code, filled(QString::fromUtf8(row->sentence), address), detail};
    const QString unknown = QStringLiteral("the hub {database} at {hosts} does not understand this program; install the version that your "
                                           "team uses on both sides");
    return {ErrorCode::Refused, filled(unknown, address), detail};
}

bool isInAnotherLanguage(const QString &message)
{
    static const QRegularExpression ofServer(QStringLiteral(": \\p{L}+:  "));
    const std::vector<SentenceRow> &table = sentenceTable();
    return ofServer.match(message).hasMatch()
        && std::none_of(table.begin(), table.end(), [&message](const SentenceRow &row) { return hasWords(row, message); });
}

QString withoutSeverity(const QString &message)
{
    static const QRegularExpression severity(QStringLiteral("^\\p{L}+:  "));
    return message.section(QLatin1Char('\n'), 0, 0).remove(severity).trimmed();
}

QString refusalSentence(const QString &reason)
{
    for (const auto &[word, sentence] : refusals) {
        if (reason == QLatin1String(word))
            return QString::fromUtf8(sentence);
    }
    return reason;
}

bool wantsPassword(const Error &error)
{
    return error.code == ErrorCode::Refused
        && (error.detail.contains(QLatin1String("password authentication failed"))
            || error.detail.contains(QLatin1String("no password supplied")) || error.detail.startsWith(QLatin1String("28P01")));
}

} // namespace qd::hub
