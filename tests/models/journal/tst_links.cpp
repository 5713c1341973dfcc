// A link stands on one incident and is seen from both; a merged incident leads on, and keeps what it was.
#include "models/core/merging.h"
#include "tests/models/journal/journalstory.h"

using namespace qd;
using namespace qd::test;

class TestLinks : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_story = std::make_unique<JournalStory>(m_folder->filePath(QStringLiteral("room.db")));
        m_a = m_story->declare(QStringLiteral("Checkout returns 503"), QStringLiteral("INC-AAAA"));
        m_b = m_story->declare(QStringLiteral("Payments fail"), QStringLiteral("INC-BBBB"));
        m_c = m_story->declare(QStringLiteral("Orders hang"), QStringLiteral("INC-CCCC"));
    }

    void bothSidesShowIt()
    {
        link(m_a, m_b, QStringLiteral("caused-by"));
        link(m_c, m_a, QStringLiteral("duplicate"));
        QCOMPARE(seenFrom(m_a), (QStringList{QStringLiteral("caused-by INC-BBBB"), QStringLiteral("duplicated-by INC-CCCC")}));
        QCOMPARE(seenFrom(m_b), QStringList{QStringLiteral("caused INC-AAAA")});
        QCOMPARE(seenFrom(m_c), QStringList{QStringLiteral("duplicate INC-AAAA")});
        QCOMPARE(linksOf(m_b).front().title, QStringLiteral("Checkout returns 503"));
        QVERIFY(!linksOf(m_b).front().own);
        must(m_story->journal().rebuild());
        QCOMPARE(seenFrom(m_b), QStringList{QStringLiteral("caused INC-AAAA")});
    }

    void aLinkIsTakenBackByUndoOrOnTheRecord()
    {
        const Event first = link(m_a, m_b, QStringLiteral("related"));
        m_story->submit(m_a, command::Undo{first.id, first.kind});
        QVERIFY(seenFrom(m_a).isEmpty() && seenFrom(m_b).isEmpty());
        m_story->submit(m_a, command::Redo{first.id});
        QCOMPARE(seenFrom(m_b), QStringList{QStringLiteral("related INC-AAAA")});
        m_story->submit(m_a, command::UnlinkIncident{first.id});
        QVERIFY(seenFrom(m_a).isEmpty() && seenFrom(m_b).isEmpty());
    }

    void ofARestrictedOneTheCodenameIsSeen()
    {
        m_story->submit(m_a, command::Amend{QStringLiteral("codename"), QStringLiteral("Blue Heron")});
        m_story->submit(m_a, command::Amend{QStringLiteral("restricted"), QStringLiteral("true")});
        link(m_a, m_b, QStringLiteral("related"));
        QCOMPARE(linksOf(m_b).front().title, QStringLiteral("Blue Heron"));
    }

    void anOldLinkNamesAReferenceAndOneMayBeElsewhere()
    {
        m_story->submit(m_a, command::LinkIncident{QStringLiteral("inc-bbbb"), QStringLiteral("related")});
        m_story->submit(m_a, command::LinkIncident{QStringLiteral("INC-ELSE"), QStringLiteral("related")});
        QCOMPARE(seenFrom(m_a), (QStringList{QStringLiteral("related INC-BBBB"), QStringLiteral("related INC-ELSE")}));
        QVERIFY(linksOf(m_a).back().incident.isNull());
        QCOMPARE(seenFrom(m_b), QStringList{QStringLiteral("related INC-AAAA")});
    }

    void aMergedOneIsClosedAndBothReferencesLeadSomewhere()
    {
        m_story->submit(m_a, command::ChangeStatus{QStringLiteral("identified"), {}, {}});
        m_story->submit(m_a, must(mergeInto(incident(m_a), incident(m_b))));
        QCOMPARE(incident(m_a).status, QStringLiteral("closed"));
        QCOMPARE(incident(m_a).mergedInto(), QStringLiteral("INC-BBBB"));
        QVERIFY(!incident(m_a).milestones.resolved); // nobody resolved it there
        QCOMPARE(seenFrom(m_b), QStringList{QStringLiteral("merged-from INC-AAAA")});
        QCOMPARE(must(m_story->journal().resolve(QStringLiteral("INC-AAAA"))), m_a);
        QCOMPARE(summaryOf(m_a).mergedInto, QStringLiteral("INC-BBBB"));
        QVERIFY(!summaryOf(m_a).open);
        QVERIFY(summaryOf(m_b).mergedInto.isEmpty());

        m_story->submit(m_a, must(unmerge(incident(m_a))));
        QCOMPARE(incident(m_a).status, QStringLiteral("identified"));
        QVERIFY(!incident(m_a).milestones.closed);
        QVERIFY(seenFrom(m_b).isEmpty());
        QVERIFY(summaryOf(m_a).open && summaryOf(m_a).mergedInto.isEmpty());
    }

    void undoOfAMergeIsOneStep()
    {
        const Event merged = m_story->submit(m_a, must(mergeInto(incident(m_a), incident(m_b))));
        m_story->submit(m_a, command::Undo{merged.id, merged.kind});
        QCOMPARE(incident(m_a).status, QStringLiteral("investigating"));
        QVERIFY(incident(m_a).mergedInto().isEmpty());
        m_story->submit(m_a, command::Redo{merged.id});
        QCOMPARE(incident(m_a).status, QStringLiteral("closed"));
    }

    void whatWouldMakeNoSenseIsRefused()
    {
        m_story->submit(m_a, must(mergeInto(incident(m_a), incident(m_b))));
        const auto refusal = [](const Result<Command> &command) { return command ? QString() : command.error().sentence; };
        QVERIFY(refusal(mergeInto(incident(m_c), incident(m_c))).contains(QStringLiteral("into itself")));
        QVERIFY(refusal(mergeInto(incident(m_a), incident(m_c))).contains(QStringLiteral("merged into INC-BBBB already")));
        QVERIFY(refusal(mergeInto(incident(m_b), incident(m_a))).contains(QStringLiteral("would stand in each other")));
        QVERIFY(refusal(mergeInto(incident(m_c), incident(m_a))).contains(QStringLiteral("merge into INC-BBBB instead")));
        QVERIFY(refusal(unmerge(incident(m_c))).contains(QStringLiteral("is not merged")));
        QVERIFY(refusal(linkTo(incident(m_c), incident(m_c), QStringLiteral("related"))).contains(QStringLiteral("to itself")));
        const IncidentId drill = m_story->declare(QStringLiteral("Rehearsed"), {}, true);
        QVERIFY(refusal(mergeInto(incident(drill), incident(m_c))).contains(QStringLiteral("drill")));
        const Result<Drafts> reopened =
            decide(incident(m_a), command::ChangeStatus{QStringLiteral("investigating"), {}, {}}, {QStringLiteral("Dana"), at("15:00")});
        QVERIFY(!reopened && reopened.error().sentence.contains(QStringLiteral("unmerge")));
        QVERIFY(mergeInto(incident(m_b), incident(m_c)).has_value()); // a chain is one
    }

    void twoThatWereMergedIntoEachOtherApartCanBeTakenApart()
    {
        const Command here = must(mergeInto(incident(m_a), incident(m_b))); // two consoles, neither of which saw the other
        const Command there = must(mergeInto(incident(m_b), incident(m_a)));
        m_story->submit(m_a, here);
        m_story->submit(m_b, there);
        QCOMPARE(seenFrom(m_a).size(), 2);
        m_story->submit(m_b, must(unmerge(incident(m_b))));
        QVERIFY(incident(m_b).isOpen());
        QCOMPARE(seenFrom(m_a), QStringList{QStringLiteral("merged-into INC-BBBB")});
    }

private:
    [[nodiscard]] Incident incident(const IncidentId &id) { return fold(must(m_story->journal().events(id))); }
    Event link(const IncidentId &from, const IncidentId &to, const QString &relation)
    {
        return m_story->submit(from, must(linkTo(incident(from), incident(to), relation)));
    }
    [[nodiscard]] std::vector<LinkedIncident> linksOf(const IncidentId &id) { return must(m_story->journal().links(incident(id))); }
    [[nodiscard]] QStringList seenFrom(const IncidentId &id)
    {
        QStringList all;
        for (const LinkedIncident &linked : linksOf(id))
            all << linked.relation + QLatin1Char(' ') + linked.ref;
        return all;
    }
    [[nodiscard]] IncidentSummary summaryOf(const IncidentId &id)
    {
        for (const IncidentSummary &summary : must(m_story->journal().incidents())) {
            if (summary.id == id)
                return summary;
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JournalStory> m_story;
    IncidentId m_a, m_b, m_c;
};

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
