#include "models/exchange/bundleproblems.h"

namespace qd::exchange {

void BundleProblems::add(const QString &part, int line, const QString &sentence)
{
    if (m_count++ < mostTold)
        m_told.append({part, line, sentence});
}

QStringList BundleProblems::lines(const QString &file) const
{
    QStringList all;
    for (const BundleProblem &problem : m_told) {
        QString where = file;
        if (!problem.part.isEmpty())
            where += QStringLiteral(": ") + problem.part;
        if (problem.line > 0)
            where += QLatin1Char(':') + QString::number(problem.line);
        all << QStringLiteral("%1: %2").arg(where, problem.sentence);
    }
    if (m_count > m_told.size())
        all << QStringLiteral("%1: %2 more like these").arg(file).arg(m_count - m_told.size());
    return all;
}

} // namespace qd::exchange
