// What people call the facts of an incident in their templates. The order of words, their form and small words do not matter.
#include "models/core/foldedwords.h"
#include "models/plan/placenames.h"

#include <QHash>
#include <QSet>

namespace qd::plan {
namespace {

struct Called
{
    const char *fact;
    const char *names;
};

constexpr Called table[] = {
    {"ref", "ref|reference|id|incident id|incident number|incident no|incident ref|incident reference|inc|inc id|inc number"},
    {"title",
     "title|incident|incident title|incident name|headline|issue|problem|incident headline|issue title|issue summary|incident "
     "summary|titel|"
     "titre|titulo"},
    {"severity",
     "severity|sev|severity level|sev level|priority|priority level|incident severity|incident level|severity priority|"
     "schweregrad|gravite|gravedad|ernst"},
    {"severity_name", "severity name"},
    {"status", "status|state|incident status|incident state|estado|etat"},
    {"type", "type|incident type|category|incident category|kind"},
    {"services",
     "service|services|affected service|affected services|services affected|system|systems|affected system|affected systems|"
     "component|components|affected component|affected components|service name|system name|component name|service feature|"
     "service system|services systems|product|product service|impacted service|impacted services|impacted systems|affected|"
     "affected service system|affected services systems|affected service component|dienst|servicio"},
    {"impact",
     "impact|user impact|users impact|customer impact|business impact|service impact|impact users|impact customers|"
     "what affected|what is affected|effect|symptom|symptoms|auswirkung|impacto|gevolgen"},
    {"started",
     "started|start|start time|began|begin|start date|incident start|incident start time|incident started|time started|since|"
     "beginning|started time|time of incident|incident time|incident date|incident date time|beginn|inicio|debut"},
    {"detected",
     "detected|detection time|time detected|detection|detected time|discovered|time discovered|date detected|detection date|"
     "time detection|discovery time"},
    {"declared", "declared|time declared|declaration time|declared time"},
    {"resolved",
     "resolved|resolved time|time resolved|end|end time|ended|time ended|end date|incident end|incident end time|restored|"
     "time restored|resolution timestamp|fin|ende"},
    {"duration",
     "duration|total duration|incident duration|outage duration|length|downtime|total downtime|how long|lasted|dauer|duree|"
     "duracion|duur"},
    {"ic",
     "ic|incident commander|commander|incident lead|incident manager|incident owner|ic name|incident commander name|"
     "commander name|lead name"},
    {"roles", "roles|team|response team|responders|incident team|team members"},
    {"now",
     "now|time|date|timestamp|date time|current time|today|current date|update time|time update|time stamp|as of|datum|uhrzeit|fecha|"
     "hora|heure|tijd"},
    {"next_update",
     "next update|next update time|next update eta|next communication|next status update|next scheduled update|"
     "next update due|update next time|next report|next update minutes"},
    {"actions_taken",
     "actions taken|action taken|actions|taken actions|done|done so far|steps taken|actions so far|actions taken so far|mitigation actions|"
     "current actions|actions in progress|what we have done|what we did|mitigation steps|work done|actions completed"},
    {"next_steps",
     "next step|next steps|next action|next actions|what happens next|what next|plan|coming next|what we are doing next|"
     "what were doing next"},
    {"eta",
     "eta|etr|estimated time|estimated resolution|estimated resolution time|expected resolution|expected resolution time|"
     "resolution eta|estimated time resolution|eta resolution|estimated fix time|expected fix|eta fix|"
     "estimated time of resolution|estimated recovery|expected recovery|estimated completion|expected over"},
    {"cause",
     "cause|root cause|reason|root cause analysis|suspected cause|probable cause|cause root|technical root cause|ursache|causa|"
     "oorzaak"},
    {"resolution",
     "resolution|fix|solution|remedy|what fixed|what fixed it|how fixed|resolution summary|resolution steps|fix applied|"
     "applied fix|how resolved|how it was resolved|resolution action|losung|solucion|oplossing"},
    {"timeline", "timeline|events|timeline events|incident timeline|chronology|key events"},
    {"postmortem", "postmortem|post mortem|postmortem date|postmortem due|post mortem date|post mortem due"},
    {"channel", "channel|incident channel|slack channel|chat channel|teams channel|war room channel|channel name|channel link|kanal"},
    {"status_page", "status page|status page url|status page link|statuspage|statuspage url|status page address|status url"},
    {"author", "author|sender|your name|author name|posted by|sent by|sender name|prepared by|submitted by"},
};

QString keyOf(const QStringList &words)
{
    QStringList sorted = words;
    sorted.sort();
    return sorted.join(u' ');
}

const QSet<QString> &setOf(const char *list)
{
    static QHash<QByteArray, QSet<QString>> sets;
    QSet<QString> &set = sets[list];
    if (set.isEmpty()) {
        for (const QString &word : QString::fromLatin1(list).split(u' '))
            set.insert(word);
    }
    return set;
}

constexpr char small[] = "the of a an to at on in by for is was it our this utc gmt e g eg brief short current insert enter here "
                         "approximate approx s or with please";
constexpr char describing[] = "description describe details detail summary list bulleted bullet bullets text info information explanation "
                              "explain name names";
constexpr char vague[] = "value id link url tbd what yes no sentence sentences one two three line paragraph";
constexpr char timely[] = "time date timestamp iso datetime hh mm ss yyyy dd";
constexpr char counting[] = "number count percentage percent n x y xx xxx hour hours minute minutes min mins";

QStringList without(QStringList words, const QSet<QString> &set)
{
    words.removeIf([&set](const QString &word) { return set.contains(word); });
    return words;
}

QHash<QString, QString> makeKeys()
{
    QHash<QString, QString> keys;
    for (const Called &row : table) {
        for (const QString &name : QString::fromLatin1(row.names).split(u'|')) {
            const QStringList words = without(foldedWords(name), setOf(small));
            keys.insert(keyOf(words.isEmpty() ? foldedWords(name) : words), QLatin1String(row.fact));
        }
        keys.insert(keyOf(foldedWords(QString::fromLatin1(row.fact).replace(u'_', u' '))), QLatin1String(row.fact));
    }
    return keys;
}

} // namespace

QString factNamed(const QString &words)
{
    static const QHash<QString, QString> keys = makeKeys();
    QString plain = words;
    plain.remove(QStringLiteral("(s)")).replace(u'_', u' ');
    const QStringList all = foldedWords(plain);
    const QStringList telling = without(all, setOf(small));
    for (const QStringList &tried : {all, telling, without(telling, setOf(describing))}) {
        if (QString fact = tried.isEmpty() ? QString() : keys.value(keyOf(tried)); !fact.isEmpty())
            return fact;
    }
    return {};
}

NameKind kindOfName(const QString &words)
{
    const QStringList telling = without(foldedWords(QString(words).replace(u'_', u' ')), setOf(small));
    const auto isOnly = [&telling](const QSet<QString> &set) { return without(telling, set).isEmpty(); };
    if (telling.isEmpty() || isOnly(setOf(describing) + setOf(vague)))
        return NameKind::Vague;
    if (isOnly(setOf(timely)))
        return NameKind::Timely;
    return isOnly(setOf(counting) + setOf(timely)) ? NameKind::Counting : NameKind::Telling;
}

} // namespace qd::plan
