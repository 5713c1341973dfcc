// Kinds of incident with their own handling: symptoms, steps, mitigation, commands.
#include "models/plan/written/severitynames.h"
#include "models/plan/written/structure.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

bool saysScenario(const QString &title)
{
    static const Regex form(QStringLiteral("^\\W*(?:\\d+[.)]\\s*)?(?:(?:scenario|playbook|runbook|incident type)\\s*[#:\\d–—-]|"
                                           "(?:alert|incident|case|issue|problem|failure|symptom)(?:\\s*#?\\d+)?\\s*:)"),
                            words);
    return form.match(title).hasMatch();
}

// A part of a handling, and not one of its own: "Symptoms", "Resolution".
bool isPartOfHandling(const QString &title)
{
    static const Regex form(
        QString::fromUtf8("^(?:symptom|sign|indicator|detect|trigger|alert|erkenn|mitigat|prevent|workaround|remediat|action|"
                          "response|step|procedure|immediate|initial|resolution|resolve|investigat|diagnos|stap|schritt|fix|"
                          "impact|severity|recover|contain|verif|cause|possible|common cause|likely|root|escalat|check|"
                          "communicat|rollback|follow|post|quick|short|long|if |when |option|command|monitor|eradicat|"
                          "definition|description|example|validat|notes?|overview|assess|triage|phase|analysis|lessons)"),
        words);
    return form.match(title).hasMatch();
}

// What a chapter on scenarios says besides them.
bool isBeside(const QString &title)
{
    static const Regex form(
        QStringLiteral("^(?:overview|introduction|index|quick (?:reference|links)|general|how to|usage|using|format|"
                       "purpose|prerequisite|table of|template|severity|contacts?|escalation|related|references?|when to)\\b"),
        words);
    return form.match(title).hasMatch();
}

const Regex &symptomLabel()
{
    static const Regex form(QString::fromUtf8("symptom|sign|indicator|detect|trigger|alert|erkenn"), words);
    return form;
}

const Regex &mitigationLabel()
{
    static const Regex form(QStringLiteral("mitigat|prevent|workaround|remediat"), words);
    return form;
}

const Regex &stepLabel()
{
    static const Regex form(
        QStringLiteral("action|response|step|procedure|immediate|resolution|investigat|diagnos|respond|do\\b|stap|schritt|fix"), words);
    return form;
}

void readBlocks(const Section &section, Scenario &scenario);

QString pathOf(const Scenario &scenario)
{
    return QStringLiteral("scenarios/") + scenario.id;
}

void fill(const Section &part, Scenario &scenario, Plan &plan)
{
    if (symptomLabel().match(part.title).hasMatch())
        append(scenario.symptoms, bulletsOf(part), pathOf(scenario) + QLatin1String("/symptoms"), plan);
    else if (mitigationLabel().match(part.title).hasMatch())
        append(scenario.mitigation, bulletsOf(part), pathOf(scenario) + QLatin1String("/mitigation"), plan);
    else if (scenario.steps.empty() || stepLabel().match(part.title).hasMatch())
        append(scenario.steps, stepsOf(part), pathOf(scenario) + QLatin1String("/steps"), plan);
    readBlocks(part, scenario);
}

void readBlocks(const Section &section, Scenario &scenario)
{
    for (const Block &block : section.blocks) {
        if (block.kind == BlockKind::Code)
            scenario.commands.push_back({plainTitle(section.title), {}, block.text.trimmed()});
        for (const Line &line : block.lines) {
            if (symptomLabel().match(line.lead).hasMatch())
                scenario.symptoms << line.text.mid(line.lead.size()).remove(Regex(QStringLiteral("^[\\s:]+")));
        }
    }
}

bool holdsHandling(const Section &section)
{
    const auto lists = [](const Section &one) {
        return std::any_of(one.blocks.begin(), one.blocks.end(), [](const Block &block) {
            return !block.items.empty() || block.kind == BlockKind::Table || block.kind == BlockKind::Code;
        });
    };
    return lists(section)
        || std::any_of(section.sections.begin(), section.sections.end(), [&lists](const Section &child) { return lists(child); });
}

class ScenarioReader
{
public:
    explicit ScenarioReader(Plan &plan) : m_plan(plan) { }

    void add(const Section &section)
    {
        if (isKnown(section.title))
            return;
        Scenario scenario = named(section.title, section.line);
        readBlocks(section, scenario);
        if (section.sections.empty() || std::any_of(section.blocks.begin(), section.blocks.end(), [](const Block &block) {
                return !block.items.empty() || block.rows.size() > 1;
            })) {
            Section own = section;
            own.sections.clear();
            append(scenario.steps, stepsOf(own), pathOf(scenario) + QLatin1String("/steps"), m_plan);
        }
        for (const Section &child : section.sections)
            fill(child, scenario, m_plan);
        m_plan.scenarios.push_back(scenario);
    }

    // "Incident | Likely cause | Immediate actions".
    void table(const Block &table)
    {
        static const Regex subject(QStringLiteral("incident|scenario|issue|problem|type|situation|failure|attack"), words);
        static const Regex action(QStringLiteral("action|response|step|mitigation|resolution|fix|what to do|handling"), words);
        if (table.rows.size() < 2 || !subject.match(table.rows.front().front().text).hasMatch())
            return;
        size_t column = 0;
        for (size_t i = 1; i < table.rows.front().size(); ++i) {
            if (action.match(table.rows.front()[i].text).hasMatch())
                column = i;
        }
        for (size_t row = 1; column > 0 && row < table.rows.size(); ++row) {
            if (table.rows[row].size() <= column || table.rows[row].front().text.isEmpty())
                continue;
            Scenario scenario = named(table.rows[row].front().text, table.rows[row].front().line);
            static const Regex ends(QStringLiteral("\\s*;\\s*"));
            Steps steps;
            for (const QString &step : table.rows[row][column].text.split(ends, Qt::SkipEmptyParts))
                steps.push_back({{step, {}, {}}, table.rows[row][column].line});
            append(scenario.steps, steps, pathOf(scenario) + QLatin1String("/steps"), m_plan);
            m_plan.scenarios.push_back(scenario);
        }
    }

private:
    // "Outage response" is the handling of "Outage", told again.
    [[nodiscard]] bool isKnown(const QString &title) const
    {
        static const Regex again(QStringLiteral("\\s+(?:response|procedures?|handling|runbook|playbook)$"), words);
        const QString name = plainTitle(title);
        const QString stem = QString(name).remove(again);
        return stem != name && m_names.contains(stem.toCaseFolded());
    }

    Scenario named(const QString &title, int line)
    {
        static const Regex kind(QStringLiteral("^(?:alert|incident|case|issue|problem|failure|symptom)(?:\\s*#?\\d+)?\\s*:\\s*"), words);
        Scenario scenario;
        static const Regex code(QStringLiteral("^[A-Z]{2,6}-?\\d+\\s*[:–—-]\\s*"));
        scenario.name = plainTitle(title).remove(kind).remove(code);
        scenario.id = uniqueId(scenario.name, m_taken);
        m_names.insert(scenario.name.toCaseFolded());
        m_plan.lines.insert(pathOf(scenario), line);
        return scenario;
    }

    Plan &m_plan;
    TakenIds m_taken;
    QSet<QString> m_names;
};

// More than a list of examples.
bool holdsSteps(const Section &section)
{
    const auto steps = [](const Section &one) {
        return std::any_of(one.blocks.begin(), one.blocks.end(), [](const Block &block) {
            return block.kind == BlockKind::Code || block.kind == BlockKind::Table
                || std::any_of(block.items.begin(), block.items.end(), [](const Item &item) { return item.ordered || item.checkbox; });
        });
    };
    return steps(section) || !section.sections.empty();
}

// A severity says what is promised at it.
bool defines(const Section &section)
{
    static const Regex form(
        QStringLiteral("^\\W*(?:response time|resolution (?:time|target)|target|definition|examples?|update frequency)\\b"), words);
    const auto lines = [](const std::vector<Line> &all) {
        return std::any_of(all.begin(), all.end(), [](const Line &line) { return form.match(line.text).hasMatch(); });
    };
    const auto tells = [&lines](const Block &block) {
        return lines(block.lines)
            || std::any_of(block.items.begin(), block.items.end(), [](const Item &item) { return form.match(item.line.text).hasMatch(); })
            || std::any_of(block.rows.begin(), block.rows.end(),
                           [](const std::vector<Cell> &row) { return !row.empty() && form.match(row.front().text).hasMatch(); });
    };
    return std::any_of(section.blocks.begin(), section.blocks.end(), tells)
        || std::any_of(section.sections.begin(), section.sections.end(), [&tells](const Section &child) {
               return form.match(child.title).hasMatch() || std::any_of(child.blocks.begin(), child.blocks.end(), tells);
           });
}

// "SEV1: Complete outage" with what to do; not the severity itself, nor all of its kind.
bool isOfSeverity(const Section &section)
{
    static const Regex kind(
        QStringLiteral("^(?:critical|high|medium|low|major|minor|urgent|normal|standard|all)?\\s*(?:priority|severity)?\\s*"
                       "(?:incidents?|issues?|response|severity|priority|procedures?|escalation|levels?)?$"),
        words);
    const std::optional<SeverityName> severity = severityAt(plainTitle(section.title));
    static const Regex ends(QStringLiteral("^[\\s:–—-]+"));
    const QString name = severity ? QString(severity->rest).remove(ends) : QString();
    return name.size() > 4 && !(severityWordAt(name) && !name.contains(u' ')) && !kind.match(name).hasMatch() && holdsSteps(section)
        && !defines(section) && section.titleKind == TitleKind::Heading;
}

// A heading over scenarios ("Database", "Network"), and none itself.
bool isGroup(const Section &section)
{
    const auto headings = std::count_if(section.sections.begin(), section.sections.end(), [](const Section &child) {
        return child.titleKind == TitleKind::Heading && holdsHandling(child) && !isPartOfHandling(plainTitle(child.title))
            && !isNumbered(child.title);
    });
    const bool own = std::any_of(section.blocks.begin(), section.blocks.end(), [](const Block &block) {
        return !block.items.empty() || block.kind == BlockKind::Code || block.kind == BlockKind::Table;
    });
    return !own && headings > 1 && static_cast<size_t>(headings) == section.sections.size();
}

void addBelow(const Section &section, ScenarioReader &reader, int depth)
{
    static const Regex kinds(QStringLiteral("types?|categor"), words);
    const bool kindsAlone = kinds.match(section.title).hasMatch();
    for (const Block &block : section.blocks)
        reader.table(block);
    for (const Section &child : section.sections) {
        const Part own = partOf(child);
        const bool other = own == Part::Templates || own == Part::Contents || own == Part::PostmortemTemplate;
        if (saysScenario(child.title))
            reader.add(child);
        else if (child.titleKind == TitleKind::Label || other || isBeside(plainTitle(child.title)))
            continue;
        else if (depth < 3 && isGroup(child))
            addBelow(child, reader, depth + 1);
        else if (holdsHandling(child) && (!kindsAlone || holdsSteps(child)))
            reader.add(child);
    }
}

// It tells by what it is known: "**Symptom:** …".
bool tellsSymptoms(const Section &section)
{
    static const Regex form(QStringLiteral("^(?:symptoms?|indicators?|warning signs|detection signals?)\\b"), words);
    const auto inLines = [](const Block &block) {
        return std::any_of(block.lines.begin(), block.lines.end(), [](const Line &line) { return form.match(line.text).hasMatch(); })
            || std::any_of(block.items.begin(), block.items.end(), [](const Item &item) { return form.match(item.line.text).hasMatch(); });
    };
    return std::any_of(section.blocks.begin(), section.blocks.end(), inLines)
        || std::any_of(section.sections.begin(), section.sections.end(),
                       [](const Section &child) { return form.match(plainTitle(child.title)).hasMatch(); });
}

bool isElsewhere(const Section &section, const std::vector<Part> &above)
{
    static const Regex exercise(QStringLiteral("tabletop|drill|exercise|training|game ?day|simulation"), words);
    const Part part = partOf(section);
    return part == Part::Templates || part == Part::PostmortemTemplate || part == Part::Contents || part == Part::Metrics
        || isWithin(above, Part::Roles) || exercise.match(section.title).hasMatch();
}

} // namespace

void readScenarios(const Document &document, Plan &plan)
{
    ScenarioReader reader(plan);
    visitSections(document, [&reader](const Section &section, const std::vector<Part> &above) {
        if (isElsewhere(section, above))
            return false;
        if (!section.isTitle && saysScenario(section.title) && holdsHandling(section)) {
            reader.add(section);
            return false;
        }
        if (partOf(section) != Part::Scenarios || section.titleKind == TitleKind::Label)
            return true;
        addBelow(section, reader, 0);
        return false;
    });
    if (!plan.scenarios.empty())
        return;
    std::vector<const Section *> known;
    visitSections(document, [&known](const Section &section, const std::vector<Part> &above) {
        const bool is = !isElsewhere(section, above) && !isWithin(above, Part::Severities) && isOfSeverity(section);
        if (is)
            known.push_back(&section);
        return !is && !isElsewhere(section, above);
    });
    for (const Section *section : known) {
        if (known.size() > 1)
            reader.add(*section);
    }
    if (!plan.scenarios.empty())
        return;
    known.clear();
    visitSections(document, [&reader](const Section &section, const std::vector<Part> &above) {
        static const Regex emergency(QStringLiteral("emergency (?:procedure|response|action)"), words);
        const bool is = !isElsewhere(section, above) && !section.isTitle && emergency.match(section.title).hasMatch();
        if (is)
            addBelow(section, reader, 0);
        return !is;
    });
    if (!plan.scenarios.empty())
        return;
    visitSections(document, [&known](const Section &section, const std::vector<Part> &above) {
        const bool is =
            !isElsewhere(section, above) && section.titleKind == TitleKind::Heading && !section.isTitle && tellsSymptoms(section);
        if (is)
            known.push_back(&section);
        return !is;
    });
    for (const Section *section : known) {
        if (known.size() > 1)
            reader.add(*section);
    }
}

} // namespace qd::plan::written
