#include "ui/panes/postmortem/previewtext.h"

#include "models/review/sectionmerge.h"
#include "ui/actions/actions.h"
#include "ui/widgets/markdowncolours.h"

#include <QCoreApplication>
#include <QLocale>

namespace qd::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SectionEditor)
};

QString quoted(const QString &mark, const QString &side)
{
    QStringList lines{QStringLiteral("> **%1**").arg(mark.mid(8).trimmed()), QStringLiteral(">")};
    for (const QString &line : side.split(QLatin1Char('\n')))
        lines << QStringLiteral("> ") + line;
    return lines.join(QLatin1Char('\n'));
}

bool turnsDirection(QChar c)
{
    return (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
}

} // namespace

QString previewText(const QString &markdown)
{
    QString text = markdown;
    const std::vector<review::MergeConflict> places = review::conflictsIn(markdown);
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        const QString whole = markdown.mid(place->at, place->length);
        const QString mine = quoted(whole.section(QLatin1Char('\n'), 0, 0), place->mine);
        const QString theirs = quoted(whole.section(QLatin1Char('\n'), -1), place->theirs);
        text.replace(place->at, place->length, QLatin1Char('\n') + mine + QStringLiteral("\n\n---\n\n") + theirs + QLatin1Char('\n'));
    }
    return text;
}

QString oddities(const QString &text)
{
    QStringList said;
    const auto nulls = static_cast<int>(text.count(QChar(u'\0')));
    const auto turns = static_cast<int>(std::count_if(text.begin(), text.end(), turnsDirection));
    if (nulls > 0)
        said << Words::tr("%n null bytes: kept in the record, shown as � in documents", nullptr, nulls);
    if (turns > 0)
        said << Words::tr("%n invisible characters turn the direction of the words around them", nullptr, turns);
    if (text.size() > MarkdownColours::mostCharacters)
        said << Words::tr("%1 characters: written without colours, and the preview shows the beginning")
                    .arg(QLocale().toString(text.size()));
    return said.isEmpty() ? QString() : QStringLiteral("▲ ") + said.join(QStringLiteral(" · "));
}

QString formatName(const QString &verb)
{
    const ActionRow *row = findAction(QStringLiteral("postmortem.") + verb);
    return row ? actionText(*row) : verb;
}

} // namespace qd::ui
