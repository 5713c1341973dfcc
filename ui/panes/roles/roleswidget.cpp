#include "ui/panes/roles/roleswidget.h"

#include "models/items/checkcards.h"
#include "models/items/rolecards.h"
#include "models/review/review.h"
#include "ui/panes/roles/rolespane.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/tonelabel.h"

#include <QAction>

namespace qd::ui {

QWidget *createRolesPane(const PaneContext &context, QWidget *parent)
{
    return new RolesWidget(context, parent);
}

RolesWidget::RolesWidget(const PaneContext &context, QWidget *parent)
    : PaneBase(context, parent),
      m_list(new CardList(tr("Roles"), theme(), {.columns = true, .value = Type::Label}, this)),
      m_duties(new CardList(tr("Duties"), theme(), {.wraps = true, .value = Type::Label}, this))
{
    auto *title = new ToneLabel(theme(), Colour::Dim, Type::Small, this);
    title->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, Theme::grid);
    m_dutiesTitle = title;
    m_list->growWithContent(90 * Theme::grid);
    page()->addWidget(m_list);
    page()->addWidget(m_dutiesTitle);
    page()->addWidget(m_duties, 1);
    page()->addStretch(0);
    connect(m_list, &CardList::chosen, this, &RolesWidget::choose);
    connect(m_list, &CardList::actionPressed, this, &RolesWidget::choose);
    connect(m_list, &CardList::currentChangedTo, this, &RolesWidget::showDuties);
    connect(m_duties, &CardList::tickPressed, this, [this](const QString &id) {
        if (const std::optional<items::CheckPlace> place = items::checkPlace(id))
            submit(command::TickCheck{place->list, place->item, m_duties->currentCard().tick != items::Tick::On});
    });
    addKeys();
}

void RolesWidget::addKeys()
{
    const auto add = [this](const QString &text, Qt::Key key, void (RolesWidget::*act)(const QString &)) {
        auto *action = new QAction(text, m_list);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, act] {
            if (const QString role = m_list->currentId(); !role.isEmpty())
                (this->*act)(role);
        });
        m_list->addAction(action);
    };
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    add(tr("Assign…"), Qt::Key_A, &RolesWidget::askAssign);
    add(tr("Take it myself"), Qt::Key_T, &RolesWidget::take);
    add(tr("Hand over…"), Qt::Key_H, &RolesWidget::askHandover);
    add(tr("Accept the handover"), Qt::Key_Y, &RolesWidget::accept);
    add(tr("Release"), Qt::Key_Delete, &RolesWidget::release);
}

void RolesWidget::refresh()
{
    m_list->setCards(items::roleCards(session().incident(), session().clocks(), session().now()));
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    setSummary(items::roleSummary(session().incident(), session().clocks()));
    showDuties();
}

void RolesWidget::tick(Instant now)
{
    const items::Cards cards = items::roleCards(session().incident(), session().clocks(), now);
    m_list->renewVisible([&cards](int row) { return cards[static_cast<size_t>(row)]; });
}

void RolesWidget::showDuties()
{
    const QString role = m_list->currentId();
    const items::Cards duties = items::dutyCards(session().incident(), role, times());
    static_cast<ToneLabel *>(m_dutiesTitle)->setText(tr("Duties of %1").arg(nameOf(role)));
    m_duties->setCards(duties);
    placeDuties();
}

// Who holds what comes first: the duties show where there is room for them below all of the roles.
void RolesWidget::placeDuties()
{
    constexpr int room = 36 * Theme::grid;
    const bool fits = m_duties->cardModel().rowCount() > 0 && height() >= m_list->sizeHint().height() + room;
    m_dutiesTitle->setVisible(fits);
    m_duties->setVisible(fits);
}

void RolesWidget::resizeEvent(QResizeEvent *event)
{
    PaneBase::resizeEvent(event);
    placeDuties();
}

QString RolesWidget::nameOf(const QString &role) const
{
    const auto &roles = session().incident().rules.roles;
    const auto found = std::find_if(roles.begin(), roles.end(), [&role](const Rulebook::Named &named) { return named.id == role; });
    return found == roles.end() ? role : found->name;
}

bool RolesWidget::isOffered(const QString &role) const
{
    const auto &offers = session().incident().offers;
    return std::any_of(offers.begin(), offers.end(), [&role](const HandoverOffer &offer) { return offer.role == role; });
}

void RolesWidget::choose(const QString &role)
{
    if (isOffered(role))
        accept(role);
    else
        askAssign(role);
}

void RolesWidget::askAssign(const QString &role)
{
    const auto assign = [this, role](const QStringList &answers) { return tell(command::AssignRole{role, answers.value(0), {}, {}}); };
    m_list->ask(
        role,
        {tr("Who takes %1?").arg(nameOf(role)), tr("Assign"), {{.name = tr("Name"), .completions = session().knownPeople()}}, assign});
}

void RolesWidget::askHandover(const QString &role)
{
    const QString brief = review::situation(session().plan(), session().incident(), session().now(), review::BriefFor::Handover);
    const auto offer = [this, role](const QStringList &answers) {
        return tell(command::OfferHandover{role, answers.value(0), answers.value(1)});
    };
    m_list->ask(
        role,
        {tr("Hand %1 over: to whom?").arg(nameOf(role)),
         tr("Offer"),
         {{.name = tr("Name"), .completions = session().knownPeople()}, {.name = tr("Handover brief"), .value = brief, .tall = true}},
         offer});
}

void RolesWidget::take(const QString &role)
{
    submit(command::AssignRole{role, session().author(), {}, {}});
}

void RolesWidget::accept(const QString &role)
{
    submit(command::AcceptHandover{role});
}

void RolesWidget::release(const QString &role)
{
    submit(command::ReleaseRole{role, {}});
}

void RolesWidget::perform(const QString &verb, const QVariant &about)
{
    refreshNow();
    m_list->setCurrentId(about.toString());
    const QString role = m_list->currentId();
    if (role.isEmpty())
        return;
    m_list->setFocus();
    if (verb == QLatin1String("assign"))
        askAssign(role);
    else if (verb == QLatin1String("take"))
        take(role);
    else if (verb == QLatin1String("handover"))
        askHandover(role);
    else if (verb == QLatin1String("accept"))
        accept(role);
}

} // namespace qd::ui
