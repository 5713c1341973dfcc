// The timeline as rows.
#include "models/items/timelinemodel.h"
#include "tests/support/story.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace qd;
using namespace qd::items;
using test::at;
using test::Story;

namespace {

QString utc(Instant instant)
{
    return toDateTime(instant, QTimeZone::utc()).toString(QStringLiteral("HH:mm"));
}

TimelineTexts texts()
{
    return {utc, utc, [](Instant instant) { return toDateTime(instant, QTimeZone::utc()).date(); }, [](const EventId &) { return false; },
            [](const EventId &) { return std::pair(QStringLiteral("04:10 left"), false); }};
}

QString printed(const TimelineModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto its = model.index(row).data(TimelineModel::RowRole).value<TimelineRow>();
        QStringList line{its.time, its.word, its.text};
        for (const QString &mark : its.marks)
            line << QLatin1Char('[') + mark + QLatin1Char(']');
        line.removeAll(QString());
        lines << line.join(QLatin1Char(' '));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class TestTimelineModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        story = Story();
        story.tell(
            QStringLiteral("14:02 Dana declare P0 Checkout returns 503\n14:03 Dana decision Roll back 4.12\n14:05 Lee hypothesis DNS"));
        incident = story.incident();
    }

    void entriesStandInTheOrderInWhichTheyHappened()
    {
        TimelineModel model(texts());
        const QAbstractItemModelTester tester(&model);
        model.setIncident(&incident);
        story.tell(QStringLiteral("14:12 Sam note Shard 2 drains\n14:08>14:13 Sam action Shard 1 rolled back"));
        incident = story.incident();
        model.refresh();
        QCOMPARE(
            printed(model),
            QStringLiteral("Saturday 21 November 2026\n14:02 Declared Declared P0: Checkout returns 503\n14:03 Decision Roll back 4.12\n"
                           "14:05 Hypothesis DNS\n14:08 Action Shard 1 rolled back [late: written 14:13]\n4 minutes of silence\n14:12 Note "
                           "Shard 2 drains"));
    }

    void aLateEntryMovesNoOther()
    {
        TimelineModel model(texts());
        const QAbstractItemModelTester tester(&model);
        model.setIncident(&incident);
        const QPersistentModelIndex dns = model.indexOf(story.entryOf(QStringLiteral("DNS")));
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        story.tell(QStringLiteral("14:04>14:09 Sam note Between the two"));
        incident = story.incident();
        model.refresh();
        QCOMPARE(removed.size(), 0);
        QCOMPARE(dns.data(Qt::DisplayRole).toString(), QStringLiteral("DNS"));
        QCOMPARE(dns.row(), 4);
    }

    void chipsFilterAndCount()
    {
        TimelineModel model(texts());
        const QAbstractItemModelTester tester(&model);
        model.setIncident(&incident);
        QCOMPARE(model.count(QString()), 3);
        QCOMPARE(model.count(QStringLiteral("decision")), 1);
        model.setKinds({QStringLiteral("decision")});
        QCOMPARE(printed(model), QStringLiteral("Saturday 21 November 2026\n14:03 Decision Roll back 4.12"));
        model.setKinds({});
        QCOMPARE(model.rowCount(), 4);
    }

    void searchMarksAndCounts()
    {
        TimelineModel model(texts());
        model.setIncident(&incident);
        model.setSearch(QStringLiteral("ROLL 4.12"));
        QCOMPARE(model.matches(), (std::vector<int>{2}));
        QVERIFY(model.index(2).data(TimelineModel::RowRole).value<TimelineRow>().match);
        model.setSearch(QStringLiteral("lee")); // who wrote it counts too
        QCOMPARE(model.matches(), (std::vector<int>{3}));
        model.setSearch({});
        QVERIFY(model.matches().empty());
    }

    void whatIsTakenBackIsStruckAndWhatIsRuledOutToo()
    {
        const EventId dns = story.entryOf(QStringLiteral("DNS"));
        QVERIFY(story.submit(QStringLiteral("Ravi"), at("14:07"), command::SettleHypothesis{dns, QStringLiteral("ruled-out"), {}}));
        incident = story.incident();
        TimelineModel model(texts());
        model.setIncident(&incident);
        const auto row = model.indexOf(dns).data(TimelineModel::RowRole).value<TimelineRow>();
        QVERIFY(row.struck);
        QCOMPARE(row.marks, QStringList{QStringLiteral("ruled out 14:07, Ravi")});
        QVERIFY(row.spoken.startsWith(QStringLiteral("14:05 Hypothesis: DNS")));
    }

    void anEntryOnTheNextDayHasADayRow()
    {
        const Instant next = at("14:00") + std::chrono::hours(24);
        command::LogEntry entry;
        entry.text = QStringLiteral("The morning after");
        QVERIFY(story.submit(QStringLiteral("Dana"), next, entry));
        incident = story.incident();
        TimelineModel model(texts());
        model.setIncident(&incident);
        QVERIFY(printed(model).endsWith(QStringLiteral("Sunday 22 November 2026\n14:00 Note The morning after")));
    }

    void aHundredThousandEntriesTakeMilliseconds()
    {
        TimelineEntry entry = incident.entries.last();
        for (int i = 0; i < 100000; ++i) {
            entry.id = EventId::make(at("14:05"));
            entry.at = at("14:05") + std::chrono::seconds(i);
            incident.entries.push_back(entry);
        }
        TimelineModel model(texts());
        model.setIncident(&incident);
        QElapsedTimer timer;
        timer.start();
        model.refresh();
        QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
        qInfo("a refresh of 100,000 entries: %lld us", timer.nsecsElapsed() / 1000);
    }

private:
    Story story;
    Incident incident;
};

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
