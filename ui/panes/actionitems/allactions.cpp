#include "ui/panes/actionitems/allactions.h"

#include "models/items/actionwords.h"
#include "models/session/casebook.h"
#include "ui/panes/actionitems/actionfilterbar.h"
#include "ui/panes/actionitems/actiontable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tonelabel.h"

#include <QPointer>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

qint64 halfHourOf(Instant at)
{
    return toMsecs(at) / (30 * 60 * 1000);
}

} // namespace

AllActions::AllActions(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_filter(new ActionFilterBar(context.session.author(), this)),
      m_table(new ActionTable(tr("Action items of all incidents"), context.theme, true, this)),
      m_notice(new ToneLabel(context.theme, Colour::Critical, Type::Small, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    makeEmptyStates();
    for (QWidget *state : {m_reading, m_none, m_allClosed, m_notFound}) {
        layout->addWidget(state, 1);
        state->hide(); // or each would ask for room before the first look
    }
    m_notice->setContentsMargins(3 * Theme::grid, Theme::grid, 3 * Theme::grid, Theme::grid);
    m_notice->hide();
    layout->addWidget(m_notice);
    m_table->showOrder(m_order, m_descending);
    connect(m_filter, &ActionFilterBar::changed, this, &AllActions::refreshNow);
    connect(m_table, &ActionTable::edited, this, &AllActions::change);
    connect(m_table, &ActionTable::orderWanted, this, &AllActions::order);
    connect(m_table, &ActionTable::incidentWanted, this, &AllActions::incidentWanted);
    connect(&context.session.casebook(), &Casebook::changed, this, &AllActions::noteChange);
    connect(&context.session, &IncidentSession::ticked, this, [this](Instant now) {
        if (halfHourOf(now) != m_halfHour) // a day may have begun in some plan's zone
            noteChange();
    });
}

void AllActions::makeEmptyStates()
{
    const Theme &theme = m_context.theme;
    m_reading = new EmptyState(theme, tr("Reading the incidents"), tr("The action items of all of them come here."), this);
    m_none = new EmptyState(theme, tr("No incident has an action item"),
                            tr("Note in an incident what will be different, who does it and by when; what is open stands here."), this);
    auto *closed = new EmptyState(theme, tr("Nothing is open"), tr("Every action item of every incident is done or dropped."), this);
    closed->addWay(tr("Show the closed ones"), [this] { m_filter->showClosed(); });
    m_allClosed = closed;
    auto *notFound = new EmptyState(theme, tr("No action item fits"), tr("The chips and words above let none through."), this);
    notFound->addWay(tr("Show all that are open"), [this] { m_filter->clear(); });
    m_notFound = notFound;
}

void AllActions::noteChange()
{
    if (isVisible())
        refreshNow();
    else
        m_stale = true;
}

void AllActions::refreshNow()
{
    m_stale = false;
    Casebook &casebook = m_context.session.casebook();
    casebook.watch();
    const Instant now = m_context.session.present();
    m_halfHour = halfHourOf(now);
    show(review::actionsOf(casebook.cases(), now));
}

void AllActions::show(const review::ActionList &all)
{
    QStringList people = m_context.session.knownPeople();
    for (const review::ListedAction &action : all)
        people << action.item.owner;
    people.removeDuplicates();
    m_table->setPeople(m_context.session.author(), people);
    review::ActionList shown = review::filtered(all, m_filter->filter());
    review::sortActions(shown, m_order, m_descending);
    const bool reading = all.empty() && !m_context.session.casebook().isComplete();
    const bool nothing = shown.empty() && !reading;
    m_reading->setVisible(reading);
    m_none->setVisible(nothing && all.empty());
    m_allClosed->setVisible(nothing && !all.empty() && m_filter->isAsAtFirst());
    m_notFound->setVisible(nothing && !all.empty() && !m_filter->isAsAtFirst());
    m_table->setVisible(!shown.empty());
    m_filter->setCounts(all);
    m_table->setActions(std::move(shown));
    setWindowTitle(items::countWords(review::countsOf(all)));
    if (!m_wanted.isNull() && m_table->select(m_wanted))
        m_wanted = {};
}

void AllActions::order(review::ActionOrder order, bool again)
{
    m_descending = again && !m_descending;
    m_order = order;
    m_table->showOrder(m_order, m_descending);
    refreshNow();
}

void AllActions::select(const EventId &action)
{
    m_wanted = action;
    refreshNow();
    if (m_wanted.isNull() || m_filter->filter() == review::ActionFilter{})
        return;
    m_filter->showClosed(); // it was not among what is shown
}

void AllActions::change(const ActionEdit &edit)
{
    m_context.session.submitTo(edit.incident, edit.change, [self = QPointer(this), edit](const Result<EventId> &done) {
        if (self)
            self->answered(edit, done);
    });
}

void AllActions::answered(const ActionEdit &edit, const Result<EventId> &done)
{
    say(done ? QString() : QStringLiteral("✕ ") + done.error().sentence);
    if (!done)
        QMetaObject::invokeMethod(
            m_table, [this, edit] { m_table->editAgain(edit); }, Qt::QueuedConnection); // once its editor has closed
}

void AllActions::say(const QString &sentence)
{
    m_notice->setText(sentence);
    m_notice->setVisible(!sentence.isEmpty());
}

void AllActions::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refreshNow();
}

} // namespace qd::ui
