#pragma once
// A log of many entries, written past the journal: no syncs, no hashes worth the name. For measuring only.

#include "models/journal/journal.h"
#include "tests/bench/baresqlite.h"

#include <QJsonArray>

#include <cmath>
#include <random>

namespace qd::bench {

inline const Instant benchStart = fromMsecs(1795269600000); // 21 November 2026

inline std::unique_ptr<Journal> openBenchJournal(const QString &path)
{
    OpenOptions options;
    options.now = benchStart;
    auto journal = Journal::open(path, options);
    if (!journal)
        qFatal("%s", qPrintable(journal.error().sentence));
    return std::move(*journal);
}

// Words as they occur in speech: the n-th most common one about 1/n as often as the first.
class Vocabulary
{
public:
    explicit Vocabulary(int size)
    {
        const QByteArray syllables[] = {"ro",  "de",  "ka", "mi", "sto", "ber", "lan", "qui",
                                        "tra", "pel", "no", "vi", "chu", "san", "fer", "gol"};
        for (int i = 0; i < size; ++i) {
            QByteArray word;
            for (int rest = i + 1; rest > 0; rest /= 16)
                word += syllables[rest % 16];
            m_words.push_back(i == 0 ? QByteArrayLiteral("checkout") : word); // long: as a beginning it is in no index of beginnings
            m_weights.push_back(1.0 / (i + 1));
        }
        m_draw = std::discrete_distribution<int>(m_weights.begin(), m_weights.end());
    }
    QByteArray text(int words)
    {
        QByteArray all;
        for (int i = 0; i < words; ++i)
            all += (i ? " " : "") + m_words[static_cast<size_t>(m_draw(m_random))];
        return all;
    }
    [[nodiscard]] QString word(size_t rank) const { return QString::fromLatin1(m_words[rank]); }

private:
    std::vector<QByteArray> m_words;
    std::vector<double> m_weights;
    std::discrete_distribution<int> m_draw;
    std::mt19937 m_random{4711};
};

// `size` entries of twelve words, over twenty incidents.
inline void makeBigLog(const QString &path, int size, Vocabulary &vocabulary)
{
    std::vector<IncidentId> incidents;
    {
        const auto journal = openBenchJournal(path);
        Recorder recorder(journal->console(), QStringLiteral("Dana"));
        for (int i = 0; i < 20; ++i) {
            incidents.push_back(IncidentId::make(benchStart));
            const QJsonObject body{{QStringLiteral("ref"), makeReference(incidents.back(), 6)},
                                   {QStringLiteral("title"), QStringLiteral("Incident")}};
            if (!journal->appendNow(
                    recorder.record({{incidents.back(), QStringLiteral("incident.declared"), body, benchStart}}, benchStart)))
                qFatal("the incidents could not be declared");
        }
    }
    BareDatabase database(path);
    for (const char *sql : {"PRAGMA synchronous = OFF", "PRAGMA cache_size = -200000", "BEGIN"})
        database.run(sql);
    {
        BareStatement event(
            database,
            "INSERT INTO event (id, incident, kind, body, author, happened_at, recorded_at, stamp, console, console_seq, body_hash, "
            "prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        BareStatement words(database, "INSERT INTO entry_text (rowid, text, event, incident, at) VALUES (?, ?, ?, ?, ?)");
        Recorder recorder(ConsoleId::make(benchStart), QStringLiteral("Lee"));
        for (int i = 0; i < size; ++i) {
            const Instant now = benchStart + std::chrono::seconds(i);
            const QByteArray text = vocabulary.text(12);
            const IncidentId incident = incidents[static_cast<size_t>(i) * incidents.size() / static_cast<size_t>(size)];
            Event entry = recorder.record({incident, QStringLiteral("entry.logged"), {}, now}, now);
            entry.consoleSeq = i + 1;
            entry.bodyHash = entry.prev = entry.hash = QByteArray(32, static_cast<char>(i));
            bindEvent(event, entry, "{\"kind\":\"note\",\"text\":\"" + text + "\"}");
            event.step();
            event.reset();
            words.number(1, sqlite3_last_insert_rowid(database));
            words.text(2, text);
            words.blob(3, entry.id.toBytes());
            words.blob(4, incident.toBytes());
            words.number(5, toMsecs(now));
            words.step();
            words.reset();
        }
    }
    database.run("INSERT OR IGNORE INTO place SELECT incident, stamp, id, position FROM event ORDER BY 1, 2, 3");
    database.run("INSERT OR IGNORE INTO link SELECT console, console_seq, position FROM event ORDER BY 1, 2");
    database.run("UPDATE incident SET last_position = (SELECT max(position) FROM event)");
    database.run("UPDATE projection SET projected_to = (SELECT max(position) FROM event)");
    database.run("COMMIT");
}

} // namespace qd::bench
