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

    void aDocumentWithoutSeveritiesIsNoPlan()
    {
        const Result<plan::Plan> plan = plan::readWrittenPlan("# Lunch\n\nAt noon, within 30 minutes.\n", QStringLiteral("lunch"));
        QVERIFY(plan.has_value());
        QVERIFY(!plan::readyForUse(*plan).has_value());
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
