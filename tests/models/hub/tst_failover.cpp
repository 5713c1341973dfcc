// A network that goes silent, a console far behind, and a standby that takes over: nothing is lost and nobody has to do anything.
#include "tests/models/hub/hubdesk.h"
#include "tests/models/hub/silentproxy.h"

using namespace qd;
using namespace qd::hub;
using namespace qd::test;
using namespace std::chrono_literals;

class FailoverTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        HubRoom().open(); // the first makes the logins
        cluster().must(QStringLiteral("postgres"), QStringLiteral("ALTER ROLE dana PASSWORD 'quite secret'"));
    }
    void init() { m_desks.open(); }
    void cleanup() { m_desks.close(); }

    void aNetworkThatFallsSilentIsNoticedAndComesBack()
    {
        SilentProxy proxy(cluster().port());
        const HubAddress by =
            must(readHubAddress(QStringLiteral("postgresql://dana@127.0.0.1:%1/%2").arg(proxy.port()).arg(m_desks.room->name()))).address;
        m_desks.dana->join(by);
        m_desks.dana->start(by, QStringLiteral("quite secret"));
        m_desks.sam->open();
        const IncidentId incident = m_desks.dana->declare(QStringLiteral("Checkout"));
        QTRY_VERIFY(m_desks.sam->count(incident) > 0 && m_desks.dana->isInStep());
        proxy.fallSilent();
        QElapsedTimer since;
        since.start();
        for (int i = 0; i < 20; ++i)
            m_desks.dana->log(incident, QString::number(i));
        QVERIFY2(since.elapsed() < 2000, qPrintable(QString::number(since.elapsed()))); // local work does not wait
        QTRY_COMPARE_WITH_TIMEOUT(m_desks.dana->courier.status().state, HubState::Offline, 20000);
        QCOMPARE(m_desks.dana->courier.status().waiting, 20);
        QTest::qWait(4000); // longer than it takes to give up a connection
        m_desks.sam->log(incident, QStringLiteral("meanwhile"));
        proxy.speak();
        QTRY_COMPARE_WITH_TIMEOUT(m_desks.sam->texts(incident).size(), 21, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(m_desks.dana->texts(incident).size(), 21, 30000);
    }

    void aConsoleFarBehindCatchesUp()
    {
        m_desks.dana->open();
        const IncidentId incident = m_desks.dana->declare(QStringLiteral("Checkout"));
        constexpr int many = 100'000;
        for (int begun = 0; begun < many; begun += 5000) {
            Drafts drafts;
            for (int i = begun; i < begun + 5000; ++i) {
                drafts.push_back({incident,
                                  QStringLiteral("entry.logged"),
                                  {{QStringLiteral("kind"), QStringLiteral("note")}, {QStringLiteral("text"), QString::number(i)}},
                                  m_desks.dana->clock.now()});
            }
            must(m_desks.dana->story().journal().appendNow(m_desks.dana->story().record(drafts)));
        }
        m_desks.dana->courier.hint();
        QTRY_VERIFY_WITH_TIMEOUT(m_desks.dana->courier.status().waiting == 0 && m_desks.dana->isInStep(), 120000);
        QElapsedTimer since;
        since.start();
        m_desks.sam->open();
        QTRY_VERIFY_WITH_TIMEOUT(m_desks.sam->isInStep() && m_desks.sam->courier.status().received >= many, 120000);
        qInfo("100,000 entries came in %lld ms", since.elapsed());
        QCOMPARE(m_desks.sam->count(incident), m_desks.dana->count(incident));
    }

    void aStandbyThatIsPromotedTakesOver()
    {
        const std::unique_ptr<Cluster> standby = Cluster::standbyOf(cluster());
        m_desks.dana->alsoAt(*standby);
        m_desks.sam->alsoAt(*standby);
        m_desks.dana->open();
        m_desks.sam->open();
        const IncidentId incident = m_desks.dana->declare(QStringLiteral("Checkout"));
        for (int i = 0; i < 20; ++i)
            m_desks.dana->log(incident, QString::number(i));
        QTRY_COMPARE(m_desks.sam->texts(incident).size(), 20);
        cluster().awaitStandby();
        standby->detach(); // what comes now is acknowledged, and lost with the primary
        for (int i = 20; i < 40; ++i)
            m_desks.dana->log(incident, QString::number(i));
        QTRY_VERIFY(m_desks.sam->texts(incident).size() == 40 && m_desks.dana->isInStep());
        cluster().kill();
        standby->promote();
        for (int i = 40; i < 60; ++i)
            m_desks.dana->log(incident, QString::number(i));
        QTRY_COMPARE_WITH_TIMEOUT(m_desks.sam->texts(incident).size(), 60, 60000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desks.dana->isInStep() && m_desks.sam->isInStep(), 30000);
        QCOMPARE(m_desks.sam->texts(incident), m_desks.dana->texts(incident));
        const Answer kept =
            standby->psql(QStringLiteral("dana"), m_desks.room->name(),
                          QStringLiteral("SELECT count(*) FROM quarterdeck.log WHERE incident = '%1'").arg(incident.toString()));
        QCOMPARE(kept.out, QString::number(m_desks.dana->count(incident)));
        QVERIFY(must(m_desks.sam->story().journal().verify()).problems.empty());
    }

private:
    TwoDesks m_desks;
};

QTEST_GUILESS_MAIN(FailoverTest)
#include "tst_failover.moc"
