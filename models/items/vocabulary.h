#pragma once
// The names and tags of an incident, for completion. Fed entry by entry, so that a long timeline is read once.

#include "models/core/incident.h"
#include "models/items/oncallwords.h"

#include <QSet>

namespace qd::items {

class Vocabulary
{
public:
    void clear();
    void readUpTo(const Incident &incident); // what is new since the last time
    void noteOnCall(const OnCallView &view); // they are people too; until the next call, or clear()
    [[nodiscard]] const std::vector<std::pair<QString, QString>> &onCall() const { return m_onCall; } // names and words, primary first
    [[nodiscard]] const QStringList &people() const { return m_people; }                              // in the order in which they came
    [[nodiscard]] const QStringList &tags() const { return m_tags; }

private:
    void addPerson(const QString &name);

    qsizetype m_read = 0; // entries
    std::vector<std::pair<QString, QString>> m_onCall;
    QStringList m_people;
    QStringList m_tags;
    QSet<QString> m_known; // folded; tags with their sign
};

} // namespace qd::items
