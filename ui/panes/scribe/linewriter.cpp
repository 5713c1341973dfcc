#include "ui/panes/scribe/linewriter.h"

#include "models/core/kinds.h"

namespace qd::ui {
namespace {

const command::LogEntry *entryOf(const ScribeLine &line)
{
    return line.deed == ScribeDeed::Submit ? std::get_if<command::LogEntry>(&*line.command) : nullptr;
}

Result<void> outcome(const Result<EventId> &done)
{
    return done ? Result<void>() : tl::unexpected(done.error());
}

// The words that an entry is to say: without the time, and with a sign that is not its own.
QString wordsOf(const QString &line, const ScribeLine &read, const QString &kind)
{
    if (read.kind == QLatin1String("note") || read.kind == kind)
        return read.text;
    QString words = line;
    for (const ScribeSpan &span : read.spans) {
        if (span.kind == SpanKind::Time)
            words.remove(span.start, span.length);
    }
    return words.trimmed();
}

} // namespace

Written LineWriter::write(QStringList lines, const std::vector<Attachment> &attachments, const QString &names)
{
    Written written;
    if (!attachments.empty() || (lines.isEmpty() && !names.isEmpty())) {
        const QString line = lines.value(0);
        const Result<EventId> done = first(line, attachments, names);
        if (!done) {
            written.problem = done.error().sentence;
        } else {
            note(line, m_read(line), *done, written);
            lines = lines.mid(1);
        }
    }
    while (!lines.isEmpty() && written.problem.isEmpty()) {
        const ScribeLine line = m_read(lines.first());
        if (entryOf(line)) {
            writeEntries(lines, written);
            continue;
        }
        const Result<EventId> done = carryOut(line);
        if (!done) {
            written.problem = done.error().sentence;
            break;
        }
        note(lines.takeFirst(), line, *done, written);
    }
    written.left = lines;
    return written;
}

void LineWriter::writeEntries(QStringList &lines, Written &written)
{
    std::vector<command::LogEntry> entries;
    std::vector<ScribeLine> read;
    for (const QString &line : std::as_const(lines)) {
        const ScribeLine its = m_read(line);
        const command::LogEntry *entry = entryOf(its);
        if (!entry)
            break;
        entries.push_back(*entry);
        read.push_back(its);
    }
    const Result<std::vector<EventId>> done = m_context.session.logEach(entries);
    if (!done) {
        written.problem = done.error().sentence;
        return;
    }
    for (size_t i = 0; i < entries.size(); ++i)
        note(lines.takeFirst(), read[i], done->at(i), written);
}

void LineWriter::note(const QString &typed, const ScribeLine &line, const EventId &event, Written &written) const
{
    written.lines.push_back({event, typed});
    if (entryOf(line) || typed.isEmpty())
        ++written.entries;
    else
        written.commands.push_back({typed, m_context.session.incident().entries.size()});
    if (line.misread)
        written.misread = line.problems.value(0);
}

Result<EventId> LineWriter::first(const QString &line, const std::vector<Attachment> &attachments, const QString &names)
{
    const ScribeLine read = m_read(line);
    if (const command::LogEntry *entry = entryOf(read))
        return m_context.session.log(*entry, attachments);
    if (read.deed == ScribeDeed::Submit) {
        const Result<EventId> done = m_context.session.submit(*read.command);
        return done ? attach(attachments, *done).map([&done] { return *done; }) : done;
    }
    command::LogEntry alone;
    alone.text = names;
    const Result<EventId> logged = m_context.session.log(alone, attachments);
    return logged && read.deed != ScribeDeed::Nothing ? carryOut(read) : logged;
}

Result<void> LineWriter::attach(const std::vector<Attachment> &attachments, const EventId &event)
{
    for (const Attachment &file : attachments) {
        const Result<EventId> done = m_context.session.submit(command::AddAttachment{file.sha256, file.name, file.mime, file.size, event});
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

// Null: it left no event.
Result<EventId> LineWriter::carryOut(const ScribeLine &line)
{
    switch (line.deed) {
    case ScribeDeed::Submit: return m_context.session.submit(*line.command);
    case ScribeDeed::Undo: return m_context.session.undo();
    case ScribeDeed::Redo: return m_context.session.redo();
    case ScribeDeed::WriteUpdate: m_context.invoke(QStringLiteral("updates.write"), line.audience); break;
    case ScribeDeed::Nothing: break;
    }
    return EventId();
}

Result<void> LineWriter::correct(const EventId &entry, const QString &line, const std::vector<Attachment> &attachments)
{
    const TimelineEntry *before = m_context.session.incident().entry(entry);
    if (!before)
        return refused(QCoreApplication::translate("LineWriter", "this entry is gone; Escape goes back to the line"));
    if (const Result<void> attached = attach(attachments, entry); !attached)
        return attached;
    const ScribeLine read = m_read(line);
    const bool wasCommand = before->kind == QLatin1String("note") && before->text.startsWith(QLatin1Char('/'));
    if (wasCommand && read.deed != ScribeDeed::Nothing && !entryOf(read)) {
        const Result<EventId> taken = m_context.session.submit(command::Undo{entry, QString::fromLatin1(kinds::entryLogged)});
        return taken ? outcome(carryOut(read)) : outcome(taken);
    }
    const QString words = wordsOf(line, read, before->kind);
    if (words == before->text && !read.time)
        return {};
    command::AmendEntry amend;
    amend.entry = entry;
    amend.text = words;
    if (read.time)
        amend.at = read.time->at;
    return outcome(m_context.session.submit(amend));
}

} // namespace qd::ui
