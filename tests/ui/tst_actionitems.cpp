// Action items of this incident and of all: found, edited in place, taken back, opened, given away.
#include "models/items/actionmodel.h"
#include "models/session/casebook.h"
#include "tests/ui/paneroom.h"
#include "ui/panes/actionitems/actionitemspane.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>

using namespace qd;
using namespace qd::test;
using items::ActionModel;
using std::chrono::minutes;

namespace {

const QString allName = QStringLiteral("Action items of all incidents");

// Two incidents that ended with work to do, and one that is open; it is 21 November 2026.
struct Desk : PaneRoom
{
    IncidentId checkout, queue;
    EventId pool, alert, docs, runbook;

    Desk()
    {
        checkout = declare(QStringLiteral("P0"), QStringLiteral("Checkout returns 503"));
        pool = add("Cap the pool", "2026-11-18", "Dana", "https://tracker.example.org/browse/OPS-7");
        docs = add("Write it down", "", "");
        clock.advance(minutes(1));
        queue = declare(QStringLiteral("P2"), QStringLiteral("Queue is full"));
        alert = add("Alert on queue depth", "2026-11-20", "Lee", "");
        clock.advance(minutes(1));
        declare(QStringLiteral("P1"), QStringLiteral("Login is slow"));
        runbook = add("Mend the runbook", "2026-12-24", "Ana", "");
        clock.advance(minutes(1));
    }
    EventId add(const char *text, const char *due, const char *owner, const char *ticket = "")
    {
        return submit(command::AddAction{
            QLatin1String(text), QLatin1String(owner), QLatin1String(due), QStringLiteral("prevent"), {}, QLatin1String(ticket)});
    }
    QTableView *openAll(QSize size = QSize(1000, 400))
    {
        show(ui::createActionItemsPane, size);
        perform(QStringLiteral("all"));
        auto *table = find<QTableView>(allName);
        [&] { QTRY_COMPARE(table->model()->rowCount(), 4); }();
        return table;
    }
    static QStringList words(const QTableView *table)
    {
        QStringList all;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            all << table->model()->index(row, ActionModel::What).data().toString();
        return all;
    }
    static void choose(QTableView *table, int row, int column = ActionModel::What)
    {
        table->setFocus();
        table->setCurrentIndex(table->model()->index(row, column));
    }
    void type(QTableView *table, const QString &text) // into the cell that is edited
    {
        auto *editor = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->setText(text);
        QTest::keyClick(editor, Qt::Key_Return);
    }
    [[nodiscard]] ActionItem item(const IncidentId &incident) // its first one, as all incidents have it
    {
        return session->casebook().find(incident)->incident.actions.front();
    }
};

} // namespace

class Browser : public QObject // what the desktop would open
{
    Q_OBJECT

public:
    QList<QUrl> opened;

public slots:
    void open(const QUrl &url) { opened << url; }
};

class TestActionItems : public QObject
{
    Q_OBJECT

private slots:
    void theMostOverdueOfAllIncidentsComesFirst();
    void aRowOfAnotherIncidentIsEditedInPlace();
    void whatIsRefusedStandsInTheCellAgain();
    void aChangeElsewhereIsTakenBack();
    void chipsAndWordsNarrow();
    void whatIsClosedLeavesAndComesBack();
    void oneKeyOpensTheIncidentAtTheItem();
    void oneKeyTellsItsHistory();
    void onlyAnAddressOfTheWebIsOpened();
    void theListIsGivenAway();
    void aNarrowDockKeepsWhatMatters();
    void columnsAreOrders();
    void anotherPersonsChangeWaitsForTheEditor();
    void withoutAnythingItSaysWhatToDo();
};

void TestActionItems::theMostOverdueOfAllIncidentsComesFirst()
{
    Desk desk;
    QTableView *table = desk.openAll();
    QCOMPARE(Desk::words(table),
             (QStringList{QStringLiteral("Cap the pool"), QStringLiteral("Alert on queue depth"), QStringLiteral("Mend the runbook"),
                          QStringLiteral("Write it down")}));
    QCOMPARE(table->model()->index(0, ActionModel::Due).data().toString(), QStringLiteral("✕ 3 days overdue"));
    QVERIFY(table->model()->index(1, ActionModel::What).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Queue is full")));
    QCOMPARE(desk.pane->windowTitle(), QStringLiteral("4 open, 2 overdue"));
    QVERIFY(!desk.pane->grab().isNull());
}

void TestActionItems::aRowOfAnotherIncidentIsEditedInPlace()
{
    Desk desk;
    QTableView *table = desk.openAll();
    Desk::choose(table, 1, ActionModel::Owner);
    PaneRoom::trigger(table, QStringLiteral("Edit the cell"));
    desk.type(table, QStringLiteral("@Ana"));
    QTRY_COMPARE(desk.item(desk.queue).owner, QStringLiteral("Ana"));
    QCOMPARE(desk.session->incident().title, QStringLiteral("Login is slow")); // nobody left it
    PaneRoom::trigger(table, QStringLiteral("Due"));
    desk.type(table, QStringLiteral("friday"));
    QTRY_COMPARE(desk.item(desk.queue).due, QStringLiteral("2026-11-27"));
    PaneRoom::trigger(table, QStringLiteral("Ticket"));
    desk.type(table, QStringLiteral("OPS-9"));
    QTRY_COMPARE(desk.item(desk.queue).ticket, QStringLiteral("OPS-9"));
    PaneRoom::trigger(table, QStringLiteral("Take it myself"));
    QTRY_COMPARE(desk.item(desk.queue).owner, QStringLiteral("Dana"));
}

void TestActionItems::whatIsRefusedStandsInTheCellAgain()
{
    Desk desk;
    QTableView *table = desk.openAll();
    Desk::choose(table, 1);
    PaneRoom::trigger(table, QStringLiteral("Ticket"));
    desk.type(table, QStringLiteral("javascript:alert(1)"));
    const auto typed = [table] {
        const auto *editor = table->viewport()->findChild<QLineEdit *>();
        return editor && editor->isVisible() ? editor->text() : QString();
    };
    const auto saysWhy = [&desk] {
        const auto labels = desk.pane->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [](const QLabel *label) { return label->isVisible() && label->text().contains(QStringLiteral("https://")); });
    };
    QTRY_VERIFY(saysWhy());
    QTRY_COMPARE(typed(), QStringLiteral("javascript:alert(1)"));
    desk.type(table, QStringLiteral("OPS-9"));
    QTRY_COMPARE(desk.item(desk.queue).ticket, QStringLiteral("OPS-9"));
}

void TestActionItems::aChangeElsewhereIsTakenBack()
{
    Desk desk;
    QTableView *table = desk.openAll();
    Desk::choose(table, 0);
    PaneRoom::trigger(table, QStringLiteral("Done, or open again"));
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QCOMPARE(Desk::words(table).front(), QStringLiteral("Alert on queue depth"));
    QCOMPARE(table->currentIndex().row(), 0); // the next one is in its place
    QVERIFY(desk.session->undo());
    QTRY_COMPARE(table->model()->rowCount(), 4);
    QCOMPARE(desk.item(desk.checkout).state, QStringLiteral("open"));
}

void TestActionItems::chipsAndWordsNarrow()
{
    Desk desk;
    QTableView *table = desk.openAll();
    auto *words = desk.find<QLineEdit>(QStringLiteral("Find action items"));
    desk.find<QPushButton>(QStringLiteral("Overdue 2"))->click();
    QCOMPARE(table->model()->rowCount(), 2);
    desk.find<QPushButton>(QStringLiteral("Mine 1"))->click();
    QCOMPARE(Desk::words(table), QStringList{QStringLiteral("Cap the pool")});
    desk.find<QPushButton>(QStringLiteral("Overdue 2"))->click();
    desk.find<QPushButton>(QStringLiteral("Nobody's 1"))->click(); // it is one or the other
    QCOMPARE(Desk::words(table), QStringList{QStringLiteral("Write it down")});
    desk.find<QPushButton>(QStringLiteral("Nobody's 1"))->click();
    words->setText(QStringLiteral("@lee #prevent queue"));
    QCOMPARE(Desk::words(table), QStringList{QStringLiteral("Alert on queue depth")});
    words->setText(QStringLiteral("nothing of the kind"));
    QVERIFY(!table->isVisible());
    for (QPushButton *way : desk.pane->findChildren<QPushButton *>()) {
        if (way->isVisible() && way->accessibleName().contains(QStringLiteral("Show all that are open")))
            way->click();
    }
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 4);
    desk.perform(QStringLiteral("overdue"));
    QCOMPARE(table->model()->rowCount(), 2);
}

void TestActionItems::whatIsClosedLeavesAndComesBack()
{
    Desk desk;
    QTableView *table = desk.openAll();
    Desk::choose(table, 1);
    PaneRoom::trigger(table, QStringLiteral("Dropped, or open again"));
    QTRY_COMPARE(table->model()->rowCount(), 3);
    desk.find<QPushButton>(QStringLiteral("Closed too"))->click();
    QCOMPARE(table->model()->rowCount(), 4);
    QCOMPARE(Desk::words(table).back(), QStringLiteral("– Alert on queue depth"));
    Desk::choose(table, 3);
    PaneRoom::trigger(table, QStringLiteral("Dropped, or open again"));
    QTRY_COMPARE(desk.item(desk.queue).state, QStringLiteral("open"));
}

void TestActionItems::oneKeyOpensTheIncidentAtTheItem()
{
    Desk desk;
    QTableView *table = desk.openAll();
    Desk::choose(table, 1);
    PaneRoom::trigger(table, QStringLiteral("Open the incident at this item"));
    QTRY_COMPARE(desk.session->incident().id, desk.queue);
    auto *its = desk.find<QTableView>(QStringLiteral("Action items"));
    QTRY_VERIFY(its->isVisible());
    QTRY_COMPARE(its->currentIndex().data(ActionModel::IdRole).toString(), desk.alert.toString());
    desk.perform(QStringLiteral("open"), desk.pool.toString()); // of another incident: shown among all
    QTRY_COMPARE(table->currentIndex().data(ActionModel::IdRole).toString(), desk.pool.toString());
    QVERIFY(table->isVisible());
}

void TestActionItems::oneKeyTellsItsHistory()
{
    Desk desk;
    command::ChangeAction edit;
    edit.action = desk.runbook;
    edit.owner = QStringLiteral("Lee");
    desk.submit(edit);
    desk.show(ui::createActionItemsPane, QSize(1000, 400));
    desk.perform(QStringLiteral("open"), desk.runbook.toString());
    auto *table = desk.find<QTableView>(QStringLiteral("Action items"));
    PaneRoom::trigger(table, QStringLiteral("History"));
    auto *history = desk.find<QListWidget>(QStringLiteral("History of the action item"));
    QVERIFY(history->isVisible());
    QCOMPARE(history->count(), 2);
    QVERIFY2(history->item(0)->text().endsWith(QStringLiteral("Dana: Owner, from Ana to Lee")), qPrintable(history->item(0)->text()));
    QVERIFY2(history->item(1)->text().endsWith(QStringLiteral("Dana: added")), qPrintable(history->item(1)->text()));
    QTest::keyClick(history, Qt::Key_Escape);
    QVERIFY(!history->isVisible());
    QVERIFY(table->hasFocus());
}

void TestActionItems::onlyAnAddressOfTheWebIsOpened()
{
    Desk desk;
    QTableView *table = desk.openAll();
    Browser browser;
    QDesktopServices::setUrlHandler(QStringLiteral("https"), &browser, "open");
    Desk::choose(table, 0);
    PaneRoom::trigger(table, QStringLiteral("Open the ticket's link"));
    QCOMPARE(browser.opened, QList<QUrl>{QUrl(QStringLiteral("https://tracker.example.org/browse/OPS-7"))});
    Desk::choose(table, 1); // without a ticket
    PaneRoom::trigger(table, QStringLiteral("Open the ticket's link"));
    QCOMPARE(browser.opened.size(), 1);
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
}

void TestActionItems::theListIsGivenAway()
{
    Desk desk;
    QTableView *table = desk.openAll();
    desk.find<QPushButton>(QStringLiteral("Overdue 2"))->click();
    QCOMPARE(table->model()->rowCount(), 2);
    desk.perform(QStringLiteral("export"));
    auto *dialog = desk.pane->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QVERIFY(!dialog->isModal());
    const QString path = desk.folder.filePath(QStringLiteral("items.md"));
    emit dialog->fileSelected(path);
    QFile file(path);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString list = QString::fromUtf8(file.readAll());
    QVERIFY2(list.startsWith(QStringLiteral("- [ ] Cap the pool — Dana, due 2026-11-18, 3 days overdue, ")), qPrintable(list));
    QCOMPARE(list.count(QLatin1Char('\n')), 2);
}

void TestActionItems::aNarrowDockKeepsWhatMatters()
{
    Desk desk;
    QTableView *table = desk.openAll(QSize(340, 300));
    QVERIFY(table->isColumnHidden(ActionModel::Incident));
    QVERIFY(!table->isColumnHidden(ActionModel::Due));
    QCOMPARE(table->model()->index(0, ActionModel::What).data(ActionModel::DetailRole).toString().section(QLatin1Char(' '), 0, 0),
             QStringLiteral("P0")); // the incident stands below the words
    QVERIFY(table->columnWidth(ActionModel::What) >= 100);
    desk.pane->resize(1200, 300);
    QTRY_VERIFY(!table->isColumnHidden(ActionModel::Horizon));
    QCOMPARE(table->model()->index(0, ActionModel::What).data(ActionModel::DetailRole).toString(), QString());
}

void TestActionItems::columnsAreOrders()
{
    Desk desk;
    QTableView *table = desk.openAll();
    Desk::choose(table, 0);
    const QString chosen = table->currentIndex().data(ActionModel::IdRole).toString();
    emit table->horizontalHeader()->sectionClicked(ActionModel::What);
    QCOMPARE(Desk::words(table).front(), QStringLiteral("Alert on queue depth"));
    QCOMPARE(table->currentIndex().data(ActionModel::IdRole).toString(), chosen); // stays chosen where it went
    emit table->horizontalHeader()->sectionClicked(ActionModel::What);
    QCOMPARE(Desk::words(table).front(), QStringLiteral("Write it down"));
    PaneRoom::trigger(table, QStringLiteral("Order by the next column"));
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), static_cast<int>(ActionModel::Incident));
}

void TestActionItems::anotherPersonsChangeWaitsForTheEditor()
{
    Desk desk;
    QTableView *table = desk.openAll();
    Desk::choose(table, 3);
    PaneRoom::trigger(table, QStringLiteral("Edit the words"));
    auto *editor = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(QStringLiteral("Write it all down"));
    command::ChangeAction edit;
    edit.action = desk.runbook;
    edit.state = QStringLiteral("done"); // its row goes
    desk.submit(edit);
    QSignalSpy told(&desk.session->casebook(), &Casebook::changed);
    QVERIFY(told.count() > 0 || told.wait(1000));
    QCOMPARE(editor->text(), QStringLiteral("Write it all down"));
    QCOMPARE(table->model()->rowCount(), 4);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QTRY_VERIFY(Desk::words(table).contains(QStringLiteral("Write it all down")));
}

void TestActionItems::withoutAnythingItSaysWhatToDo()
{
    PaneRoom room;
    room.show(ui::createActionItemsPane, QSize(700, 300)); // no incident is open: those of all are shown
    const auto says = [&room](const QString &words) {
        const auto labels = room.pane->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    QTRY_VERIFY(says(QStringLiteral("No incident has an action item")));
    room.declare();
    const EventId item = room.submit(command::AddAction{QStringLiteral("Cap the pool"), {}, {}, {}, {}, {}});
    QTRY_VERIFY(!says(QStringLiteral("No incident has an action item")));
    command::ChangeAction edit;
    edit.action = item;
    edit.state = QStringLiteral("done");
    room.submit(edit);
    QTRY_VERIFY(says(QStringLiteral("Nothing is open")));
}

QTEST_MAIN(TestActionItems)
#include "tst_actionitems.moc"
