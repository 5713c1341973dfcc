#include "models/items/rollbackmoment.h"

#include <QTest>

using namespace qd;
using namespace qd::items;

namespace {

Incident underWay(const QString &status)
{
    Incident incident;
    incident.status = status;
    incident.rules.lists = {{QStringLiteral("rollback"), QStringLiteral("Rollback"), {QStringLiteral("Halt the deployment")}}};
    return incident;
}

void write(Incident &incident, const char *kind, const char *text)
{
    TimelineEntry entry;
    entry.kind = QLatin1String(kind);
    entry.text = QLatin1String(text);
    incident.entries << entry;
}

} // namespace

class TestRollbackMoment : public QObject
{
    Q_OBJECT

private slots:
    void whoSpeaksOfRollingBackIsHeard();
    void otherWordsAreNot();
    void aDecisionPutsItAtHand();
    void aDeploymentDoesOnceTheCauseIsKnown();
    void itIsOverWithTheIncident();
    void aPlanWithoutOneHasNone();
};

void TestRollbackMoment::whoSpeaksOfRollingBackIsHeard()
{
    for (const char *text :
         {"roll back 4.12", "Rolling 4.12 back to 4.11 on all shards", "rollback", "rolled it back", "reverted the change",
          "back out the migration", "backed it out", "go to the previous version", "last known good build", "roll-back now"})
        QVERIFY2(speaksOfRollback(QLatin1String(text)), text);
    for (const char *text : {"since the deployment", "released 4.12 at noon", "rolled out on shard 3", "deploys are frozen", "a hotfix"})
        QVERIFY2(speaksOfDeployment(QLatin1String(text)), text);
}

void TestRollbackMoment::otherWordsAreNot()
{
    for (const char *text : {"call Lee back", "the service is back", "payroll runs at noon", "background jobs pile up", "a good point", ""})
        QVERIFY2(!speaksOfRollback(QLatin1String(text)), text);
    for (const char *text : {"employees wait", "relieved", "ruled out", ""})
        QVERIFY2(!speaksOfDeployment(QLatin1String(text)), text);
}

void TestRollbackMoment::aDecisionPutsItAtHand()
{
    Incident incident = underWay(QStringLiteral("investigating"));
    write(incident, "note", "could we roll back?");
    QVERIFY(!rollbackIsAtHand(incident));
    write(incident, "decision", "roll back 4.12");
    QVERIFY(rollbackIsAtHand(incident));
    incident.entries.last().undone = true;
    QVERIFY(!rollbackIsAtHand(incident));
}

void TestRollbackMoment::aDeploymentDoesOnceTheCauseIsKnown()
{
    Incident incident = underWay(QStringLiteral("investigating"));
    write(incident, "observation", "it began with the release of 4.12");
    QVERIFY(!rollbackIsAtHand(incident));
    incident.status = QStringLiteral("identified");
    QVERIFY(rollbackIsAtHand(incident));
    incident.entries.last().settlement.state = QStringLiteral("ruled-out");
    QVERIFY(!rollbackIsAtHand(incident));
    incident.type = QStringLiteral("deployment");
    QVERIFY(rollbackIsAtHand(incident));
}

void TestRollbackMoment::itIsOverWithTheIncident()
{
    Incident incident = underWay(QStringLiteral("resolved"));
    write(incident, "decision", "roll back 4.12");
    QVERIFY(!rollbackIsAtHand(incident));
}

void TestRollbackMoment::aPlanWithoutOneHasNone()
{
    Incident incident = underWay(QStringLiteral("mitigating"));
    write(incident, "decision", "roll back 4.12");
    incident.rules.lists.clear();
    QVERIFY(!rollbackIsAtHand(incident));
}

QTEST_GUILESS_MAIN(TestRollbackMoment)
#include "tst_rollbackmoment.moc"
