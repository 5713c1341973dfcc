#pragma once
// A bundle (.qdz): one incident whole, in one file, so that it can be carried where no network goes. A zip of
//
//     manifest.json           what is in the file: this
//     events.jsonl            an event a line, in the order of the fold; its body as the very bytes that its hash was taken over
//     attachments/<sha256>    what the events name, as far as it was there
//     plans/<n>-<id>.yaml     each plan that the incident ran under, and
//     timeline.md             the timeline: for whoever looks at what goes out; nothing is read from these two
//
// 1. The same incident, made by the same person at the same instant, gives the same bytes.
// 2. The manifest says of every other part how long it is and its SHA-256, so that its own hash (the seal) stands for the whole.
// 3. A restricted incident goes by its codename here. What is inside is all of it, and is not encrypted.

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/exchange/bundleproblems.h"

#include <vector>

namespace qd::exchange {

struct BundlePart
{
    QString path;
    qint64 size = 0; // bytes
    QString sha256;  // hex
    bool operator==(const BundlePart &) const = default;
};

struct BundleChain
{
    ConsoleId console;
    qint64 first = 0; // 1, but in a chain of before chains belonged to one incident
    qint64 last = 0;
    qint64 events = 0;
    QByteArray hash; // of the last one
    [[nodiscard]] bool isWhole() const { return first == 1 && last == events; }
    bool operator==(const BundleChain &) const = default;
};

struct BundleAbsence // an attachment that the events name and that was not there to be sent
{
    QString sha256;
    QString name;
    bool redacted = false; // it went with its entry; otherwise it is missing where the bundle was made
    bool operator==(const BundleAbsence &) const = default;
};

struct BundleManifest
{
    static constexpr int newestVersion = 1;

    int version = newestVersion;
    IncidentId incident;
    QString ref;
    QString title; // the codename of a restricted one
    bool restricted = false;
    Instant madeAt{};
    QString madeBy;
    qint64 events = 0;
    std::vector<BundleChain> chains; // by console
    std::vector<BundlePart> parts;   // by path; all of them but the manifest, attachments too
    std::vector<BundleAbsence> absent;
    bool operator==(const BundleManifest &) const = default;
};

namespace bundleparts {
inline constexpr char manifest[] = "manifest.json";
inline constexpr char events[] = "events.jsonl";
inline constexpr char timeline[] = "timeline.md";
inline constexpr char attachments[] = "attachments/";
inline constexpr char plans[] = "plans/";
} // namespace bundleparts

[[nodiscard]] QString attachmentPath(const QString &sha256);
[[nodiscard]] QString attachmentIn(const QString &path); // its sha256; empty: the part is none
[[nodiscard]] bool mayBeInBundle(const QString &path);   // one of the names above, and nothing that leads elsewhere

// How much a bundle may hold; it is refused on the way out as on the way in.
inline constexpr qint64 largestManifest = 32LL << 20;
inline constexpr qint64 largestEvents = 1LL << 30;
inline constexpr qint64 largestBundledAttachment = 256LL << 20;
inline constexpr qint64 largestForPeople = 256LL << 20; // a plan, the timeline
inline constexpr qint64 mostParts = 50'000;
[[nodiscard]] qint64 largestOf(const QString &path);

[[nodiscard]] QByteArray writeManifest(const BundleManifest &manifest); // JSON that a person can read; ends with a line's end
// What is not as it should be is told in `problems`; of a newer version or another format nothing more is read.
[[nodiscard]] BundleManifest readManifest(const QByteArray &json, BundleProblems &problems);

// "INC-4F7K.qdz"; of a restricted incident the codename.
[[nodiscard]] QString bundleFileName(const QString &ref, const QString &codename, bool restricted);

} // namespace qd::exchange
