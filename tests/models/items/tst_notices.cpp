// Who is told what, when, and that they are told it once.
#include "tests/models/items/night.h"

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;
using items::NoticeKind;

namespace {

// Seats are taken and the incident is acknowledged: the updates remain.
const QString staffed = QStringLiteral("10:00 Dana declare P0 Checkout returns 503\n"
                                       "10:00 Dana ack\n"
                                       "10:00 Dana role ic Dana\n"
                                       "10:00 Dana role tech-lead Lee\n"
                                       "10:00 Dana role comms Ana\n"
                                       "10:00 Dana role scribe Sam\n");

// Of the updates, those to the responders remain.
const QString alone = staffed
    + QStringLiteral("10:00 Dana waive update:status-page nobody looks\n"
                     "10:00 Dana waive update:executives they are on the call\n");

QStringList about(const QStringList &told, const char *words)
{
    return told.filter(QLatin1String(words));
}

} // namespace

class NoticesTest : public QObject
{
    Q_OBJECT

private slots:
    void aClockIsToldNearItsEndAndWhenItHasPassedIt()
    {
        Night night;
        night.incident(alone);
        QCOMPARE(about(night.until("10:30"), "Responders update"),
                 (QStringList{QStringLiteral("10:12 near Responders update is due in 3 min"),
                              QStringLiteral("10:15 missed Responders update is overdue by 10 s")}));
    }

    void itNamesTheIncidentAndLeadsToTheUpdate()
    {
        Night night;
        night.incident(staffed
                       + QStringLiteral("10:02 Dana update responders All hands on the rollback\n"
                                        "10:02 Ana update status-page We are on it\n"
                                        "10:02 Ana update executives We are on it\n"));
        (void)night.until("10:14:50");
        QVERIFY(!night.last.empty());
        const items::Notice notice = night.last.front();
        QCOMPARE(notice.sentence(), QStringLiteral("Responders update is due in 3 min — INC-TEST Checkout returns 503"));
        QCOMPARE(notice.action, QStringLiteral("updates.write"));
        QCOMPARE(notice.about, QStringLiteral("responders"));
        QVERIFY(!notice.urgent);
    }

    void anUpdateInTimeIsNoNewsAndItsBubbleGoes()
    {
        Night night;
        night.incident(alone + QStringLiteral("10:13 Dana update responders Rolling back\n"));
        QCOMPARE(about(night.until("10:14"), "Responders update").size(), 1);
        QCOMPARE(night.over.filter(QStringLiteral("update:responders")).size(), 1);
        QCOMPARE(about(night.until("10:27"), "Responders update"),
                 QStringList{QStringLiteral("10:25 near Responders update is due in 3 min")}); // the next window
    }

    void aSnoozedClockIsSilentUntilTheSnoozeEnds()
    {
        Night night;
        night.incident(staffed + QStringLiteral("10:12 Dana snooze update:responders 10m on a call\n"));
        QCOMPARE(about(night.until("10:21:50"), "Responders update"), QStringList());
        QCOMPARE(about(night.until("10:40"), "Responders update"),
                 QStringList{QStringLiteral("10:22 missed Responders update is overdue by 7 min")});
    }

    void aSnoozeBringsBackWhatWasToldBefore()
    {
        Night night;
        night.incident(staffed + QStringLiteral("10:16 Dana snooze update:responders 10m on a call\n"));
        QCOMPARE(about(night.until("10:40"), "Responders update").last(),
                 QStringLiteral("10:26 missed Responders update is overdue by 11 min"));
    }

    void aPausedClockSaysNothing()
    {
        Night night;
        night.incident(staffed + QStringLiteral("10:05 Dana pause resolve waiting for the vendor\n"));
        QCOMPARE(about(night.until("13:00"), "Resolve"), QStringList());
    }

    void whatIsTakenBackAndDoneAgainIsToldOnce()
    {
        Night night;
        night.incident(staffed + QStringLiteral("10:16 Dana update responders Rolling back\n"));
        (void)night.until("10:16:30");
        QVERIFY(night.story().submit(QStringLiteral("Dana"), night.clock.now(),
                                     command::Undo{night.story().last(), QStringLiteral("update.sent")}));
        QCOMPARE(about(night.until("10:20"), "Responders update"), QStringList());
    }

    void severalAtOnceAreOneNotice()
    {
        Night night;
        night.incident(staffed);
        const QStringList told = night.until("10:14");
        QCOMPARE(about(told, "update"), QStringList{QStringLiteral("10:12 near Responders update is due in 3 min, and 3 more")});
    }

    void afterTheMachineSleptOneNoticeSumsItUp()
    {
        Night night;
        night.incident(staffed);
        night.incident(QString(staffed).replace(QStringLiteral("P0"), QStringLiteral("P1")));
        (void)night.until("10:01");
        night.clock.set(at("13:30"));
        const QStringList told = night.look();
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().startsWith(QStringLiteral("13:30 missed")), qPrintable(told.first()));
        QVERIFY2(told.first().contains(QStringLiteral("overdue")), qPrintable(told.first()));
        QVERIFY(!night.last.front().urgent);
        QCOMPARE(night.look(), QStringList());
    }

    void aClockThatIsPutBackTellsNothingTwice()
    {
        Night night;
        night.incident(staffed);
        (void)night.until("10:16");
        night.clock.set(at("10:11"));
        QCOMPARE(about(night.until("10:16"), "Responders update"), QStringList());
    }

    void whatHeldBeforeTheWatchBeganIsNoNews()
    {
        Night night("12:00");
        night.incident(staffed);
        QCOMPARE(night.look(), QStringList());
    }

    void anAskComesBackWhenItsTimeIsUp()
    {
        Night night;
        night.incident(staffed + QStringLiteral("10:01 Dana ask Lee 5m replica lag?\n"));
        QCOMPARE(about(night.until("10:08"), "replica"),
                 (QStringList{QStringLiteral("10:05 near The answer of Lee is due in 1 min: replica lag?"),
                              QStringLiteral("10:06 ask Lee has not answered within 5 min: replica lag?")}));
        QCOMPARE(night.last.front().action, QStringLiteral("asks.open"));
    }

    void theOneWhoWasAskedHearsItInTheirOwnWords()
    {
        Night night("10:00", QStringLiteral("lee"));
        night.incident(staffed + QStringLiteral("10:01 Dana ask Lee 5m replica lag?\n"));
        QCOMPARE(about(night.until("10:08"), "replica").last(), QStringLiteral("10:06 ask Your answer to Dana is due: replica lag?"));
    }

    void anAnswerGoesToTheOneWhoAsked_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("answeredBy");
        QTest::addColumn<QStringList>("told");
        const QStringList answer{QStringLiteral("10:03 ask Lee answers: it is 40 s")};
        QTest::newRow("the one who asked") << "Dana"
                                           << "Lee" << answer;
        QTest::newRow("who noted the answer themselves") << "Dana"
                                                         << "Dana" << QStringList();
        QTest::newRow("somebody else") << "Ana"
                                       << "Lee" << QStringList();
    }

    void anAnswerGoesToTheOneWhoAsked()
    {
        QFETCH(QString, person);
        QFETCH(QString, answeredBy);
        Night night("10:00", person);
        night.incident(staffed + QStringLiteral("10:01 Dana ask Lee 30m replica lag?\n"));
        (void)night.until("10:02:50");
        const EventId ask = night.story().incident().asks.front().id;
        QVERIFY(night.story().submit(answeredBy, at("10:03"),
                                     command::AnswerAsk{ask, QStringLiteral("it is 40 s"), QStringLiteral("done"), {}}));
        QTEST(about(night.until("10:05"), "ask "), "told");
    }

    void aHandoverIsLoudestForTheOneItIsOfferedTo_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("to me") << "Ana" << QStringList{QStringLiteral("10:02 handover Dana offers you the role Incident Commander")};
        QTest::newRow("to another") << "Sam"
                                    << QStringList{QStringLiteral("10:02 handover Dana offers the role Incident Commander to Ana")};
        QTest::newRow("by me") << "Dana" << QStringList();
    }

    void aHandoverIsLoudestForTheOneItIsOfferedTo()
    {
        QFETCH(QString, person);
        Night night("10:00", person);
        night.incident(staffed + QStringLiteral("10:02 Dana offer ic Ana all quiet\n10:04 Ana accept ic\n"));
        const QStringList told = about(night.until("10:03"), "handover");
        QTEST(told, "told");
        if (!told.isEmpty())
            QCOMPARE(night.last.front().urgent, person == QStringLiteral("Ana"));
        (void)night.until("10:05");
        QCOMPARE(night.over.filter(QStringLiteral("offer:")).size(), told.isEmpty() ? 0 : 1); // it was accepted
    }

    void anOfferThatWaitedIsToldWhenTheProgramStarts()
    {
        Night night("11:00", QStringLiteral("Ana"));
        night.incident(staffed + QStringLiteral("10:02 Dana offer ic Ana all quiet\n"));
        QCOMPARE(night.look(), QStringList{QStringLiteral("11:00 handover Dana offers you the role Incident Commander")});
    }

    void aRestrictedIncidentShowsItsCodenameAlone()
    {
        Night night;
        night.incident(staffed
                       + QStringLiteral("10:00 Dana set codename NIGHT HERON\n"
                                        "10:00 Dana set restricted true\n"
                                        "10:01 Dana ask Lee 5m whose key leaked?\n"
                                        "10:02 Lee offer tech-lead Dana who stole the key\n"));
        QString all;
        for (; night.clock.now() < at("12:00"); night.clock.advance(10s)) {
            if (night.look().isEmpty())
                continue;
            for (const items::Notice &notice : night.last) {
                all += notice.sentence() + QLatin1Char('\n');
                QCOMPARE(notice.subject, QStringLiteral("INC-TEST NIGHT HERON"));
            }
        }
        for (const char *secret : {"Checkout", "key", "Lee", "update", "Escalate"})
            QVERIFY2(!all.contains(QLatin1String(secret)), qPrintable(all));
        QVERIFY(all.contains(QStringLiteral("A role is offered to you")));
        QVERIFY(all.contains(QStringLiteral("A clock runs out in 3 min")));
    }

    void aKindThatIsNotWantedIsSilentAndBringsNothingLater()
    {
        Night night;
        night.incident(staffed);
        night.choices.of(NoticeKind::Missed).shown = false;
        QCOMPARE(about(night.until("10:40"), "missed"), QStringList());
        night.choices.of(NoticeKind::Missed).shown = true;
        QCOMPARE(about(night.until("10:41"), "missed"), QStringList());
    }

    void mineOnlyIsMineOnly()
    {
        Night night("10:00", QStringLiteral("Sam"));
        night.incident(staffed + QStringLiteral("10:01 Dana ask Sam 5m who is on the call?\n"));
        for (items::NoticeChoice &choice : night.choices.kinds)
            choice.mineOnly = true;
        QCOMPARE(night.until("10:40").filter(QStringLiteral("update")), QStringList());
        QVERIFY(night.last.front().text.contains(QStringLiteral("who is on the call")));
    }

    void choicesSurviveTheFile_data()
    {
        QTest::addColumn<QStringList>("text");
        QTest::newRow("as at first") << QStringList();
        QTest::newRow("some") << QStringList{QStringLiteral("near=off"), QStringLiteral("missed=silent"), QStringLiteral("ask=mine"),
                                             QStringLiteral("presenting=loud")};
    }

    void choicesSurviveTheFile()
    {
        QFETCH(QStringList, text);
        QCOMPARE(items::NoticeChoices::fromText(text).toText(), text);
        QCOMPARE(items::NoticeChoices::fromText(text + QStringList{QStringLiteral("later=?"), QString()}).toText(), text);
    }

    void aWholeNightTellsEachThingOnce()
    {
        Night night("10:00", QStringLiteral("Ana"));
        for (int i = 0; i < 4; ++i)
            night.incident(staffed);
        const QStringList told = night.until("20:00", 1min);
        QVERIFY2(told.size() < 60, qPrintable(told.join(QLatin1Char('\n'))));
        QCOMPARE(QSet<QString>(told.begin(), told.end()).size(), told.size());
    }
};

QTEST_GUILESS_MAIN(NoticesTest)
#include "tst_notices.moc"
