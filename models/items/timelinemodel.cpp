#include "models/items/timelinemodel.h"

#include "models/core/durationtext.h"
#include "models/items/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace qd::items {
namespace {

const QString pinnedKind = QStringLiteral("pinned");

QString oneLine(const QString &text)
{
    return text.contains(QLatin1Char('\n')) ? text.simplified() : text;
}

// The instant at which the next day begins, so that the day is not asked for at every entry.
Instant endOfDay(Instant from, const QDate &day, const std::function<QDate(Instant)> &dayOf)
{
    Instant end = std::chrono::ceil<std::chrono::minutes>(from) + std::chrono::minutes(1);
    for (Duration step = std::chrono::hours(16); step >= std::chrono::minutes(1); step /= 2) {
        while (dayOf(end + step) == day)
            end += step;
    }
    return dayOf(end) == day ? end : from;
}

} // namespace

TimelineModel::TimelineModel(TimelineTexts texts, QObject *parent) : QAbstractListModel(parent), m_texts(std::move(texts)) { }

void TimelineModel::setIncident(const Incident *incident)
{
    beginResetModel();
    m_incident = incident;
    m_order.clear();
    readOrder();
    m_rows = computeRows();
    findMatches();
    endResetModel();
    emit matchesChanged();
}

void TimelineModel::refresh()
{
    readOrder();
    replace(computeRows());
    findMatches();
    emit matchesChanged();
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void TimelineModel::setKinds(const QStringList &kinds)
{
    if (std::exchange(m_kinds, kinds) != kinds)
        refresh();
}

void TimelineModel::setSearch(const QString &words)
{
    m_search = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    findMatches();
    emit matchesChanged();
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1), {RowRole});
}

// The order of before still holds but for what is new or was given another time; merging those in is cheaper than sorting all.
void TimelineModel::readOrder()
{
    m_counts.clear();
    if (!m_incident) {
        m_order.clear();
        return;
    }
    const QList<TimelineEntry> &entries = m_incident->entries;
    if (m_order.size() > static_cast<size_t>(entries.size()))
        m_order.clear();
    for (size_t next = m_order.size(); next < static_cast<size_t>(entries.size()); ++next)
        m_order.push_back(static_cast<int>(next));
    const auto isBefore = [&entries](int a, int b) { return std::pair(entries.at(a).at, a) < std::pair(entries.at(b).at, b); };
    if (!std::is_sorted(m_order.begin(), m_order.end(), isBefore))
        std::sort(m_order.begin(), m_order.end(), isBefore);
    int pinned = 0;
    for (const TimelineEntry &entry : entries) {
        ++m_counts[entry.kind];
        pinned += entry.pinned ? 1 : 0;
    }
    m_counts[pinnedKind] = pinned;
}

bool TimelineModel::isShown(const TimelineEntry &entry) const
{
    return m_kinds.isEmpty() || m_kinds.contains(entry.kind) || (entry.pinned && m_kinds.contains(pinnedKind));
}

std::vector<TimelineModel::Row> TimelineModel::computeRows()
{
    std::vector<Row> rows;
    rows.reserve(m_order.size() + 8);
    QDate day;
    Instant dayEnds{};
    std::optional<Instant> last;
    for (const int place : m_order) {
        const TimelineEntry &entry = m_incident->entries.at(place);
        if (!isShown(entry))
            continue;
        const QDate itsDay = last && entry.at < dayEnds ? day : m_texts.day(entry.at);
        if (itsDay != day) {
            rows.push_back({TimelineRowKind::Day, place, {}});
            day = itsDay;
            dayEnds = endOfDay(entry.at, day, m_texts.day);
        } else if (last && m_kinds.isEmpty() && entry.at - *last >= silenceAfter) {
            rows.push_back({TimelineRowKind::Silence, place, entry.at - *last});
        }
        rows.push_back({TimelineRowKind::Entry, place, {}});
        last = entry.at;
    }
    return rows;
}

void TimelineModel::replace(std::vector<Row> rows)
{
    const auto [oldFrom, newFrom] = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end());
    const auto head = static_cast<int>(oldFrom - m_rows.begin());
    const auto [oldTo, newTo] =
        std::mismatch(m_rows.rbegin(), std::make_reverse_iterator(oldFrom), rows.rbegin(), std::make_reverse_iterator(newFrom));
    const auto gone = static_cast<int>(oldTo.base() - oldFrom);
    const auto come = static_cast<int>(newTo.base() - newFrom);
    if (gone > 0) {
        beginRemoveRows({}, head, head + gone - 1);
        m_rows.erase(m_rows.begin() + head, m_rows.begin() + head + gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, head, head + come - 1);
        m_rows = std::move(rows);
        endInsertRows();
    }
}

bool TimelineModel::holdsAll(const TimelineEntry &entry) const
{
    return std::all_of(m_search.begin(), m_search.end(), [&entry](const QString &word) {
        return entry.text.contains(word, Qt::CaseInsensitive) || entry.author.contains(word, Qt::CaseInsensitive);
    });
}

void TimelineModel::findMatches()
{
    m_matches.clear();
    if (m_search.isEmpty())
        return;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].kind == TimelineRowKind::Entry && holdsAll(entryOf(m_rows[row])))
            m_matches.push_back(static_cast<int>(row));
    }
}

int TimelineModel::count(const QString &kind) const
{
    return kind.isEmpty() ? static_cast<int>(m_order.size()) : m_counts.value(kind);
}

const TimelineEntry *TimelineModel::entryAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return nullptr;
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    return row.kind == TimelineRowKind::Entry && row.entry < m_incident->entries.size() ? &entryOf(row) : nullptr;
}

QModelIndex TimelineModel::indexOf(const EventId &entry) const
{
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].kind == TimelineRowKind::Entry && entryOf(m_rows[row]).id == entry)
            return index(static_cast<int>(row));
    }
    return {};
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    if (row.entry >= m_incident->entries.size())
        return {};
    switch (role) {
    case RowRole: return QVariant::fromValue(describe(index.row()));
    case Qt::DisplayRole: return describe(index.row()).text;
    case Qt::AccessibleTextRole: return describe(index.row()).spoken;
    case IdRole: return row.kind == TimelineRowKind::Entry ? entryOf(row).id.toString() : QString();
    case KindRole: return row.kind == TimelineRowKind::Entry ? entryOf(row).kind : QString();
    default: return {};
    }
}

TimelineRow TimelineModel::describe(int row) const
{
    if (m_rows[static_cast<size_t>(row)].kind != TimelineRowKind::Entry)
        return describeBreak(row);
    TimelineRow described = describeEntry(entryOf(m_rows[static_cast<size_t>(row)]));
    described.match = std::binary_search(m_matches.begin(), m_matches.end(), row);
    return described;
}

TimelineRow TimelineModel::describeBreak(int row) const
{
    const Row &its = m_rows[static_cast<size_t>(row)];
    TimelineRow described;
    described.rowKind = its.kind;
    if (its.kind == TimelineRowKind::Day) {
        described.text = QLocale(QLocale::English).toString(m_texts.day(entryOf(its).at), QStringLiteral("dddd d MMMM yyyy"));
    } else {
        const auto minutes = std::chrono::floor<std::chrono::minutes>(its.silence);
        //: %1 is a length such as "1 h 10 min"
        described.text = minutes < std::chrono::hours(1)
            ? QCoreApplication::translate("Timeline", "%n minutes of silence", nullptr, static_cast<int>(minutes.count()))
            : QCoreApplication::translate("Timeline", "%1 of silence").arg(spokenDuration(minutes));
    }
    described.spoken = described.text;
    return described;
}

QStringList TimelineModel::marksOf(const TimelineEntry &entry) const
{
    const auto mark = [](const char *text) { return QCoreApplication::translate("Timeline", text); };
    QStringList marks;
    if (m_texts.isPending(entry.id))
        marks << mark(QT_TRANSLATE_NOOP("Timeline", "not saved yet"));
    if (entry.settlement.state == QLatin1String("confirmed"))
        marks << mark(QT_TRANSLATE_NOOP("Timeline", "confirmed %1, %2")).arg(m_texts.clock(entry.settlement.at), entry.settlement.by);
    if (entry.settlement.state == QLatin1String("ruled-out"))
        marks << mark(QT_TRANSLATE_NOOP("Timeline", "ruled out %1, %2")).arg(m_texts.clock(entry.settlement.at), entry.settlement.by);
    if (entry.late)
        marks << mark(QT_TRANSLATE_NOOP("Timeline", "late: written %1")).arg(m_texts.clock(entry.recordedAt));
    const std::pair<bool, const char *> flags[] = {{entry.edited, QT_TRANSLATE_NOOP("Timeline", "edited")},
                                                   {entry.redacted, QT_TRANSLATE_NOOP("Timeline", "redacted")},
                                                   {entry.undone, QT_TRANSLATE_NOOP("Timeline", "undone")}};
    for (const auto &[isSet, text] : flags) {
        if (isSet)
            marks << mark(text);
    }
    if (!entry.attachments.isEmpty())
        marks << QCoreApplication::translate("Timeline", "%n attached", nullptr, static_cast<int>(entry.attachments.size()));
    return marks;
}

TimelineRow TimelineModel::describeEntry(const TimelineEntry &entry) const
{
    TimelineRow row;
    row.id = entry.id;
    row.kind = entry.kind;
    row.word = entryWord(entry.kind);
    row.time = (entry.approximate ? QStringLiteral("~") : QString()) + m_texts.clock(entry.at);
    row.text = entry.redacted
        ? QCoreApplication::translate("Timeline", "redacted: %1").arg(entry.history.empty() ? QString() : entry.history.back().reason)
        : oneLine(entry.text);
    row.author = entry.author;
    row.marks = marksOf(entry);
    row.struck = entry.undone || entry.settlement.state == QLatin1String("ruled-out");
    row.strong = entry.kind == QLatin1String("decision") && !entry.undone;
    row.pinned = entry.pinned;
    row.pending = m_texts.isPending(entry.id);
    if (entry.kind == QLatin1String("ask"))
        std::tie(row.countdown, row.near) = m_texts.countdown(entry.id);
    QStringList spoken{row.time, row.word + QLatin1Char(':'), row.text, row.countdown};
    spoken << QCoreApplication::translate("Timeline", "by %1").arg(row.author) << row.marks;
    if (row.pinned)
        spoken << QCoreApplication::translate("Timeline", "pinned");
    spoken.removeAll(QString());
    row.spoken = spoken.join(QLatin1Char(' '));
    return row;
}

} // namespace qd::items
