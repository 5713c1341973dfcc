// The lint in a terminal: what it lists, and how a finding is dismissed and taken up again.
#include "tests/app/terminal.h"

using namespace qd::test;

class TestFindings : public QObject
{
    Q_OBJECT

private:
    Terminal m_room;

    [[nodiscard]] QJsonObject finding(const QString &rule, const QString &options = {}) const
    {
        for (const QJsonValue &found : m_room.array(QStringLiteral("postmortem lint last") + options)) {
            if (found[QLatin1String("rule")].toString() == rule)
                return found.toObject();
        }
        return {};
    }
    [[nodiscard]] QString dismiss(const QString &rest) const { return QStringLiteral("postmortem dismiss last ") + rest; }

private slots:
    void initTestCase()
    {
        m_room.setNow(QStringLiteral("2026-11-21T16:00:00Z"));
        QCOMPARE(m_room.run(QStringLiteral("incident declare --severity P0 --title T --detected -30m")).code, int(Done));
        QCOMPARE(m_room.run(QStringLiteral("postmortem write last root-cause --text \"The pool leaked. Dana forgot to check it.\"")).code,
                 int(Done));
    }

    void aFindingSaysWhereItStands()
    {
        const QJsonObject blame = finding(QStringLiteral("blame"));
        QCOMPARE(blame[QLatin1String("place")].toString(), QStringLiteral("root-cause"));
        QCOMPARE(blame[QLatin1String("start")].toInt(), 17);
        QCOMPARE(blame[QLatin1String("length")].toInt(), 14); // "Dana forgot to"
        QCOMPARE(blame[QLatin1String("key")].toString().size(), 16);
        for (const char *key : {"text", "why", "suggestion"})
            QVERIFY2(!blame[QLatin1String(key)].toString().isEmpty(), key);
        QCOMPARE(blame[QLatin1String("dismissed")].toBool(true), false);
        QVERIFY(finding(QStringLiteral("empty-section"))[QLatin1String("start")].isNull());
    }

    void aLineBeginsWithWhatDismissesIt()
    {
        const Outcome listed = m_room.run(QStringLiteral("postmortem lint last"));
        QCOMPARE(listed.code, int(Done)); // whatever it finds
        const QString key = finding(QStringLiteral("blame"))[QLatin1String("key")].toString();
        QVERIFY2(listed.out.contains(key.left(6) + QStringLiteral("  blame in root-cause: ")), qPrintable(listed.out));
    }

    void withoutAReasonItIsRefused()
    {
        const QString handle = finding(QStringLiteral("blame"))[QLatin1String("key")].toString().left(6);
        const qint64 before = m_room.eventCount();
        const Outcome refused = m_room.run(dismiss(handle));
        QCOMPARE(refused.code, int(Refused));
        QVERIFY2(refused.complainsOnly() && refused.err.contains(QLatin1String("why")), qPrintable(refused.err));
        QCOMPARE(m_room.run(dismiss(QStringLiteral("ffffffffffffffff --reason x"))).code, int(Refused));
        QCOMPARE(m_room.run(dismiss(handle.left(3) + QStringLiteral(" --reason x"))).code, int(Refused)); // too short to be meant
        QCOMPARE(m_room.run(dismiss(handle + QStringLiteral(" --reason x --undo"))).code, int(Usage));
        QCOMPARE(m_room.run(dismiss(handle + QStringLiteral(" --undo"))).code, int(Refused));
        QCOMPARE(m_room.eventCount(), before);
    }

    void dismissedAndTakenUpAgain()
    {
        const QString handle = finding(QStringLiteral("blame"))[QLatin1String("key")].toString().left(6);
        const Outcome done = m_room.run(dismiss(handle + QStringLiteral(" --reason \"Dana wants it said so\"")));
        QVERIFY2(done.code == Done, qPrintable(done.err));
        QVERIFY(finding(QStringLiteral("blame")).isEmpty());
        const QJsonObject dismissed = finding(QStringLiteral("blame"), QStringLiteral(" --all"));
        QCOMPARE(dismissed[QLatin1String("dismissed")].toBool(), true);
        QCOMPARE(dismissed[QLatin1String("reason")].toString(), QStringLiteral("Dana wants it said so"));
        QCOMPARE(dismissed[QLatin1String("dismissed_by")].toString(), QStringLiteral("Dana"));
        QVERIFY(m_room.run(QStringLiteral("postmortem lint last")).out.contains(QLatin1String("1 dismissed; --all lists them too")));
        QVERIFY(m_room.run(QStringLiteral("postmortem lint last --all"))
                    .out.contains(QLatin1String("dismissed by Dana: Dana wants it said so")));
        QCOMPARE(m_room.run(dismiss(handle + QStringLiteral(" --undo"))).code, int(Done));
        QVERIFY(!finding(QStringLiteral("blame")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
