#include "models/review/sectionmerge.h"

#include <QRegularExpression>

#include <git2.h>

#include <utility>

namespace qd::review {
namespace {

constexpr int markSize = 7;
constexpr QChar joint(0xE000); // ends a sentence whose line goes on; of the private use area, and taken out of what is given

struct Git // the library counts who uses it
{
    Git() { git_libgit2_init(); }
    ~Git() { git_libgit2_shutdown(); }
    Git(const Git &) = delete;
    Git &operator=(const Git &) = delete;
};

git_merge_file_input input(const QByteArray &text)
{
    git_merge_file_input file = GIT_MERGE_FILE_INPUT_INIT;
    file.ptr = text.constData();
    file.size = static_cast<size_t>(text.size());
    return file;
}

struct Merged
{
    QString text;
    bool clean = false;
};

// Every text ends with a line end, so that a last line is not another one for want of it.
Merged mergeLines(const QString &base, const QString &mine, const QString &theirs, const QString &myName, const QString &theirName)
{
    static const Git git;
    const QByteArray texts[] = {base.toUtf8(), mine.toUtf8(), theirs.toUtf8()};
    const QByteArray names[] = {myName.toUtf8(), theirName.toUtf8()};
    const git_merge_file_input inputs[] = {input(texts[0]), input(texts[1]), input(texts[2])};
    git_merge_file_options options = GIT_MERGE_FILE_OPTIONS_INIT;
    options.our_label = names[0].constData();
    options.their_label = names[1].constData();
    options.marker_size = markSize;
    git_merge_file_result result = {};
    if (git_merge_file(&result, &inputs[0], &inputs[1], &inputs[2], &options) != 0)
        return {};
    Merged merged{QString::fromUtf8(result.ptr, static_cast<qsizetype>(result.len)), result.automergeable != 0};
    git_merge_file_result_free(&result);
    return merged;
}

QString withLineEnd(QString text)
{
    text.remove(joint);
    if (!text.isEmpty() && !text.endsWith(QLatin1Char('\n')))
        text += QLatin1Char('\n');
    return text;
}

QString sentences(QString text)
{
    static const QRegularExpression end(QStringLiteral("(?<=[.!?:;]) (?=\\S)"));
    return text.replace(end, QStringLiteral(" %1\n").arg(joint));
}

QString joined(QString text)
{
    return text.remove(QString(joint) + QLatin1Char('\n')).remove(joint);
}

QString withoutEnd(QString text)
{
    while (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    return text;
}

// Every version that `from` was written on top of, and itself.
QSet<EventId> ancestors(const WrittenSection &written, const QList<EventId> &from)
{
    QSet<EventId> all;
    QList<EventId> next = from;
    while (!next.isEmpty()) {
        const EventId id = next.takeLast();
        const SectionVersion *version = written.version(id);
        if (!version || all.contains(id))
            continue;
        all.insert(id);
        next << version->bases;
    }
    return all;
}

// The newest version that both sides know; none: both began with nothing.
QString commonText(const WrittenSection &written, const QList<EventId> &merged, const EventId &head)
{
    const QSet<EventId> ours = ancestors(written, merged);
    const QSet<EventId> theirs = ancestors(written, {head});
    for (auto version = written.versions.crbegin(); version != written.versions.crend(); ++version) {
        if (ours.contains(version->event) && theirs.contains(version->event))
            return version->text;
    }
    return {};
}

// Whether its marks stand within one another, where nobody can tell what belongs to whom.
bool isNested(const MergedText &merged)
{
    return QString(QLatin1Char('\n') + merged.text).count(QStringLiteral("\n<<<<<<< ")) > std::ssize(merged.conflicts);
}

MergedText bothOfAll(MergedText merged)
{
    while (!merged.conflicts.empty())
        merged = choose(merged, 0, Choice::Both);
    return merged;
}

} // namespace

MergedText mergeTexts(const QString &base, const QString &mine, const QString &theirs, const QString &myName, const QString &theirName)
{
    if (mine == theirs || theirs == base)
        return {mine, {}};
    if (mine == base)
        return {theirs, {}};
    const QString texts[] = {withLineEnd(base), withLineEnd(mine), withLineEnd(theirs)};
    const Merged fine = mergeLines(sentences(texts[0]), sentences(texts[1]), sentences(texts[2]), myName, theirName);
    if (fine.clean)
        return {withoutEnd(joined(fine.text)), {}};
    const QString merged = withoutEnd(mergeLines(texts[0], texts[1], texts[2], myName, theirName).text);
    return {merged, conflictsIn(merged)};
}

MergedSection mergeHeads(const WrittenSection &written)
{
    MergedSection section{{written.text, {}}, {written.by}, written.heads};
    if (written.heads.size() < 2)
        return section;
    QList<EventId> merged{written.heads.first()};
    const SectionVersion *first = written.version(merged.first());
    section.merged.text = first->text;
    section.by = QStringList{first->by};
    for (const EventId &head : written.heads.mid(1)) {
        const SectionVersion *version = written.version(head);
        const QString base = commonText(written, merged, head);
        const QString names = section.by.join(QStringLiteral(" and "));
        const MergedText before = std::exchange(section.merged, mergeTexts(base, section.merged.text, version->text, names, version->by));
        if (!before.conflicts.empty() && isNested(section.merged)) // a third one says yet another thing there: the first two on one side
            section.merged = mergeTexts(base, bothOfAll(before).text, version->text, names, version->by);
        section.by << version->by;
        merged << head;
    }
    section.by.removeDuplicates();
    return section;
}

std::vector<MergeConflict> conflictsIn(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^<{7} [^\\n]*+\\n((?:(?!={7}$)[^\\n]*+\\n)*+)={7}\\n((?:(?!>{7} )[^\\n]*+\\n)*+)>{7} [^\\n]*+"),
        QRegularExpression::MultilineOption);
    std::vector<MergeConflict> conflicts;
    if (!text.contains(QLatin1String("<<<<<<< ")))
        return conflicts;
    for (auto it = form.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        conflicts.push_back({match.capturedStart(), match.capturedLength(), withoutEnd(match.captured(1)), withoutEnd(match.captured(2))});
    }
    return conflicts;
}

MergedText choose(const MergedText &merged, size_t which, Choice choice)
{
    if (which >= merged.conflicts.size())
        return merged;
    const MergeConflict &conflict = merged.conflicts[which];
    QStringList kept;
    if (choice != Choice::Theirs)
        kept << conflict.mine;
    if (choice != Choice::Mine)
        kept << conflict.theirs;
    kept.removeAll(QString());
    QString text = merged.text;
    text.replace(conflict.at, conflict.length, kept.join(QLatin1Char('\n')));
    return {text, conflictsIn(text)};
}

} // namespace qd::review
