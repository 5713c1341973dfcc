// Sentences that blame and sentences that do not, in tests/data/lint: it stays silent on every one of the second sort, and speaks on nine
// of ten of the first.
#include "tests/models/review/reviewstory.h"

#include <QDir>
#include <QTest>

using namespace qd;
using namespace qd::review;
using namespace qd::test;

namespace {

QStringList sentencesOf(const QString &file)
{
    QFile in(QStringLiteral(QD_SOURCE_DIR "/tests/data/lint/") + file);
    if (!in.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(in.fileName()));
    QStringList lines = QString::fromUtf8(in.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.startsWith(QLatin1Char('#')); });
    return lines;
}

// What is said of a person's fault, where the sentence is all that stands under the root cause.
QStringList accusations(Incident incident, const QString &sentence)
{
    WrittenSection written;
    written.section = QStringLiteral("root-cause");
    written.text = sentence;
    incident.sections = {written};
    QStringList all;
    for (const Finding &finding : lint(reviewPlan(), incident, at("18:00"))) {
        if (finding.rule == QLatin1String("blame") || finding.rule == QLatin1String("human-error"))
            all << finding.text;
    }
    return all;
}

} // namespace

class TestLintSentences : public QObject
{
    Q_OBJECT

private slots:
    void staysSilent_data();
    void staysSilent();
    void speaks_data();
    void speaks();

private:
    const Incident m_outage = toldOutage().incident(); // of Dana, Lee and Mo
};

void TestLintSentences::staysSilent_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : QDir(QStringLiteral(QD_SOURCE_DIR "/tests/data/lint")).entryList({QStringLiteral("blameless*.txt")}))
        QTest::newRow(qPrintable(file)) << file;
}

void TestLintSentences::staysSilent()
{
    QFETCH(QString, file);
    const QStringList sentences = sentencesOf(file);
    QStringList falseAlarms;
    for (const QString &sentence : sentences) {
        const QStringList said = accusations(m_outage, sentence);
        if (!said.isEmpty())
            falseAlarms << sentence;
    }
    QVERIFY(sentences.size() >= 30);
    QVERIFY2(falseAlarms.isEmpty(),
             qPrintable(QStringLiteral("%1 of %2:\n").arg(falseAlarms.size()).arg(sentences.size()) + falseAlarms.join(QLatin1Char('\n'))));
}

void TestLintSentences::speaks_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : QDir(QStringLiteral(QD_SOURCE_DIR "/tests/data/lint")).entryList({QStringLiteral("blaming*.txt")}))
        QTest::newRow(qPrintable(file)) << file;
}

void TestLintSentences::speaks()
{
    QFETCH(QString, file);
    const QStringList sentences = sentencesOf(file);
    QStringList missed;
    for (const QString &sentence : sentences) {
        if (accusations(m_outage, sentence).isEmpty())
            missed << sentence;
    }
    QVERIFY(sentences.size() >= 30);
    QVERIFY2(missed.size() * 10 <= sentences.size(),
             qPrintable(QStringLiteral("%1 of %2:\n").arg(missed.size()).arg(sentences.size()) + missed.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestLintSentences)
#include "tst_lintsentences.moc"
