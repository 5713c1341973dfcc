#include "models/plan/written/structure.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

void visit(const Section &section, std::vector<Part> &above, const Visit &call)
{
    for (const Section &child : section.sections) {
        if (!call(child, above))
            continue;
        above.push_back(partOf(child));
        visit(child, above, call);
        above.pop_back();
    }
}

template<class Take>
void eachItem(const Section &section, const Take &take)
{
    for (const Block &block : section.blocks) {
        for (const Item &item : block.items)
            take(item);
    }
    for (const Section &child : section.sections)
        eachItem(child, take);
}

QString commandIn(const std::vector<Block> &blocks)
{
    for (const Block &block : blocks) {
        if (block.kind == BlockKind::Code)
            return block.text.trimmed();
    }
    return {};
}

Step stepFrom(const Item &item)
{
    Step step;
    step.title = item.line.text;
    while (step.title.endsWith(u':'))
        step.title.chop(1);
    for (const Block &block : item.blocks) {
        for (const Item &inner : block.items)
            step.items << inner.line.text;
    }
    step.command = commandIn(item.blocks);
    return step;
}

void addRows(const Section &section, std::vector<Step> &steps)
{
    static const QRegularExpression ordinal(QStringLiteral("^\\W*\\d*\\W*$"));
    for (const Block &block : section.blocks) {
        for (size_t row = 1; row < block.rows.size(); ++row) {
            for (const Cell &cell : block.rows[row]) {
                if (ordinal.match(cell.text).hasMatch())
                    continue;
                steps.push_back({cell.text, {}, {}});
                break;
            }
        }
    }
    for (const Section &child : section.sections)
        addRows(child, steps);
}

} // namespace

void visitSections(const Section &root, const Visit &call)
{
    std::vector<Part> above;
    visit(root, above, call);
}

bool isWithin(const std::vector<Part> &above, Part part)
{
    return std::find(above.begin(), above.end(), part) != above.end();
}

std::vector<Step> stepsOf(const Section &section)
{
    std::vector<Step> steps;
    eachItem(section, [&steps](const Item &item) {
        if (item.ordered || item.checkbox)
            steps.push_back(stepFrom(item));
    });
    if (!steps.empty())
        return steps;
    for (const Section &child : section.sections) {
        if (child.titleKind == TitleKind::Heading)
            steps.push_back({plainTitle(child.title), bulletsOf(child), {}});
    }
    if (steps.size() > 1)
        return steps;
    steps.clear();
    eachItem(section, [&steps](const Item &item) { steps.push_back(stepFrom(item)); });
    if (steps.empty())
        addRows(section, steps);
    return steps;
}

QStringList bulletsOf(const Section &section)
{
    QStringList bullets;
    eachItem(section, [&bullets](const Item &item) { bullets << item.line.text; });
    return bullets;
}

QString uniqueId(const QString &name, QStringList &taken)
{
    const QString base = slug(name);
    QString id = base;
    for (int i = 2; taken.contains(id); ++i)
        id = QStringLiteral("%1-%2").arg(base).arg(i);
    taken << id;
    return id;
}

} // namespace qd::plan::written
