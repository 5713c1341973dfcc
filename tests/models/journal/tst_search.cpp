// Words are found as the timeline shows them, and nothing that a person types is syntax.
#include "models/journal/searchwords.h"
#include "tests/models/journal/journalstory.h"

using namespace qd;
using namespace qd::test;

class TestSearch : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void everyWordMustBeThereAndTheLastMayBeABeginning();
    void theNewestComesFirstAndPagesFollow();
    void oneIncidentIsSearchedAlone();
    void aHitSaysWhereItIs();
    void whatWasCorrectedIsFoundAsItStands();
    void updatesAndTitlesAreFoundToo();
    void nothingTypedIsSyntax_data();
    void nothingTypedIsSyntax();
    void anEntryIsFoundAtOnce();
    void longTextsAreCutAroundTheWord();

private:
    [[nodiscard]] static SearchQuery query(const char *words)
    {
        SearchQuery asked;
        asked.words = QLatin1String(words);
        return asked;
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("room.db")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSearch::everyWordMustBeThereAndTheLastMayBeABeginning()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    story.log(incident, QStringLiteral("Rolled back the deployment on shard 3"));
    story.log(incident, QStringLiteral("Zürich: naïve café replica rolled over"));
    QCOMPARE(story.found(QStringLiteral("rolled")).size(), 2);
    QCOMPARE(story.found(QStringLiteral("shard deploy")).size(), 1);
    QCOMPARE(story.found(QStringLiteral("deploy shard")).size(), 0); // only the last word may be a beginning
    QCOMPARE(story.found(QStringLiteral("ROLLED shard zurich")).size(), 0);
    QCOMPARE(story.found(QStringLiteral("zurich naive CAFE")).size(), 1);
    QCOMPARE(story.found(QStringLiteral("  \t ")).size(), 0);
}

void TestSearch::theNewestComesFirstAndPagesFollow()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    for (int i = 0; i < 25; ++i)
        story.log(incident, QStringLiteral("restart %1").arg(i));
    SearchQuery query;
    query.words = QStringLiteral("restart");
    query.limit = 10;
    QStringList texts;
    for (int page = 0; page < 3; ++page) {
        for (const SearchHit &hit : must(story.journal().search(query))) {
            texts << hit.text;
            query.before = hit.position;
        }
    }
    QCOMPARE(texts.size(), 25);
    QCOMPARE(texts.front(), QStringLiteral("restart 24"));
    QCOMPARE(texts.back(), QStringLiteral("restart 0"));
}

void TestSearch::oneIncidentIsSearchedAlone()
{
    JournalStory story(path());
    const IncidentId first = story.declare(QStringLiteral("Checkout"));
    const IncidentId second = story.declare(QStringLiteral("Search"));
    story.log(first, QStringLiteral("restart of the shop"));
    story.log(second, QStringLiteral("restart of the index"));
    story.log(first, QStringLiteral("another restart"));
    QCOMPARE(story.found(QStringLiteral("restart"), first),
             QStringList({QStringLiteral("another restart"), QStringLiteral("restart of the shop")}));
    QCOMPARE(story.found(QStringLiteral("restart"), second), QStringList{QStringLiteral("restart of the index")});
    QVERIFY(story.found(QStringLiteral("restart"), IncidentId::make(at("15:00"))).isEmpty());
}

void TestSearch::aHitSaysWhereItIs()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"), QStringLiteral("INC-4F7K"));
    const Event entry = story.log(incident, QStringLiteral("restart"));
    const SearchHit hit = must(story.journal().search(query("restart"))).front();
    QCOMPARE(hit.event, entry.id);
    QCOMPARE(hit.incident, incident);
    QCOMPARE(hit.ref, QStringLiteral("INC-4F7K"));
    QCOMPARE(hit.at, entry.happenedAt);
    QCOMPARE(hit.position, 2);
}

void TestSearch::whatWasCorrectedIsFoundAsItStands()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    const Event entry = story.log(incident, QStringLiteral("twelve tickets"));
    const Event amended = story.submit(incident, command::AmendEntry{entry.id, QStringLiteral("thirteen tickets"), at("13:30"), {}});
    QVERIFY(story.found(QStringLiteral("twelve")).isEmpty());
    const SearchHit hit = must(story.journal().search(query("thirteen"))).front();
    QCOMPARE(hit.event, entry.id);
    QCOMPARE(hit.at, at("13:30"));
    story.submit(incident, command::Undo{amended.id, amended.kind});
    QVERIFY(story.found(QStringLiteral("thirteen")).isEmpty());
    QCOMPARE(story.found(QStringLiteral("twelve")).size(), 1);
    story.submit(incident, command::Redo{amended.id});
    QCOMPARE(story.found(QStringLiteral("thirteen")).size(), 1);
}

void TestSearch::updatesAndTitlesAreFoundToo()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout returns 503"));
    story.submit(incident,
                 command::SendUpdate{QStringLiteral("responders"), QStringLiteral("We are looking into failing payments"), {}, {}, {}});
    story.submit(incident, command::ChangeStatus{QStringLiteral("identified"), QStringLiteral("the pool is exhausted"), {}});
    for (const char *words : {"checkout 503", "failing payments", "pool exhausted"})
        QCOMPARE(story.found(QLatin1String(words)).size(), 1);
}

void TestSearch::nothingTypedIsSyntax_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("hits");
    const std::pair<const char *, int> typed[] = {{"AND", 1},
                                                  {"OR", 0},
                                                  {"NOT", 1},
                                                  {"NEAR(a b)", 0},
                                                  {"\"", 0},
                                                  {"\"unclosed", 0},
                                                  {"say \"AND\"", 1},
                                                  {"*", 0},
                                                  {"a*b", 0},
                                                  {"-", 0},
                                                  {"-say", 1},
                                                  {"text:say", 0},
                                                  {"rowid:1", 0},
                                                  {"^say", 1},
                                                  {"say - and", 1},
                                                  {"(say", 1},
                                                  {"{say}", 1},
                                                  {"'; DROP TABLE", 0},
                                                  {"say +", 1},
                                                  {"4.12", 1},
                                                  {"foo-bar", 1},
                                                  {"bar-foo", 0},
                                                  {"@lee", 1},
                                                  {"#rollback", 1},
                                                  {"%", 0}};
    for (const auto &[words, hits] : typed)
        QTest::newRow(words) << QString::fromLatin1(words) << hits;
    QTest::newRow("emoji") << QStringLiteral("\U0001F525") << 0;
    QTest::newRow("emoji and a word") << QStringLiteral("\U0001F525 say") << 1;
    QTest::newRow("a NUL") << QStringLiteral("say") + QChar(u'\0') + QStringLiteral("and") << 1;
    QTest::newRow("half a surrogate") << QString(QChar(0xd83d)) << 0;
    QTest::newRow("a page") << QStringLiteral("say ").repeated(5000) << 1;
}

void TestSearch::nothingTypedIsSyntax()
{
    QFETCH(QString, words);
    QFETCH(int, hits);
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    story.log(incident, QStringLiteral("I say and do not mean it: foo-bar 4.12 @lee #rollback \U0001F525"));
    QCOMPARE(story.found(words).size(), hits);
    QCOMPARE(story.found(words, incident).size(), hits);
}

void TestSearch::anEntryIsFoundAtOnce()
{
    JournalStory story(path());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    story.log(incident, QStringLiteral("by appendNow"));
    QCOMPARE(story.found(QStringLiteral("appendnow")).size(), 1);
    auto future = story.journal().append(
        story.record({{incident, QStringLiteral("entry.logged"), {{QStringLiteral("text"), QStringLiteral("by a future")}}, story.now()}}));
    QVERIFY(future.result());
    QCOMPARE(story.found(QStringLiteral("future")).size(), 1);
    QCOMPARE(must(story.journal().loadHits(query("by")).result()).size(), 2u);
}

void TestSearch::longTextsAreCutAroundTheWord()
{
    const QString text = QStringLiteral("a ").repeated(400) + QStringLiteral("needle ") + QStringLiteral("b ").repeated(400);
    const QString cut = journal::excerpt(text, QStringLiteral("Needle"));
    QVERIFY(cut.contains(QStringLiteral("needle")) && cut.size() < 250);
    QVERIFY(cut.startsWith(QStringLiteral("…")) && cut.endsWith(QStringLiteral("…")));
    QCOMPARE(journal::excerpt(QStringLiteral("short"), QStringLiteral("x")), QStringLiteral("short"));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
