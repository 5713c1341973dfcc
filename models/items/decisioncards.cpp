#include "models/items/decisioncards.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

const QChar between(u'\x1f');

QString tr(const char *text)
{
    return QCoreApplication::translate("DecisionCards", text);
}

Card choiceCard(const DecisionRow &row, int choice)
{
    Card card;
    card.id = row.id + between + QString::number(choice);
    card.tick = Tick::Off;
    card.title = row.choices[choice];
    card.detail = row.said.value(choice);
    if (choice == row.taken)
        card.marks << tr("in the plan now");
    const auto line = static_cast<size_t>(choice);
    if (row.lines.size() == static_cast<size_t>(row.choices.size()) && row.lines[line] > 0)
        card.value = tr("line %1").arg(row.lines[line]);
    card.spoken = tr("Choose %1. %2 %3").arg(card.title, card.value, card.detail);
    return card;
}

} // namespace

Cards decisionCards(const std::vector<DecisionRow> &rows)
{
    Cards cards;
    for (const DecisionRow &row : rows) {
        Card card;
        card.id = row.id;
        card.kicker = row.kicker;
        card.title = row.title;
        card.detail = row.detail;
        card.tone = row.tone;
        card.action = row.action;
        if (row.choices.isEmpty() && !row.lines.empty() && row.lines.front() > 0) // the right end is for what can be done
            card.kicker += QStringLiteral("  ·  ") + tr("line %1").arg(row.lines.front());
        card.spoken = QStringLiteral("%1: %2. %3").arg(card.kicker, row.title, row.detail);
        cards.push_back(card);
        for (int choice = 0; choice < row.choices.size(); ++choice)
            cards.push_back(choiceCard(row, choice));
    }
    return cards;
}

ChoicePlace choicePlace(const QString &cardId)
{
    const qsizetype at = cardId.lastIndexOf(between);
    return at < 0 ? ChoicePlace{cardId, -1} : ChoicePlace{cardId.left(at), cardId.mid(at + 1).toInt()};
}

} // namespace qd::items
