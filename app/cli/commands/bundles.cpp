// One incident whole in one file: the way across a gap that no network crosses.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/exchange/bundlemanifest.h"
#include "models/session/bundlework.h"

#include <QDir>
#include <QFileInfo>

namespace qd::cli {
namespace {

BundleTask taskOf(Shell &shell, const QString &file)
{
    return {shell.databasePath(), file, shell.author(), shell.now(), {}};
}

QString withNotes(const QString &sentence, const QString &seal, const QStringList &notes)
{
    return (QStringList{sentence, QStringLiteral("seal %1").arg(seal)} + notes).join(QLatin1Char('\n'));
}

// FILE as it was given; in a folder, by the incident's reference, and by its codename where it is restricted.
Result<QString> placeFor(const QString &file, const Incident &incident)
{
    if (QFileInfo(file).isDir())
        return QDir(file).filePath(exchange::bundleFileName(incident.ref, incident.codename, incident.restricted));
    if (!file.endsWith(QLatin1String(".qdz"), Qt::CaseInsensitive))
        return failure(ErrorCode::Usage, QStringLiteral("'%1' does not end in .qdz; name a file that does, or a folder").arg(file));
    return file;
}

Result<Answer> out(Shell &shell)
{
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const Result<QString> file = placeFor(shell.arguments().word("FILE.qdz"), room->incident);
    if (!file)
        return tl::unexpected(file.error());
    const Result<BundleSent> sent = sendBundle(room->incident.id, taskOf(shell, *file));
    if (!sent)
        return tl::unexpected(sent.error());
    return Answer{withNotes(sent->sentence(), sent->seal, sent->notes),
                  QJsonObject{{QStringLiteral("ref"), sent->ref},
                              {QStringLiteral("title"), sent->title},
                              {QStringLiteral("restricted"), sent->restricted},
                              {QStringLiteral("file"), QFileInfo(sent->file).absoluteFilePath()},
                              {QStringLiteral("size"), sent->bytes},
                              {QStringLiteral("events"), sent->events},
                              {QStringLiteral("consoles"), sent->consoles},
                              {QStringLiteral("attachments"), sent->attachments},
                              {QStringLiteral("seal"), sent->seal},
                              {QStringLiteral("notes"), QJsonArray::fromStringList(sent->notes)}}};
}

QJsonObject asJson(const BundleBrought &brought)
{
    const QJsonValue entry = brought.entry.isNull() ? QJsonValue() : QJsonValue(brought.entry.toString());
    return {{QStringLiteral("ref"), brought.ref},
            {QStringLiteral("id"), brought.incident.toString()},
            {QStringLiteral("title"), brought.title},
            {QStringLiteral("restricted"), brought.restricted},
            {QStringLiteral("made_at"), toIso(brought.madeAt)},
            {QStringLiteral("made_by"), brought.madeBy},
            {QStringLiteral("events"), brought.events},
            {QStringLiteral("new"), brought.fresh},
            {QStringLiteral("there_already"), brought.events - brought.fresh},
            {QStringLiteral("consoles"), brought.consoles},
            {QStringLiteral("attachments"), brought.attachments},
            {QStringLiteral("seal"), brought.seal},
            {QStringLiteral("event"), entry},
            {QStringLiteral("entry"), entry},
            {QStringLiteral("notes"), QJsonArray::fromStringList(brought.notes)}};
}

Result<Answer> in(Shell &shell)
{
    const BundleTask task = taskOf(shell, shell.arguments().word("FILE.qdz"));
    if (!QFileInfo::exists(task.database)) { // a bad file makes none
        if (const Result<BundleBrought> sound = lookAtBundle(task); !sound)
            return tl::unexpected(sound.error());
    }
    if (const Result<Journal *> journal = shell.journal(Shell::Access::Create); !journal)
        return tl::unexpected(journal.error());
    if (const Result<void> may = shell.mayWrite(); !may)
        return tl::unexpected(may.error());
    const Result<BundleBrought> brought = bringInBundle(task);
    if (!brought)
        return tl::unexpected(brought.error());
    return Answer{withNotes(brought->sentence(), brought->seal, brought->notes), asJson(*brought)};
}

// For whoever checks what crosses the gap.
Result<Answer> show(Shell &shell)
{
    const Result<BundleBrought> held = lookAtBundle(taskOf(shell, shell.arguments().word("FILE.qdz")));
    if (!held)
        return tl::unexpected(held.error());
    const QString sentence =
        QStringLiteral("%1 %2: %3 events, %4 of them not in this database, of %5 console(s); made %6 by %7; all of it is as it was sent")
            .arg(held->ref, held->title)
            .arg(held->events)
            .arg(held->fresh)
            .arg(held->consoles)
            .arg(toIso(held->madeAt), held->madeBy);
    return Answer{withNotes(sentence, held->seal, held->notes), asJson(*held)};
}

} // namespace

const CommandGroup bundleCommands{
    {"bundle out", "INCIDENT FILE.qdz",
     "Writes one incident whole, with attachments, plan and chains; the seal stands for all that is in it.", out},
    {"bundle in", "FILE.qdz", "Verifies all of it, then adds what is not here yet; once more changes nothing.", in},
    {"bundle show", "FILE.qdz", "Verifies it and says what is in it, and what of that is new here; nothing is written.", show},
};

} // namespace qd::cli
