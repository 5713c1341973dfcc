// Who is called next: arrows in a fence or a sentence, numbered lists, levels with time bands, tables, and what a severity itself says.
#include "models/plan/written/escalationpath.h"
#include "models/plan/written/structure.h"
#include "models/plan/written/targets.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

const Regex &levelForm()
{
    static const Regex form(QStringLiteral("^\\W*(?:level|tier|l|stufe|niveau|step)\\s*(\\d+)\\b"), words);
    return form;
}

// "Page the owner of the service", "Unable to resolve".
bool isTask(const QString &who)
{
    static const Regex verb(
        QStringLiteral("^(?:open|page|notify|contact|escalate|detect|if|close|check|alert|inform|send|post|call|acknowledge|"
                       "assess|attempt|try|create|start|declare|assign|update|review|unable|engineer (?:can|is)|for|any|"
                       "no|all|wait|document|provide|gather|follow|use|join|investigate|confirm|verify)\\b"),
        words);
    return who.count(u' ') > 7 || verb.match(who).hasMatch();
}

bool isCalled(const QString &who)
{
    return isSeat(who) && !isTask(who);
}

bool tellsWhenOnly(const QString &title)
{
    static const Regex form(
        QStringLiteral("^\\W*(?:[\\d.]+\\s*)?(?:when\\b|criteria|triggers?|escalation (?:criteria|triggers?|rules|conditions))"), words);
    return form.match(title).hasMatch();
}

class EscalationReader
{
public:
    EscalationReader(Plan &plan, const std::vector<DefinedSeverity> &severities) : m_plan(plan)
    {
        for (const DefinedSeverity &severity : severities)
            m_known.push_back(severity.name);
    }

    // A section on escalation; of its contacts only where nothing else says who is next.
    void section(const Section &section)
    {
        m_path.clear();
        read(section, {});
        if (m_path.empty())
            m_contacts.push_back(&section);
        if (!m_path.empty() && !m_path.front().when.after && m_path.front().when.condition.isEmpty() && m_path.front().step == 1)
            m_path.front().when.after = Duration{};
        keep();
    }

    // A document that says no more than whom to call: in their order.
    void finish()
    {
        for (const Section *section : m_contacts) {
            if (m_plan.escalation.empty())
                readContacts(*section, static_cast<int>(m_path.size()));
        }
        keep();
    }

    // "Role | Contact | Escalation" with the times, wherever it stands.
    void contacts(const Section &section)
    {
        static const Regex head(QStringLiteral("^escalat\\w*(?: (?:after|time))?$"), words);
        for (const Block &block : section.blocks) {
            const bool tells = block.rows.size() > 1
                && std::any_of(block.rows.front().begin() + 1, block.rows.front().end(),
                               [](const Cell &cell) { return head.match(cell.text).hasMatch(); });
            if (tells)
                join(m_path, contactsIn(block, {m_known, {}}));
        }
        keep();
    }

    // What a severity says of itself: "Escalation: Engineering Manager within 30 minutes".
    void field(const Statement &statement)
    {
        static const Regex time(QStringLiteral("\\b(?:immediate(?:ly)?|within|after|in|if|when)\\b.*$|^\\W*(?:immediate(?:ly)?|straight)?"
                                               "\\s*(?:escalat\\w*\\s*)?(?:to\\b)?"),
                                words);
        static const Regex lead(
            QStringLiteral("^\\W*(?:(?:automatic|immediate)(?:ly)?\\s+)?(?:escalat\\w*\\s+)?(?:immediately\\s+)?(?:to\\s+)"), words);
        if (isNobody(statement.text) && !lead.match(statement.text).hasMatch())
            return;
        const QString who = personFrom(QString(statement.text).remove(lead).remove(time));
        const std::vector<TimeRead> times = timesIn(statement.text);
        const std::optional<Duration> after = times.empty() ? std::nullopt : times.front().duration;
        if (!isNobody(who))
            m_path.push_back({who, {after, {}}, 1, statement.line, statement.severities});
        keep();
    }

private:
    void read(const Section &section, QStringList severities)
    {
        const QStringList named = severitiesIn(section.title, m_known);
        if (!named.isEmpty())
            severities = named;
        const bool when = tellsWhenOnly(section.title);
        const bool levels = levelSections(section, severities);
        for (const Block &one : section.blocks)
            block(one, severities, when);
        for (const Section &child : section.sections) {
            const Part part = partOf(child);
            const bool ofTargets = part == Part::Severities || topicOfLabel(plainTitle(child.title)) == Topic::Respond;
            if (!(levels && levelForm().match(child.title).hasMatch()) && !ofTargets && part != Part::Templates && part != Part::Scenarios
                && part != Part::PostmortemTemplate)
                read(child, severities);
        }
    }

    void block(const Block &block, const QStringList &severities, bool when)
    {
        const PathContext context{m_known, severities};
        if (block.kind == BlockKind::Code && block.language != QLatin1String("mermaid"))
            join(m_path, drawnIn(block, context));
        if (block.kind == BlockKind::Paragraph && !when) {
            int step = 0;
            for (const Line &line : block.lines) {
                if (hasArrow(line.text))
                    join(m_path, chainIn(line.text, line.number, context));
                else if (levelForm().match(line.lead).hasMatch())
                    person({line, true, false, {}}, severities, ++step, false);
            }
        }
        if (block.kind == BlockKind::Table)
            join(m_path, tableIn(block, context));
        if (!block.items.empty())
            list(block, severities, when);
    }

    // "1. **Level 2**: …", "1. **Regulator** (if data is lost)", "1. Team lead": of people, and not of things to do.
    static bool isOfPeople(const Block &block)
    {
        static const Regex beside(QStringLiteral("^\\s*(?:\\([^)]*\\))?\\s*$"));
        const auto known = std::count_if(block.items.begin(), block.items.end(), [](const Item &item) {
            return isCalled(personFrom(item.line.text.left(60))) || isCalled(personFrom(item.line.lead))
                || levelForm().match(item.line.text).hasMatch();
        });
        const bool named = std::all_of(block.items.begin(), block.items.end(), [](const Item &item) {
            return !item.line.lead.isEmpty() && beside.match(item.line.text.mid(item.line.lead.size())).hasMatch();
        });
        return known > 0 || named
            || std::all_of(block.items.begin(), block.items.end(), [](const Item &item) { return item.line.text.size() > 30; });
    }

    void list(const Block &block, const QStringList &severities, bool when)
    {
        static const Regex notPeople(QStringLiteral("^\\W*(?:notification|channel|contact|via|method|how|action|trigger|note)s?\\b"),
                                     words);
        static const Regex beside(QStringLiteral("^\\s*\\([^)]*\\)\\s*$"));
        const bool people = !when && isOfPeople(block);
        const auto seats = std::count_if(block.items.begin(), block.items.end(),
                                         [](const Item &item) { return isCalled(personFrom(item.line.text.left(60))); });
        const bool most = static_cast<size_t>(seats) * 2 >= block.items.size();
        const bool ofLevels = std::any_of(block.items.begin(), block.items.end(),
                                          [](const Item &item) { return levelForm().match(item.line.lead).hasMatch(); });
        int step = 0;
        if (!when && saysWhoForWhat(block, severities))
            return;
        for (const Item &item : block.items) {
            const Line &line = item.line;
            if (!when && hasArrow(line.text) && line.text.count(u'-') < 6) {
                join(m_path, chainIn(line.text, line.number, {m_known, severities}));
                continue;
            }
            if (notPeople.match(line.text).hasMatch())
                continue;
            if (severityAt(line.text) && !severitiesIn(line.text.left(24), m_known).isEmpty() && line.text.left(40).contains(u':')) {
                ofSeverity(line);
                continue;
            }
            const bool level = levelForm().match(line.text).hasMatch() || !timesIn(line.lead).empty() || (ofLevels && isCalled(line.lead));
            if ((item.ordered || level) && !item.checkbox && people)
                person(item, severities, ++step, most || beside.match(line.text.mid(line.lead.size())).hasMatch());
        }
    }

    // "- Engineering lead → failed logins", each beginning anew: who, and for what.
    bool saysWhoForWhat(const Block &block, const QStringList &severities)
    {
        QString last;
        Path path;
        for (const Item &item : block.items) {
            const Path pair = chainIn(item.line.text, item.line.number, {m_known, severities});
            if (!hasArrow(item.line.text) || pair.size() != 2 || pair.front().who == last)
                return false;
            last = pair.back().who;
            path.push_back(pair.front());
            path.back().step = static_cast<int>(path.size());
            path.back().when = {std::nullopt, last};
        }
        const auto seats = std::count_if(path.begin(), path.end(), [](const Reached &one) { return isCalled(one.who); });
        if (path.size() < 2 || seats == 0)
            return false;
        join(m_path, path);
        return true;
    }

    // "1. **Level 2**: Team lead (if not resolved in 30 minutes)", "2. **Team lead**: Escalate if P0", "**15-30 min:** Team lead".
    void person(const Item &item, const QStringList &severities, int step, bool trusted)
    {
        static const Regex aside(QStringLiteral("\\(([^)]*)\\)"));
        static const Regex level(QStringLiteral("^(?:level|tier|l|step)\\s*\\d+$"), words);
        static const Regex dash(QStringLiteral("\\s[-–—]\\s"));
        const Line &line = item.line;
        QString who = line.lead;
        QString after = line.text.mid(line.lead.size());
        const bool atLevel = level.match(who).hasMatch();
        const bool atTime = !timesIn(who).empty() && !isSeat(who);
        if (atTime) {
            who = after;
            after = line.lead;
        } else if (who.isEmpty() || atLevel) {
            who = after.section(u'(', 0, 0);
            after = aside.match(after).captured(0);
            if (who.contains(dash)) {
                after = who.section(dash, 1);
                who = who.section(dash, 0, 0);
            }
            if (const std::optional<QStringList> parts = whoAndWhen(who); parts && !levelForm().match(parts->first()).hasMatch()) {
                who = parts->first();
                after = parts->last();
            }
            if (personFrom(who).isEmpty() && !item.blocks.empty() && !item.blocks.front().items.empty())
                who = item.blocks.front().items.front().line.text;
        }
        if (line.lead.isEmpty() && line.text.count(u' ') > 5 && seatIn(line, severities, step))
            return;
        who = personFrom(who);
        const bool levels = atLevel || atTime || levelForm().match(line.text).hasMatch();
        if (!isNobody(who) && who.count(u' ') < 9 && ((trusted && !isTask(who)) || levels || isCalled(who)))
            m_path.push_back({who, whenFrom(after), step, line.number, severities});
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
        m_path.push_back({who,
                          {times.empty() ? std::nullopt : times.front().duration, line.text},
                          step,
                          line.number,
                          line.text.contains(u':') && !named.isEmpty() ? named : severities});
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
        m_path.push_back({personFrom(to.match(after).captured(1)), when, 1, line.number, severitiesIn(line.text.left(24), m_known)});
    }

    // "### Level 2 (15-30 minutes)" with the people below.
    bool levelSections(const Section &section, const QStringList &severities)
    {
        bool any = false;
        for (const Section &child : section.sections) {
            const QRegularExpressionMatch match = levelForm().match(child.title);
            if (!match.hasMatch())
                continue;
            any = true;
            ofLevel(child, child.title.mid(match.capturedLength()), match.captured(1).toInt(), severities);
        }
        return any;
    }

    void ofLevel(const Section &section, QString title, int step, const QStringList &severities)
    {
        static const Regex notPeople(
            QStringLiteral("^\\W*(?:notification|channel|contact|via|method|how|action|response|trigger|when|time|responsib)\\w*\\W*:"),
            words);
        static const Regex whoLabel(QStringLiteral("^\\W*(?:who|role|person|team|owner|primary)\\W*$"), words);
        static const Regex aside(QStringLiteral("\\s*\\(([^)]*)\\)"));
        const QRegularExpressionMatch time = aside.match(title);
        const std::optional<Band> band = time.hasMatch() ? bandIn(time.captured(1)) : std::nullopt;
        const std::optional<Duration> after = band ? (band->from ? band->from : band->until) : std::nullopt;
        const QString named = personFrom(title.remove(aside));
        Bullets people = bulletsOf(section);
        std::erase_if(people, [](const Lined<QString> &one) { return notPeople.match(one.what).hasMatch(); });
        const auto said = std::find_if(people.begin(), people.end(),
                                       [](const Lined<QString> &one) { return whoLabel.match(one.what.section(u':', 0, 0)).hasMatch(); });
        if (!named.isEmpty() && !bandIn(named))
            people = {{named, section.line}};
        else if (said != people.end())
            people = {{said->what.section(u':', 1), said->line}};
        else
            std::erase_if(people, [](const Lined<QString> &one) { return !isCalled(personFrom(one.what)); });
        for (const auto &[text, line] : people)
            m_path.push_back({personFrom(text), {after, aside.match(text).captured(1)}, step, line, severities});
    }

    void readContacts(const Section &section, int step)
    {
        for (const Block &block : section.blocks) {
            if (block.kind == BlockKind::Table)
                join(m_path, contactsIn(block, {m_known, {}}));
            const auto seats = std::count_if(block.items.begin(), block.items.end(),
                                             [](const Item &item) { return isCalled(item.line.text.section(u':', 0, 0)); });
            for (const Item &item : block.items) {
                const QString who = personFrom(item.line.text.section(u':', 0, 0));
                if (static_cast<size_t>(seats) * 2 > block.items.size() && isCalled(who))
                    m_path.push_back({who, {}, ++step, item.line.number, {}});
            }
        }
        for (const Section &child : section.sections) {
            if (!tellsWhenOnly(child.title))
                readContacts(child, step);
        }
    }

    void keep()
    {
        for (const Reached &one : m_path) {
            EscalationStep row;
            row.severities = one.severities;
            row.step = one.step;
            row.who = one.who;
            row.after = one.when.after;
            row.condition = one.when.condition;
            const QString prefix = one.severities.isEmpty() ? QString() : one.severities.first() + u' ';
            row.id = uniqueId(prefix + (row.who.isEmpty() ? QStringLiteral("escalate") : row.who), m_taken);
            m_plan.lines.insert(QStringLiteral("escalation/") + row.id, one.line);
            m_plan.escalation.push_back(row);
        }
        m_path.clear();
    }

    Plan &m_plan;
    std::vector<SeverityName> m_known;
    Path m_path;
    std::vector<const Section *> m_contacts;
    TakenIds m_taken;
};

bool isStep(const QString &title)
{
    static const Regex form(QStringLiteral("^\\W*(?:phase|step|stage|stap|fase)\\s*\\d"), words);
    return form.match(title).hasMatch();
}

} // namespace

void readEscalation(const Document &document, const std::vector<DefinedSeverity> &severities, const std::vector<Statement> &all, Plan &plan)
{
    EscalationReader reader(plan, severities);
    for (const Statement &statement : all) {
        if (statement.inDefinition && !statement.severities.isEmpty() && topicOfLabel(statement.label) == Topic::Escalation
            && statement.part != Part::Escalation && statement.part != Part::Templates)
            reader.field(statement);
    }
    visitSections(document, [&reader](const Section &section, const std::vector<Part> &) {
        const Part part = partOf(section);
        if (isStep(section.title)) // it may hold the path, and is none
            return true;
        if (part == Part::Escalation)
            reader.section(section);
        else
            reader.contacts(section);
        // Steps of the response may speak of escalation too; the path itself stands elsewhere.
        return part != Part::Escalation && part != Part::Templates && part != Part::PostmortemTemplate;
    });
    reader.finish();
}

} // namespace qd::plan::written
