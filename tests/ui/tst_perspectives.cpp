// Where the panes stand: saved under a name, put back, floating, on screens that are gone; and how the keyboard goes among them.
#include "tests/ui/windowroom.h"

#include <QMenu>
#include <QScreen>

using namespace qd;
using namespace qd::test;

class TestPerspectives : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        desk = std::make_unique<WindowRoom>();
        desk->room.declare();
    }
    void cleanup() { desk.reset(); }

    void aPersonsOwnIsSavedUsedAndRemoved()
    {
        desk->dock("board")->close();
        desk->window->addDockWidget(Qt::LeftDockWidgetArea, desk->dock("roles"));
        desk->run("view.saveperspective");
        auto *name = desk->named<QLineEdit>(QStringLiteral("Name of the perspective"));
        name->setText(QStringLiteral("Wall and phone"));
        QTest::keyClick(name, Qt::Key_Return);
        desk->run("view.command");
        desk->run("view.own", QStringLiteral("Wall and phone"));
        QVERIFY(!desk->dock("board")->isVisible());
        QCOMPARE(desk->window->dockWidgetArea(desk->dock("roles")), Qt::LeftDockWidgetArea);
        QVERIFY(menuHas(QStringLiteral("Wall and phone")));

        desk->window->close();
        desk->open();
        QCOMPARE(desk->window->perspectives().currentOwn(), QStringLiteral("Wall and phone"));
        QVERIFY(!desk->dock("board")->isVisible());
        desk->run("help.palette");
        auto *line = desk->named<QLineEdit>(QStringLiteral("Command palette"));
        QTest::keyClicks(line, QStringLiteral("remove the perspective wall"));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(desk->window->perspectives().own().isEmpty());
        QVERIFY(!menuHas(QStringLiteral("Wall and phone")));
    }

    void aNameIsNeededAndThoseOfTheTableAreTaken()
    {
        QVERIFY(!desk->window->perspectives().save(QStringLiteral("  ")));
        QVERIFY(!desk->window->perspectives().save(QStringLiteral("Review")));
        QVERIFY(desk->window->perspectives().save(QStringLiteral("Mine")));
        QVERIFY(desk->window->perspectives().save(QStringLiteral("Mine"))); // again: as it stands now
        QCOMPARE(desk->window->perspectives().own(), QStringList{QStringLiteral("Mine")});
    }

    void whatWasMovedIsPutBack()
    {
        desk->dock("board")->close();
        desk->dock("clocks")->setFloating(true);
        desk->run("view.resetperspective");
        QVERIFY(desk->dock("board")->isVisible());
        QVERIFY(!desk->dock("clocks")->isFloating());
    }

    void aFloatingPaneComesBackWhereItStood()
    {
        desk->dock("clocks")->setFloating(true);
        desk->dock("clocks")->move(420, 260);
        desk->window->close();
        desk->open();
        QVERIFY(desk->dock("clocks")->isFloating());
        QVERIFY((desk->dock("clocks")->pos() - QPoint(420, 260)).manhattanLength() < 40);
    }

    void onTheOtherScreenItStays()
    {
        desk->dock("clocks")->setFloating(true);
        desk->dock("clocks")->move(2200, 300);
        desk->window->close();
        desk->open();
        QVERIFY((desk->dock("clocks")->pos() - QPoint(2200, 300)).manhattanLength() < 40);
    }

    void onAScreenThatIsGoneItComesIntoView()
    {
        desk->dock("clocks")->setFloating(true);
        desk->dock("clocks")->move(5200, 3000);
        desk->window->close();
        desk->open();
        const QRect seen = desk->window->screen()->availableGeometry();
        QVERIFY(desk->dock("clocks")->isFloating());
        const QRect frame = desk->dock("clocks")->frameGeometry();
        QVERIFY(seen.contains(frame) || QGuiApplication::screens().at(1)->geometry().contains(frame));
    }

    void aPaneFloatsAndClosesByKey()
    {
        auto *clocks = desk->named<QListView>(QStringLiteral("Clocks"));
        clocks->setFocus();
        QTRY_VERIFY(clocks->hasFocus());
        desk->run("view.float");
        QVERIFY(desk->dock("clocks")->isFloating());
        QTRY_VERIFY(clocks->hasFocus());
        desk->run("view.float");
        QVERIFY(!desk->dock("clocks")->isFloating());
        clocks->setFocus();
        QTRY_VERIFY(clocks->hasFocus());
        desk->run("view.closepane");
        QVERIFY(!desk->dock("clocks")->isVisible());
    }

    void f6GoesThroughEveryPartAndBack()
    {
        QTRY_VERIFY(desk->dock("scribe")->isAncestorOf(QApplication::focusWidget()));
        QStringList parts;
        for (int i = 0; i < 6; ++i) {
            desk->run("view.nextregion");
            parts << partWithFocus();
        }
        const QStringList order{QStringLiteral("header"), QStringLiteral("board"), QStringLiteral("timeline"),
                                QStringLiteral("clocks"), QStringLiteral("roles"), QStringLiteral("scribe")};
        QCOMPARE(parts, order);
        desk->run("view.previousregion");
        QCOMPARE(partWithFocus(), QStringLiteral("roles"));
    }

private:
    [[nodiscard]] QString partWithFocus() const
    {
        const QWidget *focused = QApplication::focusWidget();
        if (desk->window->menuWidget()->isAncestorOf(focused))
            return QStringLiteral("header");
        for (const ui::PaneDescriptor &pane : ui::allPanes()) {
            if (desk->dock(pane.id)->isAncestorOf(focused))
                return QLatin1String(pane.id);
        }
        return desk->window->centralWidget()->isAncestorOf(focused) ? QStringLiteral("timeline") : QStringLiteral("nothing");
    }
    [[nodiscard]] bool menuHas(const QString &text) const
    {
        const auto menus = desk->window->findChildren<QMenu *>();
        return std::any_of(menus.begin(), menus.end(), [&text](const QMenu *menu) {
            const auto actions = menu->actions();
            return std::any_of(actions.begin(), actions.end(), [&text](const QAction *action) { return action->text() == text; });
        });
    }

    std::unique_ptr<WindowRoom> desk;
};

QTEST_MAIN(TestPerspectives)
#include "tst_perspectives.moc"
