#include "models/review/cause.h"

#include "models/core/standardsections.h"

#include <QRegularExpression>
#include <QSet>

namespace qd::review {
namespace {

const StandardSection *rootCauseSection()
{
    const auto &all = standardSections();
    const auto found =
        std::find_if(all.begin(), all.end(), [](const StandardSection &section) { return section.id == QLatin1String("root-cause"); });
    return found == all.end() ? nullptr : &*found;
}

// The ids under which this plan's post-mortem tells the cause, those of the standard one among them.
QStringList causeSections(const plan::Plan &plan)
{
    const StandardSection *standard = rootCauseSection();
    if (!standard)
        return {};
    QStringList ids{standard->id};
    for (const plan::Section &section : plan.postmortem.sections) {
        if (section.id != standard->id && covers(section.title, section.fill, *standard))
            ids << section.id;
    }
    return ids;
}

QString firstParagraph(const QString &markdown)
{
    static const QRegularExpression heading(QStringLiteral("^\\s*#.*$"), QRegularExpression::MultilineOption);
    static const QRegularExpression link(QStringLiteral("\\]\\([^)]*\\)"));
    static const QRegularExpression gap(QStringLiteral("\\n[ \\t]*\\n"));
    QString text = markdown;
    text.remove(heading).replace(link, QStringLiteral("]"));
    return text.trimmed().section(gap, 0, 0);
}

} // namespace

QString comparedCause(const QString &markdown)
{
    static const QRegularExpression notWord(QStringLiteral("[^\\p{L}\\p{N}.]+"));
    static const QSet<QString> empty{QStringLiteral("the"),  QStringLiteral("a"),        QStringLiteral("an"),    QStringLiteral("was"),
                                     QStringLiteral("were"), QStringLiteral("is"),       QStringLiteral("are"),   QStringLiteral("root"),
                                     QStringLiteral("of"),   QStringLiteral("cause"),    QStringLiteral("that"),  QStringLiteral("it"),
                                     QStringLiteral("this"), QStringLiteral("because"),  QStringLiteral("by"),    QStringLiteral("has"),
                                     QStringLiteral("had"),  QStringLiteral("been"),     QStringLiteral("be"),    QStringLiteral("outage"),
                                     QStringLiteral("our"),  QStringLiteral("incident"), QStringLiteral("caused")};
    static const QSet<QString> unknown{QStringLiteral("not known"),           QStringLiteral("not known yet"),
                                       QStringLiteral("under investigation"), QStringLiteral("to determined"),
                                       QStringLiteral("not yet known"),       QStringLiteral("still unknown")};
    QStringList words;
    for (QString word : firstParagraph(markdown).toLower().split(notWord, Qt::SkipEmptyParts)) {
        while (word.endsWith(QLatin1Char('.')))
            word.chop(1);
        if (!word.isEmpty() && !empty.contains(word))
            words << word;
    }
    const QString cause = words.join(QLatin1Char(' '));
    return words.size() < 2 || unknown.contains(cause) ? QString() : cause; // one word ("load", "TBD") says too little to be the same
}

QString causeOf(const plan::Plan &plan, const Incident &incident)
{
    const QStringList ids = causeSections(plan);
    for (const WrittenSection &section : incident.sections) {
        if (!ids.contains(section.section))
            continue;
        if (const QString cause = comparedCause(section.text); !cause.isEmpty())
            return cause;
    }
    return {};
}

} // namespace qd::review
