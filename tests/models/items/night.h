#pragma once
// A night of incidents, told in text and watched a look every ten seconds: what a person was told comes back as text.

#include "models/items/noticewatch.h"
#include "models/plan/json.h"
#include "models/plan/shipped.h"
#include "tests/support/manualclock.h"
#include "tests/support/story.h"

#include <QTest>

namespace qd::test {

class Night
{
public:
    explicit Night(const char *begins = "10:00", const QString &person = QStringLiteral("Dana"))
        : clock(at(begins)),
          m_plan(plan::loadShipped(QStringLiteral("default")).value()),
          m_person(person),
          m_watch(at(begins))
    {
    }

    void incident(const QString &lines) // another one; its lines come when it is their time
    {
        m_stories.push_back({Story(plan::toJson(m_plan)), lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts)});
    }

    Story &story(size_t number = 0) { return m_stories[number].story; }

    // What was told until then, a line each: "10:12 near Responders update is due in 3 min". A look every `step`.
    QStringList until(const char *end, Duration step = std::chrono::seconds(10))
    {
        QStringList told;
        for (; clock.now() <= at(end); clock.advance(step))
            told << look();
        return told;
    }

    QStringList look()
    {
        std::vector<items::NoticeFact> facts;
        for (Told &told : m_stories) {
            while (!told.lines.isEmpty() && at(qPrintable(told.lines.first().trimmed().left(5))) <= clock.now())
                told.story.tell(told.lines.takeFirst());
            if (told.story.events().empty())
                continue;
            const Incident incident = told.story.incident();
            const auto more = items::noticeFacts(incident, clocks::clocks(m_plan, incident, clock.now()), m_person);
            facts.insert(facts.end(), more.begin(), more.end());
        }
        m_watch.setFacts(std::move(facts));
        return textOf(m_watch.news(clock.now(), choices));
    }

    ManualClock clock;
    items::NoticeChoices choices;
    std::vector<items::Notice> last; // of the last look that told something
    QStringList over;                // keys

private:
    struct Told
    {
        Story story;
        QStringList lines;
    };

    QStringList textOf(const items::NoticeWatch::News &news)
    {
        static constexpr const char *kinds[] = {"near", "missed", "ask", "handover"};
        over << news.over;
        QStringList text;
        for (const items::Notice &notice : news.due)
            text << toDateTime(clock.now(), QTimeZone::utc()).toString(QStringLiteral("HH:mm "))
                    + QLatin1String(kinds[static_cast<int>(notice.kind)]) + QLatin1Char(' ') + notice.text;
        if (!news.due.empty())
            last = news.due;
        return text;
    }

    plan::Plan m_plan;
    QString m_person;
    items::NoticeWatch m_watch;
    std::vector<Told> m_stories;
};

} // namespace qd::test
