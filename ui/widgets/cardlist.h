#pragma once
// A list of cards, with a question in a row where one is asked.

#include "models/items/cardmodel.h"
#include "ui/widgets/cardlayout.h"
#include "ui/widgets/inlineprompt.h"

#include <QListView>
#include <QPointer>

namespace qd::ui {

class CardList : public QListView
{
    Q_OBJECT

public:
    CardList(const QString &accessibleName, const Theme &theme, const CardStyle &style, QWidget *parent);
    void setCards(const items::Cards &cards);
    // Renews the cards that can be seen, and no others; `renewed` gives a card by its row, with the id that the row has.
    void renewVisible(const std::function<items::Card(int row)> &renewed);
    [[nodiscard]] items::CardModel &cardModel() { return *m_model; }
    [[nodiscard]] QString currentId() const; // empty: none
    [[nodiscard]] items::Card currentCard() const;
    void setCurrentId(const QString &id);       // nothing happens where there is no such card
    void ask(const QString &id, Prompt prompt); // in the row of that card; the question before it is left
    [[nodiscard]] bool isAsking() const { return m_prompt != nullptr; }
    void growWithContent(int atMost); // in pixels: takes the height of its cards
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosen(const QString &id);    // Enter or a double click
    void pointedAt(const QString &id); // a click
    void currentChangedTo(const QString &id);
    void tickPressed(const QString &id); // a check box or a heading, by mouse or Space
    void actionPressed(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void closePrompt();
    void relayout();
    [[nodiscard]] QString idAt(const QModelIndex &index) const;

    const Theme &m_theme;
    items::CardModel *m_model;
    QPointer<InlinePrompt> m_prompt;
    int m_growsTo = 0;
};

} // namespace qd::ui
