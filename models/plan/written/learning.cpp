// What comes before and after: on-call duties, rollback criteria, the sections of the post-mortem.
#include "models/plan/written/structure.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption;

void addSections(const Section &section, Postmortem &postmortem)
{
    QStringList taken;
    for (const Section &child : section.sections) {
        if (child.title.contains(u'{') || child.title.contains(u'['))
            continue;
        plan::Section row;
        row.title = plainTitle(child.title);
        row.id = uniqueId(row.title, taken);
        row.prompts = bulletsOf(child);
        postmortem.sections.push_back(row);
    }
}

// A template in a fence: its headings are the sections.
void addHeadings(const QString &text, Postmortem &postmortem)
{
    QStringList taken;
    static const Regex heading(QStringLiteral("^##+\\s+(.+)$"), QRegularExpression::MultilineOption);
    auto matches = heading.globalMatch(text);
    while (matches.hasNext()) {
        plan::Section row;
        row.title = plainTitle(matches.next().captured(1));
        row.id = uniqueId(row.title, taken);
        postmortem.sections.push_back(row);
    }
}

void readShift(const Section &section, OnCall &onCall)
{
    static const Regex before(QStringLiteral("before|prior to|prepar"), words);
    static const Regex during(QStringLiteral("during|while"), words);
    static const Regex after(QStringLiteral("after|end of"), words);
    static const Regex handoff(QStringLiteral("hand-?\\s?(?:off|over)"), words);
    static const Regex duties(QStringLiteral("responsib|dut(?:y|ies)|expect"), words);
    const QString &title = section.title;
    QStringList *list = handoff.match(title).hasMatch() ? &onCall.handoff
        : before.match(title).hasMatch()                ? &onCall.before
        : during.match(title).hasMatch()                ? &onCall.during
        : after.match(title).hasMatch()                 ? &onCall.after
        : duties.match(title).hasMatch()                ? &onCall.duties
                                                        : nullptr;
    for (const Block &block : section.blocks) {
        for (const Item &item : block.items) {
            if (list)
                *list << item.line.text;
        }
    }
    for (const Section &child : section.sections)
        readShift(child, onCall);
}

} // namespace

void readLearning(const Document &document, Plan &plan)
{
    visitSections(document.root, [&plan](const Section &section, const std::vector<Part> &above) {
        static const Regex criteria(QStringLiteral("when|criteria|trigger|if"), words);
        const Part part = partOf(section);
        if (part == Part::PostmortemTemplate && plan.postmortem.sections.empty()) {
            addSections(section, plan.postmortem);
            for (const Block &block : section.blocks) {
                if (block.kind == BlockKind::Code && plan.postmortem.sections.empty())
                    addHeadings(block.text, plan.postmortem);
            }
        }
        if (part == Part::OnCall && !isWithin(above, Part::OnCall))
            readShift(section, plan.onCall);
        if (part == Part::Rollback && criteria.match(section.title).hasMatch())
            plan.rollback.criteria << bulletsOf(section);
        else if (part == Part::Rollback && !section.blocks.empty())
            plan.rollback.steps = stepsOf(section);
        return part != Part::Templates && part != Part::PostmortemTemplate && part != Part::Contents;
    });
}

} // namespace qd::plan::written
