// The record on disk beside the simulated one: in the same weather, both answer the courier alike. What the simulator shows of the one holds for
// the other as far as this goes.
#include "models/hub/journallog.h"
#include "models/journal/sharedlog.h"
#include "tests/models/journal/journalstory.h"
#include "tests/simulate/check.h"

#include <QJsonDocument>

using namespace qd;
using namespace qd::hub;
using namespace qd::simulate;
using qd::test::must;

namespace {

class BothLogs : public LogPort // asks both, and answers as the simulated one
{
public:
    BothLogs(LogPort &inner, const SimLog &simulated, QStringList &differences)
        : m_inner(inner),
          m_simulated(simulated),
          m_differences(differences),
          m_journal(test::openJournal(m_folder.filePath("here.db")))
    {
        Sharing sharing;
        sharing.address = QStringLiteral("postgresql://dana@db.example.org/room");
        sharing.hub = must(inner.membership()).hub;
        must(m_journal->join(sharing));
        m_shared = must(SharedLog::open(m_folder.filePath("here.db")));
        m_log = std::make_unique<JournalLog>(*m_shared);
    }
    ~BothLogs() override
    {
        catchUp();
        for (const CarriedEvent &each : m_simulated.events()) {
            const auto inIncident = must(m_journal->events(each.event.incident));
            const auto same =
                std::find_if(inIncident.begin(), inIncident.end(), [&each](const Event &event) { return event.id == each.event.id; });
            Event event = each.event;
            event.body = QJsonDocument::fromJson(each.body).object();
            compare("the event", same != inIncident.end() && *same == event, true);
        }
    }

    Result<Membership> membership() override
    {
        const Membership simulated = must(m_inner.membership());
        compare("the membership", must(m_log->membership()) == simulated, true);
        return simulated;
    }
    Result<void> setEpoch(const QString &hub, const QString &epoch) override
    {
        must(m_log->setEpoch(hub, epoch));
        return m_inner.setEpoch(hub, epoch);
    }
    Result<std::vector<CarriedEvent>> waiting(const Batch &batch) override
    {
        catchUp();
        const auto real = must(m_log->waiting(batch)), simulated = must(m_inner.waiting(batch));
        compare("how much waits", real.size(), simulated.size());
        compare("what waits", real == simulated, true);
        return simulated;
    }
    Result<hub::Backlog> backlog() override
    {
        catchUp();
        const hub::Backlog simulated = must(m_inner.backlog()), real = must(m_log->backlog());
        compare("the backlog", real.waiting, simulated.waiting);
        compare("the backlog that is held", real.held, simulated.held);
        return simulated;
    }
    Result<void> hold(const ConsoleId &chain, const QString &reason) override
    {
        must(m_log->hold(chain, reason));
        return m_inner.hold(chain, reason);
    }
    Result<void> release() override
    {
        must(m_log->release());
        return m_inner.release();
    }
    Result<std::vector<ConsoleId>> chains() override
    {
        catchUp();
        auto real = must(m_log->chains());
        const auto simulated = must(m_inner.chains());
        std::sort(real.begin(), real.end());
        compare("the chains", real == simulated, true);
        return simulated;
    }
    Result<void> unacknowledge(const QHash<ConsoleId, qint64> &hubHas) override
    {
        catchUp();
        must(m_log->unacknowledge(hubHas));
        return m_inner.unacknowledge(hubHas);
    }
    Result<bool> acknowledge(const std::vector<qint64> &positions, const Membership &at) override
    {
        catchUp();
        const bool simulated = must(m_inner.acknowledge(positions, at));
        compare("whether it was acknowledged", must(m_log->acknowledge(positions, at)), simulated);
        return simulated;
    }
    Result<bool> keep(const std::vector<CarriedEvent> &pulled, const Membership &at, const QByteArray &cursor) override
    {
        catchUp();
        const bool simulated = must(m_inner.keep(pulled, at, cursor));
        const Result<bool> real = m_log->keep(pulled, at, cursor);
        if (!real)
            m_differences << QStringLiteral("only the simulated one keeps: ") + real.error().sentence;
        else
            compare("whether it was kept", *real, simulated);
        m_fed = m_simulated.events().size();
        return simulated;
    }

private:
    // What people wrote since; it came to the simulated one without passing here.
    void catchUp()
    {
        for (; m_fed < m_simulated.events().size(); ++m_fed) {
            const CarriedEvent &carried = m_simulated.events()[m_fed];
            Event event = carried.event;
            event.body = QJsonDocument::fromJson(carried.body).object();
            must(m_journal->appendNow({event}));
        }
    }

    template<class Value>
    void compare(const char *what, const Value &real, const Value &simulated)
    {
        if (!(real == simulated))
            m_differences << QStringLiteral("%1: %2 on the disk, %3 simulated").arg(QLatin1String(what)).arg(real).arg(simulated);
    }

    LogPort &m_inner;
    const SimLog &m_simulated;
    QStringList &m_differences;
    QTemporaryDir m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<SharedLog> m_shared;
    std::unique_ptr<JournalLog> m_log;
    size_t m_fed = 0;
};

// One program a record that does not die, and no copied files: those are the journal's own tests.
Weather weatherOf(quint64 seed)
{
    Weather weather = Weather::of(seed);
    weather.consoles = std::min(weather.consoles, 3);
    weather.deeds = std::min(weather.deeds, 30);
    weather.calm = 600'000;
    weather.watched = 0;
    weather.secondCourier = weather.copiedFile = false;
    weather.crash = weather.localError = 0;
    return weather;
}

} // namespace

class TestSimulatedRecord : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void theRecordOnDiskAnswersAsTheSimulatedOne();
};

void TestSimulatedRecord::theRecordOnDiskAnswersAsTheSimulatedOne()
{
    const quint64 runs =
        qEnvironmentVariableIntValue("QD_RECORD_RUNS") > 0 ? static_cast<quint64>(qEnvironmentVariableIntValue("QD_RECORD_RUNS")) : 6;
    for (quint64 seed = 1; seed <= runs; ++seed) {
        QStringList differences;
        Breaking both;
        both.log = [&differences](LogPort &inner, const SimLog &simulated) {
            return std::make_unique<BothLogs>(inner, simulated, differences);
        };
        (void)simulate::simulate(seed, weatherOf(seed), both);
        QVERIFY2(differences.isEmpty(),
                 qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(differences.mid(0, 8).join(QLatin1Char('\n')))));
    }
}

QTEST_GUILESS_MAIN(TestSimulatedRecord)
#include "tst_simulatedrecord.moc"
