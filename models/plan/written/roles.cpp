// The seats of a response team: under headings, in tables, as bold items.
#include "models/plan/written/structure.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;

class RoleReader
{
public:
    explicit RoleReader(Plan &plan) : m_plan(plan) { }

    void section(const Section &section)
    {
        for (const Section &child : section.sections)
            fromTitle(child);
        for (const Block &block : section.blocks) {
            table(block);
            for (const Item &item : block.items)
                fromItem(item);
            for (const Line &line : block.lines)
                fromLead(line, {});
        }
    }

    void fromTitle(const Section &section)
    {
        if (section.titleKind == TitleKind::Label
            || (partOf(section) == Part::OnCall && !plainTitle(section.title).endsWith(QLatin1String("engineer"), Qt::CaseInsensitive)))
            return;
        Role *role = add(section.title, section.line);
        if (!role)
            return;
        append(role->duties, dutiesOf(section), dutiesPath(*role), m_plan);
        describe(section, *role);
    }

    void table(const Block &block)
    {
        static const Regex head(
            QString::fromUtf8(
                "^(?:role|rol|rolle|rôle|function|position|responsible|funktion|papel|função|función|fonction|ruolo|title|team member)s?$"),
            Regex::CaseInsensitiveOption);
        if (block.rows.size() < 2 || !head.match(block.rows.front().front().text).hasMatch())
            return;
        for (size_t row = 1; row < block.rows.size(); ++row) {
            Role *role = add(block.rows[row].front().text, block.rows[row].front().line, true);
            for (size_t i = 1; role && i < block.rows[row].size() && i < block.rows.front().size(); ++i)
                fromCell(block.rows.front()[i].text, block.rows[row][i], *role);
        }
    }

    // "**Incident Commander (IC):** any member": a seat, wherever it stands.
    void abbreviated(const Item &item)
    {
        static const Regex form(QStringLiteral("\\([A-Z]{2,4}\\)$"));
        if (form.match(item.line.lead).hasMatch())
            fromItem(item);
    }

private:
    static QString dutiesPath(const Role &role) { return QStringLiteral("roles/%1/duties").arg(role.id); }

    void fromCell(const QString &head, const Cell &cell, Role &role)
    {
        static const Regex duties(QStringLiteral("responsib|dut(?:y|ies)|task|does|description|taken|verantwo"),
                                  Regex::CaseInsensitiveOption);
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

    void fromItem(const Item &item)
    {
        if (item.line.lead.isEmpty() || item.ordered)
            return;
        Bullets duties;
        for (const Block &block : item.blocks) {
            for (const Item &inner : block.items)
                duties.push_back({inner.line.text, inner.line.number});
        }
        fromLead(item.line, duties);
    }

    void fromLead(const Line &line, const Bullets &duties)
    {
        static const Regex separator(QStringLiteral("^[\\s:–—-]+"));
        const QString after = line.text.mid(line.lead.size()).remove(separator);
        if (line.lead.isEmpty() || (after.isEmpty() && duties.empty()))
            return;
        if (Role *role = add(line.lead, line.number)) {
            role->purpose = after;
            append(role->duties, duties, dutiesPath(*role), m_plan);
        }
    }

    static void describe(const Section &section, Role &role)
    {
        static const Regex taken(QStringLiteral("^(?:who|assign|taken by|held by|filled by)"), Regex::CaseInsensitiveOption);
        static const Regex purpose(QStringLiteral("responsib|purpose|mission|role"), Regex::CaseInsensitiveOption);
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
        static const Regex label(QStringLiteral("dut|responsib|task|verantwo"), Regex::CaseInsensitiveOption);
        for (const Section &child : section.sections) {
            if (label.match(child.title).hasMatch())
                return bulletsOf(child);
        }
        return bulletsOf(section);
    }

    Role *add(const QString &title, int line, bool named = false)
    {
        static const Regex abbreviation(QStringLiteral("\\(([A-Z]{2,5})\\)"));
        QString name = plainTitle(title);
        if (!(named ? !name.isEmpty() && name.size() < 60 : isSeat(name)))
            return nullptr;
        for (Role &role : m_plan.roles) {
            if (role.name.compare(name, Qt::CaseInsensitive) == 0)
                return nullptr;
        }
        Role role;
        role.name = name;
        role.abbrev = abbreviation.match(title).captured(1);
        role.id = uniqueId(role.abbrev.isEmpty() ? name : role.abbrev, m_taken);
        m_plan.lines.insert(QStringLiteral("roles/") + role.id, line);
        m_plan.roles.push_back(role);
        return &m_plan.roles.back();
    }

    Plan &m_plan;
    QStringList m_taken;
};

} // namespace

bool isSeat(const QString &name)
{
    static const Regex form(
        QString::fromUtf8("commander|(?<!\\p{L})lead(?:er)?(?!\\p{L})|scribe|liaison|manager|officer|coordinator|engineer|champion|owner|"
                          "responder|expert|(?<!\\p{L})sme(?!\\p{L})|on-?call|deputy|director|analyst|administrator|specialist|"
                          "representative|spokes|communicator|recorder|note "
                          "?taker|handler|developer|(?<!\\p{L})c[tisoef]o(?!\\p{L})|counsel|team$|support|verantwort|leiter|chef|"
                          "responsable|hosting|infra|facilitator|executive|sponsor|captain|driver|moderator|operations|operator"),
        Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption);
    return form.match(name).hasMatch() && name.size() < 60 && name.count(u' ') < 6;
}

void readRoles(const Document &document, Plan &plan)
{
    RoleReader reader(plan);
    visitSections(document.root, [&reader](const Section &section, const std::vector<Part> &above) {
        const Part part = partOf(section);
        if (part == Part::Templates || part == Part::PostmortemTemplate || part == Part::Contents || part == Part::Scenarios)
            return false;
        if (part == Part::Roles)
            reader.section(section);
        else if (part == Part::OnCall && !isWithin(above, Part::Roles)) {
            for (const Section &child : section.sections) {
                if (child.titleKind == TitleKind::Heading && partOf(child) == Part::OnCall)
                    reader.fromTitle(child);
            }
        } else {
            for (const Block &block : section.blocks) {
                if (part != Part::OnCall && !isWithin(above, Part::OnCall))
                    reader.table(block);
                for (const Item &item : block.items)
                    reader.abbreviated(item);
            }
        }
        return true;
    });
}

} // namespace qd::plan::written
