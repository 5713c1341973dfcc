#include "models/items/scenariofit.h"
#include "models/core/wordstems.h"
#include "models/plan/shipped.h"

#include <QTest>

using namespace qd;
using namespace qd::items;

namespace {

plan::Scenario scenario(const QString &name, const QString &type, const QStringList &words, const QStringList &symptoms)
{
    plan::Scenario made;
    made.id = QString(name).toLower().replace(u' ', u'-');
    made.name = name;
    made.type = type;
    made.words = words;
    made.symptoms = symptoms;
    return made;
}

plan::Plan shop()
{
    plan::Plan plan;
    plan.scenarios = {
        scenario("Database pool exhausted", "data", {"connection", "pool"}, {"The database refuses new connections"}),
        scenario("Certificate expired", "security", {"certificate", "tls"},
                 {"Browsers warn", "The database client cannot connect over TLS"}),
        scenario("Queue backlog", "performance", {"queue", "third party"}, {"Jobs wait for the database", "Requests run into timeouts"}),
    };
    return plan;
}

Incident about(const QString &title, const QString &type = {})
{
    Incident incident;
    incident.title = title;
    incident.type = type;
    return incident;
}

void write(Incident &incident, const QString &text, const QString &kind = QStringLiteral("observation"))
{
    TimelineEntry entry;
    entry.kind = kind;
    entry.text = text;
    incident.entries << entry;
}

QStringList ids(const plan::Plan &plan, const Incident &incident)
{
    QStringList all;
    for (const ScenarioFit &fit : fittingScenarios(plan, incident))
        all << fit.scenario;
    return all;
}

} // namespace

class TestScenarioFit : public QObject
{
    Q_OBJECT

private slots:
    void formsOfAWordAreOneWord();
    void aTellingWordOfTheTitleSuggestsAndIsSaid();
    void aWordInEveryScenarioSuggestsNothing();
    void partsOfWordsSuggestNothing();
    void theTypeWeighsMost();
    void aTypeThatAllHaveSuggestsNothing();
    void oneWordOfTheLogIsChanceTwoAreNot();
    void whatWasRuledOutDoesNotCount();
    void wordsTogetherMustStandTogether();
    void accentsAndCaseDoNotMatter();
    void commonplaceWordsSuggestNothingByThemselves();
    void importedScenariosAreOfTheTypeTheirNameSays();
    void shippedPlansSuggestWhatFits_data();
    void shippedPlansSuggestWhatFits();
};

void TestScenarioFit::formsOfAWordAreOneWord()
{
    for (const QStringList &same : {QStringList{"connections", "connection"},
                                    {"failing", "failed", "fails", "fail"},
                                    {"queries", "query"},
                                    {"dropping", "dropped", "drop"},
                                    {"caches", "cache"},
                                    {"expired", "expires", "expire"},
                                    {"crashes", "crash"}}) {
        for (const QString &word : same)
            QCOMPARE(stemOf(word), stemOf(same.last()));
    }
    for (const QStringList &other :
         {QStringList{"pool", "pole"}, {"503", "500"}, {"status", "state"}, {"redis", "red"}, {"access", "acces"}})
        QVERIFY2(stemOf(other[0]) != stemOf(other[1]), qPrintable(other[0]));
}

void TestScenarioFit::aTellingWordOfTheTitleSuggestsAndIsSaid()
{
    const auto fits = fittingScenarios(shop(), about("Checkout cannot get connections from the pool"));
    QCOMPARE(fits.size(), size_t(1));
    QCOMPARE(fits.front().scenario, QStringLiteral("database-pool-exhausted"));
    QCOMPARE(fits.front().because, (QStringList{"connections", "pool"}));
}

void TestScenarioFit::aWordInEveryScenarioSuggestsNothing()
{
    QVERIFY(ids(shop(), about("The database")).isEmpty());
    QVERIFY(ids(shop(), about("Something is off")).isEmpty());
    QVERIFY(ids(shop(), about({})).isEmpty());
}

void TestScenarioFit::partsOfWordsSuggestNothing()
{
    QVERIFY(ids(shop(), about("Carpooling page and certificates-of-origin list are blank")) == QStringList{"certificate-expired"});
    QVERIFY(ids(shop(), about("Carpooling page is blank")).isEmpty());
    QVERIFY(ids(shop(), about("Disconnected headsets")).isEmpty());
}

void TestScenarioFit::theTypeWeighsMost()
{
    QCOMPARE(ids(shop(), about("Queue is long", "security")), (QStringList{"certificate-expired", "queue-backlog"}));
    QCOMPARE(fittingScenarios(shop(), about("Odd", "security")).front().because, QStringList{"type security"});
    QVERIFY(ids(shop(), about("Odd", "other")).isEmpty());
}

void TestScenarioFit::aTypeThatAllHaveSuggestsNothing()
{
    plan::Plan plan = shop();
    for (plan::Scenario &one : plan.scenarios)
        one.type = QStringLiteral("outage");
    QVERIFY(ids(plan, about("Odd", "outage")).isEmpty());
    plan.scenarios.resize(1);
    QCOMPARE(ids(plan, about("Odd", "outage")).size(), 1);
}

void TestScenarioFit::oneWordOfTheLogIsChanceTwoAreNot()
{
    Incident incident = about("Checkout is blank");
    write(incident, QStringLiteral("support will join the pool of callers"));
    QVERIFY(ids(shop(), incident).isEmpty());
    write(incident, QStringLiteral("every connection is taken"));
    QCOMPARE(ids(shop(), incident), QStringList{"database-pool-exhausted"});
    incident.scenarios << QStringLiteral("database-pool-exhausted");
    QVERIFY(ids(shop(), incident).isEmpty());
}

void TestScenarioFit::whatWasRuledOutDoesNotCount()
{
    Incident incident = about("Checkout is blank");
    write(incident, QStringLiteral("the connection pool is exhausted"), QStringLiteral("hypothesis"));
    QCOMPARE(ids(shop(), incident).size(), 1);
    incident.entries.last().settlement.state = QStringLiteral("ruled-out");
    QVERIFY(ids(shop(), incident).isEmpty());
    incident.entries.last().settlement.state = QStringLiteral("open");
    incident.entries.last().undone = true;
    QVERIFY(ids(shop(), incident).isEmpty());
}

void TestScenarioFit::wordsTogetherMustStandTogether()
{
    QCOMPARE(ids(shop(), about("A third party does not answer")), QStringList{"queue-backlog"});
    QVERIFY(ids(shop(), about("The party of the third floor")).isEmpty());
    Incident incident = about("Third");
    incident.impact = QStringLiteral("party planners");
    QVERIFY(ids(shop(), incident).isEmpty());
}

void TestScenarioFit::accentsAndCaseDoNotMatter()
{
    plan::Plan plan;
    plan.scenarios = {scenario("Panne du Réseau", {}, {}, {}), scenario("Kaputte Überweisung", {}, {}, {})};
    QCOMPARE(ids(plan, about("RESEAU tombé")), QStringList{plan.scenarios[0].id});
    QCOMPARE(ids(plan, about("uberweisung hängt")), QStringList{plan.scenarios[1].id});
}

void TestScenarioFit::commonplaceWordsSuggestNothingByThemselves()
{
    plan::Plan plan;
    plan.scenarios = {scenario("Service Degradation", {}, {}, {"Slow responses"}), scenario("High Error Rate", {}, {}, {})};
    QVERIFY(ids(plan, about("Payment service asks twice")).isEmpty());
    QCOMPARE(ids(plan, about("Error rate is high at the gateway")), QStringList{"high-error-rate"});
}

void TestScenarioFit::importedScenariosAreOfTheTypeTheirNameSays()
{
    plan::Plan plan;
    plan.scenarios = {scenario("Security Incident", {}, {}, {}), scenario("Performance Degradation", {}, {}, {})};
    QCOMPARE(ids(plan, about("Odd", "security")), QStringList{"security-incident"});
}

void TestScenarioFit::shippedPlansSuggestWhatFits_data()
{
    QTest::addColumn<QString>("plan");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("first"); // empty: nothing
    const auto row = [](const char *plan, const char *title, const char *type, const char *first) {
        QTest::newRow(qPrintable(QStringLiteral("%1: %2").arg(plan, title)))
            << QString::fromLatin1(plan) << QString::fromLatin1(title) << QString::fromLatin1(type) << QString::fromLatin1(first);
    };
    row("castor", "Checkout returns 503", "outage", "service-down");
    row("castor", "Postgres connection pool exhausted", "", "database-issues");
    row("castor", "API latency has doubled", "", "performance-degradation");
    row("castor", "Exceptions in Sentry after login", "", "high-error-rate");
    row("castor", "Invoices carry the wrong logo", "", "");
    row("rose", "Customer records deleted overnight", "", "data-loss");
    row("rose", "Credentials in a public repository", "", "security-incident");
    row("rose", "Pages are slow", "performance", "performance-degradation");
    row("rose", "Wrong currency in the footer", "", "");
    row("castiel", "Checkout returns 503", "outage", "");
}

void TestScenarioFit::shippedPlansSuggestWhatFits()
{
    QFETCH(QString, plan);
    QFETCH(QString, title);
    QFETCH(QString, type);
    QFETCH(QString, first);
    const Result<plan::Plan> shipped = plan::loadShipped(plan);
    QVERIFY(shipped);
    const QStringList found = ids(*shipped, about(title, type));
    QVERIFY2(found.value(0) == first, qPrintable(found.join(QStringLiteral(", "))));
}

QTEST_GUILESS_MAIN(TestScenarioFit)
#include "tst_scenariofit.moc"
