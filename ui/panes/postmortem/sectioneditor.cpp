#include "ui/panes/postmortem/sectioneditor.h"

#include "models/review/recordlinks.h"
#include "ui/panes/postmortem/previewtext.h"
#include "ui/panes/postmortem/rivalbar.h"
#include "ui/panes/postmortem/sectiontext.h"
#include "ui/panes/postmortem/sectiontitle.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/tonelabel.h"

#include <QEvent>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

constexpr int sideBySide = 200 * Theme::grid; // from here on there is room for both
constexpr int longText = 50'000;              // characters: a copy of more is not made at every key

} // namespace

SectionEditor::SectionEditor(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_title(new SectionTitle(context.theme, this)),
      m_hint(new ToneLabel(context.theme, Colour::Dim, Type::Label, this)),
      m_care(new ToneLabel(context.theme, Colour::High, Type::Label, this)),
      m_rivals(new RivalBar(context.theme, this)),
      m_text(new SectionText(context.theme, this)),
      m_preview(new MarkdownView(context.theme, this)),
      m_split(new QSplitter(Qt::Vertical, this))
{
    m_text->setAccessibleDescription(tr("Markdown; kept as you type"));
    m_text->installEventFilter(this);
    m_preview->setAccessibleName(tr("Section preview"));
    m_preview->setObjectName(QStringLiteral("sectionPreview"));
    m_preview->setPictureSource(
        [&session = context.session](const QString &sha256, PictureDone done) { session.loadAttachment(sha256, std::move(done)); });
    m_split->addWidget(m_text);
    m_split->addWidget(m_preview);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    for (ToneLabel *label : {m_hint, m_care})
        label->setContentsMargins(3 * Theme::grid, 0, 3 * Theme::grid, 2 * Theme::grid);
    m_care->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addWidget(m_care);
    layout->addWidget(m_rivals);
    layout->addWidget(makeTools());
    layout->addWidget(m_split, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::seconds(2));
    m_render.setSingleShot(true);
    m_keep.setSingleShot(true);
    m_keep.setInterval(std::chrono::milliseconds(500));
    connectText();
    setView(m_view);
}

void SectionEditor::connectText()
{
    connect(&m_pause, &QTimer::timeout, this, &SectionEditor::write);
    connect(&m_render, &QTimer::timeout, this, &SectionEditor::render);
    connect(&m_keep, &QTimer::timeout, this, [this] {
        if (isDirty())
            keep(m_text->text());
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, &SectionEditor::textEdited);
    connect(m_text, &QPlainTextEdit::selectionChanged, this, [this] { emit wordsChosen(m_text->selectedWords()); });
    connect(m_text, &SectionText::refused, this, &SectionEditor::refused);
    connect(m_text, &SectionText::picturePasted, this, &SectionEditor::addPicture);
    connect(m_preview, &MarkdownView::followed, this, &SectionEditor::followed);
    connect(m_title, &SectionTitle::internalChosen, this, &SectionEditor::internalChosen);
    connect(m_title, &SectionTitle::viewChosen, this, &SectionEditor::setView);
    connect(m_rivals, &RivalBar::chosen, this, &SectionEditor::take);
    connect(m_rivals, &RivalBar::sought, this, [this] {
        const auto places = review::conflictsIn(m_text->text());
        if (m_rivals->current() < places.size())
            m_text->selectRange(places[m_rivals->current()].at, places[m_rivals->current()].length);
    });
    connect(m_rivals, &RivalBar::settled, this, &SectionEditor::writeNow);
    connect(&m_context.session, &IncidentSession::saveStatusChanged, this, &SectionEditor::showSaved);
}

QWidget *SectionEditor::makeTools()
{
    auto *bar = new QWidget(this);
    m_tools = new QWidget(bar);
    auto *whole = new QHBoxLayout(bar);
    whole->setContentsMargins(Theme::grid, 0, 3 * Theme::grid, 2 * Theme::grid);
    whole->setSpacing(0);
    whole->addWidget(m_tools);
    whole->addStretch(1);
    whole->addWidget(m_title->views());
    auto *line = new QHBoxLayout(m_tools);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::grid);
    const std::pair<const char *, QString> tools[] = {{"bold", QStringLiteral("B")},  {"italic", QStringLiteral("I")},
                                                      {"code", QStringLiteral("‹›")}, {"heading", QStringLiteral("H")},
                                                      {"list", QStringLiteral("☰")},  {"link", QStringLiteral("↗")}};
    for (const auto &[verb, sign] : tools)
        line->addWidget(makeTool(QLatin1String(verb), sign));
    return bar;
}

// A line that no window could lay out is shown by its beginning, and not to be typed on: nothing of it can get lost.
QString SectionEditor::shownText(const QString &text)
{
    m_cut = !SectionText::canShow(text);
    return m_cut ? text.left(SectionText::longestLine / 10) + QStringLiteral("…") : text;
}

void SectionEditor::setReadOnly(bool wanted)
{
    m_readOnly = wanted;
    const bool readOnly = wanted || m_cut;
    m_text->setReadOnly(readOnly);
    m_title->setReadOnly(readOnly);
    m_rivals->setReadOnly(readOnly);
    m_tools->setVisible(!readOnly && m_view != SectionView::Read);
    if (readOnly)
        m_pause.stop();
    showHint();
    showSaved();
}

void SectionEditor::setView(SectionView view)
{
    m_view = view;
    m_text->setVisible(view != SectionView::Read);
    m_preview->setVisible(view != SectionView::Write);
    m_tools->setVisible(!m_text->isReadOnly() && view != SectionView::Read);
    m_title->setView(view);
    if (view != SectionView::Write)
        render();
}

void SectionEditor::nextView()
{
    setView(m_view == SectionView::Write ? SectionView::Both : m_view == SectionView::Both ? SectionView::Read : SectionView::Write);
    takeFocus();
}

bool SectionEditor::isDirty() const
{
    return m_touched && m_text->text() != m_draft.standing();
}

DraftPlace SectionEditor::place() const
{
    const IncidentSession &session = m_context.session;
    return {session.plan(), session.incident(), session.now(), session.author()};
}

// By value: writing the one before makes every section anew.
void SectionEditor::edit(review::DraftSection section)
{
    if (section.id == m_draft.section()) {
        renew(section);
        return;
    }
    write();
    if (section.id == m_draft.section()) // opened by what the writing brought about
        return;
    m_loading = true;
    m_text->setText(shownText(m_draft.begin(section)));
    m_loading = false;
    m_touched = false;
    setReadOnly(m_readOnly);
    showSection(section);
    restore();
    render();
}

void SectionEditor::renew(const review::DraftSection &section)
{
    const QString typed = m_touched ? m_text->text() : m_draft.standing();
    const QString wanted = m_draft.renew(section, typed, place());
    m_touched = wanted != m_draft.standing();
    if (wanted != typed) {
        m_loading = true;
        m_text->renewText(shownText(wanted));
        m_loading = false;
        setReadOnly(m_readOnly);
        if (m_touched) { // somebody else's words among one's own: to be kept as well
            keep(wanted);
            m_pause.start();
        }
    }
    showSection(section);
    m_render.start(0);
}

void SectionEditor::showSection(const review::DraftSection &section)
{
    m_shown = section;
    m_title->setSection(section.title, section.internal);
    m_text->setPlaceholderText(section.prompts.isEmpty() ? tr("Write this section in Markdown.") : section.prompts.join(QLatin1Char('\n')));
    showHint();
    showRivals();
    showSaved();
}

void SectionEditor::showHint()
{
    const bool drafted = m_shown.filled && !m_shown.written;
    m_hint->setText(drafted && m_readOnly ? tr("≡ Drafted from the record.")
                        : drafted         ? tr("≡ Drafted from the record, and follows it; it is yours once you change it.")
                        : m_readOnly      ? QString() // what to write is no question any more
                                          : m_shown.prompts.join(QStringLiteral(" · ")));
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void SectionEditor::showRivals()
{
    const QString text = m_touched ? m_text->text() : m_draft.standing();
    m_rivals->setPlaces(review::conflictsIn(text), text, m_shown.heads.size() > 1 ? m_shown.by : QStringList(), m_draft.arrivedFrom());
}

void SectionEditor::showSaved()
{
    const SaveStatus status = m_context.session.saveStatus();
    const bool open = m_draft.isOpen() && !m_text->isReadOnly();
    const bool typing = open && m_touched && m_pause.isActive();
    const bool failed = status.state == SaveState::Failed;
    const QString words = m_text->isReadOnly()        ? tr("Read only")
        : failed                                      ? tr("✕ Not saved yet")
        : typing                                      ? tr("Writing…")
        : !m_shown.written && m_draft.base().isNull() ? QString()
        : m_context.session.isPending(m_draft.base()) ? tr("Saving…")
                                                      : tr("✓ Saved");
    m_title->setSaved(words, failed, failed ? status.sentence : QString());
}

void SectionEditor::textEdited()
{
    if (m_loading || !m_draft.isOpen() || m_text->isReadOnly())
        return;
    m_touched = true;
    const int size = m_text->document()->characterCount();
    m_render.start(size < longText ? 150 : 900);
    if (size >= longText) {
        m_keep.start();
        m_pause.start();
    } else if (isDirty()) {
        keep(m_text->text());
        m_pause.start();
    }
    showSaved();
}

void SectionEditor::render()
{
    const QString text = m_touched ? m_text->text() : m_draft.standing();
    const QString care =
        m_cut ? tr("▲ A line of this section is too long to be shown: it is in the record and in the documents, whole") : oddities(text);
    m_care->setText(care);
    m_care->setVisible(!care.isEmpty());
    showRivals();
    if (m_view == SectionView::Write)
        return;
    const DraftPlace here = place();
    m_preview->setText(
        text.size() > MarkdownView::mostCharacters ? text : review::followRecord(previewText(text), here.plan, here.incident, here.now));
}

void SectionEditor::forget()
{
    m_pause.stop();
    m_keep.stop();
    m_render.stop();
    m_draft.forget();
    m_touched = false;
    m_preview->forgetPictures();
}

void SectionEditor::take(review::Choice choice)
{
    const QString text = m_text->text();
    const std::vector<review::MergeConflict> places = review::conflictsIn(text);
    if (m_text->isReadOnly() || m_rivals->current() >= places.size())
        return;
    m_text->renewText(review::choose({text, places}, m_rivals->current(), choice).text);
    showRivals();
    if (places.size() == 1)
        write();
}

void SectionEditor::nextPlace()
{
    m_rivals->step(1);
}

void SectionEditor::showWords(const QString &words, qsizetype at)
{
    if (m_text->text().mid(at, words.size()) == words)
        m_text->selectRange(at, words.size());
    else
        (void)m_text->selectWords(words);
}

void SectionEditor::takeFocus()
{
    if (m_view == SectionView::Read)
        m_preview->setFocus();
    else
        m_text->setFocus();
}

bool SectionEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut)
        write();
    return QWidget::eventFilter(watched, event);
}

void SectionEditor::hideEvent(QHideEvent *event)
{
    write();
    QWidget::hideEvent(event);
}

// Beside each other where there is room, else one below the other.
void SectionEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation wanted = width() >= sideBySide ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() != wanted || event->oldSize().isEmpty()) {
        m_split->setOrientation(wanted);
        m_split->setSizes(wanted == Qt::Horizontal ? QList<int>{500, 500} : QList<int>{600, 400});
    }
}

QToolButton *SectionEditor::makeTool(const QString &verb, const QString &sign)
{
    auto *button = new QToolButton(this);
    const QString name = formatName(verb);
    button->setText(sign);
    button->setFixedSize(6 * Theme::grid, 6 * Theme::grid);
    QFont font = button->font();
    font.setBold(verb == QLatin1String("bold") || verb == QLatin1String("heading"));
    font.setItalic(verb == QLatin1String("italic"));
    button->setFont(font);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::NoFocus); // its key does it from the text
    const QString key = m_text->keyText(verb);
    button->setToolTip(key.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, key));
    connect(button, &QToolButton::clicked, m_text, [this, verb] { (void)m_text->format(verb); });
    return button;
}

} // namespace qd::ui
