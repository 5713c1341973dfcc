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
        TimelineFilter decisions;
        decisions.kinds << QStringLiteral("decision");
        model.setFilter(decisions);
        QCOMPARE(printed(model), QStringLiteral("Saturday 21 November 2026\n14:03 Decision Roll back 4.12"));
        model.setFilter({});
        QCOMPARE(model.rowCount(), 4);
    }

    void searchMarksAndCounts()
    {
        TimelineModel model(texts());
        model.setIncident(&incident);
        model.setSearch(QStringLiteral("ROLL 4.12"));
        QCOMPARE(model.matchCount(), 1);
        QVERIFY(model.describe(2).match);
        model.setSearch(QStringLiteral("lee")); // who wrote it counts too
        QCOMPARE(model.nextMatch(-1, 1), 3);
        model.setSearch(QStringLiteral("by:da"));
        QCOMPARE(model.matchCount(), 2);
        QCOMPARE(model.nextMatch(2, 1), 1); // round the end
        QCOMPARE(model.nextMatch(1, -1), 2);
        QCOMPARE(model.matchNumber(2), 2);
        model.setSearch(QStringLiteral("kind:hypo"));
        QCOMPARE(model.nextMatch(-1, 1), 3);
        model.setSearch({});
        QCOMPARE(model.matchCount(), 0);
        QCOMPARE(model.nextMatch(0, 1), -1);
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

    void filtersOfSeveralFacetsGoTogether()
    {
        story.tell(QStringLiteral("14:06 Sam note Shard 2 drains #rollback @lee\n14:07 Dana note Shard 3 drains #rollback"));
        incident = story.incident();
        TimelineModel model(texts());
        const QAbstractItemModelTester tester(&model);
        model.setIncident(&incident);
        TimelineFilter filter;
        filter.tags << QStringLiteral("rollback");
        model.setFilter(filter);
        QCOMPARE(model.shownCount(), 2);
        filter.authors << QStringLiteral("dana");
        model.setFilter(filter);
        QCOMPARE(printed(model), QStringLiteral("Saturday 21 November 2026\n14:07 Note Shard 3 drains #rollback"));
        filter.authors.clear();
        filter.people << QStringLiteral("lee");
        model.setFilter(filter);
        QCOMPARE(model.shownCount(), 1);
        QCOMPARE(model.facet(TimelineFacet::Author).value(QStringLiteral("Dana")), 3);
    }

    void rowsAddedOneByOneStandAsIfReadAtOnce()
    {
        TimelineModel whole(texts());
        TimelineModel grown(texts());
        const QAbstractItemModelTester tester(&grown);
        grown.setIncident(&incident);
        story.tell(
            QStringLiteral("14:30 Sam note A long silence before\n14:10>14:31 Lee note In the middle of it\n14:09>14:32 Lee note Sooner"));
        const EventId dns = story.entryOf(QStringLiteral("DNS"));
        incident = story.incident();
        for (int entry = 3; entry < incident.entries.size(); ++entry)
            grown.addEntry(entry);
        whole.setIncident(&incident);
        QCOMPARE(printed(grown), printed(whole));
        command::AmendEntry amend;
        amend.entry = dns;
        amend.at = at("14:20");
        QVERIFY(story.submit(QStringLiteral("Lee"), at("14:33"), amend));
        incident = story.incident();
        grown.renewEntry(2);
        whole.refresh();
        QCOMPARE(printed(grown), printed(whole));
        QVERIFY(printed(grown).contains(QStringLiteral("14:20 Hypothesis DNS")));
        for (TimelineModel *model : {&grown, &whole})
            model->setOrder(TimelineOrder::Recorded);
        QCOMPARE(printed(grown), printed(whole));
        QVERIFY2(printed(grown).endsWith(QStringLiteral("14:32 Note Sooner [late: happened 14:09]")), qPrintable(printed(grown)));
    }

    void whatIsNearestToATimeIsFound()
    {
        TimelineModel model(texts());
        model.setIncident(&incident);
        QCOMPARE(model.nearest(at("14:04") + std::chrono::seconds(40)).row(), 3);
        QCOMPARE(model.nearest(at("10:00")).row(), 1);
    }

    void aNewEntryAmongAHundredThousandIsOneRow()
    {
        TimelineModel model(texts());
        fill(100000);
        model.setIncident(&incident);
        incident.entries.push_back(incident.entries.last());
        incident.entries.last().at = at("14:06");
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QElapsedTimer timer;
        timer.start();
        model.addEntry(static_cast<int>(incident.entries.size()) - 1);
        qInfo("a backdated entry among 100,000: %lld us", timer.nsecsElapsed() / 1000);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1), inserted.first().at(2));
        QCOMPARE(reset.size(), 0);
    }

    void aSearchOfAHundredThousandIsWorkedOffInSlicesFromTheEnd()
    {
        TimelineModel model(texts());
        fill(100000);
        model.setIncident(&incident);
        model.setSearch(QStringLiteral("dns"));
        QVERIFY(model.isSearching());
        QVERIFY(model.matchCount() > 0 && model.matchCount() < 100000);
        QTRY_VERIFY(!model.isSearching());
        QCOMPARE(model.matchCount(), 100001);
    }

private:
    void fill(int entries)
    {
        TimelineEntry entry = incident.entries.last();
        for (int i = 0; i < entries; ++i) {
            entry.id = EventId::make(at("14:05"));
            entry.at = at("14:05") + std::chrono::seconds(i);
            incident.entries.push_back(entry);
        }
    }

    Story story;
    Incident incident;
};

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
