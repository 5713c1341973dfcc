#pragma once
// Draws and edits the cells of action items. An edit does not go into the model: it is told, and becomes a command.

#include "models/core/command.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace qd::ui {

class ActionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ActionDelegate(const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    void setPeople(const QStringList &people) { m_people = people; }
    [[nodiscard]] int rowHeight(bool detailed) const; // of two lines, and the small one below them

signals:
    void edited(const qd::command::ChangeAction &change, int column, const QString &typed) const;

private:
    void drawCell(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    [[nodiscard]] Colour colourOf(const QModelIndex &index) const;
    [[nodiscard]] QFont fontOf(const QModelIndex &index) const;

    const Theme &m_theme;
    QStringList m_people;
};

} // namespace qd::ui
