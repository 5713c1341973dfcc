// Every command there is, taken back and done again.
#include "models/core/kinds.h"
#include "models/core/undo.h"
#include "tests/support/story.h"

#include <QTest>

using namespace qd;
using namespace qd::test;

namespace {

struct Deed
{
    const char *name;
    const char *before; // what the room has done by then
    std::function<Command(const Story &)> command;
};

const QString dana = QStringLiteral("Dana");

template<class C>
std::function<Command(const Story &)> plainly(C command)
{
    return [command](const Story &) { return command; };
}

QJsonObject otherPlan()
{
    QJsonObject plan = smallPlan();
    plan[QStringLiteral("name")] = QStringLiteral("Another plan");
    return plan;
}

std::vector<Deed> incidentDeeds()
{
    return {
        {"amend", "", plainly(command::Amend{"title", "Login returns 503"})},
        {"acknowledge", "", plainly(command::Acknowledge{})},
        {"link", "", plainly(command::LinkIncident{"INC-OTHER", "related"})},
        {"unlink", "14:03 Lee link INC-OTHER related",
         [](const Story &story) { return command::UnlinkIncident{story.incident().links.front().event}; }},
        {"adopt a plan", "", plainly(command::AdoptPlan{otherPlan()})},
        {"severity", "14:03 Dana severity P1 fewer users", plainly(command::ChangeSeverity{"P2", "fewer still", {}})},
        {"status", "14:03 Dana status identified", plainly(command::ChangeStatus{"mitigating", {}, {}})},
        {"role", "14:03 Lee role ic Lee", plainly(command::AssignRole{"ic", "Dana", {}, {}})},
        {"offer", "14:03 Dana role ic Dana", plainly(command::OfferHandover{"ic", "Lee", "all is calm"})},
        {"accept", "14:03 Lee role ic Lee\n14:04 Lee offer ic Dana", plainly(command::AcceptHandover{"ic"})},
        {"release", "14:03 Lee role ic Lee", plainly(command::ReleaseRole{"ic", {}})},
    };
}

std::vector<Deed> entryDeeds()
{
    return {
        {"log", "", plainly(command::LogEntry{"pods restart", "note", {}, {"k8s"}, {"Lee"}, {}, false, {}})},
        {"amend an entry", "14:03 Dana note pods start",
         [](const Story &story) {
             return command::AmendEntry{story.entryOf("pods start"), "pods restart", {}, {}};
         }},
        {"pin", "14:03 Lee note pods restart", [](const Story &story) { return command::PinEntry{story.entryOf("pods")}; }},
        {"mark", "14:03 Lee note the contract says 99.9", [](const Story &story) { return command::MarkEntry{story.entryOf("contract")}; }},
        {"settle", "14:03 Lee hypothesis the cache is cold",
         [](const Story &story) {
             return command::SettleHypothesis{story.entryOf("the cache"), "ruled-out", "it is warm"};
         }},
        {"attach", "14:03 Lee note pods restart",
         [](const Story &story) {
             return command::AddAttachment{QString(64, 'a'), "graph.png", "image/png", 12, story.entryOf("pods")};
         }},
        {"ask", "", plainly(command::MakeAsk{"Lee", "how many users", std::chrono::minutes(5), {}})},
        {"answer", "14:03 Dana ask Lee 5m how many users",
         [](const Story &story) {
             return command::AnswerAsk{story.incident().asks.front().id, "four in ten", "done", {}};
         }},
        {"extend", "14:03 Dana ask Lee 5m how many users",
         [](const Story &story) {
             return command::AnswerAsk{story.incident().asks.front().id, {}, "extended", std::chrono::minutes(5)};
         }},
    };
}

std::vector<Deed> workDeeds()
{
    return {
        {"tick", "", plainly(command::TickCheck{"triage", "1"})},
        {"untick", "14:03 Lee check triage 1", plainly(command::TickCheck{"triage", "1", false})},
        {"scenario", "", plainly(command::AttachScenario{"service-down"})},
        {"draft", "14:03 Lee draft executives we look into it", plainly(command::DraftUpdate{"executives", "we know why", {}})},
        {"approve", "14:03 Lee draft executives we look into it", plainly(command::ApproveUpdate{"executives"})},
        {"send", "14:03 Lee draft executives we know why", plainly(command::SendUpdate{"executives", "we know why", {}, "mail", {}})},
        {"pause", "", plainly(command::PauseClock{"update:executives", "they sleep"})},
        {"resume", "14:03 Lee pause update:executives they sleep", plainly(command::ResumeClock{"update:executives"})},
        {"snooze", "", plainly(command::SnoozeClock{"update:executives", std::chrono::minutes(10), "they are on the call"})},
        {"waive", "", plainly(command::WaiveClock{"update:executives", "they are on the call"})},
        {"escalate", "", plainly(command::Escalate{"p0-cto", "phone", {}})},
        {"action item", "", plainly(command::AddAction{"alert on 503", "Lee", {}, "detect", {}, {}})},
        {"change an action item", "14:03 Lee action-item Lee alert on 503",
         [](const Story &story) {
             command::ChangeAction change;
             change.action = story.incident().actions.front().id;
             change.state = QStringLiteral("done");
             return change;
         }},
        {"write", "14:03 Lee write root-cause unknown", plainly(command::WriteSection{"root-cause", "a cold cache", {}})},
        {"move the post-mortem", "", plainly(command::MovePostmortem{"review"})},
        {"mark a section", "", plainly(command::MarkSection{"root-cause"})},
        {"ask for a review", "", plainly(command::AskReview{"Lee"})},
        {"review", "14:03 Lee review-by Dana", plainly(command::GiveReview{"changes", "say why nobody was paged"})},
        {"comment", "", plainly(command::Comment{"root-cause", "why was the cache cold?", {}, {}})},
        {"settle a comment", "14:03 Lee comment root-cause why was the cache cold?",
         [](const Story &story) { return command::SettleComment{story.incident().comments.front().id}; }},
        {"dismiss a finding", "", plainly(command::DismissFinding{"gap:1", "the call was on hold"})},
    };
}

std::vector<Deed> allDeeds()
{
    std::vector<Deed> all = incidentDeeds();
    for (const std::vector<Deed> &more : {entryDeeds(), workDeeds()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

Story toldUntil(const Deed &deed)
{
    Story story;
    story.tell(QStringLiteral("14:02 Lee declare P0 Checkout returns 503"));
    story.tell(QString::fromUtf8(deed.before));
    return story;
}

// All that counts: what was taken back stays on the timeline, struck, and the log only ever grows.
Incident standing(const Story &story)
{
    Incident incident = story.incident();
    incident.entries.removeIf([](const TimelineEntry &entry) { return entry.undone; });
    incident.eventCount = 0;
    incident.lastRecordedAt = {};
    incident.seen.clear();
    return incident;
}

} // namespace

class TestUndo : public QObject
{
    Q_OBJECT

private slots:
    void everyCommandIsHere()
    {
        // A declaration, and the taking back itself; a redaction and the members have their stories below.
        QSet<size_t> missing{Command(command::Declare()).index(), Command(command::RedactEntry()).index(), Command(command::Undo()).index(),
                             Command(command::Redo()).index(),
                             Command(command::AddMember()).index(), Command(command::RemoveMember()).index()};
        for (const Deed &deed : allDeeds())
            missing.insert(deed.command(toldUntil(deed)).index());
        QCOMPARE(missing.size(), static_cast<qsizetype>(std::variant_size_v<Command>));
    }

    void takenBackItWasNeverDoneAndDoneAgainItStands_data()
    {
        QTest::addColumn<int>("number");
        const std::vector<Deed> deeds = allDeeds();
        for (int number = 0; number < static_cast<int>(deeds.size()); ++number)
            QTest::newRow(deeds[static_cast<size_t>(number)].name) << number;
    }
    void takenBackItWasNeverDoneAndDoneAgainItStands()
    {
        QFETCH(int, number);
        const Deed deed = allDeeds()[static_cast<size_t>(number)];
        Story story = toldUntil(deed);
        const Incident before = standing(story);
        const Result<EventId> done = story.submit(dana, at("14:10"), deed.command(story));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().sentence));
        const Incident after = standing(story);
        QVERIFY(after != before);

        const std::optional<Undoable> undoable = UndoStack(dana, story.events()).undoable();
        QVERIFY(undoable);
        QCOMPARE(undoable->event, *done);
        QVERIFY(!undoable->what.isEmpty());
        story.tell(QStringLiteral("14:11 Dana undo"));
        QVERIFY(standing(story) == before);

        const std::optional<Undoable> redoable = UndoStack(dana, story.events()).redoable();
        QVERIFY(redoable);
        QCOMPARE(redoable->what, undoable->what);
        story.tell(QStringLiteral("14:12 Dana redo"));
        QVERIFY(standing(story) == after);
        story.tell(QStringLiteral("14:13 Dana undo"));
        QVERIFY(standing(story) == before);
    }

    void aDeclarationStands()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503"));
        QVERIFY(!UndoStack(dana, story.events()).undoable());
        const Result<EventId> undone = story.submit(dana, at("14:03"), command::Undo{story.last(), QLatin1String(kinds::declared)});
        QVERIFY(!undone);
        QVERIFY(undone.error().sentence.contains(QLatin1String("resolve and close")));
    }

    void aRedactionStands()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Lee declare P0 Checkout returns 503\n14:03 Dana note the password is tulip"));
        QVERIFY(story.submit(dana, at("14:04"), command::RedactEntry{story.entryOf("tulip"), "a password"}));
        const std::optional<Undoable> undoable = UndoStack(dana, story.events()).undoable();
        QVERIFY(undoable); // the entry itself: it is struck, and says no more than before
        QCOMPARE(undoable->kind, QString::fromLatin1(kinds::entryLogged));
        const Result<EventId> undone = story.submit(dana, at("14:05"), command::Undo{story.last(), QLatin1String(kinds::entryRedacted)});
        QVERIFY(!undone);
        QVERIFY(undone.error().sentence.contains(QLatin1String("gone for good")));
    }

    void whoSeesItIsSetAnewAndNeverTakenBack()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Lee declare P0 Checkout returns 503"));
        QVERIFY(!story.submit(dana, at("14:03"), command::AddMember{"Ana"})); // everybody sees it
        QVERIFY(story.submit(dana, at("14:03"), command::Amend{"restricted", "true"}));
        QCOMPARE(story.incident().members, QStringList{dana});
        QVERIFY(story.submit(dana, at("14:04"), command::AddMember{"Ana"}));
        QVERIFY(!story.submit(dana, at("14:05"), command::AddMember{"Ana"}));
        QCOMPARE(story.incident().members, (QStringList{dana, QStringLiteral("Ana")}));
        QVERIFY(!UndoStack(dana, story.events()).undoable());
        QVERIFY(!story.submit(dana, at("14:06"), command::Undo{story.last(), QLatin1String(kinds::memberAdded)}));

        std::vector<Event> forged = story.events();
        Recorder recorder(ConsoleId::make(at("14:00")), dana);
        recorder.observe(forged.back().stamp);
        for (size_t i = 1; i < story.events().size(); ++i)
            forged.push_back(recorder.record({forged[i].incident, kinds::eventUndone, {{"event", forged[i].id.toString()}}, {}}, at("14:07")));
        QVERIFY(fold(forged).restricted);
        QCOMPARE(fold(forged).members, (QStringList{dana, QStringLiteral("Ana")}));

        QVERIFY(story.submit(dana, at("14:08"), command::RemoveMember{"Ana"}));
        const Result<EventId> last = story.submit(dana, at("14:09"), command::RemoveMember{"Dana"});
        QVERIFY(!last);
        QVERIFY(last.error().sentence.contains(QLatin1String("add somebody else first")));
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
