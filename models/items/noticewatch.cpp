#include "models/items/noticewatch.h"

#include "models/core/durationtext.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

constexpr size_t bubblesAtOnce = 2;
constexpr size_t fewAtOnce = 4;
constexpr int subjectsInASum = 3;
const QString sumKey = QStringLiteral("sum");
const QString actionsKey = QStringLiteral("action-items");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

// To the minute from one minute on: what says "3 min" says so half a minute before and after.
QString aboutLong(Duration length)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(std::chrono::abs(length));
    if (seconds < std::chrono::minutes(1))
        return spokenDuration(std::max(seconds, std::chrono::seconds(1)));
    return spokenDuration(std::chrono::round<std::chrono::minutes>(seconds));
}

QString textOf(const NoticeFact &fact, Instant now)
{
    QString text = fact.words;
    return fact.dueAt ? text.replace(lengthMark, aboutLong(*fact.dueAt - now)) : text;
}

Notice noticeOf(const NoticeFact &fact, Instant now, const NoticeChoices &choices)
{
    Notice notice;
    notice.kind = fact.kind;
    notice.key = fact.key;
    notice.text = textOf(fact, now);
    notice.subject = fact.subject;
    notice.incident = fact.incident;
    notice.action = fact.action;
    notice.about = fact.about;
    notice.urgent = fact.loud || fact.kind == NoticeKind::Missed;
    notice.sounds = choices.of(fact.kind).sounds;
    return notice;
}

int pressing(const NoticeFact &fact)
{
    return fact.standing ? 4 : fact.loud ? 0 : fact.kind == NoticeKind::Missed ? 1 : fact.kind == NoticeKind::Near ? 3 : 2;
}

// "Status page update is due in 3 min, and 2 more"; of many: "4 overdue, 2 near the end".
QString sumText(const std::vector<const NoticeFact *> &facts, Instant now)
{
    if (facts.size() <= fewAtOnce)
        return Words::tr("%1, and %n more", nullptr, static_cast<int>(facts.size()) - 1).arg(textOf(*facts.front(), now));
    int counts[std::size(noticeKinds)] = {};
    for (const NoticeFact *fact : facts)
        ++counts[static_cast<size_t>(fact->kind)];
    const QString parts[] = {Words::tr("%n near the end", nullptr, counts[0]), Words::tr("%n overdue", nullptr, counts[1]),
                             Words::tr("%n ask(s) back", nullptr, counts[2]), Words::tr("%n role(s) offered", nullptr, counts[3])};
    QStringList words;
    for (const NoticeKind kind : {NoticeKind::Missed, NoticeKind::Near, NoticeKind::Ask, NoticeKind::Handover}) {
        if (counts[static_cast<size_t>(kind)] > 0)
            words << parts[static_cast<size_t>(kind)];
    }
    return words.join(QStringLiteral(", "));
}

Notice sumOf(const std::vector<const NoticeFact *> &facts, Instant now, const NoticeChoices &choices)
{
    QStringList subjects;
    Notice sum;
    sum.key = sumKey;
    sum.kind = facts.front()->kind;
    sum.incident = facts.front()->incident;
    sum.action = QStringLiteral("clocks.focus");
    sum.sounds = false;
    for (const NoticeFact *fact : facts) {
        if (!subjects.contains(fact->subject))
            subjects << fact->subject;
        sum.sounds = sum.sounds || choices.of(fact->kind).sounds;
    }
    sum.text = sumText(facts, now);
    const qsizetype rest = subjects.size() - subjectsInASum;
    sum.subject = subjects.mid(0, subjectsInASum).join(QStringLiteral(", "));
    if (rest > 0)
        sum.subject += Words::tr(" and %n more", nullptr, static_cast<int>(rest));
    return sum;
}

// "4 action items are overdue, 2 more are due".
Notice sumOfActions(const std::vector<const NoticeFact *> &facts, const NoticeChoices &choices)
{
    const auto late = static_cast<int>(std::count_if(facts.begin(), facts.end(), [](const NoticeFact *fact) { return fact->late; }));
    const int due = static_cast<int>(facts.size()) - late;
    Notice sum;
    sum.key = actionsKey;
    sum.kind = NoticeKind::Action;
    sum.sounds = choices.of(NoticeKind::Action).sounds;
    sum.action = late > 0 ? QStringLiteral("actionitems.overdue") : QStringLiteral("actionitems.all");
    const QString overdue = late == 1 ? Words::tr("1 action item is overdue") : Words::tr("%n action items are overdue", nullptr, late);
    const QString soon = due == 1 ? Words::tr("1 more is due") : Words::tr("%n more are due", nullptr, due);
    sum.text = late == 0 ? Words::tr("%n action items are due", nullptr, due) : due == 0 ? overdue : Words::tr("%1, %2").arg(overdue, soon);
    return sum;
}

QString periodKey(const NoticeFact &fact)
{
    return fact.key + QLatin1Char('@') + QString::number(toMsecs(fact.from));
}

QString toldKey(const NoticeFact &fact)
{
    return QString::number(static_cast<int>(fact.kind)) + fact.key;
}

bool holds(const NoticeFact &fact, Instant now)
{
    return fact.from <= now && (!fact.until || now < *fact.until);
}

} // namespace

void NoticeWatch::setFacts(std::vector<NoticeFact> facts)
{
    m_facts = std::move(facts);
    m_nextLook = Instant{};
}

QStringList NoticeWatch::told() const
{
    QStringList told;
    for (const NoticeFact &fact : m_facts) {
        if (fact.standing && m_remembered.contains(periodKey(fact)))
            told << periodKey(fact);
    }
    return told;
}

bool NoticeWatch::wasTold(const NoticeFact &fact)
{
    if (fact.standing) {
        const bool before = m_remembered.contains(periodKey(fact));
        m_remembered.insert(periodKey(fact));
        return before;
    }
    const auto found = m_told.find(toldKey(fact));
    const bool heldOn = found != m_told.end() && found->holds && fact.from <= m_lastLook;
    const bool sameAgain = found != m_told.end() && found->dueAt == fact.dueAt;
    m_told.insert(toldKey(fact), {fact.dueAt, true});
    return heldOn || sameAgain;
}

std::vector<const NoticeFact *> NoticeWatch::takeNew(Instant now)
{
    m_nextLook.reset();
    m_holding.clear();
    QSet<QString> told;
    std::vector<const NoticeFact *> fresh;
    for (const NoticeFact &fact : m_facts) {
        if (fact.snoozed && fact.from > now)
            m_told.remove(toldKey(fact)); // it may come again
        for (const std::optional<Instant> &turn : {std::optional(fact.from), fact.until}) {
            if (turn && *turn > now)
                m_nextLook = std::min(m_nextLook.value_or(*turn), *turn);
        }
        if (!holds(fact, now))
            continue;
        m_holding.insert(fact.key);
        told.insert(toldKey(fact));
        if (!wasTold(fact))
            fresh.push_back(&fact);
    }
    for (auto it = m_told.begin(); it != m_told.end(); ++it)
        it->holds = told.contains(it.key());
    return fresh;
}

bool NoticeWatch::isWanted(const NoticeFact &fact, const NoticeChoices &choices) const
{
    const NoticeChoice &choice = choices.of(fact.kind);
    return choice.shown && (fact.mine || !choice.mineOnly) && (fact.from >= m_began || fact.loud || fact.standing);
}

QStringList NoticeWatch::takeOver()
{
    QStringList over;
    for (const QString &key : std::as_const(m_shown)) {
        if (!m_holding.contains(key))
            over << key;
    }
    m_shown.intersect(m_holding);
    return over;
}

NoticeWatch::News NoticeWatch::news(Instant now, const NoticeChoices &choices)
{
    if (now >= m_lastLook && (!m_nextLook || now < *m_nextLook))
        return {};
    std::vector<const NoticeFact *> fresh = takeNew(now);
    m_lastLook = now;
    std::erase_if(fresh, [&](const NoticeFact *fact) { return !isWanted(*fact, choices); });
    std::stable_sort(fresh.begin(), fresh.end(),
                     [](const NoticeFact *one, const NoticeFact *other) { return pressing(*one) < pressing(*other); });
    const auto actions = std::find_if(fresh.begin(), fresh.end(), [](const NoticeFact *fact) { return fact->standing; });
    const std::vector<const NoticeFact *> items(actions, fresh.end());
    fresh.erase(actions, fresh.end());
    News news;
    tell(fresh, now, choices, news);
    if (items.size() > 1)
        news.due.push_back(sumOfActions(items, choices));
    else
        tell(items, now, choices, news);
    news.over = takeOver();
    return news;
}

void NoticeWatch::tell(const std::vector<const NoticeFact *> &fresh, Instant now, const NoticeChoices &choices, News &news)
{
    const auto quiet = std::find_if(fresh.begin(), fresh.end(), [](const NoticeFact *fact) { return !fact->loud; });
    const bool sum = static_cast<size_t>(fresh.end() - quiet) > bubblesAtOnce;
    for (auto it = fresh.begin(); it != (sum ? quiet : fresh.end()); ++it) {
        news.due.push_back(noticeOf(**it, now, choices));
        m_shown.insert((*it)->key);
    }
    if (sum)
        news.due.push_back(sumOf({quiet, fresh.end()}, now, choices));
}

} // namespace qd::items
