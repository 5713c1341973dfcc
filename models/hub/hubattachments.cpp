#include "models/hub/hubattachments.h"

#include "models/hub/hubschema.h"

#include <algorithm>

namespace qd::hub {

int partsOf(qint64 size)
{
    return std::max(1, static_cast<int>((size + attachmentPart - 1) / attachmentPart));
}

Result<std::vector<int>> partsThatTheHubLacks(HubConnection &hub, const HubAttachment &attachment)
{
    const Result<QSqlQuery *> rows =
        hub.run("111_attachment_missing", {attachment.incident.toString(), attachment.sha256, attachment.size});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<int> parts;
    for (QSqlQuery &row = **rows; row.next();)
        parts.push_back(row.value(0).toInt());
    return parts;
}

Result<bool> putPart(HubConnection &hub, const HubAttachment &attachment, int part, const QByteArray &content)
{
    const Result<QSqlQuery *> done =
        hub.run("112_attachment_put", {attachment.incident.toString(), attachment.sha256, attachment.size, part, content});
    if (!done)
        return tl::unexpected(done.error());
    return (*done)->next() && (*done)->value(0).toBool();
}

Result<QByteArray> getPart(HubConnection &hub, const HubAttachment &attachment, int part)
{
    const Result<QSqlQuery *> rows = hub.run("113_attachment_get", {attachment.incident.toString(), attachment.sha256, part});
    if (!rows)
        return tl::unexpected(rows.error());
    if (!(*rows)->next() || (*rows)->isNull(0))
        return QByteArray();
    const QByteArray content = (*rows)->value(0).toByteArray();
    return content.isNull() ? QByteArray("") : content;
}

} // namespace qd::hub
