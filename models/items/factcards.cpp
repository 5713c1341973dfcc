#include "models/items/factcards.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

struct Group
{
    const char *id;
    const char *title;    // English source text, context "Review"
    const char *prefixes; // of the facts' ids
};

// The last takes what no other does.
constexpr Group groups[] = {
    {"#lengths", QT_TRANSLATE_NOOP("Review", "How long it took"), "time-to- total"},
    {"#missed", QT_TRANSLATE_NOOP("Review", "Missed"), "missed-"},
    {"#updates", QT_TRANSLATE_NOOP("Review", "Updates"), "first- updates-"},
    {"#asks", QT_TRANSLATE_NOOP("Review", "Asks"), "asks-"},
    {"#spans", QT_TRANSLATE_NOOP("Review", "Severity and status"), "time-at- time-in-"},
    {"#command", QT_TRANSLATE_NOOP("Review", "Command and course"), ""},
};

bool belongs(const review::Fact &fact, const Group &group)
{
    const QStringList prefixes = QString::fromLatin1(group.prefixes).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::any_of(prefixes.begin(), prefixes.end(), [&fact](const QString &prefix) { return fact.id.startsWith(prefix); });
}

const Group &groupOf(const review::Fact &fact)
{
    const auto found = std::find_if(std::begin(groups), std::end(groups), [&fact](const Group &group) { return belongs(fact, group); });
    return found == std::end(groups) ? groups[std::size(groups) - 1] : *found;
}

constexpr qsizetype shortValue = 16; // characters; a longer one stands below its label

Card cardOf(const review::Fact &fact)
{
    Card card;
    card.id = fact.id;
    card.title = fact.label;
    QStringList details;
    if (fact.verdict == review::Fact::Verdict::Kept)
        details << Words::tr("✓ kept");
    if (fact.verdict == review::Fact::Verdict::Missed) {
        details << Words::tr("✕ missed");
        card.tone = Tone::Missed;
    }
    if (fact.value.size() <= shortValue)
        card.value = fact.value;
    else
        details << fact.value;
    if (!fact.target.isEmpty())
        details << fact.target;
    card.detail = details.join(QStringLiteral(" · "));
    card.spoken = card.value.isEmpty() ? QStringLiteral("%1, %2").arg(card.title, card.detail)
                                       : QStringList{card.title, card.value, card.detail}.join(QStringLiteral(", "));
    return card;
}

} // namespace

Cards factCards(const std::vector<review::Fact> &facts, const QSet<QString> &folded)
{
    Cards cards;
    for (const Group &group : groups) {
        Cards rows;
        int missed = 0;
        for (const review::Fact &fact : facts) {
            if (&groupOf(fact) != &group)
                continue;
            rows.push_back(cardOf(fact));
            missed += fact.verdict == review::Fact::Verdict::Missed ? 1 : 0;
        }
        if (rows.empty())
            continue;
        Card heading;
        heading.id = QLatin1String(group.id);
        heading.title = Words::tr(group.title);
        heading.heading = true;
        heading.expanded = !folded.contains(heading.id);
        heading.value = missed > 0 ? Words::tr("✕ %n missed", nullptr, missed) : QString::number(rows.size());
        heading.tone = missed > 0 ? Tone::Missed : Tone::Plain;
        heading.spoken = QStringLiteral("%1, %2").arg(heading.title, heading.value);
        cards.push_back(heading);
        if (heading.expanded)
            cards.insert(cards.end(), rows.begin(), rows.end());
    }
    return cards;
}

} // namespace qd::items
