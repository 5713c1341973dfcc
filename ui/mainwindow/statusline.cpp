#include "ui/mainwindow/statusline.h"

#include "ui/hub/hubwords.h"
#include "ui/widgets/elidedlabel.h"

#include <QMouseEvent>

namespace qd::ui {
namespace {

constexpr int longestState = 90; // characters

} // namespace

StatusLine::StatusLine(const PaneContext &context, QWidget *parent) : QStatusBar(parent), m_context(context)
{
    setSizeGripEnabled(false);
    setContentsMargins(10, 0, 10, 0);
    m_save = addLabel(Colour::Good);
    m_hub = addLabel(Colour::Faint);
    m_plan = addLabel(Colour::Faint);
    m_words = new ElidedLabel(context.theme, Colour::Critical, Type::Label, this);
    addWidget(m_words, 1);
    m_utc = new ToneLabel(context.theme, Colour::Faint, Type::Label, this);
    m_local = new ToneLabel(context.theme, Colour::Faint, Type::Label, this);
    for (ToneLabel *label : {m_utc, m_local}) {
        label->setWordWrap(false);
        label->setContentsMargins(0, 0, 2 * Theme::grid, 0);
        addPermanentWidget(label);
    }
    m_hub->setCursor(Qt::PointingHandCursor);
    m_hub->installEventFilter(this);
    m_second.setInterval(std::chrono::seconds(1));
    m_second.setTimerType(Qt::VeryCoarseTimer); // with the session's tick
    m_forget.setInterval(std::chrono::seconds(15));
    m_forget.setSingleShot(true);
    connect(&m_second, &QTimer::timeout, this, &StatusLine::showTime);
    connect(&m_forget, &QTimer::timeout, m_words, &QLabel::clear);
    connect(&context.session, &IncidentSession::saveStatusChanged, this, &StatusLine::showSave);
    connect(&context.session, &IncidentSession::opened, this, &StatusLine::showPlan);
    connect(&context.session, &IncidentSession::failed, this,
            [this](const QString &sentence) { say(QStringLiteral("✕ ") + sentence, Colour::Critical); });
    if (context.shared) {
        connect(context.shared, &SharedDatabase::changed, this, &StatusLine::showHub);
        connect(context.shared, &SharedDatabase::presentChanged, this, &StatusLine::showHub);
        connect(context.shared, &SharedDatabase::warned, this,
                [this](const QString &sentence) { say(QStringLiteral("▲ ") + sentence, Colour::High); });
    }
    connect(&context.times, &TimeDisplay::changed, this, &StatusLine::showHub);
    m_second.start();
    showSave();
    showHub();
    showPlan();
    showTime();
}

ToneLabel *StatusLine::addLabel(Colour colour)
{
    auto *label = new ToneLabel(m_context.theme, colour, Type::Label, this);
    label->setWordWrap(false);
    label->setContentsMargins(0, 0, 3 * Theme::grid, 0);
    addWidget(label);
    return label;
}

void StatusLine::say(const QString &sentence, Colour colour)
{
    m_words->setColour(colour);
    m_words->setText(sentence);
    m_words->setAccessibleName(sentence);
    m_words->setToolTip(sentence);
    m_forget.start();
}

void StatusLine::showSave()
{
    const SaveStatus status = m_context.session.saveStatus();
    QString text = tr("● Saved");
    Colour colour = Colour::Good;
    if (m_context.session.isReadOnly()) {
        text = tr("✕ Read only: %1").arg(m_context.session.readOnlyReason());
        colour = Colour::High;
    } else if (status.state == SaveState::Saving) {
        text = tr("◌ Saving %n", nullptr, status.waiting);
        colour = Colour::Dim;
    } else if (status.state == SaveState::Failed) {
        //: %1 is a sentence that says why, and what to do
        text = tr("✕ NOT SAVED, %n waiting: %1", nullptr, status.waiting).arg(status.sentence);
        colour = Colour::Critical;
    }
    m_save->setText(text);
    m_save->setColour(colour);
    m_save->setAccessibleName(tr("Save status %1").arg(text.mid(2)));
}

void StatusLine::showHub()
{
    const HubWords words = hubWords(m_context.shared, m_context.times);
    QString shown = words.text;
    if (shown.size() > longestState) // the dialog and the tool tip have all of it
        shown = shown.left(longestState - 1) + QChar(0x2026);
    m_hub->setText(tr("%1 Hub: %2").arg(words.sign, shown));
    m_hub->setColour(words.colour);
    m_hub->setAccessibleName(tr("Hub status %1").arg(words.text));
    QStringList more{words.more};
    if (const QStringList people = m_context.shared ? m_context.shared->peopleHere() : QStringList(); !people.isEmpty())
        more << tr("In the room with you: %1").arg(people.join(QStringLiteral(", ")));
    more << tr("Press for the shared database");
    more.removeAll(QString());
    m_hub->setAccessibleDescription(more.join(QStringLiteral(". ")));
    m_hub->setToolTip(more.join(QLatin1Char('\n')));
}

bool StatusLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_hub && event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
        m_context.invoke(QStringLiteral("hub.open"), {});
    return QStatusBar::eventFilter(watched, event);
}

void StatusLine::showPlan()
{
    const plan::Plan &plan = m_context.session.plan();
    if (!m_context.session.hasIncident())
        m_plan->clear();
    else
        m_plan->setText(plan.version.isEmpty() ? tr("Plan: %1").arg(plan.name) : tr("Plan: %1, v%2").arg(plan.name, plan.version));
}

void StatusLine::showTime()
{
    const Instant now = m_context.session.present();
    const QDateTime local = toDateTime(now, QTimeZone::systemTimeZone());
    m_utc->setText(QStringLiteral("UTC ") + toDateTime(now, QTimeZone::utc()).toString(QStringLiteral("HH:mm:ss")));
    m_local->setText(local.offsetFromUtc() == 0 ? QString() : local.timeZoneAbbreviation() + local.toString(QStringLiteral(" HH:mm")));
    m_local->setVisible(local.offsetFromUtc() != 0);
}

} // namespace qd::ui
