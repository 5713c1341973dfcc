// Notices in the window: nothing takes the focus, nothing blocks, and what was told leads to where it is answered.
#include "tests/ui/windowroom.h"
#include "ui/bigboard/bigboard.h"
#include "ui/notices/noticecentre.h"
#include "ui/notices/noticestrip.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QToolButton>

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;

namespace {

class FakeWay : public ui::NoticeDelivery
{
public:
    using Outcome = ui::NoticeDelivery::Outcome;
    explicit FakeWay(Outcome outcome) : ui::NoticeDelivery(nullptr), answer(outcome) { }
    void show(const items::Notice &notice, const std::function<void(Outcome)> &done) override
    {
        shown << notice.text;
        last = notice;
        done(answer);
    }
    void withdraw(const QString &key) override { withdrawn << key; }
    Outcome answer;
    QStringList shown;
    QStringList withdrawn;
    items::Notice last;
};

} // namespace

class NoticeWindowTest : public QObject
{
    Q_OBJECT

    static QWidget *strip(const WindowRoom &room) { return room.window->findChild<QWidget *>(QStringLiteral("noticeStrip")); }

private slots:
    void aNearClockStandsInTheStripAndTheFocusStays()
    {
        WindowRoom room;
        room.room.declare();
        auto *scribe = room.named<QWidget>(QStringLiteral("Scribe entry"));
        QTRY_VERIFY(scribe && scribe->hasFocus());
        QVERIFY(!strip(room)->isVisible());
        room.room.advance(12min + 1s);
        QTRY_VERIFY(strip(room)->isVisible());
        QVERIFY2(strip(room)->accessibleName().startsWith(QStringLiteral("Notice: ")), qPrintable(strip(room)->accessibleName()));
        QVERIFY(strip(room)->accessibleName().contains(QStringLiteral("Checkout returns 503")));
        QVERIFY(scribe->hasFocus());
        QVERIFY(!QApplication::activeModalWidget());
        while (strip(room)->isVisible())
            room.run("notices.dismiss");
        QVERIFY(scribe->hasFocus());
    }

    void whatIsDoneTakesItsNoticeAway()
    {
        WindowRoom room;
        room.room.declare(QStringLiteral("P3"));
        room.room.submit(command::MakeAsk{QStringLiteral("Lee"), QStringLiteral("replica lag?"), 5min, {}});
        room.room.advance(5min + 1s);
        QTRY_VERIFY(strip(room)->accessibleName().contains(QStringLiteral("Lee has not answered")));
        const EventId ask = room.room.session->incident().asks.front().id;
        room.room.submit(command::AnswerAsk{ask, QStringLiteral("40 s"), QStringLiteral("done"), {}});
        room.room.advance(1s);
        QVERIFY(!strip(room)->isVisible());
    }

    void aDeadWayLeadsToTheNextAndOneSoundIsMade()
    {
        PaneRoom room;
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("a.ini")));
        FakeWay bus(FakeWay::Outcome::NotShown);
        FakeWay tray(FakeWay::Outcome::Shown);
        FakeWay never(FakeWay::Outcome::Shown);
        QList<bool> sounds;
        ui::NoticeCentre centre(
            {*room.session, settings, {&bus, &tray, &never}, [] { return false; }, [&sounds](bool urgent) { sounds << urgent; }}, nullptr);
        room.declare();
        room.advance(12min + 1s);
        QVERIFY(!bus.shown.isEmpty());
        QCOMPARE(bus.shown, tray.shown);
        QVERIFY(never.shown.isEmpty());
        QCOMPARE(sounds.size(), tray.shown.size());
        const qsizetype told = tray.shown.size();
        for (int i = 0; i < 5; ++i)
            room.advance(1s); // not again
        QCOMPARE(tray.shown.size(), told);
        tray.answer = FakeWay::Outcome::ShownWithSound; // the service makes it
        sounds.clear();
        room.advance(4min);
        QVERIFY(tray.shown.size() > told);
        QVERIFY(sounds.isEmpty());
    }

    void itIsQuietWhilePresentingAndSumsUpAfterwards()
    {
        PaneRoom room;
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("a.ini")));
        FakeWay way(FakeWay::Outcome::Shown);
        bool presenting = true;
        ui::NoticeCentre centre({*room.session, settings, {&way}, [&presenting] { return presenting; }, [](bool) {}}, nullptr);
        room.declare();
        room.advance(20min);
        QVERIFY(way.shown.isEmpty());
        presenting = false;
        room.advance(1s);
        QCOMPARE(way.shown.size(), 1);
        settings.set(Key::Notices, QStringList{QStringLiteral("presenting=loud")});
        presenting = true;
        room.advance(40min);
        QVERIFY(way.shown.size() > 1);
    }

    void openingOneLeadsToItsIncidentAndItsAnswer()
    {
        PaneRoom room;
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("a.ini")));
        FakeWay way(FakeWay::Outcome::Shown);
        ui::NoticeCentre centre({*room.session, settings, {&way}, [] { return false; }, [](bool) {}}, nullptr);
        QSignalSpy wanted(&centre, &ui::NoticeCentre::wanted);
        const IncidentId first = room.declare(QStringLiteral("P3"));
        room.submit(command::MakeAsk{QStringLiteral("Lee"), QStringLiteral("replica lag?"), 5min, {}});
        room.declare(QStringLiteral("P3"), QStringLiteral("Search is slow")); // now this one is open
        room.advance(5min + 1s);
        QVERIFY2(way.last.text.contains(QStringLiteral("Lee has not answered")), qPrintable(way.last.text));
        emit way.opened(way.last.key);
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("asks.open"));
        QCOMPARE(room.session->incident().id, first);
        emit way.opened(QStringLiteral("nobody knows it"));
        QCOMPARE(wanted.count(), 1);
    }

    void thePreferencesHoldWhatIsWanted()
    {
        WindowRoom room;
        room.run("app.preferences", QStringLiteral("notices"));
        auto *box = room.named<QCheckBox>(QStringLiteral("A clock is near its end: Show"));
        QVERIFY(box && box->isChecked());
        box->setChecked(false);
        QCOMPARE(room.settings.value(Key::Notices).toStringList(), QStringList{QStringLiteral("near=off")});
        QVERIFY(!room.named<QCheckBox>(QStringLiteral("A clock is near its end: Sound"))->isEnabled());
        box->setChecked(true);
        QVERIFY(room.settings.value(Key::Notices).toStringList().isEmpty());
    }
};

QTEST_MAIN(NoticeWindowTest)
#include "tst_notices.moc"
