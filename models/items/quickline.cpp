#include "models/items/quickline.h"

#include "models/core/daytext.h"
#include "models/core/durationtext.h"
#include "models/items/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace qd::items {
namespace {

QStringList wordsOf(const QString &line)
{
    return line.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
}

bool isCategory(const QString &word)
{
    static const QStringList all{QStringLiteral("#prevent"), QStringLiteral("#detect"), QStringLiteral("#respond")};
    return all.contains(word, Qt::CaseInsensitive);
}

} // namespace

Result<AskLine> readAskLine(const QString &line)
{
    QStringList words = wordsOf(line);
    AskLine ask;
    if (!words.isEmpty())
        ask.who = words.takeFirst();
    if (ask.who.startsWith(QLatin1Char('@')))
        ask.who.remove(0, 1);
    if (!words.isEmpty()) {
        ask.within = readDuration(words.first());
        if (ask.within)
            words.removeFirst();
    }
    ask.text = words.join(QLatin1Char(' '));
    if (ask.who.isEmpty() || ask.text.isEmpty())
        return failure(ErrorCode::Usage, QCoreApplication::translate("Asks", "Say who, how long and what: lee 10m check the replica lag"));
    return ask;
}

ActionLine readActionLine(const QString &line, QDate today)
{
    ActionLine action;
    QStringList text;
    for (const QString &word : wordsOf(line)) {
        if (action.owner.isEmpty() && word.size() > 1 && word.startsWith(QLatin1Char('@')))
            action.owner = word.mid(1);
        else if (action.category.isEmpty() && isCategory(word))
            action.category = word.mid(1).toLower();
        else if (const QDate day = readDay(word, today); action.due.isEmpty() && day.isValid())
            action.due = day.toString(Qt::ISODate);
        else
            text << word;
    }
    action.text = text.join(QLatin1Char(' '));
    return action;
}

QString actionLineWords(const ActionLine &action)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("QuickLine", text); };
    QStringList parts{action.text, action.owner.isEmpty() ? tr(QT_TRANSLATE_NOOP("QuickLine", "no owner")) : action.owner,
                      action.due.isEmpty() ? tr(QT_TRANSLATE_NOOP("QuickLine", "no date"))
                                           : tr(QT_TRANSLATE_NOOP("QuickLine", "by %1")).arg(action.due),
                      categoryWord(action.category)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace qd::items
