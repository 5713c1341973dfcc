#include "ui/panes/postmortem/evidence.h"

#include "models/items/commentcards.h"
#include "ui/panes/postmortem/actiontab.h"
#include "ui/panes/postmortem/commenttab.h"
#include "ui/panes/postmortem/entrytab.h"
#include "ui/panes/postmortem/facttab.h"
#include "ui/panes/postmortem/findingtab.h"

#include <QTabBar>

namespace qd::ui {

Evidence::Evidence(const PaneContext &context, QWidget *parent)
    : QTabWidget(parent),
      m_entries(new EntryTab(context, this)),
      m_facts(new FactTab(context, this)),
      m_findings(new FindingTab(context, this)),
      m_comments(new CommentTab(context, this)),
      m_actions(new ActionTab(context, this)),
      m_context(context)
{
    setAccessibleName(tr("Evidence"));
    setObjectName(QStringLiteral("evidence"));
    setDocumentMode(true);
    tabBar()->setAccessibleName(tr("Evidence"));
    addTab(m_entries, tr("Timeline"));
    addTab(m_facts, tr("Facts"));
    addTab(m_findings, tr("Findings"));
    addTab(m_comments, tr("Comments"));
    addTab(m_actions, tr("Actions"));
    connect(m_entries, &EntryTab::pulled, this, &Evidence::pulled);
    connect(m_entries, &EntryTab::dropped, this, &Evidence::dropped);
    connect(m_facts, &FactTab::pulled, this, &Evidence::pulled);
    connect(m_facts, &FactTab::restsAsked, this, [this](const std::vector<EventId> &entries, const QString &of) {
        setCurrentWidget(m_entries);
        m_entries->showOnly(entries, of);
        m_entries->takeFocus();
    });
    connect(m_findings, &FindingTab::sought, this, &Evidence::findingSought);
    connect(m_findings, &FindingTab::refused, this, &Evidence::refused);
    connect(m_comments, &CommentTab::sought, this, &Evidence::commentSought);
    connect(m_comments, &CommentTab::refused, this, &Evidence::refused);
    connect(m_actions, &ActionTab::refused, this, &Evidence::refused);
}

void Evidence::refresh(const Shown &shown)
{
    m_entries->refresh(shown.incident);
    m_facts->refresh(review::facts(m_context.session.plan(), shown.incident, shown.at));
    m_findings->refresh(shown.findings, shown.incident, shown.sections);
    m_comments->refresh(shown.sections, shown.section);
    m_actions->refresh(shown.incident);
    const int open = items::openComments(m_context.session.incident());
    const auto todo = static_cast<int>(std::count_if(shown.incident.actions.begin(), shown.incident.actions.end(),
                                                     [](const ActionItem &item) { return item.state == QLatin1String("open"); }));
    const int found = FindingTab::standing(shown.findings);
    count(m_findings, tr("Findings"), found, tr("%n findings", nullptr, found));
    count(m_comments, tr("Comments"), open, tr("%n open comments", nullptr, open));
    count(m_actions, tr("Actions"), todo, tr("%n open action items", nullptr, todo));
}

void Evidence::count(QWidget *tab, const QString &name, int number, const QString &spoken)
{
    const int at = indexOf(tab);
    setTabText(at, number > 0 ? QStringLiteral("%1 %2").arg(name).arg(number) : name);
    setTabToolTip(at, spoken);
}

bool Evidence::open(const QString &tab)
{
    const QHash<QString, std::function<void()>> tabs{
        {QStringLiteral("entries"),
         [this] {
             setCurrentWidget(m_entries);
             m_entries->takeFocus();
         }},
        {QStringLiteral("facts"),
         [this] {
             setCurrentWidget(m_facts);
             m_facts->takeFocus();
         }},
        {QStringLiteral("findings"),
         [this] {
             setCurrentWidget(m_findings);
             m_findings->takeFocus();
         }},
        {QStringLiteral("comments"),
         [this] {
             setCurrentWidget(m_comments);
             m_comments->takeFocus();
         }},
        {QStringLiteral("actions"),
         [this] {
             setCurrentWidget(m_actions);
             m_actions->takeFocus();
         }},
    };
    const auto go = tabs.value(tab);
    if (go)
        go();
    return go != nullptr;
}

bool Evidence::goTo(const EventId &entry)
{
    if (!m_entries->goTo(entry))
        return false;
    setCurrentWidget(m_entries);
    m_entries->takeFocus();
    return true;
}

bool Evidence::goToFact(const QString &fact)
{
    if (!m_facts->goTo(fact))
        return false;
    setCurrentWidget(m_facts);
    m_facts->takeFocus();
    return true;
}

bool Evidence::goToAction(const EventId &action)
{
    if (!m_actions->goTo(action))
        return false;
    setCurrentWidget(m_actions);
    m_actions->takeFocus();
    return true;
}

} // namespace qd::ui
