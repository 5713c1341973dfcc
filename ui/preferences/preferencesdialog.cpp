#include "ui/preferences/preferencesdialog.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>

namespace qd::ui {

PreferencesDialog::PreferencesDialog(const PreferenceContext &context, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_list(new QListWidget(this)),
      m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Preferences"));
    setAccessibleName(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(180 * Theme::grid, 130 * Theme::grid);
    m_list->setObjectName(QStringLiteral("sections"));
    m_list->setAccessibleName(tr("Sections"));
    m_list->setFixedWidth(40 * Theme::grid);
    m_list->setUniformItemSizes(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_pages, 1);
    for (const PreferenceSection &section : preferenceSections()) {
        auto *item = new QListWidgetItem(QCoreApplication::translate("Preferences", section.title), m_list);
        item->setData(Qt::UserRole, QLatin1String(section.id));
        item->setSizeHint({0, 9 * Theme::grid});
        auto *frame = new QWidget(m_pages);
        auto *inner = new QVBoxLayout(frame);
        inner->setContentsMargins(6 * Theme::grid, 5 * Theme::grid, 6 * Theme::grid, 5 * Theme::grid);
        inner->addWidget(section.create(m_context, frame));
        m_pages->addWidget(frame);
    }
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void PreferencesDialog::showSection(const QString &id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == id)
            m_list->setCurrentRow(row);
    }
}

} // namespace qd::ui
