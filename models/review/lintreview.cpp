// What the review of the document leaves open: versions that nobody put together, comments, reviewers.
#include "models/review/lintrules.h"
#include "models/review/sectionmerge.h"

namespace qd::review {
namespace {

QString quoted(const QString &text)
{
    const QString line = text.simplified();
    return QStringLiteral("“%1”").arg(line.size() > 120 ? line.left(119) + QStringLiteral("…") : line);
}

QString titleOf(const LintSource &source, const QString &section)
{
    const auto found = std::find_if(source.sections.begin(), source.sections.end(),
                                    [&section](const DraftSection &drafted) { return drafted.id == section; });
    return found == source.sections.end() ? section : found->title;
}

void conflicts(const LintSource &source, LintReport &report)
{
    for (const DraftSection &section : source.sections) {
        if (!section.written)
            continue;
        for (const MergeConflict &conflict : conflictsIn(section.markdown))
            report.add({section.id, conflict.at, conflict.length},
                       QStringLiteral("“%1” says two things at once: %2 and %3")
                           .arg(section.title, quoted(conflict.mine), quoted(conflict.theirs)),
                       QStringLiteral("Keep what is right of both, and take the marks away."), conflict.mine + conflict.theirs);
    }
}

void rivalVersions(const LintSource &source, LintReport &report)
{
    for (const DraftSection &section : source.sections) {
        if (section.heads.size() > 1 && section.conflicts == 0)
            report.add({section.id},
                       QStringLiteral("“%1” was put together from %2 versions that were written at the same time, by %3")
                           .arg(section.title)
                           .arg(section.heads.size())
                           .arg(section.by.join(QStringLiteral(", "))),
                       QStringLiteral("Read it once as a whole, and save it."), section.version.toString());
    }
}

void openComments(const LintSource &source, LintReport &report)
{
    for (const ReviewComment &comment : source.incident.comments) {
        if (comment.resolved || !comment.about.isNull())
            continue;
        const auto section = std::find_if(source.sections.begin(), source.sections.end(),
                                          [&comment](const DraftSection &drafted) { return drafted.id == comment.section; });
        const qsizetype at = section == source.sections.end() || comment.quote.isEmpty() ? -1 : section->markdown.indexOf(comment.quote);
        report.add(
            {comment.section, at, at < 0 ? 0 : comment.quote.size()},
            QStringLiteral("A comment of %1 on “%2” is open: %3").arg(comment.by, titleOf(source, comment.section), quoted(comment.text)),
            QStringLiteral("Answer it in the text, and resolve it."), comment.id.toString());
    }
}

// Only while the document is in review: before it nothing is due, and what is final was let pass.
void reviewers(const LintSource &source, LintReport &report)
{
    if (source.incident.postmortemState != QLatin1String("review"))
        return;
    for (const Reviewer &reviewer : source.incident.reviewers) {
        if (reviewer.verdict.isEmpty() && !reviewer.askedBy.isEmpty())
            report.add({}, QStringLiteral("%1 was asked for a review and has not answered").arg(reviewer.who),
                       QStringLiteral("Ask again, or ask somebody else."), reviewer.who);
        else if (reviewer.verdict == QLatin1String("changes"))
            report.add({},
                       reviewer.note.isEmpty() ? QStringLiteral("%1 asked for changes").arg(reviewer.who)
                                               : QStringLiteral("%1 asked for changes: %2").arg(reviewer.who, quoted(reviewer.note)),
                       QStringLiteral("Make them, and ask for the review again."), reviewer.event.toString());
    }
}

} // namespace

const std::vector<LintRule> reviewRules = {
    {"conflict", "Two versions stand in one text, and a reader cannot tell which holds.", conflicts},
    {"rival-versions", "Nobody has read the two as one text yet.", rivalVersions},
    {"open-comment", "Somebody saw something there, and nobody has said what became of it.", openComments},
    {"open-review", "A second pair of eyes was thought necessary.", reviewers},
};

} // namespace qd::review
