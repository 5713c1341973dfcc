// Who is on call is offered where somebody is wanted: for a seat, for a step of the escalation; and is said in the Roles dock.
#include "tests/ui/windowroom.h"
#include "ui/panes/clocks/clockspane.h"
#include "ui/panes/escalation/escalationpane.h"
#include "ui/panes/roles/rolespane.h"

#include <QComboBox>

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;
using oncall::Level;

class TestOnCall : public QObject
{
    Q_OBJECT

private slots:
    void anEmptySeatIsOfferedToWhoeverIsOnCall()
    {
        PaneRoom room;
        room.declare();
        room.session->setOnCall(roster(room));
        room.show(ui::createRolesPane);
        room.perform(QStringLiteral("assign"), QStringLiteral("ic"));
        auto *first = room.find<QAbstractButton>(QStringLiteral("Ada Lovelace, on call · primary until %1").arg(time(room, 4h)));
        QVERIFY(first->isVisible());
        first->click();
        QCOMPARE(room.lastKind(), QStringLiteral("role.assigned"));
        QCOMPARE(room.session->incident().holder(QStringLiteral("ic")), QStringLiteral("Ada Lovelace"));
    }

    void theKeyboardChoosesAmongThem()
    {
        PaneRoom room;
        room.declare();
        room.session->setOnCall(roster(room));
        room.show(ui::createRolesPane);
        room.perform(QStringLiteral("assign"), QStringLiteral("ic"));
        auto *name = room.find<QLineEdit>(QStringLiteral("Name"));
        QTest::keyClick(name, Qt::Key_Down);
        QTest::keyClick(room.pane->focusWidget(), Qt::Key_Down);
        QTest::keyClick(room.pane->focusWidget(), Qt::Key_Return);
        QCOMPARE(room.session->incident().holder(QStringLiteral("ic")), QStringLiteral("Grace Hopper"));
    }

    void whatIsTypedNarrowsThem()
    {
        PaneRoom room;
        room.declare();
        room.session->setOnCall(roster(room));
        room.show(ui::createRolesPane);
        room.perform(QStringLiteral("assign"), QStringLiteral("ic"));
        QTest::keyClicks(room.find<QLineEdit>(QStringLiteral("Name")), QStringLiteral("gr"));
        QVERIFY(!room.find<QAbstractButton>(QStringLiteral("Ada Lovelace, on call · primary until %1").arg(time(room, 4h)))->isVisible());
        QVERIFY(room.find<QAbstractButton>(QStringLiteral("Grace Hopper, on call · secondary until %1").arg(time(room, 6h)))->isVisible());
    }

    void theRolesSayWhoIsOnCallAndThatAShiftHasEnded()
    {
        PaneRoom room;
        room.declare();
        room.show(ui::createRolesPane);
        QVERIFY(line(room).isEmpty());
        room.session->setOnCall(roster(room));
        QVERIFY2(line(room).startsWith(QStringLiteral("On call: Ada Lovelace (primary, until %1 UTC)").arg(time(room, 4h))),
                 qPrintable(line(room)));
        room.advance(5h);
        QVERIFY2(line(room).contains(QStringLiteral("nobody as primary, and no shift is in sight")), qPrintable(line(room)));
    }

    void aStepOfTheEscalationGoesToThePersonOnCall()
    {
        PaneRoom room;
        room.declare();
        room.session->setOnCall(roster(room));
        room.show(ui::createEscalationPane);
        auto *list = room.find<QListView>(QStringLiteral("Escalation"));
        const QModelIndex row = PaneRoom::rowWith(list, QStringLiteral("On-Call Engineer: Ada Lovelace"));
        QVERIFY(row.isValid());
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("on call until")));
        room.perform(QStringLiteral("next"), QStringLiteral("on-call"));
        QCOMPARE(room.lastKind(), QStringLiteral("escalation.raised"));
        QCOMPARE(room.lastBody()[QLatin1String("person")].toString(), QStringLiteral("Ada Lovelace"));
        QVERIFY(room.session->incident().entries.back().text.startsWith(QStringLiteral("Escalated to On-Call Engineer (Ada Lovelace)")));
    }

    void calendarsAreAddedAndRemovedInThePreferences()
    {
        WindowRoom desk;
        desk.room.declare();
        desk.run("app.preferences", QStringLiteral("oncall"));
        auto *place = desk.named<QLineEdit>(QStringLiteral("File or address of a calendar"));
        place->setText(QStringLiteral("rota"));
        desk.named<QPushButton>(QStringLiteral("Add the calendar"))->click();
        QVERIFY(desk.settings.value(Key::OnCall).toStringList().isEmpty()); // it is no place, and says so
        place->setText(QStringLiteral("https://x.invalid/rota.ics"));
        auto *level = desk.named<QComboBox>(QStringLiteral("Level"));
        level->setCurrentIndex(2);
        desk.named<QPushButton>(QStringLiteral("Add the calendar"))->click();
        QCOMPARE(desk.settings.value(Key::OnCall).toStringList(), QStringList{QStringLiteral("secondary https://x.invalid/rota.ics")});
        desk.room.session->setOnCall({{{QStringLiteral("https://x.invalid/rota.ics"), Level::Secondary, {}},
                                       {},
                                       {},
                                       QStringLiteral("x.invalid cannot be reached")}});
        QVERIFY(hasWords(desk, QStringLiteral("✕ x.invalid cannot be reached")));
        desk.named<QPushButton>(QStringLiteral("Remove x.invalid"))->click();
        QVERIFY(desk.settings.value(Key::OnCall).toStringList().isEmpty());
    }

private:
    static oncall::Roster roster(const PaneRoom &room)
    {
        const Instant now = room.clock.now();
        oncall::Schedule schedule;
        schedule.from = now - 24h;
        schedule.to = now + 24h;
        schedule.shifts = {{QStringLiteral("Ada Lovelace"), {}, Level::Primary, now - 2h, now + 4h},
                           {QStringLiteral("Grace Hopper"), {}, Level::Secondary, now - 2h, now + 6h}};
        return {{{QStringLiteral("/rota.ics"), {}, {}}, schedule, now, {}}};
    }
    static QString time(const PaneRoom &room, Duration in)
    {
        return toDateTime(room.clock.now() + in, QTimeZone::utc()).toString(QStringLiteral("HH:mm"));
    }
    static QString line(const PaneRoom &room)
    {
        for (const QLabel *label : room.pane->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(QStringLiteral("On call: ")))
                return label->text();
        }
        return {};
    }
    static bool hasWords(const WindowRoom &desk, const QString &words)
    {
        const auto labels = desk.window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) { return label->text() == words; });
    }
};

QTEST_MAIN(TestOnCall)
#include "tst_oncall.moc"
