#include "models/core/scribecommands.h"

#include "models/core/daytext.h"
#include "models/core/durationtext.h"

#include <QRegularExpression>

namespace qd {
namespace {

// The words after the command's name, taken one by one.
class Words
{
public:
    explicit Words(const QString &text) : m_rest(text.trimmed()) { }
    [[nodiscard]] QString first() const { return m_rest.section(QLatin1Char(' '), 0, 0); }
    QString take()
    {
        const QString word = first();
        m_rest = m_rest.mid(word.size()).trimmed();
        return word;
    }
    [[nodiscard]] const QString &rest() const { return m_rest; }

private:
    QString m_rest;
};

struct Case
{
    ScribeLine &read;
    Words words;
    const ScribeContext &context;

    [[nodiscard]] std::optional<Instant> at() const { return read.time ? std::optional(read.time->at) : std::nullopt; }
    void lacks(const QString &what) { read.problems << what; }
    void become(const Command &command)
    {
        read.text = words.rest();
        read.command = command;
        read.deed = ScribeDeed::Submit;
    }
    QString takePerson() // "@dana" or "dana"; the known name where there is one
    {
        QString name = words.take();
        if (name.startsWith(QLatin1Char('@')))
            name.remove(0, 1);
        for (const QString &known : context.people) {
            if (QString(known).replace(QLatin1Char(' '), QLatin1Char('.')).compare(name, Qt::CaseInsensitive) == 0)
                return known;
        }
        return name;
    }
};

void ask(Case &c)
{
    command::MakeAsk made;
    made.who = c.takePerson();
    made.within = readDuration(c.words.first());
    if (made.within)
        c.words.take();
    made.text = c.words.rest();
    made.at = c.at();
    if (!made.who.isEmpty())
        c.read.details << QLatin1Char('@') + made.who;
    if (made.within)
        c.read.details << spokenDuration(*made.within);
    if (made.who.isEmpty() || made.text.isEmpty())
        c.lacks(QStringLiteral("say who, how long and what: /ask @lee 10m check replica lag"));
    else
        c.become(made);
}

void severity(Case &c)
{
    const Rulebook::Named *found = findNamed(c.context.rules.severities, c.words.first());
    if (!found) {
        c.lacks(QStringLiteral("say which severity: %1").arg(listNames(c.context.rules.severities)));
        return;
    }
    c.words.take();
    c.read.details << found->id;
    if (c.words.rest().isEmpty())
        c.lacks(QStringLiteral("say why the severity changes: /sev %1 REASON").arg(found->id));
    else
        c.become(command::ChangeSeverity{found->id, c.words.rest(), c.at()});
}

void status(Case &c)
{
    QStringList matching;
    for (const QString &name : allStatuses()) {
        if (!c.words.first().isEmpty() && name.startsWith(c.words.first(), Qt::CaseInsensitive))
            matching << name;
    }
    if (matching.size() != 1) {
        c.lacks(QStringLiteral("say which status: %1").arg(allStatuses().join(QLatin1String(", "))));
        return;
    }
    c.words.take();
    c.read.details << matching.first();
    c.become(command::ChangeStatus{matching.first(), c.words.rest(), c.at()});
}

void update(Case &c)
{
    const Rulebook::Named *audience = findNamed(c.context.rules.audiences, c.words.first());
    if (!audience) {
        c.lacks(QStringLiteral("say to whom: %1").arg(listNames(c.context.rules.audiences)));
        return;
    }
    c.words.take();
    c.read.audience = audience->id;
    c.read.details << audience->name;
    if (c.words.rest().isEmpty())
        c.read.deed = ScribeDeed::WriteUpdate;
    else if (c.context.rules.externalAudiences.contains(audience->id)) // leaves the house: the commander approves it first
        c.become(command::DraftUpdate{audience->id, c.words.rest(), {}});
    else
        c.become(command::SendUpdate{audience->id, c.words.rest(), {}, {}, c.at()});
}

void action(Case &c)
{
    command::AddAction added;
    const QDate today = toDateTime(c.context.now, c.context.zone).date();
    if (c.words.first().startsWith(QLatin1Char('@')))
        added.owner = c.takePerson();
    if (const QDate due = readDay(c.words.first(), today); due.isValid()) {
        c.words.take();
        added.due = due.toString(Qt::ISODate);
    }
    added.text = c.words.rest();
    if (!added.owner.isEmpty())
        c.read.details << QLatin1Char('@') + added.owner;
    if (!added.due.isEmpty())
        c.read.details << added.due;
    if (added.text.isEmpty())
        c.lacks(QStringLiteral("say what is to be done: /action @lee friday add an alert"));
    else
        c.become(added);
}

void check(Case &c)
{
    const Rulebook::List *list = findList(c.context.rules.lists, c.words.first());
    if (!list) {
        QStringList known;
        for (const Rulebook::List &one : c.context.rules.lists)
            known << one.id;
        c.lacks(QStringLiteral("say which checklist: %1").arg(known.mid(0, 8).join(QLatin1String(", "))));
        return;
    }
    c.words.take();
    c.read.details << list->title;
    if (c.words.rest().isEmpty())
        c.lacks(QStringLiteral("say which item of %1: its number, 1 to %2, or its words").arg(list->title).arg(list->items.size()));
    else
        c.become(command::TickCheck{list->id, c.words.rest()});
}

void acknowledge(Case &c)
{
    c.become(command::Acknowledge{c.at()});
}
void undo(Case &c)
{
    c.read.deed = ScribeDeed::Undo;
}
void redo(Case &c)
{
    c.read.deed = ScribeDeed::Redo;
}

struct CommandRow
{
    const char *name;
    const char *kind;
    void (*read)(Case &);
};
constexpr CommandRow commands[] = {
    {"ask", "ask", ask},          {"sev", "severity", severity}, {"severity", "severity", severity}, {"status", "status", status},
    {"update", "update", update}, {"action", "task", action},    {"check", "check", check},          {"ack", "acknowledged", acknowledge},
    {"undo", "undo", undo},       {"redo", "redo", redo},
};

// `/ic @dana`: exactly a role's id or abbreviation; or the beginning of one where a person follows.
const Rulebook::Named *roleMeant(const QString &name, const Case &c)
{
    const Rulebook::Named *role = findNamed(c.context.rules.roles, name);
    if (!role)
        return nullptr;
    const bool exact = name.compare(role->id, Qt::CaseInsensitive) == 0 || name.compare(role->abbrev, Qt::CaseInsensitive) == 0;
    return exact || c.words.first().startsWith(QLatin1Char('@')) ? role : nullptr;
}

void assign(Case &c, const Rulebook::Named &role)
{
    c.read.kind = QStringLiteral("role");
    c.read.details << (role.abbrev.isEmpty() ? role.name : role.abbrev);
    const QString name = c.takePerson();
    if (name.isEmpty()) {
        c.lacks(QStringLiteral("say who takes the role: /%1 @dana").arg(role.id));
        return;
    }
    c.read.details << QLatin1Char('@') + name;
    c.become(command::AssignRole{role.id, name, c.words.rest(), c.at()});
}

} // namespace

bool becomeCommand(ScribeLine &read, qsizetype start, const ScribeContext &context)
{
    const QString name = read.text.section(QLatin1Char(' '), 0, 0).mid(1);
    Case c{read, Words(read.text.mid(name.size() + 1)), context};
    const auto row = std::find_if(std::begin(commands), std::end(commands), [&name](const CommandRow &item) {
        return name.compare(QLatin1String(item.name), Qt::CaseInsensitive) == 0;
    });
    const Rulebook::Named *role = row == std::end(commands) ? roleMeant(name, c) : nullptr;
    if (row == std::end(commands) && !role) {
        static const QRegularExpression word(QStringLiteral("^[a-z-]{2,}$"), QRegularExpression::CaseInsensitiveOption);
        if (word.match(name).hasMatch()) // not a path
            c.lacks(QStringLiteral("there is no command /%1; it is logged as it stands").arg(name));
        return false;
    }
    read.spans.push_back({static_cast<int>(start), static_cast<int>(name.size()) + 1, SpanKind::Verb});
    read.text = c.words.rest();
    if (role) {
        assign(c, *role);
    } else {
        read.kind = QLatin1String(row->kind);
        row->read(c);
    }
    return true;
}

const std::vector<ScribeCommandHelp> &scribeCommands()
{
    static const std::vector<ScribeCommandHelp> all = {
        {"/ask", "@lee 10m check replica lag", "Ask someone for something, within a time"},
        {"/sev", "P1 reason", "Change the severity"},
        {"/status", "monitoring note", "Change the status"},
        {"/update", "executives text", "Write or log an update"},
        {"/action", "@lee friday add an alert", "Note an action item"},
        {"/check", "list item", "Tick an item of a checklist"},
        {"/ack", "", "Acknowledge"},
        {"/ic", "@dana", "Give a role to someone; any role of the plan"},
        {"/undo", "", "Take back the last change"},
        {"/redo", "", "Do it again"},
    };
    return all;
}

} // namespace qd
