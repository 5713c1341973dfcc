#pragma once
// Keeps the schedules at hand: files are read again when they change, feeds fetched at the start and every quarter of an hour, and kept for when
// there is no network. Nothing here makes the window wait: files are read and calendars understood on a thread of its own.

#include "app/oncall/feedcache.h"
#include "models/oncall/roster.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace qd {

class FeedFetcher;

class OnCallKeeper : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        const Clock &clock;
        QString cacheFolder;
        std::chrono::milliseconds refreshEvery = std::chrono::minutes(15);
    };
    explicit OnCallKeeper(Setup setup, QObject *parent = nullptr);
    ~OnCallKeeper() override;

    void setSources(const std::vector<oncall::Source> &sources); // a person's own and the plan's; what is new is read at once
    void setZone(const QTimeZone &zone);                         // of floating times
    void refresh();                                              // all of them, now
    [[nodiscard]] const oncall::Roster &roster() const { return m_roster; }

signals:
    void changed();

private:
    [[nodiscard]] oncall::SourceState *find(const oncall::Source &source);
    [[nodiscard]] oncall::Reading reading(const oncall::Source &source) const;
    void read(const oncall::Source &source, bool thenFetch);
    void fetch(const oncall::Source &source);
    void take(oncall::SourceState state);
    void run(std::function<oncall::SourceState()> work, std::function<void()> after = {}); // on the other thread; its answer is taken here
    void watchFiles();
    void readFiles();

    Setup m_setup;
    FeedCache m_cache;
    QTimeZone m_zone = QTimeZone::utc();
    oncall::Roster m_roster;
    std::unique_ptr<FeedFetcher> m_fetcher;
    QFileSystemWatcher m_watcher;
    QTimer m_refresh;
    QTimer m_settle; // a file that is being written is read once it is whole
    QThreadPool m_reader;
};

} // namespace qd
