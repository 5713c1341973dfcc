// The lint on what is long or broken: it takes its time with the length and no more, and finds what it would find in a short text.
#include "models/review/blame.h"
#include "models/review/sentences.h"
#include "tests/models/review/reviewstory.h"

#include <QTest>

#include <ctime>

using namespace qd;
using namespace qd::review;
using namespace qd::test;

namespace {

Incident with(const QString &text)
{
    static const Incident told = toldOutage().incident();
    Incident incident = told;
    WrittenSection written;
    written.section = QStringLiteral("root-cause");
    written.text = text;
    incident.sections = {written};
    return incident;
}

std::vector<Finding> blameIn(const QString &text)
{
    std::vector<Finding> all = lint(reviewPlan(), with(text), at("18:00"));
    std::erase_if(all, [](const Finding &finding) { return finding.rule != QLatin1String("blame"); });
    return all;
}

// Of this process, whatever else the machine is doing.
qint64 millisecondsFor(const Incident &incident)
{
    const std::clock_t before = std::clock();
    (void)lint(reviewPlan(), incident, at("18:00"));
    return (std::clock() - before) * 1000 / CLOCKS_PER_SEC;
}

} // namespace

class TestLintLimits : public QObject
{
    Q_OBJECT

private slots:
    void aLongSectionTakesItsLength_data();
    void aLongSectionTakesItsLength();
    void fiveMegabytesAreRead();
    void tenThousandEntries();
    void aNullByteAndWhatIsHidden();
    void textInTwoDirections();
    void sentencesKeepTheirPlaces();
};

void TestLintLimits::aLongSectionTakesItsLength_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("prose") << QStringLiteral("The pool leaked and the retries grew until Dana rolled back the release at noon. ");
    QTest::newRow("people and faults without end") << QStringLiteral("Dana who Lee and Mo should have had been if ");
    QTest::newRow("one word") << QStringLiteral("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    QTest::newRow("blanks") << QStringLiteral("        ");
    QTest::newRow("open quotations") << QStringLiteral("\" ' “ ` [ ](");
    QTest::newRow("marks of Markdown") << QStringLiteral("**[a](b)** _`c`_ > | # {x} {{y}} <z> ");
    QTest::newRow("forms that almost fit") << QStringLiteral(
        "the very the very engineer on duty, at the from the, again, did not even really ");
    QTest::newRow("digits") << QStringLiteral("1.2.3.4.5.6.7.8.9.");
}

void TestLintLimits::aLongSectionTakesItsLength()
{
    QFETCH(QString, piece);
    const QString part = piece.repeated((200 << 10) / piece.size());
    (void)millisecondsFor(with(piece)); // the forms are compiled once
    const qint64 one = millisecondsFor(with(part));
    const qint64 five = millisecondsFor(with(part.repeated(5)));
    QVERIFY2(five < 10 * std::max<qint64>(one, 20), qPrintable(QStringLiteral("200 kB in %1 ms, 1 MB in %2 ms").arg(one).arg(five)));
}

void TestLintLimits::fiveMegabytesAreRead()
{
    const QString prose = QStringLiteral("The pool leaked and the retries grew until Dana rolled back the release at noon. ");
    const QString text = prose.repeated((5 << 20) / prose.size()) + QStringLiteral("Lee forgot to check it.");
    const std::vector<Finding> findings = blameIn(text);
    QCOMPARE(findings.size(), size_t(1));
    QCOMPARE(text.mid(findings[0].start), QStringLiteral("Lee forgot to check it."));
}

void TestLintLimits::tenThousandEntries()
{
    Incident incident = toldOutage().incident(); // nearly each of them has a word that might blame
    const TimelineEntry pattern = *std::find_if(incident.entries.begin(), incident.entries.end(),
                                                [](const TimelineEntry &entry) { return entry.kind == QLatin1String("action"); });
    const char *texts[] = {"Lee rolled back shard %1 and the errors went down because the pool was freed",
                           "Dana should have an answer from the vendor about node %1 by noon",
                           "The retry storm on host %1 caused the queue to grow", "Looking at the dashboard for zone %1",
                           "Mo decided to drain node %1; nothing else was changed"};
    for (int i = 0; i < 10000; ++i) {
        TimelineEntry entry = pattern;
        entry.id = EventId::make(at("14:00"));
        entry.at = at("14:10") + std::chrono::milliseconds(i * 100);
        entry.kind = i % 50 == 0 ? QStringLiteral("decision") : QStringLiteral("note");
        entry.text = QString::fromLatin1(texts[i % 5]).arg(i);
        incident.entries.append(entry);
    }
    const std::vector<Finding> findings = lint(reviewPlan(), incident, at("18:00"));
    QVERIFY(std::none_of(findings.begin(), findings.end(), [](const Finding &finding) { return finding.rule == QLatin1String("blame"); }));
}

void TestLintLimits::aNullByteAndWhatIsHidden()
{
    QString text = QStringLiteral("The pool leaked.#Lee forgot# to check it.");
    text.replace(QLatin1Char('#'), QChar(u'\0'));
    const std::vector<Finding> findings = blameIn(text);
    QCOMPARE(findings.size(), size_t(1));
    QCOMPARE(text.mid(findings[0].start, 3), QStringLiteral("Lee"));
    QCOMPARE(blameIn(QStringLiteral("\u200BLee\u00A0forgot\u2060 to check it.")).size(), size_t(1));
}

void TestLintLimits::textInTwoDirections()
{
    const QString text = QStringLiteral("\u202Bהמאגר דלף בצהריים.\u202C Lee forgot to check it. \u2067שלום\u2069");
    const std::vector<Finding> findings = blameIn(text);
    QCOMPARE(findings.size(), size_t(1));
    QCOMPARE(text.mid(findings[0].start, findings[0].length), QStringLiteral("Lee forgot to"));
    QVERIFY(blameIn(QStringLiteral("\u202Eeel saw sselerac\u202C")).empty());
}

void TestLintLimits::sentencesKeepTheirPlaces()
{
    const QString text = QStringLiteral("One, e.g. 4.12.\n- `two. three` four; five\n\n> six\nseven");
    const QString own = ownWords(text);
    QCOMPARE(own.size(), text.size());
    QStringList sentences;
    for (const Sentence &sentence : sentencesOf(own))
        sentences << text.mid(sentence.start, sentence.length).trimmed();
    sentences.removeAll(QString());
    QCOMPARE(sentences,
             (QStringList{QStringLiteral("One, e.g. 4.12."), QStringLiteral("- `two. three` four;"), QStringLiteral("five"),
                          QStringLiteral("> six\nseven")}));
    qsizetype all = 0;
    for (const Sentence &sentence : sentencesOf(QString(5000, QLatin1Char('x')))) {
        QVERIFY(sentence.length <= longestSentence + 1);
        all += sentence.length;
    }
    QCOMPARE(all, 5000);
}

QTEST_GUILESS_MAIN(TestLintLimits)
#include "tst_lintlimits.moc"
