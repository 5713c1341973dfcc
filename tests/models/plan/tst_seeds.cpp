// The shipped plans against the facts of the documents that they were written from, where those are at hand. What differs, and why, stands here.

#include "models/plan/json.h"
#include "models/plan/reader.h"
#include "models/plan/shipped.h"
#include "models/plan/writer.h"
#include "models/plan/writtenplan.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace qd;
using namespace qd::plan;

namespace {

using Facts = QMap<QString, QString>;
using Names = QStringList; // "severity|name", in their order

QString folded(const QString &text)
{
    QString key;
    for (const QChar c : text.toLower()) {
        if (c.isLetterOrNumber())
            key += c;
    }
    return key;
}

QString factText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    if (value.isDouble())
        return QString::number(value.toDouble());
    if (value.isObject())
        return value.toObject().contains("text") ? "words:" + folded(value["text"].toString())
                                                 : QString::fromUtf8(QJsonDocument(value.toObject()).toJson());
    return folded(value.toString());
}

Facts severityFacts(const QJsonObject &document)
{
    Facts facts;
    for (const QJsonValue &severity : document["severities"].toArray()) {
        for (const char *field :
             {"name", "rank", "respond_within", "resolve_within", "update_every", "postmortem_required", "postmortem_within"}) {
            const QString text = factText(severity[QLatin1String(field)]);
            if (!text.isEmpty())
                facts.insert(severity["id"].toString() + '.' + field, text);
        }
    }
    return facts;
}

Names namesIn(const QJsonObject &document, const QString &part)
{
    Names names;
    for (const QJsonValue &item : document[part].toArray()) {
        const QString name = item.isString() ? item.toString() : item[part == "escalation" ? "who" : "name"].toString();
        names << (part == "escalation" ? item["severity"].toString() : QString()) + '|' + folded(name);
    }
    return names;
}

// Equal, or one long name inside the other.
bool sameName(const QString &a, const QString &b)
{
    const QString left = a.section('|', 1);
    const QString right = b.section('|', 1);
    const bool within = left.size() > 5 && right.size() > 5 && (left.contains(right) || right.contains(left));
    return a.section('|', 0, 0) == b.section('|', 0, 0) && (left == right || within);
}

QStringList compareNames(const QString &part, const Names &label, Names plan)
{
    QStringList found;
    for (const QString &name : label) {
        const auto hit = std::find_if(plan.begin(), plan.end(), [&](const QString &other) { return sameName(name, other); });
        if (hit == plan.end())
            found << part + " -" + name;
        else
            plan.erase(hit);
    }
    for (const QString &name : std::as_const(plan))
        found << part + " +" + name;
    return found;
}

QStringList compare(const QJsonObject &label, const QJsonObject &plan)
{
    const Facts wanted = severityFacts(label);
    const Facts stated = severityFacts(plan);
    QStringList keys = wanted.keys() + stated.keys();
    keys.removeDuplicates();
    QStringList found;
    for (const QString &key : std::as_const(keys)) {
        if (wanted.value(key) != stated.value(key))
            found << key + ": " + wanted.value(key, "-") + " | " + stated.value(key, "-");
    }
    for (const char *part : {"roles", "phases", "templates", "scenarios", "metrics", "escalation"})
        found << compareNames(part, namesIn(label, part), namesIn(plan, part));
    return found;
}

struct Kept
{
    const char *reason;
    QStringList differences; // "fact: label | plan", "part -missing from the plan", "part +added by the plan"
};

} // namespace

class Seeds : public QObject
{
    Q_OBJECT
private slots:
    void theShippedPlansAgreeWithTheirDocuments_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QStringList>("kept");
        row("castiel", "000", {});
        row("castor", "001",
            {{"the label holds the 48 hours once for all severities, the plan at each", everySeverity({"P0", "P1", "P2", "P3"}, "172800")},
             {"the label lists a path for all severities and, apart, when to escalate each with nobody named; the plan joins the two",
              {"escalation -|ctovpengineering", "escalation -|ceo", "escalation -P0|", "escalation -P1|", "escalation -P2|",
               "escalation -P3|", "escalation +P0|engineeringlead", "escalation +P0|ctovpengineering", "escalation +P1|ctovpengineering",
               "escalation +P0|ceo"}}});
        row("operations", "002",
            {{"the label holds the 48 hours once for all severities, the plan at each", everySeverity({"P0", "P1", "P2", "P3"}, "172800")},
             {"four roles are added, so that an incident can be led under this plan",
              {"roles +|incidentcommander", "roles +|technicallead", "roles +|communicationslead", "roles +|scribe"}}});
        row("noa-server", "003",
            {{"the label holds the 48 hours once for all severities, the plan at each",
              everySeverity({"SEV1", "SEV2", "SEV3", "SEV4"}, "172800")},
             {"the external template has a text for each status: a template each",
              {"templates +|updatetemplateidentified", "templates +|updatetemplatemonitoring", "templates +|updatetemplateresolved"}},
             {"\"SEV1 only\" is a condition in the label, a severity in the plan", {"escalation -|ceo", "escalation +SEV1|ceo"}}});
        row("rose", "004",
            {{"the document says two things: the stricter was taken",
              {"P2.update_every: words:asneeded | 7200", "P3.update_every: words:noneneeded | words:asneeded"}},
             {"MTTR stands for two metrics: the second has an id of its own", {"metrics -|mttr", "metrics +|mttrrecovery"}}});
    }
    void theShippedPlansAgreeWithTheirDocuments()
    {
        QFETCH(QString, number);
        QFETCH(QStringList, kept);
        const QDir seeds(QStringLiteral(QD_SOURCE_DIR "/../shared/seeds"));
        const QStringList labels = seeds.entryList({number + "_*.labels.json"});
        if (labels.isEmpty())
            return; // the documents are not part of the program
        QFile file(seeds.filePath(labels.first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Plan> plan = loadShipped(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().sentence));
        QStringList found = compare(QJsonDocument::fromJson(file.readAll()).object(), toContractJson(*plan));
        found.sort();
        kept.sort();
        QCOMPARE(found.join('\n'), kept.join('\n'));
    }

    // The importer reads what the author of the shipped plan read: what was decided otherwise is the same, and stands above.
    void theirDocumentsAreImportedAsTheShippedPlansSay_data() { theShippedPlansAgreeWithTheirDocuments_data(); }
    void theirDocumentsAreImportedAsTheShippedPlansSay()
    {
        QFETCH(QString, number);
        QFETCH(QStringList, kept);
        const std::optional<Plan> imported = importOf(number);
        if (!imported)
            return;
        const Result<Plan> plan = loadShipped(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().sentence));
        QStringList found = compare(toContractJson(*imported), toContractJson(*plan));
        found.sort();
        kept.sort();
        QCOMPARE(found.join('\n'), kept.join('\n'));
        QCOMPARE(bands(*imported), bands(*plan));
        const ReadOutcome reading = readPlan(writePlan(readyForUse(*imported).value_or(Plan())), QStringLiteral("plan.yaml"));
        QVERIFY2(reading.problems.empty(), reading.problems.empty() ? "" : qPrintable(reading.problems.front().text()));
    }

private:
    static QStringList bands(const Plan &plan)
    {
        QStringList all;
        for (const Phase &phase : plan.phases) {
            const auto seconds = [](const std::optional<Duration> &at) { return at ? QString::number(at->count()) : QStringLiteral("-"); };
            all << phase.id + ' ' + seconds(phase.startsAfter) + ' ' + seconds(phase.endsAfter);
        }
        return all;
    }

    static std::optional<Plan> importOf(const QString &number)
    {
        const QDir seeds(QStringLiteral(QD_SOURCE_DIR "/../shared/seeds"));
        const QStringList documents = seeds.entryList({number + "_*.txt"});
        QFile file(seeds.filePath(documents.value(0)));
        if (documents.isEmpty() || !file.open(QIODevice::ReadOnly))
            return {}; // the documents are not part of the program
        const Result<Plan> plan = readWrittenPlan(file.readAll(), number);
        return plan ? std::optional(*plan) : std::nullopt;
    }

    static void row(const char *plan, const char *number, const std::vector<Kept> &kept)
    {
        QStringList all;
        for (const Kept &item : kept)
            all << item.differences;
        QTest::newRow(plan) << QString::fromLatin1(number) << all;
    }

    static QStringList everySeverity(const QStringList &severities, const char *postmortemWithin)
    {
        QStringList lines;
        for (const QString &severity : severities)
            lines << severity + ".postmortem_within: - | " + postmortemWithin;
        return lines;
    }
};

QTEST_APPLESS_MAIN(Seeds)
#include "tst_seeds.moc"
