// What `metrics` prints over a record: medians, groups, filters, repeats, and the table.
#include "tests/app/terminal.h"

using namespace qd::test;

class TestMetrics : public QObject
{
    Q_OBJECT

private:
    Terminal m_room;

    QString declare(const QString &day, const QString &severity, const QString &rest, int minutes)
    {
        m_room.setNow(day + QStringLiteral("T14:00:00Z"));
        const Outcome declared = m_room.run(
            QStringLiteral("incident declare --severity %1 --title \"Checkout returns 503\" --detected 14:00 %2").arg(severity, rest));
        const QString ref = declared.firstWord();
        m_room.setNow(QStringLiteral("%1T14:%2:00Z").arg(day).arg(minutes, 2, 10, QLatin1Char('0')));
        [[maybe_unused]] const Outcome resolved = m_room.run(QStringLiteral("status %1 resolved").arg(ref));
        return ref;
    }

private slots:
    void initTestCase()
    {
        declare(QStringLiteral("2026-09-02"), QStringLiteral("P0"), QStringLiteral("--started 13:50 --type outage --service checkout"), 40);
        declare(QStringLiteral("2026-09-20"), QStringLiteral("P1"), QStringLiteral("--type outage --service checkout"), 20);
        declare(QStringLiteral("2026-11-03"), QStringLiteral("P0"), QStringLiteral("--type data --service search"), 30);
        declare(QStringLiteral("2026-11-04"), QStringLiteral("P0"), QStringLiteral("--drill"), 5);
        m_room.setNow(QStringLiteral("2026-11-21T12:00:00Z"));
    }

    void ofAll()
    {
        const QJsonObject all = m_room.object(QStringLiteral("metrics"));
        QCOMPARE(all[QLatin1String("incidents")].toInt(), 3);
        QCOMPARE(all[QLatin1String("drills_left_out")].toInt(), 1);
        const QJsonObject lengths = all[QLatin1String("metrics")].toObject();
        QCOMPARE(lengths[QLatin1String("to_resolve")][QLatin1String("median")].toInt(), 1800);
        QCOMPARE(lengths[QLatin1String("to_resolve")][QLatin1String("p90")].toInt(), 2400);
        QCOMPARE(lengths[QLatin1String("to_recover")][QLatin1String("median")].toInt(), 3000);
        QCOMPARE(lengths[QLatin1String("to_detect")][QLatin1String("unknown")].toInt(), 2);
        QCOMPARE(all[QLatin1String("repeats")][QLatin1String("same_kind")].toInt(), 1);
        QVERIFY(!all[QLatin1String("plan_metrics")].toArray().isEmpty());
    }

    void byMonthTheEmptyOnesToo()
    {
        const QJsonArray months = m_room.object(QStringLiteral("metrics --by month"))[QLatin1String("by")].toArray();
        QStringList found;
        for (const QJsonValue &month : months)
            found << QStringLiteral("%1: %2").arg(month[QLatin1String("key")].toString()).arg(month[QLatin1String("incidents")].toInt());
        QCOMPARE(found.join(QStringLiteral(", ")), QStringLiteral("2026-09: 2, 2026-10: 0, 2026-11: 1"));
    }

    void onlyWhatIsAsked()
    {
        const auto counted = [this](const char *options) {
            return m_room.object(QStringLiteral("metrics ") + QLatin1String(options))[QLatin1String("incidents")].toInt();
        };
        QCOMPARE(counted("--severity p0"), 2);
        QCOMPARE(counted("--service checkout"), 2);
        QCOMPARE(counted("--type data --by severity"), 1);
        QCOMPARE(counted("--plan default --from 2026-09-03 --to 2026-11-03"), 2);
        QCOMPARE(counted("--drills"), 4);
        QCOMPARE(counted("--plan rose"), 0);
    }

    void asWords()
    {
        const Outcome words = m_room.run(QStringLiteral("metrics --by plan"));
        QCOMPARE(words.code, int(Done));
        QVERIFY2(words.out.contains(QLatin1String("median 30 min, 90 % within 40 min (of 3)")), qPrintable(words.out));
        QVERIFY(words.out.contains(QLatin1String("left out: 1 drills (--drills counts them)")));
        QVERIFY(words.out.contains(QLatin1String("MTTA of ")));
    }

    void asATable()
    {
        const QString file = m_room.path(QStringLiteral("metrics.csv"));
        QCOMPARE(m_room.run(QStringLiteral("metrics --by month --csv \"%1\"").arg(file)).code, int(Done));
        const QByteArray table = m_room.read(QStringLiteral("metrics.csv"));
        QVERIFY(table.startsWith("grouped by,group,measure,value,unit,incidents\r\n"));
        QVERIFY(table.contains("month,2026-10,incidents,0,,\r\n"));
        const Outcome refused = m_room.run(QStringLiteral("metrics --csv /no/such/folder/metrics.csv"));
        QCOMPARE(refused.code, int(Storage));
        QVERIFY(refused.complainsOnly());
    }

    void whatCannotBeAskedIsSaid()
    {
        const Outcome week = m_room.run(QStringLiteral("metrics --by week"));
        QCOMPARE(week.code, int(Usage));
        QVERIFY(week.complainsOnly() && week.err.contains(QLatin1String("month, severity, type, plan or service")));
        const Outcome backwards = m_room.run(QStringLiteral("metrics --from 2026-11-01 --to 2026-10-01"));
        QCOMPARE(backwards.code, int(Usage));
        QVERIFY(backwards.complainsOnly());
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
