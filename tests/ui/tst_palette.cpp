// The palette: whatever a person thinks of first, by a few letters of it.
#include "tests/ui/windowroom.h"
#include "ui/actions/commandpalette.h"

#include <QElapsedTimer>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>

using namespace qd;
using namespace qd::test;

class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        desk = std::make_unique<WindowRoom>();
        first = desk->room.declare(QStringLiteral("P0"), QStringLiteral("Checkout returns 503"));
        desk->room.submit(command::ChangeStatus{QStringLiteral("resolved"), {}, {}});
        command::Declare restricted;
        restricted.severity = QStringLiteral("P1");
        restricted.title = QStringLiteral("Signing key leaked");
        restricted.restricted = true;
        restricted.codename = QStringLiteral("Blue Heron");
        restricted.detected = desk->room.clock.now();
        QVERIFY(desk->room.session->declare(restricted, QStringLiteral("default")));
        desk->room.submit(command::AssignRole{QStringLiteral("tech-lead"), QStringLiteral("Lee"), {}, {}});
    }
    void cleanup() { desk.reset(); }

    void anIncidentThatEndedIsFound()
    {
        type(QStringLiteral("checkout 503"));
        QVERIFY(list()->item(0)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("ended")));
        QTest::keyClick(line(), Qt::Key_Return);
        QTRY_COMPARE(desk->room.session->incident().id, first);
    }

    void aRestrictedOneByItsCodenameAlone()
    {
        type(QStringLiteral("heron"));
        QVERIFY(list()->item(0)->text().contains(QStringLiteral("Blue Heron")));
        line()->setText(QStringLiteral("signing key leaked"));
        for (int i = 0; i < list()->count(); ++i)
            QVERIFY(!list()->item(i)->text().contains(QStringLiteral("Signing")));
    }

    void aPersonIsMentionedInTheLine()
    {
        type(QStringLiteral("lee"));
        QCOMPARE(list()->item(0)->text(), QStringLiteral("Lee"));
        QVERIFY(list()->item(0)->data(Qt::UserRole).toString().contains(QStringLiteral("mention")));
        QTest::keyClick(line(), Qt::Key_Return);
        QTRY_VERIFY(desk->dock("scribe")->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(desk->named<QPlainTextEdit>(QStringLiteral("Scribe entry"))->toPlainText().contains(QStringLiteral("@Lee")));
    }

    void whatWouldBeTakenBackIsNamed()
    {
        type(QStringLiteral("take back"));
        QCOMPARE(list()->item(0)->text(), QStringLiteral("Take back: role assigned"));
        QTest::keyClick(line(), Qt::Key_Return);
        QTRY_VERIFY(desk->room.session->incident().roles.empty());
        type(QStringLiteral("do again"));
        QCOMPARE(list()->item(0)->text(), QStringLiteral("Do again: role assigned"));
        QTest::keyClick(line(), Qt::Key_Escape);
    }

    void theLogMenuNamesItToo()
    {
        command::LogEntry entry;
        entry.text = QStringLiteral("R&D is told");
        desk->room.submit(entry);
        const auto words = [this](const char *id) {
            const auto *action = desk->window->findChild<QAction *>(QLatin1String(id));
            for (auto *menu : desk->window->findChildren<QMenu *>()) {
                if (menu->actions().contains(action))
                    emit menu->aboutToShow();
            }
            return action->text();
        };
        QCOMPARE(words("record.undo"), QStringLiteral("Take back: entry logged “R&&D is told”"));
        QCOMPARE(words("record.redo"), QStringLiteral("Do it again"));
        desk->run("record.undo");
        QCOMPARE(words("record.undo"), QStringLiteral("Take back: role assigned"));
        QCOMPARE(words("record.redo"), QStringLiteral("Do again: entry logged “R&&D is told”"));
    }

    void escapeGivesTheFocusBack()
    {
        auto *clocks = desk->named<QListView>(QStringLiteral("Clocks"));
        clocks->setFocus();
        type(QStringLiteral("dec"));
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(!line()->isVisible());
        QVERIFY(clocks->hasFocus());
    }

    void tenThousandIncidentsAreNothing()
    {
        std::vector<ui::PaletteItem> items;
        for (int i = 0; i < 10000; ++i)
            items.push_back({QStringLiteral("INC-%1 Checkout answers 503 for one order in %2").arg(i, 4, 36).arg(i % 97), {}, [] {}});
        ui::CommandPalette palette(desk->room.theme, desk->window.get());
        palette.openWith(std::move(items));
        auto *field = palette.findChild<QLineEdit *>();
        QElapsedTimer timer;
        timer.start();
        QTest::keyClicks(field, QStringLiteral("503 order 42"));
        QVERIFY2(timer.elapsed() < 12 * 60, "a letter is answered at once"); // several times what it takes
        QVERIFY(palette.findChild<QListWidget *>()->count() > 0);
    }

private:
    [[nodiscard]] QLineEdit *line() const { return desk->named<QLineEdit>(QStringLiteral("Command palette")); }
    [[nodiscard]] QListWidget *list() const { return desk->named<QListWidget>(QStringLiteral("Matching commands")); }
    void type(const QString &words)
    {
        desk->run("help.palette");
        line()->setText(words);
        QVERIFY(list()->count() > 0);
    }

    std::unique_ptr<WindowRoom> desk;
    IncidentId first;
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
