// "What did we know at 14:05?": the window shows it, and the scribe goes on writing.
#include "tests/ui/windowroom.h"

#include <QSlider>

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;

class TestAsOf : public QObject
{
    Q_OBJECT

    static QSlider *slider(const WindowRoom &desk) { return desk.window->findChild<QSlider *>(); }

private slots:
    void turningPointsAreAKeyAwayAndEscapeComesBack()
    {
        WindowRoom desk;
        desk.room.declare(QStringLiteral("P1"));
        const Instant declared = desk.room.clock.now();
        desk.room.clock.advance(5min);
        desk.room.submit(command::ChangeSeverity{QStringLiteral("P0"), QStringLiteral("worse"), {}});
        desk.room.clock.advance(5min);
        command::LogEntry entry;
        entry.text = QStringLiteral("rolled back 4.12");
        desk.room.submit(entry);

        IncidentSession &session = *desk.room.session;
        desk.run("view.asof");
        QTRY_COMPARE(session.asOf(), std::optional(declared + 10min));
        QVERIFY(slider(desk)->isVisible());
        QTest::keyClick(slider(desk), Qt::Key_PageUp);
        QTRY_COMPARE(session.asOf(), std::optional(declared + 5min));
        QCOMPARE(session.incident().severity, QStringLiteral("P0"));
        QTest::keyClick(slider(desk), Qt::Key_Left);
        QTRY_COMPARE(session.asOf(), std::optional(declared));
        QCOMPARE(session.incident().severity, QStringLiteral("P1"));
        QVERIFY2(slider(desk)->accessibleName().startsWith(QStringLiteral("As of ")), qPrintable(slider(desk)->accessibleName()));

        QTest::keyClick(slider(desk), Qt::Key_Escape);
        QVERIFY(!session.asOf());
        QVERIFY(!slider(desk)->isVisible());
        QCOMPARE(session.incident().severity, QStringLiteral("P0"));
    }

    void theHandsStayOnTheSlider()
    {
        WindowRoom desk;
        desk.room.declare(QStringLiteral("P1"));
        desk.room.clock.advance(5min);
        desk.room.submit(command::ChangeStatus{QStringLiteral("identified"), {}, {}});
        QTRY_VERIFY(desk.window->focusWidget() && desk.window->focusWidget()->objectName() == QLatin1String("scribeEditor"));
        desk.run("view.asof");
        QTRY_VERIFY(desk.room.session->asOf());
        QCOMPARE(desk.window->focusWidget(), slider(desk));
    }
};

QTEST_MAIN(TestAsOf)
#include "tst_asof.moc"
