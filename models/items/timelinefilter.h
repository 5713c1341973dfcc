#pragma once
// What of the timeline is shown, and what is searched for in it; both as a person types them.

#include "models/core/incident.h"
#include "models/core/result.h"

namespace qd::items {

enum class TimelineFacet { Kind, Author, Tag, Person };

struct TimelineFilter // of each facet one must fit; a facet that names nothing lets everything through
{
    QStringList kinds; // "pinned" stands for what is pinned
    QStringList authors;
    QStringList tags;   // without #
    QStringList people; // without @

    [[nodiscard]] QStringList &of(TimelineFacet facet);
    [[nodiscard]] bool isEmpty() const { return *this == TimelineFilter(); }
    [[nodiscard]] bool lets(const TimelineEntry &entry) const;
    bool operator==(const TimelineFilter &) const = default;
};

struct FilterTerm
{
    TimelineFacet facet;
    QString value;
    bool operator==(const FilterTerm &) const = default;
};

// "kind:decision", "by:dana", "#rollback", "@lee"; absent: a plain word. A kind is one of `kinds` by id, word or beginning; refused when it
// is none.
[[nodiscard]] Result<std::optional<FilterTerm>> readFilterTerm(const QString &word, const QStringList &kinds);
[[nodiscard]] QString writeFilterTerm(const FilterTerm &term); // "by Dana", "#rollback", "Decision": for a person

class TimelineSearch // every word must be held, without case, by the text or the author; by:… and kind:… by those alone
{
public:
    TimelineSearch() = default;
    explicit TimelineSearch(const QString &typed);
    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    [[nodiscard]] bool finds(const TimelineEntry &entry) const;
    [[nodiscard]] QStringList words() const; // to be shown where they were found

private:
    struct Term
    {
        enum Where { Anywhere, Author, Kind } where;
        QString word;
    };
    std::vector<Term> m_terms;
};

} // namespace qd::items
