#include "ui/plans/planswindow.h"

#include "ui/actions/actions.h"
#include "ui/widgets/background.h"
#include "ui/plans/planpage.h"
#include "ui/plans/sourcetab.h"
#include "ui/plans/versionstab.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/panetitle.h"
#include "ui/widgets/tonelabel.h"

#include <QSplitter>
#include <QTabWidget>

namespace qd::ui {
namespace {

enum Tab { PlanTab, SourceTabAt, VersionsTabAt };

const QString removedHeading = QStringLiteral("/removed");

} // namespace

PlansWindow::PlansWindow(const PaneContext &context, const plan::PlanStore &store, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_store(store),
      m_draft(new PlanDraft(context, this)),
      m_shelf(new PlanShelf(
          context, store, [this](const QString &id) { return m_draft->isKept(id); }, this))
{
    setWindowFlags(Qt::Window);
    setWindowTitle(tr("Response plans"));
    setAccessibleName(tr("Response plans window"));
    resize(QSize(340 * Theme::grid, 215 * Theme::grid));
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(makeLeft());
    auto *right = new QWidget(split);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addWidget(makeMessage());
    m_tabs = new QTabWidget(right);
    makeTabs();
    column->addWidget(m_tabs, 1);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setSizes({75 * Theme::grid, 265 * Theme::grid});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(split);
    connectParts();
    addKeys();
    m_wanted = context.session.hasIncident() ? context.session.incident().rules.planId : QString();
    reload();
    m_list->setFocus();
}

QPushButton *PlansWindow::button(const QString &text, const char *verb, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, [this, verb] { perform(QLatin1String(verb), {}); });
    return made;
}

QWidget *PlansWindow::makeLeft()
{
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PaneTitle(m_context.theme, tr("Plans"), left));
    m_list = new CardList(tr("Response plans"), m_context.theme, CardStyle{.wraps = true, .value = Type::Small}, left);
    m_list->setAccessibleDescription(tr("D duplicates a plan, Delete removes one of your own, Enter goes to its source"));
    column->addWidget(m_list, 1);
    auto *ways = new QVBoxLayout;
    ways->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    ways->setSpacing(2 * Theme::grid);
    ways->addWidget(button(tr("&New from a written plan…"), "import", left));
    ways->addWidget(button(tr("&Import YAML…"), "importfile", left));
    column->addLayout(ways);
    return left;
}

QWidget *PlansWindow::makeTop()
{
    auto *top = new QWidget(this);
    auto *line = new QHBoxLayout(top);
    line->setContentsMargins(4 * Theme::grid, 3 * Theme::grid, 4 * Theme::grid, 3 * Theme::grid);
    line->setSpacing(2 * Theme::grid);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_name = new ToneLabel(m_context.theme, Colour::Text, Type::Title, top);
    m_state = new ToneLabel(m_context.theme, Colour::Dim, Type::Label, top);
    for (ToneLabel *label : {m_name, m_state}) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name is cut, not the buttons
        words->addWidget(label);
    }
    line->addLayout(words, 1);
    line->addWidget(m_remove = button(tr("&Remove"), "remove", top));
    line->addWidget(button(tr("&Export YAML…"), "export", top));
    line->addWidget(button(tr("&Duplicate…"), "duplicate", top));
    line->addWidget(button(tr("De&clare with this plan…"), "declare", top));
    line->addWidget(m_discard = button(tr("Discard chan&ges"), "discard", top));
    m_save = button(tr("Sa&ve"), "save", top);
    m_save->setProperty("primary", true);
    line->addWidget(m_save);
    return top;
}

QWidget *PlansWindow::makeMessage()
{
    m_band = new QWidget(this);
    m_band->setProperty("band", true);
    auto *line = new QHBoxLayout(m_band);
    line->setContentsMargins(4 * Theme::grid, 2 * Theme::grid, 4 * Theme::grid, 2 * Theme::grid);
    m_message = new ToneLabel(m_context.theme, Colour::Text, Type::Body, m_band);
    m_message->setWordWrap(true);
    line->addWidget(m_message, 1);
    m_offer = new QPushButton(m_band);
    m_offer->setAutoDefault(false);
    connect(m_offer, &QPushButton::clicked, this, [this] { perform(QStringLiteral("undo"), {}); });
    line->addWidget(m_offer, 0, Qt::AlignTop);
    m_band->hide();
    return m_band;
}

void PlansWindow::makeTabs()
{
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the plan"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the plan"));
    m_source = new SourceTab(*m_draft, m_context.theme, m_tabs);
    m_versions = new VersionsTab(m_context, m_store, *m_shelf, m_tabs);
    m_tabs->addTab(new PlanPage(*m_draft, m_context.theme, m_tabs), tr("&Plan"));
    m_tabs->addTab(m_source, tr("&Source"));
    m_tabs->addTab(m_versions, tr("&Versions"));
}

void PlansWindow::connectParts()
{
    connect(m_shelf, &PlanShelf::changed, this, &PlansWindow::showShelf);
    connect(m_list, &CardList::currentChangedTo, this, &PlansWindow::openPlan);
    connect(m_list, &CardList::chosen, this, [this] {
        m_tabs->setCurrentIndex(SourceTabAt);
        m_source->focusText();
    });
    connect(m_draft, &PlanDraft::changed, this, [this] {
        if (!m_draft->id().isEmpty())
            m_shelf->noteDraft(m_draft->id(), m_draft->isChanged());
        showTop();
    });
    connect(m_draft, &PlanDraft::checked, this, [this] {
        showTop();
        if (std::exchange(m_saveWhenChecked, false))
            save();
    });
    connect(m_versions, &VersionsTab::broughtBack, this, [this](int number) { bringBack(m_current, number); });
    connect(m_versions, &VersionsTab::incidentChosen, this, &PlansWindow::openIncident);
    connect(m_versions, &VersionsTab::adoptionWanted, this, &PlansWindow::adopt);
}

// The actions of the table that mean this window alone; the main window gives them the keys that a person has chosen.
void PlansWindow::addKeys()
{
    for (const ActionRow &row : allActions()) {
        if (row.scope != ActionScope::Plans)
            continue;
        auto *action = new QAction(actionText(row), this);
        action->setObjectName(QLatin1String(row.id));
        action->setShortcut(QKeySequence(QLatin1String(row.shortcut)));
        const QString verb = QString::fromLatin1(row.id).section(QLatin1Char('.'), 1);
        connect(action, &QAction::triggered, this, [this, verb] { perform(verb, {}); });
        addAction(action);
    }
    addKey(m_list, tr("Duplicate…"), Qt::Key_D, [this] { duplicate(); });
    addKey(m_list, tr("Remove"), Qt::Key_Delete, [this] { remove(); });
    addKey(m_list, tr("Declare an incident under it…"), Qt::Key_N, [this] { perform(QStringLiteral("declare"), {}); });
}

void PlansWindow::perform(const QString &verb, const QVariant &about)
{
    static const QHash<QString, std::function<void(PlansWindow &)>> verbs{
        {QStringLiteral("save"), [](PlansWindow &w) { w.save(); }},
        {QStringLiteral("discard"), [](PlansWindow &w) { w.discard(); }},
        {QStringLiteral("duplicate"), [](PlansWindow &w) { w.duplicate(); }},
        {QStringLiteral("importfile"), [](PlansWindow &w) { w.importFile(); }},
        {QStringLiteral("export"), [](PlansWindow &w) { w.exportFile(); }},
        {QStringLiteral("remove"), [](PlansWindow &w) { w.remove(); }},
        {QStringLiteral("import"), [](PlansWindow &w) { w.m_context.invoke(QStringLiteral("plan.import"), {}); }},
        {QStringLiteral("declare"), [](PlansWindow &w) { w.m_context.invoke(QStringLiteral("incident.declare"), w.m_current); }},
        {QStringLiteral("undo"),
         [](PlansWindow &w) {
             w.m_band->hide();
             if (const auto act = std::exchange(w.m_offered, {}))
                 act();
         }},
    };
    if (const auto act = verbs.constFind(verb); act != verbs.constEnd()) {
        (*act)(*this);
        return;
    }
    const QString wanted = about.toString();
    if (wanted == QLatin1String("source") || wanted == QLatin1String("versions"))
        m_tabs->setCurrentIndex(wanted == QLatin1String("source") ? SourceTabAt : VersionsTabAt);
    else if (!wanted.isEmpty()) {
        m_wanted = wanted;
        reload();
    }
}

void PlansWindow::reload()
{
    m_shelf->reload();
}

QString PlansWindow::stateOf(const ShelfPlan &plan) const
{
    QStringList words;
    words << (plan.removed ? tr("removed") : plan.summary.shipped ? tr("ships with the program") : tr("your own"));
    if (!plan.summary.version.isEmpty())
        words << tr("version %1").arg(plan.summary.version);
    if (plan.incidents > 0)
        words << tr("%n incidents", nullptr, plan.incidents);
    if (plan.open > 0)
        words << tr("%n open", nullptr, plan.open);
    return words.join(QStringLiteral(" · "));
}

items::Card PlansWindow::planCard(const ShelfPlan &plan) const
{
    items::Card card;
    card.id = plan.summary.id;
    card.title = plan.summary.name.isEmpty() ? plan.summary.id : plan.summary.name;
    card.detail = stateOf(plan);
    if (plan.drafted)
        card.marks << tr("not saved");
    if (!plan.summary.problem.isEmpty()) {
        card.tone = items::Tone::Missed;
        card.marks.prepend(tr("cannot be used"));
        card.detail = plan.summary.problem.section(QLatin1Char('\n'), 0, 0).section(QStringLiteral(".yaml:"), -1);
    } else if (plan.removed)
        card.tone = items::Tone::Quiet;
    card.current = card.id == m_current;
    card.spoken = QStringList({card.title, card.detail, card.marks.join(QStringLiteral(", "))}).join(QStringLiteral(", "));
    return card;
}

void PlansWindow::showShelf()
{
    items::Cards cards;
    bool anyRemoved = false;
    for (const ShelfPlan &plan : m_shelf->plans()) {
        if (plan.removed && !std::exchange(anyRemoved, true)) {
            items::Card heading;
            heading.id = removedHeading;
            heading.title = tr("Removed, and kept");
            heading.heading = true;
            heading.expanded = true;
            heading.spoken = heading.title;
            cards.push_back(heading);
        }
        cards.push_back(planCard(plan));
    }
    m_list->setCards(cards);
    if (!m_wanted.isEmpty() && !m_shelf->isReading() && m_shelf->find(m_wanted))
        m_list->setCurrentId(std::exchange(m_wanted, {}));
    else if (m_list->currentId().isEmpty() && !cards.empty())
        m_list->setCurrentId(cards.front().id);
    if (!m_shelf->isReading())
        openPlan(m_list->currentId()); // where it is another one, or was changed
    showTop();
}

void PlansWindow::openPlan(const QString &id)
{
    const ShelfPlan *plan = m_shelf->find(id);
    if (!plan || id == m_current)
        return;
    if (!m_current.isEmpty()) // else it is what the message is about
        m_band->hide();
    m_current = id;
    m_versions->showPlan(id);
    showShelf();
    if (plan->removed) {
        m_draft->close();
        m_tabs->setCurrentIndex(VersionsTabAt);
        return;
    }
    inBackground(
        this, [store = m_store, id] { return store.text(id); },
        [this, id](const Result<QByteArray> &yaml) {
            if (id != m_current)
                return;
            if (yaml)
                m_draft->open(id, QString::fromUtf8(*yaml).replace(QStringLiteral("\r\n"), QStringLiteral("\n")));
            else
                say(yaml.error().sentence, Colour::Critical);
        });
}

void PlansWindow::showTop()
{
    const ShelfPlan *plan = m_shelf->find(m_current);
    const bool isOpen = plan && m_draft->id() == m_current;
    m_name->setText(plan ? (plan->summary.name.isEmpty() ? plan->summary.id : plan->summary.name) : QString());
    m_state->setText(plan ? stateOf(*plan) : QString());
    m_save->setVisible(isOpen && m_draft->isChanged());
    m_save->setEnabled(m_draft->canSave());
    m_discard->setVisible(m_save->isVisibleTo(m_save->parentWidget()));
    m_remove->setVisible(isOpen && !plan->summary.shipped);
    if (isOpen && m_draft->isChanged() && plan->open > 0)
        m_state->setText(tr("Not saved. %n open incidents keep the version that they run under.", nullptr, plan->open));
    else if (isOpen && m_draft->isChanged())
        m_state->setText(plan->summary.shipped ? tr("Not saved. Saving makes it a plan of your own; the shipped one stays as a version.")
                                               : tr("Not saved. It is kept as you type; the version before stays."));
}

void PlansWindow::say(const QString &sentence, Colour colour, const Offer &offer)
{
    m_message->setColour(colour);
    m_message->setText(sentence);
    m_offered = offer.act;
    m_offer->setVisible(!!offer.act);
    m_offer->setText(offer.words);
    m_offer->setAccessibleName(offer.words);
    m_band->show();
}

} // namespace qd::ui
