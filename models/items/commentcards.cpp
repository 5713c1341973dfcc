#include "models/items/commentcards.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

const ReviewComment *find(const Incident &incident, const EventId &id)
{
    const auto found =
        std::find_if(incident.comments.begin(), incident.comments.end(), [&id](const ReviewComment &comment) { return comment.id == id; });
    return found == incident.comments.end() ? nullptr : &*found;
}

constexpr qsizetype longestQuote = 90;

QString quoted(const QString &words)
{
    const QString line = words.simplified();
    return QStringLiteral("“%1”").arg(line.size() > longestQuote ? line.left(longestQuote) + QStringLiteral("…") : line);
}

QString titleOf(const std::vector<review::DraftSection> &sections, const QString &id)
{
    const auto found =
        std::find_if(sections.begin(), sections.end(), [&id](const review::DraftSection &section) { return section.id == id; });
    return found == sections.end() ? id : found->title;
}

} // namespace

const ReviewComment *threadOf(const Incident &incident, const EventId &comment)
{
    const ReviewComment *at = find(incident, comment);
    for (int steps = 0; at && !at->about.isNull() && steps < 1000; ++steps) {
        const ReviewComment *before = find(incident, at->about);
        if (!before)
            break;
        at = before;
    }
    return at;
}

int openComments(const Incident &incident)
{
    return static_cast<int>(std::count_if(incident.comments.begin(), incident.comments.end(),
                                          [](const ReviewComment &comment) { return comment.about.isNull() && !comment.resolved; }));
}

Cards commentCards(const Incident &incident, const std::vector<review::DraftSection> &sections, const CommentChoice &choice,
                   const TimeText &time)
{
    Cards cards;
    for (const ReviewComment &thread : incident.comments) {
        if (threadOf(incident, thread.id) != &thread || (thread.resolved && !choice.resolved)
            || (!choice.section.isEmpty() && thread.section != choice.section))
            continue;
        for (const ReviewComment &comment : incident.comments) {
            const bool first = &comment == &thread;
            if (!first && threadOf(incident, comment.id) != &thread)
                continue;
            Card card;
            card.id = comment.id.toString();
            QStringList kicker{comment.by, time(comment.at)};
            if (first && choice.section.isEmpty())
                kicker << titleOf(sections, comment.section);
            card.kicker = (first ? QString() : QStringLiteral("↳ ")) + kicker.join(QStringLiteral(" · "));
            card.title = comment.text;
            card.detail = first && !comment.quote.isEmpty() ? quoted(comment.quote) : QString();
            card.depth = first ? 0 : 1;
            if (first && thread.resolved) {
                card.value = Words::tr("✓ resolved");
                card.tone = Tone::Good;
            }
            card.spoken = QStringList{first ? Words::tr("Comment by %1").arg(comment.by) : Words::tr("Answer by %1").arg(comment.by),
                                      time(comment.at), titleOf(sections, comment.section), comment.text,
                                      thread.resolved ? Words::tr("resolved") : Words::tr("open")}
                              .join(QStringLiteral(", "));
            cards.push_back(card);
        }
    }
    return cards;
}

} // namespace qd::items
