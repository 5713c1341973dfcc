#include "models/plan/differences.h"
#include "models/plan/reader.h"
#include "models/plan/shipped.h"

#include <QTest>

using namespace qd;
using namespace qd::plan;

namespace {

Plan ours()
{
    return readPlan("id: ours\nname: Ours\n"
                    "severities: [{id: P0, name: Critical, respond_within: 5m}, {id: P1, name: High, respond_within: 15m}]\n"
                    "audiences: [{id: status, name: Status page, cadence: {P0: {every: 30m}}}]\n"
                    "roles: [{id: ic, name: Incident Commander, duties: [Lead, Decide], required_at: [P0]}, {id: sc, name: Scribe}]\n"
                    "phases: [{id: detect, name: Detection, steps: [{title: Look}, {title: Tell, items: [Who, What]}]}]\n"
                    "metrics: [{id: MTTA, name: Time to acknowledge, from: detected, to: acknowledged, targets: {P0: 5m}}]\n",
                    "ours.yaml")
        .plan.value();
}

QStringList said(const Plan &was, const Plan &is)
{
    QStringList lines;
    for (const Difference &each : planDifferences(was, is))
        lines << QStringLiteral("%1 | %2: %3 -> %4").arg(each.path, each.label, each.was, each.is);
    return lines;
}

} // namespace

class Differences : public QObject
{
    Q_OBJECT
private slots:
    void aPlanSaysWhatItSays()
    {
        for (const QString &id : shippedPlans())
            QCOMPARE(said(loadShipped(id).value(), loadShipped(id).value()), QStringList());
    }

    void aFactIsToldByItsPathAndInWords()
    {
        Plan is = ours();
        is.severities[1].respondWithin = Target(Duration(std::chrono::minutes(10)));
        is.audiences[0].cadences[0].every.reset();
        is.roles[0].requiredAt << "P1";
        is.metrics[0].targets[0].within = std::chrono::minutes(4);
        is.stabilityWatch = std::chrono::minutes(30);
        is.severities[0].postmortemRequired = Need::Yes;
        QCOMPARE(said(ours(), is),
                 QStringList({"stability_watch | stability watch:  -> 30 min",
                              "severities/P0/postmortem_required | P0 postmortem required:  -> yes",
                              "severities/P1/respond_within | P1 respond within: 15 min -> 10 min",
                              "audiences/status/cadence/P0/every | Status page P0 every: 30 min -> ",
                              "roles/ic/required_at/1 | Incident Commander required at:  -> P1",
                              "metrics/MTTA/targets/P0/within | Time to acknowledge P0 within: 5 min -> 4 min"}));
    }

    void aLineThatIsPutInIsOneDifference()
    {
        Plan is = ours();
        is.roles[0].duties = QStringList{"Assess", "Lead", "Decide fast"};
        is.phases[0].steps.insert(is.phases[0].steps.begin(), Step{"Wake up", {}, {}});
        is.phases[0].steps[2].items.removeFirst();
        QCOMPARE(said(ours(), is),
                 QStringList({"roles/ic/duties/0 | Incident Commander duty:  -> Assess",
                              "roles/ic/duties/2 | Incident Commander duty: Decide -> Decide fast",
                              "phases/detect/steps/0 | phase \"Detection\" step:  -> Wake up",
                              "phases/detect/steps/2/items/0 | phase \"Detection\" step \"Tell\" item: Who -> "}));
    }

    void whatComesAndGoesIsToldOnce()
    {
        Plan is = ours();
        is.roles.pop_back();
        Severity low;
        low.id = "P2";
        low.name = "Low";
        is.severities.push_back(low);
        is.audiences[0].cadences.push_back({"P1", Target(Duration(std::chrono::hours(1))), {}});
        QCOMPARE(
            said(ours(), is),
            QStringList({"severities/P2 | severity P2:  -> P2 Low",
                         "audiences/status/cadence/P1 | Status page cadence P1:  -> first within 1 h", "roles/sc | role: Scribe -> "}));
    }

    void theOrderOfSeveritiesIsAFact()
    {
        Plan is = ours();
        std::swap(is.severities[0], is.severities[1]);
        QCOMPARE(said(ours(), is), QStringList("severities | severities in order: P0, P1 -> P1, P0"));
    }

    void whereItWasReadIsNoDifference()
    {
        Plan is = ours();
        is.severities[0].lines.insert("respond_within", 12);
        is.lines.insert("roles/ic", 30);
        QCOMPARE(said(ours(), is), QStringList());
    }
};

QTEST_GUILESS_MAIN(Differences)
#include "tst_differences.moc"
