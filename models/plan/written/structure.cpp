#include "models/plan/written/structure.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

void visit(const Document &document, const Section &section, std::vector<Part> &above, const Visit &call)
{
    for (const Section &child : section.sections) {
        if (!document.goOn(child.line))
            return;
        if (!call(child, above))
            continue;
        above.push_back(partOf(child));
        visit(document, child, above, call);
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

void addRows(const Section &section, Steps &steps)
{
    static const QRegularExpression ordinal(QStringLiteral("^\\W*\\d*\\W*$"));
    for (const Block &block : section.blocks) {
        for (size_t row = 1; row < block.rows.size(); ++row) {
            for (const Cell &cell : block.rows[row]) {
                if (ordinal.match(cell.text).hasMatch())
                    continue;
                steps.push_back({{cell.text, {}, {}}, cell.line});
                break;
            }
        }
    }
    for (const Section &child : section.sections)
        addRows(child, steps);
}

template<class List, class Read>
void appendTo(List &list, const Read &read, const QString &path, Plan &plan)
{
    for (const auto &one : read) {
        plan.lines.insert(path + u'/' + QString::number(list.size()), one.line);
        list.push_back(one.what);
    }
}

} // namespace

void visitSections(const Document &document, const Visit &call)
{
    std::vector<Part> above;
    visit(document, document.root, above, call);
}

bool isWithin(const std::vector<Part> &above, Part part)
{
    return std::find(above.begin(), above.end(), part) != above.end();
}

Steps stepsOf(const Section &section)
{
    Steps steps;
    eachItem(section, [&steps](const Item &item) {
        if (item.ordered || item.checkbox)
            steps.push_back({stepFrom(item), item.line.number});
    });
    if (!steps.empty())
        return steps;
    for (const Section &child : section.sections) {
        if (child.titleKind != TitleKind::Heading)
            continue;
        Step step{plainTitle(child.title), {}, {}};
        for (const auto &[text, line] : bulletsOf(child))
            step.items << text;
        steps.push_back({step, child.line});
    }
    if (steps.size() > 1)
        return steps;
    steps.clear();
    eachItem(section, [&steps](const Item &item) { steps.push_back({stepFrom(item), item.line.number}); });
    if (steps.empty())
        addRows(section, steps);
    return steps;
}

Bullets bulletsOf(const Section &section)
{
    Bullets bullets;
    eachItem(section, [&bullets](const Item &item) { bullets.push_back({item.line.text, item.line.number}); });
    return bullets;
}

void append(QStringList &list, const Bullets &read, const QString &path, Plan &plan)
{
    appendTo(list, read, path, plan);
}

void append(std::vector<Step> &list, const Steps &read, const QString &path, Plan &plan)
{
    appendTo(list, read, path, plan);
}

QString uniqueId(const QString &name, TakenIds &taken)
{
    return taken.next(slug(name));
}

} // namespace qd::plan::written
