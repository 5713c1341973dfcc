// What many incidents say together, in the window: numbers, charts, the incidents behind each, and what is exported.
#include "models/session/casebook.h"
#include "tests/ui/paneroom.h"
#include "ui/charts/barchart.h"
#include "ui/panes/metrics/metricspane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QLabel>

using namespace qd;
using namespace qd::test;
using std::chrono::days;
using std::chrono::minutes;

namespace {

class MetricsRoom : public PaneRoom
{
public:
    using PaneRoom::PaneRoom;
    IncidentId resolved(int afterMinutes, const char *severity = "P0", std::optional<Duration> sinceStart = minutes(4))
    {
        command::Declare declare;
        declare.severity = QLatin1String(severity);
        declare.title = QStringLiteral("Checkout returns 503");
        declare.type = QStringLiteral("outage");
        declare.services = {QStringLiteral("checkout")};
        declare.detected = clock.now();
        if (sinceStart && *sinceStart < Duration{}) // detected before it began: somebody's slip
            declare.detected = clock.now() + 2 * *sinceStart;
        if (sinceStart)
            declare.started = clock.now() - std::chrono::abs(*sinceStart);
        const Result<IncidentId> id = session->declare(declare, QStringLiteral("default"));
        if (!id)
            qFatal("%s", qPrintable(id.error().sentence));
        clock.advance(minutes(afterMinutes));
        submit(command::ChangeStatus{QStringLiteral("resolved"), {}, {}});
        return *id;
    }
    void showMetrics(QSize size = {1000, 900}) { show(ui::createMetricsPane, size); }

    [[nodiscard]] QString tile(const QString &caption) const // what a screen reader says of it
    {
        for (const QAbstractButton *button : pane->findChildren<QAbstractButton *>()) {
            if (button->accessibleName().startsWith(caption))
                return button->accessibleName();
        }
        return {};
    }
    [[nodiscard]] ui::BarChart *chart(const char *title) const { return find<ui::BarChart>(QLatin1String(title)); }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = pane->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    void press(const char *name)
    {
        const auto offered = [this, name] {
            const auto buttons = pane->findChildren<QAbstractButton *>();
            return std::any_of(buttons.begin(), buttons.end(),
                               [name](const QAbstractButton *button) { return button->accessibleName() == QLatin1String(name); });
        };
        QTRY_VERIFY2(offered(), name); // incidents are counted one after another
        find<QAbstractButton>(QLatin1String(name))->click();
    }
};

double sumOf(const ui::ChartSeries &series)
{
    double sum = 0;
    for (const ui::ChartBar &bar : series.bars)
        sum += bar.value;
    return sum;
}

} // namespace

class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void withoutIncidentsItSaysWhatToDo();
    void theNumbersFollowTheRecord();
    void aCorrectedTimeIsFollowedAtOnce();
    void itShowsWhatTheCommandLinePrints();
    void theArrowsGoFromBarToBar();
    void aBarLeadsToItsIncidents();
    void whatIsNotKnownIsCountedAndLed();
    void theFilterLeavesOutAndSaysSo();
    void aDrillIsCountedWhenItIsAskedFor();
    void itIsExported();
    void itIsExportedWholeFromANarrowPaneInItsFirstInstant();
    void aFileThatCannotBeWrittenIsSaid();
};

void TestMetrics::withoutIncidentsItSaysWhatToDo()
{
    MetricsRoom room;
    room.showMetrics();
    QTRY_VERIFY(room.says(QStringLiteral("Nothing to count yet")));
    room.press("Declare an incident");
    QCOMPARE(room.invoked, QStringList{QStringLiteral("incident.declare ")});
}

void TestMetrics::theNumbersFollowTheRecord()
{
    MetricsRoom room;
    room.resolved(30);
    room.showMetrics();
    QTRY_COMPARE(room.tile(QStringLiteral("MTTR to resolve")), QStringLiteral("MTTR to resolve 30 min"));
    QCOMPARE(room.tile(QStringLiteral("MTTR to recover")), QStringLiteral("MTTR to recover 34 min"));
    QCOMPARE(room.tile(QStringLiteral("MTTI")), QStringLiteral("MTTI to identify not known"));
    QCOMPARE(room.pane->windowTitle(), QStringLiteral("1 incident"));
    room.resolved(90);
    QTRY_COMPARE(room.tile(QStringLiteral("MTTR to resolve")), QStringLiteral("MTTR to resolve 1 h"));
    QVERIFY(room.tile(QStringLiteral("Targets kept")).contains(QLatin1Char('%')));
}

void TestMetrics::aCorrectedTimeIsFollowedAtOnce()
{
    MetricsRoom room;
    room.resolved(30);
    room.showMetrics();
    QTRY_COMPARE(room.tile(QStringLiteral("MTTR to resolve")), QStringLiteral("MTTR to resolve 30 min"));
    room.submit(command::Amend{QStringLiteral("detected_at"), QStringLiteral("2026-11-21T14:22:00Z")});
    QTRY_COMPARE(room.tile(QStringLiteral("MTTR to resolve")), QStringLiteral("MTTR to resolve 10 min"));
    room.press("MTTR to resolve 10 min");
    QCOMPARE(room.chart("MTTR to resolve by month")->data().series.front().bars.back().value, 600.0);
}

void TestMetrics::itShowsWhatTheCommandLinePrints()
{
    MetricsRoom room(at("14:02") - Duration(days(45)));
    room.resolved(30);
    room.clock.advance(days(40));
    room.resolved(70, "P1");
    room.resolved(20, "P1", {});
    room.showMetrics();
    QTRY_COMPARE(room.pane->windowTitle(), QStringLiteral("3 incidents"));

    review::MetricsQuery query;
    query.by = review::GroupBy::Month;
    const QDate today = toDateTime(room.clock.now(), QTimeZone::utc()).date();
    query.from = today.addYears(-1).addDays(1);
    const QJsonObject json = review::toJson(review::metrics(room.session->casebook().cases(), query, room.clock.now()));
    const ui::ChartData lengths = room.chart("MTTR to resolve by month")->data(), counts = room.chart("Incidents by month")->data();
    const QJsonArray months = json[QLatin1String("by")].toArray();
    QCOMPARE(lengths.categories.size(), months.size());
    for (int month = 0; month < months.size(); ++month) {
        const QJsonValue length = months[month][QLatin1String("metrics")][QLatin1String("to_resolve")];
        QCOMPARE(lengths.series[0].bars[static_cast<size_t>(month)].value, length[QLatin1String("median")].toDouble());
        QCOMPARE(lengths.series[1].bars[static_cast<size_t>(month)].value, length[QLatin1String("p90")].toDouble());
        double stacked = 0;
        for (const ui::ChartSeries &severity : counts.series)
            stacked += severity.bars[static_cast<size_t>(month)].value;
        QCOMPARE(stacked, months[month][QLatin1String("incidents")].toDouble());
    }
    const ui::ChartData targets = room.chart("Targets by plan")->data();
    QCOMPARE(sumOf(targets.series[0]), json[QLatin1String("targets")][QLatin1String("kept")].toDouble());
    QCOMPARE(sumOf(targets.series[1]), json[QLatin1String("targets")][QLatin1String("missed")].toDouble());
    double missed = 0;
    for (const QJsonValue &clocks : json[QLatin1String("clocks")].toObject())
        missed += clocks[QLatin1String("missed")].toDouble();
    QCOMPARE(sumOf(room.chart("Clocks missed by kind")->data().series[0]), missed);
    QCOMPARE(sumOf(room.chart("Repeats by month")->data().series[2]),
             json[QLatin1String("repeats")][QLatin1String("same_kind")].toDouble());
}

void TestMetrics::theArrowsGoFromBarToBar()
{
    MetricsRoom room(at("14:02") - Duration(days(40)));
    room.resolved(30);
    room.clock.advance(days(39));
    room.resolved(70, "P1");
    room.showMetrics();
    QTRY_COMPARE(room.pane->windowTitle(), QStringLiteral("2 incidents"));
    ui::BarChart *chart = room.chart("Incidents by month");
    chart->setFocus(Qt::TabFocusReason);
    QCOMPARE(chart->accessibleDescription(), QStringLiteral("November 2026, P0: 0 incidents")); // the latest
    QTest::keyClick(chart, Qt::Key_Up);
    QCOMPARE(chart->accessibleDescription(), QStringLiteral("November 2026, P1: 1 incident"));
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Down);
    QCOMPARE(chart->accessibleDescription(), QStringLiteral("October 2026, P0: 1 incident"));
    QTest::keyClick(chart, Qt::Key_Home);
    QCOMPARE(chart->current().category, 0);
    QVERIFY(!chart->grab().isNull());
}

void TestMetrics::aBarLeadsToItsIncidents()
{
    MetricsRoom room(at("14:02") - Duration(days(40)));
    const IncidentId first = room.resolved(30);
    room.clock.advance(days(39));
    const IncidentId second = room.resolved(70);
    room.showMetrics();
    QTRY_COMPARE(room.pane->windowTitle(), QStringLiteral("2 incidents"));
    QCOMPARE(room.session->incident().id, second);
    ui::BarChart *chart = room.chart("Incidents by month");
    chart->setFocus(Qt::TabFocusReason);
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Return);
    auto *list = room.find<QListView>(QStringLiteral("Incidents counted"));
    QVERIFY(list->isVisible() && list->hasFocus());
    QCOMPARE(list->model()->rowCount(), 1);
    QVERIFY(room.says(QStringLiteral("1 incident: Incidents by month, October 2026, P0")));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(room.session->incident().id, first);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(!list->isVisible());
    QVERIFY(chart->hasFocus());
}

void TestMetrics::whatIsNotKnownIsCountedAndLed()
{
    MetricsRoom room;
    room.resolved(30);
    room.resolved(30, "P0", {});           // its start is not known
    room.resolved(30, "P0", minutes(-15)); // it began after it was detected
    room.showMetrics();
    QTRY_COMPARE(room.tile(QStringLiteral("MTTD")), QStringLiteral("MTTD to detect 4 min"));
    room.press("MTTD to detect 4 min");
    const QString said = QStringLiteral("MTTD to detect: 1 incident without the times that are needed, 1 with impossible times");
    room.press(qPrintable(said));
    QCOMPARE(room.find<QListView>(QStringLiteral("Incidents counted"))->model()->rowCount(), 2);
}

void TestMetrics::theFilterLeavesOutAndSaysSo()
{
    MetricsRoom room(at("14:02") - Duration(days(100)));
    room.resolved(30, "P1");
    room.clock.advance(days(99));
    room.resolved(60);
    room.showMetrics();
    QTRY_COMPARE(room.pane->windowTitle(), QStringLiteral("2 incidents"));
    room.press("Days counted: 30 days");
    QTRY_COMPARE(room.pane->windowTitle(), QStringLiteral("1 incident"));
    auto *severity = room.find<QComboBox>(QStringLiteral("Severity"));
    severity->setCurrentText(QStringLiteral("P1"));
    QTRY_VERIFY(room.says(QStringLiteral("No incident matches")));
    room.press("Count all incidents");
    QTRY_COMPARE(room.pane->windowTitle(), QStringLiteral("2 incidents"));
    QCOMPARE(severity->currentIndex(), 0);
}

void TestMetrics::aDrillIsCountedWhenItIsAskedFor()
{
    MetricsRoom room;
    room.resolved(30);
    command::Declare drill;
    drill.severity = QStringLiteral("P0");
    drill.title = QStringLiteral("Game day");
    drill.drill = true;
    QVERIFY(room.session->declare(drill, QStringLiteral("default")));
    room.showMetrics();
    QTRY_COMPARE(room.pane->windowTitle(), QStringLiteral("1 incident"));
    QVERIFY(room.says(QStringLiteral("Drills left out: 1")));
    room.find<QCheckBox>(QStringLiteral("Count drills too"))->click();
    QTRY_COMPARE(room.pane->windowTitle(), QStringLiteral("2 incidents"));
}

void TestMetrics::itIsExported()
{
    MetricsRoom room;
    room.resolved(30);
    room.showMetrics();
    QTRY_COMPARE(room.pane->windowTitle(), QStringLiteral("1 incident"));
    const auto exported = [&room](const char *name) {
        const QString path = room.folder.filePath(QLatin1String(name));
        room.perform(QStringLiteral("export"), path);
        if (!QTest::qWaitFor([&] { return room.says(path); }))
            return QByteArray();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QImage image;
    QVERIFY(image.loadFromData(exported("metrics.png"), "PNG"));
    QVERIFY(image.width() >= 1900); // twice what is seen
    const QByteArray drawing = exported("metrics.svg");
    QVERIFY(drawing.contains("<svg") && drawing.contains("MTTR to resolve") && drawing.contains("Incidents by month"));
    QVERIFY(!drawing.contains("<image")); // lines and words, no picture of them
    const QByteArray table = exported("metrics.csv");
    QVERIFY(table.startsWith("grouped by,group,measure,value,unit,incidents\r\n"));
    QVERIFY(table.contains("all,,\"MTTR to resolve, median\",1800,s,INC-"));
}

void TestMetrics::itIsExportedWholeFromANarrowPaneInItsFirstInstant()
{
    MetricsRoom room;
    room.resolved(30);
    room.showMetrics({300, 200});
    const QString path = room.folder.filePath(QStringLiteral("metrics.png"));
    bool asked = false;
    connect(room.pane.get(), &QWidget::windowTitleChanged, this, [&] { // it has just been counted, and nothing is laid out
        if (!std::exchange(asked, true))
            QMetaObject::invokeMethod(
                room.pane.get(), [&] { room.perform(QStringLiteral("export"), path); }, Qt::QueuedConnection);
    });
    QTRY_VERIFY(room.says(path));
    const QImage image(path);
    QVERIFY2(image.width() >= 1900 && image.height() >= 1900, qPrintable(QStringLiteral("%1 high").arg(image.height())));
    QVERIFY(room.pane->width() < 900); // and the pane is as it was
}

void TestMetrics::aFileThatCannotBeWrittenIsSaid()
{
    MetricsRoom room;
    room.resolved(30);
    room.showMetrics();
    QTRY_COMPARE(room.pane->windowTitle(), QStringLiteral("1 incident"));
    room.perform(QStringLiteral("export"), QStringLiteral("/no/such/folder/metrics.svg"));
    QTRY_VERIFY(room.says(QStringLiteral("cannot be written")));
    room.perform(QStringLiteral("export"), room.folder.filePath(QStringLiteral("metrics.doc")));
    QVERIFY(room.says(QStringLiteral("give the file one of these endings")));
}

QTEST_MAIN(TestMetrics)
#include "tst_metrics.moc"
