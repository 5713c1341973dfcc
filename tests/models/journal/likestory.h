#pragma once
// Incidents told from a text file (tests/data/related): a heading "# REF | type | services | title", then "impact:", "cause:", "end:" and
// entries: "=" an observation, "?" a hypothesis, "*" an action, "!" a decision, ">" a communication.

#include "tests/models/journal/journalstory.h"

namespace qd::test {

struct ToldIncident
{
    QString ref, type, title, impact, cause, end;
    QStringList services;
    std::vector<std::pair<QString, QString>> entries; // kind and text
};

inline std::vector<ToldIncident> readTold(const char *file)
{
    static const QHash<QChar, QString> kinds{{u'=', QStringLiteral("observation")}, {u'?', QStringLiteral("hypothesis")},
                                             {u'*', QStringLiteral("action")},      {u'!', QStringLiteral("decision")},
                                             {u'>', QStringLiteral("communication")}};
    QFile source(QStringLiteral(QD_SOURCE_DIR "/tests/data/related/") + QLatin1String(file));
    if (!source.open(QIODevice::ReadOnly))
        qFatal("%s is not there", file);
    std::vector<ToldIncident> all;
    for (const QString &line : QString::fromUtf8(source.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QString rest = line.section(QLatin1Char(' '), 1).trimmed();
        if (line[0] == u'#') {
            const QStringList parts = rest.split(QStringLiteral(" | "));
            ToldIncident told;
            told.ref = parts.value(0).section(QLatin1Char(' '), -1);
            told.type = parts.value(1);
            told.services = parts.value(2).split(QStringLiteral(", "));
            told.title = parts.value(3);
            all.push_back(told);
        } else if (line.startsWith(QLatin1String("impact:"))) {
            all.back().impact = rest;
        } else if (line.startsWith(QLatin1String("cause:"))) {
            all.back().cause = rest;
        } else if (line.startsWith(QLatin1String("end:"))) {
            all.back().end = rest;
        } else {
            all.back().entries.emplace_back(kinds.value(line[0]), rest);
        }
    }
    return all;
}

inline QJsonObject planWithCauses()
{
    QJsonObject plan = smallPlan();
    plan[QStringLiteral("id")] = QStringLiteral("small");
    return plan;
}

inline IncidentId tell(JournalStory &story, const ToldIncident &told)
{
    command::Declare declare;
    declare.title = told.title;
    declare.type = told.type;
    declare.services = told.services;
    declare.impact = told.impact;
    const IncidentId id = story.declare(declare, told.ref);
    for (const auto &[kind, text] : told.entries) {
        command::LogEntry entry;
        entry.kind = kind;
        entry.text = text;
        story.submit(id, entry);
    }
    if (!told.cause.isEmpty())
        story.submit(id, command::WriteSection{QStringLiteral("root-cause"), told.cause, {}});
    if (!told.end.isEmpty())
        story.submit(id, command::ChangeStatus{QStringLiteral("resolved"), told.end, {}});
    return id;
}

inline std::vector<LikeHit> likeThat(JournalStory &story, const IncidentId &incident, int limit = 8)
{
    LikeQuery query = likeQueryOf(fold(must(story.journal().events(incident))));
    query.limit = limit;
    return must(story.journal().like(query));
}

inline QStringList refsOf(const std::vector<LikeHit> &hits)
{
    QStringList refs;
    for (const LikeHit &hit : hits)
        refs << hit.ref;
    return refs;
}

} // namespace qd::test
