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

    void setHorizons(const QStringList &horizons) { m_horizons = horizons; } // the plan's own words
    void setPeople(const QStringList &people) { m_people = people; }

signals:
    void edited(const qd::command::ChangeAction &change) const;

private:
    const Theme &m_theme;
    QStringList m_horizons;
    QStringList m_people;
};

} // namespace qd::ui
