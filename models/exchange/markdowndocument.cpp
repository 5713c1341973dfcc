#include "models/exchange/outline.h"
#include "models/review/markdown.h"

namespace qd::exchange {

QByteArray markdownDocument(const Outline &outline)
{
    QStringList parts{QStringLiteral("# %1: %2").arg(review::inlineText(outline.ref), review::inlineText(outline.title))};
    std::vector<QStringList> rows;
    for (const OutlineRow &row : outline.head)
        rows.push_back({QStringLiteral("**%1**").arg(review::cellText(row.label)), review::cellText(row.value)});
    parts << review::tableText({outline.what, review::cellText(outline.state)}, rows);
    for (const OutlineSection &section : outline.sections)
        parts << QStringLiteral("## %1").arg(review::inlineText(section.title)) << section.markdown;
    parts.removeAll(QString());
    return (parts.join(QLatin1String("\n\n")) + QLatin1Char('\n')).toUtf8();
}

} // namespace qd::exchange
