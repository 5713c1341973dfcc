#pragma once
// An incident as it is carried, and bundles that were tampered with on the way.

#include "models/exchange/bundlefile.h"
#include "models/exchange/bundlewriter.h"
#include "models/exchange/zipreader.h"
#include "models/exchange/zipwriter.h"
#include "tests/support/story.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QMap>
#include <QTemporaryDir>

namespace qd::test {

inline QString shaOf(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

// Each console's events chained as the journal does it, in the order given.
inline std::vector<CarriedEvent> carried(const std::vector<Event> &events)
{
    std::vector<CarriedEvent> all;
    QHash<ConsoleId, Event> ends;
    for (Event event : events) {
        const Event end = ends.value(event.console);
        const QByteArray body = canonicalBody(event.body);
        event.consoleSeq = end.consoleSeq + 1;
        event.prev = end.hash;
        event.bodyHash = hashBody(body);
        event.hash = hashEvent(event);
        event.body = {};
        ends.insert(event.console, event);
        all.push_back({event, body, 0});
    }
    return all;
}

struct BundleStory
{
    const QByteArray log = "12:01 connection refused\n12:02 connection refused\n";
    const QByteArray picture = QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(3000, '\x5a');
    Story story;
    QMap<QString, QByteArray> contents;

    BundleStory()
    {
        story.tell(
            QStringLiteral("14:02 Dana declare P0 Checkout returns 503\n14:05 Dana role ic Dana\n14:06 Lee observation The queue is full\n"
                           "14:07 Mo note Looking at the \"gauge\" – 5 °C\n14:08 Lee decision Roll back 4.12"));
        attach(QStringLiteral("Lee"), "14:09", QStringLiteral("app.log"), log);
        attach(QStringLiteral("Mo"), "14:10", QStringLiteral("graph.png"), picture);
    }
    void attach(const QString &author, const char *when, const QString &name, const QByteArray &content, const EventId &entry = {})
    {
        contents.insert(shaOf(content), content);
        if (!story.submit(author, at(when),
                          command::AddAttachment{shaOf(content), name, QStringLiteral("text/plain"), content.size(), entry}))
            qFatal("a file can be attached");
    }
    [[nodiscard]] exchange::BundleSource source(std::vector<CarriedEvent> events) const
    {
        const auto content = [all = contents](const QString &sha256) -> Result<QByteArray> {
            return all.contains(sha256) ? Result<QByteArray>(all.value(sha256)) : refused(QStringLiteral("there is none"));
        };
        return {std::move(events), content, QStringLiteral("Dana"), at("18:00")};
    }
    [[nodiscard]] exchange::BundleSource source() const { return source(carried(story.events())); }
};

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

// A bundle taken apart: change a part, let the manifest say what it should say of the parts, and put it together.
struct BundleParts
{
    QMap<QString, QByteArray> parts;

    explicit BundleParts(const QString &path)
    {
        const auto zip = exchange::ZipReader::open(path, 1000);
        if (!zip)
            qFatal("%s", qPrintable(zip.error().sentence));
        for (size_t i = 0; i < (*zip)->parts().size(); ++i) {
            QByteArray content;
            const auto read = (*zip)->read(i, [&content](QByteArrayView piece) {
                content.append(piece);
                return true;
            });
            if (!read)
                qFatal("%s", qPrintable(read.error().sentence));
            parts.insert((*zip)->parts()[i].path, content);
        }
    }
    [[nodiscard]] QByteArrayList lines() const { return parts.value(QStringLiteral("events.jsonl")).split('\n'); }
    void setLines(const QByteArrayList &lines) { parts[QStringLiteral("events.jsonl")] = lines.join('\n'); }
    [[nodiscard]] QJsonObject manifest() const { return QJsonDocument::fromJson(parts.value(QStringLiteral("manifest.json"))).object(); }
    void setManifest(const QJsonObject &json) { parts[QStringLiteral("manifest.json")] = QJsonDocument(json).toJson(); }
    void sealAgain() // whoever tampers knows how to hash
    {
        exchange::BundleProblems problems;
        exchange::BundleManifest manifest = exchange::readManifest(parts.value(QStringLiteral("manifest.json")), problems);
        for (exchange::BundlePart &part : manifest.parts) {
            part.size = parts.value(part.path).size();
            part.sha256 = shaOf(parts.value(part.path));
        }
        parts[QStringLiteral("manifest.json")] = exchange::writeManifest(manifest);
    }
    void write(const QString &path) const
    {
        exchange::ZipWriter zip(path, {at("18:00"), false});
        for (auto part = parts.begin(); part != parts.end(); ++part)
            zip.add(part.key(), part.value());
        if (const Result<void> done = zip.finish({}); !done)
            qFatal("%s", qPrintable(done.error().sentence));
    }
};

} // namespace qd::test
