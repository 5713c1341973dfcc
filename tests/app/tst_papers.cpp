// The documents of whole incidents, opened by the programs that people open them with: LibreOffice, a PDF reader, an HTML validator.
#include "tests/app/replay.h"

using namespace qd::test;

namespace {

Outcome called(const QString &program, const QStringList &words, int milliseconds = 30000)
{
    QProcess process;
    process.start(program, words);
    if (!process.waitForFinished(milliseconds))
        return {-1, {}, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

struct Paper // of one incident
{
    QString name;
    QStringList texts; // of its entries
};

} // namespace

class TestPapers : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::vector<Paper> m_papers;

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    void exportAll(const Terminal &room, const QString &name)
    {
        Paper paper{name, {}};
        for (const QJsonValue &entry : room.array(QStringLiteral("timeline last")))
            paper.texts << entry[QLatin1String("text")].toString();
        QVERIFY2(paper.texts.size() > 3, qPrintable(name));
        for (const char *ending : {"html", "pdf", "odt", "docx"}) {
            const QString path = file(QStringLiteral("%1-%2.%2").arg(name, QLatin1String(ending)));
            const Outcome outcome = room.run(QStringLiteral("postmortem export last ") + path);
            QVERIFY2(outcome.code == Done && outcome.err.isEmpty(), qPrintable(outcome.err));
        }
        for (const char *words : {"postmortem agenda last %1-agenda.odt --at 15:00", "briefing last %1-briefing.docx"}) {
            const Outcome outcome = room.run(QString::fromLatin1(words).arg(file(name)));
            QVERIFY2(outcome.code == Done && outcome.err.isEmpty(), qPrintable(outcome.err));
        }
        m_papers.push_back(paper);
    }

    // Where a page ends within an entry, its words are parted by what stands at the foot and the head.
    void findEveryEntry(const Paper &paper, const QString &pdf)
    {
        const Outcome read = called(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdf, QStringLiteral("-")});
        QVERIFY2(read.code == 0 && read.err.isEmpty(), qPrintable(pdf + read.err));
        const QString letters = lettersOf(read.out);
        static const QRegularExpression blank(QStringLiteral("\\s+"));
        for (const QString &text : paper.texts) {
            bool found = letters.contains(lettersOf(text));
            const QStringList words = text.split(blank, Qt::SkipEmptyParts);
            if (!found)
                found =
                    std::all_of(words.begin(), words.end(), [&letters](const QString &word) { return letters.contains(lettersOf(word)); });
            QVERIFY2(found, qPrintable(QStringLiteral("%1 lacks: %2").arg(pdf, text)));
        }
    }

private slots:
    void initTestCase()
    {
        for (const char *sample : {"checkout-outage", "leaked-certificate"}) {
            Terminal room;
            const Outcome outcome = room.run(QStringLiteral("sample ") + QLatin1String(sample));
            QVERIFY2(outcome.code == Done, qPrintable(outcome.err));
            exportAll(room, QLatin1String(sample));
        }
        for (const QString &name : realIncidents().entryList({QStringLiteral("*.json")})) {
            Terminal room;
            const QString problem = Replay(realIncidents().filePath(name)).play(room);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
            exportAll(room, name.section(QLatin1Char('.'), 0, 0));
        }
    }

    void theValidatorHasNothingToSay()
    {
        for (const Paper &paper : m_papers) {
            const Outcome outcome = called(
                QStringLiteral("tidy"), {QStringLiteral("-errors"), QStringLiteral("-q"), file(paper.name + QStringLiteral("-html.html"))});
            QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), qPrintable(paper.name + QLatin1Char('\n') + outcome.err));
        }
    }

    void aPdfReaderFindsEveryEntryAndEveryFont()
    {
        static const QRegularExpression font(QStringLiteral("\\s(yes|no)\\s+(yes|no)\\s+(yes|no)\\s+\\d+\\s+\\d+\\s*$"));
        for (const Paper &paper : m_papers) {
            const QString pdf = file(paper.name + QStringLiteral("-pdf.pdf"));
            findEveryEntry(paper, pdf);
            const QStringList fonts = called(QStringLiteral("pdffonts"), {pdf}).out.split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
            QVERIFY(!fonts.isEmpty());
            for (const QString &line : fonts)
                QCOMPARE(font.match(line).captured(1), QStringLiteral("yes"));
        }
    }

    // One call for all of them: the office takes seconds to begin.
    void theOfficeOpensThemAll()
    {
        QStringList files;
        for (const QString &ending : {QStringLiteral("*.odt"), QStringLiteral("*.docx")}) {
            for (const QString &name : QDir(m_folder.path()).entryList({ending}))
                files << file(name);
        }
        QCOMPARE(files.size(), std::ssize(m_papers) * 4);
        const QString out = file(QStringLiteral("opened"));
        const Outcome outcome = called(QStringLiteral("soffice"),
                                       QStringList{QStringLiteral("-env:UserInstallation=file://") + file(QStringLiteral("office")),
                                                   QStringLiteral("--headless"), QStringLiteral("--convert-to"), QStringLiteral("pdf"),
                                                   QStringLiteral("--outdir"), out}
                                           + files,
                                       200000);
        QVERIFY2(outcome.code == 0 && !outcome.err.contains(QLatin1String("Error")), qPrintable(outcome.err));
        for (const Paper &paper : m_papers) {
            findEveryEntry(paper, out + QLatin1Char('/') + paper.name + QStringLiteral("-odt.pdf"));
            findEveryEntry(paper, out + QLatin1Char('/') + paper.name + QStringLiteral("-docx.pdf"));
            for (const char *other : {"-agenda.pdf", "-briefing.pdf"})
                QVERIFY(QFileInfo(out + QLatin1Char('/') + paper.name + QLatin1String(other)).size() > 5000);
        }
    }
};

QTEST_GUILESS_MAIN(TestPapers)
#include "tst_papers.moc"
