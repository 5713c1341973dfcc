// Action items are brought to mind the day before, on their day, and weekly until they are closed; once each, over all starts.
#include "models/items/actionnotices.h"
#include "models/items/noticewatch.h"
#include "tests/support/story.h"

#include <QTest>

using namespace qd;
using namespace qd::items;
using namespace qd::test;
using namespace std::chrono_literals;

namespace {

Instant on(int day, const char *clock) // of November 2026 and after
{
    return at(clock) + std::chrono::days(day - 21);
}

QString stamp(Instant now)
{
    return toDateTime(now, QTimeZone::utc()).toString(QStringLiteral("dd HH:mm"));
}

struct Weeks // of a person who looks every hour
{
    QString person = QStringLiteral("Lee");
    IncidentId open;
    Story story;
    plan::Plan plan;
    QStringList memory; // what the program keeps between its starts
    NoticeChoices choices;
    std::vector<Notice> last;

    Weeks()
    {
        story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503\n14:05 Dana role ic Dana\n15:12 Dana status resolved\n"));
    }

    EventId add(const char *text, const char *due, const char *owner = "")
    {
        return *story.submit(QStringLiteral("Dana"), at("16:00"),
                             command::AddAction{QLatin1String(text), QLatin1String(owner), QLatin1String(due), {}, {}, {}});
    }
    void change(const EventId &item, Instant when, const std::optional<QString> &state, const std::optional<QString> &due = {})
    {
        command::ChangeAction edit;
        edit.action = item;
        edit.state = state;
        edit.due = due;
        QVERIFY(story.submit(QStringLiteral("Dana"), when, edit));
    }
    // What was told, a line each: "25 09:00 Your action item …". The program starts at the first moment and ends at the last.
    QStringList told(Instant from, Instant to, Duration step = 1h)
    {
        NoticeWatch watch(from);
        watch.remember(memory);
        QStringList lines;
        for (Instant now = from; now <= to; now += step) {
            watch.setFacts(actionNotices(review::actionsOf(plan, story.incident(), now), person, open, now));
            last = watch.news(now, choices).due;
            for (const Notice &notice : last)
                lines << stamp(now) + QLatin1Char(' ') + notice.text;
        }
        memory = watch.told();
        return lines;
    }
};

} // namespace

class TestActionNotices : public QObject
{
    Q_OBJECT

private slots:
    void theDayBeforeOnTheDayThenWeekly();
    void onceAPeriodHoweverOftenTheProgramStarts();
    void severalAtTheStartAreOneNotice();
    void closedIsSilence();
    void anotherDateIsAnotherMatter();
    void whoHearsOfIt_data();
    void whoHearsOfIt();
    void withoutADateNobodyIsNagged();
    void inTheMorningOfThePlansZone();
    void aRestrictedIncidentShowsItsCodenameAlone();
    void whoDoesNotWantItHearsNothing();
};

void TestActionNotices::theDayBeforeOnTheDayThenWeekly()
{
    Weeks weeks;
    weeks.add("Cap the pool", "2026-11-25", "lee");
    QCOMPARE(weeks.told(on(22, "08:00"), on(22, "08:00") + 20 * 24h),
             (QStringList{QStringLiteral("24 09:00 Your action item is due tomorrow: Cap the pool"),
                          QStringLiteral("25 09:00 Your action item is due today: Cap the pool"),
                          QStringLiteral("26 09:00 Your action item is 1 day overdue: Cap the pool"),
                          QStringLiteral("03 09:00 Your action item is 8 days overdue: Cap the pool"),
                          QStringLiteral("10 09:00 Your action item is 15 days overdue: Cap the pool")}));
}

void TestActionNotices::onceAPeriodHoweverOftenTheProgramStarts()
{
    Weeks weeks;
    weeks.add("Cap the pool", "2026-11-25", "Lee");
    QCOMPARE(weeks.told(on(28, "10:00"), on(28, "11:00")),
             QStringList{QStringLiteral("28 10:00 Your action item is 3 days overdue: Cap the pool")}); // held before the watch began
    QCOMPARE(weeks.told(on(28, "12:00"), on(28, "18:00")), QStringList());
    QCOMPARE(weeks.told(on(30, "08:00"), on(30, "18:00")), QStringList());
    QCOMPARE(weeks.told(on(35, "08:00"), on(35, "18:00")).size(), 1); // a week later
    QCOMPARE(weeks.memory.size(), 1);                                 // it keeps no more than it needs
}

void TestActionNotices::severalAtTheStartAreOneNotice()
{
    Weeks weeks;
    for (const char *text : {"A", "B", "C", "D"})
        weeks.add(text, "2026-11-23", "Lee");
    weeks.add("E", "2026-11-25", "Lee");
    QCOMPARE(weeks.told(on(25, "10:00"), on(25, "10:00")),
             QStringList{QStringLiteral("25 10:00 4 action items are overdue, 1 more is due")});
    QCOMPARE(weeks.last.front().action, QStringLiteral("actionitems.overdue"));
    QVERIFY(weeks.last.front().incident.isNull()); // it leads away from no incident
    QVERIFY(!weeks.last.front().urgent);
    QCOMPARE(weeks.told(on(25, "11:00"), on(25, "23:00")), QStringList());
}

void TestActionNotices::closedIsSilence()
{
    Weeks weeks;
    const EventId item = weeks.add("Cap the pool", "2026-11-25", "Lee");
    QCOMPARE(weeks.told(on(26, "08:00"), on(26, "18:00")).size(), 1);
    weeks.change(item, on(27, "10:00"), QStringLiteral("done"));
    QCOMPARE(weeks.told(on(27, "10:00"), on(27, "10:00") + 30 * 24h), QStringList());
    weeks.change(item, on(58, "10:00"), QStringLiteral("open"));
    QCOMPARE(weeks.told(on(58, "11:00"), on(58, "12:00")).size(), 1);
}

void TestActionNotices::anotherDateIsAnotherMatter()
{
    Weeks weeks;
    const EventId item = weeks.add("Cap the pool", "2026-11-25", "Lee");
    QCOMPARE(weeks.told(on(26, "08:00"), on(26, "18:00")).size(), 1);
    weeks.change(item, on(26, "19:00"), {}, QStringLiteral("2026-11-28"));
    QCOMPARE(weeks.told(on(26, "20:00"), on(28, "18:00")),
             (QStringList{QStringLiteral("27 09:00 Your action item is due tomorrow: Cap the pool"),
                          QStringLiteral("28 09:00 Your action item is due today: Cap the pool")}));
}

void TestActionNotices::whoHearsOfIt_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<bool>("looks"); // has the incident open
    QTest::addColumn<QString>("told");
    QTest::addColumn<bool>("mine");
    QTest::newRow("its owner") << "Lee"
                               << "Lee" << false << "Your action item is due today: X" << true;
    QTest::newRow("somebody else") << "Ana"
                                   << "Lee" << false << "" << false;
    QTest::newRow("who commands") << "Dana"
                                  << "Lee" << false << "An action item of Lee is due today: X" << false;
    QTest::newRow("who has it open") << "Ana"
                                     << "Lee" << true << "An action item of Lee is due today: X" << false;
    QTest::newRow("nobody's, to who commands") << "Dana"
                                               << "" << false << "An action item of nobody is due today: X" << true;
    QTest::newRow("nobody's, to another") << "Ana"
                                          << "" << false << "" << false;
}

void TestActionNotices::whoHearsOfIt()
{
    QFETCH(QString, person);
    QFETCH(QString, owner);
    QFETCH(bool, looks);
    QFETCH(QString, told);
    Weeks weeks;
    weeks.person = person;
    weeks.add("X", "2026-11-25", qPrintable(owner));
    if (looks)
        weeks.open = weeks.story.incident().id;
    QCOMPARE(weeks.told(on(25, "10:00"), on(25, "10:00")).join(QLatin1Char('|')),
             told.isEmpty() ? told : QStringLiteral("25 10:00 ") + told);
    weeks.memory.clear();
    weeks.choices.of(NoticeKind::Action).mineOnly = true;
    QTEST(!weeks.told(on(25, "10:00"), on(25, "10:00")).isEmpty(), "mine");
}

void TestActionNotices::withoutADateNobodyIsNagged()
{
    Weeks weeks;
    weeks.add("Some day", "", "Lee");
    QCOMPARE(weeks.told(on(22, "08:00"), on(22, "08:00") + 60 * 24h, 6h), QStringList());
}

void TestActionNotices::inTheMorningOfThePlansZone()
{
    Weeks weeks;
    weeks.plan.zone = "America/New_York";
    weeks.plan.calendar.opens = QTime(8, 30);
    weeks.add("Cap the pool", "2026-11-25", "Lee");
    QCOMPARE(weeks.told(on(25, "00:00"), on(25, "23:00"), 30min),
             (QStringList{QStringLiteral("25 00:00 Your action item is due tomorrow: Cap the pool"), // where it was promised it is the 24th
                          QStringLiteral("25 13:30 Your action item is due today: Cap the pool")}));
}

void TestActionNotices::aRestrictedIncidentShowsItsCodenameAlone()
{
    Weeks weeks;
    weeks.story.tell(QStringLiteral("16:00 Dana set restricted true\n16:00 Dana set codename NIGHT HERON\n"));
    weeks.add("Rotate the leaked key", "2026-11-25", "Lee");
    QCOMPARE(weeks.told(on(25, "10:00"), on(25, "10:00")), QStringList{QStringLiteral("25 10:00 An action item is due")});
    QCOMPARE(weeks.last.front().subject, QStringLiteral("INC-TEST NIGHT HERON"));
}

void TestActionNotices::whoDoesNotWantItHearsNothing()
{
    Weeks weeks;
    weeks.add("Cap the pool", "2026-11-25", "Lee");
    weeks.choices.of(NoticeKind::Action).shown = false;
    QCOMPARE(weeks.told(on(24, "08:00"), on(27, "08:00")), QStringList());
}

QTEST_GUILESS_MAIN(TestActionNotices)
#include "tst_actionnotices.moc"
