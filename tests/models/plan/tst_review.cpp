// A written plan is reviewed: a line is given its meaning, two statements are chosen between, and the document's next version keeps what a
// person corrected.

#include "models/plan/importstore.h"
#include "models/plan/pointing.h"
#include "models/plan/provenance.h"
#include "models/plan/revise.h"
#include "models/plan/writtenplan.h"

#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::plan;

namespace {

const QByteArray firstVersion = R"(# Incident plan

## Severities

### P0 - Critical
- Response time: 15 minutes
- Resolution time: 4 hours

### P1 - High
- Response time: 1 hour

## Roles

### Incident Commander
- Runs the call
)";

Plan read(const QByteArray &markdown)
{
    return readWrittenPlan(markdown, QStringLiteral("incident-plan")).value_or(Plan());
}

QString words(const Plan &plan, const char *name)
{
    const std::vector<Fact> facts = factsOf(plan);
    const Fact *fact = findFact(facts, QLatin1String(name));
    return fact ? fact->words : QStringLiteral("(not there)");
}

void set(Plan &plan, const char *name, const char *words)
{
    QVERIFY(setWords(plan, pathOf(plan, QLatin1String(name)), QLatin1String(words)));
}

} // namespace

class ReviewTest : public QObject
{
    Q_OBJECT

private slots:
    void aFactIsLinkedToItsLineAndALineToItsFacts();
    void aLineIsGivenItsMeaning();
    void aLineAddsToAList();
    void aMeaningThatIsNoneIsRefused();
    void oneOfTwoStatementsIsChosen();
    void theNextVersionKeepsTheCorrections();
    void whatBothChangedIsAClashAndTheCorrectionStands();
    void partsThatCameAndWentAreFollowed();
    void whatWasSetAsideDoesNotComeBack();
    void anUnfinishedReviewGoesOn();
};

void ReviewTest::aFactIsLinkedToItsLineAndALineToItsFacts()
{
    const Plan plan = read(firstVersion);
    QCOMPARE(lineOf(plan, QStringLiteral("severities/P0")), 5);
    QCOMPARE(lineOf(plan, QStringLiteral("severities/P0/respond_within")), 6);
    QCOMPARE(lineOf(plan, QStringLiteral("severities/P0/name")), 5);
    QCOMPARE(lineOf(plan, QStringLiteral("roles/incident-commander/name")), 14);
    QCOMPARE(lineOf(plan, QStringLiteral("metrics/MTTR")), 0);
    QVERIFY(namesByLine(plan).values(7).contains(QStringLiteral("severities/P0/resolve_within")));
}

void ReviewTest::aLineIsGivenItsMeaning()
{
    Plan plan = read(firstVersion);
    plan.unread.push_back({40, QStringLiteral("P1 is fixed in a day or so, 24 h at the latest")});
    const QString meaning = QStringLiteral("severities/P1/resolve_within");
    const QString suggested = wordsOfLine(plan, meaning, plan.unread[0].text);
    QCOMPARE(suggested, QStringLiteral("1d"));
    QCOMPARE(giveMeaning(plan, meaning, suggested, 40).value_or(QString()), meaning);
    QCOMPARE(plan.severities[1].resolveWithin, MaybeTarget(Duration(std::chrono::hours(24))));
    QCOMPARE(lineOf(plan, meaning), 40);
    QVERIFY(plan.unread.empty());
}

void ReviewTest::aLineAddsToAList()
{
    Plan plan = read(firstVersion);
    const QString line = QStringLiteral("- [ ] **Writes down** every decision");
    const QString duty = QStringLiteral("roles/incident-commander/duties");
    QCOMPARE(wordsOfLine(plan, duty, line), QStringLiteral("Writes down every decision"));
    QCOMPARE(giveMeaning(plan, duty, wordsOfLine(plan, duty, line), 16).value_or(QString()), duty + QStringLiteral("/1"));
    QCOMPARE(giveMeaning(plan, QStringLiteral("roles"), QStringLiteral("Scribe"), 20).value_or(QString()), QStringLiteral("roles/scribe"));
    QCOMPARE(lineOf(plan, QStringLiteral("roles/scribe")), 20);
    const std::vector<Meaning> all = meanings(plan);
    QVERIFY(std::any_of(all.begin(), all.end(), [](const Meaning &one) { return one.words == QLatin1String("P1 High: Respond within"); }));
    QVERIFY(
        std::any_of(all.begin(), all.end(), [](const Meaning &one) { return one.words == QLatin1String("Incident Commander: a duty"); }));
}

void ReviewTest::aMeaningThatIsNoneIsRefused()
{
    Plan plan = read(firstVersion);
    const Result<QString> given = giveMeaning(plan, QStringLiteral("colour"), QStringLiteral("red"), 3);
    QVERIFY(!given);
    QVERIFY2(given.error().sentence.contains(QStringLiteral("P0")), qPrintable(given.error().sentence));
    QVERIFY(!giveMeaning(plan, QStringLiteral("severities/P0/respond_within"), QStringLiteral("5 mins"), 3));
    QCOMPARE(plan, read(firstVersion));
}

void ReviewTest::oneOfTwoStatementsIsChosen()
{
    Plan plan = read(firstVersion + "\n| Severity | Response time |\n|---|---|\n| P0 | 30 minutes |\n");
    QCOMPARE(plan.conflicts.size(), size_t(1));
    QCOMPARE(words(plan, "severities/P0/respond_within"), QStringLiteral("15m"));
    QVERIFY(choose(plan, 0, 1));
    QCOMPARE(words(plan, "severities/P0/respond_within"), QStringLiteral("30m"));
    QCOMPARE(lineOf(plan, QStringLiteral("severities/P0/respond_within")), 19);
    QVERIFY(plan.conflicts.empty());
    QVERIFY(!choose(plan, 0, 0));
}

void ReviewTest::theNextVersionKeepsTheCorrections()
{
    const Plan before = read(firstVersion);
    Plan corrected = before;
    set(corrected, "severities/P1/resolve_within", "8h");
    set(corrected, "roles/incident-commander/abbrev", "IC");
    const Plan again = read(QByteArray(firstVersion).replace("4 hours", "2 hours"));
    const Revision revision = revise(before, corrected, again);
    QVERIFY(revision.clashes.empty());
    QCOMPARE(words(revision.plan, "severities/P0/resolve_within"), QStringLiteral("2h"));
    QCOMPARE(words(revision.plan, "severities/P1/resolve_within"), QStringLiteral("8h"));
    QCOMPARE(words(revision.plan, "roles/incident-commander/abbrev"), QStringLiteral("IC"));
    QCOMPARE(revision.fromDocument, QStringList{QStringLiteral("severities/P0/resolve_within")});
    QCOMPARE(revision.kept.size(), 2);
}

void ReviewTest::whatBothChangedIsAClashAndTheCorrectionStands()
{
    const Plan before = read(firstVersion);
    Plan corrected = before;
    set(corrected, "severities/P0/respond_within", "10m");
    const Revision revision = revise(before, corrected, read(QByteArray(firstVersion).replace("15 minutes", "5 minutes")));
    QCOMPARE(revision.clashes.size(), size_t(1));
    const Clash &clash = revision.clashes[0];
    QCOMPARE(clash.title, QStringLiteral("P0 Critical: Respond within"));
    QCOMPARE((QStringList{clash.before, clash.corrected, clash.document}),
             (QStringList{QStringLiteral("15m"), QStringLiteral("10m"), QStringLiteral("5m")}));
    QCOMPARE(words(revision.plan, "severities/P0/respond_within"), QStringLiteral("10m"));
}

void ReviewTest::partsThatCameAndWentAreFollowed()
{
    const Plan before = read(firstVersion);
    Plan corrected = before;
    QVERIFY(addElement(corrected, QStringLiteral("roles"), QStringLiteral("Liaison")));
    QVERIFY(removeElement(corrected, pathOf(corrected, QStringLiteral("severities/P1"))));
    const Plan again = read(QByteArray(firstVersion) + "\n### Scribe\n- Writes everything down\n");
    const Revision revision = revise(before, corrected, again);
    QVERIFY(revision.clashes.empty());
    QStringList roles;
    for (const Role &role : revision.plan.roles)
        roles << role.id;
    QCOMPARE(roles, (QStringList{QStringLiteral("incident-commander"), QStringLiteral("scribe"), QStringLiteral("liaison")}));
    QCOMPARE(revision.plan.severities.size(), size_t(1));
    QCOMPARE(revise(before, before, before).plan, before);
    QCOMPARE(revise(before, corrected, before).plan.severities.size(), size_t(1));
}

void ReviewTest::whatWasSetAsideDoesNotComeBack()
{
    Plan before = read(firstVersion);
    before.unread = {{3, QStringLiteral("about an hour")}, {4, QStringLiteral("soon")}};
    Plan corrected = before;
    corrected.unread.erase(corrected.unread.begin());
    Plan again = before;
    again.unread[0].line = 8;
    const Revision revision = revise(before, corrected, again);
    QCOMPARE(revision.plan.unread.size(), size_t(1));
    QCOMPARE(revision.plan.unread[0].text, QStringLiteral("soon"));
}

void ReviewTest::anUnfinishedReviewGoesOn()
{
    QTemporaryDir folder;
    const ImportStore store(folder.filePath(QStringLiteral("imports")));
    ImportRecord record{QStringLiteral("plan.md"), QStringLiteral("abc"), read(firstVersion), read(firstVersion)};
    set(record.corrected, "severities/P1/resolve_within", "8h");
    const QString id = record.read.id;
    QVERIFY(!store.draft(id));
    QVERIFY(store.keepDraft(record));
    QCOMPARE(store.draft(id), std::optional(record));
    QVERIFY(!store.used(id));
    QVERIFY(store.keepUsed(record));
    QCOMPARE(store.used(id), std::optional(record));
    QVERIFY(!store.draft(id));
}

QTEST_GUILESS_MAIN(ReviewTest)
#include "tst_review.moc"
