#include "models/core/ids.h"

#include <QCryptographicHash>
#include <QMutex>
#include <QRandomGenerator>

namespace qd {

QUuid makeUuidV7(Instant now)
{
    static QMutex mutex;
    static quint64 lastMsecs = 0;
    static quint16 counter = 0;
    const QMutexLocker lock(&mutex);

    quint64 msecs = static_cast<quint64>(std::max<qint64>(toMsecs(now), 0));
    if (msecs > lastMsecs) {
        lastMsecs = msecs;
        counter = static_cast<quint16>(QRandomGenerator::global()->bounded(0x800)); // room to count up within the millisecond
    } else if (++counter > 0x0fff) {
        ++lastMsecs;
        counter = 0;
    }
    msecs = lastMsecs;
    const quint64 random = QRandomGenerator::global()->generate64();
    return QUuid(static_cast<uint>(msecs >> 16), static_cast<ushort>(msecs & 0xffff), static_cast<ushort>(0x7000 | counter),
                 static_cast<uchar>(0x80 | ((random >> 56) & 0x3f)), static_cast<uchar>(random >> 48), static_cast<uchar>(random >> 40),
                 static_cast<uchar>(random >> 32), static_cast<uchar>(random >> 24), static_cast<uchar>(random >> 16),
                 static_cast<uchar>(random >> 8), static_cast<uchar>(random));
}

QString makeReference(const IncidentId &incident, int length)
{
    static constexpr char alphabet[] = "23456789ABCDEFGHJKMNPQRSTVWXYZ"; // without 0 O 1 I L U
    const QByteArray hash = QCryptographicHash::hash(incident.toBytes(), QCryptographicHash::Sha256);
    QString reference = QStringLiteral("INC-");
    for (int i = 0; i < length; ++i)
        reference += QLatin1Char(alphabet[static_cast<uchar>(hash[i]) % (sizeof alphabet - 1)]);
    return reference;
}

} // namespace qd
