#include "models/items/rollbackmoment.h"

#include "models/core/wordstems.h"

#include <QSet>

namespace qd::items {
namespace {

constexpr size_t between = 4; // words: "roll" the payment service of shard 3 "back"

QSet<QString> stemsOf(const char *list)
{
    QSet<QString> stems;
    for (const QString &word : QString::fromLatin1(list).split(u' '))
        stems.insert(stemOf(word));
    return stems;
}

// Words that stand in this order, with few others between.
bool follow(const std::vector<StemmedWord> &words, const char *first, const char *second, size_t apart)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (words[i].stem != stemOf(QLatin1String(first)))
            continue;
        for (size_t j = i + 1; j < words.size() && j <= i + 1 + apart; ++j) {
            if (words[j].stem == stemOf(QLatin1String(second)))
                return true;
        }
    }
    return false;
}

bool hasOneOf(const std::vector<StemmedWord> &words, const QSet<QString> &stems)
{
    return std::any_of(words.begin(), words.end(), [&stems](const StemmedWord &word) { return stems.contains(word.stem); });
}

bool stands(const TimelineEntry &entry)
{
    return !entry.undone && !entry.redacted && entryKinds().contains(entry.kind) && entry.settlement.state != QLatin1String("ruled-out");
}

bool isDeed(const TimelineEntry &entry)
{
    return entry.kind == QLatin1String("decision") || entry.kind == QLatin1String("action");
}

} // namespace

bool speaksOfRollback(const QString &text)
{
    static const QSet<QString> stems = stemsOf("rollback revert backout downgrade terugdraaien zuruckrollen revertir");
    const std::vector<StemmedWord> words = stemmedWords(text);
    return hasOneOf(words, stems) || follow(words, "roll", "back", between) || follow(words, "back", "out", 2)
        || follow(words, "previous", "version", 1) || follow(words, "previous", "release", 1) || follow(words, "known", "good", 0);
}

bool speaksOfDeployment(const QString &text)
{
    static const QSet<QString> stems = stemsOf("deploy deployment redeploy release rollout hotfix canary");
    const std::vector<StemmedWord> words = stemmedWords(text);
    return hasOneOf(words, stems) || follow(words, "roll", "out", 1);
}

bool rollbackIsAtHand(const Incident &incident)
{
    if (!incident.isOpen() || !findList(incident.rules.lists, QStringLiteral("rollback")))
        return false;
    const bool countered = incident.status == QLatin1String("identified") || incident.status == QLatin1String("mitigating");
    const bool deployed = incident.type.contains(QLatin1String("deploy"), Qt::CaseInsensitive) || speaksOfDeployment(incident.title)
        || speaksOfDeployment(incident.impact);
    if (countered && deployed)
        return true;
    return std::any_of(incident.entries.begin(), incident.entries.end(), [countered](const TimelineEntry &entry) {
        return stands(entry) && ((isDeed(entry) && speaksOfRollback(entry.text)) || (countered && speaksOfDeployment(entry.text)));
    });
}

QString rollbackCriteria(const plan::Plan &plan)
{
    return plan.rollback.criteria.join(QStringLiteral(" · "));
}

} // namespace qd::items
