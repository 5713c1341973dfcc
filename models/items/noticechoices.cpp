#include "models/items/noticechoices.h"

namespace qd::items {
namespace {

constexpr const char *kindNames[] = {"near", "missed", "ask", "handover", "action"}; // in the order of NoticeKind

struct Flag
{
    const char *name;
    bool NoticeChoice::*field;
    bool value; // that the name stands for
};

constexpr Flag flags[] = {
    {"off", &NoticeChoice::shown, false}, {"silent", &NoticeChoice::sounds, false}, {"mine", &NoticeChoice::mineOnly, true}};

const QString loudWhilePresenting = QStringLiteral("presenting=loud");

QString lineOf(size_t kind, const Flag &flag)
{
    return QLatin1String(kindNames[kind]) + QLatin1Char('=') + QLatin1String(flag.name);
}

} // namespace

QStringList NoticeChoices::toText() const
{
    QStringList text;
    for (size_t kind = 0; kind < kinds.size(); ++kind) {
        for (const Flag &flag : flags) {
            if (kinds[kind].*flag.field == flag.value)
                text << lineOf(kind, flag);
        }
    }
    if (!quietWhilePresenting)
        text << loudWhilePresenting;
    return text;
}

NoticeChoices NoticeChoices::fromText(const QStringList &text)
{
    NoticeChoices choices;
    for (size_t kind = 0; kind < choices.kinds.size(); ++kind) {
        for (const Flag &flag : flags) {
            if (text.contains(lineOf(kind, flag)))
                choices.kinds[kind].*flag.field = flag.value;
        }
    }
    choices.quietWhilePresenting = !text.contains(loudWhilePresenting);
    return choices;
}

} // namespace qd::items
