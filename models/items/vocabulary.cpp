#include "models/items/vocabulary.h"

namespace qd::items {

void Vocabulary::clear()
{
    *this = Vocabulary();
}

void Vocabulary::addPerson(const QString &name)
{
    const QString key = name.toCaseFolded().replace(QLatin1Char('.'), QLatin1Char(' ')); // "@Ana.Lima" is Ana Lima
    if (name.isEmpty() || m_known.contains(key))
        return;
    m_known.insert(key);
    m_people << name;
}

void Vocabulary::readUpTo(const Incident &incident)
{
    for (const RoleSpan &span : incident.roles) // first: "Dana" rather than "@dana"
        addPerson(span.holder);
    for (; m_read < incident.entries.size(); ++m_read) {
        const TimelineEntry &entry = incident.entries.at(m_read);
        addPerson(entry.author);
        for (const QString &person : entry.people)
            addPerson(person);
        for (const QString &tag : entry.tags) {
            const QString key = QLatin1Char('#') + tag.toCaseFolded();
            if (m_known.contains(key))
                continue;
            m_known.insert(key);
            m_tags << tag;
        }
    }
}

void Vocabulary::noteOnCall(const OnCallView &view)
{
    m_onCall.clear();
    for (const oncall::OnDuty &duty : view.now.people) {
        addPerson(duty.person);
        m_onCall.emplace_back(duty.person, dutyWords(duty, view.until));
    }
}

} // namespace qd::items
