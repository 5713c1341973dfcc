// What should not be in a record, and is: every document says so and holds the rest.
#include "models/exchange/document.h"
#include "tests/models/exchange/exchangestory.h"

#include <QBuffer>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::exchange;
using namespace qd::test;

namespace {

const QString sum(64, QLatin1Char('a'));

QByteArray made(const Story &story, Format format, const QByteArray &content = {}, const Progress &progress = {})
{
    const Incident incident = story.incident();
    const plan::Plan plan = reviewPlan();
    const auto give = [&content](const QString &) -> Result<QByteArray> { return content; };
    const Result<QByteArray> bytes =
        composeDocument({plan, incident, story.events(), at("18:00"), give}, {DocumentKind::Postmortem, format}, progress);
    return bytes ? *bytes : "error: " + bytes.error().sentence.toUtf8();
}

Story wrote(const QString &section)
{
    Story story = toldOutage();
    if (!story.submit(QStringLiteral("Mo"), at("16:00"), command::WriteSection{QStringLiteral("summary"), section, {}, {}}))
        qFatal("a section can be written");
    return story;
}

Story withPicture(const QString &name)
{
    Story story = wrote(QStringLiteral("![The queue](%1)").arg(name));
    if (!story.submit(QStringLiteral("Mo"), at("16:01"), command::AddAttachment{sum, name, QStringLiteral("image/png"), 10, {}}))
        qFatal("a file can be attached");
    return story;
}

QByteArray png()
{
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray textOf(const QByteArray &document, Format format) // as the program that reads it sees it
{
    QTemporaryDir folder;
    const QString path =
        folder.filePath(QStringLiteral("document.") + (format == Format::Odt ? QStringLiteral("odt") : QStringLiteral("docx")));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size())
        return {};
    file.close();
    QProcess pandoc;
    pandoc.start(QStringLiteral("pandoc"), {QStringLiteral("--to=plain"), QStringLiteral("--wrap=none"), path});
    return pandoc.waitForFinished(60000) ? pandoc.readAllStandardOutput() : QByteArray();
}

} // namespace

class TestBadPapers : public QObject
{
    Q_OBJECT

private slots:
    void aPictureStandsInside()
    {
        const Story story = withPicture(QStringLiteral("queue.png"));
        const QByteArray inside = "data:image/png;base64," + png().toBase64();
        const QByteArray html = made(story, Format::Html, png());
        QVERIFY(html.contains("<img src=\"" + inside + "\" alt=\"The queue\">"));
        const QByteArray markdown = made(story, Format::Markdown, png());
        QVERIFY(markdown.contains("![The queue][picture-1]"));
        QVERIFY(markdown.contains("\n[picture-1]: " + inside));
        QVERIFY(made(story, Format::Docx, png()).contains("word/media/"));
        QVERIFY(made(story, Format::Odt, png()).contains("Pictures/"));
    }

    void aPictureThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("this is no picture");
        QTest::newRow("cut off") << png().left(50);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("the beginning of one") << QByteArray("\x89PNG\r\n\x1a\nand then nothing that is one");
    }

    void aPictureThatIsNone()
    {
        QFETCH(QByteArray, content);
        const Story story = withPicture(QStringLiteral("queue.png"));
        const QByteArray says = "The queue: it is no picture that can be read";
        QVERIFY(made(story, Format::Html, content).contains(says));
        QVERIFY(made(story, Format::Markdown, content).contains(says));
        QVERIFY(textOf(made(story, Format::Odt, content), Format::Odt).contains(says));
        QVERIFY(made(story, Format::Pdf, content).startsWith("%PDF-"));
    }

    void aPictureElsewhereIsNotFetched()
    {
        const QByteArray html = made(wrote(QStringLiteral("![map](https://evil.example/map.png)")), Format::Html);
        QVERIFY(!html.contains("<img") && html.contains("picture map: it stands elsewhere"));
    }

    void oddTexts_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("stays");
        QTest::newRow("a NUL") << QStringLiteral("before%1after it").arg(QChar(QChar::Null)) << "after it";
        QTest::newRow("bidirectional") << QStringLiteral("\u202Eright to left, never ended\n\nthe next part") << "the next part";
        QTest::newRow("an unknown placeholder")
            << QStringLiteral("we told {{nonsense}} and [NOBODY] of it") << "{{nonsense}} and [NOBODY] of it";
        QTest::newRow("markup that never ends") << QStringLiteral("<table><tr><!-- and\n\n```\nleft open") << "left open";
        QTest::newRow("half a surrogate") << QStringLiteral("a ") + QChar(0xd83d) + QStringLiteral(" stands alone") << "stands alone";
    }

    void oddTexts()
    {
        QFETCH(QString, section);
        QFETCH(QString, stays);
        const Story story = wrote(section);
        for (const Format format : {Format::Markdown, Format::Html, Format::Json}) {
            const QByteArray document = made(story, format);
            QVERIFY2(!document.contains('\0'), qPrintable(QString::number(int(format))));
            QString text = QString::fromUtf8(document);
            text.remove(QLatin1Char('\\')); // of Markdown, before a bracket
            QVERIFY2(text.contains(stays) || text.contains(stays.toHtmlEscaped()), qPrintable(QString::number(int(format))));
        }
        QVERIFY(textOf(made(story, Format::Docx), Format::Docx).contains(stays.toUtf8()));
        QVERIFY(made(story, Format::Pdf).startsWith("%PDF-"));
    }

    void aSectionOfFiveMegabytes()
    {
        const QString line = QStringLiteral("What we saw at that moment, told at length and then once more.\n\n");
        const Story story = wrote(line.repeated((5 << 20) / line.size()) + QStringLiteral("And this is the end of it."));
        for (const Format format : {Format::Markdown, Format::Html, Format::Json})
            QVERIFY(made(story, format).contains("And this is the end of it."));
    }

    void itCanBeStopped()
    {
        const Story story = toldOutage();
        for (const Format format : {Format::Markdown, Format::Html, Format::Pdf, Format::Odt, Format::Docx, Format::Json})
            QVERIFY(made(story, format, {}, {[](double) { return false; }}).startsWith("error: "));
        QVERIFY(made(story, Format::Docx, {}, {[](double share) { return share < 0.25; }}).contains("stopped")); // while pandoc runs
    }
};

QTEST_MAIN(TestBadPapers)
#include "tst_badpapers.moc"
