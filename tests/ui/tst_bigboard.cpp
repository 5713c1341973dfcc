// The wall: what it shows, that it follows the incident, how it comes and goes.
#include "tests/ui/windowroom.h"
#include "ui/bigboard/bigboard.h"
#include "ui/bigboard/bigboardpainter.h"

#include <QPainter>
#include <QScreen>
#include <QSignalSpy>

using namespace qd;
using namespace qd::test;
using std::chrono::minutes;
using std::chrono::seconds;

class TestBigBoard : public QObject
{
    Q_OBJECT

    static ui::BigBoardFacts factsOf(const PaneRoom &room)
    {
        return ui::bigBoardFacts(*room.session, room.clock.now(), [&room](Instant at) { return room.times.clock(at); });
    }

    static void write(PaneRoom &room, const char *kind, const char *text)
    {
        command::LogEntry entry;
        entry.kind = QLatin1String(kind);
        entry.text = QString::fromUtf8(text);
        room.submit(entry);
    }

private slots:
    void itSaysWhatARoomMustKnow()
    {
        PaneRoom room;
        room.declare();
        room.advance(minutes(23) + seconds(41));
        write(room, "decision", "Roll back 4.12");
        write(room, "note", "Coffee is out");
        const ui::BigBoardFacts facts = factsOf(room);
        QCOMPARE(facts.title, QStringLiteral("Checkout returns 503"));
        QCOMPARE(facts.severity, QStringLiteral("P0 Critical"));
        QCOMPARE(facts.elapsed, QStringLiteral("00:23:41"));
        QCOMPARE(facts.clocks.size(), size_t(4));
        QVERIFY(facts.clocks.front().missed);
        QVERIFY(facts.roles.front().missing); // the loudest comes first
        QCOMPARE(facts.entries.front().text, QStringLiteral("Roll back 4.12"));
        QVERIFY(facts.entries.front().strong);
        for (const ui::WallEntry &entry : facts.entries)
            QVERIFY(entry.text != QStringLiteral("Coffee is out"));
    }

    void aRestrictedIncidentShowsItsCodenameAndNoText()
    {
        PaneRoom room;
        command::Declare declare;
        declare.severity = QStringLiteral("P0");
        declare.title = QStringLiteral("Signing key leaked");
        declare.restricted = true;
        declare.codename = QStringLiteral("Blue Heron");
        declare.detected = room.clock.now();
        QVERIFY(room.session->declare(declare, QStringLiteral("default")));
        write(room, "decision", "Revoke the signing key");
        const ui::BigBoardFacts facts = factsOf(room);
        QCOMPARE(facts.title, QStringLiteral("Blue Heron"));
        QVERIFY(!facts.entries.empty());
        for (const ui::WallEntry &entry : facts.entries)
            QCOMPARE(entry.text, QString());
        QVERIFY(!facts.spoken.contains(QStringLiteral("Signing")));
    }

    void itComesFollowsAndGoesByKeys()
    {
        WindowRoom desk;
        desk.room.declare();
        QSignalSpy presenting(desk.window.get(), &ui::MainWindow::presentingChanged);
        QVERIFY(!desk.window->isPresenting());
        desk.run("view.bigboard");
        ui::BigBoard *wall = desk.window->bigBoard();
        QVERIFY(wall->isVisible() && wall->isFullScreen());
        QVERIFY(desk.window->isPresenting());
        desk.room.advance(seconds(5));
        QCOMPARE(wall->facts().elapsed, QStringLiteral("00:00:05"));
        desk.room.submit(command::ChangeStatus{QStringLiteral("mitigating"), {}, {}});
        QCOMPARE(wall->facts().status, QStringLiteral("mitigating"));
        QTest::keyClick(wall, Qt::Key_Escape);
        QVERIFY(!desk.window->isPresenting());
        QCOMPARE(presenting.size(), 2);
    }

    void onASecondScreenTheWindowStaysInUse()
    {
        QCOMPARE(QGuiApplication::screens().size(), 2); // of tests/support/screen.json
        WindowRoom desk;
        desk.room.declare();
        QTRY_VERIFY(desk.dock("scribe")->isAncestorOf(QApplication::focusWidget()));
        desk.run("view.bigboard");
        const ui::BigBoard *wall = desk.window->bigBoard();
        QCOMPARE(wall->screen(), QGuiApplication::screens().at(1));
        QCOMPARE(wall->geometry(), QGuiApplication::screens().at(1)->geometry());
        QTRY_VERIFY(desk.window->isActiveWindow());
        QVERIFY(desk.dock("scribe")->isAncestorOf(QApplication::focusWidget()));
        desk.run("view.bigboardscreen");
        QCOMPARE(wall->geometry(), QGuiApplication::screens().at(0)->geometry());
        desk.run("view.bigboard");
        QVERIFY(!wall->isVisible());
    }

    void itFillsEveryScreen_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080), QSize(1024, 768), QSize(3440, 1440), QSize(3840, 2160)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }

    void itFillsEveryScreen()
    {
        QFETCH(QSize, size);
        PaneRoom room;
        room.declare();
        room.advance(minutes(23));
        QImage wall(size, QImage::Format_RGB32);
        QPainter painter(&wall);
        ui::paintBigBoard(painter, QSizeF(size), factsOf(room), room.theme);
        painter.end();
        const QRgb ground = room.theme.colour(ui::Colour::Panel).rgb();
        const auto inked = [&](const QRect &part) {
            for (int y = part.top(); y <= part.bottom(); ++y) {
                for (int x = part.left(); x <= part.right(); ++x) {
                    if (wall.pixel(x, y) != ground)
                        return true;
                }
            }
            return false;
        };
        const int w = size.width(), h = size.height();
        QVERIFY(inked(QRect(0, 0, w / 2, h / 4)));
        QVERIFY(inked(QRect(w / 2, h / 4, w / 2 - 1, h / 4)));
        QVERIFY(inked(QRect(0, h * 3 / 5, w / 2, h / 5)));
        QVERIFY(!inked(QRect(w - 4, 0, 4, h)) && !inked(QRect(0, 0, 4, h))); // nothing runs over the edge
    }
};

QTEST_MAIN(TestBigBoard)
#include "tst_bigboard.moc"
