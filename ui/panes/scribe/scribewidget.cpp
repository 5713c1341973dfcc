#include "ui/panes/scribe/scribewidget.h"

#include "models/core/scriberoom.h"
#include "models/items/words.h"
#include "ui/panes/scribe/scribeeditor.h"
#include "ui/panes/scribe/scribepane.h"
#include "ui/panes/scribe/scribepreview.h"

#include <QPainter>
#include <QVBoxLayout>

namespace qd::ui {

namespace {

// Without the tags and people at its end: they have chips of their own.
QString withoutTail(const QString &text)
{
    QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    while (!words.isEmpty() && (words.last().startsWith(QLatin1Char('#')) || words.last().startsWith(QLatin1Char('@'))))
        words.removeLast();
    return words.join(QLatin1Char(' '));
}

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
      m_preview(new ScribePreview(context.theme, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 11, 16, 10);
    layout->setSpacing(2 * Theme::grid);
    layout->addWidget(m_editor);
    layout->addWidget(m_preview);
    setFocusProxy(m_editor);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(std::chrono::milliseconds(200));
    connect(&m_draftTimer, &QTimer::timeout, this, &ScribeWidget::keepDraft);
    connectEditor();
    connect(&context.session, &IncidentSession::opened, this, &ScribeWidget::openIncident);
    connect(&context.session, &IncidentSession::changed, this, &ScribeWidget::showKeys);
    openIncident();
}

ScribeWidget::~ScribeWidget()
{
    if (m_draftTimer.isActive())
        keepDraft();
}

void ScribeWidget::connectEditor()
{
    connect(m_editor, &QPlainTextEdit::textChanged, this, &ScribeWidget::textChanged);
    connect(m_editor, &ScribeEditor::entered, this, &ScribeWidget::logAll);
    connect(m_editor, &ScribeEditor::completeAsked, this, &ScribeWidget::complete);
    connect(m_editor, &ScribeEditor::editLastAsked, this, &ScribeWidget::editLast);
    connect(m_editor, &ScribeEditor::escaped, this, &ScribeWidget::leaveEditing);
    connect(m_editor, &ScribeEditor::undoAsked, this, [this] { m_context.invoke(QStringLiteral("record.undo"), {}); });
    connect(m_editor, &ScribeEditor::redoAsked, this, [this] { m_context.invoke(QStringLiteral("record.redo"), {}); });
}

void ScribeWidget::perform(const QString &verb, const QVariant &about)
{
    if (verb == QLatin1String("insert"))
        m_editor->insertPlainText(about.toString());
    m_editor->setFocus();
}

ScribeLine ScribeWidget::read(const QString &line)
{
    const IncidentSession &session = m_context.session;
    m_vocabulary.readUpTo(session.incident());
    return readScribeLine(line, ScribeRoom{session.incident(),
                                           {session.author(), session.now()},
                                           m_vocabulary.people(),
                                           session.undoable().has_value(),
                                           session.redoable().has_value(),
                                           true});
}

QString ScribeWidget::draftKey() const
{
    return QStringLiteral("scribe-") + m_context.session.incident().id.toString();
}

void ScribeWidget::openIncident()
{
    if (m_draftTimer.isActive())
        keepDraft();
    m_vocabulary.clear();
    m_editing = {};
    m_editor->setEnabled(m_context.session.hasIncident());
    m_key = m_context.session.hasIncident() ? draftKey() : QString();
    const QString draft = m_context.loadDraft && !m_key.isEmpty() ? m_context.loadDraft(m_key) : QString();
    m_editor->setLine(draft);
    m_draftTimer.stop();
    preview();
}

void ScribeWidget::keepDraft()
{
    m_draftTimer.stop();
    if (m_context.keepDraft && !m_key.isEmpty())
        m_context.keepDraft(m_key, m_editing.isNull() ? m_editor->toPlainText() : m_aside);
}

void ScribeWidget::textChanged()
{
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
    fitHeight();
    preview();
}

void ScribeWidget::fitHeight()
{
    const QMargins margins = layout()->contentsMargins();
    m_editor->setFixedHeight(m_editor->wantedHeight());
    setFixedHeight(m_editor->wantedHeight() + layout()->spacing() + m_preview->height() + margins.top() + margins.bottom());
}

void ScribeWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

void ScribeWidget::preview()
{
    const QStringList lines = m_editor->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (lines.size() > 1) {
        m_preview->showChips({{tr("%n entries, a line each", nullptr, static_cast<int>(lines.size())), {}, true, false}});
    } else {
        const ScribeLine line = read(lines.value(0));
        m_preview->showChips(chipsOf(line));
        if (!line.problems.isEmpty())
            m_preview->showProblem(tr("Will be logged as a note: %1").arg(line.problems.first()));
    }
    showKeys();
}

std::vector<PreviewChip> ScribeWidget::chipsOf(const ScribeLine &line) const
{
    if (m_editor->toPlainText().trimmed().isEmpty())
        return {};
    std::vector<PreviewChip> chips;
    if (!m_editing.isNull())
        chips.push_back({tr("Editing"), QStringLiteral("amended"), true, true});
    if (line.time)
        chips.push_back(
            {(line.time->approximate ? QStringLiteral("~") : QString()) + m_context.times.clock(line.time->at), {}, true, false});
    if (m_editing.isNull())
        chips.push_back({items::entryWord(line.kind), line.kind, true, true});
    for (const QString &detail : line.details)
        chips.push_back({detail, {}, true, false});
    if (const QString text = withoutTail(line.text); !text.isEmpty())
        chips.push_back({text, {}, false, false});
    for (const QString &tag : line.tags)
        chips.push_back({QLatin1Char('#') + tag, {}, true, false});
    for (const QString &person : line.details.isEmpty() ? line.people : QStringList())
        chips.push_back({QLatin1Char('@') + person, {}, true, false});
    return chips;
}

void ScribeWidget::showKeys()
{
    std::vector<PreviewKey> keys;
    if (const QString whole = completion(); !whole.isEmpty())
        keys.push_back({tr("Tab"), whole});
    if (!m_editing.isNull()) {
        keys.push_back({tr("Enter"), tr("save")});
        keys.push_back({tr("Esc"), tr("leave it")});
    } else {
        keys.push_back({tr("Enter"), tr("log")});
        keys.push_back({QStringLiteral("↑"), tr("edit last")});
        keys.push_back({QStringLiteral("?"), tr("grammar")});
    }
    m_preview->setKeys(std::move(keys));
}

// Line by line; the first that is refused stays in the editor with those after it.
void ScribeWidget::logAll()
{
    QStringList lines = m_editor->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QString problem;
    while (!lines.isEmpty() && problem.isEmpty()) {
        const ScribeLine line = read(lines.first());
        const Result<void> done = m_editing.isNull() ? carryOut(line) : amend(line);
        if (!done)
            problem = done.error().sentence;
        else
            lines.removeFirst();
    }
    const QString rest = lines.join(QLatin1Char('\n'));
    if (rest != m_editor->toPlainText())
        m_editor->setLine(rest.isEmpty() && !m_editing.isNull() ? m_aside : rest);
    if (problem.isEmpty()) {
        m_editing = {};
        m_editor->setProperty("editing", false);
        preview();
    } else {
        m_preview->showProblem(problem);
    }
    keepDraft();
}

Result<void> ScribeWidget::carryOut(const ScribeLine &line)
{
    const auto outcome = [](const Result<EventId> &done) { return done ? Result<void>() : tl::unexpected(done.error()); };
    switch (line.deed) {
    case ScribeDeed::Submit: return outcome(m_context.session.submit(*line.command));
    case ScribeDeed::Undo: return outcome(m_context.session.undo());
    case ScribeDeed::Redo: return outcome(m_context.session.redo());
    case ScribeDeed::WriteUpdate: m_context.invoke(QStringLiteral("updates.write"), line.audience); return {};
    case ScribeDeed::Nothing: break;
    }
    return line.problems.isEmpty() ? Result<void>() : refused(line.problems.first());
}

Result<void> ScribeWidget::amend(const ScribeLine &line)
{
    command::AmendEntry amend;
    amend.entry = m_editing;
    amend.text = line.text;
    if (line.time)
        amend.at = line.time->at;
    const Result<EventId> done = m_context.session.submit(amend);
    return done ? Result<void>() : tl::unexpected(done.error());
}

// The last entry that this author wrote; again, the one before it.
void ScribeWidget::editLast()
{
    const IncidentSession &session = m_context.session;
    bool isBefore = m_editing.isNull();
    for (auto entry = session.incident().entries.crbegin(); entry != session.incident().entries.crend(); ++entry) {
        const bool editable = entry->author == session.author() && entryKinds().contains(entry->kind) && !entry->redacted && !entry->undone;
        if (editable && isBefore) {
            if (m_editing.isNull())
                m_aside = m_editor->toPlainText();
            m_editing = entry->id;
            m_editor->setProperty("editing", true);
            m_editor->setLine(entry->text);
            return;
        }
        isBefore = isBefore || entry->id == m_editing;
    }
}

void ScribeWidget::leaveEditing()
{
    if (m_editing.isNull())
        return;
    m_editing = {};
    m_editor->setProperty("editing", false);
    m_editor->setLine(m_aside);
}

QString ScribeWidget::completion()
{
    const QString word = m_editor->wordBeforeCursor();
    if (word.startsWith(QLatin1Char('/')) && word.size() > 1) {
        for (const ScribeCommandHelp &command : scribeCommands()) {
            const QString name = QLatin1String(command.name);
            if (name.size() > word.size() && name.startsWith(word, Qt::CaseInsensitive))
                return name;
        }
        for (const Rulebook::Named &role : m_context.session.incident().rules.roles) {
            if (const QString name = QLatin1Char('/') + role.id; name.size() > word.size() && name.startsWith(word, Qt::CaseInsensitive))
                return name;
        }
        return {};
    }
    return m_vocabulary.completions(word).value(0);
}

void ScribeWidget::complete()
{
    if (const QString whole = completion(); !whole.isEmpty())
        m_editor->completeWord(whole);
}

void ScribeWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colour(Colour::Panel));
}

} // namespace qd::ui
