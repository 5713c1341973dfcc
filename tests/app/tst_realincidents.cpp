// Real outages, replayed through the command line: the durations equal what their own events say, and the documents hold every entry.
#include "tests/app/terminal.h"

#include <QDateTime>
#include <QDir>

using namespace qd::test;

namespace {

constexpr char folder[] = QD_SOURCE_DIR "/../shared/incidents";

QString quoted(QString text)
{
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QByteArray csvOf(const QJsonArray &events)
{
    static const QStringList kinds{QStringLiteral("action"), QStringLiteral("decision")};
    QString csv = QStringLiteral("at,text,kind,author\n");
    for (const QJsonValue &event : events) {
        const QString kind = event[QLatin1String("kind")].toString();
        csv += QStringLiteral("%1,%2,%3,%4\n")
                   .arg(event[QLatin1String("at")].toString(), quoted(event[QLatin1String("text")].toString()),
                        kinds.contains(kind) ? kind : QStringLiteral("note"), QStringLiteral("Sam"));
    }
    return csv.toUtf8();
}

QString lettersOf(const QString &text) // what escaping and line breaks leave alone
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

} // namespace

class TestRealIncidents : public QObject
{
    Q_OBJECT

private:
    QJsonArray m_events;

    QString timeOf(const char *kind) const
    {
        for (const QJsonValue &event : m_events) {
            if (event[QLatin1String("kind")].toString() == QLatin1String(kind))
                return event[QLatin1String("at")].toString();
        }
        return {};
    }

    QJsonValue secondsBetween(const char *from, const char *to) const
    {
        if (timeOf(from).isEmpty() || timeOf(to).isEmpty())
            return QJsonValue::Null;
        const qint64 seconds = QDateTime::fromString(timeOf(from), Qt::ISODate).secsTo(QDateTime::fromString(timeOf(to), Qt::ISODate));
        return seconds < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(seconds);
    }

    void declare(Terminal &room, const QString &title)
    {
        const QString declared = timeOf("declared").isEmpty() ? timeOf("detected") : timeOf("declared");
        QStringList words{QStringLiteral("incident"),   QStringLiteral("declare"),
                          QStringLiteral("--severity"), QStringLiteral("P0"),
                          QStringLiteral("--title"),    title,
                          QStringLiteral("--now"),      declared,
                          QStringLiteral("--detected"), timeOf("detected")};
        if (!timeOf("started").isEmpty())
            words << QStringLiteral("--started") << timeOf("started");
        const Outcome outcome = room.runWords(words);
        QVERIFY2(outcome.code == Done, qPrintable(outcome.err));
    }

    void does(const Terminal &room, const QString &words)
    {
        const Outcome outcome = room.run(words);
        QVERIFY2(outcome.code == Done, qPrintable(words + QStringLiteral(": ") + outcome.err));
    }

    void play(Terminal &room, const QString &title)
    {
        declare(room, title);
        room.setNow(
            QDateTime::fromString(m_events.last()[QLatin1String("at")].toString(), Qt::ISODate).addSecs(3600).toString(Qt::ISODate));
        room.write(QStringLiteral("events.csv"), csvOf(m_events));
        does(room, QStringLiteral("import timeline events.csv --incident last"));
        does(room, QStringLiteral("role last ic Dana --at %1").arg(timeOf("detected")));
        does(room, QStringLiteral("role last scribe Sam"));
        const std::pair<const char *, const char *> statuses[] = {
            {"identified", "identified"}, {"mitigated", "monitoring"}, {"resolved", "resolved"}};
        for (const auto &[kind, status] : statuses) {
            if (!timeOf(kind).isEmpty())
                does(room, QStringLiteral("status last %1 --at %2").arg(QLatin1String(status), timeOf(kind)));
        }
    }

private slots:
    void replayed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("none, where they do not stand beside the source") << QString();
        for (const QString &file : QDir(QLatin1String(folder)).entryList({QStringLiteral("*.json")}))
            QTest::newRow(qPrintable(file)) << file;
    }

    void replayed()
    {
        QFETCH(QString, file);
        if (file.isEmpty())
            return;
        QFile source(QLatin1String(folder) + QLatin1Char('/') + file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QJsonObject incident = QJsonDocument::fromJson(source.readAll()).object();
        m_events = incident[QLatin1String("events")].toArray();
        Terminal room;
        play(room, incident[QLatin1String("title")].toString());
        if (QTest::currentTestFailed())
            return;

        const QJsonObject shown = room.object(QStringLiteral("incident show last"));
        const QJsonObject durations{{QStringLiteral("to_detect"), secondsBetween("started", "detected")},
                                    {QStringLiteral("to_acknowledge"), QJsonValue::Null},
                                    {QStringLiteral("to_identify"), QJsonValue::Null},
                                    {QStringLiteral("to_mitigate"), secondsBetween("detected", "mitigated")},
                                    {QStringLiteral("to_resolve"), secondsBetween("detected", "resolved")},
                                    {QStringLiteral("total"), secondsBetween("started", "resolved")}};
        QCOMPARE(shown[QLatin1String("durations")].toObject(), durations);

        for (const QString &ending : {QStringLiteral("md"), QStringLiteral("html"), QStringLiteral("json")}) {
            does(room, QStringLiteral("postmortem export last pm.") + ending);
            const QString document = QString::fromUtf8(room.read(QStringLiteral("pm.") + ending));
            const QString letters = lettersOf(document);
            for (const QJsonValue &event : m_events) {
                const QString text = event[QLatin1String("text")].toString();
                const QString wanted = ending == QLatin1String("html") ? text.toHtmlEscaped() : text;
                QVERIFY2(letters.contains(lettersOf(wanted)), qPrintable(ending + QStringLiteral(" lacks: ") + text));
            }
        }
    }

    void anImpossibleOrderIsNoNumber()
    {
        Terminal room;
        room.setNow(QStringLiteral("2026-11-21T14:00:00Z"));
        does(room, QStringLiteral("incident declare --severity P0 --title T --started -10m --detected -20m"));
        does(room, QStringLiteral("ack last --at -30m"));
        does(room, QStringLiteral("status last resolved --at -25m"));
        const QJsonObject durations = room.object(QStringLiteral("incident show last"))[QLatin1String("durations")].toObject();
        for (const char *key : {"to_detect", "to_acknowledge", "to_identify", "to_resolve", "total"})
            QVERIFY2(durations[QLatin1String(key)].isNull(), key);
    }
};

QTEST_GUILESS_MAIN(TestRealIncidents)
#include "tst_realincidents.moc"
