// A shared database from terminals: made, joined, worked on from several desks, left; and every wrong turn with its sentence.
#include "tests/app/hub/hubterminal.h"

using namespace qd::test;

class HubStoryTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        server().createLogin(QStringLiteral("adam"), QStringLiteral("quite secret"), QStringLiteral("CREATEROLE"));
        for (const char *login : {"dana", "sam", "olga", "nobody"})
            server().createLogin(QLatin1String(login), QStringLiteral("quite secret"));
        server().createDatabase(QStringLiteral("warroom"));
        server().must(QStringLiteral("warroom"), QStringLiteral("GRANT CREATE ON DATABASE warroom TO adam"));
        server().createDatabase(QStringLiteral("nohub"));
        const HubTerminal adam;
        const Outcome made = adam.withPassword(QStringLiteral("hub init %1 --name Adam").arg(adam.url("adam")));
        QVERIFY2(made.code == Done, qPrintable(made.err));
        QVERIFY2(made.out.contains(QStringLiteral("is a hub now")), qPrintable(made.out));
        QCOMPARE(adam.withPassword(QStringLiteral("hub join %1").arg(adam.url("adam"))).code, int(Done));
        adam.keepPassword("adam");
        for (const char *words :
             {"hub grant dana responder --name Dana", "hub grant sam responder --name Sam", "hub grant olga observer --name Olga"}) {
            const Outcome granted = adam.run(QLatin1String(words));
            QVERIFY2(granted.code == Done, qPrintable(granted.err));
        }
    }

    void twoDesksWorkOnOneIncident()
    {
        HubTerminal dana, sam;
        dana.join("dana");
        sam.join("sam");
        QCOMPARE(dana.mustRun("incident declare --severity P0 --title \"Checkout returns 503\"").isEmpty(), false);
        dana.mustRun("log last \"roll back 4.12\"");
        QVERIFY(dana.mustRun("hub sync").contains(QStringLiteral("in step with")));
        sam.mustRun("hub sync");
        QVERIFY(sam.mustRun("timeline last").contains(QStringLiteral("roll back 4.12")));
        sam.mustRun("log last \"replica lag 40 s\"");
        sam.mustRun("hub sync");
        const QJsonObject synced = dana.mustJson("hub sync");
        QCOMPARE(synced[QLatin1String("in_step")].toBool(), true);
        QVERIFY(synced[QLatin1String("received")].toInteger() > 0);
        QVERIFY(dana.mustRun("timeline last").contains(QStringLiteral("Sam")));
        const QJsonObject status = dana.mustJson("hub status");
        QCOMPARE(status[QLatin1String("state")].toString(), QStringLiteral("reachable"));
        QCOMPARE(status[QLatin1String("person")].toString(), QStringLiteral("Dana"));
        QCOMPARE(status[QLatin1String("standing")].toString(), QStringLiteral("responder"));
        QCOMPARE(status[QLatin1String("waiting")].toInteger(-1), 0);
    }

    void anAttachmentOfSeveralMegabytesArrives()
    {
        HubTerminal dana, sam;
        dana.join("dana");
        sam.join("sam");
        QByteArray content(3'300'000, 'x');
        for (qsizetype i = 0; i < content.size(); i += 7)
            content[i] = static_cast<char>(i);
        dana.write(QStringLiteral("heap.bin"), content);
        dana.mustRun("incident declare --severity P0 --title \"Heap grows\"");
        dana.mustRun(qPrintable(QStringLiteral("log last \"the heap\" --attach %1").arg(dana.path(QStringLiteral("heap.bin")))));
        QCOMPARE(dana.mustJson("hub sync")[QLatin1String("attachments")].toInt(), 1);
        QCOMPARE(sam.mustJson("hub sync")[QLatin1String("attachments")].toInt(), 1);
        sam.mustRun("verify");
    }

    void theAuthorIsWhomTheHubKnows()
    {
        HubTerminal dana;
        dana.join("dana");
        dana.mustRun("incident declare --severity P0 --title Checkout");
        const Outcome asSam = dana.run(QStringLiteral("log last \"not mine\" --as Sam"));
        QCOMPARE(asSam.code, int(Refused));
        QVERIFY2(asSam.err.contains(QStringLiteral("takes from this login what Dana writes")), qPrintable(asSam.err));
        QVERIFY(asSam.complainsOnly());
    }

    void anObserverReadsAndWhatTheyWriteStays()
    {
        HubTerminal dana, olga;
        dana.join("dana");
        olga.join("olga");
        dana.mustRun("incident declare --severity P0 --title Checkout");
        dana.mustRun("hub sync");
        olga.mustRun("hub sync");
        olga.mustRun("log last \"may I?\"");
        const Outcome sync = olga.run(QStringLiteral("hub sync"));
        QCOMPARE(sync.code, int(Refused));
        QVERIFY2(sync.err.contains(QStringLiteral("may only read")), qPrintable(sync.err));
        QVERIFY(olga.mustRun("timeline last").contains(QStringLiteral("may I?")));
    }

    void aRestrictedIncidentIsSeenByItsMembers()
    {
        HubTerminal dana, sam;
        dana.join("dana");
        sam.join("sam");
        const QString ref =
            dana.mustRun("incident declare --severity P0 --title \"Leaked certificate\" --restricted").section(QLatin1Char(' '), 0, 0);
        dana.mustRun("hub sync");
        sam.mustRun("hub sync");
        QVERIFY(!sam.mustRun("incident list").contains(ref));
        dana.mustRun(qPrintable(QStringLiteral("hub grant sam --incident ") + ref));
        QVERIFY(dana.mustRun(qPrintable(QStringLiteral("hub members --incident ") + ref)).contains(QStringLiteral("Sam")));
        dana.mustRun("hub sync");
        sam.mustRun("hub sync");
        QVERIFY(sam.mustRun("incident list").contains(ref));
        QVERIFY(!sam.mustRun("incident list").contains(QStringLiteral("Leaked"))); // a list is read over a shoulder
        dana.mustRun(qPrintable(QStringLiteral("hub revoke sam --incident ") + ref));
        QVERIFY(!dana.mustRun(qPrintable(QStringLiteral("hub members --incident ") + ref)).contains(QStringLiteral("Sam")));
    }

    void leavingKeepsTheRecord()
    {
        HubTerminal dana;
        dana.join("dana");
        dana.mustRun("hub sync");
        const QString before = dana.mustRun("incident list");
        dana.mustRun("hub leave");
        QCOMPARE(dana.mustRun("incident list"), before);
        QCOMPARE(dana.mustJson("hub status")[QLatin1String("joined")].toBool(true), false);
        QCOMPARE(dana.run(QStringLiteral("hub sync")).code, int(Refused));
        QCOMPARE(dana.run(QStringLiteral("hub leave")).code, int(Refused));
    }

    void whoHasAPartIsListed()
    {
        HubTerminal dana;
        dana.join("dana");
        const QString members = dana.mustRun("hub members");
        for (const char *member : {"administrator  adam  Adam", "responder      dana  Dana", "observer       olga  Olga"})
            QVERIFY2(members.contains(QLatin1String(member)), qPrintable(members));
        const Outcome granted = dana.run(QStringLiteral("hub grant nobody responder"));
        QCOMPARE(granted.code, int(Refused));
        QVERIFY2(granted.err.contains(QStringLiteral("administrator")), qPrintable(granted.err));
        QCOMPARE(dana.run(QStringLiteral("hub grant nobody king")).code, int(Usage));
        QCOMPARE(dana.run(QStringLiteral("hub grant nobody")).code, int(Usage));
    }
};

QTEST_GUILESS_MAIN(HubStoryTest)
#include "tst_hubstory.moc"
