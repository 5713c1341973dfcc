#include "ui/panes/scribe/scribewidget.h"

#include "models/core/scriberoom.h"
#include "models/items/rollbackmoment.h"
#include "ui/panes/scribe/completionlist.h"
#include "ui/panes/scribe/pendingfiles.h"
#include "ui/panes/scribe/scribechips.h"
#include "ui/panes/scribe/scribeeditor.h"
#include "ui/panes/scribe/scribepane.h"
#include "ui/widgets/tonelabel.h"

#include <QDragEnterEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

constexpr int mostPreviewed = 500; // lines of a paste: the preview comes with each key

} // namespace

QWidget *createScribePane(const PaneContext &context, QWidget *parent)
{
    return new ScribeWidget(context, parent);
}

ScribeWidget::ScribeWidget(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_editor(new ScribeEditor(
          context.theme, [this](const QString &line) { return read(line); }, this)),
      m_files(new PendingFiles(context, this)),
      m_preview(new ScribePreview(context.theme, this)),
      m_rollback(new ToneLabel(context.theme, Colour::Dim, Type::Label, this)),
      m_completions(new CompletionList(context.theme, *m_editor, [this] { return completions(); })),
      m_writer(context, [this](const QString &line) { return read(line); }),
      m_draft(context)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 11, 16, 10);
    layout->setSpacing(2 * Theme::grid);
    layout->addWidget(m_editor);
    layout->addWidget(m_files);
    layout->addWidget(m_preview);
    layout->addWidget(m_rollback);
    m_rollback->setWordWrap(true);
    m_rollback->hide();
    setFocusProxy(m_editor);
    setAcceptDrops(true);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(std::chrono::milliseconds(200));
    connect(&m_draftTimer, &QTimer::timeout, this, &ScribeWidget::keepDraft);
    connectEditor();
    connect(&context.session, &IncidentSession::opened, this, &ScribeWidget::openIncident);
    connect(&context.session, &IncidentSession::changed, this, &ScribeWidget::showKeys);
    connect(&context.session, &IncidentSession::saveStatusChanged, this, &ScribeWidget::noteSaved);
    openIncident();
}

ScribeWidget::~ScribeWidget()
{
    closeDraft();
}

void ScribeWidget::connectEditor()
{
    connect(m_editor, &QPlainTextEdit::textChanged, this, &ScribeWidget::textChanged);
    connect(m_editor, &ScribeEditor::entered, this, &ScribeWidget::enter);
    connect(m_editor, &ScribeEditor::olderAsked, this, [this] { walk(1); });
    connect(m_editor, &ScribeEditor::newerAsked, this, [this] { walk(-1); });
    connect(m_editor, &ScribeEditor::escaped, this, &ScribeWidget::leaveWalk);
    connect(m_editor, &ScribeEditor::erasedAtStart, m_files, &PendingFiles::removeLast);
    connect(m_editor, &ScribeEditor::fileGiven, m_files, &PendingFiles::addFile);
    connect(m_editor, &ScribeEditor::pictureGiven, m_files, &PendingFiles::addPicture);
    connect(m_editor, &ScribeEditor::undoAsked, this, [this] { m_context.invoke(QStringLiteral("record.undo"), {}); });
    connect(m_editor, &ScribeEditor::redoAsked, this, [this] { m_context.invoke(QStringLiteral("record.redo"), {}); });
    connect(m_files, &PendingFiles::changed, this, [this] {
        keepDraftSoon();
        fitHeight();
        preview();
    });
    connect(m_files, &PendingFiles::failed, this,
            [this](const QString &sentence) { m_preview->showSentence(sentence, ScribePreview::Tone::Problem); });
}

void ScribeWidget::perform(const QString &verb, const QVariant &about)
{
    if (verb == QLatin1String("insert"))
        m_editor->insertPlainText(about.toString());
    else if (verb == QLatin1String("attach"))
        m_files->addFile(about.toString());
    m_editor->setFocus();
}

ScribeLine ScribeWidget::read(const QString &line)
{
    const IncidentSession &session = m_context.session;
    m_vocabulary.readUpTo(session.incident());
    m_vocabulary.noteOnCall(onCallView(m_context));
    return readScribeLine(line,
                          ScribeRoom{session.incident(),
                                     {session.author(), session.present()},
                                     m_vocabulary.people(),
                                     session.undoable().has_value(),
                                     session.redoable().has_value(),
                                     true});
}

items::Completions ScribeWidget::completions()
{
    const QString line = m_editor->lineAtCursor();
    return items::completionsAt(line, m_editor->textCursor().positionInBlock(), read(line).wordsStart, m_context.session.incident(),
                                m_vocabulary);
}

void ScribeWidget::openIncident()
{
    closeDraft();
    m_vocabulary.clear();
    m_vocabulary.readUpTo(m_context.session.incident());
    m_walk.reset();
    m_commands.clear();
    m_editor->setEnabled(m_context.session.hasIncident());
    const Writing kept = m_draft.open(m_context.session.incident().id);
    const TimelineEntry *edited = m_context.session.incident().entry(kept.editing);
    m_editing = edited ? kept.editing : EventId();
    m_aside = kept.text;
    m_editor->setLine(m_editing.isNull() ? kept.text : kept.correction);
    m_recalled = edited ? ScribeEditor::withinOneEntry(edited->text) : QString();
    m_files->load(kept.files);
    m_draftTimer.stop();
    preview();
}

Writing ScribeWidget::writing() const
{
    QStringList lines;
    for (const WrittenLine &line : m_unsaved)
        lines << ScribeEditor::withinOneEntry(line.line);
    const QString text = m_walk || !m_editing.isNull() ? m_aside : m_editor->writing();
    if (!text.isEmpty())
        lines << text;
    return {lines.join(QLatin1Char('\n')), m_editing, m_editing.isNull() ? QString() : m_editor->writing(), m_files->draft()};
}

void ScribeWidget::keepDraft()
{
    m_draftTimer.stop();
    m_draft.keep(writing());
}

// What is on its way to the journal gets there; what it refused may not.
void ScribeWidget::closeDraft()
{
    const bool isBehind = m_draftTimer.isActive() || !m_unsaved.empty();
    if (m_context.session.saveStatus().state != SaveState::Failed)
        m_unsaved.clear();
    if (isBehind)
        keepDraft();
    m_unsaved.clear();
}

void ScribeWidget::keepDraftSoon()
{
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
}

void ScribeWidget::noteSaved()
{
    const auto gone = std::erase_if(m_unsaved, [this](const WrittenLine &line) { return !m_context.session.isPending(line.event); });
    if (gone > 0)
        keepDraftSoon();
}

void ScribeWidget::textChanged()
{
    keepDraftSoon();
    fitHeight();
    preview();
}

void ScribeWidget::fitHeight()
{
    const QMargins margins = layout()->contentsMargins();
    const int files = m_files->isHidden() ? 0 : m_files->sizeHint().height() + layout()->spacing();
    m_editor->setFixedHeight(m_editor->wantedHeight());
    const int inner = width() - margins.left() - margins.right();
    const int rollback = m_rollback->isHidden() ? 0 : m_rollback->heightForWidth(inner) + layout()->spacing();
    setFixedHeight(m_editor->wantedHeight() + files + layout()->spacing() + m_preview->height() + rollback + margins.top()
                   + margins.bottom());
}

void ScribeWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

void ScribeWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colour(Colour::Panel));
    painter.fillRect(QRect(0, 0, width(), 1), m_context.theme.colour(Colour::Line));
}

void ScribeWidget::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_editor->isEnabled() && m_editor->takes(*event->mimeData()))
        event->acceptProposedAction();
}

void ScribeWidget::dropEvent(QDropEvent *event)
{
    m_editor->take(*event->mimeData());
    event->acceptProposedAction();
    m_editor->setFocus();
}

void ScribeWidget::preview()
{
    const QStringList lines = m_editor->entries();
    std::vector<ScribeLine> all;
    if (!m_editing.isNull()) {
        const TimelineEntry *entry = m_context.session.incident().entry(m_editing);
        m_preview->showChips(chipsOfCorrection(read(lines.join(QLatin1Char('\n'))), m_context.times, entry ? entry->at : Instant{}));
    } else if (lines.size() > 1) {
        for (const QString &line : lines.mid(0, mostPreviewed))
            all.push_back(read(line));
        m_preview->showChips(chipsOfLines(all, static_cast<int>(lines.size())));
    } else if (lines.isEmpty()) {
        m_preview->showChips({});
    } else {
        const ScribeLine &line = all.emplace_back(read(lines.first()));
        m_preview->showChips(chipsOf(line, m_context.times));
        if (!line.problems.isEmpty())
            m_preview->showSentence(tr("Will be logged as a note: %1").arg(line.problems.first()),
                                    m_completions->isVisible() ? ScribePreview::Tone::Hint : ScribePreview::Tone::Caution);
    }
    showKeys();
    showRollback(all);
}

// By what the plan says one rolls back, while the decision is being written: to be read, and in nobody's way.
void ScribeWidget::showRollback(const std::vector<ScribeLine> &lines)
{
    const QString criteria = items::rollbackCriteria(m_context.session.plan());
    const bool speaks = std::any_of(lines.begin(), lines.end(), [](const ScribeLine &line) {
        return (line.kind == QLatin1String("decision") || line.kind == QLatin1String("action")) && items::speaksOfRollback(line.text);
    });
    const bool shown = speaks && !criteria.isEmpty();
    m_rollback->setText(tr("↩ Roll back when: %1").arg(criteria));
    if (shown == m_rollback->isHidden()) {
        m_rollback->setVisible(shown);
        fitHeight();
    }
}

void ScribeWidget::showKeys()
{
    std::vector<PreviewKey> keys;
    const QStringList lines = m_editor->entries();
    if (const QString whole = lines.isEmpty() ? QString() : m_completions->first(); !whole.isEmpty())
        keys.push_back({tr("Tab"), whole});
    if (!m_editing.isNull()) {
        keys.push_back({tr("Enter"), tr("save")});
        keys.push_back({tr("Esc"), tr("leave it")});
        keys.push_back({QStringLiteral("↑"), tr("earlier")});
    } else {
        keys.push_back({tr("Enter"), lines.size() > 1 ? tr("log all") : tr("log")});
        if (lines.isEmpty())
            keys.push_back({QStringLiteral("↑"), tr("edit last")});
        else
            keys.push_back({tr("Shift+Enter"), tr("new line")});
        keys.push_back({QStringLiteral("?"), tr("grammar")});
    }
    m_preview->setKeys(std::move(keys));
}

} // namespace qd::ui
