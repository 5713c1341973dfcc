#pragma once
// The timeline: entries in the order in which they happened, with a row for each new day and each long silence.
//
// 1. Reads the incident in place: it must outlive the model or the next setIncident(), and refresh() must follow each change of it.
//    (A copy would make the next event copy the whole timeline.)
// 2. A refresh tells the views only of the rows that came or went, so that a selection stays on its entry; 100,000 entries take milliseconds.

#include "models/items/timelinerow.h"

#include <QAbstractListModel>
#include <QDate>

#include <functional>

namespace qd::items {

struct TimelineTexts // what the model cannot know by itself
{
    std::function<QString(Instant)> clock; // how the window shows times
    std::function<QString(Instant)> exact; // with date and zone
    std::function<QDate(Instant)> day;
    std::function<bool(const EventId &)> isPending;
    std::function<std::pair<QString, bool>(const EventId &ask)> countdown; // what is left of an open ask, and whether that is little
};

class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole + 1, IdRole, KindRole };
    static constexpr Duration silenceAfter = std::chrono::minutes(4);

    TimelineModel(TimelineTexts texts, QObject *parent = nullptr);
    void setIncident(const Incident *incident); // null: none
    void refresh();                             // the incident, or how times are shown, has changed
    void setKinds(const QStringList &kinds);    // only these; empty: all. "pinned" stands for what is pinned
    [[nodiscard]] const QStringList &kinds() const { return m_kinds; }
    void setSearch(const QString &words);                                       // marks the rows that hold every word, without case
    [[nodiscard]] const std::vector<int> &matches() const { return m_matches; } // rows
    [[nodiscard]] int count(const QString &kind) const; // of all entries, whatever is shown; "": all, "pinned": those
    [[nodiscard]] const TimelineEntry *entryAt(const QModelIndex &index) const; // nullptr: a day or a silence
    [[nodiscard]] QModelIndex indexOf(const EventId &entry) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

signals:
    void matchesChanged();

private:
    struct Row
    {
        TimelineRowKind kind;
        int entry; // index into the incident's entries; of a day or a silence: the entry that follows
        Duration silence = {};
        bool operator==(const Row &) const = default;
    };
    [[nodiscard]] const TimelineEntry &entryOf(const Row &row) const { return m_incident->entries.at(row.entry); }
    [[nodiscard]] std::vector<Row> computeRows();
    void readOrder();
    [[nodiscard]] bool isShown(const TimelineEntry &entry) const;
    void replace(std::vector<Row> rows);
    void findMatches();
    [[nodiscard]] bool holdsAll(const TimelineEntry &entry) const;
    [[nodiscard]] TimelineRow describe(int row) const;
    [[nodiscard]] TimelineRow describeEntry(const TimelineEntry &entry) const;
    [[nodiscard]] TimelineRow describeBreak(int row) const;
    [[nodiscard]] QStringList marksOf(const TimelineEntry &entry) const;

    TimelineTexts m_texts;
    const Incident *m_incident = nullptr;
    std::vector<int> m_order; // all entries by when they happened
    std::vector<Row> m_rows;
    QStringList m_kinds;
    QStringList m_search;
    std::vector<int> m_matches;
    QHash<QString, int> m_counts;
};

} // namespace qd::items
