#include "models/items/timelinemodel.h"

namespace qd::items {
namespace {

constexpr int slice = 2000; // entries: a millisecond or two

const QString pinnedKind = QStringLiteral("pinned");

} // namespace

TimelineModel::TimelineModel(TimelineTexts texts, QObject *parent) : QAbstractListModel(parent), m_texts(std::move(texts))
{
    m_slice.setInterval(0);
    m_slice.callOnTimeout(this, &TimelineModel::work);
}

void TimelineModel::setIncident(const Incident *incident)
{
    beginResetModel();
    m_incident = incident;
    m_rows.clear();
    m_briefs.clear();
    m_sorted.clear();
    m_day = {};
    readBriefs();
    m_rows = computeRows();
    m_toFilter = 0;
    endResetModel();
    startSearch();
    emit countsChanged();
}

void TimelineModel::refresh()
{
    if (!m_incident)
        return;
    emit aboutToPlace(true);
    renumber();
    readBriefs();
    replaceAll(computeRows());
    emit placed(true);
    if (!m_filter.isEmpty() || m_toFilter > 0) {
        m_sameFilter = m_toFilter == 0 || m_sameFilter;
        m_toFilter = static_cast<int>(m_briefs.size());
        work();
    }
    startSearch();
    emit countsChanged();
}

void TimelineModel::redisplay()
{
    m_day = {};
    replaceAll(computeRows());
}

void TimelineModel::setSilence(Duration silence)
{
    if (std::exchange(m_silence, silence) != silence)
        replaceAll(computeRows());
}

void TimelineModel::setOrder(TimelineOrder order)
{
    if (std::exchange(m_order, order) == order)
        return;
    m_day = {};
    sortEntries();
    resetRows();
}

void TimelineModel::addEntry(int entry)
{
    if (entry != static_cast<int>(m_briefs.size())) {
        refresh();
        return;
    }
    m_briefs.push_back(readBrief(entry));
    Brief &its = m_briefs.back();
    count(its, 1);
    its.shown = m_filter.lets(entryOf(entry));
    its.match = !m_search.isEmpty() && m_search.finds(entryOf(entry));
    m_sorted.insert(std::upper_bound(m_sorted.begin(), m_sorted.end(), entry, [this](int a, int b) { return isBefore(a, b); }), entry);
    if (its.shown) {
        emit aboutToPlace(false);
        insertRow(entry);
        emit placed(false);
    }
    emit countsChanged();
    if (its.shown && its.match) {
        ++m_matches;
        emit matchesChanged();
    }
}

void TimelineModel::renewEntry(int entry)
{
    emit aboutToPlace(false);
    const int row = rowOf(entry);
    const Brief before = brief(entry);
    Brief now = readBrief(entry);
    now.shown = m_filter.lets(entryOf(entry));
    now.match = !m_search.isEmpty() && m_search.finds(entryOf(entry));
    const bool moves = before.at != now.at || before.recordedAt != now.recordedAt;
    if (row >= 0 && (moves || !now.shown))
        removeRow(row);
    if (moves)
        std::erase(m_sorted, entry);
    count(before, -1);
    count(now, 1);
    m_briefs[static_cast<size_t>(entry)] = now;
    if (moves)
        m_sorted.insert(std::upper_bound(m_sorted.begin(), m_sorted.end(), entry, [this](int a, int b) { return isBefore(a, b); }), entry);
    if (now.shown && (moves || row < 0))
        insertRow(entry);
    else if (now.shown)
        emit dataChanged(index(row), index(row));
    emit placed(false);
    emit countsChanged();
    if (before.match != now.match || before.shown != now.shown) {
        countMatches();
        emit matchesChanged();
    }
}

void TimelineModel::setFilter(const TimelineFilter &filter)
{
    if (std::exchange(m_filter, filter) == filter)
        return;
    m_toFilter = static_cast<int>(m_briefs.size());
    m_sameFilter = false;
    work();
    if (m_briefs.empty())
        emit filtered();
}

void TimelineModel::setSearch(const QString &typed)
{
    m_search = TimelineSearch(typed);
    startSearch();
}

void TimelineModel::startSearch()
{
    for (Brief &its : m_briefs)
        its.match = false;
    m_matches = 0;
    m_toSearch = m_search.isEmpty() ? 0 : static_cast<int>(m_briefs.size());
    if (m_toSearch > 0)
        work();
    else
        emit matchesChanged();
}

void TimelineModel::work()
{
    if (m_toFilter > 0) {
        for (int end = std::max(0, m_toFilter - slice); m_toFilter > end;) {
            --m_toFilter;
            m_briefs[static_cast<size_t>(m_toFilter)].shown = m_filter.lets(entryOf(m_toFilter));
        }
        if (m_toFilter == 0)
            std::exchange(m_sameFilter, false) ? placeRows() : resetRows();
    } else if (m_toSearch > 0) {
        for (int end = std::max(0, m_toSearch - slice); m_toSearch > end;) {
            Brief &its = m_briefs[static_cast<size_t>(--m_toSearch)];
            its.match = m_search.finds(entryOf(m_toSearch));
            m_matches += its.match && its.shown ? 1 : 0;
        }
        emit matchesChanged();
    }
    if (m_toFilter == 0 && m_toSearch == 0)
        m_slice.stop();
    else if (!m_slice.isActive())
        m_slice.start();
}

void TimelineModel::resetRows()
{
    beginResetModel();
    m_rows = computeRows();
    endResetModel();
    countMatches();
    emit filtered();
    emit matchesChanged();
}

void TimelineModel::placeRows()
{
    emit aboutToPlace(true);
    replaceAll(computeRows());
    emit placed(true);
    countMatches();
    emit matchesChanged();
}

void TimelineModel::countMatches()
{
    m_matches = static_cast<int>(std::count_if(m_briefs.begin(), m_briefs.end(), [](const Brief &its) { return its.match && its.shown; }));
}

int TimelineModel::matchNumber(int row) const
{
    int number = 0;
    for (int at = 0; at <= std::min(row, rowCount() - 1); ++at)
        number +=
            m_rows[static_cast<size_t>(at)].kind == TimelineRowKind::Entry && brief(m_rows[static_cast<size_t>(at)].entry).match ? 1 : 0;
    return number;
}

int TimelineModel::nextMatch(int row, int step) const
{
    const int rows = rowCount();
    int at = row < 0 && step < 0 ? 0 : row;
    for (int looked = 0; looked < rows; ++looked) {
        at = (at + step + rows) % rows;
        const Row &its = m_rows[static_cast<size_t>(at)];
        if (its.kind == TimelineRowKind::Entry && brief(its.entry).match)
            return at;
    }
    return -1;
}

int TimelineModel::count(const QString &kind) const
{
    if (kind.isEmpty())
        return static_cast<int>(m_briefs.size());
    if (kind == pinnedKind)
        return m_pinned;
    const qsizetype at = m_kinds.indexOf(kind);
    return at < 0 ? 0 : m_kindCounts[static_cast<size_t>(at)];
}

int TimelineModel::shownCount() const
{
    return static_cast<int>(std::count_if(m_briefs.begin(), m_briefs.end(), [](const Brief &its) { return its.shown; }));
}

QStringList TimelineModel::kinds() const
{
    QStringList present;
    std::copy_if(m_kinds.begin(), m_kinds.end(), std::back_inserter(present), [this](const QString &kind) { return count(kind) > 0; });
    std::stable_sort(present.begin(), present.end(), [this](const QString &a, const QString &b) { return count(a) > count(b); });
    return present;
}

TimelineModel::FacetCounts TimelineModel::facet(TimelineFacet facet) const
{
    FacetCounts counts;
    for (int entry = 0; entry < static_cast<int>(m_briefs.size()); ++entry) {
        const TimelineEntry &its = entryOf(entry);
        if (facet == TimelineFacet::Kind || facet == TimelineFacet::Author)
            ++counts[facet == TimelineFacet::Kind ? its.kind : its.author];
        else
            for (const QString &name : facet == TimelineFacet::Tag ? its.tags : its.people)
                ++counts[name];
    }
    counts.remove(QString());
    return counts;
}

const TimelineEntry *TimelineModel::entryAt(const QModelIndex &index) const
{
    const int entry = index.isValid() ? entryNumber(index.row()) : -1;
    return entry < 0 ? nullptr : &entryOf(entry);
}

int TimelineModel::entryNumber(int row) const
{
    if (row < 0 || row >= rowCount())
        return -1;
    const Row &its = m_rows[static_cast<size_t>(row)];
    return its.kind == TimelineRowKind::Entry && its.entry < m_incident->entries.size() ? its.entry : -1;
}

EventId TimelineModel::idAt(int row) const
{
    if (row < 0 || row >= rowCount() || m_rows[static_cast<size_t>(row)].kind != TimelineRowKind::Entry)
        return {};
    return brief(m_rows[static_cast<size_t>(row)].entry).id;
}

QModelIndex TimelineModel::indexOf(const EventId &entry) const
{
    for (int place = static_cast<int>(m_briefs.size()) - 1; place >= 0; --place) {
        if (brief(place).id == entry)
            return index(rowOf(place));
    }
    return {};
}

QModelIndex TimelineModel::nearest(Instant at) const
{
    std::optional<int> best;
    for (int row = 0; row < rowCount(); ++row) {
        const Row &its = m_rows[static_cast<size_t>(row)];
        if (its.kind != TimelineRowKind::Entry)
            continue;
        const auto away = [&](int of) { return std::chrono::abs(timeOf(m_rows[static_cast<size_t>(of)].entry) - at); };
        if (!best || away(row) < away(*best))
            best = row;
    }
    return best ? index(*best) : QModelIndex();
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || m_rows[static_cast<size_t>(index.row())].entry >= m_incident->entries.size())
        return {};
    const int entry = entryNumber(index.row());
    switch (role) {
    case RowRole: return QVariant::fromValue(describe(index.row()));
    case Qt::DisplayRole: return describe(index.row()).text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    case Qt::AccessibleTextRole: return describe(index.row()).spoken;
    case IdRole: return entry < 0 ? QString() : entryOf(entry).id.toString();
    case KindRole: return entry < 0 ? QString() : entryOf(entry).kind;
    default: return {};
    }
}

TimelineRow TimelineModel::describe(int row) const
{
    const Row &its = m_rows[static_cast<size_t>(row)];
    if (its.kind == TimelineRowKind::Day)
        return describeDay(dayOf(timeOf(its.entry)));
    if (its.kind == TimelineRowKind::Silence)
        return describeSilence(timeOf(its.entry) - timeOf(its.before));
    TimelineRow described = describeEntry(entryOf(its.entry), *m_incident, m_order, m_texts);
    described.match = brief(its.entry).match;
    return described;
}

} // namespace qd::items
