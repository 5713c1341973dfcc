#include "ui/panes/scribe/scribechips.h"

#include "models/items/words.h"

#include <QCoreApplication>

namespace qd::ui {
namespace {

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate("ScribeChips", text, nullptr, count);
}

// Without the tags and people at its end: they have chips of their own.
QString withoutTail(const QString &text)
{
    QStringList all = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    while (!all.isEmpty() && (all.last().startsWith(QLatin1Char('#')) || all.last().startsWith(QLatin1Char('@'))))
        all.removeLast();
    return all.join(QLatin1Char(' ')).replace(QLatin1Char('\n'), QStringLiteral(" ↵ "));
}

void addTime(std::vector<PreviewChip> &chips, const ScribeLine &line, const TimeDisplay &times)
{
    if (line.time)
        chips.push_back({(line.time->approximate ? QStringLiteral("~") : QString()) + times.clock(line.time->at), {}, true, false});
}

void addText(std::vector<PreviewChip> &chips, const ScribeLine &line)
{
    if (const QString text = withoutTail(line.text); !text.isEmpty())
        chips.push_back({text, {}, false, false});
    for (const QString &tag : line.tags)
        chips.push_back({QLatin1Char('#') + tag, {}, true, false});
    for (const QString &person : line.details.isEmpty() ? line.people : QStringList())
        chips.push_back({QLatin1Char('@') + person, {}, true, false});
}

} // namespace

std::vector<PreviewChip> chipsOf(const ScribeLine &line, const TimeDisplay &times)
{
    std::vector<PreviewChip> chips;
    addTime(chips, line, times);
    chips.push_back({items::entryWord(line.kind), line.kind, true, true});
    for (const QString &detail : line.details)
        chips.push_back({detail, {}, true, false});
    addText(chips, line);
    return chips;
}

std::vector<PreviewChip> chipsOfCorrection(const ScribeLine &line, const TimeDisplay &times, Instant of)
{
    std::vector<PreviewChip> chips{
        {words(QT_TRANSLATE_NOOP("ScribeChips", "Editing %1")).arg(times.clock(of)), QStringLiteral("amended"), true, true}};
    addTime(chips, line, times);
    addText(chips, line);
    return chips;
}

std::vector<PreviewChip> chipsOfLines(const std::vector<ScribeLine> &lines, int total)
{
    const auto count = [&lines](auto holds) { return static_cast<int>(std::count_if(lines.begin(), lines.end(), holds)); };
    const int commands = count([](const ScribeLine &line) {
        return line.deed != ScribeDeed::Submit || !std::holds_alternative<command::LogEntry>(*line.command);
    });
    const int timed = count([](const ScribeLine &line) { return line.time.has_value(); });
    const int misread = count([](const ScribeLine &line) { return !line.problems.isEmpty(); });
    std::vector<PreviewChip> chips;
    const int entries = total - commands;
    chips.push_back({words(QT_TRANSLATE_N_NOOP("ScribeChips", "%n entries, a line each"), entries), QStringLiteral("note"), true, true});
    if (commands > 0)
        chips.push_back({words(QT_TRANSLATE_N_NOOP("ScribeChips", "%n commands"), commands), {}, true, false});
    if (timed > 0)
        chips.push_back({words(QT_TRANSLATE_N_NOOP("ScribeChips", "%n with a time of their own"), timed), {}, false, false});
    if (misread > 0)
        chips.push_back(
            {words(QT_TRANSLATE_N_NOOP("ScribeChips", "%n logged as they stand"), misread), QStringLiteral("warning"), false, false});
    return chips;
}

} // namespace qd::ui
