#pragma once
// Draws cards: the rows of the board, the clocks, the roles, the lists.

#include "ui/widgets/cardlayout.h"

#include <QStyledItemDelegate>

namespace qd::ui {

class CardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CardDelegate(const Theme &theme, const CardStyle &style, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;

signals:
    void tickPressed(const QModelIndex &index);
    void actionPressed(const QModelIndex &index);

private:
    struct Look;
    void paintGround(const Look &look) const;
    void paintTick(const Look &look) const;
    void paintWords(const Look &look) const;
    void paintValue(const Look &look) const;
    void paintBar(const Look &look) const;
    void paintChip(const Look &look, const QRect &rect, const QString &word, Colour edge) const;
    [[nodiscard]] QColor toneColour(items::Tone tone, Colour plain) const;

    const Theme &m_theme;
    CardStyle m_style;
};

} // namespace qd::ui
