#include "app/oncall/oncallkeeper.h"

#include "app/oncall/feedfetcher.h"
#include "app/oncall/sourcereader.h"

#include <QFileInfo>

namespace qd {

OnCallKeeper::OnCallKeeper(Setup setup, QObject *parent)
    : QObject(parent),
      m_setup(std::move(setup)),
      m_cache(m_setup.cacheFolder),
      m_fetcher(std::make_unique<FeedFetcher>())
{
    m_reader.setMaxThreadCount(1);
    m_refresh.setInterval(m_setup.refreshEvery);
    m_refresh.setTimerType(Qt::VeryCoarseTimer);
    m_settle.setSingleShot(true);
    m_settle.setInterval(std::chrono::milliseconds(300));
    connect(&m_refresh, &QTimer::timeout, this, &OnCallKeeper::refresh);
    connect(&m_settle, &QTimer::timeout, this, &OnCallKeeper::readFiles);
    const auto settle = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
}

OnCallKeeper::~OnCallKeeper()
{
    m_reader.waitForDone();
}

void OnCallKeeper::setSources(const std::vector<oncall::Source> &sources)
{
    oncall::Roster roster;
    std::vector<oncall::Source> fresh;
    for (const oncall::Source &source : sources) {
        const oncall::SourceState *known = find(source);
        roster.push_back(known ? *known : oncall::SourceState{source, {}, {}, {}});
        if (!known)
            fresh.push_back(source);
    }
    if (m_roster == roster)
        return;
    m_roster = std::move(roster);
    watchFiles();
    for (const oncall::Source &source : fresh)
        read(source, true);
    if (m_roster.empty())
        m_refresh.stop();
    else if (!m_refresh.isActive())
        m_refresh.start();
    emit changed();
}

void OnCallKeeper::setZone(const QTimeZone &zone)
{
    if (std::exchange(m_zone, zone) == zone)
        return;
    for (const oncall::SourceState &state : m_roster)
        read(state.source, false);
}

void OnCallKeeper::refresh()
{
    for (const oncall::SourceState &state : m_roster) {
        if (oncall::isAddress(state.source.place))
            fetch(state.source);
        else
            read(state.source, false);
    }
}

oncall::SourceState *OnCallKeeper::find(const oncall::Source &source)
{
    const auto found =
        std::find_if(m_roster.begin(), m_roster.end(), [&source](const oncall::SourceState &state) { return state.source == source; });
    return found == m_roster.end() ? nullptr : &*found;
}

oncall::Reading OnCallKeeper::reading(const oncall::Source &source) const
{
    return {m_setup.clock.now(), m_zone, source.level};
}

void OnCallKeeper::run(std::function<oncall::SourceState()> work, std::function<void()> after)
{
    m_reader.start([this, work = std::move(work), after = std::move(after)] {
        oncall::SourceState state = work();
        QMetaObject::invokeMethod(
            this,
            [this, state = std::move(state), after] {
                take(state);
                if (after)
                    after();
            },
            Qt::QueuedConnection);
    });
}

void OnCallKeeper::read(const oncall::Source &source, bool thenFetch)
{
    const bool isFeed = oncall::isAddress(source.place);
    run([source, how = reading(source), cache = m_cache] { return readSource(source, how, cache); },
        [this, source, fetches = thenFetch && isFeed] {
            if (fetches && find(source))
                fetch(source);
        });
}

void OnCallKeeper::fetch(const oncall::Source &source)
{
    m_fetcher->fetch(source.place, m_cache.load(source.place), [this, source](const Result<FetchedFeed> &fetched) {
        const oncall::SourceState *before = find(source);
        if (!before)
            return;
        run([before = *before, fetched, how = reading(source), cache = m_cache, now = m_setup.clock.now()] {
            return takeFetched(before, fetched, how, cache, now);
        });
    });
}

// What is read no more keeps the shifts that were known, and says what is wrong.
void OnCallKeeper::take(oncall::SourceState state)
{
    oncall::SourceState *known = find(state.source);
    if (!known)
        return;
    if (!state.schedule && known->schedule) {
        state.schedule = known->schedule;
        state.readAt = known->readAt;
    }
    if (*known == state)
        return;
    *known = std::move(state);
    watchFiles(); // a file that was replaced is another one
    emit changed();
}

void OnCallKeeper::watchFiles()
{
    QStringList wanted;
    for (const oncall::SourceState &state : m_roster) {
        if (oncall::isAddress(state.source.place))
            continue;
        const QFileInfo file(localPath(state.source.place));
        wanted << file.absolutePath() << (file.exists() ? file.absoluteFilePath() : QString());
    }
    wanted.removeAll(QString());
    wanted.removeDuplicates();
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const QString &path : watched) {
        if (!wanted.contains(path))
            m_watcher.removePath(path);
    }
    for (const QString &path : wanted) {
        if (!watched.contains(path) && QFileInfo::exists(path))
            m_watcher.addPath(path);
    }
}

void OnCallKeeper::readFiles()
{
    for (const oncall::SourceState &state : m_roster) {
        if (!oncall::isAddress(state.source.place))
            read(state.source, false);
    }
}

} // namespace qd
