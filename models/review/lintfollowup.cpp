// What came of decisions, of TODOs and of action items.
#include "models/clocks/calendar.h"
#include "models/review/lintrules.h"
#include "models/review/wording.h"

#include <QRegularExpression>

namespace qd::review {
namespace {

constexpr qsizetype shortestWord = 4;

QString quoted(const QString &text)
{
    return QStringLiteral("“%1”").arg(text.simplified().left(120));
}

// The words that say what a text is about.
QStringList wordsOf(const QString &text)
{
    static const QStringList list =
        QStringLiteral("todo with from that this have will would then until after before into over when only what "
                       "which there they them been were also should must need needs again")
            .split(QLatin1Char(' '));
    static const QSet<QString> empty(list.begin(), list.end());
    QStringList words;
    const QString folded = text.left(2000).toCaseFolded();
    for (qsizetype i = 0; i < folded.size();) {
        const qsizetype start = i;
        while (i < folded.size() && folded[i].isLetterOrNumber())
            ++i;
        if (i - start >= shortestWord) {
            const QString word = folded.mid(start, i - start);
            if (!empty.contains(word))
                words << word;
        }
        i = std::max(i, start + 1);
    }
    return words;
}

bool isAlike(const QString &one, const QString &other) // "migrate" and "migration"
{
    const qsizetype shorter = std::min(one.size(), other.size());
    const qsizetype needed = std::max(shortestWord, shorter - 1);
    return shorter >= needed && QStringView(one).left(needed) == QStringView(other).left(needed);
}

qsizetype shared(const QStringList &words, const QStringList &others)
{
    return std::count_if(words.begin(), words.end(), [&others](const QString &word) {
        return std::any_of(others.begin(), others.end(), [&word](const QString &other) { return isAlike(word, other); });
    });
}

bool becameAction(const Incident &incident, const QString &text)
{
    const QStringList words = wordsOf(text);
    return std::any_of(incident.actions.begin(), incident.actions.end(), [&words](const ActionItem &action) {
        const qsizetype both = shared(words, wordsOf(action.text));
        return both > 0 && both * 2 >= words.size();
    });
}

void openTodos(const LintSource &source, LintReport &report)
{
    static const QRegularExpression todo(QStringLiteral("\\bTODO\\b|\\b[Tt]o-?do:"));
    for (const TimelineEntry &entry : source.incident.entries) {
        const QRegularExpressionMatch match = todo.match(entry.text);
        const bool marked = match.hasMatch() || entry.tags.contains(QStringLiteral("todo"), Qt::CaseInsensitive);
        if (marked && !entry.undone && !entry.redacted && entryKinds().contains(entry.kind) && !becameAction(source.incident, entry.text))
            report.add({entry.id.toString(), match.capturedStart(), match.capturedLength()},
                       QStringLiteral("An entry says TODO and no action item came of it: %1").arg(quoted(entry.text)),
                       QStringLiteral("Add an action item with an owner and a date, or amend the entry."), entry.text);
    }
}

void looseActions(const LintSource &source, LintReport &report)
{
    for (const ActionItem &action : source.incident.actions) {
        if (action.state != QLatin1String("open") || (!action.owner.isEmpty() && !action.due.isEmpty()))
            continue;
        const QString lacks = !action.owner.isEmpty() ? QStringLiteral("no date")
            : !action.due.isEmpty()                   ? QStringLiteral("no owner")
                                                      : QStringLiteral("no owner and no date");
        report.add({action.id.toString()}, QStringLiteral("The action item %1 has %2").arg(quoted(action.text), lacks),
                   QStringLiteral("Name one person and one day."), action.text + lacks);
    }
}

void overdueActions(const LintSource &source, LintReport &report)
{
    const QTimeZone zone = clocks::zoneOf(source.plan);
    const QDate today = toDateTime(source.now, zone).date();
    const QDate declared = source.incident.milestones.declared ? toDateTime(*source.incident.milestones.declared, zone).date() : QDate();
    for (const ActionItem &action : source.incident.actions) {
        const QDate due = QDate::fromString(action.due, Qt::ISODate);
        if (action.state != QLatin1String("open") || !due.isValid() || due >= today)
            continue;
        const bool impossible = declared.isValid() && due < declared;
        report.add({action.id.toString()},
                   impossible ? QStringLiteral("The action item %1 was due on %2, before the incident").arg(quoted(action.text), action.due)
                              : QStringLiteral("The action item %1 was due on %2").arg(quoted(action.text), action.due),
                   impossible ? QStringLiteral("Correct the date.")
                              : QStringLiteral("Close it, agree on another date with its owner, or drop it."),
                   action.due);
    }
}

void noActions(const LintSource &source, LintReport &report)
{
    const bool written = std::any_of(source.sections.begin(), source.sections.end(), [](const DraftSection &section) {
        return section.written && section.title.contains(QLatin1String("action"), Qt::CaseInsensitive);
    });
    if (!source.incident.isOpen() && source.incident.actions.empty() && !written)
        report.add({}, QStringLiteral("There is no action item"),
                   QStringLiteral("Say what will be different next time, by whom and by when."), {});
}

// To leave things as they are has no outcome that could be logged.
bool isToRefrain(const QString &decision)
{
    static const QRegularExpression refraining(
        QStringLiteral("^\\W*(?:(?:we|decided|decision|to)\\W+){0,3}(?:do "
                       "not|don't|not|no|keep|stay|wait|hold|leave|continue|postpone|defer|accept)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return refraining.match(decision.left(200)).hasMatch();
}

bool mayTellOutcome(const QString &kind)
{
    static const QSet<QString> kinds{QStringLiteral("note"),          QStringLiteral("observation"), QStringLiteral("action"),
                                     QStringLiteral("communication"), QStringLiteral("status"),      QStringLiteral("update"),
                                     QStringLiteral("decision"),      QStringLiteral("ask"),         QStringLiteral("scenario"),
                                     QStringLiteral("severity")};
    return kinds.contains(kind);
}

// The entries in the order in which they happened, and where in it each word stands (read when it is first asked for).
class Course
{
public:
    explicit Course(const Incident &incident) : m_incident(incident), m_order(timelineOrder(incident)) { }

    [[nodiscard]] bool hasOutcome(size_t place)
    {
        return wasActedOn(place) || isSpokenOf(place) || becameAction(m_incident, at(place).text);
    }
    [[nodiscard]] size_t size() const { return m_order.size(); }
    [[nodiscard]] const TimelineEntry &at(size_t place) const { return m_incident.entries[static_cast<size_t>(m_order[place])]; }

private:
    [[nodiscard]] bool wasActedOn(size_t place) const // soon, and before the next decision
    {
        for (size_t i = place + 1; i < m_order.size() && at(i).at - at(place).at <= std::chrono::minutes(30); ++i) {
            if (at(i).undone || at(i).redacted)
                continue;
            if (at(i).kind == QLatin1String("action") || at(i).subject == at(place).id)
                return true;
            if (at(i).kind == QLatin1String("decision"))
                return false;
        }
        return false;
    }

    void readWords()
    {
        for (size_t i = 0; i < m_order.size(); ++i) {
            if (at(i).undone || at(i).redacted || !mayTellOutcome(at(i).kind))
                continue;
            for (const QString &word : wordsOf(at(i).text))
                m_places[word.left(shortestWord)].push_back({i, word});
        }
    }

    [[nodiscard]] bool isSpokenOf(size_t place) // later, in words like its own
    {
        if (m_places.isEmpty())
            readWords();
        for (const QString &word : wordsOf(at(place).text)) {
            const auto found = m_places.constFind(word.left(shortestWord));
            if (found == m_places.constEnd())
                continue;
            if (std::any_of(found->rbegin(), found->rend(),
                            [&](const Place &other) { return other.place > place && isAlike(word, other.word); }))
                return true;
        }
        return false;
    }

    struct Place
    {
        size_t place;
        QString word;
    };

    const Incident &m_incident;
    const std::vector<int> m_order;
    QHash<QString, std::vector<Place>> m_places; // by the beginning of the word
};

void looseDecisions(const LintSource &source, LintReport &report)
{
    if (source.incident.isOpen())
        return; // its outcome may still come
    const bool any = std::any_of(source.incident.entries.begin(), source.incident.entries.end(),
                                 [](const TimelineEntry &entry) { return entry.kind == QLatin1String("decision"); });
    if (!any)
        return;
    Course course(source.incident);
    for (size_t i = 0; i < course.size(); ++i) {
        const TimelineEntry &entry = course.at(i);
        if (entry.kind != QLatin1String("decision") || entry.undone || entry.redacted || isToRefrain(entry.text) || course.hasOutcome(i))
            continue;
        report.add({entry.id.toString()}, QStringLiteral("Nothing says what came of the decision %1").arg(quoted(entry.text)),
                   QStringLiteral("Log what was done and what it changed, with its time; or that it was given up."), entry.text);
    }
}

} // namespace

const std::vector<LintRule> followUpRules = {
    {"loose-decision", "Whether it helped is what the next commander wants to know.", looseDecisions},
    {"todo", "What was put off in the night is forgotten by the morning.", openTodos},
    {"loose-action", "What belongs to nobody, or to no day, is not done.", looseActions},
    {"overdue-action", "Until it is done the same incident can happen again.", overdueActions},
    {"no-action", "Without a change the same incident can happen again.", noActions},
};

} // namespace qd::review
