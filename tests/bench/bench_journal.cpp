// The journal against bare SQLite: appending one entry durably, searching a million, and how fast a long incident is read and folded.
// --size N: entries in the log that is searched.
#include "models/core/desk.h"
#include "models/core/fold.h"
#include "models/journal/searchwords.h"
#include "tests/bench/biglog.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace qd;
using namespace qd::bench;

namespace {

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().sentence), qPrintable(result.error().detail));
    return std::move(*result);
}

Drafts declaration()
{
    command::Declare declare;
    declare.title = QStringLiteral("Checkout returns 503");
    declare.ref = QStringLiteral("INC-4F7K");
    declare.severity = QStringLiteral("P0");
    const QJsonObject severity{{QStringLiteral("id"), declare.severity}, {QStringLiteral("name"), QStringLiteral("Critical")}};
    declare.plan = {{QStringLiteral("id"), QStringLiteral("small")}, {QStringLiteral("severities"), QJsonArray{severity}}};
    return must(decideDeclare(declare, IncidentId::make(benchStart), {QStringLiteral("Dana"), benchStart}));
}

class AppendBench
{
public:
    explicit AppendBench(const QString &folder)
        : m_journal(openBenchJournal(folder + QStringLiteral("/ours.db"))),
          m_recorder(m_journal->console(), QStringLiteral("Dana")),
          m_database(folder + QStringLiteral("/bare.db"))
    {
        for (const char *sql : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"})
            m_database.run(sql);
        m_database.run((QByteArrayLiteral("CREATE TABLE event (position INTEGER PRIMARY KEY, ") + eventColumns + ")").constData());
        m_insert.emplace(m_database, "INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        const std::vector<Event> events = must(m_journal->appendNow(m_recorder.record(declaration(), benchStart)));
        m_state = Fold(events);
        m_sample = events.front();
    }

    void run()
    {
        inTurns(
            10, 150, [this] { appendOurs(false); }, [this] { appendBare(); }); // until both write-ahead logs have their full size
        const Pair atOnce = inTurns(
            40, 50, [this] { appendOurs(false); }, [this] { appendBare(); });
        printRatio("append an entry durably through the Desk, median", median(atOnce.ours), median(atOnce.bare), 1.3);
        std::printf("  on average, with the search index brought up to date now and then: %.3f ms vs %.3f ms\n", mean(atOnce.ours),
                    mean(atOnce.bare));
        const Pair queued = inTurns(
            40, 50, [this] { appendOurs(true); }, [this] { appendBare(); });
        printRatio("the same through the window's queue and back, median", median(queued.ours), median(queued.bare), 2.0);
    }

private:
    void appendOurs(bool queued)
    {
        m_now += std::chrono::seconds(1);
        command::LogEntry entry;
        entry.text = textOf(++m_count);
        const Drafts drafts = must(decide(m_state.incident(), entry, {m_recorder.author(), m_now}));
        std::vector<Event> events = m_recorder.record(drafts, m_now);
        const auto stored = queued ? m_journal->append(std::move(events)).result() : m_journal->appendNow(std::move(events));
        m_sample = must(stored).front();
    }
    void appendBare()
    {
        bindEvent(*m_insert, m_sample, canonicalBody(m_sample.body));
        m_insert->step();
        m_insert->reset();
    }
    static QString textOf(int number)
    {
        return QStringLiteral("rolled back shard %1 of the checkout cluster after the errors came back").arg(number);
    }

    std::unique_ptr<Journal> m_journal;
    Recorder m_recorder;
    BareDatabase m_database;
    std::optional<BareStatement> m_insert;
    Fold m_state;
    Event m_sample;
    Instant m_now = benchStart;
    int m_count = 0;
};

class SearchBench
{
public:
    SearchBench(const QString &path, int size) : m_path(path)
    {
        makeBigLog(path, size, m_vocabulary);
        m_journal = openBenchJournal(path);
        m_database = std::make_unique<BareDatabase>(path);
        m_database->run("PRAGMA cache_size = -16384");
        m_query.emplace(*m_database,
                        "SELECT rowid, text, event, incident, at FROM entry_text WHERE entry_text MATCH ? ORDER BY rowid DESC LIMIT 50");
    }

    void run()
    {
        const std::pair<const char *, QString> searches[] = {
            {"the commonest word", m_vocabulary.word(0)},
            {"a common word", m_vocabulary.word(20)},
            {"a rare word", m_vocabulary.word(20000)},
            {"two common words", m_vocabulary.word(3) + QLatin1Char(' ') + m_vocabulary.word(7)},
            {"a word half typed", m_vocabulary.word(5).left(2)},
        };
        double ours = 0;
        double bare = 0;
        for (const auto &[name, words] : searches) {
            const Pair times = inTurns(
                30, 5, [this, &words] { searchOurs(words); }, [this, &words] { searchBare(words); });
            std::printf("  %s, '%s': %.3f ms vs %.3f ms\n", name, qPrintable(words), median(times.ours), median(times.bare));
            ours += median(times.ours);
            bare += median(times.bare);
        }
        printRatio("search, five kinds of words, sum of medians", ours, bare, 1.2);
        const auto again = openBenchJournal(m_path);
        printTime("first fifty hits of the commonest word, the journal just opened", millisecondsOf([&] { firstFifty(*again); }), 50);
    }

private:
    void searchOurs(const QString &words)
    {
        SearchQuery query;
        query.words = words;
        if (must(m_journal->search(query)).empty())
            qFatal("nothing found for %s", qPrintable(words));
    }
    void searchBare(const QString &words)
    {
        struct Hit
        {
            qint64 position;
            QByteArray text, event, incident;
            qint64 at;
        };
        std::vector<Hit> hits;
        m_query->text(1, journal::matchOf(words).toUtf8());
        while (m_query->step())
            hits.push_back({m_query->number(0), m_query->bytes(1), m_query->bytes(2), m_query->bytes(3), m_query->number(4)});
        m_query->reset();
    }
    void firstFifty(Journal &journal) const
    {
        SearchQuery query;
        query.words = m_vocabulary.word(0);
        if (must(journal.search(query)).size() != 50)
            qFatal("the commonest word is not common");
    }

    QString m_path;
    Vocabulary m_vocabulary{50000};
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<BareDatabase> m_database;
    std::optional<BareStatement> m_query;
};

std::vector<Event> longIncident(int size)
{
    Recorder recorder(ConsoleId::make(benchStart), QStringLiteral("Dana"));
    std::vector<Event> events = recorder.record(declaration(), benchStart);
    Fold state(events);
    for (int i = 1; std::ssize(events) < size; ++i) {
        const Instant now = benchStart + std::chrono::seconds(i);
        command::LogEntry entry;
        entry.text = QStringLiteral("entry %1 #tag @lee").arg(i);
        Command command = entry;
        if (i % 20 == 0)
            command = command::MakeAsk{QStringLiteral("Lee"), QStringLiteral("check replica lag"), std::chrono::minutes(10), {}};
        else if (i % 50 == 1)
            command = command::ChangeStatus{i % 100 == 1 ? QStringLiteral("identified") : QStringLiteral("investigating"), {}, {}};
        for (const Event &event : recorder.record(must(decide(state.incident(), command, {QStringLiteral("Dana"), now})), now)) {
            events.push_back(event);
            static_cast<void>(state.add(event));
        }
    }
    return events;
}

double medianOf(int times, const std::function<void()> &work)
{
    std::vector<double> all;
    for (int i = 0; i < times; ++i)
        all.push_back(millisecondsOf(work));
    return median(all);
}

void readAndFold(const QString &folder)
{
    const std::vector<Event> events = longIncident(10000);
    printTime("fold of an incident of 10,000 events, median", medianOf(15, [&] { static_cast<void>(fold(events).entries.size()); }), 50);

    const auto journal = openBenchJournal(folder + QStringLiteral("/long.db"));
    Recorder recorder(journal->console(), QStringLiteral("Dana"));
    const IncidentId incident = IncidentId::make(benchStart);
    for (int batch = 0; batch < 20; ++batch) {
        Drafts drafts;
        for (int i = 0; i < 5000; ++i) {
            const QJsonObject body{{QStringLiteral("kind"), QStringLiteral("note")},
                                   {QStringLiteral("text"), QStringLiteral("entry %1 of a very long night").arg(i)}};
            drafts.push_back({incident, QStringLiteral("entry.logged"), body, benchStart});
        }
        must(journal->appendNow(recorder.record(drafts, benchStart + std::chrono::seconds(batch))));
    }
    printTime("read 100,000 events of one incident, median", medianOf(7, [&] { must(journal->events(incident)); }), 300);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const qsizetype size = app.arguments().indexOf(QStringLiteral("--size"));
    const int entries = size > 0 ? app.arguments().value(size + 1).toInt() : 1000000;
    const QTemporaryDir folder(QDir::currentPath() + QStringLiteral("/bench-XXXXXX")); // on a disk, not in memory
    AppendBench(folder.path()).run();
    readAndFold(folder.path());
    SearchBench(folder.filePath(QStringLiteral("big.db")), entries).run();
    return 0;
}
