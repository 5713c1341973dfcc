#pragma once
// Who is spoken of in a sentence: the incident's people by name, others by a first name, and people by their trade.

#include "models/core/incident.h"

#include <QSet>

namespace qd::review {

enum class Who : unsigned {
    Name = 1,     // Dana, @dana, Dana Ek
    Trade = 2,    // the on-call engineer, an intern, somebody
    Pronoun = 4,  // he, she
    Theirs = 8,   // his, her
    Team = 16,    // the DBA team, QA
    They = 32,    // they, you: people perhaps, machines perhaps
    Unclear = 64, // the operator, the agent, the manager: a person or a program
};

struct Mention
{
    qsizetype start = 0; // in the sentence, with "the" before it
    qsizetype end = 0;
    Who who = Who::Name;
};

class People
{
public:
    explicit People(const Incident &incident);
    [[nodiscard]] std::vector<Mention> in(QStringView sentence) const; // "we", "our team", users and customers are not among them

private:
    void add(const QString &person);
    [[nodiscard]] bool isName(QStringView word) const;

    QSet<QString> m_names; // lower case, each word of its own
    QSet<QString> m_services;
};

} // namespace qd::review
