// A written plan is reviewed at a desk: read in the background, corrected step by step, used, and read again when the document has changed.

#include "models/plan/provenance.h"
#include "models/plan/reader.h"
#include "models/session/planreview.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;

namespace {

const QByteArray document = R"(# Pager plan

## Severities

### P0 - Critical
- Response time: 15 minutes
- Resolution time: 4 hours

### P1 - High
- Response time: 1 hour

| Severity | Response time |
|---|---|
| P0 | 30 minutes |

## Roles

### Incident Commander
- Runs the call
- Decides
)";

} // namespace

class PlanReviewTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        imports = std::make_unique<plan::ImportStore>(folder->filePath(QStringLiteral("imports")));
        installed.clear();
        begin();
        write(document);
    }
    void cleanup() { review.reset(); }

    void aDocumentIsReadAndSaysWhatIsToDecide();
    void aFileThatIsNoneIsRefusedInASentence();
    void oneOfTwoStatementsIsChosenAndTakenBack();
    void aReviewThatWasLeftGoesOn();
    void aPlanWithAFaultIsNotUsed();
    void theNextVersionOfTheDocumentKeepsTheCorrections();
    void aClashIsDecidedForTheDocument();
    void linesFollowTheirDutyWhenItMoves();
    void whatIsSavedIsAPlan();

private:
    void begin() // as after a restart
    {
        const auto load = [this](const QString &id) -> Result<plan::Plan> {
            return installed.contains(id) ? Result<plan::Plan>(installed[id]) : refused(QStringLiteral("there is no such plan"));
        };
        const auto install = [this](const plan::Plan &plan) {
            installed.insert(plan.id, plan);
            return Result<QString>(plan.id);
        };
        review = std::make_unique<PlanReview>(PlanReview::Services{*imports, load, install}, nullptr);
    }
    [[nodiscard]] QString path() const { return folder->filePath(QStringLiteral("pager-plan.md")); }
    void write(const QByteArray &bytes)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void open()
    {
        QSignalSpy opened(review.get(), &PlanReview::opened);
        review->open(path());
        QVERIFY(opened.wait());
    }
    [[nodiscard]] QString words(const char *name) const
    {
        const plan::Fact *fact = plan::findFact(review->editing().facts(), QLatin1String(name));
        return fact ? fact->words : QStringLiteral("(not there)");
    }
    [[nodiscard]] QStringList kinds() const
    {
        static const QStringList names{QStringLiteral("problem"), QStringLiteral("clash"), QStringLiteral("conflict"),
                                       QStringLiteral("unread")};
        QStringList all;
        for (const Decision &decision : review->decisions())
            all << names[static_cast<int>(decision.kind)];
        return all;
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<plan::ImportStore> imports;
    QHash<QString, plan::Plan> installed;
    std::unique_ptr<PlanReview> review;
};

void PlanReviewTest::aDocumentIsReadAndSaysWhatIsToDecide()
{
    open();
    QCOMPARE(review->document(), QStringLiteral("pager-plan.md"));
    QCOMPARE(words("severities/P0/resolve_within"), QStringLiteral("4h"));
    QCOMPARE(kinds(), QStringList{QStringLiteral("conflict")});
    const Decision &decision = review->decisions().front();
    QCOMPARE(decision.title, QStringLiteral("P0 Critical: Respond within"));
    QCOMPARE(decision.choices, (QStringList{QStringLiteral("15 min"), QStringLiteral("30 min")}));
    QCOMPARE(decision.lines, (std::vector<int>{6, 14}));
    QCOMPARE(decision.taken, 0);
}

void PlanReviewTest::aFileThatIsNoneIsRefusedInASentence()
{
    QSignalSpy failed(review.get(), &PlanReview::failed);
    review->open(folder->filePath(QStringLiteral("nowhere.md")));
    QVERIFY(failed.wait());
    review->open(folder->path());
    QVERIFY(failed.wait());
    QVERIFY2(failed[1][0].toString().contains(QStringLiteral("folder")), qPrintable(failed[1][0].toString()));
    QVERIFY(!review->isOpen());
    write("Nothing about severities here.");
    open(); // a person can still make a plan of it
    QVERIFY(!review->use());
    QVERIFY(kinds().contains(QStringLiteral("problem")));
}

void PlanReviewTest::oneOfTwoStatementsIsChosenAndTakenBack()
{
    open();
    QVERIFY(review->choose(review->decisions().front().id, 1));
    QCOMPARE(words("severities/P0/respond_within"), QStringLiteral("30m"));
    QVERIFY(review->decisions().empty());
    review->editing().undo();
    QCOMPARE(words("severities/P0/respond_within"), QStringLiteral("15m"));
    QCOMPARE(kinds(), QStringList{QStringLiteral("conflict")});
    review->editing().redo();
    QCOMPARE(words("severities/P0/respond_within"), QStringLiteral("30m"));
    QVERIFY(!review->choose(QStringLiteral("conflict/none"), 0));
}

void PlanReviewTest::aReviewThatWasLeftGoesOn()
{
    open();
    QVERIFY(review->editing().set(QStringLiteral("severities/P1/resolve_within"), QStringLiteral("8h")));
    QVERIFY(review->setAside(review->decisions().front().id));
    begin();
    open();
    QVERIFY(review->goesOn());
    QCOMPARE(words("severities/P1/resolve_within"), QStringLiteral("8h"));
    QVERIFY(review->decisions().empty());
    write(QByteArray(document) + "\nMore.\n"); // another document now: the draft was of the one before
    begin();
    open();
    QVERIFY(!review->goesOn());
}

void PlanReviewTest::aPlanWithAFaultIsNotUsed()
{
    open();
    QVERIFY(review->editing().set(QStringLiteral("severities/P1/name"), QString()));
    const Result<QString> used = review->use();
    QVERIFY(!used);
    QVERIFY2(used.error().sentence.contains(QStringLiteral("Name")), qPrintable(used.error().sentence));
    QVERIFY(installed.isEmpty());
    QCOMPARE(kinds().first(), QStringLiteral("problem"));
    QVERIFY(!review->setAside(review->decisions().front().id));
}

void PlanReviewTest::theNextVersionOfTheDocumentKeepsTheCorrections()
{
    open();
    QVERIFY(review->editing().set(QStringLiteral("severities/P1/resolve_within"), QStringLiteral("8h")));
    QVERIFY(review->setAside(review->decisions().front().id));
    QCOMPARE(review->use().value_or(QString()), QStringLiteral("pager-plan"));
    QCOMPARE(installed.size(), 1);
    QByteArray next = document;
    write(next.replace("4 hours", "2 hours"));
    begin();
    open();
    QVERIFY(review->isRepeated());
    QCOMPARE(review->revision().fromDocument, QStringList{QStringLiteral("severities/P0/resolve_within")});
    QCOMPARE(words("severities/P0/resolve_within"), QStringLiteral("2h"));
    QCOMPARE(words("severities/P1/resolve_within"), QStringLiteral("8h"));
    QVERIFY(review->decisions().empty());
}

void PlanReviewTest::aClashIsDecidedForTheDocument()
{
    open();
    QVERIFY(review->editing().set(QStringLiteral("severities/P0/resolve_within"), QStringLiteral("3h")));
    QVERIFY(review->setAside(review->decisions().front().id));
    QVERIFY(review->use());
    QByteArray next = document;
    write(next.replace("4 hours", "2 hours"));
    begin();
    open();
    QCOMPARE(kinds(), QStringList{QStringLiteral("clash")});
    QCOMPARE(words("severities/P0/resolve_within"), QStringLiteral("3h"));
    QVERIFY(review->choose(review->decisions().front().id, 1));
    QCOMPARE(words("severities/P0/resolve_within"), QStringLiteral("2h"));
    QVERIFY(review->decisions().empty());
}

void PlanReviewTest::linesFollowTheirDutyWhenItMoves()
{
    open();
    PlanEditing &editing = review->editing();
    const auto line = [&editing](const char *name) { return plan::lineOf(editing.plan(), QLatin1String(name)); };
    QCOMPARE(line("roles/incident-commander/duties/0"), 19);
    QVERIFY(editing.move(QStringLiteral("roles/incident-commander/duties/1"), -1));
    QCOMPARE(words("roles/incident-commander/duties/0"), QStringLiteral("Decides"));
    QCOMPARE(line("roles/incident-commander/duties/0"), 20);
    QVERIFY(editing.remove(QStringLiteral("roles/incident-commander/duties/0")));
    QCOMPARE(line("roles/incident-commander/duties/0"), 19);
    QVERIFY(editing.set(QStringLiteral("roles/incident-commander/id"), QStringLiteral("ic")));
    QCOMPARE(line("roles/ic/duties/0"), 19);
    QCOMPARE(editing.copy(QStringLiteral("roles/ic")).value_or(QString()), QStringLiteral("roles/ic-2"));
    QCOMPARE(editing.add(QStringLiteral("roles"), QStringLiteral("Scribe")).value_or(QString()), QStringLiteral("roles/scribe"));
    while (editing.canUndo())
        editing.undo();
    QCOMPARE(editing.plan(), editing.saved());
}

void PlanReviewTest::whatIsSavedIsAPlan()
{
    open();
    const QString yaml = folder->filePath(QStringLiteral("pager.yaml"));
    QVERIFY(review->saveAs(yaml));
    QFile file(yaml);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(plan::readPlan(file.readAll(), yaml).plan, std::optional(review->editing().plan()));
    QVERIFY(!review->saveAs(folder->filePath(QStringLiteral("no/such/folder/plan.yaml"))));
}

QTEST_GUILESS_MAIN(PlanReviewTest)
#include "tst_planreview.moc"
