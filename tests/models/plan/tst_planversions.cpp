#include "models/plan/fingerprint.h"
#include "models/plan/planstore.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::plan;

namespace {

QByteArray ours(const char *version, const char *respond)
{
    return QByteArray("# ours\nid: tiny\nname: Tiny\nversion: '") + version
        + "'\nseverities: [{id: P0, name: Critical, respond_within: " + respond + "}]\n";
}

Installing at(int hour, const char *by = "dana")
{
    return {Instant(std::chrono::hours(hour)), QString::fromLatin1(by), QStringLiteral("written here")};
}

} // namespace

class Versions : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anEarlierPlanStaysAsAVersion()
    {
        const PlanStore store = plans();
        QVERIFY(store.addText(ours("1", "5m"), at(1)));
        QVERIFY(store.addText(ours("2", "10m"), at(2, "lee")));
        QVERIFY(store.addText(ours("2", "10m"), at(3))); // says the same: no version
        const std::vector<PlanVersion> all = store.versions("TINY").value();
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all[0].number, 2);
        QVERIFY(all[0].current && !all[1].current);
        QCOMPARE(all[0].installing.by, QStringLiteral("lee"));
        QCOMPARE(all[1].installing.at, std::optional(Instant(std::chrono::hours(1))));
        QCOMPARE(all[1].version, QStringLiteral("1"));
        QCOMPARE(all[1].fingerprint, fingerprint(store.loadVersion("tiny", 1).value()));
        QVERIFY(all[0].fingerprint != all[1].fingerprint);
        QCOMPARE(store.versionText("tiny", 1).value(), ours("1", "5m")); // comments and all
        QCOMPARE(store.list().back().version, QStringLiteral("2"));
    }

    void aVersionComesBackAsTheNewest()
    {
        const PlanStore store = plans();
        QVERIFY(store.addText(ours("1", "5m"), at(1)));
        QVERIFY(store.addText(ours("2", "10m"), at(2)));
        QVERIFY(store.bringBack("tiny", 1, at(3)));
        const std::vector<PlanVersion> all = store.versions("tiny").value();
        QCOMPARE(all.size(), size_t(3));
        QCOMPARE(all[0].fingerprint, all[2].fingerprint);
        QVERIFY(all[0].current);
        QCOMPARE(store.load("tiny").value().version, QStringLiteral("1"));
        QCOMPARE(store.bringBack("tiny", 9, at(4)).error().code, ErrorCode::Refused);
    }

    void aRemovedPlanIsKept()
    {
        const PlanStore store = plans();
        QVERIFY(store.addText(ours("1", "5m"), at(1)));
        QVERIFY(store.remove("tiny"));
        QVERIFY(!store.load("tiny"));
        QCOMPARE(store.removed(), QStringList("tiny"));
        QVERIFY(!store.versions("tiny").value().front().current);
        QVERIFY(store.bringBack("tiny", 1, at(2)));
        QCOMPARE(store.versions("tiny").value().size(), size_t(1)); // it is the same one
        QVERIFY(store.removed().isEmpty());
        QVERIFY(store.remove("castiel").error().sentence.contains("ships with the program"));
        QVERIFY(!store.remove("nobody"));
    }

    void aTeamsOwnPlanOverAShippedOneHasTheShippedOneAsItsFirstVersion()
    {
        const PlanStore store = plans();
        QVERIFY(store.versions("castiel").value().front().current);
        QByteArray mine = store.text("castiel").value();
        QVERIFY(store.addText(mine.replace("name: ", "name: Our "), at(1)));
        const std::vector<PlanVersion> all = store.versions("castiel").value();
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all.back().number, 0);
        QVERIFY(all.front().current);
        QVERIFY(store.remove("castiel"));
        QVERIFY(store.versions("castiel").value().back().current);
        QVERIFY(store.load("castiel"));
        QVERIFY(store.removed() == QStringList("castiel"));
    }

    void whatWasChangedByHandIsKeptToo()
    {
        const PlanStore store = plans();
        QVERIFY(store.addText(ours("1", "5m"), at(1)));
        QFile file(m_folder->filePath("plans/tiny.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("id: tiny\n") > 0);
        file.close();
        std::vector<PlanVersion> all = store.versions("tiny").value();
        QCOMPARE(all.size(), size_t(2));
        QVERIFY(all[0].current && !all[0].problem.isEmpty() && all[0].fingerprint.isEmpty());
        QVERIFY(store.bringBack("tiny", 1, at(2)));
        all = store.versions("tiny").value();
        QCOMPARE(all.size(), size_t(3));
        QCOMPARE(store.versionText("tiny", 2).value(), QByteArray("id: tiny\n"));
        QVERIFY(store.load("tiny"));
    }

    void aVersionIsNeverWrittenAgain()
    {
        const PlanVersions versions(m_folder->filePath("v"));
        QCOMPARE(versions.keep("a", at(1)).value(), 1);
        QCOMPARE(versions.keep("b", {}).value(), 2);
        QCOMPARE(versions.keep("b", at(9)).value(), 2);
        QCOMPARE(versions.text(1), std::optional<QByteArray>("a"));
        QVERIFY(!versions.all()[1].installing.at);
        QVERIFY(QFile::remove(m_folder->filePath("v/0001.json")));
        QCOMPARE(versions.all().size(), size_t(2));
        QFile blocked(m_folder->filePath("file"));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        QCOMPARE(PlanVersions(blocked.fileName()).keep("a", {}).error().code, ErrorCode::Storage);
    }

    void aFingerprintFollowsWhatAPlanSays()
    {
        Plan one = plans().load("default").value();
        const Plan same = one;
        QCOMPARE(fingerprint(one), fingerprint(same));
        QCOMPARE(fingerprint(one).size(), 64);
        one.severities[0].name += QLatin1Char('!');
        QVERIFY(fingerprint(one) != fingerprint(same));
    }

private:
    [[nodiscard]] PlanStore plans() const { return PlanStore(m_folder->filePath("plans")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(Versions)
#include "tst_planversions.moc"
