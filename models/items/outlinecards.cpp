#include "models/items/outlinecards.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

struct Standing
{
    QString words;
    Tone tone;
};

Standing standingOf(const review::DraftSection &section)
{
    if (section.conflicts > 0)
        return {QStringLiteral("▲ ")
                    + (section.conflicts == 1 ? Words::tr("1 place differs") : Words::tr("%1 places differ").arg(section.conflicts)),
                Tone::Near};
    if (section.heads.size() > 1)
        return {QStringLiteral("▲ ") + Words::tr("merged, not settled"), Tone::Near};
    if (section.written)
        return {QStringLiteral("✓ ") + Words::tr("written"), Tone::Good};
    if (section.filled)
        return {QStringLiteral("≡ ") + Words::tr("from the record"), Tone::Plain};
    if (section.required)
        return {QStringLiteral("✕ ") + Words::tr("required, empty"), Tone::Missed};
    return {QStringLiteral("○ ") + Words::tr("empty"), Tone::Quiet};
}

} // namespace

bool isMissing(const review::DraftSection &section)
{
    return section.required && !section.written && !section.filled;
}

OutlineCounts countsOf(const std::vector<ReviewComment> &comments, const std::vector<review::Finding> &findings)
{
    OutlineCounts counts;
    for (const ReviewComment &comment : comments) {
        if (comment.about.isNull() && !comment.resolved)
            ++counts.comments[comment.section];
    }
    for (const review::Finding &finding : findings)
        counts.findings[finding.place] += finding.dismissed ? 0 : 1;
    return counts;
}

Cards outlineCards(const std::vector<review::DraftSection> &sections, const OutlineCounts &counts)
{
    Cards cards;
    for (const review::DraftSection &section : sections) {
        const Standing standing = standingOf(section);
        Card card;
        card.id = section.id;
        card.title = section.title;
        card.tone = standing.tone;
        QStringList words{standing.words};
        const auto add = [&words](QString count) { words << count.replace(QLatin1Char(' '), QChar::Nbsp); }; // a line ends between them
        if (const int open = counts.comments.value(section.id); open > 0)
            add(open == 1 ? Words::tr("1 comment") : Words::tr("%1 comments").arg(open));
        // That it is empty is said already.
        if (const int found = counts.findings.value(section.id); found > 0 && section.written)
            add(found == 1 ? Words::tr("1 finding") : Words::tr("%1 findings").arg(found));
        if (words.size() > 1 && card.tone == Tone::Good) // not yet: something was said of it
            card.tone = Tone::Plain;
        card.detail = words.join(QStringLiteral(" · "));
        if (section.internal)
            card.marks << Words::tr("internal");
        QStringList said{card.title, QString(card.detail).remove(0, 2).replace(QChar::Nbsp, QLatin1Char(' '))};
        said << card.marks;
        card.spoken = said.join(QStringLiteral(", "));
        cards.push_back(card);
    }
    return cards;
}

} // namespace qd::items
