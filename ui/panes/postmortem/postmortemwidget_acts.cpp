// What can be done in the post-mortem, by its keys and from elsewhere in the window.
#include "ui/panes/postmortem/commenttab.h"
#include "ui/panes/postmortem/evidence.h"
#include "ui/panes/postmortem/exportcontrol.h"
#include "ui/panes/postmortem/postmortemhead.h"
#include "ui/panes/postmortem/postmortemwidget.h"
#include "ui/panes/postmortem/sectioneditor.h"
#include "ui/panes/postmortem/sectiontext.h"
#include "ui/widgets/cardlist.h"

#include <QUrl>

namespace qd::ui {

void PostmortemWidget::refuse(const QString &sentence)
{
    say(QStringLiteral("✕ ") + sentence, Colour::Critical);
}

void PostmortemWidget::move(const QString &state)
{
    m_editor->write();
    submit(command::MovePostmortem{state});
}

void PostmortemWidget::showSnapshot(bool snapshot)
{
    m_snapshot = snapshot;
    refresh();
}

void PostmortemWidget::markInternal(bool internal)
{
    if (!submit(command::MarkSection{m_editor->section(), internal}))
        refresh(); // the button shows what is so
}

void PostmortemWidget::toggleInternal()
{
    const QString id = m_editor->section();
    const auto found =
        std::find_if(m_sections.begin(), m_sections.end(), [&id](const review::DraftSection &item) { return item.id == id; });
    if (found != m_sections.end())
        markInternal(!found->internal);
}

void PostmortemWidget::comment()
{
    m_evidence->comments().setWords(m_editor->text().selectedWords());
    m_evidence->setCurrentWidget(&m_evidence->comments());
    m_evidence->comments().begin();
}

void PostmortemWidget::pull(const QString &markdown)
{
    if (markdown.isEmpty())
        return;
    if (isReadOnly()) {
        refuse(session().asOf() ? tr("An earlier moment is shown; go back to the present to write")
                                : tr("The post-mortem is final; move it back to review to change it"));
        return;
    }
    m_editor->text().insertLine(markdown);
}

void PostmortemWidget::drop(const QString &markdown, const QPoint &screenPlace)
{
    SectionText &text = m_editor->text();
    const QPoint place = text.mapFromGlobal(screenPlace);
    if (!text.isVisible() || !text.rect().contains(place) || markdown.isEmpty())
        return;
    if (isReadOnly())
        pull(markdown); // and it says why not
    else
        text.insertLineAt(markdown, place);
}

void PostmortemWidget::follow(const QUrl &link)
{
    if (link.scheme() == QLatin1String("fact")) {
        if (!m_evidence->goToFact(link.path()))
            say(tr("The record has no such fact any more"), Colour::High);
        return;
    }
    const EventId entry = EventId::fromString(link.path());
    if (!m_evidence->goTo(entry))
        say(tr("The timeline has no such entry"), Colour::High);
}

void PostmortemWidget::seekFinding(const review::Finding &finding)
{
    const auto section = std::find_if(m_sections.begin(), m_sections.end(),
                                      [&finding](const review::DraftSection &item) { return item.id == finding.place; });
    if (section != m_sections.end()) {
        m_outline->setCurrentId(finding.place);
        m_editor->takeFocus();
        if (finding.start >= 0)
            m_editor->showWords(section->markdown.mid(finding.start, finding.length), finding.start);
        return;
    }
    const EventId id = EventId::fromString(finding.place);
    if (!m_evidence->goTo(id) && !m_evidence->goToAction(id))
        say(finding.suggestion.isEmpty() ? finding.text : finding.suggestion);
}

void PostmortemWidget::seekWords(const QString &section, const QString &words)
{
    m_outline->setCurrentId(section);
    m_editor->takeFocus();
    if (!words.isEmpty() && !m_editor->text().selectWords(words))
        say(tr("The words that it is about have changed since: “%1”").arg(words.simplified().left(80)));
}

bool PostmortemWidget::performOnReview(const QString &verb)
{
    const QHash<QString, std::function<void()>> verbs{
        {QStringLiteral("ask"), [this] { m_head->askReviewer(); }},
        {QStringLiteral("approve"), [this] { m_head->askVerdict(QStringLiteral("approved")); }},
        {QStringLiteral("changes"), [this] { m_head->askVerdict(QStringLiteral("changes")); }},
        {QStringLiteral("onward"), [this] { m_head->move(true); }},
        {QStringLiteral("back"), [this] { m_head->move(false); }},
        {QStringLiteral("snapshot"), [this] { showSnapshot(!m_snapshot); }},
    };
    const auto run = verbs.value(verb);
    if (run)
        run();
    return run != nullptr;
}

bool PostmortemWidget::performOnSection(const QString &verb)
{
    const QHash<QString, std::function<void()>> verbs{
        {QStringLiteral("next"), [this] { stepSection(1); }},
        {QStringLiteral("previous"), [this] { stepSection(-1); }},
        {QStringLiteral("view"), [this] { m_editor->nextView(); }},
        {QStringLiteral("internal"), [this] { toggleInternal(); }},
        {QStringLiteral("comment"), [this] { comment(); }},
        {QStringLiteral("mine"), [this] { m_editor->take(review::Choice::Mine); }},
        {QStringLiteral("theirs"), [this] { m_editor->take(review::Choice::Theirs); }},
        {QStringLiteral("both"), [this] { m_editor->take(review::Choice::Both); }},
        {QStringLiteral("nextplace"), [this] { m_editor->nextPlace(); }},
    };
    const auto run = verbs.value(verb);
    if (run)
        run();
    return run || m_editor->text().format(verb);
}

void PostmortemWidget::perform(const QString &verb, const QVariant &about)
{
    refreshNow();
    const QString what = about.toString();
    if (!session().hasIncident())
        return;
    if (verb == QLatin1String("export")) {
        ExportWish wish;
        wish.path = what;
        if (what.isEmpty())
            m_export->offer();
        else
            m_export->exportTo(wish);
        return;
    }
    if (performOnSection(verb) || performOnReview(verb) || m_evidence->open(verb))
        return;
    m_outline->setCurrentId(what);
    m_editor->takeFocus();
}

} // namespace qd::ui
