// The charts of an incident: its course on one axis of time, and a bar for every clock.
#include "models/exchange/incidentcharts.h"
#include "models/exchange/timeaxis.h"
#include "tests/models/exchange/exchangestory.h"

#include <QImage>
#include <QTest>
#include <QXmlStreamReader>

using namespace qd;
using namespace qd::exchange;
using namespace qd::test;

namespace {

const Instant evening = at("18:00");

QStringList wordsOf(const Chart &chart)
{
    QStringList words;
    for (const ChartShape &shape : chart.shapes) {
        if (shape.kind == ChartShape::Kind::Text)
            words << shape.text;
    }
    return words;
}

const ChartShape *textShape(const Chart &chart, const QString &text)
{
    for (const ChartShape &shape : chart.shapes) {
        if (shape.kind == ChartShape::Kind::Text && shape.text == text)
            return &shape;
    }
    return nullptr;
}

QStringList namesIn(const QByteArray &svg) // elements; empty when it is not well-formed
{
    QXmlStreamReader reader(svg);
    QStringList names;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            names << reader.name().toString();
    }
    return reader.hasError() ? QStringList() : names;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private slots:
    void theCourseSaysWhatHappenedWhen();
    void timesAreThoseOfThePlansZone();
    void aCorrectedTimeMovesItsMark();
    void whatCameWeeksLaterDoesNotPressTheCourseTogether();
    void everyClockSaysInWordsHowItWent();
    void aMissIsDrawnAsACrossAndBeyondItsAllowance();
    void whatIsRedactedOrTakenBackIsInNoChart();
    void theTextFormIsWellFormedWhateverWasTyped();
    void thePictureShowsTheChart();
    void moreClocksThanFitOnAPageGoOnTheNext();
    void anIncidentThatNeverBeganHasNone();
    void marksStandAtRoundTimes();
};

void TestCharts::theCourseSaysWhatHappenedWhen()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("15:20>16:00 Mo decision Keep the old release until Monday"));
    const Chart chart = timelineChart(reviewPlan(), story.incident(), evening);
    const QStringList words = wordsOf(chart);
    for (const char *word : {"Severity", "P0 Critical", "Status", "Investigating", "Monitoring", "Command", "Dana", "Mo", "Updates",
                             "Detected", "Acknowledged", "Identified", "Mitigated", "Resolved"})
        QVERIFY2(words.filter(QLatin1String(word)).size() > 0, word);
    QVERIFY(chart.description.contains(QLatin1String("INC-TEST")));
    QVERIFY(chart.description.contains(QLatin1String("16:12 Resolved")));
}

void TestCharts::timesAreThoseOfThePlansZone()
{
    const Chart chart = timelineChart(reviewPlan(), toldOutage().incident(), evening); // 14:04 UTC is 15:04 in Berlin
    QVERIFY(!wordsOf(chart).filter(QStringLiteral("Europe/Berlin")).isEmpty());
    QVERIFY(wordsOf(chart).contains(QStringLiteral("15:30")));
    QVERIFY(!wordsOf(chart).contains(QStringLiteral("14:30")));
}

void TestCharts::aCorrectedTimeMovesItsMark()
{
    Story story = toldOutage();
    const QString before = timelineChart(reviewPlan(), story.incident(), evening).description;
    story.tell(QStringLiteral("16:00 Dana set started_at 2026-11-21T14:00:00Z"));
    const QString after = timelineChart(reviewPlan(), story.incident(), evening).description;
    QVERIFY2(!before.contains(QLatin1String("15:00 Started")), qPrintable(before));
    QVERIFY2(after.contains(QLatin1String("15:00 Started")), qPrintable(after));
}

void TestCharts::whatCameWeeksLaterDoesNotPressTheCourseTogether()
{
    Story story = toldOutage();
    command::LogEntry entry;
    entry.text = QStringLiteral("The vendor has answered");
    QVERIFY(story.submit(QStringLiteral("Lee"), at("16:00") + std::chrono::hours(24 * 30), entry));
    const QStringList words = wordsOf(timelineChart(reviewPlan(), story.incident(), evening));
    QVERIFY(words.contains(QStringLiteral("15:30")));
    QVERIFY(!words.filter(QStringLiteral("1 entry after it")).isEmpty());
}

void TestCharts::everyClockSaysInWordsHowItWent()
{
    const Incident incident = toldOutage().incident();
    const std::vector<Chart> charts = clockCharts(reviewPlan(), incident, evening);
    QCOMPARE(charts.size(), size_t(1));
    const QStringList words = wordsOf(charts.front());
    for (const clocks::Countdown &clock : clocks::clocks(reviewPlan(), incident, evening))
        QVERIFY2(words.contains(clock.label), qPrintable(clock.label));
    QVERIFY(words.contains(QStringLiteral("kept")));
    QVERIFY(words.contains(QStringLiteral("missed")));
    QVERIFY2(charts.front().description.contains(QLatin1String("Acknowledge within 5 min: kept 3 min of 5 min")),
             qPrintable(charts.front().description));
    QVERIFY2(charts.front().description.contains(QLatin1String("Resolve within 1 h: missed 10 min over 1 h")),
             qPrintable(charts.front().description));
}

void TestCharts::aMissIsDrawnAsACrossAndBeyondItsAllowance()
{
    const Chart chart = clockCharts(reviewPlan(), toldOutage().incident(), evening).front();
    const ChartShape *missed = textShape(chart, QStringLiteral("missed"));
    const ChartShape *kept = textShape(chart, QStringLiteral("kept"));
    const ChartShape *allowed = textShape(chart, QStringLiteral("allowed"));
    QVERIFY(missed && kept && allowed);
    const auto inRow = [&chart](const ChartShape *word, const auto &matches) {
        return std::count_if(chart.shapes.begin(), chart.shapes.end(), [&](const ChartShape &shape) {
            const double above = word->points.front().y() - shape.points.front().y();
            return above > -1 && above < 7 && matches(shape);
        });
    };
    const auto isSign = [missed](const ChartShape &shape) {
        return shape.kind == ChartShape::Kind::Line && shape.points.front().x() > missed->points.front().x() - 16;
    };
    const auto isBeyond = [allowed](const ChartShape &shape) {
        return shape.kind == ChartShape::Kind::Area && shape.points.front().x() >= allowed->points.front().x();
    };
    QCOMPARE(inRow(missed, isSign), 2); // a cross has two strokes, a tick has one
    QCOMPARE(inRow(kept, isSign), 1);
    QVERIFY(inRow(missed, isBeyond) > 0);
    QCOMPARE(inRow(kept, isBeyond), 0);
}

void TestCharts::whatIsRedactedOrTakenBackIsInNoChart()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("15:00>16:00 Lee decision Use the password hunter2"));
    const EventId secret = story.last();
    QVERIFY(timelineChart(reviewPlan(), story.incident(), evening).description.contains(QLatin1String("hunter2")));
    QVERIFY(story.submit(QStringLiteral("Lee"), at("16:02"), command::RedactEntry{secret, QStringLiteral("a secret was pasted")}));
    story.tell(QStringLiteral("16:03 Lee decision Wrong room\n16:03 Lee undo"));
    for (const Chart &chart : incidentCharts(reviewPlan(), story.incident(), evening)) {
        const QByteArray svg = chartSvg(chart);
        QVERIFY(!svg.contains("hunter2"));
        QVERIFY(!svg.contains("Wrong room"));
    }
}

void TestCharts::theTextFormIsWellFormedWhateverWasTyped()
{
    Story story = toldOutage();
    QStringList typed = attacks();
    typed << QStringLiteral("a null byte \u0000 and a bell \u0007") << QString(QChar(0xD800)) + QStringLiteral(" half a pair")
          << QStringLiteral("]]> & <!-- <script>alert(1)</script>");
    for (const QString &text : typed)
        QVERIFY(story.submit(QStringLiteral("Lee"), at("16:00"),
                             command::LogEntry{text, QStringLiteral("decision"), {}, {}, {}, {}, false, at("14:30")}));
    for (const Chart &chart : incidentCharts(reviewPlan(), story.incident(), evening)) {
        QStringList names = namesIn(chartSvg(chart));
        names.removeDuplicates();
        names.sort();
        QCOMPARE(names,
                 QStringList({QStringLiteral("desc"), QStringLiteral("path"), QStringLiteral("svg"), QStringLiteral("text"),
                              QStringLiteral("title")}));
    }
}

void TestCharts::thePictureShowsTheChart()
{
    const Chart chart = timelineChart(reviewPlan(), toldOutage().incident(), evening);
    const QImage image = QImage::fromData(chartPng(chart, 964), "PNG");
    QCOMPARE(image.width(), 964);
    QCOMPARE(image.height(), qRound(964 * chart.height / chart.width));
    QSet<QRgb> colours;
    for (int x = 0; x < image.width(); ++x)
        colours.insert(image.pixel(x, 45)); // through the severity
    QVERIFY(colours.contains(qRgb(0xb4, 0x23, 0x18)));
    QVERIFY(colours.contains(qRgb(0xff, 0xff, 0xff)));
}

void TestCharts::moreClocksThanFitOnAPageGoOnTheNext()
{
    Story story = toldOutage();
    for (int i = 0; i < 60; ++i)
        QVERIFY(story.submit(
            QStringLiteral("Lee"), at("15:00"),
            command::MakeAsk{QStringLiteral("Noor"), QStringLiteral("Look at shard %1").arg(i), std::chrono::minutes(10), {}}));
    const std::vector<Chart> charts = clockCharts(reviewPlan(), story.incident(), evening);
    QCOMPARE(charts.size(), size_t(2));
    QString told;
    for (const Chart &chart : charts) {
        QVERIFY(chart.height <= 660);
        told += chart.description;
    }
    for (int i = 0; i < 60; ++i)
        QVERIFY(told.contains(QStringLiteral("Look at shard %1").arg(i)));
}

void TestCharts::anIncidentThatNeverBeganHasNone()
{
    QVERIFY(incidentCharts(plan::Plan(), Incident(), evening).empty());
    QVERIFY(timelineChart(plan::Plan(), Incident(), evening).shapes.empty());
    QVERIFY(chartPng(Chart(), 100).isEmpty());
}

void TestCharts::marksStandAtRoundTimes()
{
    const TimeAxis axis(at("14:02"), at("15:17"), 0, 420, QTimeZone("Europe/Berlin"));
    QStringList texts;
    for (const TimeMark &mark : axis.marks(46))
        texts << mark.text;
    QCOMPARE(texts,
             QStringList({QStringLiteral("15:10"), QStringLiteral("15:20"), QStringLiteral("15:30"), QStringLiteral("15:40"),
                          QStringLiteral("15:50"), QStringLiteral("16:00"), QStringLiteral("16:10")}));
    const TimeAxis night(at("21:30"), at("21:30") + std::chrono::hours(5), 0, 300, QTimeZone("Europe/Berlin"));
    QCOMPARE(night.marks(46).at(1).text, QStringLiteral("22 Nov"));
    QVERIFY(night.marks(46).at(1).day && !night.marks(46).at(0).day);
    const TimeAxis nothing(at("14:02"), at("14:02"), 0, 420, QTimeZone::utc());
    QVERIFY(nothing.x(at("14:02")) == 0 && !nothing.marks(46).empty());
    const TimeAxis years(at("14:02"), at("14:02") + std::chrono::hours(24 * 365 * 90), 0, 420, QTimeZone::utc());
    QVERIFY(years.marks(46).size() < 12);
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
