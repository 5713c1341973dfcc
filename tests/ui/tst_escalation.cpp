#include "models/items/cardmodel.h"
#include "models/items/escalationcards.h"
#include "tests/ui/paneroom.h"
#include "ui/panes/escalation/escalationpane.h"

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;

class TestEscalation : public QObject
{
    Q_OBJECT

private slots:
    void whatIsDueStandsFirst();
    void theNextStepIsTakenWithOneKey();
    void severalChannelsAreAChoiceInPlace();
    void aSkippedStepSaysWhy();
    void stepsOfOtherSeveritiesSayThatTheyAre();

private:
    static QListView *list(const PaneRoom &room) { return room.find<QListView>(QStringLiteral("Escalation")); }
    static QString row(const PaneRoom &room, int row) { return list(room)->model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    static const plan::EscalationStep *stepWithChannels(const PaneRoom &room, int least)
    {
        for (const plan::EscalationStep &step : room.session->plan().escalation) {
            const bool here = step.severities.isEmpty() || step.severities.contains(QStringLiteral("P0"));
            if (here && step.types.isEmpty() && (least > 1 ? step.channels.size() >= least : step.channels.size() < 2))
                return &step;
        }
        return nullptr;
    }
};

void TestEscalation::whatIsDueStandsFirst()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createEscalationPane);
    room.advance(3h);
    QVERIFY2(row(room, 0).contains(QStringLiteral("✕")) || row(room, 0).contains(QStringLiteral("missed")), qPrintable(row(room, 0)));
    QVERIFY(!list(room)->grab().isNull());
}

void TestEscalation::theNextStepIsTakenWithOneKey()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createEscalationPane);
    const QString step = list(room)->model()->index(0, 0).data(items::CardModel::IdRole).toString();
    const plan::EscalationStep *found = items::findStep(room.session->plan(), step);
    QVERIFY(found);
    room.perform(QStringLiteral("next"), {});
    if (found->channels.size() > 1)
        room.answer(QStringLiteral("Channel"), found->channels.first());
    QCOMPARE(room.lastKind(), QStringLiteral("escalation.raised"));
    QCOMPARE(room.lastBody()[QLatin1String("step")].toString(), step);
    QVERIFY(PaneRoom::rowWith(list(room), QStringLiteral("by Dana")).isValid());
}

void TestEscalation::severalChannelsAreAChoiceInPlace()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createEscalationPane);
    const plan::EscalationStep *step = stepWithChannels(room, 2);
    QVERIFY(step);
    room.perform(QStringLiteral("next"), step->id);
    room.answer(QStringLiteral("Channel"), step->channels.last());
    QCOMPARE(room.lastBody()[QLatin1String("channel")].toString(), step->channels.last());
}

void TestEscalation::aSkippedStepSaysWhy()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createEscalationPane);
    const QString step = list(room)->model()->index(0, 0).data(items::CardModel::IdRole).toString();
    list(room)->setCurrentIndex(list(room)->model()->index(0, 0));
    PaneRoom::trigger(list(room), QStringLiteral("Skip…"));
    room.answer(QStringLiteral("Reason"), QStringLiteral("they are here already"));
    QCOMPARE(room.lastKind(), QStringLiteral("clock.waived"));
    QVERIFY(PaneRoom::rowWith(list(room), QStringLiteral("they are here already")).isValid());
    QVERIFY(row(room, 0) != step);
}

void TestEscalation::stepsOfOtherSeveritiesSayThatTheyAre()
{
    PaneRoom room;
    room.declare(QStringLiteral("P3"));
    room.show(ui::createEscalationPane);
    QVERIFY(PaneRoom::rowWith(list(room), QStringLiteral("only at")).isValid());
}

QTEST_MAIN(TestEscalation)
#include "tst_escalation.moc"
