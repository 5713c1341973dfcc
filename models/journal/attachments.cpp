#include "models/journal/attachments.h"

#include <QCryptographicHash>

namespace qd::journal {

QString sha256Of(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

Result<QString> putAttachment(Connection &connection, const QByteArray &content, const QString &name, const QString &mime)
{
    if (content.size() > largestAttachment) {
        return failure(ErrorCode::Storage,
                       QStringLiteral("%1 is larger than %2 MB; keep it elsewhere and log where it is")
                           .arg(name.isEmpty() ? QStringLiteral("the attachment") : name)
                           .arg(largestAttachment >> 20));
    }
    const QString sha256 = sha256Of(content);
    const Result<void> done = connection.write(
        [&] { return Statement(connection, "400_put_attachment").run(QByteArray::fromHex(sha256.toLatin1()), content, name, mime); });
    return done ? Result<QString>(sha256) : tl::unexpected(done.error());
}

Result<QByteArray> attachment(Connection &connection, const QString &sha256)
{
    Statement row(connection, "401_attachment");
    if (const Result<void> done = row.run(QByteArray::fromHex(sha256.toLatin1())); !done)
        return tl::unexpected(done.error());
    if (!row.next())
        return failure(ErrorCode::Storage,
                       QStringLiteral("there is no attachment %1 in this database; it may have been redacted").arg(sha256));
    const QByteArray content = row.bytes(0);
    if (sha256Of(content) != sha256.toLower())
        return tl::unexpected(damagedError(connection.path(), QStringLiteral("attachment %1 is not what was stored").arg(sha256)));
    return content;
}

Result<void> dropUnnamed(Connection &connection, const QString &sha256)
{
    return connection.write([&]() -> Result<void> {
        Statement named(connection, "406_attachment_named");
        if (const Result<void> done = named.run(sha256); !done)
            return done;
        if (named.next())
            return {};
        return Statement(connection, "402_drop_attachment").run(QByteArray::fromHex(sha256.toLatin1()));
    });
}

} // namespace qd::journal
