// The journal as a record: what goes in comes out, whole, once, and in order.
#include "tests/models/journal/journalstory.h"

using namespace qd;
using namespace qd::test;

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void whatIsAppendedIsReadBackAsItWas();
    void aFutureFinishesWithTheEventsAsStored();
    void manyAppendsAtOnceKeepTheirOrder();
    void anEventIsStoredOnce();
    void anAppendIsWholeOrNothing();
    void oneBadAppendAmongManyFailsAlone();
    void theFoldOfTheJournalIsTheFoldOfTheEvents();
    void arrivalIsReadFromAnyPosition();
    void incidentsAreListedWithTheirState();
    void anIncidentIsFoundByWhatPeopleCallIt();
    void aReferenceIsTakenOnce();
    void anotherConsolesEventsKeepTheirChain();
    void attachmentsAreKeptByTheirContent();
    void aJournalOpenedForReadingTakesNothing();
    void aUnknownKindSurvives();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("war room #1.db")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournal::whatIsAppendedIsReadBackAsItWas()
{
    std::vector<Event> told;
    IncidentId incident;
    {
        JournalStory story(path());
        incident = story.declare(QStringLiteral("Checkout returns 503"));
        story.log(incident, QStringLiteral("rolled back \"4.12\" on shard 3 — done ✓ \U0001F525"));
        told = must(story.journal().events(incident));
    }
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("war room #1.db")});
    const auto journal = openJournal(path());
    QVERIFY(must(journal->events(incident)) == told);
    QCOMPARE(told.size(), 2u);
    QCOMPARE(told[0].consoleSeq, 1);
    QCOMPARE(told[1].consoleSeq, 2);
    QCOMPARE(told[1].prev, told[0].hash);
    QCOMPARE(told[1].hash, hashEvent(told[1]));
    QCOMPARE(told[1].console, chainOf(journal->console(), incident));
    QCOMPARE(journal->lastStamp(), told[1].stamp);
}

void TestJournal::aFutureFinishesWithTheEventsAsStored()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    const auto events =
        story.record({{incident, QStringLiteral("entry.logged"), {{QStringLiteral("text"), QStringLiteral("a")}}, story.now()}});
    auto future = story.journal().append(events);
    future.waitForFinished();
    const std::vector<Event> stored = must(future.result());
    QCOMPARE(stored.front().id, events.front().id);
    QCOMPARE(stored.front().consoleSeq, 2);
    auto read = story.journal().loadEvents(incident);
    QCOMPARE(must(read.result()).size(), 2u);
}

void TestJournal::manyAppendsAtOnceKeepTheirOrder()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    std::vector<QFuture<Result<std::vector<Event>>>> futures;
    std::vector<EventId> ids;
    for (int i = 0; i < 500; ++i) {
        const auto events =
            story.record({{incident, QStringLiteral("entry.logged"), {{QStringLiteral("text"), QString::number(i)}}, story.now()}});
        ids.push_back(events.front().id);
        futures.push_back(story.journal().append(events));
    }
    story.close(); // what was given is stored before it goes
    for (auto &future : futures)
        QVERIFY(future.isFinished() && future.result());
    const std::vector<Event> stored = must(openJournal(path())->eventsAfter(1));
    QCOMPARE(stored.size(), ids.size());
    for (size_t i = 0; i < ids.size(); ++i)
        QCOMPARE(stored[i].id, ids[i]);
}

void TestJournal::anEventIsStoredOnce()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    const Event stored = story.log(incident, QStringLiteral("once"));
    Event again = stored;
    again.hash.clear();
    again.body.insert(QStringLiteral("text"), QStringLiteral("twice"));
    QVERIFY(must(story.journal().appendNow({again})).front() == stored);
    QCOMPARE(story.journal().position(), 2);
    const Event next = story.log(incident, QStringLiteral("the chain goes on"));
    QCOMPARE(next.consoleSeq, 3);
    QVERIFY(must(story.journal().verify()).sound());
}

void TestJournal::anAppendIsWholeOrNothing()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    auto events =
        story.record({{incident, QStringLiteral("entry.logged"), {{QStringLiteral("text"), QStringLiteral("good")}}, story.now()},
                      {incident, QStringLiteral("entry.logged"), {{QStringLiteral("text"), QStringLiteral("bad")}}, story.now()}});
    events.back().incident = {};
    QVERIFY(!story.journal().appendNow(events));
    QCOMPARE(story.journal().position(), 1);
    QVERIFY(story.found(QStringLiteral("good")).isEmpty());
}

void TestJournal::oneBadAppendAmongManyFailsAlone()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    std::vector<QFuture<Result<std::vector<Event>>>> futures;
    for (int i = 0; i < 20; ++i) {
        auto events =
            story.record({{incident, QStringLiteral("entry.logged"), {{QStringLiteral("text"), QString::number(i)}}, story.now()}});
        if (i == 11)
            events.front().incident = {};
        futures.push_back(story.journal().append(events));
    }
    for (int i = 0; i < 20; ++i)
        QCOMPARE(futures[static_cast<size_t>(i)].result().has_value(), i != 11);
    QCOMPARE(story.journal().position(), 20);
    QVERIFY(must(story.journal().verify()).sound());
}

void TestJournal::theFoldOfTheJournalIsTheFoldOfTheEvents()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    story.submit(incident, command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}});
    story.submit(incident, command::ChangeSeverity{QStringLiteral("P1"), QStringLiteral("half of it works"), {}});
    std::vector<Event> events = must(story.journal().events(incident));
    QVERIFY(std::is_sorted(events.begin(), events.end(), comesBefore));
    const std::vector<Event> arrived = must(story.journal().eventsAfter(0));
    QVERIFY(fold(events) == fold(arrived));
    QCOMPARE(fold(events).severity, QStringLiteral("P1"));
}

void TestJournal::arrivalIsReadFromAnyPosition()
{
    JournalStory story(path());
    QCOMPARE(story.journal().position(), 0);
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    for (int i = 0; i < 5; ++i)
        story.log(incident, QString::number(i));
    QCOMPARE(story.journal().position(), 6);
    QCOMPARE(must(story.journal().eventsAfter(4)).size(), 2u);
    QCOMPARE(must(story.journal().eventsAfter(0, 3)).size(), 3u);
    const Arrivals arrivals = must(story.journal().loadAfter(1, 2).result());
    QCOMPARE(arrivals.position, 3);
    QCOMPARE(must(story.journal().loadAfter(6).result()).position, 6);
}

void TestJournal::incidentsAreListedWithTheirState()
{
    JournalStory story(path());
    const IncidentId first = story.declare(QStringLiteral("Checkout returns 503"), QStringLiteral("INC-4F7K"));
    const IncidentId second = story.declare(QStringLiteral("Slow search"), QStringLiteral("INC-2B9Q"));
    story.declare(QStringLiteral("An exercise"), QStringLiteral("INC-DR11"), true);
    story.submit(first, command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}});
    story.submit(second, command::ChangeStatus{QStringLiteral("resolved"), {}, {}});
    const Event entry = story.log(first, QStringLiteral("the first entry"));
    const auto open = must(story.journal().incidents({true, false}));
    QCOMPARE(open.size(), 1u);
    QCOMPARE(open.front().ref, QStringLiteral("INC-4F7K"));
    QCOMPARE(open.front().commander, QStringLiteral("Dana"));
    QCOMPARE(open.front().severity, QStringLiteral("P0"));
    QCOMPARE(open.front().planId, QStringLiteral("small"));
    QCOMPARE(open.front().entryCount, 1);
    QCOMPARE(open.front().eventCount, 3);
    QCOMPARE(open.front().lastRecordedAt, entry.recordedAt);
    const auto all = must(story.journal().loadIncidents().result());
    QCOMPARE(all.size(), 3u);
    QCOMPARE(all.back().id, second);
    QVERIFY(!all.back().open && all.back().resolvedAt);
    QVERIFY(all.front().drill);
}

void TestJournal::anIncidentIsFoundByWhatPeopleCallIt()
{
    JournalStory story(path());
    const auto why = [&story](const char *name) { return story.journal().resolve(QLatin1String(name)).error(); };
    QVERIFY(why("last").sentence.contains(QStringLiteral("no incident")));
    const IncidentId first = story.declare(QStringLiteral("Checkout"), QStringLiteral("INC-4F7K"));
    const IncidentId second = story.declare(QStringLiteral("Search"), QStringLiteral("INC-4F"));
    const IncidentId third = story.declare(QStringLiteral("Mail"), QStringLiteral("INC-2B9Q"));
    const std::pair<const char *, IncidentId> names[] = {{"INC-4F7K", first}, {"inc-4f7k", first}, {"4f7", first},  {"INC-4F", second},
                                                         {"4F", second},      {" inc-2 ", third},  {"last", third}, {"LAST", third}};
    for (const auto &[name, id] : names)
        QCOMPARE(must(story.journal().resolve(QLatin1String(name))), id);
    QCOMPARE(must(story.journal().resolve(first.toString())), first);
    QVERIFY(why("INC-").sentence.contains(QStringLiteral("INC-4F7K (Checkout)")));
    QVERIFY(why("INC-").sentence.contains(QStringLiteral("INC-2B9Q (Mail)")));
    for (const char *name : {"INC-9", "", "%", "INC_4F7K", "' OR 1=1"})
        QCOMPARE(why(name).code, ErrorCode::Refused);
}

void TestJournal::aReferenceIsTakenOnce()
{
    JournalStory story(path());
    story.declare(QStringLiteral("Checkout"), QStringLiteral("INC-4F7K"));
    QVERIFY(story.journal().refIsTaken(QStringLiteral("inc-4f7k")));
    QVERIFY(!story.journal().refIsTaken(QStringLiteral("INC-4F7")));
    const IncidentId other = IncidentId::make(story.now());
    const auto events =
        story.record({{other, QStringLiteral("incident.declared"), {{QStringLiteral("ref"), QStringLiteral("INC-4F7K")}}, story.now()}});
    QVERIFY(story.journal().appendNow(events).error().sentence.contains(QStringLiteral("is taken")));
    QVERIFY(must(story.journal().events(other)).empty());
}

void TestJournal::anotherConsolesEventsKeepTheirChain()
{
    JournalStory there(m_folder->filePath(QStringLiteral("there.db")));
    const IncidentId incident = there.declare(QStringLiteral("Checkout"));
    there.log(incident, QStringLiteral("over there"));
    const std::vector<Event> brought = must(there.journal().events(incident));

    JournalStory here(path());
    here.declare(QStringLiteral("Something else"));
    std::vector<Event> altered = brought;
    altered.back().body.insert(QStringLiteral("text"), QStringLiteral("never said"));
    QVERIFY(here.journal().appendNow(altered).error().sentence.contains(QStringLiteral("not what was recorded")));
    QVERIFY(must(here.journal().appendNow({brought.rbegin(), brought.rend()})).size() == 2);
    Event fork = brought.back(); // another event with the same number, and hashes that are right
    fork.id = EventId::make(here.now());
    fork.hash = hashEvent(fork);
    QCOMPARE(here.journal().appendNow({fork}).error().code, ErrorCode::Storage);
    QVERIFY(must(here.journal().events(incident)) == brought);
    QVERIFY(must(here.journal().verify()).sound());
    QCOMPARE(must(here.journal().verify()).chains, 2);
    QCOMPARE(here.found(QStringLiteral("over")), QStringList{QStringLiteral("over there")});
}

void TestJournal::attachmentsAreKeptByTheirContent()
{
    JournalStory story(path());
    const QByteArray content("\0binary\xff", 8);
    const QString sha256 =
        must(story.journal().putAttachment(content, QStringLiteral("a.bin"), QStringLiteral("application/octet-stream")));
    QCOMPARE(sha256.size(), 64);
    QCOMPARE(must(story.journal().putAttachment(content)), sha256);
    QCOMPARE(must(story.journal().attachment(sha256)), content);
    QVERIFY(!story.journal().attachment(QStringLiteral("00ff")));
    QCOMPARE(must(story.journal().attachment(must(story.journal().putAttachment({})))), QByteArray());
}

void TestJournal::aJournalOpenedForReadingTakesNothing()
{
    IncidentId incident;
    {
        JournalStory story(path());
        incident = story.declare(QStringLiteral("Checkout"));
    }
    const QByteArray before = bytesOf(path());
    {
        const auto journal = openJournal(path(), {true, false, at("14:00"), {}});
        QVERIFY(journal->isReadOnly());
        QVERIFY(!journal->readOnlyReason().isEmpty());
        const std::vector<Event> events = must(journal->events(incident));
        QCOMPARE(journal->appendNow(events).error().code, ErrorCode::Storage);
        auto future = journal->append(events);
        QCOMPARE(future.result().error().sentence, journal->readOnlyReason());
        QVERIFY(!journal->putAttachment(QByteArrayLiteral("x")));
        QVERIFY(!journal->rebuild());
        QCOMPARE(must(journal->incidents()).size(), 1u);
        QVERIFY(must(journal->verify()).sound());
    }
    QCOMPARE(bytesOf(path()), before);
    QCOMPARE(filesIn(m_folder->path()).size(), 1);
}

void TestJournal::aUnknownKindSurvives()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    const QJsonObject body{{QStringLiteral("seats"), 7}, {QStringLiteral("nested"), QJsonObject{{QStringLiteral("a"), 1.5}}}};
    must(story.journal().appendNow(story.record({{incident, QStringLiteral("bridge.joined"), body, story.now()}})));
    QCOMPARE(must(story.journal().events(incident)).back().body, body);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
