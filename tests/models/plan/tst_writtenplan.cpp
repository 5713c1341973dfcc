// Written plans of many shapes, each with what a careful reader finds in it: tests/data/plans/NAME.md and NAME.json.
#include "models/plan/json.h"
#include "models/plan/reader.h"
#include "models/plan/writer.h"
#include "models/plan/writtenplan.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace qd;

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString text(const QJsonValue &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

// Only the lines that the reader noted are compared.
QStringList severityFacts(const QJsonObject &plan, const QJsonObject &noted)
{
    QStringList facts;
    const QJsonArray rows = plan[QLatin1String("severities")].toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QJsonObject row = rows.at(i).toObject();
        const QJsonObject lines = row.take(QLatin1String("lines")).toObject();
        const QJsonObject notedLines = noted[QLatin1String("severities")].toArray().at(i)[QLatin1String("lines")].toObject();
        for (auto fact = row.begin(); fact != row.end(); ++fact)
            facts << QStringLiteral("%1.%2 = %3").arg(row[QLatin1String("id")].toString(), fact.key(), text(fact.value()));
        for (const QString &key : notedLines.keys())
            facts << QStringLiteral("%1.%2 on line %3").arg(row[QLatin1String("id")].toString(), key).arg(lines[key].toInt());
    }
    return facts;
}

QStringList names(const QJsonObject &plan, const QString &part)
{
    QStringList names;
    for (const auto &value : plan[part].toArray())
        names << (value.isString() ? value.toString() : value.toObject()[QLatin1String("name")].toString());
    return names;
}

QStringList escalation(const QJsonObject &plan)
{
    QStringList steps;
    for (const auto &value : plan[QLatin1String("escalation")].toArray()) {
        const QJsonObject step = value.toObject();
        steps << QStringLiteral("%1 %2 after %3")
                     .arg(step[QLatin1String("severity")].toString(), step[QLatin1String("who")].toString(),
                          text(step[QLatin1String("after")]));
    }
    return steps;
}

QStringList conflicts(const QJsonObject &plan)
{
    QStringList lines;
    for (const auto &conflict : plan[QLatin1String("conflicts")].toArray())
        lines << text(conflict.isArray() ? conflict : conflict.toObject()[QLatin1String("lines")]);
    return lines;
}

} // namespace

class TestWrittenPlan : public QObject
{
    Q_OBJECT

private slots:
    void isReadAsACarefulReaderDoes_data()
    {
        QTest::addColumn<QString>("path");
        QDirIterator files(QStringLiteral(QD_SOURCE_DIR "/tests/data/plans"), {QStringLiteral("*.md")});
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(QFileInfo(path).completeBaseName())) << path;
        }
    }

    void isReadAsACarefulReaderDoes()
    {
        QFETCH(QString, path);
        const QJsonObject noted =
            QJsonDocument::fromJson(content(QString(path).replace(QLatin1String(".md"), QLatin1String(".json")))).object();
        QVERIFY2(!noted.isEmpty(), "its notes are no JSON");
        const Result<plan::Plan> plan = plan::readWrittenPlan(content(path), QStringLiteral("plan"));
        QVERIFY(plan.has_value());
        const QJsonObject read = plan::toContractJson(*plan);
        QCOMPARE(severityFacts(read, noted).join(u'\n'), severityFacts(noted, noted).join(u'\n'));
        for (const char *part : {"roles", "phases", "templates", "scenarios", "metrics"}) {
            if (noted.contains(QLatin1String(part)))
                QCOMPARE(names(read, QLatin1String(part)), names(noted, QLatin1String(part)));
        }
        if (noted.contains(QLatin1String("escalation")))
            QCOMPARE(escalation(read), escalation(noted));
        if (noted.contains(QLatin1String("conflicts")))
            QCOMPARE(conflicts(read), conflicts(noted));
        if (noted.contains(QLatin1String("unread")))
            QCOMPARE(read[QLatin1String("unread")].toArray().size(), noted[QLatin1String("unread")].toInt());
    }

    void becomesAPlanThatTheCheckerAccepts_data() { isReadAsACarefulReaderDoes_data(); }
    void becomesAPlanThatTheCheckerAccepts()
    {
        QFETCH(QString, path);
        const Result<plan::Plan> plan = plan::readWrittenPlan(content(path), QStringLiteral("plan"));
        const Result<plan::Plan> ready = plan::readyForUse(*plan);
        QCOMPARE(ready.has_value(), !plan->severities.empty());
        if (!ready)
            return;
        const plan::ReadOutcome reading = plan::readPlan(plan::writePlan(*ready), QStringLiteral("plan.yaml"));
        QVERIFY2(reading.problems.empty(), reading.problems.empty() ? "" : qPrintable(reading.problems.front().text()));
    }

    void everyPartSaysWhereItWasRead_data() { isReadAsACarefulReaderDoes_data(); }
    void everyPartSaysWhereItWasRead()
    {
        QFETCH(QString, path);
        const QByteArray document = content(path);
        const Result<plan::Plan> plan = plan::readWrittenPlan(document, QStringLiteral("plan"));
        QStringList wanted;
        const auto want = [&wanted](const QString &one, qsizetype under = 0, const char *list = "") {
            wanted << one;
            for (qsizetype i = 0; i < under; ++i)
                wanted << QStringLiteral("%1/%2/%3").arg(one, QLatin1String(list)).arg(i);
        };
        for (const plan::Role &role : plan->roles)
            want("roles/" + role.id, role.duties.size(), "duties");
        for (const plan::Phase &phase : plan->phases)
            want("phases/" + phase.id, static_cast<qsizetype>(phase.steps.size()), "steps");
        for (const plan::EscalationStep &step : plan->escalation)
            want("escalation/" + step.id);
        for (const plan::Template &text : plan->templates)
            want("templates/" + text.id);
        for (const plan::Scenario &scenario : plan->scenarios)
            want("scenarios/" + scenario.id, static_cast<qsizetype>(scenario.steps.size()), "steps");
        for (const plan::Metric &metric : plan::readyForUse(*plan).value_or(*plan).metrics)
            want("metrics/" + metric.id);
        for (const QString &one : std::as_const(wanted))
            QVERIFY2(plan->lines.contains(one), qPrintable(one));
        const qsizetype last = document.count('\n') + 1;
        QVERIFY(std::all_of(plan->lines.begin(), plan->lines.end(), [last](int line) { return line > 0 && line <= last; }));
    }

    void theLinesAreThoseOfTheDocument()
    {
        const Result<plan::Plan> plan = plan::readWrittenPlan("# Plan\n\n## Roles\n\n### Incident Commander (IC)\n\n- Decides\n- Speaks\n\n"
                                                              "## Process\n\n### Phase 1: Detection\n\n1. Look\n\n"
                                                              "### Phase 2: Recovery\n\n1. Mend\n2. Watch\n\n"
                                                              "## Escalation\n\n```\nOn-call engineer\n  ↓\nDirector\n```\n",
                                                              QStringLiteral("plan"));
        const QMap<QString, int> expected{{"roles/ic", 5},
                                          {"roles/ic/duties/0", 7},
                                          {"roles/ic/duties/1", 8},
                                          {"phases/detection", 12},
                                          {"phases/detection/steps/0", 14},
                                          {"phases/recovery", 16},
                                          {"phases/recovery/steps/0", 18},
                                          {"phases/recovery/steps/1", 19},
                                          {"escalation/on-call-engineer", 24},
                                          {"escalation/director", 26}};
        QCOMPARE(plan->lines, expected);
    }

    void aDocumentWithoutSeveritiesIsNoPlan()
    {
        const Result<plan::Plan> plan = plan::readWrittenPlan("# Lunch\n\nAt noon, within 30 minutes.\n", QStringLiteral("lunch"));
        QVERIFY(plan.has_value());
        QVERIFY(!plan::readyForUse(*plan).has_value());
    }

    void aConflictSaysWhichFactAndBothValues()
    {
        const Result<plan::Plan> plan =
            plan::readWrittenPlan("# Plan\n\n## Severity\n\n| Level | Response time |\n|---|---|\n| Level 1 - Critical | 15 min |\n"
                                  "| Level 2 - Low | next business day |\n\n### Level 1\n\nResponse time: 1 hour\n",
                                  QStringLiteral("plan"));
        QCOMPARE(plan->conflicts.size(), size_t(1));
        const plan::Conflict &conflict = plan->conflicts.front();
        QCOMPARE(conflict.path, QStringLiteral("severities/Level-1/respond_within"));
        QCOMPARE(conflict.values, QStringList({"15m", "1h"}));
        QCOMPARE(conflict.lines, std::vector<int>({7, 12}));
    }

    void aDeadlineForEveryPostmortemIsThePlans()
    {
        const Result<plan::Plan> plan = plan::readWrittenPlan(
            "# Plan\n\n## Severity\n\n- **P0**: all\n- **P1**: some\n\n## Post-mortem\n\nHeld within 48 hours.\n", QStringLiteral("plan"));
        QCOMPARE(plan->postmortem.within, plan::MaybeTarget(Duration(std::chrono::hours(48))));
        QVERIFY(!plan->severities.at(0).postmortemWithin);
    }

    void anyBytesGiveAnAnswer()
    {
        quint32 seed = 1;
        for (int size : {0, 1, 7, 300, 5000}) {
            QByteArray bytes;
            for (int i = 0; i < size; ++i) {
                seed = seed * 1664525 + 1013904223;
                bytes += static_cast<char>(seed >> 24);
            }
            QVERIFY(plan::readWrittenPlan(bytes, QStringLiteral("bytes")).has_value());
        }
    }
};

QTEST_GUILESS_MAIN(TestWrittenPlan)
#include "tst_writtenplan.moc"
