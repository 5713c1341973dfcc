#include "models/plan/written/escalationpath.h"

#include "models/plan/written/targets.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

const QString &arrows()
{
    static const QString pattern = QStringLiteral("(?:->|=>|-->|→|⇒|➔|➜|↓|⬇|▼|(?<=\\s)>(?=\\s+[^\\d\\s]))");
    return pattern;
}

const Regex &aside()
{
    static const Regex form(QStringLiteral("\\(([^)]*)\\)"));
    return form;
}

} // namespace

QString personFrom(QString text)
{
    static const Regex prefix(
        QStringLiteral("^[^\\p{L}\\p{N}@#`]*(?:(?:level|tier|l|step|stufe|niveau)\\s*\\d+\\s*[:.)–—-]+\\s*|\\d+[.)]\\s*)?"), words);
    static const Regex verb(
        QStringLiteral("^(?:immediately\\s+)?(?:notify|contact|page|call|inform|alert|escalate to|engage|loop in)\\s+(?:the\\s+)?"), words);
    static const Regex behind(QStringLiteral("\\s*[(\\[][^)\\]]*[)\\]]\\s*$|\\s*[(\\[].*$"));
    static const Regex ends(QStringLiteral("^[\\s:;,.–—|+-]+|[\\s:;,.–—|+-]+$"));
    text.remove(prefix).remove(behind).remove(ends).remove(verb);
    return text.simplified();
}

bool isNobody(const QString &who)
{
    static const Regex form(
        QStringLiteral(
            "^\\W*(?:none\\b.*|no\\b.*|n/?a|not\\b.*|-+|tbd|optional.*|as needed|if needed|yes|standard.*|automatic|"
            "normal.*|immediate(?:ly)?|always|.*\\b(?:business|working) (?:day|hour)s?.*|.*\\b(?:backlog|sprint|"
            "queue)\\b.*|.*\\b(?:channels?|e-?mail|notification|documentation)\\b.*|next .*|after .*|within .*|if .*|when .*)\\W*$"),
        words);
    if (who.isEmpty() || form.match(who).hasMatch())
        return true;
    const std::vector<TimeRead> times = timesIn(who);
    return times.size() == 1 && times.front().length + 3 >= who.size();
}

bool hasArrow(const QString &text)
{
    static const Regex form(arrows());
    return form.match(text).hasMatch();
}

When whenFrom(const QString &text)
{
    static const Regex trims(QStringLiteral("^[\\s:(\\[–—-]+|[\\s)\\].]+$"));
    static const Regex lead(QStringLiteral("^(?:after|at|within)\\s+"), words);
    static const Regex first(QStringLiteral("first responder|primary|initial|responds to|always|first contact"), words);
    When when;
    when.condition = QString(text).remove(trims);
    if (const std::optional<Band> band = bandIn(when.condition))
        when.after = band->from ? band->from : band->until;
    else if (first.match(when.condition).hasMatch())
        when.after = Duration{};
    const std::vector<TimeRead> times = timesIn(when.condition);
    if (times.size() == 1 && !when.after)
        when.after = times.front().duration;
    if (times.size() == 1 && times.front().length + 2 >= QString(when.condition).remove(lead).size())
        when.condition.clear();
    return when;
}

std::optional<QStringList> whoAndWhen(const QString &text)
{
    static const Regex form(QStringLiteral("^(.*?\\p{L})\\s*[:,]?\\s+((?:after|within|if|when|at|from|immediately|instantly|once)\\b.*)$"),
                            words);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || timesIn(match.captured(2)).empty())
        return std::nullopt;
    return QStringList{match.captured(1), match.captured(2)};
}

Path chainIn(const QString &line, int number, const PathContext &context)
{
    static const Regex label(QStringLiteral("^[^:→>]{0,40}:\\s*"));
    static const Regex arrow(arrows());
    const QStringList named = severitiesIn(line.section(u':', 0, 0), context.known);
    Path path;
    int step = 0;
    for (const QString &part : QString(line).remove(label).split(arrow, Qt::SkipEmptyParts)) {
        const QString who = personFrom(part);
        ++step;
        if (!who.isEmpty())
            path.push_back({who, step == 1 && !part.contains(u'(') ? When{Duration{}, {}} : whenFrom(aside().match(part).captured(1)), step,
                            number, named.isEmpty() ? context.severities : named});
    }
    return path;
}

// One path a line, or a person a line with arrows between.
Path drawnIn(const Block &fence, const PathContext &context)
{
    static const Regex arrow(QStringLiteral("^[\\s|│v]*") + arrows() + QStringLiteral("\\s*|^[\\s|│]*v\\s*(?=\\(|$)"));
    static const Regex bar(QStringLiteral("^[\\s|│┌┐└┘─+-]*$"));
    Path path;
    Path down;
    int step = 0;
    bool any = false;
    QString condition;
    int number = fence.line;
    for (const QString &line : fence.text.split(u'\n')) {
        ++number;
        if (bar.match(line).hasMatch())
            continue;
        const QRegularExpressionMatch match = arrow.match(line);
        if (match.hasMatch()) {
            condition = line.mid(match.capturedLength());
            any = true;
            continue;
        }
        if (hasArrow(line)) {
            join(path, chainIn(line, number, context));
            any = true;
            continue;
        }
        const QString own = aside().match(line).captured(1);
        const QString who = personFrom(line);
        When when = whenFrom(condition.isEmpty() ? own : condition);
        if (!who.isEmpty() && who.size() < 80) {
            if (++step == 1 && !when.after && when.condition.isEmpty())
                when.after = Duration{};
            down.push_back({who, when, step, number, context.severities});
        }
        condition.clear();
    }
    if (any || down.size() > 1)
        std::move(down.begin(), down.end(), std::back_inserter(path));
    return path;
}

void join(Path &path, Path chain)
{
    const bool goesOn = !path.empty() && !chain.empty() && path.back().who.compare(chain.front().who, Qt::CaseInsensitive) == 0
        && path.back().severities == chain.front().severities;
    const int before = goesOn ? path.back().step - 1 : 0;
    for (size_t i = goesOn ? 1 : 0; i < chain.size(); ++i) {
        path.push_back(std::move(chain[i]));
        path.back().step += before;
    }
}

} // namespace qd::plan::written
