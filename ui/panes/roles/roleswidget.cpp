#include "ui/panes/roles/roleswidget.h"

#include "models/core/kinds.h"
#include "models/items/checkcards.h"
#include "models/items/rolecards.h"
#include "models/review/review.h"
#include "ui/panes/roles/rolespane.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/tonelabel.h"

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
    m_onCall = new ToneLabel(theme(), Colour::Dim, Type::Label, this);
    m_onCall->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    page()->addWidget(m_list);
    page()->addWidget(m_onCall);
    page()->addWidget(m_dutiesTitle);
    page()->addWidget(m_duties, 1);
    page()->addStretch(0);
    connect(m_list, &CardList::chosen, this, &RolesWidget::choose);
    connect(m_list, &CardList::actionPressed, this, &RolesWidget::press);
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
        addKey(m_list, text, key, [this, act] {
            if (const QString role = m_list->currentId(); !role.isEmpty())
                (this->*act)(role);
        });
    };
    add(tr("Assign…"), Qt::Key_A, &RolesWidget::askAssign);
    add(tr("Take it myself"), Qt::Key_T, &RolesWidget::take);
    add(tr("Hand over…"), Qt::Key_H, &RolesWidget::askHandover);
    add(tr("Accept the handover"), Qt::Key_Y, &RolesWidget::accept);
    add(tr("Withdraw the handover"), Qt::Key_W, &RolesWidget::withdraw);
    add(tr("Release"), Qt::Key_Delete, &RolesWidget::release);
}

void RolesWidget::refresh()
{
    m_list->setCards(items::roleCards(session().incident(), session().clocks(), session().now(), session().author()));
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    setSummary(items::roleSummary(session().incident(), session().clocks(), session().author()));
    showOnCall();
    showDuties();
}

void RolesWidget::showOnCall()
{
    const QString line = items::onCallLine(onCall());
    if (line == m_onCall->text() && m_onCall->isVisibleTo(this) == !line.isEmpty())
        return;
    m_onCall->setText(line);
    m_onCall->setVisible(!line.isEmpty());
}

void RolesWidget::tick(Instant now)
{
    const items::Cards cards = items::roleCards(session().incident(), session().clocks(), now, session().author());
    m_list->renewVisible([&cards](int row) { return cards[static_cast<size_t>(row)]; });
    showOnCall();
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

void RolesWidget::choose(const QString &role)
{
    const HandoverOffer *offer = items::offerOf(session().incident(), role);
    if (!offer)
        askAssign(role);
    else if (items::isSamePerson(offer->to, session().author()))
        accept(role);
    else
        askHandover(role);
}

void RolesWidget::press(const QString &role)
{
    const HandoverOffer *offer = items::offerOf(session().incident(), role);
    if (offer && !items::isSamePerson(offer->to, session().author()))
        withdraw(role);
    else
        choose(role);
}

void RolesWidget::askAssign(const QString &role)
{
    const auto assign = [this, role](const QStringList &answers) { return tell(command::AssignRole{role, answers.value(0), {}, {}}); };
    m_list->ask(
        role,
        {tr("Who takes %1?").arg(nameOf(role)),
         tr("Assign"),
         {{.name = tr("Name"), .completions = session().knownPeople(), .offers = peopleToOffer()}},
         assign});
}

std::vector<PromptOffer> RolesWidget::peopleToOffer() const
{
    const items::OnCallView view = onCall();
    const auto until = [&view](Instant at) { return view.until(at).section(QLatin1Char(' '), 0, -2); }; // the zone stands in the header
    std::vector<PromptOffer> offers;
    for (const oncall::OnDuty &duty : view.now.people)
        offers.push_back({duty.person, items::dutyWords(duty, until)});
    for (const QString &person : session().knownPeople()) {
        if (!offers.empty() && !view.now.find(person)) // without a schedule the field is enough
            offers.push_back({person, {}});
    }
    return offers;
}

QString RolesWidget::draftKey(const QString &role) const
{
    return QStringLiteral("handover/%1/%2").arg(session().incident().id.toString(), role);
}

void RolesWidget::keepBrief(const QString &role, const QString &text) const
{
    if (context().keepDraft)
        context().keepDraft(draftKey(role), text);
}

QString RolesWidget::briefFor(const QString &role) const
{
    if (const HandoverOffer *offer = items::offerOf(session().incident(), role))
        return offer->brief;
    const QString left = context().loadDraft ? context().loadDraft(draftKey(role)) : QString();
    return left.isEmpty() ? review::situation(session().plan(), session().incident(), session().now(), review::BriefFor::Handover) : left;
}

void RolesWidget::askHandover(const QString &role)
{
    const HandoverOffer *offered = items::offerOf(session().incident(), role);
    const auto offer = [this, role](const QStringList &answers) {
        const Result<void> done = tell(command::OfferHandover{role, answers.value(0), answers.value(1)});
        if (done)
            keepBrief(role, {});
        return done;
    };
    const auto keep = [this, role](const QString &text) { keepBrief(role, text); };
    m_list->ask(role,
                {tr("Hand %1 over: to whom?").arg(nameOf(role)),
                 tr("Offer"),
                 {{.name = tr("Name"), .value = offered ? offered->to : QString(), .completions = session().knownPeople(), .offers = peopleToOffer()},
                  {.name = tr("Handover brief"), .value = briefFor(role), .tall = true, .keep = keep}},
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

void RolesWidget::withdraw(const QString &role)
{
    if (const HandoverOffer *offer = items::offerOf(session().incident(), role))
        submit(command::Undo{offer->event, QLatin1String(kinds::handoverOffered)});
    else
        say(tr("%1 is not offered to anyone").arg(nameOf(role)));
}

void RolesWidget::release(const QString &role)
{
    submit(command::ReleaseRole{role, {}});
}

// The seat that a key from elsewhere is most likely about: the one that is offered, or that must not stay empty.
QString RolesWidget::roleMeant(const QString &verb) const
{
    const Incident &incident = session().incident();
    if (verb == QLatin1String("accept")) {
        const HandoverOffer *offer = items::offerTo(incident, session().author());
        return offer ? offer->role : QString();
    }
    if (m_list->hasFocus())
        return m_list->currentId();
    if (verb == QLatin1String("withdraw") && !incident.offers.empty())
        return incident.offers.front().role;
    for (const items::Card &card : m_list->cardModel().cards()) {
        if (card.alarm && (verb == QLatin1String("assign") || verb == QLatin1String("take")))
            return card.id;
    }
    return m_list->currentId();
}

void RolesWidget::perform(const QString &verb, const QVariant &about)
{
    refreshNow();
    const QString role = about.toString().isEmpty() ? roleMeant(verb) : about.toString();
    m_list->setCurrentId(role);
    m_list->setFocus();
    if (role.isEmpty()) {
        say(tr("No role is offered to you"));
        return;
    }
    static const QHash<QString, void (RolesWidget::*)(const QString &)> acts{
        {QStringLiteral("assign"), &RolesWidget::askAssign},     {QStringLiteral("take"), &RolesWidget::take},
        {QStringLiteral("handover"), &RolesWidget::askHandover}, {QStringLiteral("accept"), &RolesWidget::accept},
        {QStringLiteral("withdraw"), &RolesWidget::withdraw},    {QStringLiteral("release"), &RolesWidget::release},
    };
    if (const auto act = acts.value(verb))
        (this->*act)(role);
}

} // namespace qd::ui
