#include "app/common/sample.h"

#include "app/common/batch.h"
#include "models/core/durationtext.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace qd {
namespace {

constexpr char folder[] = ":/quarterdeck/samples/";

// One step, and what the names of earlier ones stand for.
struct Step
{
    const QJsonObject &fields;
    const QHash<QString, EventId> &names;
    Instant start{};

    [[nodiscard]] QString text(const char *key) const { return fields[QLatin1String(key)].toString(); }
    [[nodiscard]] bool flag(const char *key) const { return fields[QLatin1String(key)].toBool(); }
    [[nodiscard]] EventId meant(const char *key) const { return names.value(text(key)); }
    [[nodiscard]] std::optional<Duration> length(const char *key) const { return readDuration(text(key)); }
    [[nodiscard]] std::optional<Instant> time(const char *key) const // "+4m", "-6m"
    {
        const QString given = text(key);
        const std::optional<Duration> offset = readDuration(QStringView(given).mid(1));
        if (!offset)
            return std::nullopt;
        return given.startsWith(QLatin1Char('-')) ? start - *offset : start + *offset;
    }
    [[nodiscard]] QStringList texts(const char *key) const
    {
        QStringList all;
        for (const auto &value : fields[QLatin1String(key)].toArray())
            all << value.toString();
        return all;
    }
};

Command logEntry(const Step &step)
{
    command::LogEntry log;
    log.text = step.text("text");
    if (step.fields.contains(QLatin1String("kind")))
        log.kind = step.text("kind");
    log.tags = step.texts("tags");
    log.at = step.time("happened");
    return log;
}

Command addAction(const Step &step)
{
    command::AddAction action;
    action.text = step.text("text");
    action.owner = step.text("owner");
    if (const std::optional<Duration> due = step.length("due"))
        action.due = toDateTime(step.start + *due, QTimeZone::utc()).date().toString(Qt::ISODate);
    action.category = step.text("category");
    action.horizon = step.text("horizon");
    return action;
}

Command amend(const Step &step)
{
    const std::optional<Instant> time = step.text("field").endsWith(QLatin1String("_at")) ? step.time("value") : std::nullopt;
    return command::Amend{step.text("field"), time ? toIso(*time) : step.text("value")};
}

Command answerAsk(const Step &step)
{
    command::AnswerAsk answer;
    answer.ask = step.meant("ask");
    answer.answer = step.text("text");
    if (step.fields.contains(QLatin1String("state")))
        answer.state = step.text("state");
    answer.within = step.length("within");
    return answer;
}

Command amendEntry(const Step &step)
{
    command::AmendEntry amend;
    amend.entry = step.meant("entry");
    if (step.fields.contains(QLatin1String("text")))
        amend.text = step.text("text");
    amend.at = step.time("happened");
    amend.reason = step.text("reason");
    return amend;
}

Command changeAction(const Step &step)
{
    command::ChangeAction change;
    change.action = step.meant("action");
    change.state = step.text("state");
    return change;
}

using Builder = Command (*)(const Step &);

const QHash<QString, Builder> &builders()
{
    static const QHash<QString, Builder> table{
        {QStringLiteral("log"), logEntry},
        {QStringLiteral("amend"), amendEntry},
        {QStringLiteral("action"), addAction},
        {QStringLiteral("action-change"), changeAction},
        {QStringLiteral("answer"), answerAsk},
        {QStringLiteral("set"), amend},
        {QStringLiteral("ack"), [](const Step &s) -> Command { return command::Acknowledge{s.time("happened")}; }},
        {QStringLiteral("status"),
         [](const Step &s) -> Command {
             return command::ChangeStatus{s.text("status"), s.text("note"), s.time("happened")};
         }},
        {QStringLiteral("severity"),
         [](const Step &s) -> Command {
             return command::ChangeSeverity{s.text("severity"), s.text("reason"), s.time("happened")};
         }},
        {QStringLiteral("role"),
         [](const Step &s) -> Command {
             return command::AssignRole{s.text("role"), s.text("to"), s.text("brief"), s.time("happened")};
         }},
        {QStringLiteral("handover"),
         [](const Step &s) -> Command {
             return command::OfferHandover{s.text("role"), s.text("to"), s.text("brief")};
         }},
        {QStringLiteral("accept"), [](const Step &s) -> Command { return command::AcceptHandover{s.text("role")}; }},
        {QStringLiteral("pin"),
         [](const Step &s) -> Command {
             return command::PinEntry{s.meant("entry"), true};
         }},
        {QStringLiteral("hypothesis"),
         [](const Step &s) -> Command {
             return command::SettleHypothesis{s.meant("entry"), s.text("state"), s.text("note")};
         }},
        {QStringLiteral("ask"),
         [](const Step &s) -> Command {
             return command::MakeAsk{s.text("who"), s.text("text"), s.length("within"), {}};
         }},
        {QStringLiteral("check"),
         [](const Step &s) -> Command {
             return command::TickCheck{s.text("list"), s.text("item"), true};
         }},
        {QStringLiteral("scenario"),
         [](const Step &s) -> Command {
             return command::AttachScenario{s.text("scenario"), true};
         }},
        {QStringLiteral("draft"),
         [](const Step &s) -> Command {
             return command::DraftUpdate{s.text("audience"), s.text("text"), {}};
         }},
        {QStringLiteral("approve"), [](const Step &s) -> Command { return command::ApproveUpdate{s.text("audience")}; }},
        {QStringLiteral("update"),
         [](const Step &s) -> Command {
             return command::SendUpdate{s.text("audience"), s.text("text"), {}, s.text("channel"), {}};
         }},
        {QStringLiteral("escalate"),
         [](const Step &s) -> Command {
             return command::Escalate{s.text("step"), s.text("channel"), {}};
         }},
        {QStringLiteral("pause"),
         [](const Step &s) -> Command {
             return command::PauseClock{s.text("clock"), s.text("reason")};
         }},
        {QStringLiteral("resume"), [](const Step &s) -> Command { return command::ResumeClock{s.text("clock")}; }},
        {QStringLiteral("waive"),
         [](const Step &s) -> Command {
             return command::WaiveClock{s.text("clock"), s.text("reason")};
         }},
        {QStringLiteral("write"),
         [](const Step &s) -> Command {
             return command::WriteSection{s.text("section"), s.text("text"), {}};
         }},
        {QStringLiteral("move"), [](const Step &s) -> Command { return command::MovePostmortem{s.text("state")}; }},
    };
    return table;
}

command::Declare declaration(const Step &step, const Stage &stage)
{
    command::Declare declare;
    declare.title = step.text("title");
    declare.severity = step.text("severity");
    declare.type = step.text("type");
    declare.impact = step.text("impact");
    declare.source = step.text("source");
    declare.codename = step.text("codename");
    declare.services = step.texts("services");
    declare.started = step.time("started");
    declare.detected = step.time("detected");
    declare.restricted = step.flag("restricted");
    declare.plan = stage.plan;
    declare.ref = stage.ref;
    return declare;
}

Error wrong(const Sample &sample, size_t step, const QString &what)
{
    return {ErrorCode::BadInput, QStringLiteral("%1: step %2: %3").arg(sample.name).arg(step + 1).arg(what), {}};
}

Result<EventId> perform(const Step &step, Batch &batch, const Stage &stage, const DeskContext &context)
{
    if (batch.incident().id.isNull()) {
        const Result<Drafts> drafts = decideDeclare(declaration(step, stage), stage.incident, context);
        return drafts.map([&](const Drafts &decided) { return batch.add(context, decided); });
    }
    const Builder build = builders().value(step.text("do"));
    return build ? batch.add(context, build(step)) : refused(QStringLiteral("unknown step '%1'").arg(step.text("do")));
}

} // namespace

QStringList sampleNames()
{
    QStringList names;
    for (const QString &file : QDir(QLatin1String(folder)).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        names << file.chopped(5);
    return names;
}

Result<Sample> loadSample(const QString &name)
{
    QFile file(QLatin1String(folder) + name + QStringLiteral(".json"));
    if (!sampleNames().contains(name) || !file.open(QIODevice::ReadOnly))
        return refused(QStringLiteral("there is no sample '%1'; there are: %2").arg(name, sampleNames().join(QLatin1String(", "))));
    return readSample(file.readAll(), name);
}

Result<Sample> readSample(const QByteArray &json, const QString &name)
{
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    Sample sample{name, root[QLatin1String("title")].toString(), root[QLatin1String("plan")].toString(QStringLiteral("default")), {}, {}};
    for (const auto &value : root[QLatin1String("steps")].toArray())
        sample.steps.push_back(value.toObject());
    if (sample.steps.empty())
        return failure(ErrorCode::BadInput,
                       QStringLiteral("%1: this is no sample incident: %2")
                           .arg(name, problem.error ? problem.errorString() : QStringLiteral("it has no steps")));
    const QHash<QString, EventId> none;
    sample.length = Step{sample.steps.back(), none, {}}.time("at").value_or(Instant{}).time_since_epoch();
    return sample;
}

Result<std::vector<Event>> playSample(const Sample &sample, const Stage &stage)
{
    Batch batch({}, stage.console, stage.seen);
    QHash<QString, EventId> names;
    for (size_t i = 0; i < sample.steps.size(); ++i) {
        const Step step{sample.steps[i], names, stage.start};
        const std::optional<Instant> now = step.time("at");
        if (!now)
            return tl::unexpected(wrong(sample, i, QStringLiteral("'%1' is no time like +4m").arg(step.text("at"))));
        if (stage.end && *now > *stage.end)
            break;
        const Result<EventId> done = perform(step, batch, stage, {step.text("as"), *now});
        if (!done)
            return tl::unexpected(wrong(sample, i, done.error().sentence));
        if (step.fields.contains(QLatin1String("name")))
            names.insert(step.text("name"), *done);
    }
    return batch.added();
}

} // namespace qd
