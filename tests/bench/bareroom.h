#pragma once
// The least that a window with a line and a long list can be: what Qt itself costs.

#include <QAbstractListModel>
#include <QListView>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <QWidget>

namespace qd::bench {

class BareRows : public QAbstractListModel
{
public:
    explicit BareRows(int size)
    {
        for (int i = 0; i < size; ++i)
            m_rows << QStringLiteral("12:%1 shard %2 rolled back, error rate per mille").arg(i % 60, 2, 10, QLatin1Char('0')).arg(i % 40);
    }
    [[nodiscard]] int rowCount(const QModelIndex & = {}) const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? m_rows.at(index.row()) : QVariant();
    }
    void add(const QString &text)
    {
        beginInsertRows({}, rowCount(), rowCount());
        m_rows << text;
        endInsertRows();
    }
    [[nodiscard]] int find(const QString &words) const
    {
        for (int row = 0; row < rowCount(); ++row) {
            if (m_rows.at(row).contains(words, Qt::CaseInsensitive))
                return row;
        }
        return -1;
    }

private:
    QStringList m_rows;
};

class BareRoom : public QWidget
{
public:
    explicit BareRoom(int size) : rows(size), list(new QListView), line(new QPlainTextEdit)
    {
        list->setUniformItemSizes(true); // or each row of 100,000 would be measured
        list->setModel(&rows);
        line->setFixedHeight(40);
        line->installEventFilter(this);
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(list, 1);
        layout->addWidget(line);
        resize(1400, 900);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Return)
            return QWidget::eventFilter(watched, event);
        rows.add(line->toPlainText());
        line->clear();
        list->scrollToBottom();
        return true;
    }

    BareRows rows;
    QListView *list;
    QPlainTextEdit *line;
};

} // namespace qd::bench
