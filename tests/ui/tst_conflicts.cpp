// Two desks changed one thing: the window says so with both values, and one key settles it.
#include "tests/support/colleague.h"
#include "tests/support/elsewhere.h"
#include "tests/ui/windowroom.h"
#include "ui/mainwindow/conflictband.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;

class TestConflicts : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        desk = std::make_unique<WindowRoom>();
        desk->room.declare();
        QTRY_VERIFY(desk->room.session->saveStatus().state == SaveState::Saved);
        lee = std::make_unique<Colleague>(QStringLiteral("Lee"), desk->room.clock.now());
        lee->see(desk->room.session->events());
        band = desk->window->findChild<ui::ConflictBand *>();
    }
    void cleanup()
    {
        desk.reset();
        lee.reset();
    }

    void twoCommandersAreHeardOfAndAKeySettlesIt()
    {
        QVERIFY(!band->isVisible());
        meet(command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}},
             command::AssignRole{QStringLiteral("ic"), QStringLiteral("Lee"), {}, {}});
        QTRY_VERIFY(band->isVisible());
        QVERIFY(desk->named<QLabel>(QStringLiteral("Conflict: Dana and Lee were both made Incident Commander")));
        QVERIFY(desk->named<QLabel>(QStringLiteral("Dana by Dana at 14:03")));
        QVERIFY2(!band->findChild<QToolButton *>()->isVisible(), "it is the only one");
        QTest::keyClick(desk->window.get(), Qt::Key_F7);
        QVERIFY(!band->isVisible());
        QCOMPARE(desk->room.session->incident().holder(QStringLiteral("ic")), QStringLiteral("Dana"));
        QVERIFY(desk->room.session->incident().conflicts.empty());
    }

    void theOtherIsKeptByTheOtherKeyOrByItsButton()
    {
        meet(command::ChangeSeverity{QStringLiteral("P1"), QStringLiteral("one shard"), {}},
             command::ChangeSeverity{QStringLiteral("P2"), QStringLiteral("no users"), {}});
        QTRY_VERIFY(band->isVisible());
        auto *keep = desk->named<QPushButton>(QStringLiteral("Keep P2"));
        QVERIFY(keep);
        QVERIFY2(keep->accessibleDescription().startsWith(QStringLiteral("by Lee")), qPrintable(keep->accessibleDescription()));
        keep->click();
        QVERIFY(!band->isVisible());
        QCOMPARE(desk->room.session->incident().severity, QStringLiteral("P2"));
        QCOMPARE(desk->room.lastKind(), QStringLiteral("severity.changed"));
    }

    void ofSeveralTheNextIsAKeyAwayAndTheMenuHasAll()
    {
        meet(command::Amend{QStringLiteral("title"), QStringLiteral("Checkout is down")},
             command::Amend{QStringLiteral("title"), QStringLiteral("No orders complete")});
        meet(command::ChangeStatus{QStringLiteral("identified"), {}, {}}, command::ChangeStatus{QStringLiteral("mitigating"), {}, {}});
        QTRY_COMPARE(desk->room.session->incident().conflicts.size(), 2u);
        auto *others = desk->named<QToolButton>(QStringLiteral("Conflicts 1 of 2"));
        QVERIFY(others);
        QCOMPARE(others->menu()->actions().size(), 2);
        QVERIFY(desk->named<QLabel>(
            QStringLiteral("Conflict: The title was changed at the same time: “Checkout is down” and “No orders complete”")));
        QTest::keyClick(desk->window.get(), Qt::Key_F9);
        QVERIFY(desk->named<QLabel>(QStringLiteral("Conflict: The status was changed")));
        QTest::keyClick(desk->window.get(), Qt::Key_F8);
        QCOMPARE(desk->room.session->incident().status, QStringLiteral("mitigating"));
        QVERIFY2(band->isVisible(), "the next one follows");
        QVERIFY(desk->named<QLabel>(QStringLiteral("Conflict: The title")));
        QTest::keyClick(desk->window.get(), Qt::Key_F7);
        QVERIFY(!band->isVisible());
        QCOMPARE(desk->room.session->incident().title, QStringLiteral("Checkout is down"));
    }

    void howeverMuchThereIsToSayTheWindowStaysAsItIs()
    {
        const QString here = QStringLiteral("Checkout is down for every customer in Europe since the release of this morning");
        meet(
            command::Amend{QStringLiteral("title"), here},
            command::Amend{QStringLiteral("title"), QStringLiteral("No orders complete since release 4.12 went out to all of the shards")});
        meet(command::ChangeStatus{QStringLiteral("identified"), {}, {}}, command::ChangeStatus{QStringLiteral("mitigating"), {}, {}});
        desk->window->resize(1280, 720);
        QTest::keyClick(desk->window.get(), Qt::Key_F9);
        QTest::keyClick(desk->window.get(), Qt::Key_F9);
        QTRY_VERIFY(band->isVisible());
        QTRY_COMPARE(desk->window->size(), QSize(1280, 720));
        QVERIFY2(desk->window->minimumSizeHint().height() <= 720, qPrintable(QString::number(desk->window->minimumSizeHint().height())));
    }

    void whatAColleagueSettledIsGoneHereToo()
    {
        meet(command::ChangeStatus{QStringLiteral("identified"), {}, {}}, command::ChangeStatus{QStringLiteral("mitigating"), {}, {}});
        QTRY_VERIFY(band->isVisible());
        QTRY_VERIFY(desk->room.session->saveStatus().state == SaveState::Saved);
        lee->see(desk->room.session->events());
        bring(lee->write(desk->room.clock.now(), command::ChangeStatus{QStringLiteral("monitoring"), {}, {}}));
        QTRY_VERIFY(!band->isVisible());
        QTest::keyClick(desk->window.get(), Qt::Key_F7); // too late: said, and nothing is written
        QCOMPARE(desk->room.session->incident().status, QStringLiteral("monitoring"));
    }

    void theScribesHandsStayWhereTheyAre()
    {
        auto *line = desk->named<QWidget>(QStringLiteral("Scribe entry"));
        QTRY_VERIFY(line->hasFocus());
        meet(command::ChangeStatus{QStringLiteral("identified"), {}, {}}, command::ChangeStatus{QStringLiteral("mitigating"), {}, {}});
        QTRY_VERIFY(band->isVisible());
        QVERIFY(line->hasFocus());
        QTest::keyClick(line, Qt::Key_F8);
        QVERIFY(!band->isVisible());
        QVERIFY(line->hasFocus());
    }

private:
    void bring(const Event &event) { comeIn(*desk->room.journal, {event}); }
    void meet(const Command &here, const Command &there) // neither has seen the other's
    {
        desk->room.clock.advance(1min);
        desk->room.submit(here);
        desk->room.clock.advance(1min);
        bring(lee->write(desk->room.clock.now(), there));
    }

    std::unique_ptr<WindowRoom> desk;
    std::unique_ptr<Colleague> lee;
    ui::ConflictBand *band = nullptr;
};

QTEST_MAIN(TestConflicts)
#include "tst_conflicts.moc"
