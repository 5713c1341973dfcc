#include "models/journal/errors.h"

namespace qd::journal {

Cause causeOf(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5:  // SQLITE_BUSY
    case 6:  // SQLITE_LOCKED
    case 15: // SQLITE_PROTOCOL: a race for the write-ahead log
        return Cause::Busy;
    case 8: return Cause::ReadOnly;
    case 10: return Cause::DiskError;
    case 11: return Cause::Damaged;
    case 13: return Cause::DiskFull;
    case 14: return Cause::CannotOpen;
    case 19: return Cause::Mismatch;
    case 26: return Cause::NotADatabase;
    default: return Cause::Other;
    }
}

Error damagedError(const QString &path, const QString &detail)
{
    return {ErrorCode::Storage,
            QStringLiteral("the database %1 is damaged and was left as it is; save what can be read with 'salvage %1 --into NEW-FILE', "
                           "or take the newest file from %1.backups")
                .arg(path),
            detail};
}

Error storageError(const QSqlError &error, const QString &path)
{
    const QString detail = QStringLiteral("%1 [%2]").arg(error.text(), error.nativeErrorCode());
    const auto say = [&](const QString &sentence) { return Error{ErrorCode::Storage, sentence.arg(path), detail}; };
    switch (causeOf(error)) {
    case Cause::Busy: return say(QStringLiteral("another program keeps %1 locked; close it, then try again"));
    case Cause::ReadOnly: return say(QStringLiteral("%1 cannot be written to; give yourself write permission on it and on its folder"));
    case Cause::DiskError:
        return say(QStringLiteral(
            "the disk that holds %1 refused to read or write, and nothing was changed; check the disk and its free space, then try again"));
    case Cause::Damaged: return damagedError(path, detail);
    case Cause::DiskFull: return say(QStringLiteral("the disk is full and nothing was written to %1; free some space, then try again"));
    case Cause::CannotOpen:
        return say(QStringLiteral("cannot open %1; check that its folder exists and that you may read and write there"));
    case Cause::NotADatabase: return say(QStringLiteral("%1 is not a Quarterdeck database; name another file"));
    case Cause::Mismatch: return say(QStringLiteral("what was to be stored does not fit what %1 holds already; run 'verify' to see why"));
    case Cause::Other: break;
    }
    return {ErrorCode::Storage, QStringLiteral("the database %1 gave an error: %2").arg(path, error.databaseText()), detail};
}

} // namespace qd::journal
