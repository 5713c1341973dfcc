// Nobody is left out: whatever takes the focus has a name for a screen reader, and Tab goes as the eye does.
#include "tests/ui/windowroom.h"
#include "ui/bigboard/bigboard.h"
#include "ui/mainwindow/bigvalue.h"
#include "ui/preferences/preferences.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>

using namespace qd;
using namespace qd::test;

class TestReach : public QObject
{
    Q_OBJECT

    // The list inside a combo box, the line inside a spin box: spoken of by what they are in. A scroll area's viewport takes no focus of its own.
    static bool isInside(const QWidget *widget)
    {
        for (const QWidget *up = widget->parentWidget(); up; up = up->parentWidget()) {
            if (qobject_cast<const QComboBox *>(up) || qobject_cast<const QAbstractSpinBox *>(up))
                return true;
        }
        return false;
    }
    static QString describe(const QWidget *widget)
    {
        QStringList path;
        for (const QWidget *up = widget; up; up = up->parentWidget())
            path.prepend(QLatin1String(up->metaObject()->className())
                         + (up->objectName().isEmpty() ? QString() : QLatin1Char('#') + up->objectName()));
        return path.join(QStringLiteral(" > "));
    }
    static QStringList nameless(const QWidget &window)
    {
        QStringList found;
        for (QWidget *widget : window.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || isInside(widget) || qobject_cast<QMenu *>(widget))
                continue;
            const auto *label = qobject_cast<const QLabel *>(widget);
            if ((widget->isHidden() && !widget->isWindow()) || (label && label->text().isEmpty())) // it has nothing to say yet
                continue;
            if (spokenName(widget).trimmed().isEmpty())
                found << describe(widget);
        }
        return found;
    }

private slots:
    void everythingThatTakesTheFocusHasAName()
    {
        WindowRoom desk;
        desk.room.declare();
        command::AddAction item;
        item.text = QStringLiteral("Alert on queue depth");
        desk.room.submit(item);
        for (const ui::PaneDescriptor &pane : ui::allPanes()) {
            desk.dock(pane.id)->reach();
            QVERIFY(desk.dock(pane.id)->pane());
            QTRY_VERIFY2(nameless(*desk.dock(pane.id)).isEmpty(), qPrintable(nameless(*desk.dock(pane.id)).join(QLatin1Char('\n'))));
        }
        desk.run("view.bigboard");
        desk.run("incident.severity");
        desk.run("help.palette");
        desk.run("help.shortcuts");
        desk.run("incident.declare");
        for (const ui::PreferenceSection &section : ui::preferenceSections())
            desk.run("app.preferences", QLatin1String(section.id));
        for (const QString &widget : nameless(*desk.window)) {
            const bool isOfAPane = widget.contains(QStringLiteral("LazyDock")); // looked at above, while it was in sight
            QVERIFY2(isOfAPane, qPrintable(widget));
        }
        QCOMPARE(nameless(*desk.window->bigBoard()), QStringList());
    }

    void soDoesTheFirstRun()
    {
        WindowRoom desk;
        desk.room.session->start();
        QTRY_VERIFY(desk.named<QPushButton>(QStringLiteral("Declare an incident")));
        QCOMPARE(nameless(*desk.window), QStringList());
    }

    void aClockIsAnnouncedWhenItNearsItsEndAndWhenItIsMissedNotEachSecond()
    {
        PaneRoom room;
        ui::BigValue clock(room.theme, QStringLiteral("Next due"), 100, 100, nullptr);
        const QSignalSpy announced(&clock, &ui::BigValue::announced);
        clock.setValue(QStringLiteral("Status page"), QStringLiteral("02:18"), ui::Colour::Text);
        clock.setValue(QStringLiteral("Status page"), QStringLiteral("02:17"), ui::Colour::Text);
        QCOMPARE(announced.size(), 0);
        clock.setValue(QStringLiteral("Status page"), QStringLiteral("02:00"), ui::Colour::High);
        clock.setValue(QStringLiteral("Status page"), QStringLiteral("01:59"), ui::Colour::High);
        QCOMPARE(announced.size(), 1);
        clock.setValue(QStringLiteral("Status page"), QStringLiteral("missed by 00:01"), ui::Colour::Critical);
        clock.setValue(QStringLiteral("Status page"), QStringLiteral("missed by 00:02"), ui::Colour::Critical);
        QCOMPARE(announced.size(), 2);
        QCOMPARE(spokenName(&clock), QStringLiteral("Next due missed by 00:02"));
    }

    void tabStaysInTheOrderOfTheEye()
    {
        WindowRoom desk;
        desk.room.declare();
        QWidget *menu = desk.window->menuWidget();
        const auto at = [&](QWidget *widget) { return widget->mapTo(desk.window.get(), QPoint(0, 0)); };
        for (QWidget *part : {menu, static_cast<QWidget *>(desk.dock("clocks")), static_cast<QWidget *>(desk.dock("roles"))}) {
            QPoint last(-1, -1);
            QWidget *widget = part;
            do {
                if (part->isAncestorOf(widget) && widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus)) {
                    const QPoint place = at(widget);
                    QVERIFY2(place.y() > last.y() + 8 || (place.y() >= last.y() - 16 && place.x() >= last.x()),
                             qPrintable(describe(widget)));
                    last = place;
                }
                widget = widget->nextInFocusChain();
            } while (widget != part);
        }
    }

    void theCommanderIsReachedFromTheHeader()
    {
        WindowRoom desk;
        desk.room.declare();
        auto *seat = desk.named<QPushButton>(QStringLiteral("Commander nobody"));
        QVERIFY(seat && seat->isVisible());
        seat->click();
        QVERIFY(desk.dock("roles")->isAncestorOf(QApplication::focusWidget()));
        desk.room.submit(command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}});
        QVERIFY(desk.named<QPushButton>(QStringLiteral("Commander Dana")));
    }

    void theStatusGoesOnAndBackByKeys()
    {
        WindowRoom desk;
        desk.room.declare();
        desk.run("incident.status");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(desk.room.session->incident().status, QStringLiteral("mitigating"));
        desk.run("incident.status");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(desk.room.session->incident().status, QStringLiteral("identified"));
    }
};

QTEST_MAIN(TestReach)
#include "tst_reach.moc"
