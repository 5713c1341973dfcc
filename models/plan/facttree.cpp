#include "models/plan/facttree.h"

#include "models/plan/facts.h"

#include <algorithm>

namespace qd::plan {
namespace {

using Kind = FactTree::Kind;

bool isName(const Fact &fact, const QString &key) // by which its part is told apart: it says nothing besides
{
    return fact.words == key && (fact.name.endsWith(QLatin1String("/id")) || fact.name.endsWith(QLatin1String("/severity")));
}

FactTree treeOf(const Fact &fact)
{
    FactTree tree{Kind::Fact, fact.name.section(QLatin1Char('/'), -1), {}, {}};
    const bool isSeries = fact.byPlace || (fact.kind == FactKind::List && !fact.children.empty());
    if (fact.kind == FactKind::Block)
        tree.kind = Kind::Group;
    else if (fact.kind == FactKind::Blocks || isSeries)
        tree.kind = isSeries ? Kind::Series : Kind::Named;
    else if (fact.kind == FactKind::List && fact.words.isEmpty())
        tree.kind = Kind::Series; // as its namesake that has some
    else
        tree.text = spokenWords(fact).replace(QLatin1Char('\n'), QStringLiteral(", "));
    if (tree.kind == Kind::Group && fact.title != tree.key)
        tree.text = fact.title;
    for (const Fact &child : fact.children) {
        if (tree.kind != Kind::Group || !isName(child, tree.key))
            tree.parts.push_back(treeOf(child));
    }
    return tree;
}

} // namespace

FactTree factTree(const Plan &plan)
{
    FactTree tree{Kind::Group, {}, {}, {}};
    for (const Fact &fact : factsOf(plan))
        tree.parts.push_back(treeOf(fact));
    return tree;
}

bool saysNothing(const FactTree &tree)
{
    return tree.kind == Kind::Fact ? tree.text.isEmpty() : std::all_of(tree.parts.begin(), tree.parts.end(), saysNothing);
}

QString inShort(const FactTree &tree)
{
    return !tree.text.isEmpty() || tree.kind == Kind::Fact ? tree.text : inFull(tree);
}

QString inFull(const FactTree &tree)
{
    if (tree.kind == Kind::Fact)
        return tree.text;
    QStringList texts;
    for (const FactTree &part : tree.parts) {
        if (saysNothing(part) || part.text == tree.text)
            continue;
        const QString name = QString(part.key).replace(QLatin1Char('_'), QLatin1Char(' '));
        texts << (name.isEmpty() ? inShort(part) : name + QLatin1Char(' ') + inShort(part));
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace qd::plan
