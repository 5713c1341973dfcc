// Kinds of incident with their own handling: symptoms, steps, mitigation, commands.
#include "models/plan/written/structure.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

bool saysScenario(const QString &title)
{
    static const Regex form(QStringLiteral("^\\W*(?:\\d+[.)]\\s*)?(?:scenario|playbook|runbook|incident type)\\s*[#:\\d]"), words);
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
    Scenario named(const QString &title, int line)
    {
        Scenario scenario;
        scenario.name = plainTitle(title);
        scenario.id = uniqueId(scenario.name, m_taken);
        m_plan.lines.insert(pathOf(scenario), line);
        return scenario;
    }

    Plan &m_plan;
    QStringList m_taken;
};

} // namespace

void readScenarios(const Document &document, Plan &plan)
{
    ScenarioReader reader(plan);
    visitSections(document.root, [&reader](const Section &section, const std::vector<Part> &above) {
        const Part part = partOf(section);
        if (part == Part::Templates || part == Part::PostmortemTemplate || part == Part::Contents || part == Part::Metrics
            || isWithin(above, Part::Roles))
            return false;
        if (saysScenario(section.title) && holdsHandling(section)) {
            reader.add(section);
            return false;
        }
        if (part != Part::Scenarios || section.titleKind == TitleKind::Label)
            return true;
        for (const Block &block : section.blocks)
            reader.table(block);
        for (const Section &child : section.sections) {
            const Part own = partOf(child);
            if (child.titleKind != TitleKind::Label && holdsHandling(child) && own != Part::Templates && own != Part::Contents
                && !saysScenario(child.title))
                reader.add(child);
            else if (saysScenario(child.title))
                reader.add(child);
        }
        return false;
    });
}

} // namespace qd::plan::written
