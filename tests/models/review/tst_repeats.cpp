// Which incidents are one and the same, and which came again.
#include "tests/models/review/metricsstory.h"

#include <QTest>

using namespace qd;
using namespace qd::review;
using namespace qd::test;
using std::chrono::days;

namespace {

Case onDay(int day, const char *type = "", const char *service = "")
{
    Case one = resolvedAfter(30, "P0", days(day));
    one.incident.type = QLatin1String(type);
    if (*service)
        one.incident.services = {QLatin1String(service)};
    return one;
}

void link(Case &one, const char *relation, const Case &other)
{
    IncidentLink made;
    made.other = other.incident.ref;
    made.relation = QLatin1String(relation);
    one.incident.links.push_back(made);
}

void writeCause(Case &one, const char *markdown)
{
    WrittenSection section;
    section.section = QStringLiteral("root-cause");
    section.text = QString::fromUtf8(markdown);
    one.incident.sections.push_back(section);
}

} // namespace

class TestRepeats : public QObject
{
    Q_OBJECT

private slots:
    void theLaterOfTwoLinkedIsTheRepeat();
    void duplicatesAreOneIncident();
    void whatWasMergedIsCountedOnce();
    void duplicatesOfEachOtherAreCountedOnce();
    void theSameCauseInOtherWordsOfTheSameKind();
    void noCauseIsNoSameCause();
    void theSameTypeAndServiceWithinThirtyDays();
    void aDrillRepeatsNoIncident();
    void whatItRepeatsMayLieBeforeTheDaysAsked();
};

void TestRepeats::theLaterOfTwoLinkedIsTheRepeat()
{
    std::vector<Case> cases{onDay(0), onDay(-100), onDay(-50)};
    link(cases[1], "related", cases[0]); // written into the earlier one
    link(cases[2], "caused-by", cases[1]);
    const Metrics found = metrics(cases, {}, evening);
    QCOMPARE(refs(found, found.all.linkedAgain), QStringList({cases[2].incident.ref, cases[0].incident.ref}));
    link(cases[2], "mentioned", cases[0]);
    QCOMPARE(metrics(cases, {}, evening).all.linkedAgain.number, 2);
}

void TestRepeats::duplicatesAreOneIncident()
{
    std::vector<Case> cases{onDay(0), onDay(0), onDay(0)};
    link(cases[0], "duplicate", cases[1]);
    link(cases[2], "duplicate", cases[1]);
    const Metrics found = metrics(cases, {}, evening);
    QCOMPARE(refs(found, found.all.incidents), QStringList{cases[1].incident.ref});
    QCOMPARE(found.leftOut.merged, 2);
    QCOMPARE(found.all.linkedAgain.number, 0);
}

void TestRepeats::whatWasMergedIsCountedOnce()
{
    std::vector<Case> cases{onDay(-9), onDay(0), onDay(-60)};
    link(cases[0], "merged-into", cases[1]);
    link(cases[1], "merged-from", cases[0]);
    link(cases[0], "related", cases[2]); // holds for what it was merged into
    const Metrics found = metrics(cases, {}, evening);
    QCOMPARE(refs(found, found.all.incidents), QStringList({cases[2].incident.ref, cases[1].incident.ref}));
    QCOMPARE(refs(found, found.all.linkedAgain), QStringList{cases[1].incident.ref});
}

void TestRepeats::duplicatesOfEachOtherAreCountedOnce()
{
    std::vector<Case> cases{onDay(0), onDay(-1)};
    link(cases[0], "duplicate", cases[1]);
    link(cases[1], "duplicate", cases[0]);
    const Metrics found = metrics(cases, {}, evening);
    QCOMPARE(refs(found, found.all.incidents), QStringList{cases[1].incident.ref}); // the first
    link(cases[0], "duplicate", Case{nullptr, Incident{}});                         // one that is not here
    link(cases[0], "duplicate", cases[0]);
    QCOMPARE(metrics(cases, {}, evening).all.incidents.number, 1);
}

void TestRepeats::theSameCauseInOtherWordsOfTheSameKind()
{
    std::vector<Case> cases{onDay(-200), onDay(-100), onDay(0)};
    writeCause(cases[0], "The root cause was **connection pool exhaustion**.\n\nMore on that.");
    writeCause(cases[2], "## Root cause\n\nConnection pool exhaustion");
    writeCause(cases[1], "An expired certificate");
    const Metrics found = metrics(cases, {}, evening);
    QCOMPARE(refs(found, found.all.sameCause), QStringList{cases[2].incident.ref});
    QCOMPARE(found.all.sameKind.number, 0);
}

void TestRepeats::noCauseIsNoSameCause()
{
    for (const char *nothing : {"TBD", "Not known yet.", "", "unknown", "# Root cause\n"}) {
        std::vector<Case> cases{onDay(-100), onDay(0)};
        writeCause(cases[0], nothing);
        writeCause(cases[1], nothing);
        QCOMPARE(metrics(cases, {}, evening).all.sameCause.number, 0);
    }
}

void TestRepeats::theSameTypeAndServiceWithinThirtyDays()
{
    const std::vector<Case> cases{onDay(-80, "outage", "checkout"), onDay(-31, "Outage", "checkout"), onDay(-1, "outage", "Checkout"),
                                  onDay(0, "outage", "search"), onDay(0, "security", "checkout")};
    const Metrics found = metrics(cases, {}, evening);
    QCOMPARE(refs(found, found.all.sameKind), QStringList{cases[2].incident.ref}); // the 30th day, and no later
    QCOMPARE(found.all.linkedAgain.number + found.all.sameCause.number, 0);
}

void TestRepeats::aDrillRepeatsNoIncident()
{
    std::vector<Case> cases{onDay(-2, "outage", "checkout"), onDay(-1, "outage", "checkout"), onDay(0, "outage", "checkout")};
    cases[1].incident.drill = true;
    link(cases[1], "related", cases[0]);
    MetricsQuery query;
    query.drills = true;
    const Metrics found = metrics(cases, query, evening);
    QCOMPARE(refs(found, found.all.sameKind), QStringList{cases[2].incident.ref});
    QCOMPARE(found.all.linkedAgain.number, 0);
}

void TestRepeats::whatItRepeatsMayLieBeforeTheDaysAsked()
{
    const std::vector<Case> cases{onDay(-20, "outage", "checkout"), onDay(0, "outage", "checkout")};
    MetricsQuery query;
    query.from = QDate(2026, 11, 20);
    const Metrics found = metrics(cases, query, evening);
    QCOMPARE(found.all.incidents.number, 1);
    QCOMPARE(found.all.sameKind.number, 1);
}

QTEST_GUILESS_MAIN(TestRepeats)
#include "tst_repeats.moc"
