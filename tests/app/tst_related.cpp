// Earlier incidents in a terminal: what was done last time, links, and one incident that was declared twice.
#include "tests/app/terminal.h"

using namespace qd::test;

class TestRelated : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Terminal> m_room;
    QString m_first, m_second, m_third;

    [[nodiscard]] QString declare(const char *title, const char *rest = "")
    {
        return m_room->run(QStringLiteral("incident declare --severity P1 --title \"%1\" %2").arg(QLatin1String(title), QLatin1String(rest)))
            .firstWord();
    }
    [[nodiscard]] Outcome run(const char *words) const
    {
        return m_room->run(QString::fromLatin1(words).replace(QLatin1String("FIRST"), m_first).replace(QLatin1String("SECOND"), m_second));
    }
    [[nodiscard]] QJsonObject shown(const QString &ref) const { return m_room->object(QStringLiteral("incident show ") + ref); }

private slots:
    void init()
    {
        m_room = std::make_unique<Terminal>();
        m_room->setNow(QStringLiteral("2026-11-21T14:05:00Z"));
        m_first = declare("Replica lag on the orders database", "--service orders --type outage");
        const Outcome ended = m_room->run(QStringLiteral("status last resolved --note \"Failed over to the standby\" --now 2026-11-21T14:46:00Z"));
        QCOMPARE(ended.code, int(Done));
        m_room->setNow(QStringLiteral("2026-12-09T09:00:00Z"));
        m_second = declare("Orders are stale, the replica lags", "--service orders --type outage");
    }

    void whatWasDoneLastTime()
    {
        const Outcome text = run("related SECOND");
        QVERIFY2(text.code == Done, qPrintable(text.err));
        for (const QString &words : {m_first, QStringLiteral("Same service orders"), QStringLiteral("replica"),
                                     QStringLiteral("Ended by: Failed over to the standby"), QStringLiteral("Took 41 min")})
            QVERIFY2(text.out.contains(words), qPrintable(text.out));
        const QJsonObject json = run("related SECOND --limit 1 --json").json().object();
        const QJsonObject hit = json[QLatin1String("like")][0].toObject();
        QCOMPARE(hit[QLatin1String("ref")].toString(), m_first);
        QCOMPARE(hit[QLatin1String("took")].toInt(), 41 * 60);
        QVERIFY(json[QLatin1String("links")].toArray().isEmpty());
        QCOMPARE(run("related SECOND --limit none").code, int(Usage));
    }

    void aLinkIsShownOnBothSidesAndTakenBackFromEither()
    {
        QCOMPARE(run("link SECOND FIRST caused-by").code, int(Done));
        QCOMPARE(shown(m_second)[QLatin1String("links")][0][QLatin1String("relation")].toString(), QStringLiteral("caused-by"));
        QCOMPARE(shown(m_first)[QLatin1String("links")][0][QLatin1String("relation")].toString(), QStringLiteral("caused"));
        QCOMPARE(shown(m_first)[QLatin1String("links")][0][QLatin1String("other")].toString(), m_second);
        QVERIFY(run("link SECOND FIRST caused-by").err.contains(QStringLiteral("already")));
        QCOMPARE(run("unlink FIRST SECOND").code, int(Done));
        QVERIFY(shown(m_second)[QLatin1String("links")].toArray().isEmpty());
        QVERIFY(run("unlink FIRST SECOND").err.contains(QStringLiteral("are not linked")));
    }

    void twoRecordsOfOneIncident()
    {
        m_third = declare("Replica lag, seen by support");
        const QString merge = QStringLiteral("merge %1 %2").arg(m_third, m_second);
        QCOMPARE(m_room->run(merge).code, int(Done));
        QCOMPARE(shown(m_third)[QLatin1String("merged_into")].toString(), m_second);
        QCOMPARE(shown(m_third)[QLatin1String("status")].toString(), QStringLiteral("closed"));
        QVERIFY(shown(m_second)[QLatin1String("merged_into")].isNull());
        QCOMPARE(shown(m_second)[QLatin1String("links")][0][QLatin1String("relation")].toString(), QStringLiteral("merged-from"));
        QVERIFY(m_room->run(QStringLiteral("incident list")).out.contains(QStringLiteral("(merged into %1)").arg(m_second)));
        QVERIFY(!m_room->run(QStringLiteral("incident list --open")).out.contains(m_third));
        for (const QJsonValue &clock : m_room->array(QStringLiteral("clocks ") + m_third))
            QVERIFY(clock[QLatin1String("state")].toString() != QStringLiteral("running"));
        for (const QString &words : {merge, QStringLiteral("merge %1 %2").arg(m_second, m_third),
                                     QStringLiteral("merge %1 %1").arg(m_second), QStringLiteral("merge %1 INC-NONE").arg(m_second),
                                     QStringLiteral("status %1 investigating").arg(m_third), QStringLiteral("unlink %1 %2").arg(m_second, m_third)}) {
            const Outcome refused = m_room->run(words);
            QVERIFY2(refused.code == Refused && refused.complainsOnly(), qPrintable(words + refused.out + refused.err));
        }
        QCOMPARE(m_room->run(QStringLiteral("unmerge ") + m_third).code, int(Done));
        QCOMPARE(shown(m_third)[QLatin1String("status")].toString(), QStringLiteral("investigating"));
        QVERIFY(shown(m_third)[QLatin1String("merged_into")].isNull());
        QCOMPARE(m_room->run(QStringLiteral("unmerge ") + m_third).code, int(Refused));
    }
};

QTEST_GUILESS_MAIN(TestRelated)
#include "tst_related.moc"
