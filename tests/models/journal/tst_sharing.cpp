// One file, and the hub that it is kept in step with: what waits, what is there, what comes from there.
#include "models/journal/sharedlog.h"
#include "tests/models/journal/journalstory.h"

using namespace qd;
using namespace qd::test;

namespace {

Sharing someHub()
{
    Sharing hub;
    hub.address = QStringLiteral("postgresql://dana@db.example.org/room");
    hub.hub = QStringLiteral("hub-1");
    hub.person = QStringLiteral("Dana");
    return hub;
}

void acknowledge(SharedLog &log, const std::vector<qint64> &positions)
{
    const Sharing with = must(log.sharing());
    QVERIFY(must(log.acknowledge(positions, {with.hub, with.epoch, with.cursor})));
}

Result<bool> keep(SharedLog &log, const std::vector<CarriedEvent> &pulled, const QByteArray &cursor)
{
    const Sharing with = must(log.sharing());
    return log.keep(pulled, {with.hub, with.epoch, with.cursor}, cursor);
}

std::vector<qint64> positionsOf(const std::vector<CarriedEvent> &events)
{
    std::vector<qint64> positions;
    for (const CarriedEvent &carried : events)
        positions.push_back(carried.position);
    return positions;
}

std::vector<CarriedEvent> fromHub(std::vector<CarriedEvent> events)
{
    for (CarriedEvent &carried : events)
        carried.position = 0;
    return events;
}

} // namespace

class TestSharing : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void whatIsWrittenWaitsUntilTheHubHasIt();
    void anotherConsoleTakesItAsItWas();
    void aChainHoldsOneIncidentOnly();
    void aHeldChainIsNotOfferedUntilItIsReleased();
    void whatTheHubLostIsOfferedAgain();
    void aCopiedFileGoesOnUnderAChainOfItsOwn();
    void whatWasWrittenAgainAfterALossStandsBesideWhatWasThereBefore();
    void whatTheHubTookUnderAnotherChainStandsAsTheHubHasIt();
    void aRedactionTakesTheTextAlsoWhenTheEntryComesLater();
    void anAttachmentIsCarriedInParts();
    void aWrongAttachmentIsForgottenAndFetchedAgain();
    void leavingKeepsTheRecord();

private:
    [[nodiscard]] QString path(const char *name = "here.db") const { return m_folder->filePath(QLatin1String(name)); }
    IncidentId declaredAndCopied() // on a hub; two files of one installation
    {
        JournalStory story(path());
        const IncidentId incident = story.declare(QStringLiteral("Checkout"));
        must(story.journal().join(someHub()));
        story.close();
        if (!QFile::copy(path(), path("copy.db")))
            qFatal("the file could not be copied");
        return incident;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSharing::whatIsWrittenWaitsUntilTheHubHasIt()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    story.log(incident, QStringLiteral("one"));
    story.log(incident, QStringLiteral("two"));
    must(story.journal().join(someHub()));
    const auto log = must(SharedLog::open(path()));
    const auto waiting = must(log->waiting(10, 1 << 20));
    QCOMPARE(positionsOf(waiting), (std::vector<qint64>{1, 2, 3}));
    QCOMPARE(hashBody(waiting[1].body), waiting[1].event.bodyHash);
    QCOMPARE(must(log->waiting(2, 1 << 20)).size(), 2u);
    QCOMPARE(must(log->waiting(10, 1)).size(), 1u);

    acknowledge(*log, {1, 3});
    QCOMPARE(positionsOf(must(log->waiting(10, 1 << 20))), (std::vector<qint64>{2}));
    QCOMPARE(must(story.journal().sharing()).waiting, 1);
    QCOMPARE(must(story.journal().sharing()).waitingIds, (std::vector<EventId>{waiting[1].event.id}));
    acknowledge(*log, {2, 2, 3});
    QCOMPARE(must(log->backlog()).waiting, 0);
    story.log(incident, QStringLiteral("three"));
    QCOMPARE(must(log->backlog()).waiting, 1);
}

void TestSharing::anotherConsoleTakesItAsItWas()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    story.log(incident, QStringLiteral("rolled back — ✓"));
    const auto sent = fromHub(must(must(SharedLog::open(path()))->waiting(10, 1 << 20)));

    const auto there = openJournal(path("there.db"));
    must(there->join(someHub()));
    const auto log = must(SharedLog::open(path("there.db")));
    must(keep(*log, sent, "after two"));
    must(keep(*log, sent, "after two"));
    QVERIFY(must(there->events(incident)) == must(story.journal().events(incident)));
    QCOMPARE(must(log->sharing()).cursor, QByteArray("after two"));
    QCOMPARE(must(log->backlog()).waiting, 0);
    QVERIFY(must(there->verify()).sound());
    QCOMPARE(must(there->incidents()).front().title, QStringLiteral("Checkout"));
    QCOMPARE(must(log->chains()).size(), 1u);

    QVERIFY(!must(log->keep(sent, {QStringLiteral("hub-1"), {}, "long ago"}, "further"))); // another courier was here first
    QVERIFY(!must(log->acknowledge({1}, {QStringLiteral("hub-2"), {}, {}})));
    QCOMPARE(must(log->sharing()).cursor, QByteArray("after two"));

    auto forged = sent;
    forged[1].event.id = EventId::make(story.now());
    forged[1].body = R"({"text":"somebody else's words"})";
    QVERIFY(!keep(*log, forged, "further"));
    CarriedEvent rewritten = sent[1];
    rewritten.event.id = EventId::make(story.now());
    rewritten.event.consoleSeq = 3;
    rewritten.event.prev = sent[0].event.hash; // as if the one between had never been
    rewritten.event.hash = hashEvent(rewritten.event);
    const Result<bool> kept = keep(*log, {rewritten}, "further");
    QVERIFY(!kept);
    QVERIFY(kept.error().sentence.contains(QLatin1String("was rewritten")));
    QCOMPARE(must(log->sharing()).cursor, QByteArray("after two"));
    QCOMPARE(must(there->events(incident)).size(), 2u);
}

void TestSharing::aChainHoldsOneIncidentOnly()
{
    JournalStory story(path());
    const IncidentId first = story.declare(QStringLiteral("Checkout"));
    const IncidentId second = story.declare(QStringLiteral("Search"));
    story.log(first, QStringLiteral("a"));
    story.log(second, QStringLiteral("b"));
    story.log(first, QStringLiteral("c"));
    for (const auto &[incident, length] : {std::pair(first, 3), std::pair(second, 2)}) {
        const std::vector<Event> events = must(story.journal().events(incident));
        QCOMPARE(std::ssize(events), length);
        QByteArray prev;
        for (size_t i = 0; i < events.size(); ++i) {
            QCOMPARE(events[i].console, chainOf(story.journal().console(), incident));
            QCOMPARE(events[i].consoleSeq, static_cast<qint64>(i + 1));
            QCOMPARE(events[i].prev, prev);
            prev = events[i].hash;
        }
    }
    QVERIFY(must(story.journal().verify()).sound());
    QCOMPARE(must(story.journal().verify()).chains, 2);
}

void TestSharing::aHeldChainIsNotOfferedUntilItIsReleased()
{
    JournalStory story(path());
    const IncidentId first = story.declare(QStringLiteral("Checkout"));
    const IncidentId second = story.declare(QStringLiteral("Search"));
    must(story.journal().join(someHub()));
    const auto log = must(SharedLog::open(path()));
    must(log->hold(chainOf(story.journal().console(), first), QStringLiteral("it is by somebody else")));
    QCOMPARE(positionsOf(must(log->waiting(10, 1 << 20))), (std::vector<qint64>{2}));
    const SharingState state = must(story.journal().sharing());
    QCOMPARE(state.waiting, 2);
    QCOMPARE(must(log->backlog()).held, 1);
    QCOMPARE(state.held.size(), 1u);
    QCOMPARE(state.held.front().incident, first);
    QVERIFY(second != first);
    must(log->release());
    QCOMPARE(must(log->waiting(10, 1 << 20)).size(), 2u);
}

void TestSharing::whatTheHubLostIsOfferedAgain()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    for (int i = 0; i < 4; ++i)
        story.log(incident, QString::number(i));
    must(story.journal().join(someHub()));
    const auto log = must(SharedLog::open(path()));
    acknowledge(*log, {1, 2, 3, 4, 5});
    must(log->unacknowledge({{chainOf(story.journal().console(), incident), 3}}));
    QCOMPARE(positionsOf(must(log->waiting(10, 1 << 20))), (std::vector<qint64>{4, 5}));
}

void TestSharing::aCopiedFileGoesOnUnderAChainOfItsOwn()
{
    const IncidentId incident = declaredAndCopied();
    JournalStory here(path());
    here.log(incident, QStringLiteral("written here"));
    const auto sent = must(must(SharedLog::open(path()))->waiting(10, 1 << 20));

    JournalStory copy(path("copy.db"));
    const Event mine = copy.log(incident, QStringLiteral("written there"));
    const Event second = copy.log(incident, QStringLiteral("and more"));
    const auto log = must(SharedLog::open(path("copy.db")));
    must(keep(*log, fromHub(sent), "x"));
    const std::vector<Event> events = must(copy.journal().events(incident));
    QCOMPARE(events.size(), 4u);
    const auto waiting = must(log->waiting(10, 1 << 20));
    QCOMPARE(waiting.size(), 2u);
    QCOMPARE(waiting[0].event.id, mine.id);
    QCOMPARE(waiting[0].event.consoleSeq, 1);
    QVERIFY(waiting[0].event.console != mine.console);
    QCOMPARE(waiting[1].event.id, second.id);
    QCOMPARE(waiting[1].event.prev, waiting[0].event.hash);
    QVERIFY(must(copy.journal().verify()).sound());
    copy.log(incident, QStringLiteral("the program that runs goes on"));
    QVERIFY(must(copy.journal().verify()).sound());
    const ConsoleId before = copy.journal().console();
    copy.close();
    QVERIFY(openJournal(path("copy.db"))->console() != before);
}

void TestSharing::whatWasWrittenAgainAfterALossStandsBesideWhatWasThereBefore()
{
    const IncidentId incident = declaredAndCopied();
    JournalStory here(path());
    const Event lost = here.log(incident, QStringLiteral("the hub had this, and lost it"));
    acknowledge(*must(SharedLog::open(path())), {1, 2});
    JournalStory copy(path("copy.db"));
    copy.log(incident, QStringLiteral("and took this in its place"));
    const auto log = must(SharedLog::open(path()));
    must(keep(*log, fromHub(must(must(SharedLog::open(path("copy.db")))->waiting(10, 1 << 20))), "x"));
    QCOMPARE(must(here.journal().events(incident)).size(), 3u);
    const auto waiting = must(log->waiting(10, 1 << 20));
    QCOMPARE(waiting.size(), 1u);
    QCOMPARE(waiting.front().event.id, lost.id);
    QVERIFY(must(here.journal().verify()).sound());
}

void TestSharing::whatTheHubTookUnderAnotherChainStandsAsTheHubHasIt()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    story.log(incident, QStringLiteral("one"));
    story.log(incident, QStringLiteral("two"));
    must(story.journal().join(someHub()));
    const auto log = must(SharedLog::open(path()));
    auto known = fromHub(must(log->waiting(10, 1 << 20)));
    known.pop_back();
    QByteArray prev;
    for (CarriedEvent &carried : known) { // as they were sent before this file was made whole from a copy
        carried.event.console = ConsoleId(QUuid::fromString(QStringLiteral("{018f0000-0000-8000-8000-000000000001}")));
        carried.event.prev = prev;
        prev = carried.event.hash = hashEvent(carried.event);
    }
    must(keep(*log, known, "x"));
    const std::vector<Event> events = must(story.journal().events(incident));
    QCOMPARE(events.size(), 3u);
    QCOMPARE(events[1].hash, known[1].event.hash);
    QCOMPARE(must(log->waiting(10, 1 << 20)).size(), 1u);
    QCOMPARE(must(log->waiting(10, 1 << 20)).front().event.consoleSeq, 1);
    QVERIFY(must(story.journal().verify()).sound());
}

void TestSharing::aRedactionTakesTheTextAlsoWhenTheEntryComesLater()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    story.log(incident, QStringLiteral("token s3cr3t"));
    auto sent = fromHub(must(must(SharedLog::open(path()))->waiting(10, 1 << 20)));
    Event redaction;
    redaction.id = EventId::make(story.now());
    redaction.incident = incident;
    redaction.kind = QStringLiteral("entry.redacted");
    redaction.console = ConsoleId(QUuid::createUuid());
    redaction.consoleSeq = 1;
    redaction.author = QStringLiteral("Lee");
    redaction.stamp = story.journal().lastStamp() + 1;
    const QByteArray body =
        canonicalBody({{QStringLiteral("entry"), sent[1].event.id.toString()}, {QStringLiteral("reason"), QStringLiteral("secret")}});
    redaction.bodyHash = hashBody(body);
    redaction.hash = hashEvent(redaction);

    const auto there = openJournal(path("there.db"));
    must(there->join(someHub()));
    const auto log = must(SharedLog::open(path("there.db")));
    must(keep(*log, {sent[0], {redaction, body, 0}}, "a"));
    must(keep(*log, {sent[1]}, "b"));
    for (const Event &event : must(there->events(incident)))
        QVERIFY(!canonicalBody(event.body).contains("s3cr3t"));
    QVERIFY(must(there->verify()).sound());
    QCOMPARE(must(there->verify()).redacted, 1);
}

void TestSharing::anAttachmentIsCarriedInParts()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    const QByteArray content(600000, 'x');
    const QString sha256 = must(story.journal().putAttachment(content, QStringLiteral("heap.txt"), QStringLiteral("text/plain")));
    must(story.journal().appendNow(story.record({{incident,
                                                  QStringLiteral("attachment.added"),
                                                  {{QStringLiteral("sha256"), sha256},
                                                   {QStringLiteral("name"), QStringLiteral("heap.txt")},
                                                   {QStringLiteral("mime"), QStringLiteral("text/plain")},
                                                   {QStringLiteral("size"), 600000}},
                                                  story.now()}})));
    must(story.journal().join(someHub()));
    const auto log = must(SharedLog::open(path()));
    const auto sent = must(log->waiting(10, 1 << 20));
    acknowledge(*log, positionsOf(sent));
    const std::vector<Parcel> out = must(log->parcels(10));
    QCOMPARE(out.size(), 1u);
    QVERIFY(out.front() == (Parcel{incident, sha256, true, QStringLiteral("heap.txt"), QStringLiteral("text/plain"), 600000}));
    must(log->drop(out.front()));
    QVERIFY(must(log->parcels(10)).empty());

    const auto there = openJournal(path("there.db"));
    must(there->join(someHub()));
    {
        const auto first = must(SharedLog::open(path("there.db")));
        must(keep(*first, fromHub(sent), "a"));
        must(first->keepPart(sha256, 0, content.left(300000)));
    }
    const auto log2 = must(SharedLog::open(path("there.db")));
    QCOMPARE(must(log2->partsHere(sha256)), std::vector<int>{0});
    must(log2->keepPart(sha256, 1, content.mid(300000)));
    must(log2->assemble(must(log2->parcels(1)).front()));
    QCOMPARE(must(there->attachment(sha256)), content);
    QVERIFY(must(log2->parcels(10)).empty());
    QVERIFY(must(log2->partsHere(sha256)).empty());
}

void TestSharing::aWrongAttachmentIsForgottenAndFetchedAgain()
{
    const auto there = openJournal(path("there.db"));
    const auto log = must(SharedLog::open(path("there.db")));
    const Parcel parcel{IncidentId::make({}), QString(64, QLatin1Char('a')), false, QStringLiteral("heap.txt"), {}, 3};
    must(log->keepPart(parcel.sha256, 0, "abc"));
    QVERIFY(!log->assemble(parcel));
    QVERIFY(must(log->partsHere(parcel.sha256)).empty());
    QVERIFY(!there->attachment(parcel.sha256));
}

void TestSharing::leavingKeepsTheRecord()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    must(story.journal().join(someHub()));
    acknowledge(*must(SharedLog::open(path())), {1});
    must(story.journal().leave());
    QVERIFY(!must(story.journal().sharing()).with.joined());
    QCOMPARE(must(story.journal().events(incident)).size(), 1u);
    must(story.journal().join(someHub()));
    QCOMPARE(must(story.journal().sharing()).waiting, 1);
}

QTEST_GUILESS_MAIN(TestSharing)
#include "tst_sharing.moc"
