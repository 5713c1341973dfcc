#include "tests/ui/paneroom.h"
#include "ui/panes/hypotheses/hypothesespane.h"

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;

class TestHypotheses : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyPaneSaysWhatToDo();
    void oneIsNotedConfirmedAndOpenedAgain();
    void whatIsRuledOutStandsLastAndSaysWhy();
    void enterShowsTheEntry();

private:
    static QListView *list(const PaneRoom &room) { return room.find<QListView>(QStringLiteral("Hypotheses")); }
    static QString row(const PaneRoom &room, int row) { return list(room)->model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    static void note(PaneRoom &room, const QString &text)
    {
        auto *line = room.find<QLineEdit>(QStringLiteral("New hypothesis"));
        line->setText(text);
        QTest::keyClick(line, Qt::Key_Return);
    }
};

void TestHypotheses::anEmptyPaneSaysWhatToDo()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createHypothesesPane);
    QVERIFY(!list(room)->isVisible());
    room.perform(QStringLiteral("open"), {});
    QVERIFY(room.find<QLineEdit>(QStringLiteral("New hypothesis"))->hasFocus());
}

void TestHypotheses::oneIsNotedConfirmedAndOpenedAgain()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createHypothesesPane);
    note(room, QStringLiteral("The pool is exhausted"));
    QCOMPARE(room.lastBody()[QLatin1String("kind")].toString(), QStringLiteral("hypothesis"));
    room.advance(7min);
    QVERIFY2(row(room, 0).contains(QStringLiteral("open for 7 min")), qPrintable(row(room, 0)));
    list(room)->setCurrentIndex(list(room)->model()->index(0, 0));
    PaneRoom::trigger(list(room), QStringLiteral("Confirm…"));
    room.answer(QStringLiteral("Note"), QStringLiteral("200 of 200 in use"));
    QVERIFY2(row(room, 0).contains(QStringLiteral("confirmed")) && row(room, 0).contains(QStringLiteral("200 of 200 in use")),
             qPrintable(row(room, 0)));
    PaneRoom::trigger(list(room), QStringLiteral("Open again"));
    QVERIFY2(row(room, 0).contains(QStringLiteral("open for")), qPrintable(row(room, 0)));
}

void TestHypotheses::whatIsRuledOutStandsLastAndSaysWhy()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createHypothesesPane);
    note(room, QStringLiteral("DNS"));
    note(room, QStringLiteral("The new release"));
    list(room)->setCurrentIndex(PaneRoom::rowWith(list(room), QStringLiteral("DNS")));
    PaneRoom::trigger(list(room), QStringLiteral("Rule out…"));
    room.answer(QStringLiteral("Note"), QStringLiteral("it answers everywhere"));
    QVERIFY2(row(room, 1).contains(QStringLiteral("ruled out")) && row(room, 1).contains(QStringLiteral("it answers everywhere")),
             qPrintable(row(room, 1)));
    QVERIFY(row(room, 0).contains(QStringLiteral("The new release")));
}

void TestHypotheses::enterShowsTheEntry()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createHypothesesPane);
    note(room, QStringLiteral("DNS"));
    list(room)->setCurrentIndex(list(room)->model()->index(0, 0));
    QTest::keyClick(list(room), Qt::Key_Return);
    QCOMPARE(room.invoked.last(), QStringLiteral("timeline.details ") + room.session->incident().entries.last().id.toString());
}

QTEST_MAIN(TestHypotheses)
#include "tst_hypotheses.moc"
