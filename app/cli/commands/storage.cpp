// Commands on the database file, and the sample incidents.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "app/common/sample.h"
#include "models/core/durationtext.h"
#include "models/plan/json.h"

#include <QJsonArray>

namespace qd::cli {
namespace {

Result<Answer> verify(Shell &shell)
{
    const Result<Journal *> journal = shell.journal(Shell::Access::Read);
    if (!journal)
        return tl::unexpected(journal.error());
    std::optional<IncidentId> incident;
    if (shell.arguments().hasWord("INCIDENT")) {
        const Result<IncidentId> found = shell.find(shell.arguments().word("INCIDENT"));
        if (!found)
            return tl::unexpected(found.error());
        incident = *found;
    }
    const Result<VerifyReport> report = (*journal)->verify(incident);
    if (!report)
        return tl::unexpected(report.error());
    QStringList problems;
    for (const ChainProblem &problem : report->problems)
        problems << QStringLiteral("event %1 of %2: %3")
                        .arg(problem.event.toString(), problem.ref.isEmpty() ? QStringLiteral("an unknown incident") : problem.ref,
                             problem.sentence);
    if (!problems.isEmpty())
        return failure(ErrorCode::Storage, problems.join(QLatin1Char('\n')));
    const QString leaps =
        QStringLiteral("; older chains of other installations are here for their incident alone, with %1 leap(s) in their numbers");
    return Answer{QStringLiteral("%1 events in %2 chains verified, %3 of them redacted: nothing was altered or taken out%4")
                      .arg(report->events)
                      .arg(report->chains)
                      .arg(report->redacted)
                      .arg(report->leaps > 0 ? leaps.arg(report->leaps) : QString()),
                  QJsonObject{{QStringLiteral("events"), report->events},
                              {QStringLiteral("chains"), report->chains},
                              {QStringLiteral("redacted"), report->redacted},
                              {QStringLiteral("leaps"), report->leaps},
                              {QStringLiteral("sound"), true}}};
}

Result<Answer> backup(Shell &shell)
{
    const Result<Journal *> journal = shell.journal(Shell::Access::Read);
    if (!journal)
        return tl::unexpected(journal.error());
    const QString file = shell.arguments().word("FILE");
    if (const Result<void> copied = (*journal)->backup(file); !copied)
        return tl::unexpected(copied.error());
    return Answer{QStringLiteral("copied to %1").arg(file), QJsonObject{{QStringLiteral("file"), file}}};
}

Result<Answer> salvage(Shell &shell)
{
    const QString into = shell.arguments().value("into");
    const Result<SalvageReport> report = Journal::salvage(shell.arguments().word("FILE"), into, shell.now());
    if (!report)
        return tl::unexpected(report.error());
    QString text = QStringLiteral("%1 events of %2 incidents saved into %3, %4 lost")
                       .arg(report->events)
                       .arg(report->incidents)
                       .arg(into)
                       .arg(report->lost);
    for (const QString &note : report->notes)
        text += QLatin1Char('\n') + note;
    return Answer{text,
                  QJsonObject{{QStringLiteral("into"), into},
                              {QStringLiteral("events"), report->events},
                              {QStringLiteral("lost"), report->lost},
                              {QStringLiteral("incidents"), report->incidents},
                              {QStringLiteral("attachments"), report->attachments},
                              {QStringLiteral("attachments_lost"), report->attachmentsLost},
                              {QStringLiteral("notes"), QJsonArray::fromStringList(report->notes)}}};
}

Result<Answer> rebuild(Shell &shell)
{
    const Result<Journal *> journal = shell.journal(Shell::Access::Write);
    if (!journal)
        return tl::unexpected(journal.error());
    if (const Result<void> rebuilt = (*journal)->rebuild(); !rebuilt)
        return tl::unexpected(rebuilt.error());
    return Answer{QStringLiteral("summaries and search are made anew from the log"), QJsonObject{{QStringLiteral("rebuilt"), true}}};
}

// An incident of its own for every play, that ends at the present instant where no start is given.
Result<Answer> sample(Shell &shell)
{
    const QString name = shell.arguments().hasWord("NAME") ? shell.arguments().word("NAME") : sampleNames().value(0);
    const Result<Sample> sample = loadSample(name);
    if (!sample)
        return tl::unexpected(sample.error());
    const Result<plan::Plan> plan = plan::loadShipped(sample->plan); // what a team made of the plan may not have its words
    if (!plan)
        return tl::unexpected(plan.error());
    const Result<std::optional<Instant>> start = shell.timeOption("start");
    if (!start)
        return tl::unexpected(start.error());
    const QString underWay = shell.arguments().value("under-way");
    const std::optional<Duration> length = underWay.isEmpty() ? sample->length : readDuration(underWay);
    if (!length)
        return failure(ErrorCode::Usage, QStringLiteral("'%1' is no duration for --under-way; write one like 24m").arg(underWay));
    const Result<Journal *> journal = shell.journal(Shell::Access::Create);
    if (!journal)
        return tl::unexpected(journal.error());
    Stage stage;
    stage.incident = IncidentId::make(shell.now());
    stage.ref = freeReference(**journal, stage.incident);
    stage.plan = plan::toJson(*plan);
    stage.console = (*journal)->console();
    stage.seen = (*journal)->lastStamp();
    stage.start = start->value_or(shell.now() - *length);
    stage.end = stage.start + *length;
    const Result<std::vector<Event>> events = playSample(*sample, stage);
    if (!events)
        return tl::unexpected(events.error());
    Room room;
    room.plan = *plan;
    if (const auto stored = shell.append(room, *events); !stored)
        return tl::unexpected(stored.error());
    return Answer{QStringLiteral("%1 holds the sample '%2': %3").arg(stage.ref, name, room.incident.title), asJson(room, shell.now())};
}

} // namespace

const CommandGroup storageCommands{
    {"verify", "[INCIDENT]", "Checks the chain of every event: what was altered or taken out is named.", verify},
    {"backup", "FILE", "Copies the database, also while it is in use.", backup},
    {"salvage", "FILE --into FILE", "Saves what can be read of a damaged database into a new one.", salvage},
    {"rebuild", "", "Makes summaries and search anew from the log.", rebuild},
    {"sample", "[NAME] [--start TIME] [--under-way DURATION]",
     "Plays a sample incident into the database (checkout-outage, leaked-certificate): whole, or its first DURATION only.", sample},
};

} // namespace qd::cli
