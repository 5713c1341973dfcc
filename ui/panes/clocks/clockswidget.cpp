#include "ui/panes/clocks/clockswidget.h"

#include "models/core/durationtext.h"
#include "models/items/clockcards.h"
#include "models/items/escalationcards.h"
#include "ui/panes/clocks/clockspane.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"

#include <QScrollBar>
#include <QToolButton>

namespace qd::ui {

using clocks::Countdown;
using clocks::State;

QWidget *createClocksPane(const PaneContext &context, QWidget *parent)
{
    return new ClocksWidget(context, parent);
}

ClocksWidget::ClocksWidget(const PaneContext &context, QWidget *parent)
    : PaneBase(context, parent),
      m_list(new CardList(tr("Clocks"), theme(), {}, this)),
      m_settledToggle(new QToolButton(this))
{
    m_calm = new EmptyState(theme(), tr("No clock is running"),
                            tr("What the plan promises at this severity is counted down here: the next update, "
                               "escalation, empty seats, and the time to resolve."),
                            this);
    m_settledToggle->setCheckable(true);
    m_settledToggle->setAutoRaise(true);
    page()->addWidget(m_list, 1);
    page()->addWidget(m_calm);
    page()->addWidget(m_settledToggle, 0, Qt::AlignLeft);
    connect(m_settledToggle, &QToolButton::toggled, this, &ClocksWidget::refreshNow);
    connect(m_list, &CardList::chosen, this, &ClocksWidget::doTheObvious);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { tick(session().now()); }); // what comes into sight
    addKeys();
}

void ClocksWidget::addKeys()
{
    const auto add = [this](const QString &text, Qt::Key key, void (ClocksWidget::*act)()) {
        addKey(m_list, text, key, [this, act] { (this->*act)(); });
    };
    add(tr("Pause…"), Qt::Key_P, &ClocksWidget::askPause);
    add(tr("Resume"), Qt::Key_R, &ClocksWidget::resume);
    add(tr("Snooze…"), Qt::Key_S, &ClocksWidget::askSnooze);
    add(tr("Waive…"), Qt::Key_W, &ClocksWidget::askWaive);
}

void ClocksWidget::refresh()
{
    m_shown.clear();
    int settled = 0;
    for (const Countdown &clock : session().clocks()) {
        const bool past = clock.state == State::Met || clock.state == State::Waived;
        settled += past ? 1 : 0;
        if (!past || m_settledToggle->isChecked())
            m_shown.push_back(clock);
    }
    items::Cards cards;
    for (const Countdown &clock : m_shown)
        cards.push_back(items::clockCard(clock, session().now(), times()));
    m_list->setCards(cards);
    m_list->setVisible(!m_shown.empty());
    m_calm->setVisible(m_shown.empty());
    m_settledToggle->setVisible(settled > 0);
    m_settledToggle->setText(m_settledToggle->isChecked() ? tr("Hide what was kept") : tr("Show %n kept or waived", nullptr, settled));
    m_settledToggle->setAccessibleName(m_settledToggle->text());
    setSummary(items::clockSummary(session().clocks()));
}

void ClocksWidget::perform(const QString &verb, const QVariant &about)
{
    refreshNow();
    if (about.toString().isEmpty() && !m_list->hasFocus())
        m_list->setCurrentIndex({}); // the one that is due first
    m_list->setCurrentId(about.toString());
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    m_list->setFocus();
    static const QHash<QString, void (ClocksWidget::*)()> acts{{QStringLiteral("snooze"), &ClocksWidget::askSnooze},
                                                               {QStringLiteral("pause"), &ClocksWidget::askPause},
                                                               {QStringLiteral("resume"), &ClocksWidget::resume},
                                                               {QStringLiteral("waive"), &ClocksWidget::askWaive}};
    if (const auto act = acts.value(verb))
        (this->*act)();
}

void ClocksWidget::tick(Instant now)
{
    m_list->renewVisible([this, now](int row) { return items::clockCard(m_shown[static_cast<size_t>(row)], now, times()); });
}

const Countdown *ClocksWidget::current() const
{
    const QString id = m_list->currentId();
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [&id](const Countdown &clock) { return clock.id == id; });
    return found == m_shown.end() ? nullptr : &*found;
}

void ClocksWidget::doTheObvious(const QString &)
{
    const Countdown *clock = current();
    if (!clock || !clock->isOpen())
        return;
    static const QHash<QString, QString> actions{{QStringLiteral("update"), QStringLiteral("updates.write")},
                                                 {QStringLiteral("role"), QStringLiteral("roles.assign")},
                                                 {QStringLiteral("ask"), QStringLiteral("asks.answer")},
                                                 {QStringLiteral("postmortem"), QStringLiteral("postmortem.open")},
                                                 {QStringLiteral("postmortem-document"), QStringLiteral("postmortem.open")},
                                                 {QStringLiteral("action"), QStringLiteral("actionitems.open")}};
    if (clock->kind == QLatin1String("escalate"))
        submit(command::Escalate{clock->subject, {}, {}, items::personCalled(session().plan(), clock->subject, session().onCallNow())});
    else if (clock->kind == QLatin1String("acknowledge"))
        submit(command::Acknowledge{});
    else if (clock->kind == QLatin1String("resolve") || clock->kind == QLatin1String("watch"))
        context().invoke(QStringLiteral("incident.status"), QStringLiteral("resolved"));
    else if (const QString action = actions.value(clock->kind); !action.isEmpty())
        context().invoke(action, clock->subject);
}

void ClocksWidget::askPause()
{
    const Countdown *clock = current();
    if (!clock || !clock->isOpen())
        return;
    const auto pause = [this, id = clock->id](const QStringList &answers) { return tell(command::PauseClock{id, answers.value(0)}); };
    m_list->ask(clock->id,
                {tr("Pause “%1”: why does it stop?").arg(clock->label),
                 tr("Pause"),
                 {{.name = tr("Reason, such as: waiting for the vendor")}},
                 pause});
}

void ClocksWidget::resume()
{
    if (const Countdown *clock = current())
        submit(command::ResumeClock{clock->id});
}

void ClocksWidget::askSnooze()
{
    const Countdown *clock = current();
    if (!clock || !clock->isOpen())
        return;
    const auto snooze = [this, id = clock->id](const QStringList &answers) -> Result<void> {
        const std::optional<Duration> length = readDuration(answers.value(0));
        if (!length)
            return failure(ErrorCode::Usage, tr("'%1' is no length of time; write 10m or 1h30m").arg(answers.value(0)));
        return tell(command::SnoozeClock{id, *length, answers.value(1)});
    };
    m_list->ask(clock->id,
                {tr("Snooze “%1”: for how long, and why?").arg(clock->label),
                 tr("Snooze"),
                 {{.name = tr("Length"), .value = QStringLiteral("10m"), .width = 6}, {.name = tr("Reason")}},
                 snooze});
}

void ClocksWidget::askWaive()
{
    const Countdown *clock = current();
    if (!clock || !clock->isOpen())
        return;
    const auto waive = [this, id = clock->id](const QStringList &answers) { return tell(command::WaiveClock{id, answers.value(0)}); };
    m_list->ask(clock->id, {tr("Waive “%1”: why is it not needed?").arg(clock->label), tr("Waive"), {{.name = tr("Reason")}}, waive});
}

} // namespace qd::ui
