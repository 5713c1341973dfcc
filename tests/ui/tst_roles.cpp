#include "tests/ui/paneroom.h"
#include "ui/panes/roles/rolespane.h"

#include <QPlainTextEdit>

using namespace qd;
using namespace qd::test;

class TestRoles : public QObject
{
    Q_OBJECT

private slots:
    void eachRoleIsNamedWithItsHolder();
    void anEmptyRequiredSeatSaysSinceWhen();
    void assignByTypingAName();
    void takeItWithOneKey();
    void aHandoverIsOfferedWithABriefAndAccepted();
    void theRowSaysToWhomItIsOfferedAndSinceWhen();
    void anOfferToMeStandsOutAndEnterAcceptsIt();
    void anOfferIsWithdrawn();
    void aBriefThatWasBegunIsStillThere();
    void dutiesAreTicked();

private:
    static QListView *list(const PaneRoom &room) { return room.find<QListView>(QStringLiteral("Roles")); }
    static QString spoken(const PaneRoom &room, const QString &role)
    {
        return PaneRoom::rowWith(list(room), role).data(Qt::AccessibleTextRole).toString();
    }
};

void TestRoles::eachRoleIsNamedWithItsHolder()
{
    PaneRoom room;
    room.declare();
    room.submit(command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}});
    room.show(ui::createRolesPane);
    QCOMPARE(list(room)->model()->rowCount(), static_cast<int>(room.session->incident().rules.roles.size()));
    QVERIFY(spoken(room, QStringLiteral("Incident Commander")).contains(QStringLiteral("Dana")));
    QVERIFY(!list(room)->grab().isNull());
}

void TestRoles::anEmptyRequiredSeatSaysSinceWhen()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createRolesPane);
    room.advance(std::chrono::minutes(23));
    QVERIFY(spoken(room, QStringLiteral("Incident Commander")).contains(QStringLiteral("Empty for 23 min, required")));
    QVERIFY(room.pane->windowTitle().contains(QStringLiteral("required and empty")));
}

void TestRoles::assignByTypingAName()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createRolesPane);
    room.perform(QStringLiteral("assign"), QStringLiteral("ic"));
    room.answer(QStringLiteral("Name"), QStringLiteral("Lee"));
    QCOMPARE(room.lastKind(), QStringLiteral("role.assigned"));
    QCOMPARE(room.session->incident().holder(QStringLiteral("ic")), QStringLiteral("Lee"));
    QVERIFY(spoken(room, QStringLiteral("Incident Commander")).contains(QStringLiteral("Lee")));
}

void TestRoles::takeItWithOneKey()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createRolesPane);
    list(room)->setCurrentIndex(PaneRoom::rowWith(list(room), QStringLiteral("Incident Commander")));
    PaneRoom::trigger(list(room), QStringLiteral("Take it myself"));
    QCOMPARE(room.session->incident().holder(QStringLiteral("ic")), QStringLiteral("Dana"));
    PaneRoom::trigger(list(room), QStringLiteral("Release"));
    QCOMPARE(room.lastKind(), QStringLiteral("role.released"));
}

void TestRoles::aHandoverIsOfferedWithABriefAndAccepted()
{
    PaneRoom room;
    room.declare();
    room.submit(command::AssignRole{QStringLiteral("ic"), QStringLiteral("Lee"), {}, {}});
    room.show(ui::createRolesPane);
    room.perform(QStringLiteral("handover"), QStringLiteral("ic"));
    auto *brief = room.find<QPlainTextEdit>(QStringLiteral("Handover brief"));
    QVERIFY(brief->toPlainText().contains(QStringLiteral("Checkout returns 503")));
    brief->appendPlainText(QStringLiteral("Watch shard 3."));
    room.find<QLineEdit>(QStringLiteral("Name"))->setText(QStringLiteral("Dana"));
    room.find<QPushButton>(QStringLiteral("Offer"))->click();
    QCOMPARE(room.lastKind(), QStringLiteral("handover.offered"));
    QVERIFY(room.lastBody()[QLatin1String("brief")].toString().contains(QStringLiteral("Watch shard 3.")));
    QCOMPARE(room.session->incident().holder(QStringLiteral("ic")), QStringLiteral("Lee"));
    room.perform(QStringLiteral("accept"), QStringLiteral("ic"));
    QCOMPARE(room.lastKind(), QStringLiteral("role.handed_over"));
    QCOMPARE(room.session->incident().holder(QStringLiteral("ic")), QStringLiteral("Dana"));
}

void TestRoles::theRowSaysToWhomItIsOfferedAndSinceWhen()
{
    PaneRoom room;
    room.declare();
    room.submit(command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}});
    room.submit(command::OfferHandover{QStringLiteral("ic"), QStringLiteral("Lee"), QStringLiteral("Shard 3 is next")});
    room.show(ui::createRolesPane);
    QVERIFY(spoken(room, QStringLiteral("Incident Commander")).contains(QStringLiteral("offered to Lee just now, not accepted yet")));
    room.advance(std::chrono::minutes(3));
    QVERIFY(spoken(room, QStringLiteral("Incident Commander")).contains(QStringLiteral("Dana")));
    QVERIFY(spoken(room, QStringLiteral("Incident Commander")).contains(QStringLiteral("offered to Lee 3 min ago")));
}

void TestRoles::anOfferToMeStandsOutAndEnterAcceptsIt()
{
    PaneRoom room;
    room.declare();
    room.submit(command::AssignRole{QStringLiteral("ic"), QStringLiteral("Lee"), {}, {}});
    room.submit(command::OfferHandover{QStringLiteral("ic"), QStringLiteral("dana"), {}}); // however it is typed
    room.show(ui::createRolesPane);
    QVERIFY(spoken(room, QStringLiteral("Incident Commander")).contains(QStringLiteral("offered to you")));
    QVERIFY(room.pane->windowTitle().contains(QStringLiteral("offered to you")));
    list(room)->setCurrentIndex(PaneRoom::rowWith(list(room), QStringLiteral("Incident Commander")));
    QTest::keyClick(list(room), Qt::Key_Return);
    QCOMPARE(room.lastKind(), QStringLiteral("role.handed_over"));
    room.perform(QStringLiteral("accept")); // nothing is left to accept
    QCOMPARE(room.lastKind(), QStringLiteral("role.handed_over"));
}

void TestRoles::anOfferIsWithdrawn()
{
    PaneRoom room;
    room.declare();
    room.submit(command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}});
    room.submit(command::OfferHandover{QStringLiteral("ic"), QStringLiteral("Lee"), {}});
    room.show(ui::createRolesPane);
    room.perform(QStringLiteral("withdraw"));
    QVERIFY(room.session->incident().offers.empty());
    QCOMPARE(room.session->incident().holder(QStringLiteral("ic")), QStringLiteral("Dana"));
}

void TestRoles::aBriefThatWasBegunIsStillThere()
{
    PaneRoom room;
    room.declare();
    room.submit(command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}});
    room.show(ui::createRolesPane);
    room.perform(QStringLiteral("handover"), QStringLiteral("ic"));
    room.find<QPlainTextEdit>(QStringLiteral("Handover brief"))->setPlainText(QStringLiteral("Shard 3 is the sick one"));
    room.show(ui::createRolesPane); // as after a crash
    room.perform(QStringLiteral("handover"), QStringLiteral("ic"));
    auto *brief = room.find<QPlainTextEdit>(QStringLiteral("Handover brief"));
    QCOMPARE(brief->toPlainText(), QStringLiteral("Shard 3 is the sick one"));
    room.find<QLineEdit>(QStringLiteral("Name"))->setText(QStringLiteral("Lee"));
    QTest::keyClick(brief, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(room.lastBody()[QLatin1String("brief")].toString(), QStringLiteral("Shard 3 is the sick one"));
    QVERIFY(std::all_of(room.drafts.begin(), room.drafts.end(), [](const QString &draft) { return draft.isEmpty(); }));
}

void TestRoles::dutiesAreTicked()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createRolesPane);
    list(room)->setCurrentIndex(PaneRoom::rowWith(list(room), QStringLiteral("Incident Commander")));
    auto *duties = room.find<QListView>(QStringLiteral("Duties"));
    QVERIFY(duties->model()->rowCount() > 0);
    duties->setCurrentIndex(duties->model()->index(0, 0));
    QTest::keyClick(duties, Qt::Key_Space);
    QCOMPARE(room.lastKind(), QStringLiteral("check.ticked"));
    QCOMPARE(duties->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

QTEST_MAIN(TestRoles)
#include "tst_roles.moc"
