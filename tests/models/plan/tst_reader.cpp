#include "models/plan/reader.h"

#include "models/plan/shipped.h"

#include <QElapsedTimer>
#include <QTest>

using namespace qd;
using namespace qd::plan;
using namespace std::chrono_literals;

namespace {

const QByteArray least = "id: tiny\nname: Tiny\nseverities:\n  - {id: P0, name: Critical}\n";

QStringList problemsOf(const QByteArray &yaml)
{
    QStringList lines;
    for (const Problem &problem : readPlan(yaml, QStringLiteral("p.yaml")).problems)
        lines << problem.text();
    return lines;
}

Plan read(const QByteArray &yaml)
{
    const ReadOutcome outcome = readPlan(yaml, QStringLiteral("p.yaml"));
    for (const Problem &problem : outcome.problems)
        qWarning("%s", qPrintable(problem.text()));
    return outcome.plan.value_or(Plan());
}

} // namespace

class Reader : public QObject
{
    Q_OBJECT
private slots:
    void theLeastPlanSaysNoMoreThanItSays()
    {
        const Plan plan = read(least);
        QCOMPARE(plan.id, QStringLiteral("tiny"));
        QCOMPARE(plan.zone, QByteArray("UTC"));
        QVERIFY(!plan.severities.at(0).respondWithin && !plan.severities.at(0).postmortemRequired);
    }

    void targetsAreDurationsWorkingTimeOrWords()
    {
        const Plan plan = read("id: a\nname: A\nseverities:\n  - {id: P0, name: X, respond_within: 0m, resolve_within: 3 business days}\n"
                               "  - {id: P1, name: Y, respond_within: 1h30m, resolve_within: next sprint}\n");
        QCOMPARE(plan.severities.at(0).respondWithin, MaybeTarget(Duration(0)));
        QCOMPARE(plan.severities.at(0).resolveWithin, MaybeTarget(WorkingTime{3, 0}));
        QCOMPARE(plan.severities.at(1).respondWithin, MaybeTarget(Duration(90min)));
        QCOMPARE(plan.severities.at(1).resolveWithin, MaybeTarget(QStringLiteral("next sprint")));
    }

    void allStandsForEverySeverityThatIsNotNamed()
    {
        const Plan plan = read("id: a\nname: A\nseverities: [{id: P0, name: X}, {id: P1, name: Y}, {id: P2, name: Z}]\n"
                               "audiences: [{id: r, name: R, cadence: {all: {every: 1h}, P1: {every: 5m}}}]\n"
                               "roles: [{id: ic, name: IC, required_at: all}]\n"
                               "escalation: [{id: one, who: Lead, severities: all}]\n"
                               "metrics: [{id: MTTA, name: M, targets: {all: 5m}}]\n");
        const std::vector<Cadence> wanted{
            {"P0", {}, Target(Duration(1h))}, {"P1", {}, Target(Duration(5min))}, {"P2", {}, Target(Duration(1h))}};
        QVERIFY(plan.audiences.at(0).cadences == wanted);
        QCOMPARE(plan.roles.at(0).requiredAt, QStringList({"P0", "P1", "P2"}));
        QVERIFY(plan.escalation.at(0).severities.isEmpty());
        QCOMPARE(plan.metrics.at(0).targets.size(), 3U);
    }

    void tenFaultsAreTenProblems()
    {
        const QStringList problems = problemsOf(R"(id: Ten Faults
name: Ten
zone: Mars/Olympus
sevrities: []
severities:
  - {id: P0, name: Crítico, respond_within: 5 mins}
  - {id: P0, name: Again}
  - id: P1
audiences:
  - {id: press, name: Press, cadence: {P9: {every: 1h}}}
phases:
  - {id: one, name: One, starts_after: 10m, ends_after: 5m}
templates:
  - {id: t, name: T, audience: pres, body: "{{titel}}"}
)");
        const QStringList wanted{
            "p.yaml:1:5: 'Ten Faults' cannot be an id; use lower case, digits and hyphens",
            "p.yaml:3:7: 'Mars/Olympus' is no time zone; write an IANA name such as UTC or Europe/Berlin",
            "p.yaml:4:1: unknown key 'sevrities' in plan; did you mean 'severities'?",
            "p.yaml:6:45: '5 mins' is not a target; write 5m",
            "p.yaml:7:10: the id 'P0' stands twice in severities; give each its own",
            "p.yaml:8:5: 'name' is missing; everything in 'severities' needs it",
            "p.yaml:10:40: unknown severity 'P9' in cadence; the plan has P0, P1",
            "p.yaml:12:57: the phase 'One' ends before it starts; ends_after counts from detection, as starts_after does",
            "p.yaml:14:32: unknown audience 'pres' in templates; did you mean 'press'? The plan has press",
            "p.yaml:14:44: unknown placeholder {{titel}}; did you mean {{title}}?",
        };
        for (qsizetype i = 0; i < wanted.size(); ++i)
            QCOMPARE(problems.value(i), wanted[i]);
        QCOMPARE(problems.size(), 10);
    }

    void everyFaultSaysWhatWouldBeRight_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const char *more, const char *problem) {
            QTest::newRow(name) << QByteArray(more) << QString::fromUtf8(problem);
        };
        row("no duration", "stability_watch: 5 minutes", "5:18: '5 minutes' is not a duration; write 5m");
        row("no unit", "stability_watch: 30", "5:18: '30' is not a duration; write it as 90s, 5m, 1h30m, 48h, 2d or 1w");
        row("a share", "warn_at: 180%", "5:10: '180%' is not a part of a clock's time; write 80%");
        row("weekday", "calendar: {days: [mon, tues]}", "5:24: 'tues' is no weekday; write mon, tue, wed, thu, fri, sat or sun");
        row("hours", "calendar: {hours: 17-9}", "5:19: '17-9' are no working hours; write 09:00-17:00");
        row("holiday", "calendar: {holidays: [2026-02-30]}", "5:23: '2026-02-30' is no date; write 2026-12-25");
        row("origin", "origin: reported", "5:9: 'reported' is no origin of a clock; write detected or started");
        row("a list", "types: outage", "5:8: 'types' takes a list; write [one, two] or a line beginning with '- ' for each");
        row("a text", "summary: [a]", "5:10: 'summary' takes text, not a list");
        row("empty", "summary:\ntypes: []", "5:1: 'summary' has no value; write one, or leave the key out");
        row("twice", "name: Other", "5:1: 'name' stands twice in this block; keep one");
        row("a block", "on_call: me", "5:10: 'on_call' takes a block of keys");
        row("truth", "audiences: [{id: a, name: A, external: maybe}]", "5:40: 'maybe' is neither true nor false");
        row("version", "plan: 2", "5:7: this plan is in version 2 of the format; this program reads version 1");
        row("stage", "templates: [{id: a, name: A, body: b, stage: done}]",
            "5:46: 'done' is no stage; write declared, investigating, identified, mitigating, monitoring, resolved, closed");
        row("required at", "roles: [{id: a, name: A, required_at: [P0, P7]}]",
            "5:44: unknown severity 'P7' in required_at; the plan has P0");
        row("escalation", "escalation: [{id: a, who: A, severities: [Sev1]}]",
            "5:43: unknown severity 'Sev1' in escalation; the plan has P0");
        row("type", "scenarios: [{id: a, name: A, type: fire}]", "5:36: unknown type of incident 'fire' in scenarios; the plan has none");
        row("milestone", "metrics: [{id: M, name: A, from: birth, to: resolved}]",
            "5:34: 'birth' is not known here; write one of started, detected, declared, acknowledged, identified, mitigated, resolved");
        row("half a metric", "metrics: [{id: M, name: A, from: started}]", "5:11: the metric 'M' needs both from and to, or neither");
        row("fill", "postmortem: {sections: [{id: a, title: A, fill: all}]}",
            "5:49: 'all' is not known here; write one of summary, impact, timeline, durations, roles, actions, metrics");
        row("control", "summary: \"a\\0b\"", "5:10: 'summary' holds a control character; remove it");
        row("syntax", "summary: [a", "6:1: this is not YAML: end of sequence flow not found");
        row("two plans", "---\nid: other", "6:1: a file holds one plan; put this second one in a file of its own");
    }
    void everyFaultSaysWhatWouldBeRight()
    {
        QFETCH(QByteArray, more);
        QFETCH(QString, problem);
        QCOMPARE(problemsOf(least + more + '\n').join(QLatin1Char('\n')), QStringLiteral("p.yaml:") + problem);
    }

    void whatIsNoPlanIsRefused()
    {
        QCOMPARE(problemsOf(""), QStringList("p.yaml:1:1: this is no plan; a plan begins with the keys id, name and severities"));
        QCOMPARE(problemsOf("- a\n- b\n").size(), 1);
        QCOMPARE(problemsOf("{}").size(), 3);
        QCOMPARE(problemsOf("id: caf\xE9\n"), QStringList("p.yaml:1:8: the file is not UTF-8 here; save it as UTF-8"));
        QCOMPARE(problemsOf("\xC3\xA9: \xC3\xA9\n# ok\nid: \xC3\n"),
                 QStringList("p.yaml:3:5: the file is not UTF-8 here; save it as UTF-8"));
        QCOMPARE(problemsOf(QByteArray("id: a\n\0b", 8)),
                 QStringList("p.yaml:2:1: a control character (U+0000) cannot stand in a plan; remove it"));
        QCOMPARE(problemsOf("severities: []\nid: a\nname: a\n"), QStringList("p.yaml:1:13: 'severities' is empty; a plan needs it"));
        QCOMPARE(problemsOf("id: a\nname: ''\nseverities: [{id: P0, name: X}]\n"),
                 QStringList("p.yaml:2:7: 'name' is empty; a plan needs it"));
    }

    void aLaughingFileIsGivenUp()
    {
        QElapsedTimer timer;
        timer.start();
        QByteArray laughs = least + "types: &a [" + QByteArray("lol,").repeated(1000) + "]\n";
        laughs += "phases:\n  - &p {id: p, name: P, steps: &s [" + QByteArray("{title: t, items: *a},").repeated(1000) + "]}\n";
        laughs += QByteArray("  - *p\n").repeated(1000);
        QVERIFY(problemsOf(laughs).join(QLatin1Char('\n')).contains(QStringLiteral("unfolds into too much")));
        for (const char *part : {"[", "{", "? ", "- ", "a: [", "&a [*a,", "x:\n", "unknown: 1\n", "[a,", "!", "*a "})
            QVERIFY(!problemsOf(QByteArray(part).repeated(250'000)).isEmpty());
        QByteArray keys;
        for (int i = 0; i < 40'000; ++i)
            keys += "severitie" + QByteArray::number(i) + ": x\n";
        QVERIFY(problemsOf(keys).size() >= 500);
        QCOMPARE(problemsOf(QByteArray(2 << 20, 'a')),
                 QStringList("p.yaml:1:1: the file is larger than 1 MiB; a plan is a few pages of text"));
        QVERIFY(timer.elapsed() < 60'000);
    }

    void aTruncatedOrAlteredPlanNeverCrashes()
    {
        const QByteArray whole = shippedText(QStringLiteral("castiel")).value_or(least);
        for (qsizetype size = 0; size < whole.size(); size += 97)
            (void)readPlan(whole.first(size), QStringLiteral("cut.yaml"));
        const QByteArray odd("\0\xff:-[]{}*&!|>'\"%@`\t#?,~", 24);
        for (qsizetype i = 0; i < whole.size(); i += 97) {
            QByteArray altered = whole;
            altered[i] = odd[(i / 97) % odd.size()];
            (void)readPlan(altered, QStringLiteral("altered.yaml"));
        }
    }
};

QTEST_APPLESS_MAIN(Reader)
#include "tst_reader.moc"
