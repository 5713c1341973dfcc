#include "tests/support/story.h"

#include "models/core/durationtext.h"
#include "models/core/undo.h"

#include <QRegularExpression>
#include <QTest>

namespace qd::test {

Instant at(const char *clock)
{
    const QTime time = QTime::fromString(QLatin1String(clock), QLatin1String(clock).size() > 5 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
    return toInstant(QDateTime(QDate(2026, 11, 21), time, Qt::UTC));
}

QJsonObject smallPlan()
{
    static const QByteArray json = R"({"id":"small","name":"A small plan","zone":"UTC",
        "severities":[{"id":"P0","name":"Critical"},{"id":"P1","name":"High"},{"id":"P2","name":"Low"}],
        "roles":[{"id":"ic","name":"Incident Commander","abbrev":"IC","duties":["Declare","Decide"]},{"id":"tech-lead","name":"Technical Lead"},
                 {"id":"comms","name":"Communications Lead"},{"id":"scribe","name":"Scribe"}],
        "audiences":[{"id":"responders","name":"Responders"},{"id":"status-page","name":"Status page","external":true},
                     {"id":"executives","name":"Executives"}],
        "checklists":[{"id":"triage","title":"Triage","items":["Check the dashboards","Check the last deployment"]}],
        "scenarios":[{"id":"service-down","name":"Service Down","steps":[{"title":"Restart"}]}],
        "escalation":[{"id":"p0-cto","who":"CTO","step":1}],
        "postmortem":{"sections":[{"id":"root-cause","title":"Root Cause","required":true},
                                  {"id":"timeline","title":"Timeline","required":true,"fill":"timeline"}]}})";
    return QJsonDocument::fromJson(json).object();
}

ConsoleId Story::consoleOf(const QString &author)
{
    return ConsoleId(QUuid::createUuidV5(QUuid(), author));
}

void Story::tell(const QString &lines)
{
    for (const QString &line : lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        const Result<EventId> done = tryLine(line.trimmed());
        if (!done)
            qFatal("the story does not go on at '%s': %s", qPrintable(line.trimmed()), qPrintable(done.error().sentence));
    }
}

Result<EventId> Story::tryLine(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral("^([\\d:]+)(?:>([\\d:]+))?\\s+(\\S+)\\s+(\\S+)\\s*(.*)$"));
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.hasMatch())
        return failure(ErrorCode::Usage, QStringLiteral("not a line of a story: ") + line);
    const Instant first = at(match.captured(1).toLatin1().constData());
    const bool isLate = !match.captured(2).isEmpty();
    const Instant now = isLate ? at(match.captured(2).toLatin1().constData()) : first;
    const Result<Command> command = commandOf(match.captured(3), match.captured(4), match.captured(5), isLate ? std::optional(first) : std::nullopt);
    if (!command)
        return tl::unexpected(command.error());
    return submit(match.captured(3), now, *command);
}

Result<EventId> Story::submit(const QString &author, Instant now, const Command &command)
{
    const Incident before = incident();
    const DeskContext context{author, now};
    const auto *declare = std::get_if<command::Declare>(&command);
    const Result<Drafts> drafts = declare ? decideDeclare(*declare, IncidentId::make(now), context) : decide(before, command, context);
    if (!drafts)
        return tl::unexpected(drafts.error());
    auto recorder = m_recorders.try_emplace(author, consoleOf(author), author).first;
    for (const Event &event : m_events)
        recorder->second.observe(event.stamp);
    for (const Event &event : recorder->second.record(*drafts, now))
        m_events.push_back(event);
    return last();
}

EventId Story::entryOf(const QString &text) const
{
    const Incident told = incident();
    for (const TimelineEntry &entry : told.entries) {
        if (entry.text.contains(text))
            return entry.id;
    }
    return {};
}

Result<Command> Story::commandOf(const QString &author, const QString &verb, const QString &rest, std::optional<Instant> happened) const
{
    const QString first = rest.section(QLatin1Char(' '), 0, 0);
    const QString second = rest.section(QLatin1Char(' '), 1, 1);
    const QString afterFirst = rest.section(QLatin1Char(' '), 1);
    const QString afterSecond = rest.section(QLatin1Char(' '), 2);
    if (verb == QLatin1String("declare")) {
        command::Declare declare;
        declare.severity = first;
        declare.title = afterFirst;
        declare.detected = happened;
        declare.plan = m_plan;
        declare.ref = QStringLiteral("INC-TEST");
        return declare;
    }
    if (verb == QLatin1String("set"))
        return command::Amend{first, afterFirst};
    if (verb == QLatin1String("ack"))
        return command::Acknowledge{happened};
    if (verb == QLatin1String("severity"))
        return command::ChangeSeverity{first, afterFirst, happened};
    if (verb == QLatin1String("status"))
        return command::ChangeStatus{first, afterFirst, happened};
    if (verb == QLatin1String("role"))
        return command::AssignRole{first, afterFirst, {}, happened};
    if (verb == QLatin1String("release"))
        return command::ReleaseRole{first, happened};
    if (verb == QLatin1String("offer"))
        return command::OfferHandover{first, second, afterSecond};
    if (verb == QLatin1String("accept"))
        return command::AcceptHandover{first};
    if (verb == QLatin1String("ask"))
        return command::MakeAsk{first, afterSecond, readDuration(second), happened};
    if (verb == QLatin1String("check"))
        return command::TickCheck{first, afterFirst};
    if (verb == QLatin1String("scenario"))
        return command::AttachScenario{rest};
    if (verb == QLatin1String("draft"))
        return command::DraftUpdate{first, afterFirst, {}};
    if (verb == QLatin1String("approve"))
        return command::ApproveUpdate{first};
    if (verb == QLatin1String("update"))
        return command::SendUpdate{first, afterFirst, {}, {}, happened};
    if (verb == QLatin1String("pause"))
        return command::PauseClock{first, afterFirst};
    if (verb == QLatin1String("resume"))
        return command::ResumeClock{first};
    if (verb == QLatin1String("snooze"))
        return command::SnoozeClock{first, readDuration(second).value_or(Duration{}), afterSecond};
    if (verb == QLatin1String("waive"))
        return command::WaiveClock{first, afterFirst};
    if (verb == QLatin1String("escalate"))
        return command::Escalate{first, afterFirst, happened};
    if (verb == QLatin1String("action-item"))
        return command::AddAction{afterFirst, first, {}, {}, {}, {}};
    if (verb == QLatin1String("write"))
        return command::WriteSection{first, afterFirst, {}};
    if (verb == QLatin1String("link"))
        return command::LinkIncident{first, second};
    if (verb == QLatin1String("review-by"))
        return command::AskReview{rest};
    if (verb == QLatin1String("comment"))
        return command::Comment{first, afterFirst, {}, {}};
    if (verb == QLatin1String("postmortem"))
        return command::MovePostmortem{first};
    if (verb == QLatin1String("undo")) {
        const std::optional<Undoable> last = UndoStack(author, m_events).undoable();
        return last ? command::Undo{last->event, last->kind} : command::Undo{};
    }
    if (verb == QLatin1String("redo")) {
        const std::optional<Undoable> last = UndoStack(author, m_events).redoable();
        return last ? command::Redo{last->event} : command::Redo{};
    }
    command::LogEntry entry;
    entry.kind = verb;
    entry.text = rest;
    entry.at = happened;
    return entry;
}

QString timelineText(const Incident &incident)
{
    QStringList lines;
    for (const int index : timelineOrder(incident)) {
        const TimelineEntry &entry = incident.entries[static_cast<size_t>(index)];
        QStringList line{toDateTime(entry.at, QTimeZone::utc()).toString(QStringLiteral("HH:mm")), entry.kind, entry.text};
        const std::pair<bool, const char *> marks[] = {{entry.late, "[late]"}, {entry.edited, "[edited]"}, {entry.redacted, "[redacted]"},
                                                       {entry.pinned, "[pinned]"}, {entry.undone, "[undone]"}};
        for (const auto &[set, mark] : marks) {
            if (set)
                line << QLatin1String(mark);
        }
        lines << line.join(QLatin1Char(' ')).simplified();
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace qd::test
