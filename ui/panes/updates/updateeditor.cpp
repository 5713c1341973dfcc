#include "ui/panes/updates/updateeditor.h"

#include "models/core/kinds.h"
#include "models/items/updatecards.h"
#include "models/plan/render.h"
#include "models/review/review.h"
#include "models/review/templatechoice.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/tonelabel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

namespace qd::ui {

UpdateEditor::UpdateEditor(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_templates(new ChoiceBox(tr("Template"), this)),
      m_previewToggle(new QToolButton(this)),
      m_stack(new QStackedWidget(this)),
      m_text(new QPlainTextEdit(m_stack)),
      m_preview(new MarkdownView(context.theme, m_stack)),
      m_gaps(new ToneLabel(context.theme, Colour::High, Type::Small, this)),
      m_approval(new ToneLabel(context.theme, Colour::Dim, Type::Small, this)),
      m_approve(new QPushButton(tr("&Approve"), this)),
      m_send(new QPushButton(tr("&Send update"), this))
{
    m_templates->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_templates->setPlaceholderText(tr("Own words"));
    m_previewToggle->setText(tr("Preview"));
    m_previewToggle->setAccessibleName(tr("Preview"));
    m_previewToggle->setCheckable(true);
    m_text->setAccessibleName(tr("Update text"));
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    m_text->setPlaceholderText(tr("What is known, what is being done, when the next word comes."));
    m_preview->setAccessibleName(tr("Update preview"));
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_preview);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    layout->setSpacing(2 * Theme::grid);
    auto *head = new QHBoxLayout;
    head->addWidget(m_templates, 1);
    head->addWidget(m_previewToggle);
    layout->addLayout(head);
    m_stack->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // the audiences come first where there is little room
    m_stack->setMinimumHeight(28 * Theme::grid);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_gaps);
    layout->addWidget(m_approval);
    makeFoot();

    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::seconds(2));
    connect(&m_pause, &QTimer::timeout, this, &UpdateEditor::saveDraft);
    connect(m_text, &QPlainTextEdit::textChanged, this, &UpdateEditor::textEdited);
    connect(m_templates, &QComboBox::activated, this, &UpdateEditor::fillText);
    connect(m_previewToggle, &QToolButton::toggled, this, &UpdateEditor::showPreview);
    connect(&context.theme, &Theme::changed, this, &UpdateEditor::markGaps);
}

void UpdateEditor::makeFoot()
{
    m_approve->setAccessibleName(tr("Approve"));
    m_approve->setAccessibleDescription(tr("As the commander: what stands here may go outside"));
    m_send->setAccessibleName(tr("Send update"));
    m_send->setAccessibleDescription(tr("Copies the text and logs it as sent"));
    m_send->setProperty("primary", true);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_approve);
    foot->addWidget(m_send);
    static_cast<QVBoxLayout *>(layout())->addLayout(foot);
    connect(m_approve, &QPushButton::clicked, this, &UpdateEditor::approve);
    connect(m_send, &QPushButton::clicked, this, &UpdateEditor::send);
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, m_send, &QPushButton::click);
}

void UpdateEditor::setAudience(const QString &audience)
{
    if (audience == m_audience)
        return;
    saveDraft();
    m_audience = audience;
    fillTemplates();
    load();
    const QString kept = m_context.loadDraft ? m_context.loadDraft(draftKey()) : QString();
    if (!kept.isEmpty())
        m_text->setPlainText(kept);
}

QString UpdateEditor::draftKey() const
{
    return QStringLiteral("update/%1/%2").arg(m_context.session.incident().id.toString(), m_audience);
}

void UpdateEditor::keep(const QString &text) const
{
    if (m_context.keepDraft)
        m_context.keepDraft(draftKey(), text);
}

void UpdateEditor::refresh()
{
    const bool untouched = text() == m_filled;
    if (untouched && !m_text->hasFocus()) {
        fillTemplates();
        load();
    }
    showApproval();
}

void UpdateEditor::fillTemplates()
{
    const QString chosen = m_templates->currentData().toString();
    m_templates->clear();
    for (const plan::Template *item : review::templatesFor(m_context.session.plan(), m_context.session.incident(), m_audience))
        m_templates->addItem(item->name, item->id);
    m_templates->setCurrentIndex(0); // a box with a placeholder chooses nothing by itself
    m_templates->setVisible(m_templates->count() > 0);
    if (const int index = m_templates->findData(chosen); index >= 0 && text() != m_filled)
        m_templates->setCurrentIndex(index);
}

void UpdateEditor::load()
{
    const UpdateDraft *draft = items::draftFor(m_context.session.incident(), m_audience);
    if (!draft) {
        fillText();
        return;
    }
    m_templates->setCurrentIndex(m_templates->findData(draft->templateId));
    m_filled = draft->text;
    if (text() != m_filled)
        m_text->setPlainText(m_filled);
    markGaps();
    showApproval();
}

void UpdateEditor::fillText()
{
    const plan::Plan &plan = m_context.session.plan();
    const plan::Template *chosen = plan::findTemplate(plan, m_templates->currentData().toString());
    QMap<QString, QString> values = review::templateValues(plan, m_context.session.incident(), m_context.session.now(), m_audience);
    values.insert(QStringLiteral("author"), m_context.session.author());
    m_filled = chosen ? plan::fillTemplate(chosen->body, values, nullptr).trimmed() : QString();
    if (text() != m_filled)
        m_text->setPlainText(m_filled);
    m_pause.stop();
    markGaps();
    showApproval();
}

QString UpdateEditor::text() const
{
    return m_text->toPlainText();
}

void UpdateEditor::textEdited()
{
    markGaps();
    showApproval();
    if (text() == m_filled || m_audience.isEmpty())
        return;
    keep(text());
    m_pause.start();
}

void UpdateEditor::saveDraft()
{
    m_pause.stop();
    if (m_audience.isEmpty() || text() == m_filled)
        return;
    m_filled = text();
    submit(command::DraftUpdate{m_audience, m_filled, m_templates->currentData().toString()});
}

// A place without a value has a colour, a line below it, and is counted; the button says that it would go out as it stands.
void UpdateEditor::markGaps()
{
    const std::vector<items::Gap> gaps = items::gapsIn(text());
    QList<QTextEdit::ExtraSelection> marks;
    for (const items::Gap &gap : gaps) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = selectionOf(gap);
        mark.format.setForeground(m_context.theme.colour(Colour::High));
        mark.format.setBackground(m_context.theme.colour(Colour::Raised));
        mark.format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        mark.format.setUnderlineColor(m_context.theme.colour(Colour::High));
        marks << mark;
    }
    m_text->setExtraSelections(marks);
    m_gaps->setText(QStringLiteral("▲ ") + items::gapsText(gaps));
    m_gaps->setVisible(!gaps.empty());
    const int count = static_cast<int>(gaps.size());
    m_send->setText(count == 0 ? tr("&Send update") : count == 1 ? tr("&Send with 1 mark") : tr("&Send with %n marks", nullptr, count));
    m_send->setAccessibleDescription(gaps.empty() ? tr("Copies the text and logs it as sent")
                                                  : tr("Copies the text and logs it as sent, though %1").arg(items::gapsText(gaps)));
}

QTextCursor UpdateEditor::selectionOf(const items::Gap &gap) const
{
    QTextCursor cursor(m_text->document());
    cursor.setPosition(gap.from);
    cursor.setPosition(gap.from + gap.length, QTextCursor::KeepAnchor);
    return cursor;
}

bool UpdateEditor::goToNextPlace()
{
    const std::vector<items::Gap> gaps = items::gapsIn(text());
    if (gaps.empty())
        return false;
    const QTextCursor at = m_text->textCursor();
    const auto next = std::find_if(gaps.begin(), gaps.end(), [&at](const items::Gap &gap) {
        return at.hasSelection() ? gap.from > at.selectionStart() : gap.from >= at.position();
    });
    m_previewToggle->setChecked(false);
    m_text->setFocus();
    m_text->setTextCursor(selectionOf(next == gaps.end() ? gaps.front() : *next)); // around again
    return true;
}

bool UpdateEditor::isExternal() const
{
    return m_context.session.incident().rules.externalAudiences.contains(m_audience);
}

bool UpdateEditor::isApproved() const
{
    const UpdateDraft *draft = items::draftFor(m_context.session.incident(), m_audience);
    return draft && !draft->approvedBy.isEmpty() && draft->text.trimmed() == text().trimmed();
}

// Approved once, and not any more.
bool UpdateEditor::hasLapsed() const
{
    const UpdateDraft *draft = items::draftFor(m_context.session.incident(), m_audience);
    if (!draft || !draft->approvedBy.isEmpty())
        return false;
    const std::vector<Event> &events = m_context.session.events();
    for (auto event = events.rbegin(); event != events.rend() && event->id != draft->event; ++event) {
        if (event->kind == QLatin1String(kinds::updateApproved) && event->body[QLatin1String("audience")].toString() == m_audience)
            return true;
    }
    return false;
}

void UpdateEditor::showApproval()
{
    const UpdateDraft *draft = items::draftFor(m_context.session.incident(), m_audience);
    const bool external = isExternal();
    const bool written = !text().trimmed().isEmpty();
    m_approve->setVisible(external);
    m_approve->setEnabled(written && !isApproved());
    m_send->setEnabled(written && (!external || isApproved()));
    m_approval->setVisible(external);
    m_approval->setColour(isApproved() ? Colour::Good : hasLapsed() ? Colour::High : Colour::Dim);
    if (isApproved())
        m_approval->setText(tr("✓ Approved by %1").arg(draft->approvedBy));
    else if (hasLapsed())
        m_approval->setText(tr("▲ The approval has lapsed: severity or status has changed since. Read it again, then approve."));
    else if (draft && !draft->approvedBy.isEmpty())
        m_approval->setText(tr("▲ Changed since %1 approved it").arg(draft->approvedBy));
    else
        m_approval->setText(tr("Goes outside: the commander approves it first."));
}

void UpdateEditor::showPreview(bool shown)
{
    m_preview->setText(text());
    m_stack->setCurrentIndex(shown ? 1 : 0);
}

void UpdateEditor::approve()
{
    if (!isExternal() || isApproved() || text().trimmed().isEmpty())
        return;
    m_pause.stop();
    const UpdateDraft *draft = items::draftFor(m_context.session.incident(), m_audience);
    m_filled = text();
    if (!draft || draft->text != m_filled) {
        if (!submit(command::DraftUpdate{m_audience, m_filled, m_templates->currentData().toString()}))
            return;
    }
    submit(command::ApproveUpdate{m_audience});
}

void UpdateEditor::send()
{
    m_pause.stop();
    const QString words = text().trimmed();
    const plan::Audience *audience = plan::findAudience(m_context.session.plan(), m_audience);
    m_filled = text();
    if (!submit(
            command::SendUpdate{m_audience, words, m_templates->currentData().toString(), audience ? audience->channel : QString(), {}}))
        return;
    QGuiApplication::clipboard()->setText(words);
    m_previewToggle->setChecked(false);
    load();
    emit sent(m_audience);
}

bool UpdateEditor::submit(const Command &command)
{
    const Result<EventId> done = m_context.session.submit(command);
    if (done)
        keep({});
    else
        emit refused(done.error().sentence);
    return done.has_value();
}

void UpdateEditor::takeFocus()
{
    m_previewToggle->setChecked(false);
    m_text->setFocus();
    if (const std::vector<items::Gap> gaps = items::gapsIn(text()); !gaps.empty()) // to what a person must write
        m_text->setTextCursor(selectionOf(gaps.front()));
}

void UpdateEditor::forget()
{
    m_pause.stop();
    m_audience.clear();
    m_filled = text();
}

bool UpdateEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut)
        saveDraft();
    return QWidget::eventFilter(watched, event);
}

void UpdateEditor::hideEvent(QHideEvent *event)
{
    saveDraft();
    QWidget::hideEvent(event);
}

} // namespace qd::ui
