#include "ui/mainwindow/briefpopover.h"

#include "ui/widgets/panetitle.h"
#include "ui/widgets/tonelabel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>

#include <array>

namespace qd::ui {

using review::BriefFor;

namespace {

struct Choice
{
    BriefFor reader;
    Qt::Key key;
    const char *name;
    const char *copied;
};

constexpr std::array choices{
    Choice{BriefFor::Joining, Qt::Key_J, QT_TRANSLATE_NOOP("BriefPopover", "Joining"),
           QT_TRANSLATE_NOOP("BriefPopover", "✓ Copied, for someone who joins")},
    Choice{BriefFor::Executives, Qt::Key_E, QT_TRANSLATE_NOOP("BriefPopover", "Executives"),
           QT_TRANSLATE_NOOP("BriefPopover", "✓ Copied, for executives")},
    Choice{BriefFor::Handover, Qt::Key_H, QT_TRANSLATE_NOOP("BriefPopover", "Handover"),
           QT_TRANSLATE_NOOP("BriefPopover", "✓ Copied, for a handover")},
};

QString words(const char *text)
{
    return QCoreApplication::translate("BriefPopover", text);
}

const Choice *choiceOf(int key)
{
    const auto found = std::find_if(choices.begin(), choices.end(), [key](const Choice &choice) { return choice.key == key; });
    return found == choices.end() ? nullptr : &*found;
}

} // namespace

BriefPopover::BriefPopover(const PaneContext &context, const QWidget &below, QWidget *window)
    : QFrame(window),
      m_context(context),
      m_below(&below),
      m_text(new QPlainTextEdit(this)),
      m_said(new ToneLabel(context.theme, Colour::Good, Type::Label, this))
{
    setObjectName(QStringLiteral("popover"));
    setAccessibleName(words(QT_TRANSLATE_NOOP("BriefPopover", "Situation brief")));
    setAutoFillBackground(true);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(words(QT_TRANSLATE_NOOP("BriefPopover", "Brief text")));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * Theme::grid, 3 * Theme::grid, 4 * Theme::grid, 3 * Theme::grid);
    layout->setSpacing(2 * Theme::grid);
    layout->addWidget(makeChoices());
    layout->addWidget(m_text, 1);
    auto *foot = new QHBoxLayout;
    m_said->setWordWrap(false);
    auto *hint = new ToneLabel(context.theme, Colour::Dim, Type::Small, this);
    hint->setText(words(QT_TRANSLATE_NOOP("BriefPopover", "a key copies that one · Esc leaves")));
    hint->setWordWrap(false);
    foot->addWidget(m_said, 1);
    foot->addWidget(hint);
    layout->addLayout(foot);
    hide();
}

QWidget *BriefPopover::makeChoices()
{
    auto *bar = new QWidget(this);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::grid);
    auto *title = new ToneLabel(m_context.theme, Colour::Text, Type::Strong, bar);
    title->setText(accessibleName());
    title->setWordWrap(false);
    line->addWidget(title, 1);
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(words(choice.name), bar);
        button->setAccessibleName(words(choice.name));
        button->setAccessibleDescription(words(QT_TRANSLATE_NOOP("BriefPopover", "Shows this brief and copies it")));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, reader = choice.reader] { copy(reader); });
        line->addSpacing(Theme::grid);
        line->addWidget(makeKeyCap(QKeySequence(choice.key).toString(QKeySequence::NativeText), bar));
        line->addWidget(button);
        m_choices.push_back(button);
    }
    return bar;
}

void BriefPopover::toggle(BriefFor reader)
{
    if (isVisible() && m_reader == reader) {
        leave();
        return;
    }
    if (!isVisible())
        m_before = QApplication::focusWidget();
    copy(reader);
    place();
    show();
    raise();
    m_text->setFocus(Qt::OtherFocusReason);
}

void BriefPopover::copy(BriefFor reader)
{
    const IncidentSession &session = m_context.session;
    m_reader = reader;
    const QString text = review::situation(session.plan(), session.incident(), session.now(), reader);
    m_text->setPlainText(text.trimmed());
    QApplication::clipboard()->setText(text);
    for (const Choice &choice : choices) {
        m_choices[static_cast<size_t>(&choice - choices.data())]->setChecked(choice.reader == reader);
        if (choice.reader == reader)
            m_said->setText(words(choice.copied));
    }
}

// Below the header, which stays in sight; as large as the window allows.
void BriefPopover::place()
{
    const QSize window = parentWidget()->size();
    const int top = m_below->mapTo(parentWidget(), QPoint(0, m_below->height())).y() + 2 * Theme::grid;
    resize(std::min(180 * Theme::grid, window.width() - 16 * Theme::grid),
           std::min(140 * Theme::grid, window.height() - top - 8 * Theme::grid));
    move((window.width() - width()) / 2, top);
}

void BriefPopover::leave()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

// The window's single letters give way to this one's.
bool BriefPopover::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool ours = key->modifiers() == Qt::NoModifier && (choiceOf(key->key()) || key->key() == Qt::Key_Escape);
        if (ours) {
            event->accept();
            return true;
        }
    }
    return QFrame::event(event);
}

void BriefPopover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (const Choice *choice = choiceOf(event->key()); choice && event->modifiers() == Qt::NoModifier)
        copy(choice->reader);
    event->accept();
}

} // namespace qd::ui
