#include "models/exchange/bundlewriter.h"

#include "models/core/fold.h"
#include "models/core/kinds.h"
#include "models/exchange/bundlechecks.h"
#include "models/exchange/bundleline.h"
#include "models/exchange/bundlenames.h"
#include "models/exchange/timelineexport.h"
#include "models/exchange/zipwriter.h"
#include "models/plan/json.h"
#include "models/plan/writer.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace qd::exchange {
namespace {

constexpr double looking = 0.3; // of the time: reading what goes in; the rest is packing it

QString sha256Of(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

QString planPath(qsizetype number, const QString &id)
{
    QString name = id.toLower();
    static const QRegularExpression unfit(QStringLiteral("[^a-z0-9-]+"));
    name.replace(unfit, QStringLiteral("-"));
    return QStringLiteral("%1%2-%3.yaml")
        .arg(QLatin1String(bundleparts::plans))
        .arg(number)
        .arg(name.isEmpty() ? QStringLiteral("plan") : name.left(64));
}

class Packer
{
public:
    Packer(const BundleSource &source, const Progress &progress) : m_source(source), m_progress(progress) { }

    Result<WrittenBundle> packInto(const QString &path)
    {
        m_events = m_source.events;
        std::sort(m_events.begin(), m_events.end(),
                  [](const CarriedEvent &a, const CarriedEvent &b) { return comesBefore(a.event, b.event); });
        if (m_events.empty())
            return refused(QStringLiteral("there is nothing to put into a bundle: the incident has no events"));
        describe();
        if (const Result<void> sound = checkEvents(); !sound)
            return tl::unexpected(sound.error());
        addEvents();
        addForPeople();
        if (const Result<void> found = findAttachments(); !found)
            return tl::unexpected(found.error());
        if (const Result<void> fits = checkSizes(); !fits)
            return tl::unexpected(fits.error());
        return write(path);
    }

private:
    void describe()
    {
        std::vector<Event> events;
        for (const CarriedEvent &carried : m_events) {
            events.push_back(carried.event);
            events.back().body = bodyOf(carried);
        }
        m_incident = fold(events);
        m_manifest.incident = m_events.front().event.incident;
        m_manifest.ref = m_incident.ref;
        m_manifest.title = m_incident.displayTitle();
        m_manifest.restricted = m_incident.restricted;
        m_manifest.madeAt = m_source.madeAt;
        m_manifest.madeBy = m_source.madeBy;
        m_manifest.events = std::ssize(m_events);
        m_manifest.chains = chainsOf(m_events);
    }
    [[nodiscard]] Result<void> checkEvents() const
    {
        std::vector<BundleEvent> numbered;
        for (const CarriedEvent &carried : m_events)
            numbered.push_back({carried, static_cast<int>(numbered.size()) + 1});
        BundleProblems problems;
        QStringList notes;
        checkBundleEvents(numbered, m_manifest, problems, notes);
        if (problems.none())
            return {};
        const BundleProblem &first = problems.told().constFirst();
        const QString event = first.line > 0
            ? QStringLiteral("event %1: ").arg(m_events[static_cast<size_t>(first.line - 1)].event.id.toString())
            : QString();
        return failure(
            ErrorCode::Storage,
            QStringLiteral("%1 is not whole here, and could not be brought in elsewhere: %2%3; 'verify %1' says more, and where a hub is "
                           "joined, wait until it is in step")
                .arg(m_manifest.ref, event, first.sentence));
    }
    void addPart(const QString &path, const QByteArray &content)
    {
        m_manifest.parts.push_back({path, content.size(), sha256Of(content)});
        m_contents.insert(path, content);
    }
    void addEvents()
    {
        QByteArray lines;
        for (const CarriedEvent &carried : m_events)
            lines += bundleLine(carried) + '\n';
        addPart(QLatin1String(bundleparts::events), lines);
    }
    void addForPeople()
    {
        QList<QJsonObject> plans;
        for (const CarriedEvent &carried : m_events) {
            const bool hasPlan =
                carried.event.kind == QLatin1String(kinds::declared) || carried.event.kind == QLatin1String(kinds::planAdopted);
            const QJsonObject plan = hasPlan ? bodyOf(carried).value(QLatin1String("plan")).toObject() : QJsonObject();
            if (plan.isEmpty() || plans.contains(plan))
                continue;
            plans << plan;
            const plan::Plan read = plan::fromJson(plan);
            addPart(planPath(plans.size(), read.id), plan::writePlan(read));
        }
        addPart(QLatin1String(bundleparts::timeline),
                exportTimeline(plan::fromJson(m_incident.plan), m_incident, TimelineFormat::Markdown));
    }
    [[nodiscard]] Result<void> findAttachments()
    {
        const QMap<QString, NamedAttachment> named = attachmentsNamed(m_events);
        qsizetype done = 0;
        for (auto one = named.begin(); one != named.end(); ++one) {
            if (!m_progress.part(0, looking)(static_cast<double>(done++) / static_cast<double>(named.size())))
                return stopped();
            const Result<QByteArray> content = one->redacted ? Result<QByteArray>(refused({})) : m_source.content(one.key());
            if (content && sha256Of(*content) == one.key())
                m_manifest.parts.push_back({attachmentPath(one.key()), content->size(), one.key()});
            else if (one->attached)
                m_manifest.absent.push_back({one.key(), one->name, one->redacted});
        }
        std::sort(m_manifest.parts.begin(), m_manifest.parts.end(),
                  [](const BundlePart &a, const BundlePart &b) { return a.path < b.path; });
        return {};
    }
    [[nodiscard]] Result<void> checkSizes() const
    {
        if (std::ssize(m_manifest.parts) >= mostParts)
            return refused(QStringLiteral("%1 has %2 attachments and plans; a bundle holds %3")
                               .arg(m_manifest.ref)
                               .arg(m_manifest.parts.size())
                               .arg(mostParts - 1));
        for (const BundlePart &part : m_manifest.parts) {
            if (part.size > largestOf(part.path))
                return refused(QStringLiteral("%1 of %2 would be %3 MB; a bundle holds %4 MB of it")
                                   .arg(part.path, m_manifest.ref)
                                   .arg(part.size >> 20)
                                   .arg(largestOf(part.path) >> 20));
        }
        return {};
    }
    [[nodiscard]] Result<WrittenBundle> write(const QString &path)
    {
        const QByteArray manifest = writeManifest(m_manifest);
        ZipWriter zip(path, {m_source.madeAt, m_manifest.restricted});
        zip.add(QLatin1String(bundleparts::manifest), manifest);
        for (const BundlePart &part : m_manifest.parts) {
            const QString sha256 = attachmentIn(part.path);
            if (sha256.isEmpty())
                zip.add(part.path, m_contents.value(part.path));
            else
                zip.add(part.path, part.size, [this, sha256] { return m_source.content(sha256); });
        }
        const Result<void> written = zip.finish(m_progress.part(looking, 1));
        if (!written)
            return tl::unexpected(written.error());
        return WrittenBundle{m_manifest, sha256Of(manifest), QFileInfo(path).size()};
    }

    const BundleSource &m_source;
    const Progress &m_progress;
    std::vector<CarriedEvent> m_events;
    Incident m_incident;
    BundleManifest m_manifest;
    QHash<QString, QByteArray> m_contents; // of the parts that are made here
};

} // namespace

Result<WrittenBundle> writeBundle(const QString &path, const BundleSource &source, const Progress &progress)
{
    return Packer(source, progress).packInto(path);
}

} // namespace qd::exchange
