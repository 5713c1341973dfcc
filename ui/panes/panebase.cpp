#include "ui/panes/panebase.h"

#include "ui/widgets/emptystate.h"
#include "ui/widgets/tonelabel.h"

namespace qd::ui {

PaneBase::PaneBase(const PaneContext &context, QWidget *parent)
    : QStackedWidget(parent),
      m_context(context),
      m_page(new QWidget(this)),
      m_notice(new ToneLabel(context.theme, Colour::Dim, Type::Small, m_page))
{
    auto *none = new EmptyState(context.theme, tr("No incident is open"),
                                tr("Open one on the board, or declare one: it takes a title and a severity."), this);
    none->addWay(tr("Declare an incident"), [this] { m_context.invoke(QStringLiteral("incident.declare"), {}); });
    m_none = none;
    auto *outer = new QVBoxLayout(m_page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_layout = new QVBoxLayout;
    m_layout->setSpacing(0);
    outer->addLayout(m_layout, 1);
    m_notice->setContentsMargins(3 * Theme::grid, Theme::grid, 3 * Theme::grid, Theme::grid);
    m_notice->hide();
    outer->addWidget(m_notice);
    addWidget(m_page);
    addWidget(m_none);
    setCurrentWidget(m_none);

    connect(&session(), &IncidentSession::changed, this, &PaneBase::noteChange);
    connect(&session(), &IncidentSession::clocksChanged, this, &PaneBase::noteChange);
    connect(&session(), &IncidentSession::onCallChanged, this, &PaneBase::noteChange);
    connect(&m_context.times, &TimeDisplay::changed, this, &PaneBase::noteChange);
    connect(&session(), &IncidentSession::opened, this, [this] {
        noteIncident();
        noteChange();
    });
    connect(&session(), &IncidentSession::ticked, this, [this](Instant now) {
        if (isVisible() && session().hasIncident() && !session().asOf())
            tick(now);
    });
}

// An editor that loses the focus while it is deleted must not reach a pane that is half gone.
PaneBase::~PaneBase()
{
    disconnect(&session(), nullptr, this, nullptr);
}

std::function<QString(Instant)> PaneBase::times() const
{
    return [display = &m_context.times](Instant instant) { return display->clock(instant); };
}

void PaneBase::noteChange()
{
    if (isVisible())
        refreshNow();
    else
        m_stale = true;
}

void PaneBase::noteIncident()
{
    const IncidentId open = session().incident().id;
    if (std::exchange(m_incident, open) == open)
        return;
    m_notice->hide();
    incidentOpened();
}

void PaneBase::refreshNow()
{
    m_stale = false;
    noteIncident();
    setCurrentWidget(session().hasIncident() ? m_page : m_none);
    if (session().hasIncident())
        refresh();
    else
        setSummary({});
}

void PaneBase::showEvent(QShowEvent *event)
{
    QStackedWidget::showEvent(event);
    if (m_stale)
        refreshNow();
}

bool PaneBase::submit(const Command &command)
{
    const Result<void> done = tell(command);
    if (!done)
        say(QStringLiteral("✕ ") + done.error().sentence, Colour::Critical);
    return done.has_value();
}

Result<void> PaneBase::tell(const Command &command)
{
    const Result<EventId> done = session().submit(command);
    if (!done)
        return tl::unexpected(done.error());
    m_notice->hide();
    return {};
}

void PaneBase::say(const QString &sentence, Colour colour)
{
    m_notice->setColour(colour);
    m_notice->setText(sentence);
    m_notice->setVisible(!sentence.isEmpty());
}

items::OnCallView onCallView(const PaneContext &context)
{
    const Instant now = context.session.now();
    return {context.session.onCall(), [display = &context.times, now](Instant at) { return display->appointment(at, now); }};
}

QHBoxLayout *makeBar(QVBoxLayout *below)
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    bar->setSpacing(2 * Theme::grid);
    below->addLayout(bar);
    return bar;
}

} // namespace qd::ui
