// Who is on call, in a terminal: from files, now and at any time, with what is wrong said in a sentence.
#include "tests/app/terminal.h"

using namespace qd::test;

class TestOnCall : public QObject
{
    Q_OBJECT

private slots:
    void withoutAScheduleItSaysHowToAddOne()
    {
        const Terminal room;
        const Outcome said = room.run(QStringLiteral("oncall"));
        QCOMPARE(said.code, int(Refused));
        QVERIFY(said.complainsOnly());
        QVERIFY(said.err.contains(QStringLiteral("oncall add FILE-or-URL")));
    }

    void primaryAndSecondaryComeFromTwoFiles()
    {
        Terminal room;
        room.setNow(QStringLiteral("2026-10-20T12:00:00Z"));
        QCOMPARE(room.run(add("weekly-berlin.ics")).code, int(Done));
        QCOMPARE(room.run(add("pager-feed.ics") + QStringLiteral(" --level secondary")).code, int(Done));
        const QJsonObject now = room.object(QStringLiteral("oncall"));
        QCOMPARE(now[QLatin1String("now")].toArray().size(), 1);
        const QJsonObject person = now[QLatin1String("now")][0].toObject();
        QCOMPARE(person[QLatin1String("person")].toString(), QStringLiteral("Grace Hopper"));
        QCOMPARE(person[QLatin1String("level")].toString(), QStringLiteral("primary"));
        QCOMPARE(person[QLatin1String("until")].toString(),
                 QStringLiteral("2026-10-26T08:00:00Z")); // Monday 09:00, an hour later than ever
        QCOMPARE(now[QLatin1String("next")][0][QLatin1String("person")].toString(), QStringLiteral("Ada Lovelace"));
        const QJsonObject then = room.object(QStringLiteral("oncall --at 2026-09-10T12:00:00Z"));
        QCOMPARE(then[QLatin1String("now")][1][QLatin1String("person")].toString(), QStringLiteral("Ada Lovelace"));
        QCOMPARE(then[QLatin1String("now")][1][QLatin1String("level")].toString(), QStringLiteral("secondary"));
        QVERIFY(room.run(QStringLiteral("oncall --at 2026-09-22T12:00:00Z"))
                    .out.contains(QStringLiteral("secondary  nobody; no shift is in sight")));
    }

    void sourcesAreListedAndRemoved()
    {
        Terminal room;
        room.setNow(QStringLiteral("2026-10-20T12:00:00Z"));
        QCOMPARE(room.run(add("weekly-berlin.ics")).code, int(Done));
        QCOMPARE(room.run(add("weekly-berlin.ics")).code, int(Done)); // once more: still one
        const QJsonArray list = room.array(QStringLiteral("oncall list"));
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0][QLatin1String("name")].toString(), QStringLiteral("Payments rota"));
        QCOMPARE(room.run(QStringLiteral("oncall remove ") + file("weekly-berlin.ics")).code, int(Done));
        QVERIFY(room.array(QStringLiteral("oncall list")).isEmpty());
        QCOMPARE(room.run(QStringLiteral("oncall remove ") + file("weekly-berlin.ics")).code, int(Refused));
    }

    void whatIsNoCalendarIsNotAdded()
    {
        const Terminal room;
        room.write(QStringLiteral("page.ics"), "<!DOCTYPE html><html>");
        const Outcome page = room.run(QStringLiteral("oncall add ") + room.path(QStringLiteral("page.ics")));
        QCOMPARE(page.code, int(BadInput));
        QVERIFY(page.err.contains(QStringLiteral("line 1: this is a web page")));
        QCOMPARE(room.run(QStringLiteral("oncall add nowhere.ics")).code, int(BadInput));
        QCOMPARE(room.run(add("pager-feed.ics") + QStringLiteral(" --level third")).code, int(Usage));
        QVERIFY(room.array(QStringLiteral("oncall list")).isEmpty());
    }

    void aFileThatWentAwayIsSaid()
    {
        Terminal room;
        room.setNow(QStringLiteral("2026-10-20T12:00:00Z"));
        QFile good(file("weekly-berlin.ics"));
        QVERIFY(good.open(QIODevice::ReadOnly));
        room.write(QStringLiteral("rota.ics"), good.readAll());
        QCOMPARE(room.run(QStringLiteral("oncall add ") + room.path(QStringLiteral("rota.ics"))).code, int(Done));
        QVERIFY(QFile::remove(room.path(QStringLiteral("rota.ics"))));
        const Outcome said = room.run(QStringLiteral("oncall"));
        QCOMPARE(said.code, int(BadInput));
        QVERIFY(said.err.contains(QStringLiteral("is not there")));
    }

private:
    static QString file(const char *name) { return QStringLiteral(QD_SOURCE_DIR "/tests/data/oncall/") + QLatin1String(name); }
    static QString add(const char *name) { return QStringLiteral("oncall add ") + file(name); }
};

QTEST_GUILESS_MAIN(TestOnCall)
#include "tst_oncall.moc"
