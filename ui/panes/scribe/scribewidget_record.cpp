// The scribe's pane: what Enter does, and the walk through earlier lines.
#include "ui/panes/scribe/completionlist.h"
#include "ui/panes/scribe/pendingfiles.h"
#include "ui/panes/scribe/scribeeditor.h"
#include "ui/panes/scribe/scribepreview.h"
#include "ui/panes/scribe/scribewidget.h"

namespace qd::ui {

void ScribeWidget::enter()
{
    m_completions->close();
    if (m_editing.isNull())
        logAll();
    else
        saveCorrection();
}

// What could not be stored stays in the editor.
void ScribeWidget::logAll()
{
    const QStringList lines = m_editor->entries();
    if (lines.isEmpty() && m_files->isEmpty()) {
        m_files->sendRestTo({}); // what could not be stored before is tried again
        return;
    }
    const Written written = m_writer.write(lines, m_files->stored(), m_files->names());
    if (!written.lines.empty()) {
        m_files->clearStored();
        m_files->sendRestTo(written.lines.front().event);
    }
    m_commands.insert(m_commands.end(), written.commands.begin(), written.commands.end());
    for (const WrittenLine &line : written.lines) {
        if (m_context.session.isPending(line.event))
            m_unsaved.push_back(line);
    }
    QStringList left;
    for (const QString &line : written.left)
        left << ScribeEditor::withinOneEntry(line);
    if (m_walk && written.problem.isEmpty())
        left = QStringList(std::exchange(m_aside, {}));
    m_walk.reset();
    m_editor->setLine(left.join(QLatin1Char('\n')));
    preview();
    sayWhatWasWritten(written);
    keepDraftSoon();
}

void ScribeWidget::sayWhatWasWritten(const Written &written)
{
    using Tone = ScribePreview::Tone;
    if (!written.problem.isEmpty())
        m_preview->showSentence(written.problem, Tone::Problem);
    else if (!written.misread.isEmpty())
        m_preview->showSentence(tr("Logged as a note: %1. Up mends it").arg(written.misread), Tone::Caution);
    else if (written.lines.size() > 1)
        m_preview->showSentence(tr("%n lines logged; Ctrl+Z takes them back one by one", nullptr, static_cast<int>(written.lines.size())),
                                Tone::Said);
}

void ScribeWidget::saveCorrection()
{
    const QString line = m_editor->entries().join(QLatin1Char('\n'));
    const EventId entry = m_editing;
    const Result<void> done = m_writer.correct(entry, line, m_files->stored());
    if (!done) {
        m_preview->showSentence(done.error().sentence, ScribePreview::Tone::Problem);
        return;
    }
    m_files->clearStored();
    m_files->sendRestTo(entry);
    leaveWalk();
    keepDraftSoon();
}

void ScribeWidget::walk(int by)
{
    const bool walks = m_walk || !m_editing.isNull();
    if (walks && m_editor->writing() != m_recalled)
        return; // it is being changed
    if (!m_walk) {
        items::RecalledLines recalled = items::linesToRecall(m_context.session.incident(), m_context.session.author(), m_commands);
        if (recalled.lines.empty() || (by < 0 && !walks))
            return;
        if (!walks)
            m_aside = m_editor->writing();
        m_step = recalled.first;
        m_walk = std::move(recalled);
        recall(m_walk->lines[m_step]);
        return;
    }
    if (by < 0 && m_step == 0) {
        leaveWalk();
        return;
    }
    const size_t next = by > 0 ? m_step + 1 : m_step - 1;
    if (next >= m_walk->lines.size())
        return;
    m_step = next;
    recall(m_walk->lines[m_step]);
}

void ScribeWidget::recall(const items::RecalledLine &line)
{
    m_editing = line.entry;
    m_recalled = ScribeEditor::withinOneEntry(line.text);
    m_editor->setLine(m_recalled);
}

void ScribeWidget::leaveWalk()
{
    if (!m_walk && m_editing.isNull())
        return;
    m_walk.reset();
    m_editing = {};
    m_editor->setLine(std::exchange(m_aside, {}));
}

} // namespace qd::ui
