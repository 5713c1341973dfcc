// Which of 1,000 incidents with 100,000 entries are like one, against the plain search over the same entries in the same run.
#include "models/core/desk.h"
#include "models/core/fold.h"
#include "tests/bench/biglog.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace qd;
using namespace qd::bench;

namespace {

constexpr int incidents = 1000;
constexpr int entriesOfEach = 100;

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().sentence), qPrintable(result.error().detail));
    return std::move(*result);
}

IncidentId fill(Journal &journal, Vocabulary &vocabulary)
{
    const QJsonObject severity{{QStringLiteral("id"), QStringLiteral("P0")}, {QStringLiteral("name"), QStringLiteral("Critical")}};
    Recorder recorder(journal.console(), QStringLiteral("Dana"));
    IncidentId last;
    for (int i = 0; i < incidents; ++i) {
        const Instant now = benchStart + std::chrono::hours(i);
        command::Declare declare;
        declare.title = QString::fromLatin1(vocabulary.text(7));
        declare.severity = QStringLiteral("P0");
        declare.type = i % 3 ? QStringLiteral("outage") : QStringLiteral("degradation");
        declare.services = QStringList{vocabulary.word(static_cast<size_t>(i % 40))};
        declare.plan = {{QStringLiteral("id"), QStringLiteral("small")}, {QStringLiteral("severities"), QJsonArray{severity}}};
        last = IncidentId::make(now);
        declare.ref = makeReference(last, 6);
        Drafts drafts = must(decideDeclare(declare, last, {QStringLiteral("Dana"), now}));
        for (int entry = 0; entry < entriesOfEach; ++entry) {
            const QJsonObject body{{QStringLiteral("kind"), QStringLiteral("observation")},
                                   {QStringLiteral("text"), QString::fromLatin1(vocabulary.text(12))}};
            drafts.push_back({last, QStringLiteral("entry.logged"), body, now});
        }
        static_cast<void>(must(journal.appendNow(recorder.record(drafts, now))));
    }
    return last;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder(QDir::currentPath() + QStringLiteral("/bench-XXXXXX")); // on a disk, not in memory
    Vocabulary vocabulary(50000);
    const auto journal = openBenchJournal(folder.filePath(QStringLiteral("room.db")));
    const IncidentId incident = fill(*journal, vocabulary);
    LikeQuery query = likeQueryOf(fold(must(journal->events(incident))));
    std::printf("%d incidents, %d entries each; the question has %zu words\n", incidents, entriesOfEach, query.terms.size());
    printTime("learn all of them, once", millisecondsOf([&] { static_cast<void>(must(journal->like(query))); }), 20000);
    SearchQuery plain;
    plain.words = vocabulary.word(20);
    const Pair times = inTurns(
        20, 3, [&] { static_cast<void>(must(journal->like(query))); }, [&] { static_cast<void>(must(journal->search(plain))); });
    printRatio("which are like it, against a plain search for one common word, median", median(times.ours), median(times.bare), 60);
    printTime("which are like it, median", median(times.ours), 50);
    query.openOnly = true;
    query.terms.resize(std::min<size_t>(query.terms.size(), 6));
    const auto ofATitle = inTurns(
        20, 3, [&] { static_cast<void>(must(journal->like(query))); }, [] { });
    printTime("of a title while it is typed, median", median(ofATitle.ours), 50);
    return 0;
}
