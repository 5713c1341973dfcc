#pragma once
// What the incident is linked with, and earlier ones that look like it: what was done last time. Looked for in the background, a moment
// after what it is looked for by has changed.

#include "models/session/relations.h"
#include "ui/panes/panebase.h"

#include <QTimer>

class QToolButton;

namespace qd::ui {

class CardList;

class RelatedWidget : public PaneBase, public PaneActions
{
    Q_OBJECT

public:
    RelatedWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override; // open; link; merge: into the one that is asked for

protected:
    void refresh() override;
    void incidentOpened() override;

private:
    void makeLists();
    void addKeys();
    void look();
    void take(const Related &related);
    void showLists();
    void linkTo(const IncidentId &other, const QString &relation);
    void takeHere(const IncidentId &other);
    void takeBack(const QString &link);
    void dismiss(const IncidentId &hit);
    void askReference(const QString &relation);
    void openLinked(const QString &link);
    void told(const Result<EventId> &done, const QString &sentence);
    [[nodiscard]] QString dismissedKey() const;
    [[nodiscard]] const LinkedIncident *linked(const QString &link) const;

    QTimer m_later;
    LikeQuery m_asked;                 // what was looked for last
    std::vector<IncidentLink> m_known; // the incident's own links then
    bool m_answered = false;           // nobody is told that there is nothing before it was looked for
    bool m_again = true;               // look whatever has changed
    bool m_unsaved = false;            // what is read is out of date until all is saved
    Related m_related;
    QStringList m_dismissed; // ids of incidents, here on this console
    QWidget *m_linksCaption;
    QWidget *m_likeCaption;
    CardList *m_links;
    CardList *m_like;
    QToolButton *m_bring;
    QWidget *m_nothing;
    QWidget *m_rest; // takes the room that no list wants
};

} // namespace qd::ui
