#include "models/items/vocabulary.h"

namespace qd::items {

void Vocabulary::clear()
{
    *this = Vocabulary();
}

void Vocabulary::addPerson(const QString &name)
{
    const QString key = name.toCaseFolded();
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

QStringList Vocabulary::completions(const QString &word) const
{
    const QChar sign = word.isEmpty() ? QChar() : word[0];
    if (word.size() < 2 || (sign != QLatin1Char('@') && sign != QLatin1Char('#')))
        return {};
    QStringList found;
    const QStringView begun = QStringView(word).mid(1);
    for (const QString &known : sign == QLatin1Char('@') ? m_people : m_tags) {
        const bool isWord = !known.contains(QLatin1Char(' '));
        if (isWord && known.size() > begun.size() && known.startsWith(begun, Qt::CaseInsensitive))
            found << sign + known;
    }
    return found;
}

} // namespace qd::items
