// Action items from a terminal: over all incidents, by who and when, with their history, as a file.
#include "tests/app/terminal.h"

using namespace qd::test;

class TestActions : public QObject
{
    Q_OBJECT

    Terminal m_room;
    QString m_first, m_second;

    QString declare(const QString &title)
    {
        return m_room.run(QStringLiteral("incident declare --severity P0 --title \"%1\"").arg(title)).firstWord();
    }
    QString add(const QString &incident, const QString &words)
    {
        return m_room.object(QStringLiteral("action %1 %2").arg(incident, words))[QLatin1String("event")].toString();
    }
    QStringList texts(const QString &options)
    {
        QStringList all;
        for (const QJsonValue item : m_room.array(QStringLiteral("actions ") + options))
            all << item[QLatin1String("text")].toString();
        return all;
    }

private slots:
    void initTestCase()
    {
        m_room.setNow(QStringLiteral("2026-11-21T14:00:00Z"));
        m_first = declare(QStringLiteral("Checkout returns 503"));
        m_second = declare(QStringLiteral("Queue is full"));
        add(m_first,
            QStringLiteral("\"Cap the pool\" --owner Lee --due 2026-11-25 --category prevent --ticket https://tracker.example.org/7"));
        add(m_first, QStringLiteral("\"Write it down\" --horizon immediate"));
        add(m_second, QStringLiteral("\"Alert on depth\" --owner Ana --due 2026-11-23 --category detect"));
        m_room.setNow(QStringLiteral("2026-11-26T10:00:00Z"));
    }

    void whatIsDueFirstComesFirst()
    {
        QCOMPARE(texts({}),
                 (QStringList{QStringLiteral("Alert on depth"), QStringLiteral("Cap the pool"), QStringLiteral("Write it down")}));
    }

    void theyAreChosenByWhoWhatAndWhere_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("found");
        QTest::newRow("overdue") << "--overdue" << 2;
        QTest::newRow("an owner") << "--owner @lee" << 1;
        QTest::newRow("nobody's") << "--nobody" << 1;
        QTest::newRow("a category") << "--category detect" << 1;
        QTest::newRow("a horizon") << "--horizon immediate" << 1;
        QTest::newRow("a plan") << "--plan default" << 3;
        QTest::newRow("words of the incident") << "--find queue" << 1;
        QTest::newRow("a state") << "--state done" << 0;
        QTest::newRow("an incident") << "--incident " + m_first << 2;
    }

    void theyAreChosenByWhoWhatAndWhere()
    {
        QFETCH(QString, options);
        QTEST(static_cast<int>(texts(options).size()), "found");
    }

    void theJsonSaysHowItStands()
    {
        const QJsonObject item = m_room.array(QStringLiteral("actions --owner Lee"))[0].toObject();
        QCOMPARE(item[QLatin1String("incident")].toString(), m_first);
        QCOMPARE(item[QLatin1String("overdue_days")].toInt(), 1);
        QVERIFY(item[QLatin1String("overdue")].toBool());
        QVERIFY(item[QLatin1String("closed_in_time")].isNull());
        const QJsonObject undated = m_room.array(QStringLiteral("actions --nobody"))[0].toObject();
        QVERIFY(undated[QLatin1String("due")].isNull());
        QCOMPARE(undated[QLatin1String("expected")].toString(), QStringLiteral("2026-11-28"));
    }

    void itsHistoryIsTold()
    {
        const QString item = add(m_second, QStringLiteral("\"Mend the runbook\" --owner Ana --due 2026-11-30"));
        QCOMPARE(m_room.run(QStringLiteral("action-change %1 %2 --owner Lee --as Mo").arg(m_second, item)).code, int(Done));
        QCOMPARE(m_room.run(QStringLiteral("action-change %1 %2 --state done").arg(m_second, item)).code, int(Done));
        const QJsonObject closed = m_room.array(QStringLiteral("actions --state done"))[0].toObject();
        QVERIFY(closed[QLatin1String("closed_in_time")].toBool());
        const QJsonArray history = closed[QLatin1String("history")].toArray();
        QCOMPARE(history.size(), 2);
        QCOMPARE(history[0][QLatin1String("by")].toString(), QStringLiteral("Mo"));
        QCOMPARE(history[0][QLatin1String("field")].toString(), QStringLiteral("owner"));
        QCOMPARE(history[0][QLatin1String("before")].toString(), QStringLiteral("Ana"));
        QCOMPARE(history[1][QLatin1String("after")].toString(), QStringLiteral("done"));
    }

    void theListIsGivenAway()
    {
        QCOMPARE(m_room.run(QStringLiteral("actions --overdue --csv items.csv")).code, int(Done));
        QVERIFY(m_room.read(QStringLiteral("items.csv")).startsWith("incident,title,severity,"));
        QCOMPARE(m_room.read(QStringLiteral("items.csv")).count('\n'), 3);
        QCOMPARE(m_room.run(QStringLiteral("actions --overdue --markdown items.md")).code, int(Done));
        QVERIFY(m_room.read(QStringLiteral("items.md")).startsWith("- [ ] Alert on depth"));
        QCOMPARE(m_room.run(QStringLiteral("actions --csv no/such/folder/items.csv")).code, int(Storage));
    }

    void whatCannotBeIsRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("a ticket that opens nothing safe") << "action %1 X --ticket javascript:alert(1)" << int(Refused) << "https://";
        QTest::newRow("no date") << "action %1 X --due someday" << int(Usage) << "2026-12-01";
        QTest::newRow("no category") << "actions --category later" << int(Usage) << "prevent, detect, respond";
        QTest::newRow("no item") << "action-change %1 ffffff --state done" << int(Refused) << "action item";
        QTest::newRow("no incident") << "actions --incident INC-NONE" << int(Refused) << "INC-NONE";
    }

    void whatCannotBeIsRefusedWithASentence()
    {
        QFETCH(QString, words);
        QFETCH(QString, says);
        const qint64 before = m_room.eventCount();
        const Outcome refused = m_room.run(words.contains(QLatin1String("%1")) ? words.arg(m_first) : words);
        QTEST(refused.code, "code");
        QVERIFY(refused.complainsOnly());
        QVERIFY2(refused.err.contains(says), qPrintable(refused.err));
        QCOMPARE(m_room.eventCount(), before);
    }
};

QTEST_GUILESS_MAIN(TestActions)
#include "tst_actions.moc"
