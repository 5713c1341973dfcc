#pragma once
// Says what is to be told now: each thing once.
//
// 1. What held before the watch began is told to nobody, but for a role that is offered to the person who looks: the window shows it.
// 2. A fact that goes on holding is not told again; one that comes back (a snooze ends, a clock gets another due time) is.
// 3. Where several things come at once, after the machine slept or its clock jumped, one notice sums them up; what is loud keeps its own.
// 4. What a person does not want counts as told: to want it later brings nothing of the past.
// 5. What is told and holds no longer is over, and its bubble may go.
// 6. What stands (action items) is told also where it held before the watch began, once a period over all starts of the program: told() is
//    kept by the caller and given back. Several at once are one notice of their own.

#include "models/items/notice.h"
#include "models/items/noticechoices.h"
#include "models/items/noticefact.h"

#include <QHash>
#include <QSet>

namespace qd::items {

class NoticeWatch
{
public:
    struct News
    {
        std::vector<Notice> due; // the most pressing first
        QStringList over;        // keys
    };

    explicit NoticeWatch(Instant began) : m_began(began) { }

    void remember(const QStringList &told) { m_remembered = {told.begin(), told.end()}; }
    [[nodiscard]] QStringList told() const;       // of what stands, as far as it is still a fact
    void setFacts(std::vector<NoticeFact> facts); // of all incidents
    [[nodiscard]] News news(Instant now, const NoticeChoices &choices);

private:
    struct Told
    {
        std::optional<Instant> dueAt;
        bool holds = true;
    };
    [[nodiscard]] std::vector<const NoticeFact *> takeNew(Instant now); // and notes what holds, and when to look again
    [[nodiscard]] bool wasTold(const NoticeFact &fact);
    [[nodiscard]] bool isWanted(const NoticeFact &fact, const NoticeChoices &choices) const;
    [[nodiscard]] QStringList takeOver();
    void tell(const std::vector<const NoticeFact *> &fresh, Instant now, const NoticeChoices &choices,
              News &news); // the most pressing first

    Instant m_began;
    Instant m_lastLook{};
    std::optional<Instant> m_nextLook; // before, nothing changes by itself
    std::vector<NoticeFact> m_facts;
    QHash<QString, Told> m_told; // by kind and key
    QSet<QString> m_holding;     // keys
    QSet<QString> m_shown;       // keys
    QSet<QString> m_remembered;  // what stands and was told: key and period
};

} // namespace qd::items
