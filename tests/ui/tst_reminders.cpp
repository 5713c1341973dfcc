// Overdue action items of old incidents are told once when the program starts, in one notice, and not again at its next start.
#include "models/session/casebook.h"
#include "tests/ui/paneroom.h"
#include "ui/notices/noticecentre.h"

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;

namespace {

class Strip : public ui::NoticeDelivery
{
public:
    Strip() : ui::NoticeDelivery(nullptr) { }
    void show(const items::Notice &notice, const std::function<void(Outcome)> &done) override
    {
        if (notice.kind == items::NoticeKind::Action)
            shown << notice.text;
        done(Outcome::ShownWithSound);
    }
    void withdraw(const QString &key) override { withdrawn << key; }
    QStringList shown;
    QStringList withdrawn;
};

struct Desk
{
    PaneRoom room;
    Settings settings{room.folder.filePath(QStringLiteral("window.ini"))};

    EventId add(const char *text, const char *due)
    {
        return room.submit(command::AddAction{QLatin1String(text), QStringLiteral("Dana"), QLatin1String(due), {}, {}, {}});
    }
    QStringList start(const std::function<void()> &meanwhile = {}) // the program's notices, until nothing more comes
    {
        Strip strip;
        ui::NoticeCentre centre({*room.session, settings, {&strip}, [] { return false; }, {}}, nullptr);
        [&] { QTRY_COMPARE(room.session->saveStatus().state, SaveState::Saved); }();
        room.session->casebook().watch();
        [&] { QTRY_VERIFY(room.session->casebook().isComplete()); }();
        room.advance(1s);
        if (meanwhile)
            meanwhile();
        room.advance(1s);
        withdrawn = strip.withdrawn;
        return strip.shown;
    }
    QStringList withdrawn;
};

} // namespace

class TestReminders : public QObject
{
    Q_OBJECT

private slots:
    void overdueItemsOfOldIncidentsAreOneNotice()
    {
        Desk desk;
        desk.room.declare();
        desk.add("Cap the pool", "2026-11-18");
        desk.add("Alert on depth", "2026-11-17");
        desk.room.submit(command::ChangeStatus{QStringLiteral("resolved"), {}, {}});
        desk.room.clock.advance(1min);
        desk.room.declare(QStringLiteral("P1"), QStringLiteral("Login is slow"));
        QCOMPARE(desk.start(), QStringList{QStringLiteral("2 action items are overdue")});
        QCOMPARE(desk.start(), QStringList()); // the next start, the same week
        desk.room.clock.advance(std::chrono::days(7));
        QCOMPARE(desk.start(), QStringList{QStringLiteral("2 action items are overdue")});
    }

    void oneThatIsDoneTakesItsNoticeAway()
    {
        Desk desk;
        desk.room.declare();
        const EventId item = desk.add("Cap the pool", "2026-11-18");
        const auto closeIt = [&] {
            command::ChangeAction done;
            done.action = item;
            done.state = QStringLiteral("done");
            desk.room.submit(done);
        };
        QCOMPARE(desk.start(closeIt), QStringList{QStringLiteral("Your action item is 3 days overdue: Cap the pool")});
        QCOMPARE(desk.withdrawn.filter(item.toString()).size(), 1);
    }

    void whoDoesNotWantItHearsNothing()
    {
        Desk desk;
        desk.settings.set(Key::Notices, QStringList{QStringLiteral("action=off")});
        desk.room.declare();
        desk.add("Cap the pool", "2026-11-18");
        QCOMPARE(desk.start(), QStringList());
    }
};

QTEST_MAIN(TestReminders)
#include "tst_reminders.moc"
