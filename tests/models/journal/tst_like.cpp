// Earlier incidents that are like one: which of them, why, and what was done then.
#include "tests/models/journal/likestory.h"
#include "tests/models/journal/rawfile.h"

using namespace qd;
using namespace qd::test;

class TestLike : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void theExpectedOneIsAmongTheFirst();
    void aHitSaysWhyAndWhatWasDone();
    void oneOfTwoIsFoundToo();
    void whatHasNothingInCommonIsNotSuggested();
    void drillsAreLikeDrills();
    void ofARestrictedOneNoWordIsTold();
    void whatWasRedactedIsInNoIndex();
    void whatWasTakenBackOrRuledOutSaysNothing();
    void whatChangedIsFoundByTheNextSearch();
    void aMergedOneIsNotSuggested();
    void rebuildingMakesTheSame();
    void itIsAskedInTheBackgroundToo();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("room.db")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLike::theExpectedOneIsAmongTheFirst()
{
    JournalStory story(path());
    for (const ToldIncident &told : readTold("incidents.txt"))
        tell(story, told);
    int first = 0;
    int amongThree = 0;
    int asked = 0;
    for (ToldIncident told : readTold("queries.txt")) {
        const QString expected = std::exchange(told.ref, QStringLiteral("INC-Q%1").arg(asked++));
        const QStringList found = refsOf(likeThat(story, tell(story, told), 3));
        first += found.value(0) == expected ? 1 : 0;
        amongThree += found.contains(expected) ? 1 : 0;
        if (found.value(0) != expected)
            qInfo("%s: expected %s, found %s", qPrintable(told.title), qPrintable(expected), qPrintable(found.join(QLatin1Char(' '))));
    }
    QCOMPARE(asked, 10);
    QCOMPARE(amongThree, asked);
    QVERIFY(first >= 9);
}

void TestLike::aHitSaysWhyAndWhatWasDone()
{
    JournalStory story(path());
    for (const ToldIncident &told : readTold("incidents.txt"))
        tell(story, told);
    command::Declare declare;
    declare.title = QStringLiteral("Nobody can pay: connection pool of the database exhausted");
    declare.services = QStringList{QStringLiteral("Checkout")};
    declare.type = QStringLiteral("outage");
    const std::vector<LikeHit> hits = likeThat(story, story.declare(declare));
    QCOMPARE(hits.front().ref, QStringLiteral("INC-A001"));
    QCOMPARE(hits.front().services, QStringList{QStringLiteral("checkout")});
    QVERIFY(hits.front().sameType);
    QVERIFY2(hits.front().words.contains(QStringLiteral("pool")) && hits.front().words.contains(QStringLiteral("connection")),
             qPrintable(hits.front().words.join(QLatin1Char(' '))));
    QCOMPARE(hits.front().lesson.cause,
             QStringLiteral("The connection pool was exhausted because a report query held its connections for minutes."));
    QCOMPARE(hits.front().lesson.ending, QStringLiteral("Killed the report query and raised the pool"));
    QVERIFY(hits.front().took && *hits.front().took > Duration::zero());
}

void TestLike::oneOfTwoIsFoundToo()
{
    JournalStory story(path());
    story.declare(QStringLiteral("Replica lag on the orders database"), QStringLiteral("INC-AAAA"));
    const IncidentId second = story.declare(QStringLiteral("Replica lag, orders are stale"), QStringLiteral("INC-BBBB"));
    QCOMPARE(refsOf(likeThat(story, second)), QStringList{QStringLiteral("INC-AAAA")});
}

void TestLike::whatHasNothingInCommonIsNotSuggested()
{
    JournalStory story(path());
    for (const ToldIncident &told : readTold("incidents.txt"))
        tell(story, told);
    command::Declare declare;
    declare.title = QStringLiteral("The coffee machine in the lobby stays cold");
    declare.type = QStringLiteral("outage"); // as half of all are
    QCOMPARE(refsOf(likeThat(story, story.declare(declare))), QStringList());
}

void TestLike::drillsAreLikeDrills()
{
    JournalStory story(path());
    story.declare(QStringLiteral("Replica lag on orders"), QStringLiteral("INC-AAAA"));
    story.declare(QStringLiteral("Replica lag on orders, rehearsed"), QStringLiteral("INC-BBBB"), true);
    const IncidentId drill = story.declare(QStringLiteral("Replica lag on orders again"), {}, true);
    const IncidentId real = story.declare(QStringLiteral("Replica lag on orders once more"), QStringLiteral("INC-DDDD"));
    QCOMPARE(refsOf(likeThat(story, drill)), QStringList{QStringLiteral("INC-BBBB")});
    QCOMPARE(refsOf(likeThat(story, real)), QStringList{QStringLiteral("INC-AAAA")});
}

void TestLike::ofARestrictedOneNoWordIsTold()
{
    JournalStory story(path());
    command::Declare secret;
    secret.title = QStringLiteral("Customer list exfiltrated through checkout");
    secret.services = QStringList{QStringLiteral("checkout")};
    secret.type = QStringLiteral("security");
    secret.restricted = true;
    secret.codename = QStringLiteral("Blue Heron");
    const IncidentId hidden = story.declare(secret, QStringLiteral("INC-AAAA"));
    story.submit(hidden, command::ChangeStatus{QStringLiteral("resolved"), QStringLiteral("exfiltrated keys revoked"), {}});
    command::Declare declare;
    declare.title = QStringLiteral("Customer list exfiltrated");
    const IncidentId byWords = story.declare(declare, QStringLiteral("INC-BBBB"));
    QCOMPARE(refsOf(likeThat(story, byWords)), QStringList());
    declare.services = secret.services;
    declare.type = secret.type;
    const std::vector<LikeHit> hits = likeThat(story, story.declare(declare, QStringLiteral("INC-CCCC")));
    const auto found = std::find_if(hits.begin(), hits.end(), [](const LikeHit &hit) { return hit.restricted; });
    QVERIFY(found != hits.end());
    QCOMPARE(found->title, QStringLiteral("Blue Heron"));
    QVERIFY(found->words.isEmpty());
    QVERIFY(found->lesson == Lesson{});

    story.submit(hidden, command::Amend{QStringLiteral("restricted"), QStringLiteral("false")});
    QVERIFY(refsOf(likeThat(story, byWords)).contains(QStringLiteral("INC-AAAA")));
    story.submit(hidden, command::Amend{QStringLiteral("restricted"), QStringLiteral("true")}); // at once, not with the next search
    story.close();
    const QString left =
        rows(path(), QStringLiteral("SELECT title || causes || about || said AS line FROM like_text")).join(QLatin1Char(' '));
    QVERIFY(!left.contains(QLatin1String("through")) && !left.contains(QLatin1String("revok")));
}

void TestLike::whatWasRedactedIsInNoIndex()
{
    JournalStory story(path());
    const IncidentId first = story.declare(QStringLiteral("Login broken"), QStringLiteral("INC-AAAA"));
    const Event secret = story.log(first, QStringLiteral("the password is hunterxyzzy on shard seven"));
    LikeQuery asked; // by somebody who knows the word: no incident says it
    asked.terms = {{QStringLiteral("hunterxyzzy"), QStringLiteral("hunterxyzzy"), 9}, {QStringLiteral("login"), QStringLiteral("login"), 3}};
    const auto words = [&story, &asked] { return must(story.journal().like(asked)).front().words; };
    QVERIFY(words().contains(QStringLiteral("hunterxyzzy")));
    story.submit(first, command::RedactEntry{secret.id, QStringLiteral("a password")});
    asked.terms.push_back({QStringLiteral("broken"), QStringLiteral("broken"), 3}); // two words, or it were chance
    QVERIFY(!words().contains(QStringLiteral("hunterxyzzy")));
    story.close();
    QVERIFY(!bytesOf(path()).contains("hunterxyzzy"));
}

void TestLike::whatWasTakenBackOrRuledOutSaysNothing()
{
    JournalStory story(path());
    const IncidentId first = story.declare(QStringLiteral("Search is slow"), QStringLiteral("INC-AAAA"));
    command::LogEntry guess;
    guess.kind = QStringLiteral("hypothesis");
    guess.text = QStringLiteral("garbage collector pauses of the heap");
    const Event hypothesis = story.submit(first, guess);
    const IncidentId second = story.declare(QStringLiteral("Garbage collector pauses, heap too small"));
    QCOMPARE(refsOf(likeThat(story, second)), QStringList{QStringLiteral("INC-AAAA")});
    story.submit(first, command::SettleHypothesis{hypothesis.id, QStringLiteral("ruled-out"), {}});
    QCOMPARE(refsOf(likeThat(story, second)), QStringList());
    story.submit(first, command::SettleHypothesis{hypothesis.id, QStringLiteral("confirmed"), {}});
    QCOMPARE(likeThat(story, second).front().lesson.cause, guess.text);
    story.submit(first, command::Undo{hypothesis.id, hypothesis.kind});
    QCOMPARE(refsOf(likeThat(story, second)), QStringList());
}

void TestLike::whatChangedIsFoundByTheNextSearch()
{
    JournalStory story(path());
    const IncidentId first = story.declare(QStringLiteral("Something is odd"), QStringLiteral("INC-AAAA"));
    const IncidentId second = story.declare(QStringLiteral("Certificate of the gateway expired"));
    QCOMPARE(refsOf(likeThat(story, second)), QStringList());
    story.submit(first, command::Amend{QStringLiteral("title"), QStringLiteral("Gateway certificate is out of date")});
    QCOMPARE(refsOf(likeThat(story, second)), QStringList{QStringLiteral("INC-AAAA")});
    story.submit(first, command::ChangeStatus{QStringLiteral("resolved"), QStringLiteral("Issued a new one"), {}});
    QCOMPARE(likeThat(story, second).front().lesson.ending, QStringLiteral("Issued a new one"));
    QVERIFY(!likeThat(story, second).front().open);
}

void TestLike::aMergedOneIsNotSuggested()
{
    JournalStory story(path());
    const IncidentId first = story.declare(QStringLiteral("Replica lag on orders"), QStringLiteral("INC-AAAA"));
    const IncidentId twin = story.declare(QStringLiteral("Replica lag on orders, seen by support"), QStringLiteral("INC-BBBB"));
    const IncidentId later = story.declare(QStringLiteral("Replica lag on orders, weeks later"), QStringLiteral("INC-CCCC"));
    const Event link =
        story.submit(twin, command::LinkIncident{QStringLiteral("INC-AAAA"), QStringLiteral("merged-into"), first.toString()});
    QCOMPARE(refsOf(likeThat(story, later)), QStringList{QStringLiteral("INC-AAAA")});
    story.submit(twin, command::Undo{link.id, link.kind});
    QCOMPARE(likeThat(story, later).size(), size_t(2));
}

void TestLike::rebuildingMakesTheSame()
{
    JournalStory story(path());
    for (const ToldIncident &told : readTold("incidents.txt"))
        tell(story, told);
    const IncidentId incident = story.declare(QStringLiteral("Connections of the database pool used up at checkout"));
    const std::vector<LikeHit> before = likeThat(story, incident);
    QVERIFY(!before.empty());
    must(story.journal().rebuild());
    const std::vector<LikeHit> after = likeThat(story, incident);
    QCOMPARE(refsOf(after), refsOf(before));
}

void TestLike::itIsAskedInTheBackgroundToo()
{
    JournalStory story(path());
    for (const ToldIncident &told : readTold("incidents.txt")) // more of them than are learnt at once
        tell(story, told);
    const IncidentId incident = story.declare(QStringLiteral("Connections of the database pool used up at checkout"));
    const LikeQuery query = likeQueryOf(fold(must(story.journal().events(incident))));
    auto future = story.journal().loadLike(query);
    const std::vector<LikeHit> loaded = must(future.result());
    QCOMPARE(refsOf(loaded), refsOf(must(story.journal().like(query))));
    QCOMPARE(loaded.front().ref, QStringLiteral("INC-A001"));
}

QTEST_GUILESS_MAIN(TestLike)
#include "tst_like.moc"
