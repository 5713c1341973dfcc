#include "models/items/relatedcards.h"

#include "models/items/words.h"

#include <QCoreApplication>
#include <QHash>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Related)
};

const QString between = QStringLiteral(" · ");

QString kickerOf(const QString &severity, const QString &ref)
{
    return (severity.isEmpty() ? Words::tr("Severity unknown") : severity) + QStringLiteral("  ") + ref;
}

int rankOf(const plan::Plan &plan, const QString &severity)
{
    const plan::Severity *found = plan::findSeverity(plan, severity);
    return found ? static_cast<int>(found - plan.severities.data()) : -1;
}

QString capital(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

QString spokenOf(const Card &card)
{
    QStringList all{card.kicker, card.title, card.value, card.marks.join(QStringLiteral(", ")), card.detail};
    all.removeAll(QString());
    return all.join(QStringLiteral(", ")).replace(QLatin1Char('\n'), QStringLiteral(", "));
}

Card linkCard(const LinkedIncident &linked, const plan::Plan &plan, Instant now)
{
    Card card;
    card.id = linked.link.toString();
    card.kicker = kickerOf(linked.severity, linked.ref);
    card.rank = linked.open ? rankOf(plan, linked.severity) : -1;
    card.title = linked.title;
    card.value = relationWord(linked.relation);
    card.detail = statusWord(linked.status) + between + agoWord(linked.declaredAt, now);
    if (linked.incident.isNull()) {
        card.kicker = linked.ref;
        card.title = Words::tr("Not in this database");
        card.detail.clear();
        card.tone = Tone::Quiet;
    }
    if (linked.drill)
        card.marks << Words::tr("drill");
    if (linked.restricted)
        card.marks << Words::tr("restricted");
    card.spoken = QStringLiteral("%1 %2").arg(relationWord(linked.relation), spokenOf(card));
    return card;
}

Card likeCard(const LikeHit &hit, const plan::Plan &plan, Instant now)
{
    Card card;
    card.id = hit.incident.toString();
    card.kicker = kickerOf(hit.severity, hit.ref);
    card.rank = hit.open ? rankOf(plan, hit.severity) : -1;
    card.title = hit.title;
    card.value = hit.open ? Words::tr("open now") : agoWord(hit.declaredAt, now);
    card.tone = hit.open ? Tone::Near : Tone::Plain;
    if (hit.restricted)
        card.marks << Words::tr("restricted");
    QStringList lines{whyLike(hit), whatWasDone(hit)};
    lines.removeAll(QString());
    card.detail = lines.join(QLatin1Char('\n'));
    card.spoken = spokenOf(card);
    return card;
}

} // namespace

QString relationWord(const QString &relation)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("related"), QT_TRANSLATE_NOOP("Related", "related")},
        {QStringLiteral("duplicate"), QT_TRANSLATE_NOOP("Related", "duplicate of")},
        {QStringLiteral("duplicated-by"), QT_TRANSLATE_NOOP("Related", "duplicated by")},
        {QStringLiteral("caused-by"), QT_TRANSLATE_NOOP("Related", "caused by")},
        {QStringLiteral("caused"), QT_TRANSLATE_NOOP("Related", "caused")},
        {QStringLiteral("merged-into"), QT_TRANSLATE_NOOP("Related", "merged into")},
        {QStringLiteral("merged-from"), QT_TRANSLATE_NOOP("Related", "merged from")},
    };
    const char *word = words.value(relation);
    return word ? QCoreApplication::translate("Related", word) : relation;
}

QString whyLike(const LikeHit &hit)
{
    QStringList reasons;
    if (!hit.services.isEmpty())
        reasons << Words::tr("same service %1", nullptr, static_cast<int>(hit.services.size())).arg(hit.services.join(QStringLiteral(", ")));
    if (!hit.scenarios.isEmpty())
        reasons << Words::tr("same scenario");
    if (hit.sameType)
        reasons << Words::tr("same type");
    if (!hit.words.isEmpty())
        reasons << Words::tr("words: %1").arg(hit.words.join(QStringLiteral(", ")));
    return capital(reasons.join(between));
}

QString whatWasDone(const LikeHit &hit)
{
    QStringList parts;
    if (!hit.lesson.cause.isEmpty())
        parts << Words::tr("Cause: %1").arg(hit.lesson.cause);
    if (!hit.lesson.ending.isEmpty())
        parts << (hit.open ? Words::tr("Last: %1") : Words::tr("Ended by: %1")).arg(hit.lesson.ending);
    if (hit.took)
        parts << Words::tr("Took %1").arg(lengthWord(*hit.took));
    return parts.join(QLatin1Char('\n'));
}

QString agoWord(Instant then, Instant now)
{
    const auto days = static_cast<int>(std::chrono::floor<std::chrono::days>(now - then).count());
    if (days < 2)
        return Words::tr("%1 ago").arg(lengthWord(std::max(now - then, Duration::zero())));
    if (days < 14)
        return Words::tr("%n days ago", nullptr, days);
    if (days < 60)
        return Words::tr("%n weeks ago", nullptr, days / 7);
    return days < 730 ? Words::tr("%n months ago", nullptr, days / 30) : Words::tr("%n years ago", nullptr, days / 365);
}

QString openOnesLike(const std::vector<LikeHit> &hits)
{
    if (hits.empty())
        return {};
    const LikeHit &first = hits.front();
    const QString named = QStringLiteral("%1 %2").arg(first.ref, first.title);
    return hits.size() == 1 ? Words::tr("An open incident looks like this: %1").arg(named)
                            : Words::tr("%1 open incidents look like this, most of all %2").arg(hits.size()).arg(named);
}

Cards linkCards(const std::vector<LinkedIncident> &links, const plan::Plan &plan, Instant now)
{
    Cards cards;
    for (const LinkedIncident &linked : links)
        cards.push_back(linkCard(linked, plan, now));
    return cards;
}

Cards likeCards(const std::vector<LikeHit> &hits, const plan::Plan &plan, Instant now)
{
    Cards cards;
    for (const LikeHit &hit : hits)
        cards.push_back(likeCard(hit, plan, now));
    return cards;
}

} // namespace qd::items
