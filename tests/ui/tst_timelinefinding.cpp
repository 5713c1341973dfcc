// Finding one's way in a long timeline: filters, times, orders, and what an entry holds.
#include "tests/ui/paneroom.h"
#include "ui/panes/timeline/timelinelist.h"
#include "ui/panes/timeline/timelinepane.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>

using namespace qd;
using namespace qd::test;
using std::chrono::minutes;

class TestTimelineFinding : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        room = std::make_unique<PaneRoom>();
        room->declare();
        room->times.setOrigin(room->clock.now());
        log(QStringLiteral("Roll back 4.12 #rollback @lee"), QStringLiteral("decision"));
        log(QStringLiteral("The pool is exhausted"), QStringLiteral("hypothesis"));
        log(QStringLiteral("Shard 2 drains #rollback"));
        room->show(ui::createTimelinePane, QSize(900, 500));
        list = room->find<ui::TimelineList>(QStringLiteral("Timeline"));
        search = room->find<QLineEdit>(QStringLiteral("Timeline search"));
    }
    void cleanup() { room.reset(); }

    void aTagTypedIsAFilterWhenSpaceFollows()
    {
        room->perform(QStringLiteral("search"));
        QTest::keyClicks(search, QStringLiteral("#rollback "));
        QVERIFY(search->text().isEmpty());
        QCOMPARE(entries(), 2);
        QTest::keyClicks(search, QStringLiteral("kind:dec"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(entries(), 1);
        QVERIFY(room->find<QPushButton>(QStringLiteral("Decisions 1"))->isChecked());
        room->find<QPushButton>(QStringLiteral("Filter #rollback: take away"))->click();
        QCOMPARE(entries(), 1);
        QTest::keyClick(search, Qt::Key_Backspace); // the kind goes too
        QCOMPARE(entries(), 4);
        QVERIFY(room->find<QPushButton>(QStringLiteral("All 4"))->isChecked());
    }

    void whoWroteAndWhoIsNamedAreDifferentThings()
    {
        QTest::keyClicks(search, QStringLiteral("@lee "));
        QCOMPARE(entries(), 1);
        room->find<QPushButton>(QStringLiteral("Show all entries"))->click();
        QTest::keyClicks(search, QStringLiteral("by:lee "));
        QCOMPARE(entries(), 0);
        room->find<QPushButton>(QStringLiteral("Show all entries"))->click();
        QCOMPARE(entries(), 4);
    }

    void aKindThatIsNoneIsSaidInPlace()
    {
        QTest::keyClicks(search, QStringLiteral("kind:xyz "));
        QCOMPARE(search->text(), QStringLiteral("kind:xyz "));
        bool said = false;
        for (const QLabel *label : room->pane->findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(QStringLiteral("No entry is of the kind 'xyz'")));
        QVERIFY(said);
    }

    void theFilterMenuOffersWhatThereIs()
    {
        room->perform(QStringLiteral("filter"));
        auto *menu = room->pane->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        QAction *tag = nullptr;
        for (QMenu *part : menu->findChildren<QMenu *>()) {
            for (QAction *action : part->actions())
                tag = action->text().startsWith(QStringLiteral("#rollback")) ? action : tag;
        }
        QVERIFY(tag);
        tag->trigger();
        menu->close();
        QCOMPARE(entries(), 2);
        QTest::keyClick(list, Qt::Key_Escape);
        QCOMPARE(entries(), 4);
    }

    void anEntryThatDoesNotPassTheFilterIsNotShownUntilItGoes()
    {
        QTest::keyClicks(search, QStringLiteral("#rollback "));
        log(QStringLiteral("nothing to do with it"));
        QCOMPARE(entries(), 2);
        log(QStringLiteral("shard 3 next #rollback"));
        QCOMPARE(entries(), 3);
    }

    void matchesAreSteppedThroughFromAnywhere()
    {
        search->setText(QStringLiteral("rollback"));
        QVERIFY(current().contains(QStringLiteral("Shard 2")));
        room->perform(QStringLiteral("next"));
        QVERIFY(current().contains(QStringLiteral("Roll back")));
        room->perform(QStringLiteral("previous"));
        QVERIFY(current().contains(QStringLiteral("Shard 2")));
    }

    void aTimeIsGoneToAndBadTimesAreSaid()
    {
        room->clock.advance(minutes(30));
        log(QStringLiteral("half an hour on"));
        room->perform(QStringLiteral("jump"));
        const QString field = QStringLiteral("14:05, -30m, yesterday 23:50, T+20m");
        room->answer(field, QStringLiteral("soon"));
        QVERIFY(room->find<QLineEdit>(field)->isVisible());
        room->answer(field, QStringLiteral("T+29m"));
        QVERIFY2(current().contains(QStringLiteral("half an hour on")), qPrintable(current()));
        room->perform(QStringLiteral("jump"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        room->answer(field, QStringLiteral("14:00"));
        QVERIFY2(current().contains(QStringLiteral("Declared")), qPrintable(current()));
    }

    void theOrderOfWritingShowsWhatCameLate()
    {
        room->clock.advance(minutes(20));
        command::LogEntry late;
        late.text = QStringLiteral("found out only now");
        late.at = at("14:03");
        room->submit(late);
        QCOMPARE(lastRow(), QStringLiteral("14:03 Note: found out only now by Dana not saved yet late: written 14:22"));
        room->perform(QStringLiteral("order"));
        QVERIFY(room->find<QWidget>(QStringLiteral("Order: as written")));
        QVERIFY2(lastRow().startsWith(QStringLiteral("14:22 Note: found out only now")), qPrintable(lastRow()));
        QVERIFY(lastRow().contains(QStringLiteral("late: happened 14:03")));
    }

    void theHistoryOfAnEntryIsOneKeyAway()
    {
        list->setCurrentIndex(PaneRoom::rowWith(list, QStringLiteral("The pool")));
        command::AmendEntry amend;
        amend.entry = EventId::fromString(list->currentIndex().data(items::TimelineModel::IdRole).toString());
        amend.text = QStringLiteral("The pool of **shard 3**, <b>not</b> all");
        amend.reason = QStringLiteral("more is known");
        room->submit(amend);
        QVERIFY(current().contains(QStringLiteral("The pool of shard 3, <b>not</b> all")));
        QTest::keyClick(list, Qt::Key_Return);
        QString shown;
        for (const QLabel *label : room->pane->findChildren<QLabel *>())
            shown += label->isVisible() ? label->text() : QString();
        for (const char *part : {"Changed 2026-11-21 14:02:00 UTC by Dana (more is known)", "The pool is exhausted",
                                 "<b>shard 3</b>, &lt;b&gt;not&lt;/b&gt; all"})
            QVERIFY2(shown.contains(QLatin1String(part)), qPrintable(shown));
    }

    void whatIsNotLinkedToIsSaid()
    {
        QString said;
        connect(room->session.get(), &IncidentSession::failed, this, [&said](const QString &sentence) { said = sentence; });
        list->setCurrentIndex(PaneRoom::rowWith(list, QStringLiteral("The pool")));
        QTest::keyClick(list, Qt::Key_O);
        QVERIFY(said.contains(QStringLiteral("no link")));
        QTest::keyClick(list, Qt::Key_S, Qt::ControlModifier);
        QVERIFY(said.contains(QStringLiteral("Nothing is attached")));
    }

    void aFileIsSavedUnderANameAndNeverOverAnother()
    {
        const QModelIndex pool = PaneRoom::rowWith(list, QStringLiteral("The pool"));
        bool done = false;
        room->session->attach("log lines", QStringLiteral("../../pool.log"), QStringLiteral("text/x-log"),
                              EventId::fromString(pool.data(items::TimelineModel::IdRole).toString()),
                              [&done](const auto &) { done = true; });
        QTRY_VERIFY(done);
        list->setCurrentIndex(PaneRoom::rowWith(list, QStringLiteral("The pool")));
        QVERIFY(current().contains(QStringLiteral("pool.log")));
        room->perform(QStringLiteral("save"));
        QTRY_VERIFY(field(QStringLiteral("Save as")));
        QVERIFY(!field(QStringLiteral("Save as"))->text().contains(QStringLiteral("/../")));
        const QString path = room->folder.filePath(QStringLiteral("saved.log"));
        room->answer(QStringLiteral("Save as"), path);
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray("log lines"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        room->perform(QStringLiteral("save"));
        QTRY_VERIFY(field(QStringLiteral("Save as")));
        room->answer(QStringLiteral("Save as"), path);
        QVERIFY(field(QStringLiteral("Save as"))->isVisible()); // it is there already
    }

    void severalRowsAreCopiedInTheirOrder()
    {
        list->setCurrentIndex(PaneRoom::rowWith(list, QStringLiteral("Roll back")));
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        room->perform(QStringLiteral("copy"));
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("2026-11-21 14:02:00 UTC  Decision: Roll back 4.12 #rollback @lee (Dana)\n"
                                "2026-11-21 14:02:00 UTC  Hypothesis: The pool is exhausted (Dana)"));
    }

    void aLongTextTakesTwoLinesAndAllOfThemWhenItIsPointedAt()
    {
        log(QStringLiteral("a long one: ") + QStringLiteral("word ").repeated(120));
        const QModelIndex row = PaneRoom::rowWith(list, QStringLiteral("a long one"));
        const QModelIndex shortRow = PaneRoom::rowWith(list, QStringLiteral("The pool"));
        const int closed = list->visualRect(row).height();
        QVERIFY(closed > list->visualRect(shortRow).height());
        list->setCurrentIndex(row);
        QVERIFY(list->visualRect(row).height() > closed);
        QCOMPARE(list->indexAt(list->visualRect(row).center()), row);
        QVERIFY(list->visualRect(row).bottom() <= list->viewport()->height());
    }

    void aScreenReaderHearsARowByItsPlace()
    {
        QAccessibleInterface *its = QAccessible::queryAccessibleInterface(list);
        QVERIFY(its);
        QCOMPARE(its->role(), QAccessible::List);
        QCOMPARE(its->childCount(), list->model()->rowCount());
        QVERIFY(its->child(its->childCount() - 1)->text(QAccessible::Name).startsWith(QStringLiteral("14:02 Note: Shard 2 drains")));
    }

    void thePlansZoneIsOneOfTheWaysToShowTimes()
    {
        QVERIFY(!room->find<QWidget>(QStringLiteral("Times in the plan's zone"))->isVisible());
        room->times.setPlanZone("Europe/Berlin");
        QVERIFY(room->find<QWidget>(QStringLiteral("Times in the plan's zone"))->isVisible());
        room->times.setMode(ui::TimeDisplay::Mode::Incident);
        QVERIFY2(lastRow().startsWith(QStringLiteral("15:02 Note")), qPrintable(lastRow()));
    }

private:
    void log(const QString &text, const QString &kind = QStringLiteral("note"))
    {
        command::LogEntry entry;
        entry.text = text;
        entry.kind = kind;
        room->submit(entry);
    }
    [[nodiscard]] int entries() const
    {
        int count = 0;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            count += list->model()->index(row, 0).data(items::TimelineModel::IdRole).toString().isEmpty() ? 0 : 1;
        return count;
    }
    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        for (QLineEdit *edit : room->pane->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == name)
                return edit;
        }
        return nullptr;
    }
    [[nodiscard]] QString current() const { return list->currentIndex().data(Qt::AccessibleTextRole).toString(); }
    [[nodiscard]] QString lastRow() const
    {
        return list->model()->index(list->model()->rowCount() - 1, 0).data(Qt::AccessibleTextRole).toString();
    }

    std::unique_ptr<PaneRoom> room;
    ui::TimelineList *list = nullptr;
    QLineEdit *search = nullptr;
};

QTEST_MAIN(TestTimelineFinding)
#include "tst_timelinefinding.moc"
