#pragma once
// Incidents told into a journal on the disk, through the Desk. A refused command fails the test at once: here none is expected.

#include "models/core/desk.h"
#include "models/core/fold.h"
#include "models/journal/journal.h"
#include "tests/support/story.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace qd::test {

template<class T>
T must(Result<T> result) // the value, or the end of the test
{
    if (!result)
        qFatal("not expected to fail: %s (%s)", qPrintable(result.error().sentence), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

inline std::unique_ptr<Journal> openJournal(const QString &path, OpenOptions options = {})
{
    if (options.now == Instant{})
        options.now = at("14:00");
    return must(Journal::open(path, options));
}

class JournalStory
{
public:
    explicit JournalStory(const QString &path, const QString &author = QStringLiteral("Dana"))
        : m_journal(openJournal(path)),
          m_recorder(m_journal->console(), author)
    {
        m_recorder.observe(m_journal->lastStamp());
    }

    [[nodiscard]] Journal &journal() { return *m_journal; }
    void close() { m_journal.reset(); }

    IncidentId declare(const QString &title, const QString &ref = {}, bool drill = false)
    {
        command::Declare declared;
        declared.title = title;
        declared.drill = drill;
        return declare(std::move(declared), ref);
    }
    IncidentId declare(command::Declare declare, const QString &ref = {})
    {
        if (declare.severity.isEmpty())
            declare.severity = QStringLiteral("P0");
        if (declare.plan.isEmpty())
            declare.plan = smallPlan();
        const IncidentId id = IncidentId::make(m_now);
        declare.ref = ref.isEmpty() ? makeReference(id, 6) : ref;
        store(must(decideDeclare(declare, id, {m_recorder.author(), m_now})));
        return id;
    }
    Event submit(const IncidentId &incident, const Command &command)
    {
        const std::vector<Event> events = must(m_journal->events(incident));
        return store(must(decide(fold(events), command, {m_recorder.author(), m_now}))).front();
    }
    Event log(const IncidentId &incident, const QString &text)
    {
        return store({{incident,
                       QStringLiteral("entry.logged"),
                       {{QStringLiteral("kind"), QStringLiteral("note")}, {QStringLiteral("text"), text}},
                       m_now}})
            .front();
    }
    std::vector<Event> record(const Drafts &drafts) { return m_recorder.record(drafts, m_now); }
    [[nodiscard]] Instant now() const { return m_now; }
    void setNow(Instant now) { m_now = now; }
    [[nodiscard]] QStringList found(const QString &words, const std::optional<IncidentId> &incident = {})
    {
        QStringList texts;
        SearchQuery query;
        query.words = words;
        query.incident = incident;
        for (const SearchHit &hit : must(m_journal->search(query)))
            texts << hit.text;
        return texts;
    }

private:
    std::vector<Event> store(const Drafts &drafts)
    {
        m_now += std::chrono::seconds(1);
        return must(m_journal->appendNow(m_recorder.record(drafts, m_now)));
    }

    std::unique_ptr<Journal> m_journal;
    Recorder m_recorder;
    Instant m_now = at("14:02");
};

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace qd::test
