// Which rows there are: all of them anew, or those around one entry.
#include "models/items/timelinemodel.h"

namespace qd::items {
namespace {

// The day of an instant with both its ends, so that the day is not asked for at every entry.
Instant endOfDay(Instant from, int direction, const QDate &day, const std::function<QDate(Instant)> &dayOf)
{
    Instant end = from;
    for (Duration step = std::chrono::hours(16); step >= std::chrono::minutes(1); step /= 2) {
        while (dayOf(end + direction * step) == day)
            end += direction * step;
    }
    return end;
}

} // namespace

QDate TimelineModel::dayOf(Instant at) const
{
    if (!m_day.day.isValid() || at < m_day.from || at > m_day.to) {
        const QDate day = m_texts.day(at);
        m_day = {endOfDay(at, -1, day, m_texts.day), endOfDay(at, 1, day, m_texts.day), day};
    }
    return m_day.day;
}

Instant TimelineModel::timeOf(int entry) const
{
    return m_order == TimelineOrder::Happened ? brief(entry).at : brief(entry).recordedAt;
}

bool TimelineModel::isBefore(int a, int b) const
{
    return std::pair(timeOf(a), a) < std::pair(timeOf(b), b);
}

TimelineModel::Brief TimelineModel::readBrief(int entry)
{
    const TimelineEntry &its = entryOf(entry);
    qsizetype kind = m_kinds.indexOf(its.kind);
    if (kind < 0) {
        kind = m_kinds.size();
        m_kinds << its.kind;
        m_kindCounts.push_back(0);
    }
    return {its.id, its.at, its.recordedAt, static_cast<qint16>(kind), its.pinned};
}

void TimelineModel::count(const Brief &its, int by)
{
    m_kindCounts[static_cast<size_t>(its.kind)] += by;
    m_pinned += its.pinned ? by : 0;
}

// The entries of before under the numbers that they have now, so that views hear only of the rows that came or went. What is written in the
// past of the log takes its place among the others.
void TimelineModel::renumber()
{
    const QList<TimelineEntry> &entries = m_incident->entries;
    const auto known = static_cast<qsizetype>(m_briefs.size());
    const auto stays = [&](qsizetype entry) {
        return entry < entries.size() && entries[entry].id == m_briefs[static_cast<size_t>(entry)].id;
    };
    qsizetype first = 0;
    while (first < known && stays(first))
        ++first;
    if (first == known)
        return;
    QHash<EventId, int> numbers;
    for (qsizetype entry = first; entry < entries.size(); ++entry)
        numbers.insert(entries[entry].id, static_cast<int>(entry));
    const auto numberOf = [&](int entry) { return entry < first ? entry : numbers.value(brief(entry).id, -1); };
    std::vector<Brief> briefs(static_cast<size_t>(entries.size()));
    for (qsizetype entry = 0; entry < entries.size(); ++entry)
        briefs[static_cast<size_t>(entry)].shown = m_filter.lets(entries[entry]);
    Rows rows = m_rows;
    for (Row &row : rows) {
        row.entry = numberOf(row.entry);
        row.before = row.before < 0 ? -1 : numberOf(row.before);
    }
    m_sorted.clear();
    if (std::any_of(rows.begin(), rows.end(), [](const Row &row) { return row.entry < 0; })) { // of another record altogether
        beginResetModel();
        m_rows.clear();
        m_briefs.clear();
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    m_briefs = std::move(briefs);
}

void TimelineModel::readBriefs()
{
    std::fill(m_kindCounts.begin(), m_kindCounts.end(), 0);
    m_pinned = 0;
    const int entries = m_incident ? static_cast<int>(m_incident->entries.size()) : 0;
    const auto known = static_cast<int>(m_briefs.size());
    m_briefs.resize(static_cast<size_t>(entries));
    for (int entry = 0; entry < entries; ++entry) {
        Brief &its = m_briefs[static_cast<size_t>(entry)];
        const bool shown = entry >= known ? m_filter.lets(entryOf(entry)) : its.shown;
        const bool match = its.match;
        its = readBrief(entry);
        its.shown = shown; // until the filter is through again
        its.match = match;
        count(its, 1);
    }
    sortEntries();
}

// The order of before still holds but for what is new or was given another time.
void TimelineModel::sortEntries()
{
    if (m_sorted.size() > m_briefs.size())
        m_sorted.clear();
    for (size_t next = m_sorted.size(); next < m_briefs.size(); ++next)
        m_sorted.push_back(static_cast<int>(next));
    const auto before = [this](int a, int b) { return isBefore(a, b); };
    if (!std::is_sorted(m_sorted.begin(), m_sorted.end(), before))
        std::sort(m_sorted.begin(), m_sorted.end(), before);
}

void TimelineModel::appendBreaks(Rows &rows, int before, int entry) const
{
    if (before < 0 || dayOf(timeOf(before)) != dayOf(timeOf(entry)))
        rows.push_back({entry, TimelineRowKind::Day});
    else if (m_filter.isEmpty() && timeOf(entry) - timeOf(before) >= m_silence)
        rows.push_back({entry, TimelineRowKind::Silence, before});
}

TimelineModel::Rows TimelineModel::computeRows() const
{
    Rows rows;
    rows.reserve(m_sorted.size() + 8);
    int last = -1;
    for (const int entry : m_sorted) {
        if (!brief(entry).shown)
            continue;
        appendBreaks(rows, last, entry);
        rows.push_back({entry, TimelineRowKind::Entry});
        last = entry;
    }
    return rows;
}

void TimelineModel::replaceAll(Rows rows)
{
    splice(0, rowCount(), rows);
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void TimelineModel::splice(int from, int length, const Rows &with)
{
    const auto oldEnd = m_rows.begin() + from + length;
    const auto [oldFrom, newFrom] = std::mismatch(m_rows.begin() + from, oldEnd, with.begin(), with.end());
    const auto [oldTo, newTo] = std::mismatch(std::make_reverse_iterator(oldEnd), std::make_reverse_iterator(oldFrom), with.rbegin(),
                                              std::make_reverse_iterator(newFrom));
    const auto head = static_cast<int>(oldFrom - m_rows.begin());
    const auto gone = static_cast<int>(oldTo.base() - oldFrom);
    const auto come = static_cast<int>(newTo.base() - newFrom);
    if (gone > 0) {
        beginRemoveRows({}, head, head + gone - 1);
        m_rows.erase(m_rows.begin() + head, m_rows.begin() + head + gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, head, head + come - 1);
        m_rows.insert(m_rows.begin() + head, newFrom, newTo.base());
        endInsertRows();
    }
}

TimelineModel::Rows::iterator TimelineModel::placeOf(int entry)
{
    return std::partition_point(m_rows.begin(), m_rows.end(), [&](const Row &row) { return isBefore(row.entry, entry); });
}

int TimelineModel::rowOf(int entry) const
{
    auto row = std::partition_point(m_rows.begin(), m_rows.end(), [&](const Row &other) { return isBefore(other.entry, entry); });
    for (; row != m_rows.end() && row->entry == entry; ++row) {
        if (row->kind == TimelineRowKind::Entry)
            return static_cast<int>(row - m_rows.begin());
    }
    return -1;
}

void TimelineModel::insertRow(int entry)
{
    const auto place = placeOf(entry);
    const int from = static_cast<int>(place - m_rows.begin());
    Rows rows;
    appendBreaks(rows, from > 0 ? m_rows[static_cast<size_t>(from) - 1].entry : -1, entry);
    rows.push_back({entry, TimelineRowKind::Entry});
    int breaks = 0;
    if (place != m_rows.end()) {
        breaks = place->kind == TimelineRowKind::Entry ? 0 : 1;
        appendBreaks(rows, entry, place->entry);
    }
    splice(from, breaks, rows);
}

void TimelineModel::removeRow(int row)
{
    const auto isBreak = [this](int at) {
        return at >= 0 && at < rowCount() && m_rows[static_cast<size_t>(at)].kind != TimelineRowKind::Entry;
    };
    const int from = isBreak(row - 1) ? row - 1 : row;
    const int end = isBreak(row + 1) ? row + 2 : row + 1;
    Rows rows;
    if (end < rowCount())
        appendBreaks(rows, from > 0 ? m_rows[static_cast<size_t>(from) - 1].entry : -1, m_rows[static_cast<size_t>(end)].entry);
    splice(from, end - from, rows);
}

} // namespace qd::items
