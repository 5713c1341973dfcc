#pragma once
// What is being written for an incident, kept as it is written: the line, the entry that is being corrected, and the files that wait.

#include "ui/panes/pane.h"

namespace qd::ui {

struct Writing
{
    QString text;
    EventId editing; // null: no entry is being corrected
    QString correction;
    QString files; // as PendingFiles has it
    bool operator==(const Writing &) const = default;
};

class ScribeDraft
{
public:
    explicit ScribeDraft(const PaneContext &context) : m_context(context) { }
    [[nodiscard]] Writing open(const IncidentId &incident); // of which it is from now on; null: nothing is kept
    void keep(const Writing &writing);                      // what changed of it

private:
    [[nodiscard]] QString key(const char *part) const;
    void keepPart(const char *part, const QString &before, const QString &now);

    const PaneContext &m_context;
    IncidentId m_incident;
    Writing m_kept;
};

} // namespace qd::ui
