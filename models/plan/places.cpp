#include "models/plan/places.h"

#include "models/core/foldedwords.h"
#include "models/core/incident.h"
#include "models/plan/placenames.h"

#include <QRegularExpression>

namespace qd::plan {
namespace {

using Regex = QRegularExpression;

// One alternative a notation. What is inside is captured by the group of its number.
const Regex &notations()
{
    static const Regex form(
        QStringLiteral("\\{\\{\\s*([^{}\\n]{1,60}?)\\s*\\}\\}"                                                // 1: {{title}}
                       "|(?<![!\\]\\w\\\\])\\[([^\\[\\]{}\\n]{1,80})\\](?!\\(|\\[|:[ \\t]*(?:https?:|<|www))" // 2: [SERVICE NAME]
                       "|((?:\\b(?:SEV|Sev|P|S)-?)?\\$?\\{(?![a-z]\\})[A-Za-z0-9][^{}\"';=\\n]{0,80}\\})"     // 3: {Name}, SEV{N}
                       "|(?<![\\w<\\\\])<([A-Za-z][A-Za-z0-9 _/-]{1,60})>"                                    // 4: <release-id>
                       "|(?<![\\w_])(_{3,})(?![\\w_])"                                                        // 5: ____
                       "|\\b((?:INC|INCIDENT)-(?:X{2,}|#{2,}|N{2,}|YYYY\\w*(?:-X+)?))(?!\\w)"                 // 6: INC-XXXX
                       "|\\b(YYYY-MM-DD(?:[ T](?:HH:MM|XX:XX)(?::SS)?)?|(?:DD|MM)/(?:DD|MM)/YYYY|XX:XX|HH:MM(?::SS)?)\\b" // 7: XX:XX
                       "|\\b(X{2,})\\b"),                                                                                 // 8: XX users
        Regex::UseUnicodePropertiesOption);
    return form;
}

bool isTagOfHtml(const QString &name)
{
    static const QStringList tags =
        QStringLiteral("a b i u p s br hr h1 h2 h3 h4 h5 h6 li ol ul dl dt dd td th tr em tt div pre img sub sup kbd del "
                       "ins code span font table tbody thead strong small center details summary blockquote body html "
                       "head script style here channel everyone")
            .split(u' ');
    return tags.contains(name.section(u' ', 0, 0).toLower());
}

// "[P1]", "[RESOLVED]", "[URGENT]": says what a message is.
bool isLabel(const QString &name)
{
    static const QStringList labels =
        QStringLiteral(
            "incident update alert urgent resolved investigating identified monitoring mitigating mitigated closed open critical high "
            "medium low major minor internal external draft final initial exercise drill test security maintenance outage restricted "
            "confidential action required status notice escalation important info warning all clear new ongoing over")
            .split(u' ');
    static const Regex severity(QStringLiteral("^(?:p|s|sev|severity|level|prio|priority|tier)[-\\s]?\\d$"), Regex::CaseInsensitiveOption);
    if (severity.match(name).hasMatch())
        return true;
    const QStringList words = foldedWords(name);
    const bool shouted = name == name.toUpper() || words.size() == 1;
    return shouted && name.compare(QLatin1String("status"), Qt::CaseInsensitive) != 0
        && std::all_of(words.begin(), words.end(), [](const QString &word) { return labels.contains(word); });
}

bool isPlaceInBrackets(const QString &name)
{
    static const Regex letter(QStringLiteral("\\p{L}|#{2,}"), Regex::UseUnicodePropertiesOption);
    static const Regex moment(
        QStringLiteral("^\\d{2,4}[-:/.]\\d{2}|\\d{4}-\\d{2}-\\d{2}|\\b\\d{1,2}:\\d{2}\\b")); // a time that stands there already
    static const Regex reference(QStringLiteral("^[A-Z]{2,8}-(?=\\w*\\d)[A-Z0-9]{2,}$"));
    return letter.match(name).hasMatch() && !moment.match(name).hasMatch() && !reference.match(name).hasMatch() && !isLabel(name.trimmed());
}

// "P0/P1/P2" is the severity, "Investigating | Resolved" the status.
QString factOfChoice(const QString &name)
{
    static const Regex separator(QStringLiteral("\\s*[/|]\\s*"));
    static const Regex severity(QStringLiteral("^(?:p|s|sev|level)[-\\s]?\\d$|^(?:critical|high|medium|low|major|minor)$"),
                                Regex::CaseInsensitiveOption);
    const QStringList parts = name.split(separator, Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return {};
    const auto all = [&parts](const auto &is) { return std::all_of(parts.begin(), parts.end(), is); };
    if (all([](const QString &part) { return severity.match(part.trimmed()).hasMatch(); }))
        return QStringLiteral("severity");
    const auto status = [](const QString &part) { return statusIsKnown(part.trimmed().toLower()); };
    return std::any_of(parts.begin(), parts.end(), status) ? QStringLiteral("status") : QString();
}

bool isTime(const QString &fact)
{
    static const QStringList times =
        QStringLiteral("started detected declared resolved now next_update eta postmortem duration").split(u' ');
    return times.contains(fact);
}

bool suits(const QString &fact, const QString &name, NameKind kind)
{
    if (name.contains(QLatin1String("name"), Qt::CaseInsensitive) && isTime(fact))
        return false; // "Detected by: [Name]"
    if (kind == NameKind::Counting)
        return fact == QLatin1String("ref") || fact == QLatin1String("severity");
    return kind != NameKind::Timely || isTime(fact);
}

struct Before // what stands on the line before a place
{
    QString label;       // "Next update: "
    QStringList runsUp;  // "the next update by", "next update by", …: where there is no colon
    bool begins = false; // nothing stands before it
};

Before before(const QString &text, qsizetype from)
{
    static const Regex label(QStringLiteral("([^:|>\\n.!?;,}\\]]{2,60})(?::|\\x{FF1A}|\\|)[\\s*_\"'`(]*$"));
    static const Regex preposition(QStringLiteral("\\b(?:at|by|since|on|until)\\s+[*_\"'`(]*$"), Regex::CaseInsensitiveOption);
    const qsizetype start = from == 0 ? 0 : text.lastIndexOf(u'\n', from - 1) + 1;
    const QString line = text.mid(start, from - start);
    Before found;
    found.begins = line.trimmed().isEmpty() || line.trimmed() == QLatin1String("[");
    if (const auto match = label.match(line); match.hasMatch())
        found.label = match.captured(1).trimmed();
    else if (preposition.match(line).hasMatch()) {
        const QStringList words = foldedWords(line);
        for (qsizetype count = qMin<qsizetype>(5, words.size()); count > 1; --count)
            found.runsUp << words.mid(words.size() - count).join(u' ');
    }
    return found;
}

QString factOf(const QString &name, const Before &before)
{
    if (const QString choice = factOfChoice(name); !choice.isEmpty())
        return choice;
    const NameKind kind = kindOfName(name);
    QString own = factNamed(name);
    if (own.isEmpty() && kind == NameKind::Timely)
        own = QStringLiteral("now");
    if (kind == NameKind::Telling && !own.isEmpty())
        return own;
    const QStringList tried = before.label.isEmpty() ? before.runsUp : QStringList{before.label + u' ' + name, before.label};
    for (const QString &words : tried) {
        if (QString fact = factNamed(words); !fact.isEmpty() && suits(fact, name, kind))
            return fact;
    }
    const bool alone = before.label.isEmpty() && (kind != NameKind::Timely || before.begins);
    return alone && suits(own, name, kind) ? own : QString();
}

QString plainLabel(const QString &label)
{
    static const Regex dressing(QStringLiteral("^[\\s*_#|>.)\\d-]+|[\\s*_]+$"));
    return QString(label).remove(dressing);
}

class Reader
{
public:
    explicit Reader(const QString &text) : m_text(text) { }

    std::vector<Place> read()
    {
        for (auto it = notations().globalMatch(m_text); it.hasNext();)
            take(it.next());
        return std::move(m_places);
    }

private:
    void take(const QRegularExpressionMatch &match)
    {
        const int notation = match.lastCapturedIndex();
        QString name = match.captured(notation).trimmed();
        if (notation == 1) {
            const QString fact = factNamed(name);
            m_places.push_back({match.capturedStart(), match.capturedLength(), name, fact});
            return;
        }
        if ((notation == 2 && (!isPlaceInBrackets(name) || isCheckBox(match, name))) || (notation == 4 && isTagOfHtml(name))
            || (notation == 5 && isRule(match)))
            return;
        if (notation == 3)
            name = innerOf(name);
        add(match, notation, name);
    }

    void add(const QRegularExpressionMatch &match, int notation, const QString &name)
    {
        const Before said = before(m_text, match.capturedStart());
        const bool counted = notation == 3 && !match.captured().startsWith(u'{') && !match.captured().startsWith(u'$'); // SEV{N}
        const QString fact = counted ? QStringLiteral("severity")
            : notation == 6          ? QStringLiteral("ref")
            : notation == 5          ? factOf({}, said)
                                     : factOf(notation == 7 ? QStringLiteral("time") : name, said);
        const bool telling = notation < 5 && kindOfName(name) == NameKind::Telling;
        const QString label = plainLabel(said.label);
        m_places.push_back({match.capturedStart(), match.capturedLength(), telling || label.isEmpty() ? name : label, fact});
    }

    static QString innerOf(const QString &braces)
    {
        const qsizetype open = braces.indexOf(u'{');
        return braces.mid(open + 1, braces.size() - open - 2).trimmed();
    }

    // "- [X] done"; "[X] minutes" is a place.
    [[nodiscard]] bool isCheckBox(const QRegularExpressionMatch &match, const QString &name) const
    {
        static const Regex bullet(QStringLiteral("^\\s*(?:[-*+]|\\d+[.)])?\\s*$"));
        const qsizetype start = match.capturedStart();
        const qsizetype from = start == 0 ? 0 : m_text.lastIndexOf(u'\n', start - 1) + 1;
        return name.size() < 2 && (name != name.toUpper() || bullet.match(m_text.mid(from, start - from)).hasMatch());
    }

    // A line of nothing but underscores divides a text.
    [[nodiscard]] bool isRule(const QRegularExpressionMatch &match) const
    {
        const qsizetype start = match.capturedStart();
        const qsizetype from = start == 0 ? 0 : m_text.lastIndexOf(u'\n', start - 1) + 1;
        const qsizetype end = m_text.indexOf(u'\n', match.capturedEnd());
        const QString line = m_text.mid(from, (end < 0 ? m_text.size() : end) - from);
        return line.trimmed() == match.captured();
    }

    const QString &m_text;
    std::vector<Place> m_places;
};

} // namespace

std::vector<Place> placesIn(const QString &text)
{
    return Reader(text).read();
}

} // namespace qd::plan
