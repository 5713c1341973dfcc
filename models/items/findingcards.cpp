#include "models/items/findingcards.h"

#include <QCoreApplication>
#include <QHash>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > 60 ? line.left(59) + QStringLiteral("…") : line;
}

QString sentences(const QStringList &parts)
{
    QString spoken;
    for (const QString &part : parts) {
        if (part.isEmpty())
            continue;
        spoken += spoken.isEmpty() ? QString() : spoken.endsWith(QLatin1Char('.')) ? QStringLiteral(" ") : QStringLiteral(". ");
        spoken += part;
    }
    return spoken;
}

} // namespace

QString ruleWord(const QString &rule)
{
    static const std::pair<const char *, const char *> words[] = {
        {"empty-section", QT_TRANSLATE_NOOP("Findings", "not written")},
        {"standing-prompt", QT_TRANSLATE_NOOP("Findings", "prompt left standing")},
        {"placeholder", QT_TRANSLATE_NOOP("Findings", "placeholder")},
        {"impact", QT_TRANSLATE_NOOP("Findings", "impact unknown")},
        {"gap", QT_TRANSLATE_NOOP("Findings", "gap")},
        {"raised-in-silence", QT_TRANSLATE_NOOP("Findings", "raised, nobody told")},
        {"impossible-time", QT_TRANSLATE_NOOP("Findings", "impossible time")},
        {"unknown-start", QT_TRANSLATE_NOOP("Findings", "start unknown")},
        {"open-hypothesis", QT_TRANSLATE_NOOP("Findings", "open hypothesis")},
        {"empty-seat", QT_TRANSLATE_NOOP("Findings", "nobody in command")},
        {"loose-decision", QT_TRANSLATE_NOOP("Findings", "decision without outcome")},
        {"todo", QT_TRANSLATE_NOOP("Findings", "TODO")},
        {"loose-action", QT_TRANSLATE_NOOP("Findings", "action item without owner or date")},
        {"overdue-action", QT_TRANSLATE_NOOP("Findings", "overdue")},
        {"no-action", QT_TRANSLATE_NOOP("Findings", "no action item")},
        {"conflict", QT_TRANSLATE_NOOP("Findings", "conflict")},
        {"rival-versions", QT_TRANSLATE_NOOP("Findings", "put together")},
        {"open-comment", QT_TRANSLATE_NOOP("Findings", "open comment")},
        {"open-review", QT_TRANSLATE_NOOP("Findings", "review open")},
        {"blame", QT_TRANSLATE_NOOP("Findings", "blame")},
        {"human-error", QT_TRANSLATE_NOOP("Findings", "human error")},
    };
    for (const auto &[id, word] : words) {
        if (rule == QLatin1String(id))
            return Words::tr(word);
    }
    return rule;
}

FindingPlace placeOf(const review::Finding &finding, const Incident &incident, const std::vector<review::DraftSection> &sections,
                     const TimeText &time)
{
    for (const review::DraftSection &section : sections) {
        if (section.id == finding.place)
            return {section.id, {}, {}, section.title};
    }
    const EventId id = EventId::fromString(finding.place);
    if (id.isNull())
        return {};
    for (const ActionItem &action : incident.actions) {
        if (action.id == id)
            return {{}, {}, id, Words::tr("action item “%1”").arg(shortened(action.text))};
    }
    if (const TimelineEntry *entry = incident.entry(id))
        return {{}, id, {}, QStringLiteral("%1 %2").arg(time(entry->at), entry->redacted ? Words::tr("redacted") : shortened(entry->text))};
    return {};
}

Cards findingCards(const std::vector<review::Finding> &findings, const Incident &incident,
                   const std::vector<review::DraftSection> &sections, const TimeText &time)
{
    Cards cards;
    for (const review::Finding &finding : findings) {
        Card card;
        card.id = finding.key;
        QStringList kicker{ruleWord(finding.rule), placeOf(finding, incident, sections, time).words};
        kicker.removeAll(QString());
        card.kicker = kicker.join(QStringLiteral("  ·  "));
        card.title = finding.text;
        card.detail = finding.dismissed ? Words::tr("Dismissed by %1: %2").arg(finding.dismissedBy, finding.reason)
                                        : finding.suggestion + QLatin1Char('\n') + finding.why;
        card.tone = finding.dismissed ? Tone::Quiet : Tone::Plain;
        card.action = finding.dismissed ? Words::tr("take up again") : Words::tr("dismiss");
        card.spoken = sentences({kicker.join(QStringLiteral(", ")), finding.text, finding.dismissed ? card.detail : finding.suggestion,
                                 finding.dismissed ? QString() : finding.why});
        cards.push_back(card);
    }
    return cards;
}

} // namespace qd::items
