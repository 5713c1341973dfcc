#include "models/core/settling.h"

namespace qd {
namespace {

QString afterColon(const QString &field)
{
    return field.section(QLatin1Char(':'), 1);
}

Command settleRole(const QString &role, const QString &holder)
{
    if (holder.isEmpty())
        return command::ReleaseRole{role, {}};
    return command::AssignRole{role, holder, {}, {}};
}

Command settleEntry(const EventId &entry, const QString &text)
{
    command::AmendEntry amend;
    amend.entry = entry;
    amend.text = text;
    amend.reason = QStringLiteral("settled between two corrections");
    return amend;
}

Command settleAmendment(const QString &field, const QString &value)
{
    bool isNumber = false;
    const qint64 instant = value.toLongLong(&isNumber);
    return command::Amend{field, field.endsWith(QLatin1String("_at")) && isNumber ? toIso(fromMsecs(instant)) : value};
}

} // namespace

const FieldConflict *conflictOver(const Incident &incident, const QString &field)
{
    const auto found = std::find_if(incident.conflicts.begin(), incident.conflicts.end(),
                                    [&field](const FieldConflict &conflict) { return conflict.field == field; });
    return found == incident.conflicts.end() ? nullptr : &*found;
}

Result<Command> settle(const Incident &incident, const QString &field, const EventId &keep)
{
    const FieldConflict *conflict = conflictOver(incident, field);
    if (!conflict)
        return refused(QStringLiteral("this was settled meanwhile: one value stands"));
    const auto kept =
        std::find_if(conflict->values.begin(), conflict->values.end(), [&keep](const ConflictValue &value) { return value.event == keep; });
    if (kept == conflict->values.end())
        return refused(QStringLiteral("this change is none of those that meet here; choose one of them"));
    if (field == QLatin1String("severity"))
        return command::ChangeSeverity{kept->value, QStringLiteral("settled between two changes: that of %1 is kept").arg(kept->by), {}};
    if (field == QLatin1String("status"))
        return command::ChangeStatus{kept->value, {}, {}};
    if (field.startsWith(QLatin1String("role:")))
        return settleRole(afterColon(field), kept->value);
    if (field.startsWith(QLatin1String("entry:")))
        return settleEntry(EventId::fromString(afterColon(field)), kept->value);
    if (field.startsWith(QLatin1String("hypothesis:")))
        return command::SettleHypothesis{EventId::fromString(afterColon(field)), kept->value, {}};
    return settleAmendment(field, kept->value);
}

} // namespace qd
