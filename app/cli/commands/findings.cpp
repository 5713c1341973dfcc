#include "app/cli/commands/findings.h"

#include "app/cli/shell.h"
#include "models/exchange/incidentjson.h"

namespace qd::cli {
namespace {

using review::Finding;

constexpr qsizetype shortestHandle = 6;

// As many digits of the key as tell it from the others.
qsizetype handleLength(const std::vector<Finding> &findings)
{
    for (qsizetype length = shortestHandle; length < 16; ++length) {
        QSet<QString> met;
        for (const Finding &finding : findings)
            met.insert(finding.key.left(length));
        if (met.size() == static_cast<qsizetype>(findings.size()))
            return length;
    }
    return 16;
}

QString placeText(const Finding &finding)
{
    if (finding.place.isEmpty())
        return {};
    const EventId entry = EventId::fromString(finding.place);
    return QStringLiteral(" in %1").arg(entry.isNull() ? finding.place : handleOf(entry));
}

QString linesOf(const Finding &finding, qsizetype length)
{
    const QString indent(length + 2, QLatin1Char(' '));
    QString lines = QStringLiteral("%1  %2%3: %4").arg(finding.key.left(length), finding.rule, placeText(finding), finding.text);
    if (finding.dismissed)
        return lines + QStringLiteral("\n%1dismissed by %2: %3").arg(indent, finding.dismissedBy, finding.reason);
    if (!finding.suggestion.isEmpty())
        lines += QLatin1Char('\n') + indent + finding.suggestion;
    return lines;
}

Result<Finding> findingOf(const std::vector<Finding> &findings, const QString &text, const Room &room)
{
    std::vector<const Finding *> meant;
    for (const Finding &finding : findings) {
        if (text.size() >= shortestHandle && finding.key.startsWith(text.toLower()))
            meant.push_back(&finding);
    }
    if (meant.size() == 1)
        return *meant.front();
    if (!meant.empty())
        return refused(QStringLiteral("several findings are meant by '%1'; give more of it").arg(text));
    return refused(
        QStringLiteral("there is no finding '%1' in %2; 'postmortem lint %2 --all' lists them, and six or more of the first digits will do")
            .arg(text, room.incident.ref));
}

Result<Command> dismissal(const Room &room, const Arguments &given, Instant now)
{
    const std::vector<Finding> findings = review::everyFinding(room.plan, room.incident, now);
    const bool undo = given.has("undo");
    if (undo && given.has("reason"))
        return failure(ErrorCode::Usage, QStringLiteral("--undo takes the dismissal back and needs no --reason"));
    return findingOf(findings, given.word("FINDING"), room).and_then([&](const Finding &finding) -> Result<Command> {
        if (undo && !finding.dismissed)
            return refused(QStringLiteral("the finding %1 is not dismissed").arg(finding.key.left(shortestHandle)));
        return command::DismissFinding{finding.key, given.value("reason"), !undo};
    });
}

} // namespace

Result<Answer> lintPostmortem(Shell &shell)
{
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const std::vector<Finding> every = review::everyFinding(room->plan, room->incident, shell.now());
    std::vector<Finding> findings = every;
    if (!shell.arguments().has("all"))
        std::erase_if(findings, [](const Finding &finding) { return finding.dismissed; });
    const qsizetype length = handleLength(every);
    QStringList lines;
    for (const Finding &finding : findings)
        lines << linesOf(finding, length);
    if (const size_t hidden = every.size() - findings.size(); hidden > 0)
        lines << QStringLiteral("%1 dismissed; --all lists them too").arg(hidden);
    return Answer{lines.isEmpty() ? QStringLiteral("nothing is missing") : lines.join(QLatin1Char('\n')), exchange::findingsJson(findings)};
}

Result<Answer> dismissFinding(Shell &shell)
{
    return shell.changeBy([&shell](const Room &room) { return dismissal(room, shell.arguments(), shell.now()); });
}

} // namespace qd::cli
