#pragma once
// What wants a person's eye in an imported plan, as rows: each thing, and below it what can be chosen.

#include "models/items/card.h"

#include <QStringList>

namespace qd::items {

struct DecisionRow
{
    QString id;
    QString kicker; // what kind of thing it is, in a word
    QString title, detail;
    QStringList choices;
    int taken = -1;   // the choice that holds now
    QStringList said; // below each choice, where there is something
    std::vector<int> lines;
    QString action; // what Enter does where there is nothing to choose
    Tone tone = Tone::Plain;
};

[[nodiscard]] Cards decisionCards(const std::vector<DecisionRow> &rows);

struct ChoicePlace
{
    QString decision;
    int choice = -1; // -1: the thing itself
};
[[nodiscard]] ChoicePlace choicePlace(const QString &cardId);

} // namespace qd::items
