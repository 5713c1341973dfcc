// The post-mortem as a PDF, as a PDF reader sees it.
#include "models/exchange/document.h"
#include "models/exchange/outline.h"
#include "tests/models/exchange/exchangestory.h"
#include "tests/models/exchange/pdftools.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace qd;
using namespace qd::exchange;
using namespace qd::test;

namespace {

constexpr char folder[] = QD_SOURCE_DIR "/../shared/incidents";
const Instant evening = at("18:00");

QByteArray pdfOf(const Outline &outline)
{
    const Result<QByteArray> pdf = pdfDocument(outline);
    return pdf ? *pdf : QByteArray();
}

QByteArray pdfOf(const Incident &incident)
{
    return pdfOf(outlineOf(reviewPlan(), incident, evening));
}

Outline outlineWith(const QString &markdown)
{
    Outline outline;
    outline.what = QStringLiteral("Post-mortem");
    outline.ref = QStringLiteral("INC-TEST");
    outline.title = QStringLiteral("Checkout returns 503");
    outline.severity = QStringLiteral("P0 Critical");
    outline.status = QStringLiteral("Resolved");
    outline.state = QStringLiteral("draft");
    outline.sections.push_back({QStringLiteral("summary"), QStringLiteral("Summary"), markdown});
    return outline;
}

// The events of a replayed incident as entries of one timeline, in their order.
Incident replayed(const QJsonArray &events)
{
    Incident incident = toldOutage().incident();
    incident.entries.clear();
    for (const QJsonValue &event : events) {
        TimelineEntry entry;
        entry.id = EventId::make(evening);
        entry.at = entry.recordedAt = fromIso(event[QLatin1String("at")].toString()).value_or(evening);
        entry.kind = event[QLatin1String("kind")].toString();
        entry.text = event[QLatin1String("text")].toString();
        entry.author = QStringLiteral("Sam");
        incident.entries.append(entry);
    }
    return incident;
}

} // namespace

class TestPdfDocument : public QObject
{
    Q_OBJECT

private slots:
    void everyEntryIsFoundInItsOrder();
    void everyEntryOfRealIncidentsIsFound_data();
    void everyEntryOfRealIncidentsIsFound();
    void whatIsSeenIsFound();
    void everyFontIsEmbedded();
    void theContentsNameThePages();
    void everyPageSaysWhatItIsAndHowFarItGoes();
    void aReaderMayClick();
    void theChartsAreInIt();
    void aStopEndsTheExport_data();
    void aStopEndsTheExport();
    void theShareOnlyGrows();
};

void TestPdfDocument::everyEntryIsFoundInItsOrder()
{
    const QString letters = lettersOf(ReadPdf(pdfOf(longStory(150).incident())).text());
    qsizetype from = 0;
    for (int i = 0; i < 150; ++i) {
        const QString wanted = lettersOf(QStringLiteral("Reading %1 of the gauge is %2 per cent").arg(i).arg((i * 37) % 101));
        from = letters.indexOf(wanted, from);
        QVERIFY2(from >= 0, qPrintable(wanted));
    }
}

void TestPdfDocument::everyEntryOfRealIncidentsIsFound_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("none, where they do not stand beside the source") << QString();
    for (const QString &file : QDir(QLatin1String(folder)).entryList({QStringLiteral("*.json")}))
        QTest::newRow(qPrintable(file)) << file;
}

void TestPdfDocument::everyEntryOfRealIncidentsIsFound()
{
    QFETCH(QString, file);
    if (file.isEmpty())
        return;
    QFile source(QLatin1String(folder) + QLatin1Char('/') + file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const Incident incident = replayed(QJsonDocument::fromJson(source.readAll()).object()[QLatin1String("events")].toArray());
    const QString letters = lettersOf(ReadPdf(pdfOf(incident)).text());
    qsizetype from = 0;
    for (const int index : timelineOrder(incident)) {
        const QString &text = incident.entries.at(index).text;
        from = letters.indexOf(lettersOf(text), from);
        QVERIFY2(from >= 0, qPrintable(text));
    }
}

// A typeface may show another sign for a character than its own; a reader must find it all the same.
void TestPdfDocument::whatIsSeenIsFound()
{
    const QString typed = QStringLiteral("INC-TEST at 14:02:30 (UTC) [A-B] {C} -> 200x300 == A+B, a@b, #1: 50% fi ffl");
    const QString text = ReadPdf(pdfOf(outlineWith(QStringLiteral("%1\n\n**%1**\n\n| x |\n|---|\n| %1 |").arg(typed)))).text().simplified();
    QVERIFY2(text.count(typed) == 3, qPrintable(text));
}

void TestPdfDocument::everyFontIsEmbedded()
{
    Outline outline = outlineWith(QStringLiteral("Plain, **strong**, *soft*, `code`, Привет, שלום, \u2611 and \uFFFD"));
    outline.charts = outlineOf(reviewPlan(), toldOutage().incident(), evening).charts;
    const QStringList lines = ReadPdf(pdfOf(outline)).run(QStringLiteral("pdffonts"), {}).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 5);
    for (const QString &line : lines.mid(2)) // name, type, encoding, emb, sub, uni
        QCOMPARE(line.simplified().section(QLatin1Char(' '), -5, -5), QStringLiteral("yes"));
}

void TestPdfDocument::theContentsNameThePages()
{
    const Outline outline = outlineOf(reviewPlan(), longStory(120).incident(), evening);
    const ReadPdf pdf(pdfOf(outline));
    const QString contents = pdf.page(1);
    for (const OutlineSection &section : outline.sections) {
        const QRegularExpression line(QStringLiteral("^%1\\s[.\\s]*(\\d+)$").arg(section.title), QRegularExpression::MultilineOption);
        const QRegularExpressionMatch match = line.match(contents);
        QVERIFY2(match.hasMatch(), qPrintable(section.title + contents));
        QVERIFY2(pdf.page(match.captured(1).toInt()).contains(section.title), qPrintable(section.title));
    }
}

void TestPdfDocument::everyPageSaysWhatItIsAndHowFarItGoes()
{
    const ReadPdf pdf(pdfOf(longStory(60).incident()));
    const int pages = pdf.pages();
    QVERIFY(pages > 3);
    for (int page = 1; page <= pages; ++page) {
        const QString text = pdf.page(page).remove(QLatin1Char(' '));
        for (const QString &words :
             {QStringLiteral("INC-TEST"), QStringLiteral("P0Critical·Resolved"), QStringLiteral("%1/%2").arg(page).arg(pages)})
            QVERIFY2(text.contains(words), qPrintable(words + text));
    }
}

void TestPdfDocument::aReaderMayClick()
{
    Outline outline = outlineWith(QStringLiteral(
        "Read [the runbook](https://example.org/a(b)c) first.\n\n### What came before\n\nNothing.\n\n[no](javascript:alert(1))"));
    outline.sections.push_back({QStringLiteral("causes"), QStringLiteral("Causes — שורש"), QStringLiteral("None.")});
    const ReadPdf pdf(pdfOf(outline));
    QVERIFY(pdf.run(QStringLiteral("qpdf"), {QStringLiteral("--check")}).contains(QLatin1String("No syntax or stream encoding errors")));
    const QString links = pdf.run(QStringLiteral("pdfinfo"), {QStringLiteral("-url")});
    QVERIFY2(links.contains(QLatin1String("https://example.org/a(b)c")), qPrintable(links));
    QVERIFY(!links.contains(QLatin1String("javascript")));
    const QJsonObject json =
        QJsonDocument::fromJson(pdf.run(QStringLiteral("qpdf"), {QStringLiteral("--json"), QStringLiteral("--json-key=outlines")}).toUtf8())
            .object();
    const QJsonArray outlines = json[QLatin1String("outlines")].toArray();
    QCOMPARE(outlines.size(), 2);
    QCOMPARE(outlines[0][QLatin1String("title")].toString(), QStringLiteral("Summary"));
    QCOMPARE(outlines[0][QLatin1String("kids")][0][QLatin1String("title")].toString(), QStringLiteral("What came before"));
    QCOMPARE(outlines[1][QLatin1String("title")].toString(), QStringLiteral("Causes — שורש"));
    QCOMPARE(outlines[1][QLatin1String("destpageposfrom1")].toInt(), 1);
}

void TestPdfDocument::theChartsAreInIt()
{
    const QString text = ReadPdf(pdfOf(toldOutage().incident())).text();
    for (const char *words : {"At a glance", "Course of the incident", "Clocks: allowed and used", "Key events", "Europe/Berlin", "missed"})
        QVERIFY2(text.contains(QLatin1String(words)), words);
}

void TestPdfDocument::aStopEndsTheExport_data()
{
    QTest::addColumn<double>("share");
    for (const double share : {0.0, 0.1, 0.5, 0.7, 0.97, 1.0})
        QTest::addRow("at %g", share) << share;
}

void TestPdfDocument::aStopEndsTheExport()
{
    QFETCH(double, share);
    int after = 0;
    const Progress progress{[&after, share](double done) {
        after += done >= share ? 1 : 0;
        return done < share;
    }};
    const Result<QByteArray> pdf = pdfDocument(outlineOf(reviewPlan(), longStory(200).incident(), evening), progress);
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().code, ErrorCode::Refused);
    QCOMPARE(pdf.error().sentence, QStringLiteral("the export was stopped; nothing was written"));
    QCOMPARE(after, 1); // it is not asked again
}

void TestPdfDocument::theShareOnlyGrows()
{
    std::vector<double> shares;
    const Progress progress{[&shares](double share) {
        shares.push_back(share);
        return true;
    }};
    QVERIFY(pdfDocument(outlineOf(reviewPlan(), longStory(200).incident(), evening), progress));
    QVERIFY(shares.size() > 15);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QVERIFY(shares.front() > 0 && shares.back() == 1.0);
    for (size_t i = 1; i < shares.size(); ++i)
        QVERIFY(shares[i] - shares[i - 1] < 0.2);
}

QTEST_MAIN(TestPdfDocument)
#include "tst_pdfdocument.moc"
