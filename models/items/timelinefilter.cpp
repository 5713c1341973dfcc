#include "models/items/timelinefilter.h"

#include "models/items/words.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

const QString byPrefix = QStringLiteral("by:");
const QString kindPrefix = QStringLiteral("kind:");

QString tr(const char *text)
{
    return QCoreApplication::translate("Timeline", text);
}

bool isOneOf(const QString &value, const QStringList &all)
{
    return all.contains(value, Qt::CaseInsensitive);
}

bool mentions(const TimelineEntry &entry, const QStringList &named, QChar sign, const QStringList &wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const QString &name) {
        if (isOneOf(name, named))
            return true;
        const qsizetype at = entry.text.indexOf(sign + name, 0, Qt::CaseInsensitive);
        const qsizetype end = at + name.size() + 1;
        return at >= 0 && (end >= entry.text.size() || !entry.text[end].isLetterOrNumber());
    });
}

} // namespace

QStringList &TimelineFilter::of(TimelineFacet facet)
{
    switch (facet) {
    case TimelineFacet::Kind: return kinds;
    case TimelineFacet::Author: return authors;
    case TimelineFacet::Tag: return tags;
    case TimelineFacet::Person: break;
    }
    return people;
}

bool TimelineFilter::lets(const TimelineEntry &entry) const
{
    if (!kinds.isEmpty() && !kinds.contains(entry.kind) && !(entry.pinned && kinds.contains(QLatin1String("pinned"))))
        return false;
    const bool byOne = authors.isEmpty() || std::any_of(authors.begin(), authors.end(), [&entry](const QString &author) {
                           return entry.author.startsWith(author, Qt::CaseInsensitive);
                       });
    return byOne && (tags.isEmpty() || mentions(entry, entry.tags, QLatin1Char('#'), tags))
        && (people.isEmpty() || mentions(entry, entry.people, QLatin1Char('@'), people));
}

Result<std::optional<FilterTerm>> readFilterTerm(const QString &word, const QStringList &kinds)
{
    if (word.size() > 1 && (word.front() == QLatin1Char('#') || word.front() == QLatin1Char('@')))
        return FilterTerm{word.front() == QLatin1Char('#') ? TimelineFacet::Tag : TimelineFacet::Person, word.mid(1)};
    if (word.startsWith(byPrefix, Qt::CaseInsensitive) && word.size() > byPrefix.size())
        return FilterTerm{TimelineFacet::Author, word.mid(byPrefix.size())};
    if (!word.startsWith(kindPrefix, Qt::CaseInsensitive) || word.size() == kindPrefix.size())
        return std::optional<FilterTerm>();
    const QString typed = word.mid(kindPrefix.size());
    for (const QString &kind : kinds) {
        if (kind.startsWith(typed, Qt::CaseInsensitive) || entryWord(kind).startsWith(typed, Qt::CaseInsensitive))
            return FilterTerm{TimelineFacet::Kind, kind};
    }
    return failure(
        ErrorCode::Usage,
        tr(QT_TRANSLATE_NOOP("Timeline", "No entry is of the kind '%1'; there are: %2")).arg(typed, kinds.join(QStringLiteral(", "))));
}

QString writeFilterTerm(const FilterTerm &term)
{
    switch (term.facet) {
    case TimelineFacet::Kind:
        return term.value == QLatin1String("pinned") ? tr(QT_TRANSLATE_NOOP("Timeline", "Pinned")) : entryWord(term.value);
    case TimelineFacet::Author: return tr(QT_TRANSLATE_NOOP("Timeline", "by %1")).arg(term.value);
    case TimelineFacet::Tag: return QLatin1Char('#') + term.value;
    case TimelineFacet::Person: break;
    }
    return QLatin1Char('@') + term.value;
}

TimelineSearch::TimelineSearch(const QString &typed)
{
    for (const QString &word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const bool isAuthor = word.startsWith(byPrefix, Qt::CaseInsensitive);
        const bool isKind = word.startsWith(kindPrefix, Qt::CaseInsensitive);
        const QString rest = isAuthor ? word.mid(byPrefix.size()) : isKind ? word.mid(kindPrefix.size()) : word;
        if (!rest.isEmpty())
            m_terms.push_back({isAuthor ? Term::Author : isKind ? Term::Kind : Term::Anywhere, rest});
    }
}

bool TimelineSearch::finds(const TimelineEntry &entry) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&entry](const Term &term) {
        if (term.where == Term::Author)
            return entry.author.startsWith(term.word, Qt::CaseInsensitive);
        if (term.where == Term::Kind)
            return entry.kind.startsWith(term.word, Qt::CaseInsensitive)
                || entryWord(entry.kind).startsWith(term.word, Qt::CaseInsensitive);
        return entry.text.contains(term.word, Qt::CaseInsensitive) || entry.author.contains(term.word, Qt::CaseInsensitive);
    });
}

QStringList TimelineSearch::words() const
{
    QStringList words;
    for (const Term &term : m_terms) {
        if (term.where == Term::Anywhere)
            words << term.word;
    }
    return words;
}

} // namespace qd::items
