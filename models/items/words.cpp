#include "models/items/words.h"

#include "models/core/durationtext.h"

#include <QCoreApplication>
#include <QHash>

namespace qd::items {
namespace {

QString wordOf(const QHash<QString, const char *> &words, const QString &key)
{
    const char *word = words.value(key);
    return word ? QCoreApplication::translate("Words", word) : key;
}

} // namespace

QString statusWord(const QString &status)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("investigating"), QT_TRANSLATE_NOOP("Words", "Investigating")},
        {QStringLiteral("identified"), QT_TRANSLATE_NOOP("Words", "Identified")},
        {QStringLiteral("mitigating"), QT_TRANSLATE_NOOP("Words", "Mitigating")},
        {QStringLiteral("monitoring"), QT_TRANSLATE_NOOP("Words", "Monitoring")},
        {QStringLiteral("resolved"), QT_TRANSLATE_NOOP("Words", "Resolved")},
        {QStringLiteral("closed"), QT_TRANSLATE_NOOP("Words", "Closed")},
    };
    return wordOf(words, status);
}

QString entryWord(const QString &kind)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("note"), QT_TRANSLATE_NOOP("Words", "Note")},
        {QStringLiteral("member"), QT_TRANSLATE_NOOP("Words", "Member")},
        {QStringLiteral("observation"), QT_TRANSLATE_NOOP("Words", "Observation")},
        {QStringLiteral("hypothesis"), QT_TRANSLATE_NOOP("Words", "Hypothesis")},
        {QStringLiteral("decision"), QT_TRANSLATE_NOOP("Words", "Decision")},
        {QStringLiteral("action"), QT_TRANSLATE_NOOP("Words", "Action")},
        {QStringLiteral("communication"), QT_TRANSLATE_NOOP("Words", "Communication")},
        {QStringLiteral("detected"), QT_TRANSLATE_NOOP("Words", "Detected")},
        {QStringLiteral("declared"), QT_TRANSLATE_NOOP("Words", "Declared")},
        {QStringLiteral("acknowledged"), QT_TRANSLATE_NOOP("Words", "Acknowledged")},
        {QStringLiteral("severity"), QT_TRANSLATE_NOOP("Words", "Severity")},
        {QStringLiteral("status"), QT_TRANSLATE_NOOP("Words", "Status")},
        {QStringLiteral("role"), QT_TRANSLATE_NOOP("Words", "Role")},
        {QStringLiteral("handover"), QT_TRANSLATE_NOOP("Words", "Handover")},
        {QStringLiteral("update"), QT_TRANSLATE_NOOP("Words", "Update")},
        {QStringLiteral("ask"), QT_TRANSLATE_NOOP("Words", "Ask")},
        {QStringLiteral("check"), QT_TRANSLATE_NOOP("Words", "Check")},
        {QStringLiteral("scenario"), QT_TRANSLATE_NOOP("Words", "Scenario")},
        {QStringLiteral("escalation"), QT_TRANSLATE_NOOP("Words", "Escalation")},
        {QStringLiteral("clock"), QT_TRANSLATE_NOOP("Words", "Clock")},
        {QStringLiteral("task"), QT_TRANSLATE_NOOP("Words", "Action item")},
        {QStringLiteral("postmortem"), QT_TRANSLATE_NOOP("Words", "Post-mortem")},
        {QStringLiteral("attachment"), QT_TRANSLATE_NOOP("Words", "Attachment")},
        {QStringLiteral("link"), QT_TRANSLATE_NOOP("Words", "Link")},
        {QStringLiteral("plan"), QT_TRANSLATE_NOOP("Words", "Plan")},
        {QStringLiteral("amended"), QT_TRANSLATE_NOOP("Words", "Changed")},
    };
    return wordOf(words, kind);
}

QString categoryWord(const QString &category)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("prevent"), QT_TRANSLATE_NOOP("Words", "Prevent")},
        {QStringLiteral("detect"), QT_TRANSLATE_NOOP("Words", "Detect")},
        {QStringLiteral("respond"), QT_TRANSLATE_NOOP("Words", "Respond")},
    };
    return wordOf(words, category);
}

QString workStateWord(const QString &state)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("open"), QT_TRANSLATE_NOOP("Words", "Open")},
        {QStringLiteral("done"), QT_TRANSLATE_NOOP("Words", "Done")},
        {QStringLiteral("dropped"), QT_TRANSLATE_NOOP("Words", "Dropped")},
    };
    return wordOf(words, state);
}

QString postmortemWord(const QString &state)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("draft"), QT_TRANSLATE_NOOP("Words", "Draft")},
        {QStringLiteral("review"), QT_TRANSLATE_NOOP("Words", "In review")},
        {QStringLiteral("final"), QT_TRANSLATE_NOOP("Words", "Final")},
    };
    return wordOf(words, state);
}

QString lengthWord(Duration length)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(length);
    return minutes.count() < 1 ? QCoreApplication::translate("Words", "under a minute") : spokenDuration(minutes);
}

} // namespace qd::items
