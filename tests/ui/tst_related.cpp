// Earlier incidents beside the one that is open: what was done last time, links, merging, and the question before a second declaration.
#include "models/session/relations.h"
#include "tests/ui/windowroom.h"
#include "ui/dialogs/declaredialog.h"
#include "ui/panes/board/boardcards.h"
#include "ui/panes/related/relatedpane.h"

#include <QLabel>
#include <QToolButton>

using namespace qd;
using namespace qd::test;

namespace {

const QString lag = QStringLiteral("Replica lag on the orders database");

QListView *like(const PaneRoom &room)
{
    return room.find<QListView>(QStringLiteral("Incidents like this one"));
}

QToolButton *bringBack(const PaneRoom &room) // a second pane asks again what is like it: its number comes with the answer
{
    const auto buttons = room.pane->findChildren<QToolButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [](const QToolButton *button) {
        return button->isVisible() && button->accessibleName() == QStringLiteral("Bring back 1 dismissed");
    });
    return found == buttons.end() ? nullptr : *found;
}

QListView *links(const PaneRoom &room)
{
    return room.find<QListView>(QStringLiteral("Linked incidents"));
}

IncidentId declareAndEnd(PaneRoom &room, const QString &title, const QString &ending)
{
    const IncidentId id = room.declare(QStringLiteral("P1"), title);
    room.clock.advance(std::chrono::minutes(41));
    room.submit(command::ChangeStatus{QStringLiteral("resolved"), ending, {}});
    room.clock.advance(std::chrono::hours(24 * 20));
    return id;
}

QWidget *createDialog(const ui::PaneContext &context, QWidget *parent)
{
    auto *dialog = new ui::DeclareDialog(context, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false); // the room owns it
    return dialog;
}

} // namespace

class TestRelated : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyPaneSaysWhatItIsFor()
    {
        PaneRoom room;
        room.declare();
        room.show(ui::createRelatedPane);
        QTRY_VERIFY(room.find<QPushButton>(QStringLiteral("Link an incident by its reference"))->isVisible());
        QVERIFY(!like(room)->isVisible());
    }

    void whatWasDoneLastTimeStandsBesideIt()
    {
        PaneRoom room;
        declareAndEnd(room, lag, QStringLiteral("Failed over to the standby"));
        room.declare(QStringLiteral("P0"), QStringLiteral("Orders are stale, the replica lags"));
        room.show(ui::createRelatedPane);
        QTRY_COMPARE(like(room)->model()->rowCount(), 1);
        const QString row = like(room)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        for (const QString &words : {lag, QStringLiteral("2 weeks ago"), QStringLiteral("replica"),
                                     QStringLiteral("Ended by: Failed over to the standby"), QStringLiteral("Took 41 min")})
            QVERIFY2(row.contains(words), qPrintable(row));
    }

    void aNewEntryBringsWhatItIsLike()
    {
        PaneRoom room;
        declareAndEnd(room, lag, {});
        room.declare(QStringLiteral("P0"), QStringLiteral("Something is odd"));
        room.show(ui::createRelatedPane);
        QTRY_VERIFY(room.find<QPushButton>(QStringLiteral("Link an incident by its reference"))->isVisible());
        command::LogEntry entry;
        entry.kind = QStringLiteral("observation");
        entry.text = QStringLiteral("replica lag on orders grows");
        room.submit(entry);
        QTRY_COMPARE(like(room)->model()->rowCount(), 1);
    }

    void aKeyLinksAndAnotherTakesItBack()
    {
        PaneRoom room;
        declareAndEnd(room, lag, {});
        room.declare(QStringLiteral("P0"), QStringLiteral("Replica lag again"));
        room.show(ui::createRelatedPane);
        QTRY_COMPARE(like(room)->model()->rowCount(), 1);
        like(room)->setCurrentIndex(like(room)->model()->index(0, 0));
        PaneRoom::trigger(like(room), QStringLiteral("Link as caused by it"));
        QTRY_COMPARE(links(room)->model()->rowCount(), 1);
        QTRY_COMPARE(like(room)->model()->rowCount(), 0);
        QVERIFY(PaneRoom::rowWith(links(room), QStringLiteral("caused by")).isValid());
        QCOMPARE(room.lastBody()[QLatin1String("relation")].toString(), QStringLiteral("caused-by"));
        links(room)->setCurrentIndex(links(room)->model()->index(0, 0));
        PaneRoom::trigger(links(room), QStringLiteral("Take the link back"));
        QTRY_COMPARE(links(room)->model()->rowCount(), 0);
        QTRY_COMPARE(like(room)->model()->rowCount(), 1);
    }

    void whatWasDismissedStaysAwayAndComesBack()
    {
        PaneRoom room;
        declareAndEnd(room, lag, {});
        room.declare(QStringLiteral("P0"), QStringLiteral("Replica lag again"));
        for (int start = 0; start < 2; ++start) { // also after the next start
            room.show(ui::createRelatedPane);
            if (start == 0) {
                QTRY_COMPARE(like(room)->model()->rowCount(), 1);
                like(room)->setCurrentIndex(like(room)->model()->index(0, 0));
                PaneRoom::trigger(like(room), QStringLiteral("Dismiss the suggestion"));
            }
            QTRY_VERIFY(bringBack(room));
            QCOMPARE(like(room)->model()->rowCount(), 0);
        }
        bringBack(room)->click();
        QCOMPARE(like(room)->model()->rowCount(), 1);
    }

    void oneThatIsNotSuggestedIsLinkedByItsReference()
    {
        PaneRoom room;
        room.declare(QStringLiteral("P1"), QStringLiteral("Coffee machine"));
        const QString ref = room.session->incident().ref;
        room.declare();
        room.show(ui::createRelatedPane, QSize(480, 700));
        room.perform(QStringLiteral("link"));
        room.answer(QStringLiteral("Reference of the other incident"), QStringLiteral("INC-NONE"));
        QTRY_VERIFY([&room] {
            const auto labels = room.pane->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [](const QLabel *label) { return label->text().contains(QStringLiteral("no incident 'INC-NONE'")); });
        }());
        room.perform(QStringLiteral("link"));
        room.answer(QStringLiteral("Reference of the other incident"), ref.toLower());
        QTRY_COMPARE(links(room)->model()->rowCount(), 1);
    }

    void aMergedOneLeadsOnAndThereIsAWayBack()
    {
        WindowRoom desk;
        const IncidentId first = desk.room.declare(QStringLiteral("P0"), lag);
        const IncidentId twin = desk.room.declare(QStringLiteral("P1"), QStringLiteral("Orders are stale"));
        const QString ref = desk.room.session->incident().ref;
        std::optional<bool> merged;
        desk.room.session->relations().link(first.toString(), QStringLiteral("merged-into"),
                                            [&merged](const Result<EventId> &done) { merged = done.has_value(); });
        QTRY_VERIFY(merged.has_value() && *merged);
        auto *band = desk.named<QLabel>(QStringLiteral("Merged into"));
        QVERIFY(band && band->isVisible());
        const auto &rows = desk.room.session->board();
        const auto row = std::find_if(rows.begin(), rows.end(), [&twin](const BoardRow &one) { return one.id == twin; });
        QVERIFY(row != rows.end());
        QVERIFY(ui::boardCard(*row, twin, desk.room.clock.now()).detail.startsWith(QStringLiteral("Merged into INC-")));
        desk.run("incident.merged");
        QTRY_COMPARE(desk.room.session->incident().id, first);
        QVERIFY(!band->isVisible());
        desk.run("incident.back");
        QTRY_COMPARE(desk.room.session->incident().id, twin);
        auto *open = desk.named<QPushButton>(QStringLiteral("Open INC-"));
        QTRY_VERIFY(open->hasFocus());
        QTest::keyClick(open, Qt::Key_Return);
        QTRY_COMPARE(desk.room.session->incident().id, first);
        desk.run("incident.back");
        QTRY_COMPARE(desk.room.session->incident().ref, ref);
        desk.named<QPushButton>(QStringLiteral("Take it out again"))->click();
        QVERIFY(desk.room.session->incident().isOpen());
        QVERIFY(!band->isVisible());
    }

    void beforeItIsDeclaredASecondTime()
    {
        PaneRoom room;
        const IncidentId first = room.declare(QStringLiteral("P0"), lag);
        const QString ref = room.session->incident().ref;
        room.declare(QStringLiteral("P2"), QStringLiteral("Coffee machine"));
        room.show(createDialog, QSize(840, 520));
        auto *title = room.find<QLineEdit>(QStringLiteral("Title"));
        title->setText(QStringLiteral("replica lag on orders"));
        const auto offered = [&room, ref]() -> QPushButton * {
            for (QPushButton *button : room.pane->findChildren<QPushButton *>()) {
                if (button->accessibleName() == QStringLiteral("Open %1 instead").arg(ref) && button->isVisible())
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY(offered());
        const auto *words = offered()->parentWidget()->findChild<QLabel *>();
        QTRY_VERIFY(words->height() >= words->heightForWidth(words->width())); // none of its lines is cut
        title->setText(QStringLiteral("printer out of paper"));
        QTRY_VERIFY(!offered());
        title->setText(QStringLiteral("replica lag on orders"));
        QTRY_VERIFY(offered());
        offered()->click();
        QTRY_COMPARE(room.session->incident().id, first);
        QVERIFY(!room.pane->isVisible());
    }
};

QTEST_MAIN(TestRelated)
#include "tst_related.moc"
