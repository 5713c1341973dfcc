#include "ui/mainwindow/mergedband.h"

#include "models/core/merging.h"
#include "ui/widgets/tonelabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace qd::ui {

MergedBand::MergedBand(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_words(new ToneLabel(context.theme, Colour::Text, Type::Strong, this)),
      m_open(new QPushButton(tr("Open"), this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("band", true);
    m_words->setWordWrap(false);
    auto *apart = new QPushButton(tr("Take it out again"), this);
    apart->setAccessibleName(apart->text());
    apart->setAutoDefault(true);
    m_open->setAccessibleName(tr("Open the incident that it was merged into"));
    m_open->setAutoDefault(true); // Enter presses it
    setFocusProxy(m_open);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4 * Theme::grid, Theme::grid, 4 * Theme::grid, Theme::grid);
    row->setSpacing(2 * Theme::grid);
    row->addWidget(m_words);
    row->addStretch(1);
    row->addWidget(apart);
    row->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, &MergedBand::openTarget);
    connect(apart, &QPushButton::clicked, this, &MergedBand::takeOut);
    for (const auto signal : {&IncidentSession::changed, &IncidentSession::opened, &IncidentSession::asOfChanged})
        connect(&context.session, signal, this, &MergedBand::describe);
    describe();
}

void MergedBand::describe()
{
    const Incident &incident = m_context.session.incident();
    const QString into = incident.mergedInto();
    setVisible(!into.isEmpty());
    if (into.isEmpty())
        return;
    m_words->setText(tr("Merged into %1: Enter opens it").arg(into));
    m_words->setAccessibleName(m_words->text());
    m_open->setText(tr("Open %1").arg(into));
    m_open->setAccessibleName(m_open->text());
    m_open->setAccessibleDescription(tr("This incident was merged into it"));
}

void MergedBand::openTarget()
{
    if (const QString into = m_context.session.incident().mergedInto(); !into.isEmpty())
        m_context.session.openReference(into);
}

void MergedBand::takeOut()
{
    const Result<Command> command = unmerge(m_context.session.incident());
    const Result<EventId> done = command ? m_context.session.submit(*command) : tl::unexpected(command.error());
    if (!done)
        emit m_context.session.failed(done.error().sentence);
}

} // namespace qd::ui
