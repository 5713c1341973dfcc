#include "ui/panes/related/relatedwidget.h"

#include "models/items/relatedcards.h"
#include "ui/panes/related/relatedpane.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/tonelabel.h"

#include <QToolButton>

namespace qd::ui {
namespace {

constexpr std::chrono::milliseconds settles{400}; // after the last change

QWidget *caption(const QString &text, const Theme &theme, QWidget *parent)
{
    auto *label = new ToneLabel(theme, Colour::Dim, Type::Label, parent);
    label->setText(text);
    label->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, Theme::grid);
    return label;
}

} // namespace

QWidget *createRelatedPane(const PaneContext &context, QWidget *parent)
{
    return new RelatedWidget(context, parent);
}

RelatedWidget::RelatedWidget(const PaneContext &context, QWidget *parent) : PaneBase(context, parent)
{
    makeLists();
    addKeys();
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &RelatedWidget::look);
    const auto lookAgain = [this] {
        m_again = true; // another incident may name this one now, or have ended
        if (isVisible())
            m_later.start(settles);
    };
    connect(&session(), &IncidentSession::boardChanged, this, lookAgain);
    connect(&session(), &IncidentSession::saveStatusChanged, this, [this, lookAgain] {
        if (m_unsaved && session().saveStatus().state == SaveState::Saved) {
            m_unsaved = false;
            lookAgain();
        }
    });
}

void RelatedWidget::makeLists()
{
    m_linksCaption = caption(tr("Linked"), theme(), this);
    m_links = new CardList(tr("Linked incidents"), theme(), {.wraps = true, .value = Type::Label}, this);
    m_links->growWithContent(90 * Theme::grid);
    m_likeCaption = caption(tr("Looks like"), theme(), this);
    m_like = new CardList(tr("Incidents like this one"), theme(), {.wraps = true, .value = Type::Label}, this);
    m_bring = new QToolButton(this);
    m_bring->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_bring->setAutoRaise(true);
    auto *nothing = new EmptyState(theme(), tr("Nothing like it so far"),
                                   tr("Earlier incidents with the same words, services or type stand here, with what caused them and what "
                                      "ended them, while you respond and while you write the post-mortem."),
                                   this);
    nothing->addWay(tr("Link an incident by its reference"), [this] { askReference(QStringLiteral("related")); });
    m_nothing = nothing;
    m_rest = new QWidget(this);
    for (QWidget *widget : {m_linksCaption, static_cast<QWidget *>(m_links), m_likeCaption})
        page()->addWidget(widget);
    page()->addWidget(m_like, 1);
    page()->addWidget(m_nothing, 1);
    page()->addWidget(m_bring, 0, Qt::AlignLeft);
    page()->addWidget(m_rest, 1);
    for (QWidget *widget : {m_linksCaption, static_cast<QWidget *>(m_links), m_likeCaption, static_cast<QWidget *>(m_like), m_nothing,
                            static_cast<QWidget *>(m_bring), m_rest})
        widget->hide(); // all at once they are higher than a small window
    connect(m_links, &CardList::chosen, this, &RelatedWidget::openLinked);
    connect(m_like, &CardList::chosen, this, [this](const QString &id) { session().open(IncidentId::fromString(id)); });
    connect(m_bring, &QToolButton::clicked, this, [this] {
        m_dismissed.clear();
        if (context().keepDraft)
            context().keepDraft(dismissedKey(), {});
        showLists();
        m_like->setFocus();
    });
}

void RelatedWidget::addKeys()
{
    const auto like = [this](const QString &text, const QKeySequence &key, const std::function<void(const IncidentId &)> &act) {
        addKey(m_like, text, key, [this, act] {
            if (const IncidentId id = IncidentId::fromString(m_like->currentId()); !id.isNull())
                act(id);
        });
    };
    like(tr("Open"), {}, [this](const IncidentId &id) { session().open(id); });
    const std::pair<QString, std::pair<Qt::Key, const char *>> relations[] = {{tr("Link as related"), {Qt::Key_R, "related"}},
                                                                              {tr("Link as duplicate of it"), {Qt::Key_D, "duplicate"}},
                                                                              {tr("Link as caused by it"), {Qt::Key_C, "caused-by"}},
                                                                              {tr("Merge into it"), {Qt::Key_M, "merged-into"}}};
    for (const auto &[text, what] : relations)
        like(text, what.first, [this, relation = QLatin1String(what.second)](const IncidentId &id) { linkTo(id, relation); });
    like(tr("Merge it into this one"), Qt::SHIFT | Qt::Key_M, [this](const IncidentId &id) { takeHere(id); });
    like(tr("Dismiss the suggestion"), Qt::Key_Delete, [this](const IncidentId &id) { dismiss(id); });
    addKey(m_links, tr("Open"), {}, [this] { openLinked(m_links->currentId()); });
    addKey(m_links, tr("Take the link back"), Qt::Key_Delete, [this] { takeBack(m_links->currentId()); });
}

void RelatedWidget::incidentOpened()
{
    m_related = {};
    m_answered = false;
    setProperty("unready", true);
    m_again = true;
    m_dismissed = context().loadDraft ? context().loadDraft(dismissedKey()).split(QLatin1Char('\n'), Qt::SkipEmptyParts) : QStringList();
    m_later.start(0);
}

void RelatedWidget::refresh()
{
    showLists();
    if (!m_later.isActive())
        m_later.start(m_again ? std::chrono::milliseconds(0) : settles);
}

void RelatedWidget::look()
{
    if (!session().hasIncident())
        return;
    const Incident &incident = session().incident();
    LikeQuery query = likeQueryOf(incident);
    if (!std::exchange(m_again, false) && query == m_asked && incident.links == m_known)
        return;
    m_asked = std::move(query);
    m_known = incident.links;
    m_unsaved = m_unsaved || session().saveStatus().state != SaveState::Saved; // the record is read, and lacks what is not in it yet
    session().relations().find([guard = QPointer(this), id = incident.id](const Result<Related> &found) {
        if (!guard || guard->session().incident().id != id)
            return;
        guard->setProperty("unready", false);
        if (found)
            guard->take(*found);
        else
            guard->say(QStringLiteral("✕ ") + found.error().sentence, Colour::Critical);
    });
}

void RelatedWidget::take(const Related &related)
{
    m_related = related;
    m_answered = true;
    showLists();
}

void RelatedWidget::showLists()
{
    std::vector<LikeHit> shown;
    for (const LikeHit &hit : m_related.like) {
        if (!m_dismissed.contains(hit.incident.toString()))
            shown.push_back(hit);
    }
    const auto hidden = static_cast<int>(m_related.like.size() - shown.size());
    m_links->setCards(items::linkCards(m_related.links, session().plan(), session().now()));
    m_like->setCards(items::likeCards(shown, session().plan(), session().now()));
    for (QWidget *widget : {m_linksCaption, static_cast<QWidget *>(m_links)})
        widget->setVisible(!m_related.links.empty());
    for (QWidget *widget : {m_likeCaption, static_cast<QWidget *>(m_like)})
        widget->setVisible(!shown.empty());
    m_rest->setVisible(shown.empty() && !m_related.links.empty());
    m_nothing->setVisible(m_answered && shown.empty() && m_related.links.empty());
    m_bring->setVisible(hidden > 0);
    m_bring->setText(tr("Bring back %n dismissed", nullptr, hidden));
    m_bring->setAccessibleName(m_bring->text());
    QStringList summary;
    if (!m_related.links.empty())
        summary << tr("%n linked", nullptr, static_cast<int>(m_related.links.size()));
    if (!shown.empty())
        summary << tr("%n like it", nullptr, static_cast<int>(shown.size()));
    setSummary(summary.join(QStringLiteral(", ")));
}

void RelatedWidget::told(const Result<EventId> &done, const QString &sentence)
{
    if (done)
        say(sentence);
    else
        say(QStringLiteral("✕ ") + done.error().sentence, Colour::Critical);
    m_again = true;
    m_later.start(0);
}

void RelatedWidget::linkTo(const IncidentId &other, const QString &relation)
{
    session().relations().link(other.toString(), relation, [guard = QPointer(this), relation](const Result<EventId> &done) {
        if (guard)
            guard->told(done, tr("Linked: %1. Undo takes it back.").arg(items::relationWord(relation)));
    });
}

void RelatedWidget::takeHere(const IncidentId &other)
{
    m_unsaved = true;
    session().relations().mergeHere(other, [guard = QPointer(this)](const Result<EventId> &done) {
        if (guard)
            guard->told(done, tr("Merged into this one. Undo takes it back."));
    });
}

const LinkedIncident *RelatedWidget::linked(const QString &link) const
{
    const auto &all = m_related.links;
    const auto found = std::find_if(all.begin(), all.end(), [&link](const LinkedIncident &one) { return one.link.toString() == link; });
    return found == all.end() ? nullptr : &*found;
}

void RelatedWidget::takeBack(const QString &link)
{
    const LinkedIncident *found = linked(link);
    if (!found)
        return;
    m_unsaved = !found->own;
    session().relations().unlink(*found, [guard = QPointer(this), ref = found->ref](const Result<EventId> &done) {
        if (guard)
            guard->told(done, tr("No longer linked with %1").arg(ref));
    });
}

void RelatedWidget::openLinked(const QString &link)
{
    const LinkedIncident *found = linked(link);
    if (found && !found->incident.isNull())
        session().open(found->incident);
}

QString RelatedWidget::dismissedKey() const
{
    return QStringLiteral("related.dismissed/") + session().incident().id.toString();
}

void RelatedWidget::dismiss(const IncidentId &hit)
{
    m_dismissed << hit.toString();
    if (context().keepDraft)
        context().keepDraft(dismissedKey(), m_dismissed.join(QLatin1Char('\n')));
    showLists();
}

void RelatedWidget::askReference(const QString &relation)
{
    QStringList known;
    for (const BoardRow &row : session().board()) {
        if (row.id != session().incident().id)
            known << row.ref;
    }
    const auto answer = [this, relation](const QStringList &given) -> Result<void> {
        if (given.value(0).trimmed().isEmpty())
            return refused(tr("name an incident by its reference, such as INC-4F7K"));
        session().relations().link(given.value(0), relation, [guard = QPointer(this), relation](const Result<EventId> &done) {
            if (guard)
                guard->told(done, tr("Linked: %1. Undo takes it back.").arg(items::relationWord(relation)));
        });
        return {};
    };
    const bool merges = relation == QLatin1String("merged-into");
    Prompt prompt{merges ? tr("Merge this incident into") : tr("Link this incident with"),
                  merges ? tr("Merge") : tr("Link"),
                  {{.name = tr("Reference of the other incident"), .completions = known, .anywhere = true}},
                  answer};
    askInPopover(std::move(prompt), theme(), *window(), mapTo(window(), QPoint(2 * Theme::grid, 2 * Theme::grid)),
                 [this] { m_like->setFocus(); });
}

void RelatedWidget::perform(const QString &verb, const QVariant &)
{
    refreshNow();
    if (verb == QLatin1String("link") || verb == QLatin1String("merge")) {
        askReference(verb == QLatin1String("merge") ? QStringLiteral("merged-into") : QStringLiteral("related"));
        return;
    }
    CardList *first = m_related.links.empty() ? m_like : m_links;
    if (!first->currentIndex().isValid())
        first->setCurrentIndex(first->cardModel().index(0));
    first->setFocus();
}

} // namespace qd::ui
