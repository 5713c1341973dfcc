#include "ui/panes/escalation/escalationwidget.h"

#include "models/core/durationtext.h"
#include "models/items/escalationcards.h"
#include "ui/panes/escalation/escalationpane.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"

namespace qd::ui {

QWidget *createEscalationPane(const PaneContext &context, QWidget *parent)
{
    return new EscalationWidget(context, parent);
}

EscalationWidget::EscalationWidget(const PaneContext &context, QWidget *parent)
    : PaneBase(context, parent),
      m_list(new CardList(tr("Escalation"), theme(), {.wraps = true}, this))
{
    m_nothing = new EmptyState(theme(), tr("This plan does not say who is called next"),
                               tr("Escalation steps of the response plan stand here with their times. Add some to the plan."), this);
    page()->addWidget(m_list, 1);
    page()->addWidget(m_nothing, 1);
    connect(m_list, &CardList::chosen, this, &EscalationWidget::take);
    connect(m_list, &CardList::actionPressed, this, &EscalationWidget::take);
    addKeys();
}

void EscalationWidget::addKeys()
{
    const auto add = [this](const QString &text, Qt::Key key, void (EscalationWidget::*act)(const QString &)) {
        addKey(m_list, text, key, [this, act] { (this->*act)(m_list->currentId()); });
    };
    add(tr("Escalate"), Qt::Key_E, &EscalationWidget::take);
    add(tr("Snooze…"), Qt::Key_S, &EscalationWidget::askSnooze);
    add(tr("Skip…"), Qt::Key_W, &EscalationWidget::askSkip);
}

void EscalationWidget::refresh()
{
    const items::Cards cards = items::escalationCards(session().plan(), session().incident(), session().clocks(), session().now(), times(), onCall());
    m_list->setCards(cards);
    m_list->setVisible(!cards.empty());
    m_nothing->setVisible(cards.empty());
    setSummary(items::escalationSummary(session().clocks(), session().now()));
}

void EscalationWidget::tick(Instant now)
{
    const items::Cards cards = items::escalationCards(session().plan(), session().incident(), session().clocks(), now, times(), onCall());
    if (cards.size() == m_list->cardModel().cards().size())
        m_list->renewVisible([&cards](int row) { return cards[static_cast<size_t>(row)]; });
}

void EscalationWidget::take(const QString &id)
{
    const plan::EscalationStep *step = items::findStep(session().plan(), id);
    if (!step)
        return;
    const QString person = items::personCalled(session().plan(), id, session().onCallNow());
    if (step->channels.size() < 2) {
        submit(command::Escalate{id, step->channels.value(0), {}, person});
        return;
    }
    const auto escalate = [this, id, person](const QStringList &answers) {
        return tell(command::Escalate{id, answers.value(0), {}, person});
    };
    m_list->ask(id,
                {tr("Escalate to %1: by which channel?").arg(person.isEmpty() ? step->who : person),
                 tr("Escalate"),
                 {{.name = tr("Channel"), .value = step->channels.first(), .completions = step->channels}},
                 escalate});
}

void EscalationWidget::askSkip(const QString &id)
{
    if (!items::findStep(session().plan(), id))
        return;
    const auto skip = [this, id](const QStringList &answers) {
        return tell(command::WaiveClock{QStringLiteral("escalate:") + id, answers.value(0)});
    };
    m_list->ask(id, {tr("Why is this step not needed?"), tr("Skip"), {{.name = tr("Reason")}}, skip});
}

void EscalationWidget::askSnooze(const QString &id)
{
    if (!items::findStep(session().plan(), id))
        return;
    const auto snooze = [this, id](const QStringList &answers) -> Result<void> {
        const std::optional<Duration> length = readDuration(answers.value(0));
        if (!length)
            return failure(ErrorCode::Usage, tr("'%1' is no length of time; write 10m or 1h30m").arg(answers.value(0)));
        return tell(command::SnoozeClock{QStringLiteral("escalate:") + id, *length, answers.value(1)});
    };
    m_list->ask(id,
                {tr("Snooze for how long, and why?"),
                 tr("Snooze"),
                 {{.name = tr("Length"), .value = QStringLiteral("10m"), .width = 6}, {.name = tr("Reason")}},
                 snooze});
}

void EscalationWidget::reveal(const QString &step)
{
    m_list->setCurrentId(step);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    m_list->setFocus();
}

void EscalationWidget::perform(const QString &verb, const QVariant &about)
{
    refreshNow();
    const QString step = about.toString().isEmpty() ? items::nextStep(session().clocks()) : about.toString();
    reveal(step);
    if (verb != QLatin1String("next"))
        return;
    if (step.isEmpty())
        say(tr("No step of escalation has a time at present; choose one and press Enter"));
    else
        take(step);
}

} // namespace qd::ui
