#include "models/exchange/bundlenames.h"

#include "models/core/kinds.h"

#include <QJsonDocument>

namespace qd::exchange {
namespace {

constexpr qsizetype digits = 64; // of a SHA-256 in hex

bool is(const CarriedEvent &carried, const char *kind)
{
    return carried.event.kind == QLatin1String(kind);
}

EventId entryNamedBy(const CarriedEvent &carried)
{
    return EventId::fromString(bodyOf(carried).value(QLatin1String("entry")).toString());
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

template<class Found>
void eachSha256(const QByteArray &body, const Found &found)
{
    qsizetype from = 0;
    for (qsizetype i = 0; i <= body.size(); ++i) {
        if (i < body.size() && isHexDigit(body.at(i)))
            continue;
        if (i - from == digits)
            found(QString::fromLatin1(body.mid(from, digits)));
        from = i + 1;
    }
}

bool isOfRedacted(const CarriedEvent &carried, const QSet<EventId> &redacted)
{
    if (redacted.isEmpty())
        return false;
    if (is(carried, kinds::entryLogged))
        return redacted.contains(carried.event.id);
    return (is(carried, kinds::entryAmended) || is(carried, kinds::attachmentAdded)) && redacted.contains(entryNamedBy(carried));
}

} // namespace

QJsonObject bodyOf(const CarriedEvent &carried)
{
    return QJsonDocument::fromJson(carried.body).object();
}

QSet<EventId> redactedEntries(const std::vector<CarriedEvent> &events)
{
    QSet<EventId> all;
    for (const CarriedEvent &carried : events) {
        if (is(carried, kinds::entryRedacted))
            all.insert(entryNamedBy(carried));
    }
    return all;
}

QMap<QString, NamedAttachment> attachmentsNamed(const std::vector<CarriedEvent> &events)
{
    const QSet<EventId> redacted = redactedEntries(events);
    QMap<QString, NamedAttachment> all;
    for (const CarriedEvent &carried : events) {
        const bool gone = isOfRedacted(carried, redacted);
        eachSha256(carried.body, [&](const QString &sha256) {
            const auto known = all.find(sha256);
            if (known == all.end())
                all.insert(sha256, {{}, {}, false, gone});
            else
                known->redacted = known->redacted && gone;
        });
        if (!is(carried, kinds::attachmentAdded))
            continue;
        const QJsonObject body = bodyOf(carried);
        const auto named = all.find(body.value(QLatin1String("sha256")).toString());
        if (named != all.end()) {
            named->attached = true;
            named->name = body.value(QLatin1String("name")).toString();
            named->mime = body.value(QLatin1String("mime")).toString();
        }
    }
    return all;
}

} // namespace qd::exchange
