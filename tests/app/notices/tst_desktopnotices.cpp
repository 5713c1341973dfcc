// Notices over a bus: to a service that answers, one that refuses, one that is silent, one that comes later, and to none.
#include "tests/app/notices/fakedesktop.h"
#include "app/notices/desktopnotices.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;
using Outcome = ui::NoticeDelivery::Outcome;

namespace {

items::Notice notice(const char *key = "a", bool urgent = false)
{
    items::Notice its;
    its.key = QLatin1String(key);
    its.text = QStringLiteral("Status page update is due in 3 min");
    its.subject = QStringLiteral("INC-4F7K Checkout <503> & more");
    its.urgent = urgent;
    return its;
}

struct Sender
{
    explicit Sender(const QString &address, std::chrono::milliseconds patience = 3s)
        : notices({[address](const QString &name) { return QDBusConnection::connectToBus(address, name + QString::number(++count)); },
                   [](bool urgent) { return urgent ? QStringLiteral("/sounds/missed.wav") : QStringLiteral("/sounds/near.wav"); },
                   patience},
                  nullptr)
    {
    }
    void show(const items::Notice &its)
    {
        notices.show(its, [this](Outcome outcome) { outcomes << outcome; });
    }
    DesktopNotices notices;
    QList<Outcome> outcomes;
    static inline std::atomic_int count = 0;
};

} // namespace

class DesktopNoticesTest : public QObject
{
    Q_OBJECT

private slots:
    void aNoticeIsABubble()
    {
        FakeDesktop desktop;
        FakeService &service = desktop.startService();
        Sender sender(desktop.address());
        sender.show(notice());
        QVERIFY(sender.outcomes.isEmpty()); // it did not wait
        QTRY_COMPARE(sender.outcomes, QList{Outcome::Shown});
        QCOMPARE(service.bubbles.size(), 1u);
        const Bubble &bubble = service.bubbles.front();
        QCOMPARE(bubble.summary, QStringLiteral("Status page update is due in 3 min"));
        QCOMPARE(bubble.body, QStringLiteral("INC-4F7K Checkout <503> & more"));
        QVERIFY(bubble.actions.contains(QStringLiteral("Open")));
        QCOMPARE(bubble.hints.value(QStringLiteral("urgency")).toInt(), 1);
        QCOMPARE(bubble.hints.value(QStringLiteral("suppress-sound")).toBool(), true); // the program makes its own
    }

    void itDoesWhatTheServiceCan()
    {
        FakeDesktop desktop;
        FakeService &service = desktop.startService();
        service.abilities = {QStringLiteral("body"), QStringLiteral("body-markup"), QStringLiteral("sound")};
        Sender sender(desktop.address());
        sender.show(notice("a", true));
        QTRY_COMPARE(sender.outcomes, QList{Outcome::ShownWithSound});
        const Bubble &bubble = service.bubbles.front();
        QCOMPARE(bubble.body, QStringLiteral("INC-4F7K Checkout &lt;503&gt; &amp; more"));
        QVERIFY(bubble.actions.isEmpty());
        QCOMPARE(bubble.hints.value(QStringLiteral("urgency")).toInt(), 2);
        QCOMPARE(bubble.hints.value(QStringLiteral("sound-file")).toString(), QStringLiteral("/sounds/missed.wav"));
        items::Notice silent = notice("b");
        silent.sounds = false;
        sender.show(silent);
        QTRY_COMPARE(service.bubbles.size(), 2u);
        QVERIFY(service.bubbles.back().hints.value(QStringLiteral("suppress-sound")).toBool());
    }

    void oneClockHasOneBubble()
    {
        FakeDesktop desktop;
        FakeService &service = desktop.startService();
        Sender sender(desktop.address());
        sender.show(notice("a"));
        QTRY_COMPARE(sender.outcomes.size(), 1);
        sender.show(notice("a", true));
        QTRY_COMPARE(service.bubbles.size(), 2u);
        QCOMPARE(service.bubbles.back().replaces, 41u);
        QTRY_COMPARE(sender.outcomes.size(), 2);
        sender.notices.withdraw(QStringLiteral("a"));
        sender.notices.withdraw(QStringLiteral("nobody knows it"));
        QTRY_COMPARE(service.closed, QList{41u});
    }

    void aClickOpensWhatItIsAbout()
    {
        FakeDesktop desktop;
        FakeService &service = desktop.startService();
        Sender sender(desktop.address());
        QSignalSpy opened(&sender.notices, &ui::NoticeDelivery::opened);
        sender.show(notice("a"));
        QTRY_COMPARE(sender.outcomes.size(), 1);
        sender.show(notice("b"));
        QTRY_COMPARE(sender.outcomes.size(), 2);
        emit service.ActionInvoked(7, QStringLiteral("default")); // another program's
        emit service.ActionInvoked(41, QStringLiteral("default"));
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toString(), QStringLiteral("a"));
        emit service.NotificationClosed(41, 2);
        emit service.ActionInvoked(41, QStringLiteral("default")); // its number may be another's by now
        emit service.ActionInvoked(42, QStringLiteral("open"));
        QTRY_COMPARE(opened.count(), 2);
        QCOMPARE(opened.last().first().toString(), QStringLiteral("b"));
        sender.show(notice("a"));
        QTRY_COMPARE(service.bubbles.size(), 3u);
        QCOMPARE(service.bubbles.back().replaces, 0u);
    }

    void withoutABusItIsNotShown()
    {
        Sender sender(QStringLiteral("unix:path=/nowhere/at/all"));
        sender.show(notice());
        sender.show(notice("b"));
        QTRY_COMPARE(sender.outcomes, (QList{Outcome::NotShown, Outcome::NotShown}));
        sender.show(notice("c")); // and it goes on trying
        QTRY_COMPARE(sender.outcomes.size(), 3);
    }

    void aServiceThatRefusesIsNoWay()
    {
        FakeDesktop desktop;
        desktop.startService().mood = FakeService::Mood::Refuses;
        Sender sender(desktop.address());
        sender.show(notice());
        QTRY_COMPARE(sender.outcomes, QList{Outcome::NotShown});
    }

    void aServiceThatNeverAnswersHoldsUpNothing()
    {
        FakeDesktop desktop;
        desktop.startService().mood = FakeService::Mood::Silent;
        Sender sender(desktop.address(), 200ms);
        QElapsedTimer clock;
        clock.start();
        sender.show(notice());
        QVERIFY(clock.elapsed() < 100);
        QTRY_COMPARE(sender.outcomes, QList{Outcome::NotShown});
    }

    void aServiceMayComeLaterAndAgain()
    {
        FakeDesktop desktop;
        Sender sender(desktop.address());
        sender.show(notice());
        QTRY_COMPARE(sender.outcomes, QList{Outcome::NotShown});
        FakeService *service = &desktop.startService();
        sender.show(notice());
        QTRY_COMPARE(sender.outcomes.size(), 2);
        QCOMPARE(sender.outcomes.last(), Outcome::Shown);
        desktop.stopService();
        service = &desktop.startService(); // its numbers are others
        QTRY_VERIFY((sender.show(notice("b")), !service->bubbles.empty()));
        sender.show(notice("a"));
        QTRY_COMPARE(service->bubbles.back().replaces, 0u);
    }
};

QTEST_GUILESS_MAIN(DesktopNoticesTest)
#include "tst_desktopnotices.moc"
#include "moc_fakedesktop.cpp"
