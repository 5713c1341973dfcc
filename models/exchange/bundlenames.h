#pragma once
// Which attachments the events of an incident name, and which of them went with an entry that was redacted.

#include "models/core/carriedevent.h"

#include <QMap>
#include <QSet>

#include <vector>

namespace qd::exchange {

struct NamedAttachment
{
    QString name, mime;     // as it was attached; empty: no attachment.added says so
    bool attached = false; // an attachment.added names it; otherwise a text holds its 64 digits, which may mean something else
    bool redacted = false; // nothing names it but what was redacted: its content is to be nowhere
};

// By sha256, in hex. Bodies are read as bytes: a kind that is not known here may name an attachment too.
[[nodiscard]] QMap<QString, NamedAttachment> attachmentsNamed(const std::vector<CarriedEvent> &events);

[[nodiscard]] QSet<EventId> redactedEntries(const std::vector<CarriedEvent> &events); // those that a redaction names
[[nodiscard]] QJsonObject bodyOf(const CarriedEvent &carried);

} // namespace qd::exchange
