#include "models/plan/written/fences.h"

#include <QRegularExpression>
#include <QStringList>

namespace qd::plan::written {
namespace {

struct Mark
{
    bool is = false;
    QString info;
};

Mark markOn(const QString &line)
{
    static const QRegularExpression form(QStringLiteral("^ {0,3}```([^`]*)$"));
    const QRegularExpressionMatch match = form.match(line);
    return {match.hasMatch(), match.captured(1).trimmed().toLower()};
}

// The line that ends the fence opened on `from`, when others stand in it; -1: none do; past the last line: it never ends.
qsizetype endOf(const QStringList &lines, qsizetype from)
{
    bool inner = false;
    bool any = false;
    for (qsizetype i = from + 1; i < lines.size(); ++i) {
        const Mark mark = markOn(lines[i]);
        if (!mark.is)
            continue;
        if (!inner && mark.info.isEmpty())
            return any ? i : -1;
        inner = !mark.info.isEmpty();
        any = true;
    }
    return lines.size();
}

} // namespace

void widenFences(QString &text)
{
    if (!text.contains(QLatin1String("```m")))
        return;
    QStringList lines = text.split(u'\n');
    bool open = false;
    bool changed = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Mark mark = markOn(lines[i]);
        if (!mark.is)
            continue;
        const bool markdown = !open && (mark.info == QLatin1String("markdown") || mark.info == QLatin1String("md"));
        open = !open || !mark.info.isEmpty();
        const qsizetype end = markdown ? endOf(lines, i) : -1;
        if (end == lines.size())
            break;
        if (end < 0)
            continue;
        lines[i].replace(QLatin1String("```"), QLatin1String("``````"));
        lines[end].replace(QLatin1String("```"), QLatin1String("``````"));
        i = end;
        open = false;
        changed = true;
    }
    if (changed)
        text = lines.join(u'\n');
}

} // namespace qd::plan::written
