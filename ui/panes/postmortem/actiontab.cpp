#include "ui/panes/postmortem/actiontab.h"

#include "models/clocks/calendar.h"
#include "models/items/quickline.h"
#include "models/items/words.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/tonelabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

items::Card cardOf(const ActionItem &item, QDate today)
{
    const bool open = item.state == QLatin1String("open");
    const bool overdue = open && !item.due.isEmpty() && QDate::fromString(item.due, Qt::ISODate) < today;
    items::Card card;
    card.id = item.id.toString();
    card.title = item.text;
    card.tick = item.state == QLatin1String("done") ? items::Tick::On : items::Tick::Off;
    card.tone = overdue ? items::Tone::Missed : open ? items::Tone::Plain : items::Tone::Quiet;
    QStringList details{item.owner.isEmpty() ? ActionTab::tr("no owner") : item.owner,
                        item.due.isEmpty() ? ActionTab::tr("no date")
                            : overdue      ? ActionTab::tr("✕ overdue since %1").arg(item.due)
                                           : ActionTab::tr("by %1").arg(item.due),
                        items::categoryWord(item.category)};
    if (!open)
        details << items::workStateWord(item.state);
    details.removeAll(QString());
    card.detail = details.join(QStringLiteral(" · "));
    card.spoken = QStringList{card.title, card.detail, items::workStateWord(item.state)}.join(QStringLiteral(", "));
    return card;
}

} // namespace

ActionTab::ActionTab(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_new(new QLineEdit(this)),
      m_preview(new ToneLabel(context.theme, Colour::Dim, Type::Small, this)),
      m_list(new CardList(tr("Action items of the incident"), context.theme, {.wraps = true, .value = Type::Label}, this)),
      m_nothing(new EmptyState(context.theme, tr("No action items yet"),
                               tr("Write above what will be different, who does it and by when: it goes into the post-mortem and gets a "
                                  "clock of its own."),
                               this)),
      m_hint(new ToneLabel(context.theme, Colour::Dim, Type::Small, this))
{
    m_new->setAccessibleName(tr("New action item of the incident"));
    m_new->setAccessibleDescription(tr("What, with @owner, a date and #prevent, #detect or #respond"));
    m_new->setPlaceholderText(tr("Alert on queue depth @lee friday #detect"));
    m_list->setAccessibleDescription(tr("Space settles it or opens it again, Enter shows it among the action items"));
    m_hint->setText(tr("Space settles it · Enter shows it in the list"));
    m_hint->setContentsMargins(3 * Theme::grid, Theme::grid, 3 * Theme::grid, Theme::grid);
    m_preview->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    top->addWidget(m_new);
    top->addWidget(m_preview);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_hint);
    connect(m_new, &QLineEdit::textChanged, this, &ActionTab::preview);
    connect(m_new, &QLineEdit::returnPressed, this, &ActionTab::add);
    connect(m_list, &CardList::tickPressed, this, &ActionTab::toggle);
    connect(m_list, &CardList::chosen, this, [this](const QString &id) { m_context.invoke(QStringLiteral("actionitems.open"), id); });
}

QDate ActionTab::today() const
{
    return toDateTime(m_context.session.now(), clocks::zoneOf(m_context.session.plan())).date();
}

void ActionTab::refresh(const Incident &incident)
{
    items::Cards cards;
    for (const ActionItem &item : incident.actions)
        cards.push_back(cardOf(item, today()));
    m_list->setCards(cards);
    m_list->setVisible(!cards.empty());
    m_hint->setVisible(!cards.empty());
    m_nothing->setVisible(cards.empty());
}

void ActionTab::preview()
{
    const QString line = m_new->text().trimmed();
    m_preview->setVisible(!line.isEmpty());
    m_preview->setText(items::actionLineWords(items::readActionLine(line, today())));
}

void ActionTab::add()
{
    const items::ActionLine action = items::readActionLine(m_new->text(), today());
    const Result<EventId> done =
        m_context.session.submit(command::AddAction{action.text, action.owner, action.due, action.category, {}, {}});
    if (done)
        m_new->clear();
    else
        emit refused(done.error().sentence);
}

void ActionTab::toggle()
{
    const EventId id = EventId::fromString(m_list->currentId());
    const std::vector<ActionItem> &all = m_context.session.incident().actions;
    const auto item = std::find_if(all.begin(), all.end(), [&id](const ActionItem &one) { return one.id == id; });
    if (item == all.end())
        return;
    command::ChangeAction change;
    change.action = id;
    change.state = item->state == QLatin1String("open") ? QStringLiteral("done") : QStringLiteral("open");
    if (const Result<EventId> done = m_context.session.submit(change); !done)
        emit refused(done.error().sentence);
}

bool ActionTab::goTo(const EventId &action)
{
    m_list->setCurrentId(action.toString());
    return m_list->currentId() == action.toString();
}

void ActionTab::takeFocus()
{
    if (m_list->isHidden()) {
        m_new->setFocus();
        return;
    }
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    m_list->setFocus();
}

} // namespace qd::ui
