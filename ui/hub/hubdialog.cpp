#include "ui/hub/hubdialog.h"

#include "ui/hub/hubjoinpage.h"
#include "ui/hub/hubpage.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace qd::ui {

HubDialog::HubDialog(const PaneContext &context, SharedDatabase &shared, QWidget *parent)
    : QDialog(parent),
      m_pages(new QStackedWidget(this)),
      m_shared(shared),
      m_join(new HubJoinPage(shared, context.theme, this)),
      m_page(new HubPage(shared, context.session, context.times, context.theme, this))
{
    setWindowTitle(tr("Shared database"));
    setAccessibleName(tr("Shared database"));
    setModal(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * Theme::grid, 5 * Theme::grid, 6 * Theme::grid, 5 * Theme::grid);
    layout->addWidget(m_pages);
    m_pages->addWidget(m_join);
    m_pages->addWidget(m_page);
    connect(m_join, &HubJoinPage::joined, this, [this](const QString &said) {
        begin();
        m_page->say(said);
    });
    connect(m_page, &HubPage::left, this, &HubDialog::begin);
    resize(150 * Theme::grid, 140 * Theme::grid);
}

void HubDialog::begin()
{
    m_pages->setCurrentWidget(m_shared.isJoined() ? static_cast<QWidget *>(m_page) : m_join);
    m_shared.isJoined() ? m_page->begin() : m_join->begin();
}

} // namespace qd::ui
