#pragma once
// A real outage, told as a list of events, played through the command line: declared, imported, staffed, moved on.

#include "tests/app/terminal.h"

#include <QDateTime>
#include <QDir>

namespace qd::test {

// Beside the source where there are any: {"title", "events": [{"at", "kind", "text"}]}.
inline QDir realIncidents()
{
    return QDir(QStringLiteral(QD_SOURCE_DIR "/../shared/incidents"));
}

class Replay
{
public:
    explicit Replay(const QString &path)
    {
        QFile source(path);
        if (source.open(QIODevice::ReadOnly))
            m_incident = QJsonDocument::fromJson(source.readAll()).object();
    }

    [[nodiscard]] QJsonArray events() const { return m_incident[QLatin1String("events")].toArray(); }
    [[nodiscard]] QString timeOf(const char *kind) const
    {
        for (const QJsonValue &event : events()) {
            if (event[QLatin1String("kind")].toString() == QLatin1String(kind))
                return event[QLatin1String("at")].toString();
        }
        return {};
    }

    [[nodiscard]] QString play(Terminal &room) const // what went wrong; empty: nothing
    {
        QString problem = declare(room);
        room.setNow(
            QDateTime::fromString(events().last()[QLatin1String("at")].toString(), Qt::ISODate).addSecs(3600).toString(Qt::ISODate));
        room.write(QStringLiteral("events.csv"), csv());
        QStringList lines{QStringLiteral("import timeline events.csv --incident last"),
                          QStringLiteral("role last ic Dana --at %1").arg(timeOf("detected")), QStringLiteral("role last scribe Sam")};
        const std::pair<const char *, const char *> statuses[] = {
            {"identified", "identified"}, {"mitigated", "monitoring"}, {"resolved", "resolved"}};
        for (const auto &[kind, status] : statuses) {
            if (!timeOf(kind).isEmpty())
                lines << QStringLiteral("status last %1 --at %2").arg(QLatin1String(status), timeOf(kind));
        }
        for (const QString &line : std::as_const(lines)) {
            if (problem.isEmpty())
                problem = room.run(line).err;
        }
        return problem;
    }

private:
    [[nodiscard]] QString declare(Terminal &room) const
    {
        const QString declared = timeOf("declared").isEmpty() ? timeOf("detected") : timeOf("declared");
        QStringList words{QStringLiteral("incident"),   QStringLiteral("declare"),
                          QStringLiteral("--severity"), QStringLiteral("P0"),
                          QStringLiteral("--title"),    m_incident[QLatin1String("title")].toString(),
                          QStringLiteral("--now"),      declared,
                          QStringLiteral("--detected"), timeOf("detected")};
        if (!timeOf("started").isEmpty())
            words << QStringLiteral("--started") << timeOf("started");
        return room.runWords(words).err;
    }
    [[nodiscard]] QByteArray csv() const
    {
        static const QStringList kinds{QStringLiteral("action"), QStringLiteral("decision")};
        QString text = QStringLiteral("at,text,kind,author\n");
        for (const QJsonValue &event : events()) {
            const QString kind = event[QLatin1String("kind")].toString();
            text += QStringLiteral("%1,\"%2\",%3,Sam\n")
                        .arg(event[QLatin1String("at")].toString(),
                             event[QLatin1String("text")].toString().replace(QLatin1Char('"'), QLatin1String("\"\"")),
                             kinds.contains(kind) ? kind : QStringLiteral("note"));
        }
        return text.toUtf8();
    }

    QJsonObject m_incident;
};

inline QString lettersOf(const QString &text) // what escaping and line breaks leave alone
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

} // namespace qd::test
