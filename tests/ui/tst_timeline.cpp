// The timeline as its reader meets it.
#include "tests/ui/paneroom.h"
#include "ui/panes/timeline/timelinelist.h"
#include "ui/panes/timeline/timelinepane.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QScrollBar>

using namespace qd;
using namespace qd::test;
using std::chrono::minutes;

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        room = std::make_unique<PaneRoom>();
        room->declare();
        log(QStringLiteral("Roll back 4.12 #rollback"), QStringLiteral("decision"));
        log(QStringLiteral("The pool is exhausted"), QStringLiteral("hypothesis"));
        room->show(ui::createTimelinePane, QSize(900, 500));
        list = room->find<ui::TimelineList>(QStringLiteral("Timeline"));
    }
    void cleanup() { room.reset(); }

    void eachItemBeginsWithTimeAndKindAndHoldsItsText()
    {
        const QString spoken = PaneRoom::rowWith(list, QStringLiteral("Roll back")).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(QStringLiteral("14:02 Decision: Roll back 4.12 #rollback")), qPrintable(spoken));
        QVERIFY(spoken.contains(QStringLiteral("Dana")));
    }

    void theModelKeepsItsContractWhileEntriesCome()
    {
        const QAbstractItemModelTester tester(list->model());
        room->clock.advance(minutes(20));
        log(QStringLiteral("after a silence"));
        command::LogEntry late;
        late.text = QStringLiteral("late");
        late.at = room->clock.now() - minutes(10);
        room->submit(late);
        QVERIFY(PaneRoom::rowWith(list, QStringLiteral("late: written 14:22")).isValid());
        QVERIFY(room->session->undo());
        QVERIFY(PaneRoom::rowWith(list, QStringLiteral("undone")).isValid());
    }

    void theViewStaysWhereTheReaderIs()
    {
        for (int i = 0; i < 60; ++i)
            log(QStringLiteral("entry %1").arg(i));
        QVERIFY(list->isAtEnd());
        list->verticalScrollBar()->setValue(400);
        const QModelIndex top = list->indexAt(QPoint(5, 5));
        for (int i = 0; i < 3; ++i)
            log(QStringLiteral("new %1").arg(i));
        QCOMPARE(list->indexAt(QPoint(5, 5)), top);
        QCOMPARE(list->unseen(), 3);
        auto *marker = room->find<QPushButton>(QStringLiteral("3 new"));
        QVERIFY(marker->isVisible());
        marker->click();
        QVERIFY(list->isAtEnd());
        QVERIFY(!marker->isVisible());
    }

    void searchFindsNextAndCounts()
    {
        log(QStringLiteral("shard 1 drains"));
        log(QStringLiteral("shard 2 drains"));
        auto *search = room->find<QLineEdit>(QStringLiteral("Timeline search"));
        room->perform(QStringLiteral("search"));
        QTest::keyClicks(search, QStringLiteral("shard"));
        QCOMPARE(search->accessibleDescription(), QStringLiteral("2 of 2"));
        QVERIFY(current().contains(QStringLiteral("shard 2")));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY2(current().contains(QStringLiteral("shard 1")), qPrintable(current()));
        QCOMPARE(search->accessibleDescription(), QStringLiteral("1 of 2"));
        QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(current().contains(QStringLiteral("shard 2")));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
    }

    void chipsFilter()
    {
        room->find<QPushButton>(QStringLiteral("Decisions 1"))->click();
        QCOMPARE(list->model()->rowCount(), 2); // the day, the decision
        room->find<QPushButton>(QStringLiteral("All 3"))->click();
        QVERIFY(list->model()->rowCount() > 3);
    }

    void anEntryIsEditedInPlace()
    {
        point(QStringLiteral("The pool"));
        room->perform(QStringLiteral("edit"));
        room->answer(QStringLiteral("Text"), QStringLiteral("The pool of shard 3 is exhausted"));
        QCOMPARE(room->lastKind(), QStringLiteral("entry.amended"));
        QVERIFY(current().contains(QStringLiteral("shard 3")));
        QVERIFY(current().contains(QStringLiteral("edited")));
    }

    void theArrowsPassOverDays()
    {
        room->perform(QStringLiteral("focus"));
        QVERIFY2(current().contains(QStringLiteral("The pool")), qPrintable(current()));
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(list, Qt::Key_Up);
        QVERIFY2(current().contains(QStringLiteral("Declared")), qPrintable(current()));
        QTest::keyClick(list, Qt::Key_E); // records a change: it is not edited
        QCOMPARE(room->lastKind(), QStringLiteral("entry.logged"));
    }

    void aHypothesisIsSettledByAKey()
    {
        point(QStringLiteral("The pool"));
        QTest::keyClick(list, Qt::Key_Y);
        QVERIFY(current().contains(QStringLiteral("confirmed 14:02, Dana")));
        QTest::keyClick(list, Qt::Key_N);
        QVERIFY(current().contains(QStringLiteral("ruled out 14:02, Dana")));
    }

    void pinRedactCopy()
    {
        point(QStringLiteral("Roll back"));
        room->perform(QStringLiteral("pin"));
        QVERIFY(current().contains(QStringLiteral("pinned")));
        room->perform(QStringLiteral("copymarkdown"));
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("- **2026-11-21 14:02:00 UTC** Decision: Roll back 4.12")));
        room->perform(QStringLiteral("redact"));
        room->answer(QStringLiteral("Reason, such as: a pasted password"), QStringLiteral("a password"));
        QVERIFY(current().contains(QStringLiteral("redacted: a password")));
    }

    void timesSwitchForAllRows()
    {
        room->times.setOrigin(room->clock.now() - minutes(23));
        room->times.setMode(ui::TimeDisplay::Mode::SinceDetection);
        QVERIFY(PaneRoom::rowWith(list, QStringLiteral("Roll back"))
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(QStringLiteral("T+00:23 Decision")));
    }

private:
    void log(const QString &text, const QString &kind = QStringLiteral("note"))
    {
        command::LogEntry entry;
        entry.text = text;
        entry.kind = kind;
        room->submit(entry);
    }
    void point(const QString &words) { list->setCurrentIndex(PaneRoom::rowWith(list, words)); }
    [[nodiscard]] QString current() const { return list->currentIndex().data(Qt::AccessibleTextRole).toString(); }

    std::unique_ptr<PaneRoom> room;
    ui::TimelineList *list = nullptr;
};

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
