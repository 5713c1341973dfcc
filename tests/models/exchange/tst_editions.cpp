// What goes outside: the bytes of every format are looked through for what must not be in them.
#include "models/exchange/document.h"
#include "tests/models/exchange/exchangestory.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::exchange;
using namespace qd::test;

namespace {

const Instant evening = at("18:00");
constexpr Format allFormats[] = {Format::Markdown, Format::Html, Format::Pdf, Format::Odt, Format::Docx, Format::Json};

QByteArray output(const QString &program, const QStringList &words)
{
    QProcess process;
    process.start(program, words);
    return process.waitForFinished(60000) && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

// All that a reader, or a search through the file, could find in it.
QString lookedThrough(const QByteArray &bytes, Format format)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("document")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    file.close();
    QString text = QString::fromUtf8(bytes);
    if (format == Format::Odt || format == Format::Docx)
        text = QString::fromUtf8(output(QStringLiteral("python3"),
                                        {QStringLiteral("-c"),
                                         QStringLiteral("import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nfor n in z.namelist():\n "
                                                        "sys.stdout.buffer.write(n.encode()+b'\\n'+z.read(n))"),
                                         file.fileName()}));
    if (format == Format::Pdf)
        text += QString::fromUtf8(output(QStringLiteral("pdftotext"), {file.fileName(), QStringLiteral("-")}))
            + QString::fromUtf8(output(QStringLiteral("pdfinfo"), {file.fileName()}));
    static const QRegularExpression picture(QStringLiteral("base64,[A-Za-z0-9+/=]*"));
    return text.remove(picture);
}

bool says(const QString &text, const QString &secret) // as a word
{
    const QRegularExpression form(QStringLiteral("(?<![\\p{L}\\p{N}])") + QRegularExpression::escape(secret)
                                      + QStringLiteral("(?![\\p{L}\\p{N}])"),
                                  QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return text.contains(form);
}

const QString hidden = QStringLiteral("Acme threatens to sue over the swordfish clause");
const QString pasted = QStringLiteral("the password is hunter2");

command::LogEntry entryOf(const QString &text, const QStringList &tags, const QStringList &people, const QString &file = {})
{
    command::LogEntry entry;
    entry.text = text;
    entry.tags = tags;
    entry.people = people;
    if (!file.isEmpty())
        entry.attachments = {file};
    return entry;
}

EventId submit(Story &story, const QString &author, const Command &command)
{
    const Result<EventId> done = story.submit(author, at("16:10"), command);
    if (!done)
        qFatal("%s", qPrintable(done.error().sentence));
    return *done;
}

// Names in every place that has room for one, and three secrets: what is internal, what was redacted, what a comment says.
Story delicate()
{
    Story story(plan::toJson(reviewPlan()));
    story.tell(QStringLiteral(
        "14:02>14:04 Quentin declare P0 Checkout of Zebedee returns 503\n14:05 Quentin ack\n14:06 Quentin role ic Quentin\n"
        "14:08 Zebedee observation Replica lag is 40 s, says quentin\n14:10 Quentin ask Zebedee 10m check Xanthippe's replica\n"
        "14:12 Zebedee decision Zebedee's rollback it is\n14:20 Quentin update responders QUENTIN and Zebedee roll back\n"
        "14:45 Quentin offer ic Xanthippe because Zebedee is asleep\n14:50 Xanthippe accept ic\n"
        "15:12 Xanthippe status resolved No errors since Zebedee's fix\n15:20 Xanthippe action-item Zebedee Watch Quentin's gauge"));
    submit(story, QStringLiteral("Zebedee"),
           entryOf(QStringLiteral("Thanks @quentin, said Zebedee"), {}, {QStringLiteral("quentin")}, QString(64, QLatin1Char('a'))));
    submit(story, QStringLiteral("Zebedee"),
           command::AddAttachment{QString(64, QLatin1Char('a')), QStringLiteral("zebedee-screen.png"), QStringLiteral("image/png"), 10,
                                  story.last()});
    const EventId secret =
        submit(story, QStringLiteral("Xanthippe"), entryOf(hidden, {QStringLiteral("internal")}, {}, QString(64, QLatin1Char('b'))));
    submit(story, QStringLiteral("Xanthippe"),
           command::AddAttachment{QString(64, QLatin1Char('b')), QStringLiteral("swordfish.png"), QStringLiteral("image/png"), 10, secret});
    const EventId spilled = submit(story, QStringLiteral("Xanthippe"), entryOf(QStringLiteral("Oops, ") + pasted, {}, {}));
    submit(story, QStringLiteral("Xanthippe"),
           command::AmendEntry{spilled, QStringLiteral("Once more, ") + pasted, {}, QStringLiteral("spelling")});
    const QString text = QStringLiteral("Quentin saw it first. [14:20 %1](entry:%2#line) [%3](entry:%4)\n\n> %1\n\n![Zebedee's "
                                        "screen](zebedee-screen.png)\n\n[our secret, the swordfish](entry:%2)")
                             .arg(hidden, secret.toString(), pasted, spilled.toString());
    submit(story, QStringLiteral("Quentin"), command::WriteSection{QStringLiteral("summary"), text, {}, {}});
    submit(story, QStringLiteral("Quentin"),
           command::WriteSection{QStringLiteral("root-cause"), QStringLiteral("The kraken woke."), {}, {}});
    submit(story, QStringLiteral("Quentin"), command::MarkSection{QStringLiteral("root-cause"), true});
    submit(story, QStringLiteral("Xanthippe"), command::AskReview{QStringLiteral("Yolanda"), true});
    submit(story, QStringLiteral("Yolanda"),
           command::Comment{QStringLiteral("summary"), QStringLiteral("Do not tell them of the narwhal"), {}, {}});
    submit(story, QStringLiteral("Xanthippe"), command::RedactEntry{spilled, QStringLiteral("a secret was pasted")});
    return story;
}

QByteArray made(const Story &story, const DocumentRequest &request, const QByteArray &file = "no picture at all")
{
    const Incident incident = story.incident();
    const plan::Plan plan = reviewPlan();
    const auto content = [&file](const QString &) -> Result<QByteArray> { return file; };
    const Result<QByteArray> bytes = composeDocument({plan, incident, story.events(), evening, content}, request);
    if (!bytes)
        qWarning("%s %s", qPrintable(bytes.error().sentence), qPrintable(bytes.error().detail));
    return bytes ? *bytes : QByteArray();
}

// With a name beside its pixels, as a screen grabber writes it there.
QByteArray signedPicture(const char *format)
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    image.setText(QStringLiteral("Author"), QStringLiteral("Quentin"));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

class TestEditions : public QObject
{
    Q_OBJECT

private slots:
    void theOutsideHearsNoNameAndNoSecret()
    {
        const Story story = delicate();
        for (const Format format : allFormats) {
            const QString text = lookedThrough(made(story, {DocumentKind::Postmortem, format, Edition::External}), format);
            QVERIFY2(text.size() > 1000, qPrintable(QString::number(int(format))));
            for (const char *secret : {"Quentin", "Zebedee", "Xanthippe", "Yolanda", "Acme", "swordfish", "hunter2", "narwhal", "kraken"})
                QVERIFY2(!says(text, QLatin1String(secret)),
                         qPrintable(QStringLiteral("format %1 says %2").arg(int(format)).arg(QLatin1String(secret))));
            QVERIFY2(text.contains(QLatin1String("Replica lag is 40 s"), Qt::CaseInsensitive) || format == Format::Pdf,
                     qPrintable(QString::number(int(format))));
        }
    }

    void theInsideHearsAllButWhatWasRedacted()
    {
        const Story story = delicate();
        for (const Format format : allFormats) {
            const QString text = lookedThrough(made(story, {DocumentKind::Postmortem, format}), format);
            QVERIFY2(!says(text, QStringLiteral("hunter2")), qPrintable(QString::number(int(format))));
            for (const char *told : {"Quentin", "Zebedee", "Xanthippe", "swordfish", "kraken"})
                QVERIFY2(says(text, QLatin1String(told)),
                         qPrintable(QStringLiteral("format %1 lacks %2").arg(int(format)).arg(QLatin1String(told))));
        }
    }

    void theOtherDocumentsKeepTheSecretsToo()
    {
        const Story story = delicate();
        for (const DocumentKind kind : {DocumentKind::Agenda, DocumentKind::Briefing}) {
            const QString text = QString::fromUtf8(made(story, {kind, Format::Markdown, Edition::External}));
            QVERIFY(text.size() > 300);
            for (const char *secret : {"Quentin", "Zebedee", "Xanthippe", "Yolanda", "swordfish", "hunter2", "narwhal", "kraken"})
                QVERIFY2(!says(text, QLatin1String(secret)), secret);
        }
    }

    void peopleAreTheirRoles()
    {
        const QString text = QString::fromUtf8(made(delicate(), {DocumentKind::Postmortem, Format::Markdown, Edition::External}));
        for (const char *told : {"The first Incident Commander saw it first.", "Replica lag is 40 s, says the Incident Commander",
                                 "*left out*", "| **Commander** | first Incident Commander, then second Incident Commander |",
                                 "Incident Commander is handed over and accepted"})
            QVERIFY2(text.contains(QLatin1String(told)), told);
        const QJsonObject json =
            QJsonDocument::fromJson(made(delicate(), {DocumentKind::Postmortem, Format::Json, Edition::External})).object();
        QCOMPARE(json[QStringLiteral("edition")].toString(), QStringLiteral("external"));
        QVERIFY(!json.contains(QStringLiteral("comments")));
    }

    void aPictureTellsTheOutsideItsPixelsOnly()
    {
        static const QRegularExpression data(QStringLiteral("data:(image/\\w+);base64,([A-Za-z0-9+/=]+)"));
        for (const char *format : {"PNG", "JPEG"}) {
            const QByteArray file = signedPicture(format);
            QVERIFY(file.contains("Quentin"));
            for (const Edition edition : {Edition::Internal, Edition::External}) {
                const QString html = QString::fromUtf8(made(delicate(), {DocumentKind::Postmortem, Format::Html, edition}, file));
                int pictures = 0;
                for (auto it = data.globalMatch(html); it.hasNext();) {
                    const QByteArray bytes = QByteArray::fromBase64(it.next().captured(2).toUtf8());
                    QCOMPARE(QImage::fromData(bytes).size(), QSize(8, 8));
                    QCOMPARE(bytes.contains("Quentin"), edition == Edition::Internal);
                    ++pictures;
                }
                QVERIFY(pictures > 0);
            }
        }
    }

    // Two wrote on top of one text, each at another place: nothing is in conflict, inside or outside.
    void whatTwoWroteAtOnceIsPutTogetherOutsideToo()
    {
        Story story(plan::toJson(reviewPlan()));
        story.tell(QStringLiteral("14:02 Quentin declare P0 Checkout returns 503\n14:08 Zebedee note Replica lag is 40 s"));
        const QString section = QStringLiteral("summary");
        const EventId base =
            submit(story, QStringLiteral("Quentin"),
                   command::WriteSection{section, QStringLiteral("The queue is full.\n\nNobody saw it.\n\nIt ended."), {}, {}});
        submit(story, QStringLiteral("Quentin"),
               command::WriteSection{section, QStringLiteral("The queue ran full.\n\nNobody saw it.\n\nIt ended."), base, {}});
        submit(story, QStringLiteral("Zebedee"),
               command::WriteSection{section, QStringLiteral("The queue is full.\n\nNobody saw it.\n\nZebedee ended it."), base, {}});
        for (const Edition edition : {Edition::Internal, Edition::External}) {
            const QString text = QString::fromUtf8(made(story, {DocumentKind::Postmortem, Format::Markdown, edition}));
            QVERIFY2(text.contains(QLatin1String("The queue ran full.")) && text.contains(QLatin1String(" ended it.")), qPrintable(text));
            QVERIFY2(!text.contains(QLatin1String("<<<<")) && text.count(QLatin1String("Nobody saw it.")) == 1, qPrintable(text));
            QCOMPARE(says(text, QStringLiteral("Zebedee")), edition == Edition::Internal);
        }
    }

    void theInternalJsonHoldsTheReview()
    {
        const QJsonObject json = QJsonDocument::fromJson(made(delicate(), {DocumentKind::Postmortem, Format::Json})).object();
        QCOMPARE(json[QStringLiteral("edition")].toString(), QStringLiteral("internal"));
        QCOMPARE(json[QStringLiteral("comments")].toArray().size(), 1);
        QVERIFY(json[QStringLiteral("findings")].isArray() && json[QStringLiteral("finals")].isArray());
    }

    void whatIsFinalStaysAsItWas()
    {
        Story story = delicate();
        submit(story, QStringLiteral("Xanthippe"), command::AskReview{QStringLiteral("Yolanda"), false});
        story.tell(
            QStringLiteral("16:20 Quentin postmortem review\n16:30 Quentin postmortem final\n16:40 Zebedee note Found out only later"));
        const QString text = QString::fromUtf8(made(story, {DocumentKind::Postmortem, Format::Markdown}));
        QVERIFY(text.contains(QLatin1String("Final, made so by Quentin at")));
        QVERIFY(!text.contains(QLatin1String("Found out only later")));
        const QString outside = QString::fromUtf8(made(story, {DocumentKind::Postmortem, Format::Markdown, Edition::External}));
        QVERIFY(outside.contains(QLatin1String("Final, made so by First Incident Commander at")));
    }

    void aFigureStaysTrueWithoutWhatIsLeftOut()
    {
        const Story story = delicate();
        const auto silence = [&story](Edition edition) {
            const QJsonObject json = QJsonDocument::fromJson(made(story, {DocumentKind::Postmortem, Format::Json, edition})).object();
            for (const QJsonValue &fact : json[QStringLiteral("facts")].toArray()) {
                if (fact[QStringLiteral("id")].toString().contains(QLatin1String("silence")))
                    return fact[QStringLiteral("value")].toString();
            }
            return QString();
        };
        QVERIFY(!silence(Edition::Internal).isEmpty());
        QCOMPARE(silence(Edition::External), silence(Edition::Internal));
    }
};

QTEST_MAIN(TestEditions)
#include "tst_editions.moc"
