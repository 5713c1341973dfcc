#include "models/plan/placenames.h"
#include "models/plan/places.h"
#include "models/plan/render.h"

#include <QTest>

using namespace qd::plan;

namespace {

QString told(const QString &text) // "NAME=fact NAME="
{
    QStringList all;
    for (const Place &place : placesIn(text))
        all << place.name + u'=' + place.fact;
    return all.join(u';');
}

const QMap<QString, QString> &values()
{
    static const QMap<QString, QString> all{{QStringLiteral("ref"), QStringLiteral("INC-4F7K")},
                                            {QStringLiteral("title"), QStringLiteral("Checkout returns 503")},
                                            {QStringLiteral("severity"), QStringLiteral("P0")},
                                            {QStringLiteral("status"), QStringLiteral("Investigating")},
                                            {QStringLiteral("impact"), QStringLiteral("No one can pay")},
                                            {QStringLiteral("started"), QStringLiteral("2026-11-21 14:02 UTC")},
                                            {QStringLiteral("now"), QStringLiteral("2026-11-21 14:30 UTC")},
                                            {QStringLiteral("next_update"), QStringLiteral("2026-11-21 14:45 UTC")},
                                            {QStringLiteral("services"), QStringLiteral("checkout")},
                                            {QStringLiteral("duration"), QStringLiteral("28 min")},
                                            {QStringLiteral("ic"), QStringLiteral("Dana")},
                                            {QStringLiteral("technical lead"), QStringLiteral("Lee")}};
    return all;
}

QString filled(const QString &body)
{
    return fillTemplate(body, values(), nullptr);
}

} // namespace

class TestPlaces : public QObject
{
    Q_OBJECT

private slots:
    void everyNotationIsAPlace_data();
    void everyNotationIsAPlace();
    void whatOnlyLooksLikeOneIsNone_data();
    void whatOnlyLooksLikeOneIsNone();
    void namesMeanFacts_data();
    void namesMeanFacts();
    void namesThatMeanNothingKnown();
    void aWrittenTemplateIsFilled_data();
    void aWrittenTemplateIsFilled();
    void whatHasNoValueStandsAndIsTold();
    void nothingIsFilledTwice();
};

void TestPlaces::everyNotationIsAPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("places");
    const auto row = [](const char *text, const char *places) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(places);
    };
    row("{{title}} and {{ eta }}", "title=title;eta=eta");
    row("[SERVICE NAME] is down", "SERVICE NAME=services");
    row("Impact: {Brief description of user impact}", "Brief description of user impact=impact");
    row("Root Cause: {Brief description}", "Root Cause=cause");
    row("**Date:** {YYYY-MM-DD}", "Date=now");
    row("rollback <release-id>", "release-id=");
    row("Start time: ____", "Start time=started");
    row("Next update at XX:XX UTC", "XX:XX=next_update");
    row("We will write the next update by [TIME].", "TIME=next_update");
    row("Severity: [P0/P1/P2/P3]", "P0/P1/P2/P3=severity");
    row("Status: [Investigating | Identified | Resolved]", "Investigating | Identified | Resolved=status");
    row("[SEV{N}] {Title}", "N=severity;Title=title");
    row("INC-XXXX: [TITLE]", "INC-XXXX=ref;TITLE=title");
    row("| Severity | [value] |", "Severity=severity");
    row("Incident ID: [ID]", "Incident ID=ref");
    row("Incident: [Brief description]", "Incident=title");
    row("Affected users: [NUMBER]", "Affected users=");
    row("- [Time]: Fix deployed", "Time=");
    row("[HH:MM UTC] Investigating", "HH:MM UTC=now");
    row("Detected by: [Name]", "Detected by=");
    row("Duration: [X] minutes", "Duration=");
    row("Resolution time: [TIME]", "Resolution time=");
    row("XX users cannot pay", "XX=");
    row("Commandant : ${nom}", "nom=");
}

void TestPlaces::everyNotationIsAPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, places);
    QCOMPARE(told(text), places);
}

void TestPlaces::whatOnlyLooksLikeOneIsNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"[docs](https://x)",    "[docs][1] and [docs]: https://x",
                             "- [ ] open",           "- [x] done",
                             "- [X] done",           "![picture](a.png)",
                             "[P1] New incident",    "[SEV-2]",
                             "[RESOLVED] Checkout",  "[ACTION REQUIRED]",
                             "[14:02 UTC] it began", "[2026-11-21 14:02 UTC]",
                             "[INC-4F7K]",           "[INC-4F7K, status at 2026-11-21 14:19 UTC]",
                             "array[index]",         "{\"key\": \"value\"}",
                             "a <b>bold</b> word",   "<https://status.example.org>",
                             "<dana@example.org>",   "__init__",
                             "snake___case",         "________",
                             "error: [Critical]",    "[1]",
                             "if (a < b and c > d)", "f(){return 1;}"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestPlaces::whatOnlyLooksLikeOneIsNone()
{
    QFETCH(QString, text);
    QCOMPARE(told(text), QString());
}

void TestPlaces::namesMeanFacts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("fact");
    const std::pair<const char *, const char *> rows[] = {
        {"Incident Commander", "ic"},
        {"COMMANDER NAME", "ic"},
        {"start time", "started"},
        {"Time Started (UTC)", "started"},
        {"time of next update", "next_update"},
        {"next_update_time", "next_update"},
        {"Affected Service(s)", "services"},
        {"services affected", "services"},
        {"incident-id", "ref"},
        {"Severity Level", "severity"},
        {"current status", "status"},
        {"customer impact", "impact"},
        {"Description of impact", "impact"},
        {"root cause", "cause"},
        {"ETA", "eta"},
        {"Estimated time to resolution", "eta"},
        {"total downtime", "duration"},
        {"actions taken so far", "actions_taken"},
        {"What fixed it", "resolution"},
        {"Slack channel", "channel"},
        {"status page URL", "status_page"},
        {"Gravité", "severity"},
    };
    for (const auto &[name, fact] : rows)
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(fact);
}

void TestPlaces::namesMeanFacts()
{
    QFETCH(QString, name);
    QTEST(factNamed(name), "fact");
}

void TestPlaces::namesThatMeanNothingKnown()
{
    for (const char *name :
         {"Resolution time", "number of users", "ticket", "revenue lost", "reviewers", "geachte naam", "phone", "", "the"})
        QVERIFY2(factNamed(QString::fromUtf8(name)).isEmpty(), name);
}

void TestPlaces::aWrittenTemplateIsFilled_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("text");
    QTest::newRow("brackets")
        << "Severity: [P0/P1/P2]\nStatus: [Status]\nAffected: [Service/Feature]\nImpact: [Description]\nIncident ID: [ID]"
        << "Severity: P0\nStatus: Investigating\nAffected: checkout\nImpact: No one can pay\nIncident ID: INC-4F7K";
    QTest::newRow("braces") << "[SEV{N}] {Title}\nStart Time: {ISO timestamp}\nNext Update: {Time}"
                            << "[P0] Checkout returns 503\nStart Time: 2026-11-21 14:02 UTC\nNext Update: 2026-11-21 14:45 UTC";
    QTest::newRow("blanks") << "Commander: ____\nTechnical Lead: ____\nStarted: XX:XX UTC"
                            << "Commander: Dana\nTechnical Lead: Lee\nStarted: 2026-11-21 14:02 UTC";
    QTest::newRow("lasted") << "Duration: {Start to end time}"
                            << "Duration: 28 min";
}

void TestPlaces::aWrittenTemplateIsFilled()
{
    QFETCH(QString, body);
    QTEST(filled(body), "text");
}

void TestPlaces::whatHasNoValueStandsAndIsTold()
{
    QStringList missing;
    const QString text = fillTemplate(QStringLiteral("{{title}} until {{eta}}, {{next_steps}}. Users: [NUMBER]"), values(), &missing);
    QCOMPARE(text, QStringLiteral("Checkout returns 503 until [eta], [next steps]. Users: [NUMBER]"));
    QCOMPARE(missing, (QStringList{"eta", "next_steps", "Users"}));
    QCOMPARE(told(text), QStringLiteral("eta=eta;next steps=next_steps;Users="));
}

void TestPlaces::nothingIsFilledTwice()
{
    QCOMPARE(fillTemplate(QStringLiteral("{{title}} {{impact}}"), {{"title", "{{impact}}"}, {"impact", "[ETA]"}}, nullptr),
             QStringLiteral("{{impact}} [ETA]"));
}

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
