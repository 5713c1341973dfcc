// Which incidents ran under which plan, and what they ran under before.
#include "models/core/undo.h"
#include "tests/models/journal/journalstory.h"

using namespace qd;
using namespace qd::test;

namespace {

QJsonObject plan(const char *version)
{
    QJsonObject embedded = smallPlan();
    embedded[QStringLiteral("id")] = QStringLiteral("ours");
    embedded[QStringLiteral("version")] = QString::fromLatin1(version);
    return embedded;
}

} // namespace

class PlanRuns : public QObject
{
    Q_OBJECT
private slots:
    void anIncidentStandsUnderEachPlanThatHeldInIt()
    {
        QTemporaryDir folder;
        JournalStory story(folder.filePath("room.db"));
        const IncidentId first = story.declare("Checkout returns 503", "INC-AAAA");
        story.submit(first, command::AdoptPlan{plan("1")});
        const Event second = story.submit(first, command::AdoptPlan{plan("2")});
        story.declare("Search is slow", "INC-BBBB");

        std::vector<PlanRun> runs = must(story.journal().planRuns("OURS"));
        QCOMPARE(runs.size(), size_t(2));
        QCOMPARE(runs[0].ref, QStringLiteral("INC-AAAA"));
        QVERIFY(runs[0].fingerprint != runs[1].fingerprint);
        QCOMPARE(current(story), QStringList({"INC-AAAA 2", "INC-BBBB "}));
        QCOMPARE(must(story.journal().planRuns()).size(), size_t(4));

        story.submit(first, command::Undo{second.id, second.kind}); // it ran under it all the same
        QCOMPARE(must(story.journal().planRuns("ours")).size(), size_t(2));
        QCOMPARE(current(story), QStringList({"INC-AAAA 1", "INC-BBBB "}));

        runs = must(story.journal().planRuns());
        must(story.journal().rebuild());
        QCOMPARE(must(story.journal().planRuns()), runs);
    }

    void aRestrictedIncidentGoesByItsCodename()
    {
        QTemporaryDir folder;
        JournalStory story(folder.filePath("room.db"));
        const IncidentId incident = story.declare("Credentials leaked", "INC-CCCC");
        story.submit(incident, command::Amend{"restricted", "true"});
        story.submit(incident, command::Amend{"codename", "Night Heron"});
        QCOMPARE(must(story.journal().planRuns()).front().title, QStringLiteral("Night Heron"));
    }

private:
    static QStringList current(JournalStory &story)
    {
        QStringList lines;
        for (const PlanRun &run : must(story.journal().planRuns())) {
            if (run.current)
                lines << run.ref + QLatin1Char(' ') + run.version;
        }
        lines.sort();
        return lines;
    }
};

QTEST_GUILESS_MAIN(PlanRuns)
#include "tst_planruns.moc"
