// Paths of escalation in tables: a person a row, or a severity a row with a person a column.
#include "models/plan/written/escalationpath.h"
#include "models/plan/written/targets.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

bool isWhen(const QString &head)
{
    static const Regex form(QStringLiteral("when|time|after|trigger|condition|within|wanneer|wann|criteria|threshold|duration|window|sla"),
                            words);
    return form.match(head).hasMatch();
}

bool isHow(const QString &head)
{
    static const Regex form(QStringLiteral("method|channel|via|phone|e-?mail|slack|how|descript|responsib|action|example|impact|definition|"
                                           "availab|scope|reach|update|response|status|frequency|tool|communicat|notes?$|details"),
                            words);
    return form.match(head).hasMatch();
}

// The surer the word, the sooner it is taken: "Role | Contact" names people by their role.
int whoColumn(const std::vector<Cell> &heads)
{
    static const Regex forms[] = {
        Regex(QStringLiteral("escalat\\w* to|who|person|wie|wer"), words),
        Regex(QStringLiteral("^(?:role|rol|rolle|rôle|position|team|function)s?\\b"), words),
        Regex(QStringLiteral("name|responsible|owner|contact|team|role|notif"), words),
        Regex(QStringLiteral("^escalat"), words),
    };
    for (const Regex &form : forms) {
        for (size_t i = 0; i < heads.size(); ++i) {
            if (form.match(heads[i].text).hasMatch() && !isWhen(heads[i].text) && !isHow(heads[i].text))
                return static_cast<int>(i);
        }
    }
    return -1;
}

int whenColumn(const std::vector<Cell> &heads)
{
    for (size_t i = 0; i < heads.size(); ++i) {
        if (isWhen(heads[i].text))
            return static_cast<int>(i);
    }
    return -1;
}

// "SEV1 | On-call | Lead | Director" below "Severity | First contact | Escalation (15 min) | Escalation (30 min)".
void readAcross(const std::vector<Cell> &heads, const std::vector<Cell> &row, const QStringList &severities, Path &path)
{
    int step = 0;
    std::optional<When> pending;
    for (size_t i = 1; i < row.size() && i < heads.size(); ++i) {
        const std::vector<TimeRead> headTimes = timesIn(heads[i].text);
        const QString who = personFrom(row[i].text);
        if (isHow(heads[i].text))
            continue;
        if (headTimes.empty() && (isWhen(heads[i].text) || (!timesIn(row[i].text).empty() && isNobody(who)))) {
            if (step > 1 && !path.back().when.after)
                path.back().when = whenFrom(row[i].text);
            else
                pending = whenFrom(row[i].text);
            continue;
        }
        if (isNobody(who))
            continue;
        When when;
        if (!headTimes.empty())
            when.after = headTimes.front().duration;
        else if (pending && step > 0)
            when = *pending;
        else if (++step == 1)
            when.after = Duration{};
        else
            when = whenFrom(row[i].text.section(u'(', 1));
        step = qMax(step, 1);
        const int position = path.empty() || path.back().line != row[i].line ? 1 : path.back().step + 1;
        path.push_back({who, when, position, row[i].line, severities});
    }
}

// A severity a row; otherwise there is no path.
Path matrixIn(const Block &table, const PathContext &context)
{
    const std::vector<Cell> &heads = table.rows.front();
    Path path;
    size_t named = 0;
    for (size_t row = 1; row < table.rows.size(); ++row) {
        const QStringList severities = severitiesIn(table.rows[row].front().text, context.known);
        named += !severities.isEmpty();
        if (!severities.isEmpty())
            readAcross(heads, table.rows[row], severities, path);
    }
    return named * 2 > table.rows.size() - 1 ? path : Path();
}

// "Role | SEV1 | SEV2" with the times in the cells.
Path columnsIn(const Block &table, const PathContext &context)
{
    const std::vector<Cell> &heads = table.rows.front();
    Path path;
    size_t named = 0;
    for (size_t i = 1; i < heads.size(); ++i) {
        const QStringList severities = severitiesIn(heads[i].text, context.known);
        named += !severities.isEmpty();
        int step = 0;
        for (size_t row = 1; row < table.rows.size() && !severities.isEmpty(); ++row) {
            const std::vector<Cell> &cells = table.rows[row];
            static const Regex nobody(QStringLiteral("^\\W*(?:no|none|n/?a|-|optional)?\\W*$"), words);
            if (i >= cells.size() || nobody.match(cells[i].text).hasMatch())
                continue;
            const bool timed = isNobody(personFrom(cells.front().text)) && !timesIn(cells.front().text).empty();
            const QString who = personFrom(cells[timed ? i : 0].text);
            if (!isNobody(who))
                path.push_back({who, whenFrom(cells[timed ? 0 : i].text), ++step, cells.front().line, severities});
        }
    }
    return named > 1 && named + 1 >= heads.size() ? path : Path();
}

Path peopleIn(const Block &table, int who, int when, const PathContext &context)
{
    Path path;
    int step = 0;
    for (size_t row = 1; row < table.rows.size(); ++row) {
        const std::vector<Cell> &cells = table.rows[row];
        if (static_cast<int>(cells.size()) <= qMax(who, when))
            continue;
        const QStringList named = severitiesIn(cells.front().text, context.known);
        const QString person = personFrom(cells[static_cast<size_t>(who)].text);
        const When at = when < 0 ? When() : whenFrom(cells[static_cast<size_t>(when)].text);
        if (!isNobody(person))
            path.push_back({person, at, ++step, cells.front().line, named.isEmpty() ? context.severities : named});
    }
    return path;
}

bool listsSeats(const Block &table)
{
    static const Regex seats(QStringLiteral("^(?:roles?|rol|rolle|rôle|name|contact|position|team)$"), words);
    return seats.match(table.rows.front().front().text).hasMatch();
}

} // namespace

Path tableIn(const Block &table, const PathContext &context)
{
    if (table.rows.size() < 2 || table.rows.front().empty())
        return {};
    if (Path path = columnsIn(table, context); !path.empty() || listsSeats(table))
        return path;
    const std::vector<Cell> &heads = table.rows.front();
    static const Regex ordered(QStringLiteral("^\\W*(?:level|tier|step|order|stufe|niveau|niveles?|#)"), words);
    const int who = whoColumn(heads);
    const int when = whenColumn(heads);
    const auto people =
        std::count_if(heads.begin() + 1, heads.end(), [](const Cell &head) { return !isHow(head.text) && !isWhen(head.text); });
    if (people > 1 || when < 0) {
        Path path = matrixIn(table, context);
        if (!path.empty())
            return path;
    }
    return who >= 0 && (when >= 0 || ordered.match(heads.front().text).hasMatch()) ? peopleIn(table, who, when, context) : Path();
}

Path contactsIn(const Block &table, const PathContext &context)
{
    if (table.rows.size() < 2 || table.rows.front().empty() || !listsSeats(table))
        return {};
    const std::vector<Cell> &heads = table.rows.front();
    static const Regex escalation(QStringLiteral("^escalat"), words);
    int when = whenColumn(heads);
    for (size_t i = 1; when < 0 && i < heads.size(); ++i) {
        if (escalation.match(heads[i].text).hasMatch())
            when = static_cast<int>(i);
    }
    return when > 0 ? peopleIn(table, 0, when, context) : Path();
}

} // namespace qd::plan::written
