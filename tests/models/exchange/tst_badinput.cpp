// What people paste into a post-mortem: nothing of it stops the document, and nothing of it is lost without a word.
#include "models/exchange/document.h"
#include "models/exchange/markdownblocks.h"
#include "models/exchange/outline.h"
#include "tests/models/exchange/exchangestory.h"
#include "tests/models/exchange/pdftools.h"

#include <QBuffer>
#include <QImage>

using namespace qd;
using namespace qd::exchange;
using namespace qd::test;

namespace {

const Instant evening = at("18:00");

Outline outlineWith(const QString &markdown)
{
    Outline outline;
    outline.what = QStringLiteral("Post-mortem");
    outline.ref = QStringLiteral("INC-TEST");
    outline.title = QStringLiteral("Checkout returns 503");
    outline.state = QStringLiteral("draft");
    outline.sections.push_back({QStringLiteral("summary"), QStringLiteral("Summary"), markdown});
    return outline;
}

QByteArray pdfOf(const Outline &outline)
{
    const Result<QByteArray> pdf = pdfDocument(outline);
    return pdf ? *pdf : QByteArray();
}

QString textOf(const Outline &outline)
{
    return ReadPdf(pdfOf(outline)).text();
}

QByteArray imageFile(QSize size, const char *format = "PNG")
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

// A PNG whose head claims 20,000 by 20,000 pixels, and that holds next to nothing.
QByteArray hugeImage()
{
    QByteArray bytes = imageFile({4, 4});
    const QByteArray claim = QByteArray::fromHex("00004e2000004e20");
    bytes.replace(16, 8, claim);
    const QByteArray head = bytes.mid(12, 17);
    quint32 crc = 0xffffffffU;
    for (const char c : head) {
        crc ^= static_cast<quint8>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xedb88320U : crc >> 1U;
    }
    crc = ~crc;
    for (int i = 0; i < 4; ++i)
        bytes[29 + i] = static_cast<char>(crc >> (24 - 8 * i));
    return bytes;
}

Outline outlineWithPicture(const QByteArray &content, const QString &name, const QString &markdown)
{
    Outline outline = outlineWith(markdown);
    outline.pictures.push_back({QStringLiteral("abc123"), QStringLiteral("The pool of connections"), name, {}, {}, content, {}});
    return outline;
}

QString shown(const QString &markdown) // a block a line
{
    return plainText(readMarkdown(markdown));
}

} // namespace

class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void aPictureStandsWhereItsSectionNamesIt();
    void aPictureIsScaledDownAndNeverUp();
    void whatIsNoPictureSaysSo_data();
    void whatIsNoPictureSaysSo();
    void aPictureThatIsNotThereSaysSo();
    void anAttachedFileSaysWhenAndOfWhichEntry();
    void picturesInOddPlacesKeepTheirCaption();
    void aLongSectionIsWhole_data();
    void aLongSectionIsWhole();
    void aLongCellIsWhole();
    void controlsAreShownAndCutNothingOff();
    void rightToLeftMovesNothingElse_data();
    void rightToLeftMovesNothingElse();
    void aTitleFromRightToLeft();
    void whatFillsNoPlaceholderStaysVisible();
};

void TestBadInput::aPictureStandsWhereItsSectionNamesIt()
{
    const Outline outline =
        outlineWithPicture(imageFile({300, 200}), QStringLiteral("pool.png"),
                           QStringLiteral("Before it.\n\n![As it filled up](attachment:ABC123)\n\nAfter it.\n\n![](attachment:abc123)"));
    const ReadPdf pdf(pdfOf(outline));
    const QStringList images =
        pdf.run(QStringLiteral("pdfimages"), {QStringLiteral("-list")}).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    QCOMPARE(images.size(), 2); // shown twice
    QCOMPARE(images[0].simplified().section(QLatin1Char(' '), 10, 10),
             images[1].simplified().section(QLatin1Char(' '), 10, 10)); // and kept once
    const QString text = pdf.text();
    QVERIFY(text.indexOf(QLatin1String("Before it.")) < text.indexOf(QLatin1String("As it filled up")));
    QVERIFY(text.indexOf(QLatin1String("As it filled up")) < text.indexOf(QLatin1String("After it.")));
    QVERIFY(text.indexOf(QLatin1String("After it.")) < text.indexOf(QLatin1String("The pool of connections"))); // its caption otherwise
}

void TestBadInput::aPictureIsScaledDownAndNeverUp()
{
    const auto widthOf = [](QSize size, const char *format) { // on paper, in points
        const Outline outline = outlineWithPicture(imageFile(size, format), QStringLiteral("x"), QStringLiteral("![x](attachment:abc123)"));
        const QStringList columns = ReadPdf(pdfOf(outline))
                                        .run(QStringLiteral("pdfimages"), {QStringLiteral("-list")})
                                        .split(QLatin1Char('\n'))
                                        .at(2)
                                        .simplified()
                                        .split(QLatin1Char(' '));
        return columns.at(3).toDouble() / columns.at(12).toDouble() * 72; // pixels by pixels an inch
    };
    QVERIFY(std::abs(widthOf({100, 50}, "PNG") - 75) < 1);
    QVERIFY(std::abs(widthOf({3000, 300}, "PNG") - 482) < 3);
    QVERIFY(std::abs(widthOf({3000, 300}, "JPG") - 482) < 3);
    QVERIFY(widthOf({300, 6000}, "PNG") < 25); // as high as may be
}

void TestBadInput::whatIsNoPictureSaysSo_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    const QString none = QStringLiteral("[picture x: it is no picture that can be read]");
    QTest::newRow("text") << QByteArray("this is no picture") << none;
    QTest::newRow("nothing") << QByteArray() << none;
    QTest::newRow("a page that loads things") << QByteArray(
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>")
                                              << none;
    QTest::newRow("cut off in its head") << imageFile({40, 40}).left(20) << none;
    QTest::newRow("huge") << hugeImage() << QStringLiteral("[picture x: its 20000 × 20000 pixels are too many to be shown]");
}

void TestBadInput::whatIsNoPictureSaysSo()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, said);
    const QString text =
        textOf(outlineWithPicture(content, QStringLiteral("graph.png"), QStringLiteral("Before.\n\n![x](attachment:abc123)\n\nAfter.")));
    QVERIFY2(text.simplified().contains(said), qPrintable(text));
    QVERIFY(text.contains(QLatin1String("Before.")) && text.contains(QLatin1String("After.")));
}

void TestBadInput::aPictureThatIsNotThereSaysSo()
{
    const QString text = textOf(outlineWith(QStringLiteral("![The gauge](attachment:ffff) and ![far](https://evil.example/x.png) away")));
    QVERIFY2(text.contains(QLatin1String("[picture The gauge: it is no part of this document]")), qPrintable(text));
    QVERIFY2(text.simplified().contains(QLatin1String("[picture far: it stands elsewhere and is no part of this document] away")),
             qPrintable(text));
}

void TestBadInput::anAttachedFileSaysWhenAndOfWhichEntry()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("14:10>15:00 Lee observation The pool fills up"));
    const EventId entry = story.last();
    QVERIFY(story.submit(
        QStringLiteral("Lee"), at("15:01"),
        command::AddAttachment{QString(64, QLatin1Char('a')), QStringLiteral("pool.png"), QStringLiteral("image/png"), 10, entry}));
    const plan::Plan plan = reviewPlan();
    const Incident incident = story.incident();
    const Result<Outline> outline = outlineOf({plan, incident, {}, evening, {}}, {}, {});
    QVERIFY(outline);
    const QString attached = outline->sections.back().markdown;
    for (const char *words : {"**pool.png**", "15:10 (Europe/Berlin), 14:10 UTC", "Lee: The pool fills up"})
        QVERIFY2(attached.contains(QLatin1String(words)), qPrintable(attached));
}

void TestBadInput::picturesInOddPlacesKeepTheirCaption()
{
    QCOMPARE(shown(QStringLiteral("- ![a](attachment:1)\n- b")), QStringLiteral("• a\n• b"));
    QCOMPARE(shown(QStringLiteral("before ![a **b** ![c](attachment:2)](attachment:1) after")), QStringLiteral("before \na b c\n after"));
    QCOMPARE(shown(QStringLiteral("### ![a](attachment:1)")), QStringLiteral("[picture a]"));
    QCOMPARE(shown(QStringLiteral("| x |\n|---|\n| ![a](attachment:1) |")), QStringLiteral("x\n[picture a]"));
    QCOMPARE(shown(QStringLiteral("![](attachment:1)\n![](attachment:2)")), QStringLiteral("\n"));
    const std::vector<Block> blocks = readMarkdown(QStringLiteral("> quoted\n> ![a](attachment:1)\n> on"));
    QCOMPARE(blocks.size(), size_t(3));
    QVERIFY(blocks[1].kind == Block::Kind::Picture && blocks[1].quoted == 1 && blocks[2].quoted == 1);
}

void TestBadInput::aLongSectionIsWhole_data()
{
    QTest::addColumn<QString>("piece");
    QTest::addColumn<int>("times");
    QTest::newRow("one line") << QStringLiteral("Sentence # of a very long paragraph. ") << 4000;
    QTest::newRow("one word") << QStringLiteral("abcdefghijklmnopqrstuvwxyz#") << 4000;
    QTest::newRow("many items") << QStringLiteral("- Item # of a very long list\n") << 3000;
    QTest::newRow("many lines of code") << QStringLiteral("    line # = of(code)\n") << 3000;
    QTest::newRow("emoji") << QStringLiteral("\U0001F600#") << 6000;
}

void TestBadInput::aLongSectionIsWhole()
{
    QFETCH(QString, piece);
    QFETCH(int, times);
    QString markdown;
    for (int i = 0; i < times; ++i)
        markdown += QString(piece).replace(QLatin1Char('#'), QString::number(i));
    static const QRegularExpression headAndFoot(QStringLiteral("INC-TEST[^\\n]*\\nPost-mortem, draft \\d+ ?/ ?\\d+\\n"));
    const QString letters = lettersOf(textOf(outlineWith(markdown)).remove(headAndFoot));
    qsizetype from = 0;
    for (int i = 0; i < times; ++i) {
        const QString wanted = lettersOf(QString(piece).replace(QLatin1Char('#'), QString::number(i)));
        from = letters.indexOf(wanted, from);
        QVERIFY2(from >= 0, qPrintable(wanted));
    }
}

void TestBadInput::aLongCellIsWhole()
{
    QString cell;
    for (int i = 0; i < 2000; ++i)
        cell += QStringLiteral("word%1 ").arg(i);
    const QString text = textOf(outlineWith(QStringLiteral("| a | b |\n|---|---|\n| %1 | short |\n| next | row |").arg(cell)));
    for (int i = 0; i < 2000; ++i)
        QVERIFY2(text.contains(QStringLiteral("word%1").arg(i)), qPrintable(QString::number(i)));
    QVERIFY(text.contains(QLatin1String("next")));
}

void TestBadInput::controlsAreShownAndCutNothingOff()
{
    Story story = toldOutage();
    const QString typed =
        QStringLiteral("before ") + QChar(0) + QStringLiteral(" between ") + QChar(7) + QChar(0x9b) + QStringLiteral(" after");
    QVERIFY(story.submit(QStringLiteral("Lee"), at("16:00"), command::LogEntry{typed, QStringLiteral("note"), {}, {}, {}, {}, false, {}}));
    QVERIFY(story.submit(QStringLiteral("Mo"), at("16:00"), command::WriteSection{QStringLiteral("summary"), typed, {}}));
    Outline outline = outlineOf(reviewPlan(), story.incident(), evening);
    outline.title = typed;
    outline.head.push_back({QStringLiteral("Odd"), typed});
    outline.sections.push_back({QStringLiteral("odd"), typed, typed});
    const QString text = textOf(outline).simplified();
    QVERIFY2(text.count(QRegularExpression(QStringLiteral("before \uFFFD between .{1,4} after"))) >= 6, qPrintable(text));
    QVERIFY(!text.contains(QChar(0)) && !text.contains(QChar(7)));
}

void TestBadInput::rightToLeftMovesNothingElse_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("a title from right to left") << QStringLiteral("שלום עולם 503");
    QTest::newRow("an override that is never ended") << QStringLiteral("\u202Eoverride");
    QTest::newRow("an isolate that is never ended") << QStringLiteral("\u2067isolate");
    QTest::newRow("an end without a beginning") << QStringLiteral("שלום\u2069\u202Eoverride");
    QTest::newRow("many of both") << QStringLiteral("\u2069\u2067\u2069\u2069\u2066\u202Eoverride");
}

// By the rules of Unicode (UAX 9): what is between an isolate and its end moves nothing outside of it.
void TestBadInput::rightToLeftMovesNothingElse()
{
    QFETCH(QString, typed);
    Story story(plan::toJson(reviewPlan()));
    story.tell(QStringLiteral("14:02>14:04 Dana declare P0 %1").arg(typed));
    const QString markdown = outlineOf(reviewPlan(), story.incident(), evening).sections.front().markdown;
    int depth = 0;
    QString outside;
    for (const QChar c : markdown.section(QLatin1Char('\n'), 0, 0)) {
        const QChar::Direction direction = c.direction();
        if (direction == QChar::DirFSI || direction == QChar::DirLRI || direction == QChar::DirRLI)
            ++depth;
        else if (direction == QChar::DirPDI)
            depth = std::max(0, depth - 1);
        else if (depth == 0)
            outside += c;
    }
    QCOMPARE(depth, 0);
    QVERIFY2(outside.contains(QLatin1String("(INC-TEST) was an incident")), qPrintable(outside));
    for (const QChar c : outside)
        QVERIFY(c.direction() != QChar::DirR && c.direction() != QChar::DirRLO && c.direction() != QChar::DirAL);
    QVERIFY(lettersOf(markdown).contains(lettersOf(typed)));
}

void TestBadInput::aTitleFromRightToLeft()
{
    Outline outline = outlineWith(QStringLiteral("| When | What |\n|---|---|\n| 14:02 | תקלה בתשלום 503 |\n\nSee שלום for more."));
    outline.title = QStringLiteral("תקלה בתשלום 503");
    const QString text = ReadPdf(pdfOf(outline)).run(QStringLiteral("pdftotext"), {}, {QStringLiteral("-")}); // which knows such scripts
    QVERIFY(text.contains(QLatin1String("INC-TEST")));
    QVERIFY2(text.count(QStringLiteral("תקלה בתשלום")) == 2, qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("See")) && text.contains(QStringLiteral("for more.")), qPrintable(text));
}

void TestBadInput::whatFillsNoPlaceholderStaysVisible()
{
    const QString text = textOf(outlineWith(QStringLiteral("Owner: {{nobody_knows_this}} and {{ }} and {{title")));
    QVERIFY2(text.contains(QLatin1String("Owner: {{nobody_knows_this}} and {{ }} and {{title")), qPrintable(text));
}

QTEST_MAIN(TestBadInput)
#include "tst_badinput.moc"
