// Two people change one thing, neither having seen the other: one value is kept by an ordinary command, and the conflict ends on every desk.
#include "models/core/settling.h"
#include "tests/support/colleague.h"
#include "tests/support/story.h"

#include <QtTest>

using namespace qd;
using namespace qd::test;

namespace {

struct Fork // an incident that Dana declared, and two who go on from there without each other
{
    Story story;
    Colleague ana{QStringLiteral("Ana")};
    Colleague ravi{QStringLiteral("Ravi")};
    std::vector<Event> all;

    Fork()
    {
        story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503\n14:03 Dana hypothesis The pool is exhausted"));
        all = story.events();
        ana.see(all);
        ravi.see(all);
    }
    void both(const Command &ofAna, const Command &ofRavi)
    {
        all.push_back(ana.write(at("14:05"), ofAna));
        all.push_back(ravi.write(at("14:06"), ofRavi));
    }
    [[nodiscard]] Incident state() const { return fold(all); }
    [[nodiscard]] QString value(const QString &field, size_t which) const { return conflictOver(state(), field)->values.at(which).value; }
    void keep(const QString &field, size_t which) // by Dana, who has seen both
    {
        const Incident now = state();
        const Result<Command> command = settle(now, field, conflictOver(now, field)->values.at(which).event);
        QVERIFY2(command, qPrintable(command ? QString() : command.error().sentence));
        Colleague dana(QStringLiteral("Dana"));
        dana.see(all);
        all.push_back(dana.write(at("14:08"), *command));
    }
};

} // namespace

class TestSettling : public QObject
{
    Q_OBJECT

private slots:
    void twoCommandersAndEitherCanBeKept_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("holder");
        QTest::newRow("the first, who was pushed aside") << 0 << QStringLiteral("Dana");
        QTest::newRow("the last, who stands") << 1 << QStringLiteral("Lee");
    }
    void twoCommandersAndEitherCanBeKept()
    {
        QFETCH(int, which);
        QFETCH(QString, holder);
        Fork fork;
        fork.both(command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}},
                  command::AssignRole{QStringLiteral("ic"), QStringLiteral("Lee"), {}, {}});
        QCOMPARE(fork.state().conflicts.size(), 1u);
        QCOMPARE(fork.state().holder(QStringLiteral("ic")), QStringLiteral("Lee"));
        fork.keep(QStringLiteral("role:ic"), static_cast<size_t>(which));
        QVERIFY(fork.state().conflicts.empty());
        QCOMPARE(fork.state().holder(QStringLiteral("ic")), holder);
        std::reverse(fork.all.begin(), fork.all.end()); // however it came
        QVERIFY(fork.state().conflicts.empty());
        QCOMPARE(fork.state().holder(QStringLiteral("ic")), holder);
    }

    void everyFieldThatCanMeetCanBeSettled_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field :
             {"severity", "status", "title", "impact", "services", "detected_at", "codename", "restricted", "entry", "hypothesis"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void everyFieldThatCanMeetCanBeSettled()
    {
        QFETCH(QString, field);
        Fork fork;
        const EventId entry = fork.story.entryOf(QStringLiteral("The pool is exhausted"));
        const auto amended = [&field](const char *value) -> Command { return command::Amend{field, QLatin1String(value)}; };
        QString name = field;
        if (field == QLatin1String("severity")) {
            fork.both(command::ChangeSeverity{QStringLiteral("P1"), QStringLiteral("one shard"), {}},
                      command::ChangeSeverity{QStringLiteral("P2"), QStringLiteral("no users"), {}});
        } else if (field == QLatin1String("status")) {
            fork.both(command::ChangeStatus{QStringLiteral("identified"), {}, {}},
                      command::ChangeStatus{QStringLiteral("monitoring"), {}, {}});
        } else if (field == QLatin1String("detected_at")) {
            fork.both(amended("2026-11-21T14:00:00Z"), amended("2026-11-21T14:01:00Z"));
        } else if (field == QLatin1String("restricted")) {
            fork.both(amended("true"), amended("false"));
        } else if (field == QLatin1String("entry")) {
            name = QStringLiteral("entry:") + entry.toString();
            const auto text = [&entry](const char *words) {
                command::AmendEntry amend;
                amend.entry = entry;
                amend.text = QLatin1String(words);
                return amend;
            };
            fork.both(text("The pool of shard 1"), text("The pool of shard 2"));
        } else if (field == QLatin1String("hypothesis")) {
            name = QStringLiteral("hypothesis:") + entry.toString();
            fork.both(command::SettleHypothesis{entry, QStringLiteral("confirmed"), {}},
                      command::SettleHypothesis{entry, QStringLiteral("ruled-out"), {}});
        } else {
            fork.both(amended("one"), amended("other"));
        }
        QVERIFY(conflictOver(fork.state(), name));
        const QString kept = fork.value(name, 0);
        const QString last = fork.value(name, 1);
        QVERIFY(kept != last);
        Fork other = fork;
        fork.keep(name, 0);
        QVERIFY(fork.state().conflicts.empty());
        other.keep(name, 1);
        QVERIFY(other.state().conflicts.empty());
        QVERIFY(fork.state() != other.state());
    }

    void aSeatThatOneGaveAndTheOtherEmptied()
    {
        Fork fork;
        fork.all.push_back(fork.ana.write(at("14:04"), command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}}));
        fork.ravi.see(fork.all);
        fork.ana.see(fork.all);
        fork.both(command::AssignRole{QStringLiteral("ic"), QStringLiteral("Lee"), {}, {}}, command::ReleaseRole{QStringLiteral("ic"), {}});
        QCOMPARE(fork.value(QStringLiteral("role:ic"), 1), QString());
        fork.keep(QStringLiteral("role:ic"), 1);
        QVERIFY(fork.state().conflicts.empty());
        QVERIFY(fork.state().holder(QStringLiteral("ic")).isEmpty());
    }

    void whatIsOverIsRefusedInWords()
    {
        Fork fork;
        const Result<Command> none = settle(fork.state(), QStringLiteral("title"), fork.story.last());
        QVERIFY(!none);
        QVERIFY(none.error().sentence.contains(QStringLiteral("settled meanwhile")));
        fork.both(command::Amend{QStringLiteral("title"), QStringLiteral("one")},
                  command::Amend{QStringLiteral("title"), QStringLiteral("other")});
        QVERIFY(!settle(fork.state(), QStringLiteral("title"), fork.story.last()));
    }

    void withoutAConflictTheSameValueIsStillRefused()
    {
        const Fork fork;
        QVERIFY(!decide(fork.state(), command::ChangeSeverity{QStringLiteral("P0"), QStringLiteral("again"), {}},
                        {QStringLiteral("Dana"), at("14:10")}));
    }
};

QTEST_APPLESS_MAIN(TestSettling)
#include "tst_settling.moc"
