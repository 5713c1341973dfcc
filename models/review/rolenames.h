#pragma once
// The people of an incident, called by what they did in it instead of by their names.
//
// 1. A person is whoever the record names: an author, a holder of a role, one who was asked, mentioned with @, or owns an action item. A team,
//    a role and an audience keep their names. Somebody whom only the words of a text name is not known, and stands.
// 2. Full names, each of their parts, logins made of them and mail addresses are found, in any case and without accents, but never inside
//    another word. What is also a common word ("will", "mark") is found where it has its capital or an @.
// 3. Said at an instant, a person is called by the role that they held then; in hindsight by the one that they held at all. Who held none is
//    "a responder", or one of several by number, in the order in which the record first names them.

#include "models/core/incident.h"

#include <QSet>

namespace qd::review {

class RoleNames
{
public:
    explicit RoleNames(const Incident &incident);

    [[nodiscard]] QString inText(const QString &text, std::optional<Instant> at = {}) const; // "the Incident Commander's", "responder 2"
    [[nodiscard]] QString inFileName(const QString &name) const;                             // "incident-commander-screen.png"
    [[nodiscard]] QString of(const QString &person, std::optional<Instant> at = {}) const;   // alone in a field: "Incident Commander"
    [[nodiscard]] QString holding(const QString &role, const QString &holder) const; // "second Incident Commander", where there were more

private:
    struct Alias
    {
        QStringList words; // folded
        int person = -1;   // -1: several people
        bool common = false;
    };
    struct Found;
    struct Seat // that somebody took
    {
        QString role;
        int person = -1;
        Instant from{};
    };

    void addPeople(const Incident &incident);
    void addPerson(const QString &name);
    void addAlias(const QStringList &words, int person);
    void addSeats(const Incident &incident);
    [[nodiscard]] QString label(int person, std::optional<Instant> at) const; // without an article: "Incident Commander", "responder 2"
    [[nodiscard]] QString roleAt(int person, Instant at) const;               // its name; empty: none
    [[nodiscard]] QString roleLabel(const QString &role, int person) const;
    [[nodiscard]] const Alias *aliasAt(const std::vector<struct Word> &words, size_t at, const QString &text) const;
    [[nodiscard]] QString replaced(const QString &text, std::optional<Instant> at, bool slug) const;

    std::vector<Rulebook::Named> m_roles;
    QSet<QString> m_keep;                         // folded names of roles, audiences, people of the plan that are none
    QStringList m_people;                         // in the order in which the record names them
    QHash<QString, int> m_index;                  // folded full name
    QHash<QString, std::vector<Alias>> m_aliases; // by their first word, the longest first
    std::vector<Seat> m_seats;
};

} // namespace qd::review
