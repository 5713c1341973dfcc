// `incident show --json`, as other people's scripts read it.
#include "models/exchange/incidentjson.h"
#include "tests/models/exchange/exchangestory.h"

#include <QTest>

using namespace qd;
using namespace qd::exchange;
using namespace qd::test;

namespace {

QJsonObject shown(const Incident &incident)
{
    const Instant now = at("18:00");
    return incidentJson(reviewPlan(), incident, clocks::clocks(reviewPlan(), incident, now), now);
}

QStringList keysOf(const QJsonValue &value)
{
    return value.toObject().keys();
}

} // namespace

class TestIncidentJson : public QObject
{
    Q_OBJECT

private slots:
    void everyKeyOfTheContractIsThere();
    void timesAndDurations();
    void unknownIsNullAndImpossibleToo();
    void theTimelineIsInTheOrderInWhichItHappened();
    void whoHoldsWhat();
    void clocksTellTheirState();
    void aRedactedEntryHasNoText();
};

void TestIncidentJson::everyKeyOfTheContractIsThere()
{
    const QJsonObject json = shown(toldOutage().incident());
    for (const char *key : {"ref",         "id",          "title",           "plan",          "severity",     "status",
                            "type",        "services",    "impact",          "drill",         "restricted",   "started_at",
                            "detected_at", "declared_at", "acknowledged_at", "identified_at", "mitigated_at", "resolved_at",
                            "closed_at",   "durations",   "roles",           "timeline",      "clocks",       "actions",
                            "checks",      "asks",        "updates",         "conflicts"})
        QVERIFY2(json.contains(QLatin1String(key)), key);
    for (const char *key : {"to_detect", "to_acknowledge", "to_identify", "to_mitigate", "to_resolve", "total"})
        QVERIFY2(keysOf(json[QStringLiteral("durations")]).contains(QLatin1String(key)), key);
    for (const char *key :
         {"id", "at", "recorded_at", "kind", "text", "author", "late", "edited", "redacted", "pinned", "tags", "attachments"})
        QVERIFY2(keysOf(json[QStringLiteral("timeline")][0]).contains(QLatin1String(key)), key);
    for (const char *key : {"id", "label", "kind", "started_at", "due_at", "state", "met_at", "late_by"})
        QVERIFY2(keysOf(json[QStringLiteral("clocks")][0]).contains(QLatin1String(key)), key);
}

void TestIncidentJson::timesAndDurations()
{
    const QJsonObject json = shown(toldOutage().incident());
    QCOMPARE(json[QStringLiteral("detected_at")].toString(), QStringLiteral("2026-11-21T14:02:00Z"));
    QCOMPARE(json[QStringLiteral("resolved_at")].toString(), QStringLiteral("2026-11-21T15:12:00Z"));
    QCOMPARE(json[QStringLiteral("durations")][QStringLiteral("to_resolve")].toInt(), 70 * 60);
    QCOMPARE(json[QStringLiteral("plan")].toString(), QStringLiteral("house"));
}

void TestIncidentJson::unknownIsNullAndImpossibleToo()
{
    Story story = toldOutage();
    QVERIFY(shown(story.incident())[QStringLiteral("started_at")].isNull());
    QVERIFY(shown(story.incident())[QStringLiteral("closed_at")].isNull());
    QVERIFY(shown(story.incident())[QStringLiteral("durations")][QStringLiteral("total")].isNull());
    story.tell(QStringLiteral("16:00 Mo set started_at 2026-11-21T14:03:00Z"));
    QVERIFY(shown(story.incident())[QStringLiteral("durations")][QStringLiteral("to_detect")].isNull());
}

void TestIncidentJson::theTimelineIsInTheOrderInWhichItHappened()
{
    const QJsonArray timeline = timelineJson(toldOutage().incident());
    QString last;
    for (const QJsonValue &entry : timeline) {
        QVERIFY(entry[QStringLiteral("at")].toString() >= last);
        last = entry[QStringLiteral("at")].toString();
        if (entry[QStringLiteral("text")].toString() == QLatin1String("Rolled back shard 3")) {
            QVERIFY(entry[QStringLiteral("late")].toBool());
            QCOMPARE(entry[QStringLiteral("recorded_at")].toString(), QStringLiteral("2026-11-21T14:20:00Z"));
        }
    }
}

void TestIncidentJson::whoHoldsWhat()
{
    const QJsonObject json = shown(toldOutage().incident());
    QCOMPARE(json[QStringLiteral("roles")].toObject(), (QJsonObject{{QStringLiteral("ic"), QStringLiteral("Mo")}}));
    QCOMPARE(json[QStringLiteral("role_spans")].toArray().size(), 2);
}

void TestIncidentJson::clocksTellTheirState()
{
    for (const QJsonValue &clock : shown(toldOutage().incident())[QStringLiteral("clocks")].toArray()) {
        if (clock[QStringLiteral("id")] == QLatin1String("resolve")) {
            QCOMPARE(clock[QStringLiteral("state")].toString(), QStringLiteral("missed"));
            QCOMPARE(clock[QStringLiteral("late_by")].toInt(), 600);
            QCOMPARE(clock[QStringLiteral("met_at")].toString(), QStringLiteral("2026-11-21T15:12:00Z"));
            return;
        }
    }
    QFAIL("there is no clock for the resolution");
}

void TestIncidentJson::aRedactedEntryHasNoText()
{
    for (const QJsonValue &entry : timelineJson(longStory(1).incident())) {
        if (entry[QStringLiteral("redacted")].toBool()) {
            QCOMPARE(entry[QStringLiteral("text")].toString(), QString());
            QVERIFY(entry[QStringLiteral("tags")].toArray().isEmpty());
            return;
        }
    }
    QFAIL("no entry is redacted");
}

QTEST_GUILESS_MAIN(TestIncidentJson)
#include "tst_incidentjson.moc"
