#pragma once
// A war room after the storm: an incident that is over, its post-mortem in front of Dana, and Lee at another desk with the same record.

#include "tests/ui/paneroom.h"
#include "ui/panes/postmortem/postmortempane.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTextBrowser>

namespace qd::test {

class ReviewRoom : public PaneRoom
{
public:
    ReviewRoom()
    {
        incident = declare();
        command::LogEntry entry;
        entry.text = QStringLiteral("Shard 1 rolled back");
        shardOne = submit(entry);
        entry.text = QStringLiteral("Shard 2 rolled back");
        submit(entry);
        show(ui::createPostmortemPane, {1200, 760});
        for (const plan::Section &section : session->plan().postmortem.sections) {
            if (section.required && section.fill.isEmpty())
                byHand << section.id;
        }
        perform(QStringLiteral("open"), byHand.first());
    }

    [[nodiscard]] QListView *outline() const { return find<QListView>(QStringLiteral("Post-mortem outline")); }
    [[nodiscard]] QPlainTextEdit *text() const { return find<QPlainTextEdit>(QStringLiteral("Section text")); }
    [[nodiscard]] QTextBrowser *preview() const { return find<QTextBrowser>(QStringLiteral("Section preview")); }
    [[nodiscard]] QListView *list(const char *name) const { return find<QListView>(QLatin1String(name)); }
    [[nodiscard]] QPushButton *button(const char *name) const { return find<QPushButton>(QLatin1String(name)); }

    void type(const QString &words)
    {
        text()->setFocus();
        text()->textCursor().clearSelection();
        text()->insertPlainText(words);
    }
    void leave() { perform(QStringLiteral("next")); } // to another section: what was typed is written

    [[nodiscard]] bool says(const QString &words) const // somewhere in the pane
    {
        const QList<QLabel *> labels = pane->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    [[nodiscard]] QString spoken(const QListView *of, int row) const
    {
        return of->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }

    void writeAll() // what the plan asks for
    {
        for (const QString &section : byHand)
            submit(command::WriteSection{section, QStringLiteral("Written."), {}});
    }
    void resolve() { submit(command::ChangeStatus{QStringLiteral("resolved"), {}, {}}); }

    IncidentId incident;
    EventId shardOne;
    QStringList byHand; // sections that the plan asks a person for
};

// Lee, with the same file open in another program.
class Colleague
{
public:
    explicit Colleague(ReviewRoom &room) // sees what the room has written so far
    {
        if (!QTest::qWaitFor([&room] { return room.session->saveStatus().state == SaveState::Saved; }))
            qFatal("what was written is not saved");
        OpenOptions options;
        options.now = room.clock.now();
        Result<std::unique_ptr<Journal>> opened = Journal::open(room.folder.filePath(QStringLiteral("room.db")), options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        journal = std::move(*opened);
        session = std::make_unique<IncidentSession>(
            IncidentSession::Services{*journal, room.clock, [] { return std::vector<PlanChoice>(); }, plan::loadShipped},
            QStringLiteral("Lee"));
        session->open(room.incident);
        if (!QTest::qWaitFor([this] { return session->hasIncident(); }))
            qFatal("Lee does not see the incident");
    }

    void write(const QString &section, const QString &text)
    {
        const WrittenSection *written = session->incident().section(section);
        const Result<EventId> done = session->submit(command::WriteSection{section, text, written ? written->event : EventId()});
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }

    std::unique_ptr<Journal> journal;
    std::unique_ptr<IncidentSession> session;
};

} // namespace qd::test
