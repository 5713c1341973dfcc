#include "ui/mainwindow/header.h"

#include "models/clocks/remaining.h"
#include "ui/hub/hubwords.h"
#include "ui/mainwindow/bigvalue.h"
#include "ui/mainwindow/severitybadge.h"
#include "ui/mainwindow/statusstepper.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStyle>

namespace qd::ui {
namespace {

constexpr int headerHeight = 92;

QString commanderRole(const plan::Plan &plan)
{
    const plan::Role *role = plan::findRole(plan, QStringLiteral("ic"));
    return role ? role->id : QStringLiteral("ic");
}

} // namespace

QString elapsedText(Duration elapsed)
{
    const qint64 seconds = std::max<qint64>(0, toSeconds(elapsed));
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    const bool inDays = seconds >= 4 * 86400;
    const qint64 hours = inDays ? seconds / 3600 % 24 : seconds / 3600;
    const QString clock = two(hours) + QLatin1Char(':') + two(seconds / 60 % 60) + QLatin1Char(':') + two(seconds % 60);
    return inDays ? Header::tr("%1 d %2").arg(seconds / 86400).arg(clock) : clock;
}

Header::Header(const PaneContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setFixedHeight(headerHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 1);
    layout->setSpacing(28);
    layout->addWidget(makeLeft(), 1);
    m_elapsed = new BigValue(context.theme, tr("Elapsed"), 150, 150, this);
    m_next = new BigValue(context.theme, tr("Next due"), 250, 110, this);
    layout->addWidget(m_elapsed, 0, Qt::AlignVCenter);
    layout->addWidget(m_next, 0, Qt::AlignVCenter);
    connect(&context.session, &IncidentSession::changed, this, &Header::refresh);
    connect(&context.session, &IncidentSession::clocksChanged, this, [this] { showTimes(m_context.session.now()); });
    connect(&context.session, &IncidentSession::ticked, this, [this] { showTimes(m_context.session.now()); });
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&context.times, &TimeDisplay::changed, this, &Header::showRoom);
    if (context.shared) {
        connect(context.shared, &SharedDatabase::changed, this, &Header::showRoom);
        connect(context.shared, &SharedDatabase::presentChanged, this, &Header::showRoom);
    }
    refresh();
}

QWidget *Header::makeLeft()
{
    auto *left = new QWidget(this);
    auto *rows = new QVBoxLayout(left);
    rows->setContentsMargins(0, 13, 0, 10);
    rows->setSpacing(8);
    auto *first = new QHBoxLayout;
    first->setSpacing(12);
    m_severity = new SeverityBadge(m_context.session, m_context.theme, left);
    m_title = new ElidedLabel(m_context.theme, Colour::Text, Type::Title, left);
    m_ref = new ToneLabel(m_context.theme, Colour::Dim, Type::Strong, left);
    m_commander = new QPushButton(left);
    m_commander->setCursor(Qt::PointingHandCursor);
    connect(m_commander, &QPushButton::clicked, this, &Header::askCommander);
    for (ToneLabel *label : {m_title, m_ref})
        label->setWordWrap(false);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    first->addWidget(m_severity);
    first->addWidget(m_title);
    first->addWidget(m_ref);
    first->addWidget(m_commander);
    first->addStretch(1);
    m_stepper = new StatusStepper(m_context.theme, left);
    m_room = new ElidedLabel(m_context.theme, Colour::Dim, Type::Label, left);
    m_room->setWordWrap(false);
    auto *second = new QHBoxLayout;
    second->setSpacing(12);
    second->addWidget(m_stepper);
    second->addSpacing(4 * Theme::grid); // who is here is no step
    second->addWidget(m_room, 1);
    rows->addLayout(first);
    rows->addLayout(second);
    connect(m_stepper, &StatusStepper::chosen, this, &Header::changeStatus);
    connect(m_severity, &SeverityBadge::answered, this, &Header::done);
    return left;
}

void Header::askSeverity()
{
    m_severity->ask();
}

void Header::focusStatus()
{
    m_stepper->setFocus();
}

void Header::changeStatus(const QString &status)
{
    if (status != m_context.session.incident().status)
        m_context.invoke(QStringLiteral("incident.status"), status);
    emit done();
}

void Header::refresh()
{
    const Incident &incident = m_context.session.incident();
    m_severity->refresh();
    m_title->setText(incident.title);
    m_title->setToolTip(incident.title);
    m_ref->setText(incident.drill ? tr("%1 · drill").arg(incident.ref) : incident.ref);
    m_stepper->setStatus(incident.status);
    showCommander();
    showRoom();
    showTimes(m_context.session.now());
}

void Header::showRoom()
{
    const bool shared = m_context.shared && m_context.shared->isJoined();
    m_room->setVisible(shared);
    if (!shared)
        return;
    const HubWords words = hubWords(m_context.shared, m_context.times);
    const QStringList people = m_context.shared->peopleAt(m_context.session.incident().id);
    const bool isWell = words.colour == Colour::Good || words.colour == Colour::Dim;
    // What the status line says calmly is said here only where it needs to be seen; who is here, always.
    QStringList parts;
    if (!isWell)
        parts << words.sign + QLatin1Char(' ') // why is said by the status line, which has the room for it
                + (m_context.shared->status().state == hub::HubState::Refused ? tr("the hub refuses") : words.text);
    if (!people.isEmpty())
        parts << tr("%1 here too").arg(peopleWords(people, 4));
    m_room->setText(parts.join(QStringLiteral("  ·  ")));
    m_room->setColour(isWell ? Colour::Dim : words.colour);
    m_room->setAccessibleName(people.isEmpty() ? tr("In the room nobody else")
                                               : tr("In the room %1").arg(people.join(QStringLiteral(", "))));
    m_room->setToolTip(people.isEmpty() ? QString() : tr("Looking at this incident: %1").arg(people.join(QStringLiteral(", "))));
}

void Header::showCommander()
{
    const Incident &incident = m_context.session.incident();
    const QString holder = incident.holder(commanderRole(m_context.session.plan()));
    const bool missing = holder.isEmpty() && incident.isOpen();
    m_commander->setVisible(missing || !holder.isEmpty());
    m_commander->setText(missing ? tr("✕ No commander") : tr("IC %1").arg(holder));
    m_commander->setAccessibleName(tr("Commander %1").arg(missing ? tr("nobody") : holder));
    m_commander->setAccessibleDescription(missing ? tr("Press to give the role to someone") : tr("Press to hand it over"));
    m_commander->setToolTip(m_commander->accessibleDescription());
    const QString seat = missing ? QStringLiteral("empty") : QStringLiteral("held");
    if (m_commander->property("seat").toString() == seat)
        return;
    m_commander->setProperty("seat", seat);
    m_commander->style()->polish(m_commander);
}

void Header::askCommander()
{
    const QString role = commanderRole(m_context.session.plan());
    const bool isHeld = !m_context.session.incident().holder(role).isEmpty();
    m_context.invoke(isHeld ? QStringLiteral("roles.handover") : QStringLiteral("roles.assign"), role);
}

void Header::showTimes(Instant now)
{
    const Milestones &times = m_context.session.incident().milestones;
    const std::optional<Instant> since = times.detected ? times.detected : times.declared;
    const std::optional<Instant> end = times.resolved ? times.resolved : times.closed; // merged: closed without ever being resolved
    const bool ended = end && !m_context.session.incident().isOpen();
    m_elapsed->setValue(times.resolved       ? tr("Detection to resolution")
                            : ended          ? tr("Open for")
                            : times.detected ? tr("Since detection")
                                             : tr("Since declaration"),
                        since ? elapsedText((ended ? *end : now) - *since) : QStringLiteral("—"), Colour::Text);
    const clocks::Countdown *next = clocks::mostUrgent(m_context.session.clocks());
    if (!next) {
        m_next->setValue(tr("Next"), tr("nothing due"), Colour::Faint);
        return;
    }
    const bool missed =
        next->state == clocks::State::Missed || (next->dueAt && *next->dueAt < now && next->state == clocks::State::Running);
    const bool isNear = next->state == clocks::State::Running && next->warnAt && *next->warnAt <= now;
    m_next->setValue(missed ? tr("✕ %1").arg(next->label) : tr("Next: %1").arg(next->label), clocks::remainingText(*next, now),
                     missed       ? Colour::Critical
                         : isNear ? Colour::High
                                  : Colour::Text);
}

void Header::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colour(Colour::Panel));
    painter.fillRect(0, height() - 1, width(), 1, m_context.theme.colour(Colour::Line));
}

} // namespace qd::ui
