// A post-mortem is written, reviewed and made final in a terminal.
#include "tests/app/terminal.h"

using namespace qd::test;

class TestPostmortem : public QObject
{
    Q_OBJECT

private:
    Terminal m_room;

    Outcome says(const char *now, const QString &words)
    {
        m_room.setNow(QStringLiteral("2026-11-21T%1:00Z").arg(QLatin1String(now)));
        return m_room.run(words);
    }
    void does(const char *now, const QString &words)
    {
        const Outcome outcome = says(now, words);
        QVERIFY2(outcome.code == Done, qPrintable(words + QStringLiteral(": ") + outcome.err));
    }
    QString section(const QString &id)
    {
        for (const QJsonValue &item : m_room.object(QStringLiteral("postmortem show last"))[QLatin1String("sections")].toArray()) {
            if (item[QLatin1String("id")] == id)
                return item[QLatin1String("markdown")].toString();
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        does("14:05", QStringLiteral("incident declare --severity P0 --title \"Checkout returns 503\" --detected 14:02"));
        does("14:06", QStringLiteral("role last ic Dana"));
        does("14:17", QStringLiteral("log last \"Roll back 4.12\" --kind decision"));
        does("15:02", QStringLiteral("status last resolved"));
    }

    void anEntryThatWasPulledFollowsItsCorrection()
    {
        does("15:10", QStringLiteral("postmortem pull last root-cause last"));
        QVERIFY(section(QStringLiteral("root-cause")).contains(QLatin1String("14:17 UTC Roll back 4.12 (Dana)")));
        does("15:11", QStringLiteral("amend last last --text \"Roll back 4.12 on all shards\" --at 14:15"));
        QVERIFY(section(QStringLiteral("root-cause")).contains(QLatin1String("14:15 UTC Roll back 4.12 on all shards (Dana)")));
    }

    void everyFactNamesItsEntries()
    {
        const QJsonArray facts = m_room.array(QStringLiteral("postmortem facts last"));
        QVERIFY(facts.size() > 6);
        for (const QJsonValue &fact : facts)
            QVERIFY2(!fact[QLatin1String("rests_on")].toArray().isEmpty(), qPrintable(fact[QLatin1String("label")].toString()));
    }

    void aReviewerIsAskedSpeaksAndApproves()
    {
        does("15:20", QStringLiteral("postmortem ask-review last Lee"));
        does("15:21", QStringLiteral("postmortem comment last root-cause \"Which shard?\" --quote \"all shards\" --as Lee"));
        const QJsonArray comments = m_room.array(QStringLiteral("postmortem comments last"));
        QCOMPARE(comments.size(), 1);
        const QString handle = comments[0][QLatin1String("id")].toString().right(6);
        does("15:22", QStringLiteral("postmortem comment last root-cause \"All four\" --reply-to %1").arg(handle));
        does("15:23", QStringLiteral("postmortem resolve last %1").arg(handle));
        const Outcome early = says("15:24", QStringLiteral("postmortem move last final"));
        QCOMPARE(early.code, int(Refused));
        QVERIFY(early.complainsOnly());
        does("15:25", QStringLiteral("postmortem review last approved --as Lee"));
    }

    void whatIsInsideIsMarked()
    {
        does("15:30", QStringLiteral("mark last last"));
        QCOMPARE(says("15:31", QStringLiteral("mark last last")).code, int(Refused));
        does("15:32", QStringLiteral("mark last last --off"));
        does("15:33", QStringLiteral("postmortem mark last root-cause"));
        QCOMPARE(says("15:34", QStringLiteral("postmortem mark last no-such-section")).code, int(Refused));
    }

    void whatIsFinalIsShownAsItWas()
    {
        const QString facts = QStringLiteral("executive-summary");
        for (const char *id : {"what-went-well", "what-went-wrong", "lessons-learned"})
            does("15:45", QStringLiteral("postmortem write last %1 --text \"The pool has an alert now.\"").arg(QLatin1String(id)));
        does("15:50", QStringLiteral("postmortem move last review"));
        does("15:51", QStringLiteral("postmortem move last final"));
        const QString before = section(facts);
        QVERIFY(before.contains(QLatin1String("Checkout returns 503")));
        does("16:20", QStringLiteral("incident set last title \"Something else\""));
        QCOMPARE(section(facts), before);
        QVERIFY(!m_room.run(QStringLiteral("postmortem show last")).out.contains(QLatin1String("Something else")));
        does("16:21", QStringLiteral("postmortem move last review"));
        QVERIFY(section(facts).contains(QLatin1String("Something else")));
    }

    void nothingToMergeIsSaid()
    {
        const Outcome merged = says("15:40", QStringLiteral("postmortem merge last root-cause"));
        QCOMPARE(merged.code, int(Refused));
        QVERIFY(merged.err.contains(QLatin1String("nothing to merge")));
    }
};

QTEST_GUILESS_MAIN(TestPostmortem)
#include "tst_postmortem.moc"
