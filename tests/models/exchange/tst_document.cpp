// The post-mortem as Markdown, HTML, PDF and JSON.
#include "models/core/standardsections.h"
#include "models/exchange/document.h"
#include "models/exchange/markdownblocks.h"
#include "models/exchange/outline.h"
#include "models/plan/shipped.h"
#include "tests/models/exchange/exchangestory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace qd;
using namespace qd::exchange;
using namespace qd::test;

namespace {

const Instant evening = at("18:00");

QByteArray document(const Incident &incident, Format format)
{
    const Result<QByteArray> bytes = composeDocument({reviewPlan(), incident, {}, evening, {}}, {DocumentKind::Postmortem, format});
    return bytes ? *bytes : QByteArray();
}

QString setText(const Outline &outline) // what the PDF is set from
{
    QString text;
    for (const OutlineSection &section : outline.sections)
        text += section.title + QLatin1Char('\n') + plainText(readMarkdown(section.markdown)) + QLatin1Char('\n');
    return text;
}

QString asSet(QString text) // one line of a text below the other
{
    return text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void formatsAreNamedByTheirEndings();
    void everyEntryIsInEveryFormat();
    void everyStandardPartIsThere();
    void everyShippedPlanGivesTheWholeRecord_data();
    void everyShippedPlanGivesTheWholeRecord();
    void nothingTypedBecomesMarkup();
    void aTableKeepsItsColumns();
    void theHtmlIsWholeAndLoadsNothing();
    void theHtmlIsWellFormed();
    void aSectionCannotSpoilTheDocument();
    void whatIsRedactedIsInNoFormat();
    void thePdfHasPages();
    void thePdfOfAnEmptyIncident();
    void thePdfTakesARowHigherThanAPage();
    void theJsonHoldsTheRecord();
    void theSameRecordGivesTheSameDocument();
    void aDocumentIsWrittenWholeOrNotAtAll();
};

void TestDocument::formatsAreNamedByTheirEndings()
{
    QCOMPARE(formatOf(QStringLiteral("out/INC-TEST.PDF")), Format::Pdf);
    QCOMPARE(formatOf(QStringLiteral("md")), Format::Markdown);
    QCOMPARE(formatOf(QStringLiteral("a.b.html")), Format::Html);
    QCOMPARE(formatOf(QStringLiteral("json")), Format::Json);
    QCOMPARE(formatOf(QStringLiteral("x.docx")), Format::Docx);
    QVERIFY(!formatOf(QStringLiteral("x.doc")));
    QVERIFY(!formatOf(QString()));
}

void TestDocument::everyEntryIsInEveryFormat()
{
    const Incident incident = longStory(300).incident();
    const QString markdown = QString::fromUtf8(document(incident, Format::Markdown));
    const QString html = QString::fromUtf8(document(incident, Format::Html));
    const QString json = QString::fromUtf8(document(incident, Format::Json));
    const QString set = setText(outlineOf(reviewPlan(), incident, evening));
    for (int i = 0; i < 300; ++i) {
        const QString text = QStringLiteral("Reading %1 of the gauge is %2 per cent").arg(i).arg((i * 37) % 101);
        QVERIFY2(markdown.contains(text) && html.contains(text) && json.contains(text) && set.contains(text), qPrintable(text));
    }
    for (const QString &attack : attacks())
        QVERIFY2(set.contains(asSet(attack)), qPrintable(attack));
}

void TestDocument::everyStandardPartIsThere()
{
    const QString markdown = QString::fromUtf8(document(toldOutage().incident(), Format::Markdown));
    QVERIFY(markdown.startsWith(QLatin1String("# INC-TEST: Checkout returns 503\n")));
    for (const char *part :
         {"## Summary", "## Timeline", "## Impact", "## Durations against targets", "## Roles over time", "## What went well",
          "## What went wrong", "## Root cause", "## Action items", "## Lessons learned",
          "| Time to resolve | 1 h 10 min | within 1 h | **missed** |", "| Time to acknowledge | 3 min | within 5 min | kept |"})
        QVERIFY2(markdown.contains(QLatin1String(part)), part);
}

void TestDocument::everyShippedPlanGivesTheWholeRecord_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : plan::shippedPlans())
        QTest::newRow(qPrintable(id)) << id;
}

void TestDocument::everyShippedPlanGivesTheWholeRecord()
{
    QFETCH(QString, id);
    const Result<plan::Plan> plan = plan::loadShipped(id);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().sentence));
    Story story(plan::toJson(*plan));
    story.tell(
        QStringLiteral("14:02>14:03 Dana declare %1 Checkout returns 503\n14:03 Dana note Replica lag is 40 s\n14:30 Dana status resolved")
            .arg(plan->severities.front().id));
    const Outline outline = outlineOf(*plan, story.incident(), evening);
    QString document;
    for (const OutlineSection &section : outline.sections)
        document += QStringLiteral("## ") + section.title + QLatin1Char('\n') + section.markdown + QLatin1Char('\n');
    for (const char *part : {"Replica lag is 40 s", "Recorded (UTC)", "| Time to resolve | 28 min |",
                             "Time without a commander:", "- Start of the impact: not known", "From start to resolution"})
        QVERIFY2(document.count(QLatin1String(part)) == 1, part);
    QStringList titles;
    for (const OutlineSection &section : outline.sections)
        titles << section.title;
    for (const StandardSection &standard : standardSections()) {
        const bool said = std::any_of(plan->postmortem.sections.begin(), plan->postmortem.sections.end(),
                                      [&standard](const plan::Section &section) { return covers(section.title, section.fill, standard); });
        QVERIFY2(said || titles.contains(standard.title), qPrintable(standard.title));
    }
    titles.removeDuplicates();
    QCOMPARE(static_cast<size_t>(titles.size()), outline.sections.size());
}

void TestDocument::nothingTypedBecomesMarkup()
{
    const Incident incident = longStory(3).incident();
    const QString html = QString::fromUtf8(document(incident, Format::Html));
    const QString markdown = QString::fromUtf8(document(incident, Format::Markdown));
    for (const char *evil : {"<script", "<b>", "<i>", "<img", "href=\"javascript", "src=\"http", "<gauge"}) {
        QVERIFY2(!html.contains(QLatin1String(evil), Qt::CaseInsensitive), evil);
        QVERIFY2(!markdown.contains(QLatin1String(evil), Qt::CaseInsensitive), evil);
    }
    QVERIFY(html.contains(QLatin1String("&lt;script&gt;alert(1)&lt;/script&gt; | &lt;b&gt;bold&lt;/b&gt;")));
    QVERIFY(html.contains(QLatin1String("%1 %2 %n and {{title}}")));
}

void TestDocument::aTableKeepsItsColumns()
{
    const Outline outline = outlineOf(reviewPlan(), longStory(3).incident(), evening);
    for (const OutlineSection &section : outline.sections) {
        for (const Block &block : readMarkdown(section.markdown)) {
            for (const auto &row : block.rows)
                QCOMPARE(row.size(), block.rows.front().size());
            if (section.title == QLatin1String("Timeline") && block.kind == Block::Kind::Table)
                QCOMPARE(block.rows.size(), size_t(1) + longStory(3).incident().entries.size());
        }
    }
}

void TestDocument::theHtmlIsWholeAndLoadsNothing()
{
    const QString html = QString::fromUtf8(document(toldOutage().incident(), Format::Html));
    QVERIFY(html.startsWith(QLatin1String("<!DOCTYPE html>")));
    QVERIFY(html.contains(QLatin1String("<meta charset=\"utf-8\">")));
    QVERIFY(html.contains(QLatin1String("<title>INC-TEST Post-mortem</title>")));
    QVERIFY(html.contains(QLatin1String("<li><a href=\"#root-cause\">Root cause</a></li>")));
    QVERIFY(html.contains(QLatin1String("<h2 id=\"root-cause\">Root cause</h2>")));
    for (const char *loads : {"src=", "<link", "@import", "url(", "http://"})
        QVERIFY2(!html.contains(QLatin1String(loads)), loads);
}

void TestDocument::theHtmlIsWellFormed()
{
    QString html = QString::fromUtf8(document(longStory(5).incident(), Format::Html));
    html.remove(QStringLiteral("<!DOCTYPE html>"));
    html.replace(QLatin1String("<br>"), QLatin1String("<br/>"));
    static const QRegularExpression meta(QStringLiteral("<(meta[^>]*|input[^>]*|hr)>"));
    html.replace(meta, QStringLiteral("<\\1/>"));
    QXmlStreamReader reader(html);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

void TestDocument::aSectionCannotSpoilTheDocument()
{
    Story story = toldOutage();
    const QString evil = QStringLiteral(
        "# Loud\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) [y](  data:text/html,z) ![p](http://evil.example/p.png) "
        "[good](https://example.org)\n\n```\nnever closed");
    QVERIFY(story.submit(QStringLiteral("Mo"), at("16:00"), command::WriteSection{QStringLiteral("summary"), evil, {}}));
    const QString html = QString::fromUtf8(document(story.incident(), Format::Html));
    for (const char *bad : {"<script", "javascript:alert(1)\"", "href=\"data:", "<img", "<h1>Loud"})
        QVERIFY2(!html.contains(QLatin1String(bad)), bad);
    QVERIFY(html.contains(QLatin1String("<a href=\"https://example.org\">good</a>")));
    QVERIFY(html.contains(QLatin1String("<h2 id=\"lessons-learned\">"))); // the fence ended with its section
    const QString markdown = QString::fromUtf8(document(story.incident(), Format::Markdown));
    QVERIFY(markdown.contains(QLatin1String("never closed\n```\n\n## Timeline")));
    QVERIFY(markdown.contains(QLatin1String("### Loud")));
    QVERIFY(!markdown.contains(QLatin1String("<script")));
}

void TestDocument::whatIsRedactedIsInNoFormat()
{
    const Incident incident = longStory(3).incident();
    for (const Format format : {Format::Markdown, Format::Html, Format::Json}) {
        const QByteArray bytes = document(incident, format);
        QVERIFY(!bytes.isEmpty());
        QVERIFY(!bytes.contains("hunter2"));
        QVERIFY(!bytes.contains("secret"));
    }
    const QString set = setText(outlineOf(reviewPlan(), incident, evening));
    QVERIFY(!set.contains(QLatin1String("hunter2")));
    QVERIFY(set.contains(QLatin1String("| redacted |")));
}

void TestDocument::thePdfHasPages()
{
    const QByteArray pdf = document(longStory(300).incident(), Format::Pdf);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    static const QRegularExpression count(QStringLiteral("/Type\\s*/Pages[^>]*/Count\\s+(\\d+)|/Count\\s+(\\d+)[^>]*/Type\\s*/Pages"));
    const QRegularExpressionMatch match = count.match(QString::fromLatin1(pdf));
    QVERIFY(match.hasMatch());
    QVERIFY((match.captured(1) + match.captured(2)).toInt() > 5);
}

void TestDocument::thePdfOfAnEmptyIncident()
{
    const Result<QByteArray> pdf = composeDocument({plan::Plan(), Incident(), {}, evening, {}}, {DocumentKind::Postmortem, Format::Pdf});
    QVERIFY(pdf);
    QVERIFY(pdf->startsWith("%PDF-"));
}

void TestDocument::thePdfTakesARowHigherThanAPage()
{
    Story story = toldOutage();
    for (const QString &text : {QStringLiteral("one line after another\n").repeated(400), QStringLiteral("x").repeated(20000)}) {
        command::LogEntry entry;
        entry.text = text;
        QVERIFY(story.submit(QStringLiteral("Lee"), at("16:00"), entry));
    }
    const QByteArray pdf = document(story.incident(), Format::Pdf);
    QVERIFY(pdf.startsWith("%PDF-"));
}

void TestDocument::theJsonHoldsTheRecord()
{
    const QJsonObject json = QJsonDocument::fromJson(document(toldOutage().incident(), Format::Json)).object();
    QCOMPARE(json[QStringLiteral("incident")][QStringLiteral("ref")].toString(), QStringLiteral("INC-TEST"));
    QCOMPARE(json[QStringLiteral("sections")].toArray().size(), 10);
    QCOMPARE(json[QStringLiteral("facts")][0][QStringLiteral("label")].toString(), QStringLiteral("Time to detect"));
    QCOMPARE(json[QStringLiteral("as_of")].toString(), QStringLiteral("2026-11-21T18:00:00Z"));
}

void TestDocument::theSameRecordGivesTheSameDocument()
{
    const Incident incident = longStory(20).incident();
    for (const Format format : {Format::Markdown, Format::Html, Format::Json})
        QCOMPARE(document(incident, format), document(incident, format));
}

void TestDocument::aDocumentIsWrittenWholeOrNotAtAll()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.md"));
    QVERIFY(writeDocument(path, "one"));
    QVERIFY(writeDocument(path, "two"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("two"));
    const Result<void> nowhere = writeDocument(folder.filePath(QStringLiteral("no/such/folder/x.md")), "x");
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::Storage);
    QVERIFY(nowhere.error().sentence.contains(QLatin1String("cannot write")));
    QVERIFY(!writeDocument(folder.path(), "x"));
}

QTEST_MAIN(TestDocument)
#include "tst_document.moc"
