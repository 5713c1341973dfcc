// The course of a response: phases with their time bands and steps.
#include "models/plan/written/structure.h"
#include "models/plan/written/targets.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;

bool isPhaseName(const QString &title)
{
    static const Regex form(
        QString::fromUtf8(
            "detect|identif|triage|assess|acknowledg|investigat|diagnos|contain|mitigat|eradicat|resol|recover|restor|communicat|post-?|"
            "review|learn|close|closure|prepar|respon[sd]|declar|escalat|verif|monitor|analy|assign|fix|report|alert|follow|stabili[sz]e|"
            "document|end|notif|confirm|detectie|herstel|erkennung|analyse|behebung|détect|résol|detec|resolu"),
        Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption);
    return form.match(title).hasMatch();
}

bool saysPhase(const QString &title)
{
    static const Regex form(QStringLiteral("^\\W*(?:phase|stage|fase|step|stap|étape|etapa|schritt)\\s*#?\\s*\\d"),
                            Regex::CaseInsensitiveOption);
    return form.match(title).hasMatch();
}

bool mayHold(Part part)
{
    return part == Part::None || part == Part::Phases;
}

// The children of a section that are its phases; fewer than two are none.
std::vector<const Section *> phasesIn(const Section &section, bool announced)
{
    std::vector<const Section *> said;
    std::vector<const Section *> numbered;
    std::vector<const Section *> named;
    size_t allNumbered = 0;
    for (const Section &child : section.sections) {
        if (child.titleKind == TitleKind::Label)
            continue;
        allNumbered += isNumbered(child.title);
        if (saysPhase(child.title))
            said.push_back(&child);
        else if (isNumbered(child.title) && isPhaseName(plainTitle(child.title)))
            numbered.push_back(&child);
        if (isPhaseName(plainTitle(child.title)))
            named.push_back(&child);
    }
    if (said.size() > 1)
        return said;
    if (announced && numbered.size() > 1 && numbered.size() * 5 >= allNumbered * 3)
        return numbered;
    return announced && named.size() > 2 && named.size() * 3 >= section.sections.size() * 2 ? named : std::vector<const Section *>();
}

void setBand(Phase &phase, const QString &title)
{
    static const Regex aside(QStringLiteral("[(\\[]([^)\\]]*)[)\\]]|[:–—-]\\s*([^:–—-]*\\d[^:]*)$"));
    const QRegularExpressionMatch match = aside.match(title);
    const std::optional<Band> band = match.hasMatch() ? bandIn(match.captured(1) + match.captured(2)) : std::nullopt;
    if (!band)
        return;
    phase.startsAfter = band->from;
    phase.endsAfter = band->until;
}

void add(Phase phase, int line, const Steps &steps, Plan &plan)
{
    const QString path = QStringLiteral("phases/") + phase.id;
    plan.lines.insert(path, line);
    append(phase.steps, steps, path + QLatin1String("/steps"), plan);
    plan.phases.push_back(std::move(phase));
}

// "1. **Declare** severity": a workflow that is one list.
bool addFromList(const Section &section, Plan &plan, QStringList &taken)
{
    for (const Block &block : section.blocks) {
        const auto isNamed = [](const Item &item) { return item.ordered && !item.line.lead.isEmpty() && item.line.lead.count(u' ') < 5; };
        if (block.items.size() < 3 || !std::all_of(block.items.begin(), block.items.end(), isNamed))
            continue;
        for (const Item &item : block.items) {
            Phase phase;
            phase.name = plainTitle(item.line.lead);
            phase.id = uniqueId(phase.name, taken);
            setBand(phase, item.line.text);
            Steps steps;
            for (const Block &inner : item.blocks) {
                for (const Item &step : inner.items)
                    steps.push_back({{step.line.text, {}, {}}, step.line.number});
            }
            add(phase, item.line.number, steps, plan);
        }
        return true;
    }
    return false;
}

} // namespace

void readPhases(const Document &document, Plan &plan)
{
    QStringList taken;
    const auto read = [&plan, &taken](const Section &section, bool announced) {
        const std::vector<const Section *> phases = phasesIn(section, announced);
        for (const Section *child : phases) {
            Phase phase;
            phase.name = plainTitle(child->title);
            phase.id = uniqueId(phase.name, taken);
            setBand(phase, child->title);
            add(phase, child->line, stepsOf(*child), plan);
        }
        return !phases.empty();
    };
    visitSections(document.root, [&](const Section &section, const std::vector<Part> &above) {
        static const Regex workflow(QStringLiteral("workflow|process|phases|lifecycle|life cycle|response steps|fases|stages"),
                                    Regex::CaseInsensitiveOption);
        const Part part = partOf(section);
        const bool elsewhere = std::any_of(above.begin(), above.end(), [](Part one) { return !mayHold(one); });
        if (!mayHold(part) || elsewhere || !plan.phases.empty() || speaksOfSeverity(section.title))
            return plan.phases.empty() && (mayHold(part) || part == Part::Roles);
        if (read(section, part == Part::Phases || section.level <= 1))
            return false;
        return !(workflow.match(section.title).hasMatch() && addFromList(section, plan, taken));
    });
    if (plan.phases.empty())
        read(document.root, true);
}

} // namespace qd::plan::written
