#pragma once
// From typed lines into the record, in their order. What cannot be stored is given back.

#include "models/core/scribeline.h"
#include "models/items/recall.h"
#include "ui/panes/pane.h"

namespace qd::ui {

struct WrittenLine
{
    EventId event;
    QString line; // as typed
};

struct Written
{
    std::vector<WrittenLine> lines;
    std::vector<items::TypedCommand> commands; // of the lines, those that can be typed again
    int entries = 0;
    QStringList left; // with the first that could not be stored
    QString problem;  // why
    QString misread;  // why the last command that was not understood became a note
};

class LineWriter
{
public:
    using Reader = std::function<ScribeLine(const QString &)>;

    LineWriter(const PaneContext &context, Reader reader) : m_context(context), m_read(std::move(reader)) { }
    // What is attached goes with the first line; where that leaves no trace of its own, with an entry of their names.
    [[nodiscard]] Written write(QStringList lines, const std::vector<Attachment> &attachments, const QString &names);
    // The entry says `line` from now on. A note that was a command not understood, and is understood now, is taken back for the deed.
    [[nodiscard]] Result<void> correct(const EventId &entry, const QString &line, const std::vector<Attachment> &attachments);

private:
    [[nodiscard]] Result<EventId> carryOut(const ScribeLine &line);
    [[nodiscard]] Result<EventId> first(const QString &line, const std::vector<Attachment> &attachments, const QString &names);
    [[nodiscard]] Result<void> attach(const std::vector<Attachment> &attachments, const EventId &event);
    void writeEntries(QStringList &lines, Written &written); // the plain ones at the beginning, as one
    void note(const QString &typed, const ScribeLine &line, const EventId &event, Written &written) const;

    const PaneContext &m_context;
    Reader m_read;
};

} // namespace qd::ui
