// Timelines in and out: CSV and JSON lines, as people, spreadsheets and Timesketch write them.
#include "models/exchange/csv.h"
#include "models/exchange/timelineexport.h"
#include "tests/models/exchange/exchangestory.h"

#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::exchange;
using namespace qd::test;

namespace {

const Instant evening = at("18:00");

Result<std::vector<ImportedEntry>> csv(const char *text, const char *zone = "UTC")
{
    return readTimeline(text, TimelineFormat::Csv, QStringLiteral("t.csv"), QTimeZone(zone), evening);
}

Result<std::vector<ImportedEntry>> lines(const char *text)
{
    return readTimeline(text, TimelineFormat::JsonLines, QStringLiteral("t.jsonl"), QTimeZone::utc(), evening);
}

} // namespace

class TestTimelineFiles : public QObject
{
    Q_OBJECT

private slots:
    void aPlainCsv();
    void aSpreadsheetsCsv();
    void namesOfColumns_data();
    void namesOfColumns();
    void timesketchCsv();
    void timesketchJsonLines();
    void localTimesAreReadInTheZone();
    void kindsFromElsewhere_data();
    void kindsFromElsewhere();
    void everyFaultIsTold();
    void faults_data();
    void faults();
    void jsonFaults();
    void aFileThatIsNone();
    void outAndInAgain_data();
    void outAndInAgain();
    void noFormulaReachesASpreadsheet();
    void whatIsRedactedStaysOut();
    void theMarkdownIsATable();
};

void TestTimelineFiles::aPlainCsv()
{
    const auto entries = csv("at,text,kind,author\n2026-11-21T14:05:00Z,\"Rolled back, then "
                             "\"\"v41\"\"\",action,Lee\n2026-11-21T14:07:30+01:00,Found it,observation,\n");
    QVERIFY(entries);
    QCOMPARE(entries->size(), size_t(2));
    QCOMPARE(entries->at(0).at, at("14:05"));
    QCOMPARE(entries->at(0).text, QStringLiteral("Rolled back, then \"v41\""));
    QCOMPARE(entries->at(0).kind, QStringLiteral("action"));
    QCOMPARE(entries->at(0).author, QStringLiteral("Lee"));
    QCOMPARE(entries->at(1).at, at("13:07:30"));
    QCOMPARE(entries->at(1).zone, QStringLiteral("+01:00"));
    QCOMPARE(entries->at(1).line, 3);
}

void TestTimelineFiles::aSpreadsheetsCsv()
{
    const auto entries = csv("\xef\xbb\xbfTime,Description\r\n2026-11-21 14:05,\"two\r\nlines\"\r\n\r\n2026-11-21 14:06,more\r\n");
    QVERIFY2(entries, entries ? "" : qPrintable(entries.error().sentence));
    QCOMPARE(entries->size(), size_t(2));
    QCOMPARE(entries->at(0).text, QStringLiteral("two\r\nlines"));
    QCOMPARE(entries->at(0).kind, QStringLiteral("note"));
    QCOMPARE(entries->at(1).line, 5);
}

void TestTimelineFiles::namesOfColumns_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const char *header : {"at,text", "time,text", "datetime,message", "date,event", "AT , Description", "kind,at,text"})
        QTest::newRow(header) << QByteArray(header);
}

void TestTimelineFiles::namesOfColumns()
{
    QFETCH(QByteArray, header);
    const QByteArray row = header.startsWith("kind") ? "decision,2026-11-21T14:05:00Z,it" : "2026-11-21T14:05:00Z,it";
    const auto entries = csv((header + '\n' + row).constData());
    QVERIFY(entries);
    QCOMPARE(entries->at(0).text, QStringLiteral("it"));
    QCOMPARE(entries->at(0).at, at("14:05"));
}

void TestTimelineFiles::timesketchCsv()
{
    const auto entries = csv("message,timestamp,datetime,timestamp_desc,user,tag\n"
                             "\"Declared, SEV1\",1795269731000000,2026-11-21T14:02:11+00:00,Incident declared,alfa,\"[\"\"sev1\"\"]\"\n"
                             "Rolled back,1795270180877297,2026-11-21T14:09:40.877297+00:00,Action,charlie,\n"
                             "By its microseconds,1795270180877297,,Log entry,charlie,\n");
    QVERIFY2(entries, entries ? "" : qPrintable(entries.error().sentence));
    QCOMPARE(entries->at(0).kind, QStringLiteral("declared"));
    QCOMPARE(entries->at(0).tags, QStringList{QStringLiteral("sev1")});
    QCOMPARE(entries->at(1).at, at("14:09:40") + Duration(877));
    QCOMPARE(entries->at(1).kind, QStringLiteral("action"));
    QCOMPARE(entries->at(1).author, QStringLiteral("charlie"));
    QCOMPARE(entries->at(2).at.time_since_epoch(), Duration(1795270180877));
    QCOMPARE(entries->at(2).kind, QStringLiteral("note"));
    QCOMPARE(entries->at(2).sourceKind, QStringLiteral("Log entry"));
}

void TestTimelineFiles::timesketchJsonLines()
{
    const auto entries = lines("{\"message\": \"Declared\", \"timestamp\": 1795269731000000, \"datetime\": \"2026-11-21T14:02:11+00:00\", "
                               "\"timestamp_desc\": \"Incident declared\", \"user\": \"alfa\", \"tag\": [\"sev1\"]}\n\n"
                               "{\"at\":\"2026-11-21T14:05:00Z\",\"text\":\"über\",\"kind\":\"decision\",\"author\":\"Lee\"}\r\n");
    QVERIFY2(entries, entries ? "" : qPrintable(entries.error().sentence));
    QCOMPARE(entries->at(0).tags, QStringList{QStringLiteral("sev1")});
    QCOMPARE(entries->at(0).kind, QStringLiteral("declared"));
    QCOMPARE(entries->at(1).text, QStringLiteral("über"));
    QCOMPARE(entries->at(1).line, 3);
}

void TestTimelineFiles::localTimesAreReadInTheZone()
{
    const auto entries =
        csv("at,text\n2026-11-21 14:05,winter\n2026-07-01 14:05,summer\nabout 14:30,today\n2026-11-21 14:05 UTC,utc\n", "Europe/Berlin");
    QVERIFY2(entries, entries ? "" : qPrintable(entries.error().sentence));
    QCOMPARE(toIso(entries->at(0).at), QStringLiteral("2026-11-21T13:05:00Z"));
    QCOMPARE(entries->at(0).zone, QStringLiteral("Europe/Berlin"));
    QCOMPARE(toIso(entries->at(1).at), QStringLiteral("2026-07-01T12:05:00Z"));
    QVERIFY(entries->at(2).approximate);
    QCOMPARE(entries->at(3).at, at("14:05"));
    QVERIFY(!csv("at,text\n2026-03-29 02:30,skipped\n", "Europe/Berlin")); // the clocks went forward over it
}

void TestTimelineFiles::kindsFromElsewhere_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *given, const char *kind) {
        QTest::newRow(given) << QString::fromLatin1(given) << QString::fromLatin1(kind);
    };
    row("Decision", "decision");
    row("", "note");
    row("update", "communication");
    row("resolved", "resolved");
    row("started", "started");
    row("role", "note");
    row("whatever", "note");
}

void TestTimelineFiles::kindsFromElsewhere()
{
    QFETCH(QString, given);
    QFETCH(QString, kind);
    const auto entries = csv(("at,text,kind\n2026-11-21T14:05:00Z,it," + given.toUtf8()).constData());
    QVERIFY(entries);
    QCOMPARE(entries->at(0).kind, kind);
}

void TestTimelineFiles::everyFaultIsTold()
{
    const auto entries = csv("at,text\nnoon,a\n2026-11-21T14:05:00Z,\n2027-01-01T00:00:00Z,later\n,b\n2026-11-21T14:05:00Z,fine\n");
    QVERIFY(!entries);
    QCOMPARE(entries.error().code, ErrorCode::BadInput);
    const QStringList told = entries.error().sentence.split(QLatin1Char('\n'));
    QCOMPARE(told.size(), 4);
    QVERIFY(told[0].startsWith(QLatin1String("t.csv:2:1: 'noon' is no time")));
    QVERIFY(told[1].startsWith(QLatin1String("t.csv:3:22: there is no text")));
    QVERIFY(told[2].startsWith(QLatin1String("t.csv:4:1: '2027-01-01T00:00:00Z' lies in the future")));
    QVERIFY(told[3].startsWith(QLatin1String("t.csv:5:1: there is no time")));
}

void TestTimelineFiles::faults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("told");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("t.csv:1:1: the file is empty");
    QTest::newRow("header only") << QByteArray("at,text\n") << QStringLiteral("t.csv:1:1: there is no entry");
    QTest::newRow("no time") << QByteArray("when,text\n1,2\n") << QStringLiteral("t.csv:1:1: no column holds the time");
    QTest::newRow("no text") << QByteArray("at,what\n1,2\n") << QStringLiteral("t.csv:1:1: no column holds the text");
    QTest::newRow("open quote") << QByteArray("at,text\n2026-11-21T14:05:00Z,\"never\n")
                                << QStringLiteral("t.csv:2:22: this quote is never closed");
    QTest::newRow("after quote") << QByteArray("at,text\n2026-11-21T14:05:00Z,\"a\"b\n")
                                 << QStringLiteral("t.csv:2:25: something stands after");
    QTest::newRow("loose comma") << QByteArray("at,text\n2026-11-21T14:05:00Z,a,b\n") << QStringLiteral("t.csv:2:24: this row has 3 cells");
    QTest::newRow("latin 1") << QByteArray("at,text\n2026-11-21T14:05:00Z,\xe9t\xe9\n")
                             << QStringLiteral("t.csv:1:1: the file is not UTF-8");
    QTest::newRow("binary") << QByteArray("at,text\n\0", 9) << QStringLiteral("t.csv:1:1: the file is not UTF-8");
}

void TestTimelineFiles::faults()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, told);
    const auto entries = readTimeline(text, TimelineFormat::Csv, QStringLiteral("t.csv"), QTimeZone::utc(), evening);
    QVERIFY(!entries);
    QVERIFY2(entries.error().sentence.startsWith(told), qPrintable(entries.error().sentence));
}

void TestTimelineFiles::jsonFaults()
{
    const auto entries = lines("{\"at\":\"2026-11-21T14:05:00Z\",\"text\":\"fine\"}\n[1]\n{\"at\":\n{\"text\":\"x\", \"at\":\"never\"}\n");
    QVERIFY(!entries);
    const QStringList told = entries.error().sentence.split(QLatin1Char('\n'));
    QCOMPARE(told.size(), 3);
    QVERIFY(told[0].startsWith(QLatin1String("t.jsonl:2:1: this is no JSON object")));
    QVERIFY(told[1].startsWith(QLatin1String("t.jsonl:3:")));
    QVERIFY(told[2].startsWith(QLatin1String("t.jsonl:4:14: 'never' is no time")));
}

void TestTimelineFiles::aFileThatIsNone()
{
    QTemporaryDir folder;
    const auto missing = readTimelineFile(folder.filePath(QStringLiteral("none.csv")), QTimeZone::utc(), evening);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::BadInput);
    QCOMPARE(readTimelineFile(QStringLiteral("x.docx"), QTimeZone::utc(), evening).error().code, ErrorCode::Usage);
    QVERIFY(!readTimelineFile(QStringLiteral("x.md"), QTimeZone::utc(), evening));
}

void TestTimelineFiles::outAndInAgain_data()
{
    QTest::addColumn<TimelineFormat>("format");
    QTest::newRow("csv") << TimelineFormat::Csv;
    QTest::newRow("jsonl") << TimelineFormat::JsonLines;
}

void TestTimelineFiles::outAndInAgain()
{
    QFETCH(TimelineFormat, format);
    const Incident incident = longStory(30).incident();
    const QByteArray bytes = exportTimeline(reviewPlan(), incident, format);
    const auto entries = readTimeline(bytes, format, QStringLiteral("t"), QTimeZone::utc(), evening);
    QVERIFY2(entries, entries ? "" : qPrintable(entries.error().sentence));
    QCOMPARE(entries->size(), incident.entries.size());
    const std::vector<int> order = timelineOrder(incident);
    for (size_t i = 0; i < order.size(); ++i) {
        const TimelineEntry &entry = incident.entries[static_cast<size_t>(order[i])];
        QCOMPARE(entries->at(i).at, entry.at);
        QCOMPARE(entries->at(i).sourceKind, entry.kind);
        QCOMPARE(entries->at(i).author, entry.author);
        QCOMPARE(entries->at(i).text, entry.redacted ? QStringLiteral("[redacted]") : entry.text);
        QCOMPARE(entries->at(i).tags, entry.tags);
    }
}

void TestTimelineFiles::noFormulaReachesASpreadsheet()
{
    const Csv read = readCsv(QString::fromUtf8(exportTimeline(reviewPlan(), longStory(3).incident(), TimelineFormat::Csv)));
    QVERIFY(!read.problem);
    QCOMPARE(read.rows.front().front().text, QStringLiteral("at"));
    for (const std::vector<CsvCell> &row : read.rows) {
        QCOMPARE(row.size(), read.rows.front().size());
        for (const CsvCell &cell : row)
            QVERIFY2(cell.text.isEmpty() || !QStringLiteral("=+-@\t\r").contains(cell.text[0]), qPrintable(cell.text));
    }
    for (const char *text : {"=1+1", "'=1", "''=1", "'plain", "plain", "-2", "@x", "\t=1", "", "  =1", "\"=1", " \"+2", "' =1"})
        QCOMPARE(withFormula(withoutFormula(QLatin1String(text))), QLatin1String(text));
    for (const char *hidden : {"  =1+1", "\"=1+1", " \" @x", "\n-1", "\r=1"}) // what a spreadsheet reads past
        QVERIFY2(withoutFormula(QLatin1String(hidden)).startsWith(QLatin1Char('\'')), hidden);
    for (const char *harmless : {"a =1", "1-2", "(=1)", "Lee"})
        QCOMPARE(withoutFormula(QLatin1String(harmless)), QLatin1String(harmless));
}

void TestTimelineFiles::whatIsRedactedStaysOut()
{
    const Incident incident = longStory(3).incident();
    for (const TimelineFormat format : {TimelineFormat::Csv, TimelineFormat::JsonLines, TimelineFormat::Markdown}) {
        const QByteArray bytes = exportTimeline(reviewPlan(), incident, format);
        QVERIFY(bytes.contains("redacted"));
        QVERIFY(!bytes.contains("hunter2"));
        QVERIFY(!bytes.contains("secret"));
    }
}

void TestTimelineFiles::theMarkdownIsATable()
{
    const QByteArray bytes = exportTimeline(reviewPlan(), toldOutage().incident(), TimelineFormat::Markdown);
    QVERIFY(bytes.startsWith("# INC-TEST: timeline\n\nCheckout returns 503\n\n| Happened (Europe/Berlin) |"));
}

QTEST_GUILESS_MAIN(TestTimelineFiles)
#include "tst_timelinefiles.moc"
