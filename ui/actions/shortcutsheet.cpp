#include "ui/actions/shortcutsheet.h"

#include "models/core/scribeline.h"
#include "ui/actions/actions.h"
#include "ui/actions/shortcuts.h"
#include "ui/widgets/tonelabel.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QKeySequence>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace qd::ui {
namespace {

using Rows = std::vector<std::pair<QString, QString>>;

Rows shortcutsOf(const char *menu, const Shortcuts &shortcuts)
{
    Rows rows;
    for (const ActionRow &action : allActions()) {
        if (QLatin1String(action.menu) == QLatin1String(menu) && !shortcuts.key(action).isEmpty())
            rows.emplace_back(shortcuts.text(action), actionText(action));
    }
    return rows;
}

Rows grammar()
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("ShortcutSheet", text); };
    Rows rows = {
        {QStringLiteral("-5m  14:32  1403z"), tr(QT_TRANSLATE_NOOP("ShortcutSheet", "when it happened, at the beginning"))},
        {QStringLiteral("yesterday 23:50"), tr(QT_TRANSLATE_NOOP("ShortcutSheet", "on the day before"))},
        {QStringLiteral("~14:05"), tr(QT_TRANSLATE_NOOP("ShortcutSheet", "about that time"))},
        {QStringLiteral("!  ?  ="), tr(QT_TRANSLATE_NOOP("ShortcutSheet", "decision, hypothesis, observation"))},
        {QStringLiteral("*  >"), tr(QT_TRANSLATE_NOOP("ShortcutSheet", "action taken, communication"))},
        {QStringLiteral("#tag  @person"), tr(QT_TRANSLATE_NOOP("ShortcutSheet", "anywhere in the text"))},
        {QStringLiteral("Tab"), tr(QT_TRANSLATE_NOOP("ShortcutSheet", "completes the word"))},
        {QStringLiteral("↑"), tr(QT_TRANSLATE_NOOP("ShortcutSheet", "the last entry, earlier lines"))},
        {QStringLiteral("Shift+Enter"), tr(QT_TRANSLATE_NOOP("ShortcutSheet", "a line more in the entry"))},
        {QStringLiteral("Ctrl+V"), tr(QT_TRANSLATE_NOOP("ShortcutSheet", "lines, a picture or files"))},
    };
    for (const ScribeCommandHelp &command : scribeCommands())
        rows.emplace_back(QLatin1String(command.name) + QLatin1Char(' ') + QLatin1String(command.usage),
                          QCoreApplication::translate("ScribeLine", command.what));
    return rows;
}

} // namespace

ShortcutSheet::ShortcutSheet(const Shortcuts &shortcuts, const Theme &theme, QWidget *parent) : QDialog(parent), m_theme(theme)
{
    setWindowTitle(tr("Shortcuts and the scribe's grammar"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(290 * Theme::grid, 180 * Theme::grid);
    auto *content = new QWidget(this);
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(6 * Theme::grid, 5 * Theme::grid, 6 * Theme::grid, 5 * Theme::grid);
    columns->setSpacing(8 * Theme::grid);
    std::array<int, 3> lengths{};
    std::array<QVBoxLayout *, 3> stacks{};
    for (QVBoxLayout *&stack : stacks)
        columns->addLayout(stack = new QVBoxLayout, 1);
    const auto place = [&](const QString &title, const Rows &rows) { // where there is most room
        const size_t at = static_cast<size_t>(std::min_element(lengths.begin(), lengths.end()) - lengths.begin());
        lengths[at] += static_cast<int>(rows.size()) + 3;
        stacks[at]->addWidget(makeColumn(title, rows));
    };
    place(tr("The scribe's line"), grammar());
    for (const char *menu : menuTitles())
        place(QCoreApplication::translate("Actions", menu), shortcutsOf(menu, shortcuts));
    for (QVBoxLayout *stack : stacks)
        stack->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

QWidget *ShortcutSheet::makeColumn(const QString &title, const Rows &rows)
{
    auto *column = new QWidget(this);
    auto *grid = new QGridLayout(column);
    grid->setContentsMargins(0, 0, 0, 4 * Theme::grid);
    column->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    grid->setHorizontalSpacing(4 * Theme::grid);
    grid->setVerticalSpacing(Theme::grid);
    grid->setColumnStretch(1, 1);
    auto *heading = new ToneLabel(m_theme, Colour::Text, Type::Strong, column);
    heading->setText(title);
    grid->addWidget(heading, 0, 0, 1, 2);
    int line = 1;
    for (const auto &[keys, what] : rows) {
        auto *key = new ToneLabel(m_theme, Colour::Accent, Type::Label, column);
        key->setText(keys);
        key->setWordWrap(false);
        key->setMinimumWidth(24 * Theme::grid);
        auto *label = new ToneLabel(m_theme, Colour::Dim, Type::Label, column);
        label->setText(what);
        grid->addWidget(key, line, 0, Qt::AlignTop);
        grid->addWidget(label, line++, 1, Qt::AlignTop);
    }
    return column;
}

} // namespace qd::ui
