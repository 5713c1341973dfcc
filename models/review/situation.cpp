// The situation on one key, as plain text at three lengths: a few sentences for executives, one screen for someone who joins, and all that
// the next commander takes over.
#include "models/clocks/calendar.h"
#include "models/review/brief.h"

namespace qd::review {
namespace {

constexpr qsizetype all = 100;

void addGroup(QStringList &text, const QString &title, QStringList lines, qsizetype most = all)
{
    if (lines.isEmpty())
        return;
    const qsizetype more = lines.size() - most;
    if (more > 0) {
        lines = lines.mid(0, most);
        lines << QStringLiteral("and %1 more").arg(more);
    }
    text << QString() << title;
    for (const QString &line : lines)
        text << QLatin1String("  ") + line;
}

QStringList newest(const QStringList &lines, qsizetype most)
{
    return lines.mid(std::max<qsizetype>(0, lines.size() - most));
}

QStringList withoutThose(QStringList lines, const QStringList &told)
{
    lines.removeIf([&told](const QString &line) { return told.contains(line); });
    return lines;
}

QString titleLine(const Incident &incident)
{
    QStringList marks;
    if (incident.drill)
        marks << QStringLiteral("EXERCISE");
    if (incident.restricted)
        marks << QStringLiteral("RESTRICTED");
    const QString mark = marks.isEmpty() ? QString() : QStringLiteral("  [%1]").arg(marks.join(QLatin1String(", ")));
    QStringList names{incident.ref, incident.displayTitle()};
    names.removeDuplicates(); // restricted, and without a codename
    return names.join(QLatin1String("  ")) + mark;
}

QStringList headLines(const Brief &brief)
{
    const Incident &incident = brief.incident;
    QStringList facts{QStringLiteral("Severity ") + severityText(incident, incident.severity), statusText(incident.status),
                      lastedText(brief)};
    facts.removeAll(QString());
    return {titleLine(incident), QStringLiteral("As of %1; times below are %2").arg(moment(brief.now, brief.zone), zoneName(brief.zone)),
            facts.join(QStringLiteral(" · "))};
}

QStringList conditions(const Brief &brief)
{
    const Incident &incident = brief.incident;
    QStringList lines{
        QStringLiteral("Impact: %1").arg(incident.impact.isEmpty() ? QStringLiteral("not recorded") : incident.impact.simplified())};
    if (!incident.services.isEmpty())
        lines << QStringLiteral("Services: %1").arg(listText(incident.services));
    return lines + suspected(brief);
}

// "Dana, Incident Commander"
QStringList whoToTalkTo(const Brief &brief)
{
    QStringList held;
    QStringList empty;
    for (const Rulebook::Named &role : brief.incident.rules.roles) {
        const QString holder = brief.incident.holder(role.id);
        const QString name = role.name.isEmpty() ? role.id : role.name;
        if (holder.isEmpty())
            empty << name;
        else
            held << QStringLiteral("%1: %2").arg(name, holder);
    }
    if (!empty.isEmpty())
        held << QStringLiteral("Nobody yet: %1").arg(listText(empty));
    return held;
}

QString forJoining(const Brief &brief)
{
    QStringList text = headLines(brief);
    addGroup(text, QStringLiteral("CONDITIONS"), conditions(brief), 5);
    addGroup(text, QStringLiteral("ACTIONS"), newest(done(brief), 4));
    addGroup(text, QStringLiteral("NEEDS"), needs(brief), 5);
    addGroup(text, QStringLiteral("ROLES"), whoToTalkTo(brief));
    addGroup(text, QStringLiteral("DUE NEXT"), dueLines(brief), 3);
    return text.join(QLatin1Char('\n'));
}

QString forExecutives(const Brief &brief)
{
    const Incident &incident = brief.incident;
    return QStringLiteral("%1\n%2 · as of %3\n\n%4")
        .arg(titleLine(incident), QStringLiteral("Severity ") + severityText(incident, incident.severity), moment(brief.now, brief.zone),
             executiveBrief(brief));
}

QString forHandover(const Brief &brief)
{
    QStringList text = headLines(brief);
    addGroup(text, QStringLiteral("CONDITIONS"), conditions(brief) + ruledOut(brief));
    addGroup(text, QStringLiteral("DECISIONS"), decided(brief));
    addGroup(text, QStringLiteral("ACTIONS"), newest(withoutThose(done(brief), decided(brief)), 15));
    addGroup(text, QStringLiteral("NEEDS: you take these over"), needs(brief));
    addGroup(text, QStringLiteral("DUE NEXT"), dueLines(brief));
    addGroup(text, QStringLiteral("ROLES"), roleLines(brief));
    addGroup(text, QStringLiteral("LAST SAID, and so promised"), saidLines(brief));
    addGroup(text, QStringLiteral("BEFORE YOU GO, by the plan"), brief.plan.onCall.handoff);
    return text.join(QLatin1Char('\n'));
}

} // namespace

QString situation(const plan::Plan &plan, const Incident &incident, Instant now, BriefFor reader)
{
    const Brief brief{plan, incident, now, clocks::zoneOf(plan), clocks::clocks(plan, incident, now)};
    switch (reader) {
    case BriefFor::Executives: return forExecutives(brief) + QLatin1Char('\n');
    case BriefFor::Handover: return forHandover(brief) + QLatin1Char('\n');
    case BriefFor::Joining: break;
    }
    return forJoining(brief) + QLatin1Char('\n');
}

} // namespace qd::review
