#include "models/plan/written/textlines.h"

#include <memory>

namespace qd::plan::written {
namespace {

QString literal(cmark_node *node)
{
    return QString::fromUtf8(cmark_node_get_literal(node));
}

class TextReader
{
public:
    explicit TextReader(int line) : m_lines(1) { m_lines.back().number = line; }

    std::vector<Line> read(cmark_node *block)
    {
        const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iterator(cmark_iter_new(block), cmark_iter_free);
        for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator.get()))
            add(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
        std::vector<Line> lines;
        for (Line &line : m_lines) {
            line.text = line.text.simplified();
            line.lead = line.lead.simplified();
            while (line.lead.endsWith(u':'))
                line.lead.chop(1);
            addInPieces(std::move(line), lines);
        }
        return lines;
    }

private:
    void add(cmark_node *node, bool entering)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
            m_lines.push_back({m_lines.back().number + 1, {}, {}});
            m_allStrong = true;
            break;
        case CMARK_NODE_HTML_INLINE:
            if (literal(node).startsWith(QLatin1String("<br"), Qt::CaseInsensitive))
                put(QStringLiteral("; "));
            break;
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE: put(literal(node)); break;
        case CMARK_NODE_STRONG: m_strong += entering ? 1 : -1; break;
        default: break;
        }
    }

    void put(const QString &text)
    {
        Line &line = m_lines.back();
        m_allStrong = m_allStrong && (m_strong > 0 || text.trimmed().isEmpty());
        if (m_allStrong)
            line.lead += text;
        line.text += text;
    }

    static void addInPieces(Line line, std::vector<Line> &lines)
    {
        const QString whole = line.text;
        QStringView rest(whole);
        while (rest.size() > longestLine) {
            const QStringView most = rest.left(longestLine);
            const qsizetype sentence = most.lastIndexOf(QLatin1String(". ")) + 1;
            const qsizetype word = most.lastIndexOf(u' ');
            qsizetype end = sentence > 0 ? sentence : word > 0 ? word : longestLine;
            if (rest.at(end - 1).isHighSurrogate())
                --end;
            lines.push_back({line.number, rest.left(end).toString(), line.lead.size() < end ? line.lead : QString()});
            rest = rest.mid(end).trimmed();
            line.lead.clear();
        }
        line.text = rest.toString();
        if (!line.text.isEmpty())
            lines.push_back(std::move(line));
    }

    std::vector<Line> m_lines;
    int m_strong = 0;
    bool m_allStrong = true; // so far on this line
};

} // namespace

std::vector<Line> linesOf(cmark_node *block, int line)
{
    return TextReader(line).read(block);
}

} // namespace qd::plan::written
