#pragma once
// The Markdown of a section while it is written: quiet colours, keys for what is typed most, lists that go on by themselves.

#include "ui/theme/theme.h"

#include <QPlainTextEdit>

class QAction;

namespace qd::ui {

class MarkdownColours;

class SectionText : public QPlainTextEdit
{
    Q_OBJECT

public:
    SectionText(const Theme &theme, QWidget *parent);
    [[nodiscard]] QString text() const;                              // as it was typed
    void setText(const QString &text);                               // another one: nothing to take back
    void renewText(const QString &text);                             // touches what differs alone; the cursor stays with its words
    void insertLine(const QString &markdown);                        // on lines of its own, after the cursor's
    void insertLineAt(const QString &markdown, const QPoint &place); // in this widget
    [[nodiscard]] bool selectWords(const QString &words);            // brings them into sight; false: they are not there
    void selectRange(qsizetype from, qsizetype length);
    [[nodiscard]] QString selectedWords() const;
    [[nodiscard]] bool format(const QString &verb);           // bold, italic, code, list, heading, link; false: another one
    [[nodiscard]] QString keyText(const QString &verb) const; // as it is shown beside what it does

    static constexpr qsizetype longestLine = 100'000; // characters: laying out a longer one would hold the window up
    [[nodiscard]] static bool canShow(const QString &text);

signals:
    void refused(const QString &sentence);
    void picturePasted(const QByteArray &content, const QString &name, const QString &mime);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void dress();
    void addKeys();
    [[nodiscard]] QAction *actionFor(const QKeyEvent *event) const;

    const Theme &m_theme;
    MarkdownColours *m_colours;
    QList<QAction *> m_keys; // of the table of actions: the window gives them the keys that a person has chosen
};

} // namespace qd::ui
