// Whatever is typed, pasted or fallen on the keyboard: the line is read, nothing of it is lost, and the Desk takes what it became.
#include "models/core/fold.h"
#include "models/core/scribecommands.h"
#include "models/core/scriberoom.h"
#include "tests/support/story.h"

#include <QRandomGenerator>
#include <QTest>

using namespace qd;
using test::at;

namespace {

const Incident &incident()
{
    static const Incident declared = [] {
        command::Declare declare;
        declare.title = QStringLiteral("Checkout returns 503");
        declare.severity = QStringLiteral("P0");
        declare.ref = QStringLiteral("INC-4F7K");
        declare.plan = test::smallPlan();
        const DeskContext context{QStringLiteral("Dana"), at("14:02")};
        const Result<Drafts> drafts = decideDeclare(declare, IncidentId::make(at("14:02")), context);
        return fold(Recorder(ConsoleId::make(at("14:00")), QStringLiteral("Dana")).record(*drafts, at("14:02")));
    }();
    return declared;
}

ScribeRoom room()
{
    return {incident(), {QStringLiteral("Dana"), at("14:25")}, {QStringLiteral("Dana"), QStringLiteral("Lee")}, false, false, true};
}

QString withoutBlanks(const QString &text)
{
    QString all;
    std::copy_if(text.begin(), text.end(), std::back_inserter(all), [](QChar c) { return !c.isSpace(); });
    return all;
}

// What was typed is in the entry, but for the time and the sign that the entry has as such.
void holdsTheLine(const QString &line)
{
    const ScribeLine read = readScribeLine(line, room());
    for (const ScribeSpan &span : read.spans)
        QVERIFY2(span.start >= 0 && span.length > 0 && span.start + span.length <= line.size(), qPrintable(line));
    if (line.trimmed().isEmpty()) {
        QCOMPARE(read.deed, ScribeDeed::Nothing);
        return;
    }
    QVERIFY2(read.deed != ScribeDeed::Nothing, qPrintable(line));
    if (read.deed != ScribeDeed::Submit)
        return;
    QVERIFY2(decide(incident(), *read.command, room().desk), qPrintable(line));
    const auto *entry = std::get_if<command::LogEntry>(&*read.command);
    if (!entry)
        return;
    QString rest = line;
    for (auto span = read.spans.rbegin(); span != read.spans.rend() && !read.text.isEmpty(); ++span) {
        if (span->kind == SpanKind::Time || span->kind == SpanKind::Sign)
            rest.remove(span->start, span->length);
    }
    QCOMPARE(withoutBlanks(entry->text), withoutBlanks(rest));
}

} // namespace

class TestScribeFuzz : public QObject
{
    Q_OBJECT

private slots:
    void everyPrefixOfEveryCommand()
    {
        for (const ScribeCommandHelp &command : scribeCommands()) {
            const QString whole = QLatin1String(command.name) + QLatin1Char(' ') + QString::fromUtf8(command.usage);
            for (const QString &before : {QString(), QStringLiteral("-5m "), QStringLiteral("! "), QStringLiteral("  ")}) {
                for (qsizetype length = 0; length <= whole.size(); ++length)
                    holdsTheLine(before + whole.left(length));
            }
        }
    }

    void commandsWithWhatTheyDoNotExpect()
    {
        for (const ScribeCommandHelp &command : scribeCommands()) {
            for (const char *words :
                 {"", "@", "@@ 10m", "999999999999h x", "-5m", "P0 again", "#", "// x", "\xe2\x80\xa8", "triage 999", "\n", "-1 x"})
                holdsTheLine(QLatin1String(command.name) + QLatin1Char(' ') + QString::fromUtf8(words));
        }
    }

    void whatTheDeskWouldRefuseIsANoteThatSaysWhy()
    {
        const ScribeLine read = readScribeLine(QStringLiteral("-5m /check triage 999"), room());
        QVERIFY(read.misread);
        QVERIFY(read.problems.value(0).contains(QLatin1String("999")));
        QCOMPARE(std::get<command::LogEntry>(*read.command).text, QStringLiteral("/check triage 999"));
        QVERIFY(readScribeLine(QStringLiteral("/undo"), room()).misread);
    }

    void randomLines()
    {
        static const QString signs = QStringLiteral("/!?=*>#@:-+~ 0123456789mhzPs.,()\t\u00e4\u2028\U0001f525'\"");
        QRandomGenerator dice(20261121); // the same lines in every run
        for (int i = 0; i < 20000; ++i) {
            QString line;
            for (int length = dice.bounded(24); length > 0; --length)
                line += dice.bounded(4) ? signs[dice.bounded(static_cast<int>(signs.size()))] : QChar(dice.bounded(1, 0xd800));
            holdsTheLine(line);
        }
    }

    void veryLongLines()
    {
        for (const char *part : {"-5m ", "/ask @lee 10m ", "#tag ", "! ", "@", "word ", "14:02 "})
            holdsTheLine(QString::fromLatin1(part).repeated(20000));
    }
};

QTEST_GUILESS_MAIN(TestScribeFuzz)
#include "tst_scribefuzz.moc"
