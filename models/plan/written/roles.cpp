// The seats of a response team: under headings, in tables, as items with duties; of a list of contacts only where nothing else names them.
#include "models/plan/written/seats.h"
#include "models/plan/written/structure.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

class RoleReader
{
public:
    explicit RoleReader(Plan &plan) : m_plan(plan) { }

    void section(const Section &section, bool contacts = false)
    {
        const bool named = isRolesTitle(section.title);
        const auto seats = std::count_if(section.sections.begin(), section.sections.end(),
                                         [](const Section &child) { return isSeat(plainTitle(child.title)); });
        for (const Section &child : section.sections) {
            const bool among = named && static_cast<size_t>(seats) * 2 >= section.sections.size();
            const bool beside = child.titleKind == TitleKind::Label && isNoSeat(plainTitle(child.title));
            if (!fromTitle(child, among) && !beside && partOf(child) != Part::OnCall && partOf(child) != Part::Escalation)
                this->section(child, contacts || isContacts(child.title));
        }
        for (const Block &block : section.blocks) {
            table(block, !contacts);
            const auto known = std::count_if(block.items.begin(), block.items.end(),
                                             [](const Item &item) { return endsAsSeat(plainTitle(item.line.lead)); });
            for (const Item &item : block.items)
                fromItem(item, named || (known > 1 && static_cast<size_t>(known) * 3 >= block.items.size() * 2));
            for (const Line &line : block.lines)
                fromLead(line, {}, false);
        }
    }

    bool fromTitle(const Section &section, bool among)
    {
        const QString name = plainTitle(section.title);
        const bool onCall = partOf(section) == Part::OnCall && !name.endsWith(QLatin1String("engineer"), Qt::CaseInsensitive);
        const bool label = section.titleKind == TitleKind::Label;
        if (onCall || partOf(section) == Part::Roles || isNoSeat(name) || (label && !(endsAsSeat(name) && hasList(section))))
            return false;
        Role *role = add(section.title, section.line, among && name.count(u' ') < 4);
        if (role) {
            append(role->duties, dutiesOf(section), dutiesPath(*role), m_plan);
            describe(section, *role);
        }
        return role;
    }

    // "## Incident Commander Responsibilities" with a list: one seat that is a section of its own.
    bool ofOneSeat(const Section &section)
    {
        static const Regex kind(QStringLiteral("\\s+(?:role|responsibilities|expectations|duties|checklist)$"), words);
        static const Regex seat(QStringLiteral("(?:commander|lead|leader|manager|scribe|officer|liaison|coordinator)$"), words);
        const QString name = plainTitle(section.title);
        const QString stem = QString(name).remove(kind);
        if (stem == name || !seat.match(stem).hasMatch() || !hasList(section))
            return false;
        if (Role *role = add(stem, section.line, false))
            append(role->duties, bulletsOf(section), dutiesPath(*role), m_plan);
        return true;
    }

    // A table of seats. One of contacts defines none: it is kept for a document that has nothing better.
    void table(const Block &block, bool inRoles)
    {
        static const Regex head(
            QString::fromUtf8(
                "^(?:role|rol|rolle|rôle|function|position|responsible|funktion|papel|função|función|fonction|ruolo|title|team member)s?$"),
            words);
        static const Regex defines(QString::fromUtf8("responsib|responsab|dut(?:y|ies)|task|does|description|taken|verantwo|aufgabe|what"),
                                   words);
        if (block.rows.size() < 2 || block.rows.front().empty())
            return;
        if (!head.match(block.rows.front().front().text).hasMatch() && !(inRoles && namesSeats(block)))
            return;
        const bool definition = std::any_of(block.rows.front().begin() + 1, block.rows.front().end(),
                                            [](const Cell &cell) { return defines.match(cell.text).hasMatch(); });
        static const Regex involved(QString::fromUtf8("when|wanneer|wann|quando|cuándo|quand|involve"), words);
        const auto &heads = block.rows.front();
        if (!inRoles && !definition) { // of contacts only one that says when they are called
            if (std::any_of(heads.begin() + 1, heads.end(), [](const Cell &cell) { return involved.match(cell.text).hasMatch(); }))
                m_contacts.push_back(&block);
            return;
        }
        rows(block, true);
    }

    static bool namesSeats(const Block &block)
    {
        const auto seats = std::count_if(block.rows.begin() + 1, block.rows.end(), [](const std::vector<Cell> &row) {
            return !row.empty() && endsAsSeat(plainTitle(row.front().text));
        });
        return static_cast<size_t>(seats) * 2 > block.rows.size() - 1;
    }

    void contacts(const Section &section)
    {
        for (const Block &block : section.blocks)
            table(block, false);
    }

    void finish()
    {
        if (m_plan.roles.empty()) {
            for (const Block *block : m_contacts)
                rows(*block, false);
        }
    }

    // "**Incident Commander (IC):** any member": a seat, wherever it stands.
    void abbreviated(const Item &item)
    {
        static const Regex form(QStringLiteral("\\([A-Z]{2,4}\\)$"));
        if (form.match(item.line.lead).hasMatch())
            fromItem(item, false);
    }

    // "Assign IC and Comms Lead": a seat beside one that the plan defines is one.
    void assigned(const Line &line)
    {
        static const Regex form(QStringLiteral("\\bassign(?:s|ed)?\\s+([^.;:]{4,80})"), words);
        static const Regex between(QStringLiteral("\\s*(?:,|&|/|\\band\\b)\\s*(?:an?\\s+|the\\s+)?"), words);
        static const Regex article(QStringLiteral("^(?:an?|the)\\s+"), words);
        const QString list = form.match(line.text).captured(1).remove(article);
        QStringList names = list.split(between, Qt::SkipEmptyParts);
        const bool known =
            std::any_of(names.begin(), names.end(), [this](const QString &name) { return findRole(m_plan, name.trimmed()); });
        for (const QString &name : std::as_const(names)) {
            if (known && !name.isEmpty() && name.front().isUpper() && endsAsSeat(name.trimmed()))
                add(name.trimmed(), line.number, false);
        }
    }

    // "Assemble the response team:" with nothing but seats below.
    void assembled(const Item &item)
    {
        static const Regex form(QStringLiteral("^(?:assemble|establish|form|assign|fill|appoint)\\b.*\\b(?:team|roles?)\\b"), words);
        for (const Block &block : item.blocks) {
            const bool seats = form.match(item.line.text).hasMatch() && block.items.size() > 1
                && std::all_of(block.items.begin(), block.items.end(),
                               [](const Item &inner) { return endsAsSeat(plainTitle(nameOf(inner.line))); });
            for (const Item &inner : block.items) {
                if (seats)
                    add(nameOf(inner.line), inner.line.number, false);
            }
        }
    }

private:
    static QString nameOf(const Line &line)
    {
        static const Regex rest(QStringLiteral("\\s*(?::|\\s[–—-]\\s).*$"));
        return line.lead.isEmpty() ? QString(line.text).remove(rest) : line.lead;
    }

    static QString dutiesPath(const Role &role) { return QStringLiteral("roles/%1/duties").arg(role.id); }

    static bool hasList(const Section &section)
    {
        return std::any_of(section.blocks.begin(), section.blocks.end(), [](const Block &block) { return !block.items.empty(); });
    }

    void rows(const Block &block, bool named)
    {
        for (size_t row = 1; row < block.rows.size(); ++row) {
            Role *role = add(block.rows[row].front().text, block.rows[row].front().line, named);
            for (size_t i = 1; role && i < block.rows[row].size() && i < block.rows.front().size(); ++i)
                fromCell(block.rows.front()[i].text, block.rows[row][i], *role);
        }
    }

    void fromCell(const QString &head, const Cell &cell, Role &role)
    {
        static const Regex duties(QStringLiteral("responsib|responsab|dut(?:y|ies)|task|does|description|taken|verantwo"), words);
        static const Regex ends(QStringLiteral("\\s*[;•]\\s*"));
        if (!duties.match(head).hasMatch()) {
            role.takenBy = role.takenBy.isEmpty() ? cell.text : role.takenBy;
            return;
        }
        Bullets read;
        for (const QString &duty : cell.text.split(ends, Qt::SkipEmptyParts))
            read.push_back({duty, cell.line});
        append(role.duties, read, dutiesPath(role), m_plan);
    }

    void fromItem(const Item &item, bool named)
    {
        if (item.ordered && item.line.lead.isEmpty())
            return;
        Bullets duties;
        for (const Block &block : item.blocks) {
            for (const Item &inner : block.items)
                duties.push_back({inner.line.text, inner.line.number});
        }
        Line line = item.line;
        if (line.lead.isEmpty()) { // "Security Lead: Dana"
            static const Regex prefix(QStringLiteral("^([^:–—]{3,50}?)\\s*(?::|[–—]|\\s-\\s)"));
            static const Regex owns(
                QStringLiteral("^((?:\\p{L}+[ -]){0,3}(?:commander|lead|manager|officer|coordinator|scribe|liaison))\\s+"
                               "(?:owns|leads|checks|coordinates|handles|manages|keeps|updates|records|makes|runs|is)\\b"),
                words);
            const QString before = prefix.match(line.text).captured(1);
            line.lead = before.isEmpty() ? owns.match(line.text).captured(1) : before;
            static const Regex task(
                QStringLiteral("^(?:page|assign|notify|bring|contact|call|identify|ensure|include|inform|add|alert|select|set|"
                               "get|pull|join|appoint)\\b"),
                words);
            if (task.match(line.text).hasMatch())
                return;
            if (line.lead.isEmpty() && endsAsSeat(plainTitle(line.text))) {
                add(line.text, line.number, false);
                return;
            }
            if (!endsAsSeat(plainTitle(line.lead)))
                return;
        }
        fromLead(line, duties, named && !item.ordered);
    }

    void fromLead(const Line &line, const Bullets &duties, bool named)
    {
        static const Regex separator(QStringLiteral("^[\\s:–—-]+"));
        const QString after = line.text.mid(line.lead.size()).remove(separator);
        if (line.lead.isEmpty() || (after.isEmpty() && duties.empty()) || isNoSeat(plainTitle(line.lead)))
            return;
        if (Role *role = add(line.lead, line.number, named && line.lead.count(u' ') < 4)) {
            role->purpose = after;
            append(role->duties, duties, dutiesPath(*role), m_plan);
        }
    }

    static void describe(const Section &section, Role &role)
    {
        static const Regex taken(QStringLiteral("^(?:who|assign|taken by|held by|filled by|primary)"), words);
        static const Regex purpose(QStringLiteral("responsib|purpose|mission|role"), words);
        static const Regex separator(QStringLiteral("^[\\s:–—-]+"));
        for (const Block &block : section.blocks) {
            for (const Line &line : block.lines) {
                const QString after = line.text.mid(line.lead.size()).remove(separator);
                if (taken.match(line.lead).hasMatch())
                    role.takenBy = after;
                else if (role.purpose.isEmpty() && (line.lead.isEmpty() || purpose.match(line.lead).hasMatch()))
                    role.purpose = after;
            }
        }
        for (const Section &child : section.sections)
            describe(child, role);
    }

    static Bullets dutiesOf(const Section &section)
    {
        static const Regex label(QStringLiteral("dut|responsib|task|verantwo"), words);
        for (const Section &child : section.sections) {
            if (label.match(child.title).hasMatch())
                return bulletsOf(child);
        }
        for (const Block &block : section.blocks) {
            for (const Item &item : block.items) {
                if (!label.match(item.line.lead).hasMatch() || item.blocks.empty())
                    continue;
                Section inner;
                inner.blocks = item.blocks;
                return bulletsOf(inner);
            }
        }
        return bulletsOf(section);
    }

    Role *add(const QString &title, int line, bool named)
    {
        static const Regex abbreviation(QStringLiteral("\\(([A-Z]{2,5})\\)"));
        static const Regex picture(QStringLiteral("^(?::[\\w+-]+:\\s*)+"));
        const QString name = plainTitle(QString(title).remove(picture));
        if (!(named ? !name.isEmpty() && name.size() < 60 : isSeat(name)))
            return nullptr;
        const QString folded = name.toCaseFolded();
        if (m_names.contains(folded))
            return nullptr;
        m_names.insert(folded);
        Role role;
        role.name = name;
        role.abbrev = abbreviation.match(title).captured(1);
        role.id = uniqueId(role.abbrev.isEmpty() ? name : role.abbrev, m_taken);
        m_plan.lines.insert(QStringLiteral("roles/") + role.id, line);
        m_plan.roles.push_back(role);
        return &m_plan.roles.back();
    }

    Plan &m_plan;
    std::vector<const Block *> m_contacts;
    TakenIds m_taken;
    QSet<QString> m_names;
};

void readAssigned(const Section &section, RoleReader &reader)
{
    for (const Block &block : section.blocks) {
        for (const Item &item : block.items) {
            reader.assigned(item.line);
            reader.assembled(item);
        }
    }
    for (const Section &child : section.sections)
        readAssigned(child, reader);
}

} // namespace

void readRoles(const Document &document, Plan &plan)
{
    RoleReader reader(plan);
    visitSections(document, [&reader](const Section &section, const std::vector<Part> &above) {
        const Part part = partOf(section);
        if (part == Part::Templates || part == Part::PostmortemTemplate || part == Part::Contents || part == Part::Scenarios)
            return false;
        if (reader.ofOneSeat(section))
            return false;
        if (part == Part::Roles && !isContacts(section.title)) {
            reader.section(section);
            return false;
        }
        if (part == Part::OnCall && !isWithin(above, Part::Roles)) {
            for (const Section &child : section.sections) {
                if (child.titleKind == TitleKind::Heading && partOf(child) == Part::OnCall)
                    reader.fromTitle(child, false);
            }
            return true;
        }
        if (part != Part::OnCall && !isWithin(above, Part::OnCall))
            reader.contacts(section);
        for (const Block &block : section.blocks) {
            for (const Item &item : block.items)
                reader.abbreviated(item);
        }
        return true;
    });
    readAssigned(document.root, reader);
    reader.finish();
}

} // namespace qd::plan::written
