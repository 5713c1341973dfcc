// What a line that the scribe types will become.
#include "models/core/scribeline.h"
#include "tests/support/story.h"

#include <QTest>

using namespace qd;
using test::at;

namespace {

ScribeLine read(const QString &line)
{
    static const Rulebook rules = [] {
        QJsonObject plan = test::smallPlan();
        return Rulebook::fromPlan(plan);
    }();
    return readScribeLine(line, {at("14:25"), QTimeZone::utc(), rules, {QStringLiteral("Dana"), QStringLiteral("Lee")}});
}

template<class C>
C commandOf(const QString &line)
{
    const ScribeLine its = read(line);
    if (!its.command || !std::holds_alternative<C>(*its.command)) {
        qWarning("'%s' became something else: %s", qPrintable(line), qPrintable(its.problems.join(QLatin1String("; "))));
        return {};
    }
    return std::get<C>(*its.command);
}

} // namespace

class TestScribeLine : public QObject
{
    Q_OBJECT

private slots:
    void aLineIsAnEntry_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("time"); // HH:mm; empty: none given
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << "support counts 212 tickets"
                               << "note"
                               << ""
                               << "support counts 212 tickets";
        QTest::newRow("decision, backdated") << "-2m ! roll back shard 3 #rollback @lee"
                                             << "decision"
                                             << "14:23"
                                             << "roll back shard 3 #rollback @lee";
        QTest::newRow("sign before the time") << "! -2m roll back"
                                              << "decision"
                                              << "14:23"
                                              << "roll back";
        QTest::newRow("hypothesis") << "? pool exhausted"
                                    << "hypothesis"
                                    << ""
                                    << "pool exhausted";
        QTest::newRow("sign without a blank") << "?pool exhausted"
                                              << "hypothesis"
                                              << ""
                                              << "pool exhausted";
        QTest::newRow("observation") << "14:05 = error rate 40 %"
                                     << "observation"
                                     << "14:05"
                                     << "error rate 40 %";
        QTest::newRow("action") << "* restarted shard 3"
                                << "action"
                                << ""
                                << "restarted shard 3";
        QTest::newRow("communication") << "> told support"
                                       << "communication"
                                       << ""
                                       << "told support";
        QTest::newRow("zulu") << "1403z alarm fired"
                              << "note"
                              << "14:03"
                              << "alarm fired";
        QTest::newRow("yesterday") << "yesterday 23:50 deployed"
                                   << "note"
                                   << "23:50"
                                   << "deployed";
        QTest::newRow("about") << "about 14:05 it began"
                               << "note"
                               << "14:05"
                               << "it began";
        QTest::newRow("bold is text") << "*really* slow"
                                      << "note"
                                      << ""
                                      << "*really* slow";
        QTest::newRow("now is a word") << "now we see it"
                                       << "note"
                                       << ""
                                       << "now we see it";
        QTest::newRow("a path is text") << "/etc/hosts was wrong"
                                        << "note"
                                        << ""
                                        << "/etc/hosts was wrong";
        QTest::newRow("an unknown command is text") << "/frobnicate it"
                                                    << "note"
                                                    << ""
                                                    << "/frobnicate it";
        QTest::newRow("a list is text") << "- item"
                                        << "note"
                                        << ""
                                        << "- item";
        QTest::newRow("numbers are text") << "212 tickets"
                                          << "note"
                                          << ""
                                          << "212 tickets";
    }

    void aLineIsAnEntry()
    {
        QFETCH(QString, line);
        const auto entry = commandOf<command::LogEntry>(line);
        QTEST(entry.kind, "kind");
        QTEST(entry.text, "text");
        QTEST(entry.at ? toDateTime(*entry.at, QTimeZone::utc()).toString(QStringLiteral("HH:mm")) : QString(), "time");
    }

    void aboutIsKept()
    {
        QVERIFY(commandOf<command::LogEntry>(QStringLiteral("~14:05 it began")).approximate);
        QVERIFY(!commandOf<command::LogEntry>(QStringLiteral("14:05 it began")).approximate);
        QCOMPARE(commandOf<command::LogEntry>(QStringLiteral("1403z it began")).zone, QStringLiteral("UTC"));
    }

    void commandsAreRead()
    {
        const auto ask = commandOf<command::MakeAsk>(QStringLiteral("/ask @lee 10m check replica lag"));
        QCOMPARE(ask.who, QStringLiteral("Lee"));
        QCOMPARE(*ask.within, Duration(std::chrono::minutes(10)));
        QCOMPARE(ask.text, QStringLiteral("check replica lag"));
        const auto severity = commandOf<command::ChangeSeverity>(QStringLiteral("-5m /sev p1 only one shard left"));
        QCOMPARE(severity.severity, QStringLiteral("P1"));
        QCOMPARE(severity.reason, QStringLiteral("only one shard left"));
        QCOMPARE(*severity.at, at("14:20"));
        QCOMPARE(commandOf<command::ChangeStatus>(QStringLiteral("/status mon rates are down")).status, QStringLiteral("monitoring"));
        QCOMPARE(commandOf<command::AssignRole>(QStringLiteral("/ic @dana")).name, QStringLiteral("Dana"));
        QCOMPARE(commandOf<command::AssignRole>(QStringLiteral("/comms @ana")).role, QStringLiteral("comms"));
        QCOMPARE(commandOf<command::TickCheck>(QStringLiteral("/check triage 2")).item, QStringLiteral("2"));
        const auto action = commandOf<command::AddAction>(QStringLiteral("/action @lee friday add alert"));
        QCOMPARE(action.owner, QStringLiteral("Lee"));
        QCOMPARE(action.due, QStringLiteral("2026-11-27")); // the day of all stories is a Saturday
        QCOMPARE(action.text, QStringLiteral("add alert"));
    }

    void updatesToTheOutsideAreDrafted()
    {
        QCOMPARE(commandOf<command::SendUpdate>(QStringLiteral("/update executives rolled back")).text, QStringLiteral("rolled back"));
        QCOMPARE(commandOf<command::DraftUpdate>(QStringLiteral("/update status-page rolled back")).audience,
                 QStringLiteral("status-page"));
        const ScribeLine empty = read(QStringLiteral("/update exec"));
        QCOMPARE(empty.deed, ScribeDeed::WriteUpdate);
        QCOMPARE(empty.audience, QStringLiteral("executives"));
    }

    void anUnfinishedCommandSaysWhatItLacks_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"/ask", "/ask @lee", "/sev", "/sev P9 x", "/sev P1", "/status", "/status x", "/ic", "/update", "/action",
                                 "/check triage", "/check nothing 1"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }

    void anUnfinishedCommandSaysWhatItLacks()
    {
        QFETCH(QString, line);
        const ScribeLine its = read(line);
        QCOMPARE(its.problems.size(), 1);
        QVERIFY(its.misread);
        QCOMPARE(its.kind, QStringLiteral("note"));
        QCOMPARE(commandOf<command::LogEntry>(line).text, line);
    }

    void aCommandThatIsNoneIsANoteAndSaysSo()
    {
        QCOMPARE(read(QStringLiteral("/stauts resolved")).problems,
                 QStringList{QStringLiteral("there is no command /stauts; it is logged as it stands")});
        QCOMPARE(commandOf<command::LogEntry>(QStringLiteral("/stauts resolved")).text, QStringLiteral("/stauts resolved"));
        QVERIFY(read(QStringLiteral("/etc/hosts was wrong")).problems.isEmpty());
    }

    void anUnfinishedCommandKeepsItsTime()
    {
        const auto note = commandOf<command::LogEntry>(QStringLiteral("-5m /sev P1"));
        QCOMPARE(note.text, QStringLiteral("/sev P1"));
        QCOMPARE(*note.at, at("14:20"));
    }

    void undoAndRedo()
    {
        QCOMPARE(read(QStringLiteral("/undo")).deed, ScribeDeed::Undo);
        QCOMPARE(read(QStringLiteral("/redo")).deed, ScribeDeed::Redo);
    }

    void aTimeToComeIsSaid()
    {
        QCOMPARE(read(QStringLiteral("23:50 deployed")).problems.size(), 1);
        QCOMPARE(commandOf<command::LogEntry>(QStringLiteral("23:50 deployed")).text, QStringLiteral("23:50 deployed"));
        QVERIFY(!commandOf<command::LogEntry>(QStringLiteral("23:50 deployed")).at);
        QCOMPARE(read(QStringLiteral("25:99 deployed")).problems.size(), 1);
        QCOMPARE(commandOf<command::LogEntry>(QStringLiteral("25:99 deployed")).text, QStringLiteral("25:99 deployed"));
    }

    void spansCoverWhatWasUnderstood()
    {
        const std::vector<ScribeSpan> expected{
            {0, 3, SpanKind::Time}, {4, 1, SpanKind::Sign}, {14, 4, SpanKind::Tag}, {19, 4, SpanKind::Person}};
        QVERIFY(read(QStringLiteral("-2m ! rolled, #sh3 @lee")).spans == expected);
        QVERIFY(read(QString()).spans.empty());
        QCOMPARE(read(QString()).deed, ScribeDeed::Nothing);
        QCOMPARE(commandOf<command::LogEntry>(QStringLiteral("-5m")).text, QStringLiteral("-5m")); // a time alone is still what was typed
        QVERIFY(read(QStringLiteral("-5m")).time);
    }
};

QTEST_GUILESS_MAIN(TestScribeLine)
#include "tst_scribeline.moc"
