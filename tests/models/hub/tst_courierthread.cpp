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
    void init()
    {
        m_room = std::make_unique<HubRoom>();
        m_room->open();
        m_dana = std::make_unique<HubDesk>(*m_room, QStringLiteral("dana"), QStringLiteral("Dana"));
        m_sam = std::make_unique<HubDesk>(*m_room, QStringLiteral("sam"), QStringLiteral("Sam"));
    }
    void cleanup()
    {
        m_dana.reset();
        m_sam.reset();
        m_room.reset();
        QVERIFY(!CourierThread::hasLeftBehind());
    }

    void whatOneWritesTheOtherReads()
    {
        m_dana->open();
        m_sam->open();
        QTRY_VERIFY(m_dana->isInStep() && m_sam->isInStep());
        QCOMPARE(m_dana->courier.status().person, QStringLiteral("Dana"));
        const IncidentId incident = m_dana->declare(QStringLiteral("Checkout"));
        QTRY_COMPARE(m_sam->count(incident), m_dana->count(incident));
        m_sam->log(incident, QStringLiteral("replica lag 40 s"));
        QTRY_COMPARE(m_dana->texts(incident), QStringList(QStringLiteral("replica lag 40 s")));
        QTRY_VERIFY(m_dana->isInStep() && m_sam->isInStep());
        QCOMPARE(m_sam->courier.status().sentence, QString());
    }

    void anEntryIsThereAtOnceAndNotAtTheNextPoll()
    {
        m_dana->open();
        m_sam->open();
        const IncidentId incident = m_dana->declare(QStringLiteral("Checkout"));
        QTRY_VERIFY(m_sam->count(incident) > 0 && m_sam->isInStep());
        QSignalSpy arrived(&m_sam->courier, &CourierThread::arrived);
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer since;
            since.start();
            const qint64 before = m_sam->count(incident);
            m_dana->log(incident, QString::number(i));
            while (m_sam->count(incident) == before && since.elapsed() < 5000)
                arrived.wait(50);
            QVERIFY2(since.elapsed() < 1000, qPrintable(QString::number(since.elapsed())));
        }
    }

    void whatAnotherProgramWroteIntoTheFileGoesWithoutAHint()
    {
        m_dana->open();
        m_sam->open();
        QTRY_VERIFY(m_dana->isInStep() && m_sam->isInStep());
        const IncidentId incident = m_dana->story().declare(QStringLiteral("Checkout"));
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->count(incident), m_dana->count(incident), 8000);
    }

    void whoIsInTheRoomIsSeen()
    {
        QSignalSpy seen(&m_dana->courier, &CourierThread::presenceChanged);
        m_sam->open();
        const IncidentId incident = m_sam->declare(QStringLiteral("Checkout"));
        QTRY_VERIFY(m_sam->isInStep());
        m_sam->courier.lookAt(incident);
        const auto samIsThere = [&] {
            return m_room->must("dana",
                                QStringLiteral("SELECT count(*) FROM quarterdeck.here('%1', NULL) WHERE person = 'Sam' AND incident = '%2'")
                                    .arg(m_dana->story().journal().console().toString(), incident.toString()))
                == QLatin1String("1");
        };
        QTRY_VERIFY(samIsThere());
        m_dana->open();
        QTRY_VERIFY(!seen.isEmpty() && !seen.last().first().value<std::vector<Present>>().empty());
        const Present sam = seen.last().first().value<std::vector<Present>>().front();
        QCOMPARE(sam.person, QStringLiteral("Sam"));
        QCOMPARE(sam.incident, incident);
        m_sam->courier.stop();
        QTRY_VERIFY(!samIsThere());
    }

    void theHubsClockIsMeasuredAndAJumpHereIsFollowed()
    {
        QSignalSpy offset(&m_dana->courier, &CourierThread::clockOffsetChanged);
        m_dana->clock.ahead = 1h;
        m_dana->open();
        const auto ahead = [&offset] { return offset.isEmpty() ? Duration(0) : offset.last().first().value<Duration>(); };
        QTRY_VERIFY(!offset.isEmpty());
        QVERIFY2(std::chrono::abs(ahead() + 1h) < 1s, qPrintable(QString::number(ahead().count())));
        m_dana->clock.ahead = -30min;
        QTRY_VERIFY_WITH_TIMEOUT(std::chrono::abs(ahead() - 30min) < 1s, 8000);
    }

    void anAttachmentGoesBothWaysInParts()
    {
        m_dana->open();
        m_sam->open();
        const IncidentId incident = m_dana->declare(QStringLiteral("Checkout"));
        QByteArray content(3'000'001, Qt::Uninitialized);
        for (qsizetype i = 0; i < content.size(); ++i)
            content[i] = static_cast<char>(i * 31 + i / 257);
        const QString sha =
            must(m_dana->story().journal().putAttachment(content, QStringLiteral("heap.bin"), QStringLiteral("application/octet-stream")));
        command::LogEntry entry;
        entry.text = QStringLiteral("the heap");
        entry.attachments = {sha};
        const Event logged = m_dana->story().submit(incident, entry);
        m_dana->story().submit(
            incident,
            command::AddAttachment{sha, QStringLiteral("heap.bin"), QStringLiteral("application/octet-stream"), content.size(), logged.id});
        m_dana->courier.hint();
        QTRY_VERIFY_WITH_TIMEOUT(m_sam->story().journal().attachment(sha).has_value(), 20000);
        QCOMPARE(must(m_sam->story().journal().attachment(sha)), content);
    }

    void aServerThatIsKilledAndComesBackIsFoundAgain()
    {
        m_dana->open();
        m_sam->open();
        const IncidentId incident = m_dana->declare(QStringLiteral("Checkout"));
        QTRY_VERIFY(m_sam->count(incident) > 0 && m_sam->isInStep() && m_dana->isInStep());
        for (int i = 0; i < 50; ++i)
            m_dana->log(incident, QString::number(i));
        cluster().kill();
        for (int i = 50; i < 100; ++i)
            m_dana->log(incident, QString::number(i));
        QTRY_COMPARE_WITH_TIMEOUT(m_dana->courier.status().state, HubState::Offline, 10000);
        QVERIFY2(m_dana->courier.status().sentence.contains(QLatin1String("tried again")), qPrintable(m_dana->courier.status().sentence));
        QVERIFY(m_dana->courier.status().since.has_value());
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->courier.status().state, HubState::Offline, 10000);
        cluster().restart();
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->texts(incident).size(), 100, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(m_dana->isInStep() && m_sam->isInStep(), 30000);
        QCOMPARE(m_sam->texts(incident), m_dana->texts(incident));
        QVERIFY(must(m_sam->story().journal().verify()).problems.empty());
    }

    void aFrozenServerKeepsNobody()
    {
        m_dana->open();
        const IncidentId incident = m_dana->declare(QStringLiteral("Checkout"));
        QTRY_VERIFY(m_dana->isInStep());
        cluster().freeze();
        m_dana->log(incident, QStringLiteral("nobody answers"));
        QElapsedTimer since;
        since.start();
        QTest::qWait(200); // the call is under way
        m_dana->courier.stop();
        QVERIFY2(since.elapsed() < 900, qPrintable(QString::number(since.elapsed())));
        cluster().thaw();
        m_dana->start(m_dana->address());
        QTRY_VERIFY_WITH_TIMEOUT(m_dana->isInStep(), 30000);
    }

private:
    std::unique_ptr<HubRoom> m_room;
    std::unique_ptr<HubDesk> m_dana, m_sam;
};

QTEST_GUILESS_MAIN(CourierThreadTest)
#include "tst_courierthread.moc"
