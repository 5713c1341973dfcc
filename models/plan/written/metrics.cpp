// The measures of a response: MTTD, MTTA and their like.
#include "models/plan/written/structure.h"

#include <QRegularExpression>

namespace qd::plan::written {

void readMetrics(const Document &document, Plan &plan)
{
    static const QRegularExpression abbreviation(QStringLiteral("(?<![A-Za-z])(MTT[A-Z]{1,2}|MTBF|TT[DARMI])(?![A-Za-z])"));
    static const QRegularExpression spelled(
        QStringLiteral(
            "(?:mean )?time to (detect|acknowledge|identify|investigate|mitigate|resolve|recover|restore|respond|contain|engage)\\w*"),
        QRegularExpression::CaseInsensitiveOption);
    QSet<QString> known;
    TakenIds taken;
    const auto add = [&](const QString &id, const QString &name, int line) {
        if (known.contains(id + name))
            return;
        known.insert(id + name);
        Metric metric;
        metric.id = id;
        metric.name = name.isEmpty() ? id : name;
        plan.lines.insert(QStringLiteral("metrics/") + taken.next(id), line); // as it is called once it is ready for use
        plan.metrics.push_back(metric);
    };
    const auto addFrom = [&](const QString &head, const QString &text, int line) {
        const QRegularExpressionMatch time = spelled.match(text);
        const QRegularExpressionMatch match = abbreviation.match(head);
        if (match.hasMatch())
            add(match.captured(1), time.captured(), line);
        else if (spelled.match(head).hasMatch())
            add(QStringLiteral("MTT") + spelled.match(head).captured(1).left(1).toUpper(), spelled.match(head).captured(), line);
    };
    const std::function<void(const Section &)> read = [&](const Section &section) {
        static const QRegularExpression targets(QStringLiteral("target|threshold"), QRegularExpression::CaseInsensitiveOption);
        if (!targets.match(section.title).hasMatch() || plan.metrics.empty()) {
            for (const Block &block : section.blocks) {
                for (const Item &item : block.items)
                    addFrom(item.line.lead.isEmpty() ? item.line.text : item.line.lead + u' ' + item.line.text, item.line.text,
                            item.line.number);
                for (size_t row = 1; row < block.rows.size(); ++row)
                    addFrom(block.rows[row].front().text, block.rows[row].front().text, block.rows[row].front().line);
            }
        }
        for (const Section &child : section.sections)
            read(child);
    };
    visitSections(document, [&read](const Section &section, const std::vector<Part> &) {
        const Part part = partOf(section);
        if (part == Part::Metrics)
            read(section);
        return part != Part::Metrics && part != Part::Templates && part != Part::PostmortemTemplate;
    });
}

} // namespace qd::plan::written
