#include "ui/panes/timeline/entryacts.h"

#include "models/core/timetext.h"
#include "models/review/markdown.h"
#include "ui/panes/timeline/entrydetails.h"
#include "ui/panes/timeline/timelinelist.h"

#include <QClipboard>
#include <QGuiApplication>

namespace qd::ui {

EntryActs::EntryActs(const PaneContext &context, items::TimelineModel &model, TimelineList &list, EntryDetails &details)
    : QObject(&list),
      m_context(context),
      m_model(model),
      m_list(list),
      m_details(details)
{
    connect(&list, &TimelineList::linkClicked, this, &EntryActs::openLink);
    connect(&details, &EntryDetails::linkChosen, this, &EntryActs::openLink);
    connect(&details, &EntryDetails::attachmentChosen, this, &EntryActs::openAttachment);
}

bool EntryActs::perform(const QString &verb)
{
    static const QHash<QString, std::function<void(EntryActs &)>> verbs{
        {QStringLiteral("edit"), &EntryActs::edit},
        {QStringLiteral("redact"), &EntryActs::redact},
        {QStringLiteral("pin"), &EntryActs::pin},
        {QStringLiteral("confirm"), [](EntryActs &acts) { acts.settle(QStringLiteral("confirmed")); }},
        {QStringLiteral("ruleout"), [](EntryActs &acts) { acts.settle(QStringLiteral("ruled-out")); }},
        {QStringLiteral("copy"), [](EntryActs &acts) { acts.copy(false); }},
        {QStringLiteral("copymarkdown"), [](EntryActs &acts) { acts.copy(true); }},
        {QStringLiteral("open"), &EntryActs::open},
        {QStringLiteral("save"), &EntryActs::save},
    };
    const auto run = verbs.value(verb);
    if (run)
        run(*this);
    return run != nullptr;
}

const TimelineEntry *EntryActs::current() const
{
    return m_model.entryAt(m_list.currentIndex());
}

Result<void> EntryActs::tell(const Command &command)
{
    const Result<EventId> done = m_context.session.submit(command);
    return done ? Result<void>() : tl::unexpected(done.error());
}

void EntryActs::tellOrSay(const Command &command)
{
    if (const Result<void> done = tell(command); !done)
        emit m_context.session.failed(done.error().sentence);
}

void EntryActs::edit()
{
    const TimelineEntry *entry = current();
    if (!entry)
        return;
    if (!entryKinds().contains(entry->kind) || entry->redacted) {
        emit m_context.session.failed(tr("This line records a change: change the thing itself, or undo it"));
        return;
    }
    const QString shown = toDateTime(entry->at, QTimeZone::utc()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QLatin1Char('Z');
    const auto answer = [this, id = entry->id, was = entry->text, shown](const QStringList &given) -> Result<void> {
        command::AmendEntry amend;
        amend.entry = id;
        if (given.value(1) != was)
            amend.text = given.value(1);
        if (given.value(0) != shown) {
            const Result<TypedTime> at =
                readTime(given.value(0), m_context.session.now(), QTimeZone(m_context.session.incident().rules.zone));
            if (!at)
                return tl::unexpected(at.error());
            amend.at = at->at;
        }
        amend.reason = given.value(2);
        return amend.text || amend.at ? tell(amend) : Result<void>();
    };
    m_details.showEntry(*entry);
    m_details.ask({tr("Edit: what it said before stays in its history"),
                   tr("Save"),
                   {{.name = tr("Time"), .value = shown, .completions = {}, .width = 22},
                    {.name = tr("Text"), .value = entry->text},
                    {.name = tr("Why, if it needs saying"), .value = {}, .completions = {}, .width = 24}},
                   answer});
}

void EntryActs::redact()
{
    const TimelineEntry *entry = current();
    if (!entry)
        return;
    const auto answer = [this, id = entry->id](const QStringList &given) { return tell(command::RedactEntry{id, given.value(0)}); };
    m_details.showEntry(*entry);
    m_details.ask({tr("Redact: the text goes for good, this reason stays"),
                   tr("Redact"),
                   {{.name = tr("Reason, such as: a pasted password")}},
                   answer});
}

void EntryActs::pin()
{
    if (const TimelineEntry *entry = current())
        tellOrSay(command::PinEntry{entry->id, !entry->pinned});
}

void EntryActs::settle(const QString &state)
{
    if (const TimelineEntry *entry = current())
        tellOrSay(command::SettleHypothesis{entry->id, entry->settlement.state == state ? QStringLiteral("open") : state, {}});
}

void EntryActs::copy(bool markdown)
{
    QModelIndexList chosen = m_list.selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const QModelIndex &index : chosen) {
        const TimelineEntry *entry = m_model.entryAt(index);
        if (!entry)
            continue;
        const items::TimelineRow row = m_model.describe(index.row());
        const QString time = m_context.times.exact(entry->at);
        // As Markdown the text goes as it was written: it is Markdown.
        const QString written = entry->redacted ? review::inlineText(row.text) : entry->text.simplified();
        lines << (markdown ? QStringLiteral("- **%1** %2: %3 (%4)").arg(time, row.word, written, review::inlineText(row.author))
                           : QStringLiteral("%1  %2: %3 (%4)").arg(time, row.word, row.text, row.author));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace qd::ui
