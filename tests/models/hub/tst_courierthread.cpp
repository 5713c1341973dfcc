// Desks in step over a PostgreSQL of their own: entries, presence, clocks, attachments, and a server that goes, freezes and comes back.
#include "tests/models/hub/hubdesk.h"

using namespace qd;
using namespace qd::hub;
using namespace qd::test;
using namespace std::chrono_literals;

class CourierThreadTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_desks.open(); }
    void cleanup() { m_desks.close(); }

    void whatOneWritesTheOtherReads()
    {
        m_desks.dana->open();
        m_desks.sam->open();
        QTRY_VERIFY(m_desks.dana->isInStep() && m_desks.sam->isInStep());
        QCOMPARE(m_desks.dana->courier.status().person, QStringLiteral("Dana"));
        const IncidentId incident = m_desks.dana->declare(QStringLiteral("Checkout"));
        QTRY_COMPARE(m_desks.sam->count(incident), m_desks.dana->count(incident));
        m_desks.sam->log(incident, QStringLiteral("replica lag 40 s"));
        QTRY_COMPARE(m_desks.dana->texts(incident), QStringList(QStringLiteral("replica lag 40 s")));
        QTRY_VERIFY(m_desks.dana->isInStep() && m_desks.sam->isInStep());
        QCOMPARE(m_desks.sam->courier.status().sentence, QString());
    }

    void anEntryIsThereAtOnceAndNotAtTheNextPoll()
    {
        m_desks.dana->open();
        m_desks.sam->open();
        const IncidentId incident = m_desks.dana->declare(QStringLiteral("Checkout"));
        QTRY_VERIFY(m_desks.sam->count(incident) > 0 && m_desks.sam->isInStep());
        QSignalSpy arrived(&m_desks.sam->courier, &CourierThread::arrived);
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer since;
            since.start();
            const qint64 before = m_desks.sam->count(incident);
            m_desks.dana->log(incident, QString::number(i));
            while (m_desks.sam->count(incident) == before && since.elapsed() < 5000)
                arrived.wait(50);
            QVERIFY2(since.elapsed() < 1000, qPrintable(QString::number(since.elapsed())));
        }
    }

    void whatAnotherProgramWroteIntoTheFileGoesWithoutAHint()
    {
        m_desks.dana->open();
        m_desks.sam->open();
        QTRY_VERIFY(m_desks.dana->isInStep() && m_desks.sam->isInStep());
        const IncidentId incident = m_desks.dana->story().declare(QStringLiteral("Checkout"));
        QTRY_COMPARE_WITH_TIMEOUT(m_desks.sam->count(incident), m_desks.dana->count(incident), 8000);
    }

    void whoIsInTheRoomIsSeen()
    {
        QSignalSpy seen(&m_desks.dana->courier, &CourierThread::presenceChanged);
        m_desks.sam->open();
        const IncidentId incident = m_desks.sam->declare(QStringLiteral("Checkout"));
        QTRY_VERIFY(m_desks.sam->isInStep());
        m_desks.sam->courier.lookAt(incident);
        const auto samIsThere = [&] {
            return m_desks.room->must(
                       "dana",
                       QStringLiteral("SELECT count(*) FROM quarterdeck.here('%1', NULL) WHERE person = 'Sam' AND incident = '%2'")
                           .arg(m_desks.dana->story().journal().console().toString(), incident.toString()))
                == QLatin1String("1");
        };
        QTRY_VERIFY(samIsThere());
        m_desks.dana->open();
        QTRY_VERIFY(!seen.isEmpty() && !seen.last().first().value<std::vector<Present>>().empty());
        const Present sam = seen.last().first().value<std::vector<Present>>().front();
        QCOMPARE(sam.person, QStringLiteral("Sam"));
        QCOMPARE(sam.incident, incident);
        m_desks.sam->courier.stop();
        QTRY_VERIFY(!samIsThere());
    }

    void theHubsClockIsMeasuredAndAJumpHereIsFollowed()
    {
        QSignalSpy offset(&m_desks.dana->courier, &CourierThread::clockOffsetChanged);
        m_desks.dana->clock.ahead = 1h;
        m_desks.dana->open();
        const auto ahead = [&offset] { return offset.isEmpty() ? Duration(0) : offset.last().first().value<Duration>(); };
        QTRY_VERIFY(!offset.isEmpty());
        QVERIFY2(std::chrono::abs(ahead() + 1h) < 1s, qPrintable(QString::number(ahead().count())));
        m_desks.dana->clock.ahead = -30min;
        QTRY_VERIFY_WITH_TIMEOUT(std::chrono::abs(ahead() - 30min) < 1s, 8000);
    }

    void anAttachmentGoesBothWaysInParts()
    {
        m_desks.dana->open();
        m_desks.sam->open();
        const IncidentId incident = m_desks.dana->declare(QStringLiteral("Checkout"));
        QByteArray content(3'000'001, Qt::Uninitialized);
        for (qsizetype i = 0; i < content.size(); ++i)
            content[i] = static_cast<char>(i * 31 + i / 257);
        const QString sha = must(
            m_desks.dana->story().journal().putAttachment(content, QStringLiteral("heap.bin"), QStringLiteral("application/octet-stream")));
        command::LogEntry entry;
        entry.text = QStringLiteral("the heap");
        entry.attachments = {sha};
        const Event logged = m_desks.dana->story().submit(incident, entry);
        m_desks.dana->story().submit(
            incident,
            command::AddAttachment{sha, QStringLiteral("heap.bin"), QStringLiteral("application/octet-stream"), content.size(), logged.id});
        m_desks.dana->courier.hint();
        QTRY_VERIFY_WITH_TIMEOUT(m_desks.sam->story().journal().attachment(sha).has_value(), 20000);
        QCOMPARE(must(m_desks.sam->story().journal().attachment(sha)), content);
    }

    void aServerThatIsKilledAndComesBackIsFoundAgain()
    {
        m_desks.dana->open();
        m_desks.sam->open();
        const IncidentId incident = m_desks.dana->declare(QStringLiteral("Checkout"));
        QTRY_VERIFY(m_desks.sam->count(incident) > 0 && m_desks.sam->isInStep() && m_desks.dana->isInStep());
        for (int i = 0; i < 50; ++i)
            m_desks.dana->log(incident, QString::number(i));
        cluster().kill();
        for (int i = 50; i < 100; ++i)
            m_desks.dana->log(incident, QString::number(i));
        QTRY_COMPARE_WITH_TIMEOUT(m_desks.dana->courier.status().state, HubState::Offline, 10000);
        QVERIFY2(m_desks.dana->courier.status().sentence.contains(QLatin1String("tried again")),
                 qPrintable(m_desks.dana->courier.status().sentence));
        QVERIFY(m_desks.dana->courier.status().since.has_value());
        QTRY_COMPARE_WITH_TIMEOUT(m_desks.sam->courier.status().state, HubState::Offline, 10000);
        cluster().restart();
        QTRY_COMPARE_WITH_TIMEOUT(m_desks.sam->texts(incident).size(), 100, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desks.dana->isInStep() && m_desks.sam->isInStep(), 30000);
        QCOMPARE(m_desks.sam->texts(incident), m_desks.dana->texts(incident));
        QVERIFY(must(m_desks.sam->story().journal().verify()).problems.empty());
    }

    void aFrozenServerKeepsNobody()
    {
        m_desks.dana->open();
        const IncidentId incident = m_desks.dana->declare(QStringLiteral("Checkout"));
        QTRY_VERIFY(m_desks.dana->isInStep());
        cluster().freeze();
        m_desks.dana->log(incident, QStringLiteral("nobody answers"));
        QElapsedTimer since;
        since.start();
        QTest::qWait(200); // the call is under way
        m_desks.dana->courier.stop();
        QVERIFY2(since.elapsed() < 900, qPrintable(QString::number(since.elapsed())));
        cluster().thaw();
        m_desks.dana->start(m_desks.dana->address());
        QTRY_VERIFY_WITH_TIMEOUT(m_desks.dana->isInStep(), 30000);
    }

private:
    TwoDesks m_desks;
};

QTEST_GUILESS_MAIN(CourierThreadTest)
#include "tst_courierthread.moc"
