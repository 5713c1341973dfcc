#include "ui/panes/postmortem/sectiontext.h"

#include "ui/actions/actions.h"
#include "ui/widgets/markdowncolours.h"
#include "ui/widgets/markdownedits.h"

#include <QAction>
#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QMimeDatabase>
#include <QTextBlock>
#include <QUrl>

namespace qd::ui {
namespace {

constexpr qint64 largestPicture = 16 << 20;

} // namespace

SectionText::SectionText(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent),
      m_theme(theme),
      m_colours(new MarkdownColours(document(), theme))
{
    setAccessibleName(tr("Section text"));
    setObjectName(QStringLiteral("sectionText"));
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(3 * Theme::grid);
    addKeys();
    dress();
    connect(&theme, &Theme::changed, this, &SectionText::dress);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { m_colours->setCursor(textCursor()); });
}

void SectionText::dress()
{
    setFont(m_theme.font(Type::Body));
}

void SectionText::addKeys()
{
    for (const ActionRow &row : allActions()) {
        if (row.scope != ActionScope::Section)
            continue;
        auto *action = new QAction(actionText(row), this);
        action->setObjectName(QLatin1String(row.id));
        action->setShortcut(QKeySequence(QLatin1String(row.shortcut), QKeySequence::PortableText));
        const QString verb = QString::fromLatin1(row.id).section(QLatin1Char('.'), 1);
        connect(action, &QAction::triggered, this, [this, verb] { (void)format(verb); });
        m_keys << action;
    }
}

// toPlainText() would make blanks of no-break spaces.
QString SectionText::text() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n')).replace(QChar::LineSeparator, QLatin1Char('\n'));
}

void SectionText::setText(const QString &text)
{
    setPlainText(text);
}

void SectionText::renewText(const QString &wanted)
{
    QTextCursor cursor(document());
    replaceText(cursor, wanted);
}

void SectionText::insertLine(const QString &markdown)
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.clearSelection();
    cursor.movePosition(QTextCursor::EndOfBlock);
    cursor.insertText((cursor.block().text().trimmed().isEmpty() ? QString() : QStringLiteral("\n")) + markdown);
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

void SectionText::insertLineAt(const QString &markdown, const QPoint &place)
{
    setTextCursor(cursorForPosition(viewport()->mapFrom(this, place)));
    insertLine(markdown);
}

bool SectionText::selectWords(const QString &words)
{
    const QString whole = text();
    qsizetype at = words.isEmpty() ? -1 : whole.indexOf(words);
    if (at < 0 && !words.isEmpty())
        at = whole.indexOf(words, 0, Qt::CaseInsensitive);
    if (at < 0)
        return false;
    selectRange(at, words.size());
    return true;
}

void SectionText::selectRange(qsizetype from, qsizetype length)
{
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(from));
    cursor.setPosition(static_cast<int>(from + length), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

QString SectionText::selectedWords() const
{
    return textCursor().selectedText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

bool SectionText::format(const QString &verb)
{
    static const QHash<QString, std::function<void(QTextCursor &)>> verbs{
        {QStringLiteral("bold"), [](QTextCursor &c) { toggleAround(c, QStringLiteral("**")); }},
        {QStringLiteral("italic"), [](QTextCursor &c) { toggleAround(c, QStringLiteral("_")); }},
        {QStringLiteral("code"), [](QTextCursor &c) { toggleAround(c, QStringLiteral("`")); }},
        {QStringLiteral("list"), toggleList},
        {QStringLiteral("heading"), toggleHeading},
        {QStringLiteral("link"), insertLink},
    };
    const auto run = verbs.value(verb);
    if (!run)
        return false;
    if (isReadOnly())
        return true;
    QTextCursor cursor = textCursor();
    run(cursor);
    setTextCursor(cursor);
    setFocus(Qt::OtherFocusReason);
    return true;
}

QString SectionText::keyText(const QString &verb) const
{
    for (const QAction *action : m_keys) {
        if (action->objectName().section(QLatin1Char('.'), 1) == verb)
            return action->shortcut().toString(QKeySequence::NativeText);
    }
    return {};
}

QAction *SectionText::actionFor(const QKeyEvent *event) const
{
    const QKeySequence pressed(event->keyCombination());
    const auto found =
        std::find_if(m_keys.begin(), m_keys.end(), [&pressed](const QAction *action) { return action->shortcut() == pressed; });
    return found == m_keys.end() ? nullptr : *found;
}

// While the text has the focus its keys go before those of the window.
bool SectionText::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && actionFor(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void SectionText::keyPressEvent(QKeyEvent *event)
{
    if (QAction *action = actionFor(event)) {
        action->trigger();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    QTextCursor cursor = textCursor();
    if (enter && !isReadOnly() && event->modifiers() == Qt::NoModifier && continueList(cursor)) {
        setTextCursor(cursor);
        ensureCursorVisible();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool SectionText::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || source->hasUrls() || QPlainTextEdit::canInsertFromMimeData(source);
}

bool SectionText::canShow(const QString &text)
{
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf(QLatin1Char('\n'), from);
        if ((end < 0 ? text.size() : end) - from > longestLine)
            return false;
        from = end < 0 ? text.size() : end + 1;
    }
    return true;
}

void SectionText::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText() && !canShow(source->text())) {
        emit refused(tr("What you paste has a line of more than %1 characters: attach it to the incident as a file instead")
                         .arg(QLocale().toString(longestLine)));
        return;
    }
    if (source->hasText() && !source->hasUrls()) {
        QPlainTextEdit::insertFromMimeData(source);
        return;
    }
    bool any = false;
    for (const QUrl &url : source->urls()) {
        QFile file(url.toLocalFile());
        const QString mime = QMimeDatabase().mimeTypeForFile(file.fileName()).name();
        if (!mime.startsWith(QLatin1String("image/")) || file.size() > largestPicture || !file.open(QIODevice::ReadOnly))
            continue;
        any = true;
        emit picturePasted(file.readAll(), QFileInfo(file).fileName(), mime);
    }
    if (const auto image = qvariant_cast<QImage>(source->imageData()); !any && !image.isNull()) {
        QByteArray content;
        QBuffer buffer(&content);
        buffer.open(QIODevice::WriteOnly);
        if (image.save(&buffer, "PNG"))
            emit picturePasted(content, tr("picture.png"), QStringLiteral("image/png"));
    } else if (!any) {
        QPlainTextEdit::insertFromMimeData(source);
    }
}

} // namespace qd::ui
