// Who is called next: arrows in a fence or a sentence, numbered lists, levels with time bands, tables, and what a severity itself says.
#include "models/plan/written/structure.h"
#include "models/plan/written/targets.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

const QString &arrows()
{
    static const QString pattern = QStringLiteral("(?:->|=>|-->|→|⇒|➔|➜|↓|⬇|▼|(?<=\\s)>(?=\\s))");
    return pattern;
}

QString personFrom(QString text)
{
    static const Regex prefix(
        QStringLiteral("^[^\\p{L}\\p{N}@#`]*(?:(?:level|tier|l|step|stufe|niveau)\\s*\\d+\\s*[:.)–—-]+\\s*|\\d+[.)]\\s*)?"), words);
    static const Regex aside(QStringLiteral("\\s*[(\\[][^)\\]]*[)\\]]\\s*$|\\s*[(\\[].*$"));
    static const Regex ends(QStringLiteral("^[\\s:;,.–—|+-]+|[\\s:;,.–—|+-]+$"));
    text.remove(prefix).remove(aside).remove(ends);
    return text.simplified();
}

// "(If not resolved in 30 min)", "after 15 min unresolved", "first responder".
struct When
{
    std::optional<Duration> after;
    QString condition;
};

When whenFrom(const QString &text)
{
    static const Regex trims(QStringLiteral("^[\\s:(\\[–—-]+|[\\s)\\].]+$"));
    static const Regex first(QStringLiteral("first responder|primary|initial|responds to|always"), words);
    When when;
    when.condition = QString(text).remove(trims);
    if (const std::optional<Band> band = bandIn(when.condition))
        when.after = band->from ? band->from : band->until;
    else if (first.match(when.condition).hasMatch())
        when.after = Duration{};
    const std::vector<TimeRead> times = timesIn(when.condition);
    if (times.size() == 1 && times.front().length + 2 >= when.condition.size())
        when.condition.clear(); // it is nothing but a time
    return when;
}

class EscalationReader
{
public:
    EscalationReader(Plan &plan, const std::vector<DefinedSeverity> &severities) : m_plan(plan)
    {
        for (const DefinedSeverity &severity : severities)
            m_known.push_back(severity.name);
    }

    // A section on escalation, with the severities that its titles name.
    void section(const Section &section, QStringList severities)
    {
        const QStringList named = severitiesIn(section.title, m_known);
        if (!named.isEmpty())
            severities = named;
        const size_t before = m_plan.escalation.size();
        const bool levels = levelSections(section, severities);
        for (const Block &block : section.blocks)
            this->block(block, severities);
        for (const Section &child : section.sections) {
            const Part part = partOf(child);
            if (!levels && part != Part::Templates && part != Part::Scenarios && part != Part::PostmortemTemplate)
                this->section(child, severities);
        }
        if (m_plan.escalation.size() == before)
            return;
        EscalationStep &firstStep = m_plan.escalation[before];
        if (!firstStep.after && firstStep.condition.isEmpty() && firstStep.step == 1)
            firstStep.after = Duration{};
    }

    // What a severity says of itself: "Escalation: Engineering Manager within 30 minutes".
    void field(const Statement &statement)
    {
        static const Regex none(QStringLiteral("^\\W*(?:none|no\\b|n/?a|not )"), words);
        static const Regex time(QStringLiteral("\\b(?:immediate(?:ly)?|within|after|in|if|when)\\b.*$|^\\W*(?:immediate(?:ly)?|straight)?"
                                               "\\s*(?:escalat\\w*\\s*)?(?:to\\b)?"),
                                words);
        static const Regex lead(QStringLiteral("^\\W*(?:immediate(?:ly)?\\s+)?(?:escalat\\w*\\s+)?(?:immediately\\s+)?(?:to\\s+)"), words);
        if (none.match(statement.text).hasMatch())
            return;
        const QString who = personFrom(QString(statement.text).remove(lead).remove(time));
        const std::vector<TimeRead> times = timesIn(statement.text);
        const std::optional<Duration> after = times.empty() ? std::nullopt : times.front().duration;
        if (!who.isEmpty())
            add({who, {after, {}}, 1, statement.line}, statement.severities);
    }

private:
    void block(const Block &block, const QStringList &severities)
    {
        static const Regex direct(arrows());
        if (block.kind == BlockKind::Code && drawn(block, severities))
            return;
        if (block.kind == BlockKind::Paragraph) {
            for (const Line &line : block.lines) {
                if (direct.match(line.text).hasMatch())
                    chain(line.text, line.number, severities);
            }
        }
        if (block.kind == BlockKind::Table)
            table(block, severities);
        if (!block.items.empty())
            list(block, severities);
    }

    // One path a line, or a person a line with arrows between.
    bool drawn(const Block &fence, const QStringList &severities)
    {
        static const Regex arrow(QStringLiteral("^[\\s|│v]*") + arrows() + QStringLiteral("\\s*|^[\\s|│]*v\\s*(?=\\(|$)"));
        static const Regex inside(arrows());
        static const Regex bar(QStringLiteral("^[\\s|│┌┐└┘─+-]*$"));
        int step = 0;
        QString condition;
        bool any = false;
        std::vector<Reached> waiting;
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
            if (inside.match(line).hasMatch()) {
                chain(line, number, severities);
                any = true;
                continue;
            }
            static const Regex aside(QStringLiteral("\\(([^)]*)\\)"));
            const QString own = aside.match(line).captured(1);
            const QString who = personFrom(line);
            if (!who.isEmpty() && who.size() < 80)
                waiting.push_back({who, whenFrom(condition.isEmpty() ? own : condition), ++step, number});
            condition.clear();
        }
        const bool found = any || waiting.size() > 1;
        for (Reached &one : waiting) {
            if (one.step == 1 && !one.when.after && one.when.condition.isEmpty())
                one.when.after = Duration{};
            if (found)
                add(one, severities);
        }
        return found;
    }

    void chain(const QString &line, int number, const QStringList &severities)
    {
        static const Regex label(QStringLiteral("^[^:→>]{0,40}:\\s*"));
        static const Regex arrow(arrows());
        static const Regex aside(QStringLiteral("\\(([^)]*)\\)"));
        const QStringList named = severitiesIn(line.section(u':', 0, 0), m_known);
        int step = 0;
        for (const QString &part : QString(line).remove(label).split(arrow, Qt::SkipEmptyParts)) {
            const QString who = personFrom(part);
            ++step;
            if (!who.isEmpty())
                add({who, step == 1 && !part.contains(u'(') ? When{Duration{}, {}} : whenFrom(aside.match(part).captured(1)), step, number},
                    named.isEmpty() ? severities : named);
        }
    }

    void table(const Block &table, const QStringList &severities)
    {
        static const Regex who(QStringLiteral("who|contact|role|person|team|escalate to|name|rol|wie|wer|responsible|owner"), words);
        static const Regex when(QStringLiteral("when|time|after|trigger|condition|within|wanneer|wann"), words);
        static const Regex seats(QStringLiteral("^(?:roles?|rol|rolle|rôle)$"), words); // who they are, not who is next
        if (table.rows.size() < 2 || seats.match(table.rows.front().front().text).hasMatch())
            return;
        int whoColumn = -1;
        int whenColumn = -1;
        for (size_t i = 0; i < table.rows.front().size(); ++i) {
            const QString &head = table.rows.front()[i].text;
            if (when.match(head).hasMatch() && whenColumn < 0)
                whenColumn = static_cast<int>(i);
            else if (who.match(head).hasMatch() && whoColumn < 0)
                whoColumn = static_cast<int>(i);
        }
        if (whoColumn < 0 || whenColumn < 0)
            return;
        int step = 0;
        for (size_t row = 1; row < table.rows.size(); ++row) {
            const std::vector<Cell> &cells = table.rows[row];
            if (static_cast<int>(cells.size()) <= qMax(whoColumn, whenColumn))
                continue;
            const QStringList named = severitiesIn(cells.front().text, m_known);
            const QString person = personFrom(cells[static_cast<size_t>(whoColumn)].text);
            if (!person.isEmpty())
                add({person, whenFrom(cells[static_cast<size_t>(whenColumn)].text), ++step, cells.front().line},
                    named.isEmpty() ? severities : named);
        }
    }

    void list(const Block &block, const QStringList &severities)
    {
        static const Regex direct(arrows());
        static const Regex notPeople(QStringLiteral("^\\W*(?:notification|channel|contact|via|method|how|action|trigger|note)s?\\b"),
                                     words);
        const bool people = std::any_of(block.items.begin(), block.items.end(), [](const Item &item) {
            return isSeat(personFrom(item.line.text.left(60))) || item.line.text.size() > 60 || isSeat(item.line.lead);
        });
        int step = 0;
        for (const Item &item : block.items) {
            if (direct.match(item.line.text).hasMatch() && item.line.text.count(u'-') < 6) {
                chain(item.line.text, item.line.number, severities);
                continue;
            }
            if (notPeople.match(item.line.text).hasMatch())
                continue;
            if (severityAt(item.line.text) && !severitiesIn(item.line.text.left(24), m_known).isEmpty()) {
                ofSeverity(item.line);
                continue;
            }
            if (!item.ordered || item.checkbox || !people)
                continue;
            person(item.line, severities, ++step);
        }
    }

    // "1. **Level 2**: Team lead (if not resolved in 30 minutes)", "2. **Team lead**: Escalate if P0".
    void person(const Line &line, const QStringList &severities, int step)
    {
        static const Regex level(QStringLiteral("^(?:level|tier|l|step)\\s*\\d+$"), words);
        static const Regex aside(QStringLiteral("\\(([^)]*)\\)"));
        QString who = line.lead;
        QString after = line.text.mid(line.lead.size());
        if (who.isEmpty() || level.match(who).hasMatch()) {
            who = after.section(u'(', 0, 0);
            after = aside.match(after).captured(0);
            if (who.contains(QLatin1String(" - ")) || who.contains(u'–')) {
                after = who.section(Regex(QStringLiteral("\\s[-–—]\\s")), 1);
                who = who.section(Regex(QStringLiteral("\\s[-–—]\\s")), 0, 0);
            }
        }
        if (line.lead.isEmpty() && line.text.count(u' ') > 5 && seatIn(line, severities, step))
            return;
        who = personFrom(who);
        if (!who.isEmpty() && who.count(u' ') < 9)
            add({who, whenFrom(after), step, line.number}, severities);
    }

    // A whole sentence: the seat of the plan that it names last is the one who is called.
    bool seatIn(const Line &line, const QStringList &severities, int step)
    {
        qsizetype last = -1;
        QString who;
        for (const Role &role : m_plan.roles) {
            const qsizetype at = line.text.lastIndexOf(role.name, -1, Qt::CaseInsensitive);
            if (at > last) {
                last = at;
                who = role.name;
            }
        }
        if (who.isEmpty())
            return false;
        const QStringList named = severitiesIn(line.text.section(u':', 0, 0).left(24), m_known);
        const std::vector<TimeRead> times = timesIn(line.text);
        add({who, {times.empty() ? std::nullopt : times.front().duration, line.text}, step, line.number},
            line.text.contains(u':') && !named.isEmpty() ? named : severities);
        return true;
    }

    // "- **P0:** Escalate immediately if not resolved in 15 minutes": when, and nobody is named.
    void ofSeverity(const Line &line)
    {
        static const Regex to(QStringLiteral("\\bto\\s+(?:the\\s+)?([^,;.(]+?)(?:\\s+(?:within|after|if|in)\\b|[,;.(]|$)"), words);
        const QString after = line.text.section(u':', 1);
        const std::vector<TimeRead> times = timesIn(after);
        When when;
        when.condition = after.simplified();
        if (!times.empty())
            when.after = times.front().duration;
        if (times.empty() && !to.match(after).hasMatch())
            return;
        add({personFrom(to.match(after).captured(1)), when, 1, line.number}, severitiesIn(line.text.left(24), m_known));
    }

    // "### Level 2 (15-30 minutes)" with the people below.
    bool levelSections(const Section &section, const QStringList &severities)
    {
        static const Regex level(QStringLiteral("^\\W*(?:level|tier|l|stufe|niveau)\\s*(\\d+)"), words);
        static const Regex notPeople(
            QStringLiteral("^\\W*(?:notification|channel|contact|via|method|how|action|response|trigger|when|time|responsib)\\w*\\W*:"),
            words);
        static const Regex aside(QStringLiteral("\\s*\\(([^)]*)\\)"));
        bool any = false;
        for (const Section &child : section.sections) {
            const QRegularExpressionMatch match = level.match(child.title);
            if (!match.hasMatch() || child.titleKind == TitleKind::Label)
                continue;
            any = true;
            const int step = match.captured(1).toInt();
            const QRegularExpressionMatch time = aside.match(child.title);
            const std::optional<Band> band = time.hasMatch() ? bandIn(time.captured(1)) : std::nullopt;
            const std::optional<Duration> after = band ? (band->from ? band->from : band->until) : std::nullopt;
            const QString named = personFrom(child.title.mid(match.capturedLength()).remove(aside));
            Bullets people = bulletsOf(child);
            std::erase_if(people, [](const Lined<QString> &one) { return notPeople.match(one.what).hasMatch(); });
            if (!named.isEmpty())
                people = {{named, child.line}};
            for (const auto &[text, line] : people)
                add({personFrom(text), {after, aside.match(text).captured(1)}, step, line}, severities);
        }
        return any;
    }

    struct Reached // on the path
    {
        QString who;
        When when;
        int step;
        int line;
    };

    void add(const Reached &one, const QStringList &severities)
    {
        EscalationStep row;
        row.severities = severities;
        row.step = one.step;
        row.who = one.who;
        row.after = one.when.after;
        row.condition = one.when.condition;
        row.id = uniqueId((severities.isEmpty() ? QString() : severities.first() + u' ')
                              + (row.who.isEmpty() ? QStringLiteral("escalate") : row.who),
                          m_taken);
        m_plan.lines.insert(QStringLiteral("escalation/") + row.id, one.line);
        m_plan.escalation.push_back(row);
    }

    Plan &m_plan;
    std::vector<SeverityName> m_known;
    QStringList m_taken;
};

} // namespace

static bool isStep(const QString &title)
{
    static const Regex form(QStringLiteral("^\\W*(?:phase|step|stage|stap|fase)\\s*\\d"), words);
    return form.match(title).hasMatch();
}

void readEscalation(const Document &document, Plan &plan, const std::vector<DefinedSeverity> &severities)
{
    EscalationReader reader(plan, severities);
    for (const Statement &statement : statements(document, severities)) {
        if (statement.inDefinition && !statement.severities.isEmpty() && topicOfLabel(statement.label) == Topic::Escalation
            && statement.part != Part::Escalation && statement.part != Part::Templates)
            reader.field(statement);
    }
    visitSections(document.root, [&reader](const Section &section, const std::vector<Part> &) {
        const Part part = partOf(section);
        if (isStep(section.title))
            return false;
        if (part == Part::Escalation)
            reader.section(section, {});
        // Steps of the response may speak of escalation too; the path itself stands elsewhere.
        return part != Part::Escalation && part != Part::Templates && part != Part::PostmortemTemplate;
    });
}

} // namespace qd::plan::written
