#include "ui/panes/actionitems/incidentactions.h"

#include "models/clocks/calendar.h"
#include "models/items/actionwords.h"
#include "models/items/quickline.h"
#include "ui/panes/actionitems/actiontable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tonelabel.h"

#include <QLineEdit>

namespace qd::ui {

IncidentActions::IncidentActions(const PaneContext &context, QWidget *parent)
    : PaneBase(context, parent),
      m_new(new QLineEdit(this)),
      m_preview(new ToneLabel(theme(), Colour::Dim, Type::Small, this)),
      m_table(new ActionTable(tr("Action items"), theme(), false, this))
{
    makeNewLine();
    m_preview->setContentsMargins(3 * Theme::grid, 0, 3 * Theme::grid, 2 * Theme::grid);
    m_preview->hide();
    m_nothing = new EmptyState(
        theme(), tr("No action items yet"),
        tr("Write above what will be different, who does it and by when: it goes into the post-mortem and gets a clock of its own."), this);
    page()->addWidget(m_preview);
    page()->addWidget(m_table, 1);
    page()->addWidget(m_nothing, 1);
    connect(m_table, &ActionTable::edited, this, &IncidentActions::change);
}

void IncidentActions::makeNewLine()
{
    m_new->setAccessibleName(tr("New action item"));
    m_new->setAccessibleDescription(tr("What, with @owner, a date and #prevent, #detect or #respond"));
    m_new->setPlaceholderText(tr("Alert on queue depth @lee friday #detect"));
    connect(m_new, &QLineEdit::textChanged, this, &IncidentActions::preview);
    connect(m_new, &QLineEdit::returnPressed, this, &IncidentActions::add);
}

QDate IncidentActions::today() const
{
    return toDateTime(session().now(), clocks::zoneOf(session().plan())).date();
}

void IncidentActions::refresh()
{
    m_table->setPeople(session().author(), session().knownPeople());
    const review::ActionList actions = review::actionsOf(session().plan(), session().incident(), session().now());
    setSummary(items::countWords(review::countsOf(actions)));
    m_table->setVisible(!actions.empty());
    m_nothing->setVisible(actions.empty());
    m_table->setActions(actions);
}

void IncidentActions::preview()
{
    const QString line = m_new->text().trimmed();
    m_preview->setVisible(!line.isEmpty());
    m_preview->setText(items::actionLineWords(items::readActionLine(line, today())));
}

void IncidentActions::add()
{
    const items::ActionLine action = items::readActionLine(m_new->text(), today());
    if (submit(command::AddAction{action.text, action.owner, action.due, action.category, {}, {}}))
        m_new->clear();
}

void IncidentActions::change(const ActionEdit &edit)
{
    if (!submit(edit.change))
        QMetaObject::invokeMethod(
            m_table, [this, edit] { m_table->editAgain(edit); }, Qt::QueuedConnection); // once its editor has closed
}

bool IncidentActions::select(const EventId &action)
{
    refreshNow();
    return m_table->select(action);
}

} // namespace qd::ui
