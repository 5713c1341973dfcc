// What comes before and after: on-call duties, rollback criteria, the sections of the post-mortem.
#include "models/plan/written/structure.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption;

void addSections(const Section &section, Plan &plan)
{
    TakenIds taken;
    for (const Section &child : section.sections) {
        if (child.title.contains(u'{') || child.title.contains(u'['))
            continue;
        plan::Section row;
        row.title = plainTitle(child.title);
        row.id = uniqueId(row.title, taken);
        const QString path = QStringLiteral("postmortem/sections/") + row.id;
        plan.lines.insert(path, child.line);
        append(row.prompts, bulletsOf(child), path + QLatin1String("/prompts"), plan);
        plan.postmortem.sections.push_back(row);
    }
}

// A template in a fence: its headings are the sections.
void addHeadings(const Block &fence, Plan &plan)
{
    TakenIds taken;
    static const Regex heading(QStringLiteral("^##+\\s+(.+)$"), QRegularExpression::MultilineOption);
    auto matches = heading.globalMatch(fence.text);
    while (matches.hasNext()) {
        plan::Section row;
        const QRegularExpressionMatch match = matches.next();
        row.title = plainTitle(match.captured(1));
        row.id = uniqueId(row.title, taken);
        const auto before = QStringView(fence.text).left(match.capturedStart());
        plan.lines.insert(QStringLiteral("postmortem/sections/") + row.id, fence.line + 1 + static_cast<int>(before.count(u'\n')));
        plan.postmortem.sections.push_back(row);
    }
}

void readShift(const Section &section, Plan &plan)
{
    static const Regex before(QStringLiteral("before|prior to|prepar"), words);
    static const Regex during(QStringLiteral("during|while"), words);
    static const Regex after(QStringLiteral("after|end of"), words);
    static const Regex handoff(QStringLiteral("hand-?\\s?(?:off|over)"), words);
    static const Regex duties(QStringLiteral("responsib|dut(?:y|ies)|expect"), words);
    const QString &title = section.title;
    const std::pair<const Regex *, std::pair<const char *, QStringList *>> lists[] = {
        {&handoff, {"handoff", &plan.onCall.handoff}}, {&before, {"before", &plan.onCall.before}},
        {&during, {"during", &plan.onCall.during}},    {&after, {"after", &plan.onCall.after}},
        {&duties, {"duties", &plan.onCall.duties}},
    };
    for (const auto &[form, list] : lists) {
        if (!form->match(title).hasMatch())
            continue;
        Section own = section;
        own.sections.clear();
        append(*list.second, bulletsOf(own), QStringLiteral("on_call/") + QLatin1String(list.first), plan);
        break;
    }
    for (const Section &child : section.sections)
        readShift(child, plan);
}

} // namespace

void readLearning(const Document &document, Plan &plan)
{
    visitSections(document, [&plan](const Section &section, const std::vector<Part> &above) {
        static const Regex criteria(QStringLiteral("when|criteria|trigger|if"), words);
        const Part part = partOf(section);
        if (part == Part::PostmortemTemplate && plan.postmortem.sections.empty()) {
            addSections(section, plan);
            for (const Block &block : section.blocks) {
                if (block.kind == BlockKind::Code && plan.postmortem.sections.empty())
                    addHeadings(block, plan);
            }
        }
        if (part == Part::OnCall && !isWithin(above, Part::OnCall))
            readShift(section, plan);
        if (part == Part::Rollback && criteria.match(section.title).hasMatch())
            append(plan.rollback.criteria, bulletsOf(section), QStringLiteral("rollback/criteria"), plan);
        else if (part == Part::Rollback && !section.blocks.empty() && plan.rollback.steps.empty())
            append(plan.rollback.steps, stepsOf(section), QStringLiteral("rollback/steps"), plan);
        return part != Part::Templates && part != Part::PostmortemTemplate && part != Part::Contents;
    });
}

} // namespace qd::plan::written
