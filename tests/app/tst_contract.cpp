// The JSON of the contract: its keys, its types, one value on stdout and nothing else.
#include "tests/app/terminal.h"

using namespace qd::test;

class TestContract : public QObject
{
    Q_OBJECT

private:
    Terminal m_room;

    static void hasKeys(const QJsonObject &object, const QString &keys)
    {
        for (const QString &key : keys.split(QLatin1Char(' ')))
            QVERIFY2(object.contains(key), qPrintable(key + QStringLiteral(" is missing of ") + object.keys().join(QLatin1Char(' '))));
    }

private slots:
    void initTestCase()
    {
        m_room.setNow(QStringLiteral("2026-11-21T14:05:00Z"));
        const Outcome declared =
            m_room.run(QStringLiteral("incident declare --severity P0 --title T --service a --service b --detected -3m --json"));
        QVERIFY2(declared.code == Done, qPrintable(declared.err));
        hasKeys(declared.json().object(), QStringLiteral("ref id title plan severity status durations timeline clocks"));
    }

    void ofAnIncident()
    {
        const QJsonObject shown = m_room.object(QStringLiteral("incident show last"));
        hasKeys(
            shown,
            QStringLiteral(
                "ref id title plan severity status type services impact drill restricted started_at detected_at declared_at "
                "acknowledged_at "
                "identified_at mitigated_at resolved_at closed_at durations roles timeline clocks actions checks asks updates conflicts"));
        hasKeys(shown[QLatin1String("durations")].toObject(),
                QStringLiteral("to_detect to_acknowledge to_identify to_mitigate to_resolve total"));
        QVERIFY(shown[QLatin1String("durations")][QLatin1String("to_detect")].isNull()); // the start is not known
        QVERIFY(shown[QLatin1String("started_at")].isNull());
        QCOMPARE(shown[QLatin1String("detected_at")].toString(), QStringLiteral("2026-11-21T14:02:00Z"));
        QCOMPARE(shown[QLatin1String("plan")].toString(), QStringLiteral("default"));
        QCOMPARE(shown[QLatin1String("services")].toArray(), (QJsonArray{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void ofAnEntryAndAChange()
    {
        const QJsonObject logged = m_room.object(QStringLiteral("log last Hm --kind decision --tag t"));
        QCOMPARE(logged.keys(), (QStringList{QStringLiteral("entry"), QStringLiteral("event")}));
        const QJsonObject pinned = m_room.object(QStringLiteral("pin last last"));
        QCOMPARE(pinned[QLatin1String("entry")], logged[QLatin1String("entry")]);
        QVERIFY(pinned[QLatin1String("event")] != logged[QLatin1String("event")]);
        const QJsonObject entry = m_room.array(QStringLiteral("timeline last --kind decision"))[0].toObject();
        hasKeys(entry, QStringLiteral("id at recorded_at kind text author late edited redacted pinned tags attachments"));
        QCOMPARE(entry[QLatin1String("id")], logged[QLatin1String("entry")]);
        QCOMPARE(entry[QLatin1String("pinned")].toBool(), true);
        QCOMPARE(entry[QLatin1String("author")].toString(), QStringLiteral("Dana"));
    }

    void ofClocks()
    {
        const QJsonArray clocks = m_room.array(QStringLiteral("clocks last"));
        QVERIFY(!clocks.isEmpty());
        hasKeys(clocks[0].toObject(), QStringLiteral("id label kind started_at due_at state met_at late_by"));
        const QJsonObject paused = m_room.object(QStringLiteral("pause last resolve --reason \"waiting for a vendor\""));
        QCOMPARE(paused.size(), 2);
        bool found = false;
        for (const QJsonValue &clock : m_room.array(QStringLiteral("clocks last --now 2026-11-21T14:30:00Z")))
            found = found
                || (clock[QLatin1String("id")].toString() == QLatin1String("resolve")
                    && clock[QLatin1String("state")].toString() == QLatin1String("paused"));
        QVERIFY(found);
    }

    void ofLists()
    {
        QCOMPARE(m_room.array(QStringLiteral("incident list")).size(), 1);
        QCOMPARE(m_room.array(QStringLiteral("incident list --open"))[0][QLatin1String("severity")].toString(), QStringLiteral("P0"));
        QCOMPARE(m_room.array(QStringLiteral("plan list")).size(), 6);
        QCOMPARE(m_room.run(QStringLiteral("action last Fix --due friday")).code, int(Done));
        const QJsonArray actions = m_room.array(QStringLiteral("actions --open"));
        QCOMPARE(actions.size(), 1);
        QCOMPARE(actions[0][QLatin1String("due")].toString(), QStringLiteral("2026-11-27"));
        QVERIFY(m_room.array(QStringLiteral("actions --overdue")).isEmpty());
        QCOMPARE(m_room.array(QStringLiteral("actions --overdue --now 2026-12-01T00:00:00Z")).size(), 1);
    }

    void ofAPlan()
    {
        const QJsonObject plan = m_room.object(QStringLiteral("plan show castiel"));
        hasKeys(plan, QStringLiteral("id name severities roles phases escalation templates scenarios metrics conflicts unread"));
        hasKeys(plan[QLatin1String("severities")][0].toObject(), QStringLiteral("id name rank respond_within resolve_within update_every"));
    }

    void aDryRunWritesNothing()
    {
        const qint64 before = m_room.eventCount();
        const Outcome dry = m_room.run(QStringLiteral("update last responders --dry-run"));
        QVERIFY2(dry.code == Done, qPrintable(dry.err));
        QVERIFY(!dry.out.trimmed().isEmpty());
        QCOMPARE(m_room.eventCount(), before);
        QCOMPARE(m_room.run(QStringLiteral("update last responders")).code, int(Done));
        QCOMPARE(m_room.object(QStringLiteral("incident show last"))[QLatin1String("updates")].toArray().size(), 1);
    }

    void anAttachmentIsKeptByItsContent()
    {
        m_room.write(QStringLiteral("graph.csv"), "t,errors\n1,34\n");
        QCOMPARE(m_room.run(QStringLiteral("log last \"Error rate\" --attach graph.csv")).code, int(Done));
        const QJsonArray notes = m_room.array(QStringLiteral("timeline last --kind note"));
        QCOMPARE(notes[0][QLatin1String("attachments")].toArray().size(), 1);
    }

    void theSamplesCanBePlayed()
    {
        for (const char *name : {"checkout-outage", "leaked-certificate"}) {
            const QJsonObject played = m_room.object(QStringLiteral("sample %1").arg(QLatin1String(name)));
            QCOMPARE(played[QLatin1String("status")].toString(), QStringLiteral("resolved"));
            const qsizetype entries = played[QLatin1String("timeline")].toArray().size();
            QVERIFY2(entries >= 25 && entries <= 60, qPrintable(QString::number(entries)));
            QVERIFY(played[QLatin1String("conflicts")].toArray().isEmpty());
        }
        QCOMPARE(m_room.run(QStringLiteral("verify")).code, int(Done));
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
