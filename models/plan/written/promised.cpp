// Severities where they are not defined in headings, tables or lists: in fences, and in what is promised for them.
#include "models/plan/written/clauses.h"
#include "models/plan/written/targets.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

class Mentions
{
public:
    void section(const Section &section)
    {
        const Part part = partOf(section);
        if (part == Part::Templates || part == Part::PostmortemTemplate || part == Part::Contents || part == Part::Scenarios)
            return;
        for (const Block &block : section.blocks)
            this->block(block);
        for (const Section &child : section.sections)
            this->section(child);
    }

    [[nodiscard]] std::vector<DefinedSeverity> promised() const { return m_anyPromise ? m_found : std::vector<DefinedSeverity>(); }

private:
    void block(const Block &block)
    {
        for (const Line &line : block.lines)
            text(line.number, line.text);
        for (const Item &item : block.items) {
            text(item.line.number, item.line.text);
            for (const Block &inner : item.blocks)
                this->block(inner);
        }
        for (const std::vector<Cell> &row : block.rows) {
            for (const Cell &cell : row)
                text(cell.line, cell.text);
        }
    }

    void text(int line, const QString &text)
    {
        static const QRegularExpression code(QStringLiteral("(?<![\\p{L}\\d])(?:SEV(?:ERITY)?[\\s-]?|P)\\d(?![\\d\\p{L}%]|\\.\\d)"),
                                             QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        auto matches = code.globalMatch(text.left(2000));
        const bool any = matches.hasNext();
        while (matches.hasNext()) {
            const auto severity = severityAt(matches.next().captured());
            const bool known = !severity || std::any_of(m_found.begin(), m_found.end(), [&severity](const DefinedSeverity &one) {
                return one.name.number == severity->number && one.name.scheme == severity->scheme;
            });
            if (!known)
                m_found.push_back({*severity, {}, {}, line});
        }
        if (!any || m_anyPromise || timesIn(text).empty())
            return;
        for (const Clause &clause : clausesOf(text))
            m_anyPromise |= isTarget(clause.topic) && !timesIn(clause.text).empty();
    }

    std::vector<DefinedSeverity> m_found;
    bool m_anyPromise = false;
};

bool beginsWithSeverity(const QString &line, bool ofSeverity)
{
    static const QRegularExpression goesOn(QStringLiteral("^\\s*[)\\]]?\\s*(?:[:–—(|-]|$|=|→)"));
    const auto coded = severityAt(line);
    const auto word = coded || !ofSeverity ? std::nullopt : severityWordAt(line);
    const QString id = coded ? coded->id : word ? word->id : QString();
    return !id.isEmpty() && goesOn.match(line.mid(line.indexOf(id) + id.size())).hasMatch();
}

} // namespace

std::vector<DefinedSeverity> promisedSeverities(const Document &document)
{
    Mentions mentions;
    mentions.section(document.root);
    return mentions.promised();
}

Block severitiesInFence(const Block &fence, bool ofSeverity)
{
    static const QRegularExpression bullet(QStringLiteral("^\\s*(?:[-*•]\\s+)?"));
    Block list;
    list.kind = BlockKind::List;
    int number = fence.line;
    size_t others = 0;
    for (const QString &text : fence.text.left(20000).split(u'\n')) {
        ++number;
        const QString said = QString(text).remove(bullet).simplified();
        if (said.isEmpty())
            continue;
        const bool indented = text.startsWith(u' ') || text.startsWith(u'\t');
        if (!indented && beginsWithSeverity(said, ofSeverity)) {
            Item item;
            item.line = {number, said, {}};
            list.items.push_back(std::move(item));
        } else if (!indented && said.size() == text.trimmed().size()) {
            Item item; // what stands outside of the severities again
            item.line = {number, said, {}};
            list.items.push_back(std::move(item));
            ++others;
        } else if (!list.items.empty()) {
            std::vector<Block> &below = list.items.back().blocks;
            if (below.empty()) {
                below.emplace_back();
                below.back().kind = BlockKind::List;
            }
            Item item;
            item.line = {number, said, {}};
            below.back().items.push_back(std::move(item));
        }
    }
    if (list.items.size() - others < (ofSeverity ? 2u : 3u))
        list.items.clear();
    return list;
}

} // namespace qd::plan::written
