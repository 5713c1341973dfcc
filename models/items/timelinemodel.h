#pragma once
// The timeline: entries in the order in which they happened (or were written), with a row for each new day and each long silence.
//
// 1. Reads the incident in place: it must outlive the model or the next setIncident(), and each change of it must be told at once, by
//    addEntry(), renewEntry() or refresh(). (A copy would make the next event copy the whole timeline.)
// 2. A new entry costs the same whatever stands there already. A search and a filter are worked off in slices between events, the newest
//    entries first; an incident of a few thousand entries is one slice, done at once.
// 3. Views hear only of the rows that came or went, so that a selection stays on its entry; a filter or another order is a reset.

#include "models/items/timelinefilter.h"
#include "models/items/timelinewords.h"

#include <QAbstractListModel>
#include <QHash>
#include <QTimer>

namespace qd::items {

class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole + 1, IdRole, KindRole };
    using FacetCounts = QHash<QString, int>;

    explicit TimelineModel(TimelineTexts texts, QObject *parent = nullptr);
    void setIncident(const Incident *incident); // null: none
    void refresh();                             // anything may have changed
    void addEntry(int entry);                   // entries[entry] is new, and the last
    void renewEntry(int entry);                 // entries[entry] has changed
    void redisplay();                           // how times are shown has changed
    void setSilence(Duration silence);          // from this on it has a row
    void setOrder(TimelineOrder order);
    [[nodiscard]] TimelineOrder order() const { return m_order; }

    void setFilter(const TimelineFilter &filter);
    [[nodiscard]] const TimelineFilter &filter() const { return m_filter; }
    [[nodiscard]] int count(const QString &kind) const; // of all entries, whatever is shown; "": all, "pinned": those
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] QStringList kinds() const; // that there are, the most frequent first
    [[nodiscard]] FacetCounts facet(TimelineFacet facet) const;

    void setSearch(const QString &typed); // marks the rows that it finds
    [[nodiscard]] bool isSearching() const { return m_toSearch > 0; }
    [[nodiscard]] int matchCount() const { return m_matches; } // of what is shown
    [[nodiscard]] int matchNumber(int row) const;              // the how many-th match stands there or is the next above; from 1; 0: none
    [[nodiscard]] int nextMatch(int row, int step) const;      // round the ends; -1: none
    [[nodiscard]] QStringList searchWords() const { return m_search.words(); }

    [[nodiscard]] const TimelineEntry *entryAt(const QModelIndex &index) const; // nullptr: a day or a silence
    [[nodiscard]] int entryNumber(int row) const;                               // its place in the log; -1: a day or a silence
    [[nodiscard]] EventId idAt(int row) const; // of the entry that stands there; also between aboutToPlace() and placed(); null: none
    [[nodiscard]] QModelIndex indexOf(const EventId &entry) const;
    [[nodiscard]] int rowOf(int entry) const; // in its place; -1: not shown
    [[nodiscard]] QModelIndex nearest(Instant at) const;
    [[nodiscard]] TimelineRow describe(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

signals:
    // Around everything that moves rows: whoever shows them keeps the reader's place. anew: entries may have other numbers afterwards.
    void aboutToPlace(bool anew);
    void placed(bool anew);
    void matchesChanged();
    void filtered(); // the rows are those of the filter now
    void countsChanged();

private:
    struct Row
    {
        int entry; // index into the incident's entries; of a day or a silence: the entry that follows
        TimelineRowKind kind;
        int before = -1; // of a silence: the entry before it
        bool operator==(const Row &) const = default;
    };
    struct Brief // what is asked of every entry, close together
    {
        EventId id{};
        Instant at{};
        Instant recordedAt{};
        qint16 kind = 0; // index into m_kinds
        bool pinned = false;
        bool shown = true;
        bool match = false;
    };
    using Rows = std::vector<Row>;
    [[nodiscard]] const TimelineEntry &entryOf(int entry) const { return m_incident->entries.at(entry); }
    [[nodiscard]] const Brief &brief(int entry) const { return m_briefs[static_cast<size_t>(entry)]; }
    [[nodiscard]] Instant timeOf(int entry) const;
    [[nodiscard]] bool isBefore(int a, int b) const;
    [[nodiscard]] QDate dayOf(Instant at) const;
    [[nodiscard]] Rows::iterator placeOf(int entry);
    void renumber();
    void placeRows();
    void readBriefs();
    Brief readBrief(int entry);
    void count(const Brief &brief, int by);
    void sortEntries();
    void appendBreaks(Rows &rows, int before, int entry) const;
    [[nodiscard]] Rows computeRows() const;
    void replaceAll(Rows rows);
    void splice(int from, int length, const Rows &with);
    void insertRow(int entry);
    void removeRow(int row);
    void countMatches();
    void startSearch();
    void work(); // one slice
    void resetRows();

    TimelineTexts m_texts;
    const Incident *m_incident = nullptr;
    std::vector<Brief> m_briefs;
    std::vector<int> m_sorted; // all entries
    Rows m_rows;
    TimelineOrder m_order = TimelineOrder::Happened;
    Duration m_silence = std::chrono::minutes(4);
    TimelineFilter m_filter;
    TimelineSearch m_search;
    QTimer m_slice;
    int m_toSearch = 0; // entries below this one have not been looked at yet
    int m_toFilter = 0;
    bool m_sameFilter = false; // it is gone through again because of what was recorded, and not because another was chosen
    int m_matches = 0;
    int m_pinned = 0;
    QStringList m_kinds;
    std::vector<int> m_kindCounts;
    struct DaySpan
    {
        Instant from{}, to{};
        QDate day;
    };
    mutable DaySpan m_day;
};

} // namespace qd::items
