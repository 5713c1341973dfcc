#pragma once
// Ids that are given already, of which a new one differs.

#include <QHash>
#include <QSet>
#include <QString>

namespace qd::plan::written {

class TakenIds
{
public:
    // "mtta", then "mtta-2", "mtta-3". However many there are of one, the next is found at once.
    [[nodiscard]] QString next(const QString &base)
    {
        QString id = base;
        int &last = m_last[base];
        for (last = qMax(last, 1); m_all.contains(id); id = QStringLiteral("%1-%2").arg(base).arg(last))
            ++last;
        m_all.insert(id);
        return id;
    }

private:
    QSet<QString> m_all;
    QHash<QString, int> m_last;
};

} // namespace qd::plan::written
