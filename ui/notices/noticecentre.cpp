#include "ui/notices/noticecentre.h"

#include "models/session/casebook.h"

#include <QApplication>
#include <QPointer>

namespace qd::ui {
namespace {

constexpr std::chrono::seconds restAtStart(3);      // the window comes before the reading of all incidents
constexpr Duration renewed = std::chrono::hours(1); // the facts of a day do not hold for ever

} // namespace

NoticeCentre::NoticeCentre(Services services, QObject *parent)
    : QObject(parent),
      m_services(std::move(services)),
      m_watch(m_services.session.now())
{
    m_watch.remember(m_services.settings.value(Key::ToldActions).toStringList());
    m_slow.setInterval(std::chrono::minutes(15));
    m_slow.start();
    QTimer::singleShot(restAtStart, this, [this] {
        m_rested = true;
        look();
    });
    connect(&m_slow, &QTimer::timeout, this, &NoticeCentre::look);
    connect(&m_services.session, &IncidentSession::ticked, this, &NoticeCentre::look);
    connect(&m_services.session.casebook(), &Casebook::changed, this, [this] {
        if (m_services.session.casebook().isComplete()) // what is overdue is summed up, and not told incident by incident
            look();
    });
    for (NoticeDelivery *way : m_services.ways)
        connect(way, &NoticeDelivery::opened, this, &NoticeCentre::open);
}

void NoticeCentre::look()
{
    const auto choices = items::NoticeChoices::fromText(m_services.settings.value(Key::Notices).toStringList());
    if (choices.quietWhilePresenting && m_services.isPresenting && m_services.isPresenting())
        return;
    IncidentSession &session = m_services.session;
    if (m_rested && choices.of(items::NoticeKind::Action).shown)
        session.casebook().watch();
    const Instant now = session.now();
    if (const int revision = session.boardRevision(); revision != m_revision || now - m_looked >= renewed) {
        m_revision = revision;
        m_looked = now;
        m_watch.setFacts(session.noticeFacts());
    }
    const items::NoticeWatch::News news = m_watch.news(now, choices);
    keepTold();
    for (const QString &key : news.over) {
        ++m_turns[key];
        m_notices.remove(key);
        for (NoticeDelivery *way : m_services.ways)
            way->withdraw(key);
    }
    for (auto notice = news.due.rbegin(); notice != news.due.rend(); ++notice) // the most pressing on top
        show(*notice);
}

// What of an incident that has not been read yet was told, is not forgotten.
void NoticeCentre::keepTold()
{
    if (!m_services.session.casebook().isComplete())
        return;
    const QStringList told = m_watch.told();
    if (told != m_services.settings.value(Key::ToldActions).toStringList())
        m_services.settings.set(Key::ToldActions, told);
}

void NoticeCentre::show(const items::Notice &notice)
{
    m_notices.insert(notice.key, notice);
    ++m_turns[notice.key];
    showBy(0, notice);
}

void NoticeCentre::showBy(size_t way, const items::Notice &notice)
{
    if (way >= m_services.ways.size())
        return;
    const int turn = m_turns.value(notice.key);
    const QPointer<NoticeCentre> self(this);
    m_services.ways[way]->show(notice, [self, way, notice, turn](NoticeDelivery::Outcome outcome) {
        if (!self || self->m_turns.value(notice.key) != turn) // it is over, or another took its place
            return;
        if (outcome == NoticeDelivery::Outcome::NotShown)
            self->showBy(way + 1, notice);
        else
            self->shown(notice, outcome);
    });
}

void NoticeCentre::shown(const items::Notice &notice, NoticeDelivery::Outcome outcome)
{
    if (!notice.sounds || outcome == NoticeDelivery::Outcome::ShownWithSound)
        return;
    if (m_services.play)
        m_services.play(notice.urgent);
    else
        QApplication::beep();
}

void NoticeCentre::open(const QString &key)
{
    const items::Notice notice = m_notices.value(key);
    for (NoticeDelivery *way : m_services.ways)
        way->withdraw(key);
    if (notice.key.isEmpty())
        return;
    IncidentSession &session = m_services.session;
    const auto arrive = [this, notice] { emit wanted(notice.action, notice.about); };
    if (notice.incident.isNull() || (session.hasIncident() && session.incident().id == notice.incident)) {
        arrive();
        return;
    }
    connect(&session, &IncidentSession::opened, this, arrive,
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    session.open(notice.incident);
}

} // namespace qd::ui
