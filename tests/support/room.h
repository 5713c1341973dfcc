#pragma once
// A war room for tests: a journal in a temporary folder, a clock that stands still, and a session over them.

#include "models/journal/journal.h"
#include "models/plan/json.h"
#include "models/session/session.h"
#include "tests/support/manualclock.h"
#include "tests/support/story.h"

#include <QTemporaryDir>
#include <QTest>

namespace qd::test {

class Room
{
public:
    explicit Room(const QString &author = QStringLiteral("Dana"), Instant start = at("14:02")) : clock(start) { enter(author); }

    // The program is started again on the same file.
    void enter(const QString &author)
    {
        session.reset();
        journal.reset();
        OpenOptions options;
        options.now = clock.now();
        Result<std::unique_ptr<Journal>> opened = Journal::open(path(), options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        journal = std::move(*opened);
        const auto load = [](const QString &) -> Result<plan::Plan> { return plan::fromJson(smallPlan()); };
        const auto choices = [] { return std::vector<PlanChoice>{{QStringLiteral("small"), QStringLiteral("A small plan")}}; };
        session = std::make_unique<IncidentSession>(IncidentSession::Services{*journal, clock, choices, load}, author);
    }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("room.db")); }

    IncidentId declare(const QString &severity = QStringLiteral("P0"), const QString &title = QStringLiteral("Checkout returns 503"))
    {
        command::Declare declare;
        declare.severity = severity;
        declare.title = title;
        declare.detected = clock.now();
        const Result<IncidentId> id = session->declare(declare, QStringLiteral("small"));
        if (!id)
            qFatal("%s", qPrintable(id.error().sentence));
        return *id;
    }

    Result<EventId> log(const QString &text, const QString &kind = QStringLiteral("note"))
    {
        command::LogEntry entry;
        entry.text = text;
        entry.kind = kind;
        return session->submit(entry);
    }

    [[nodiscard]] bool settled() const
    {
        return QTest::qWaitFor([this] { return session->saveStatus().state == SaveState::Saved; }, 5000);
    }

    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<IncidentSession> session;
};

} // namespace qd::test
