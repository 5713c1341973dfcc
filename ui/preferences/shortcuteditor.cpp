#include "ui/preferences/shortcuteditor.h"

#include "ui/actions/actions.h"
#include "ui/actions/fuzzy.h"
#include "ui/actions/shortcuts.h"
#include "ui/preferences/keyfield.h"
#include "ui/widgets/tonelabel.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace qd::ui {

ShortcutEditor::ShortcutEditor(const PreferenceContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_list(new QTreeWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::grid);
    auto *find = new QLineEdit(this);
    find->setAccessibleName(tr("Find an action"));
    find->setPlaceholderText(tr("Find an action"));
    connect(find, &QLineEdit::textChanged, this, &ShortcutEditor::filter);
    layout->addWidget(find);
    makeList();
    layout->addWidget(m_list, 1);
    layout->addWidget(makeFoot());
    connect(&context.shortcuts, &Shortcuts::changed, this, &ShortcutEditor::showKeys);
    showKeys();
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void ShortcutEditor::makeList()
{
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setObjectName(QStringLiteral("keys"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const ActionRow &row : allActions()) {
        auto *item = new QTreeWidgetItem(m_list, {actionText(row), QString()});
        item->setData(0, Qt::UserRole, QLatin1String(row.id));
        item->setSizeHint(0, {0, 7 * Theme::grid});
        item->setToolTip(0, QCoreApplication::translate("Actions", row.menu));
    }
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutEditor::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { m_key->setFocus(); });
}

QWidget *ShortcutEditor::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * Theme::grid);
    auto *line = new QHBoxLayout;
    line->setSpacing(2 * Theme::grid);
    m_key = new KeyField(foot);
    m_key->setAccessibleDescription(tr("Press the new key here; Backspace for none"));
    m_reset = new QPushButton(tr("Reset"), foot);
    m_reset->setAccessibleName(tr("Reset this shortcut"));
    m_resetAll = new QPushButton(tr("Reset all"), foot);
    m_resetAll->setAccessibleName(tr("Reset all shortcuts"));
    for (QPushButton *button : {m_reset, m_resetAll})
        button->setAutoDefault(false); // Enter belongs to the list
    line->addWidget(m_key, 1);
    line->addWidget(m_reset);
    line->addWidget(m_resetAll);
    m_words = new ToneLabel(m_context.panes.theme, Colour::Dim, Type::Label, foot);
    m_words->setMinimumHeight(9 * Theme::grid); // two lines: nothing moves when a key is refused
    m_words->setAlignment(Qt::AlignTop);
    column->addLayout(line);
    column->addWidget(m_words);
    connect(m_key, &KeyField::pressed, this, [this](const QKeySequence &key) {
        if (const ActionRow *row = current())
            tell(m_context.shortcuts.set(*row, key));
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const ActionRow *row = current())
            tell(m_context.shortcuts.reset(*row));
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_context.shortcuts.resetAll();
        tell({});
    });
    return foot;
}

const ActionRow *ShortcutEditor::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? findAction(item->data(0, Qt::UserRole).toString()) : nullptr;
}

void ShortcutEditor::showKeys()
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const ActionRow *row = findAction(item->data(0, Qt::UserRole).toString());
        const bool own = m_context.shortcuts.isChanged(*row);
        const QString key = m_context.shortcuts.text(*row);
        QFont font = m_context.panes.theme.font(Type::Body);
        font.setWeight(own ? QFont::DemiBold : QFont::Normal);
        item->setFont(1, font);
        item->setText(1, own ? tr("%1 · changed").arg(key.isEmpty() ? tr("none") : key) : key);
        item->setData(0, Qt::AccessibleTextRole, QStringLiteral("%1 %2").arg(actionText(*row), item->text(1)));
    }
    m_resetAll->setEnabled(m_context.shortcuts.anyChanged());
    showCurrent();
}

void ShortcutEditor::showCurrent()
{
    const ActionRow *row = current();
    m_key->setEnabled(row);
    m_reset->setEnabled(row && m_context.shortcuts.isChanged(*row));
    if (!row)
        return;
    const QString key = m_context.shortcuts.text(*row);
    m_key->setText(key);
    m_key->setPlaceholderText(tr("no key: press one here"));
    m_key->setAccessibleName(tr("Key for %1: %2").arg(actionText(*row), key.isEmpty() ? tr("none") : key));
    tell({});
}

void ShortcutEditor::filter(const QString &words)
{
    QTreeWidgetItem *first = nullptr;
    for (int i = m_list->topLevelItemCount() - 1; i >= 0; --i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const bool answers = words.trimmed().isEmpty() || fuzzyScore(words, item->text(0)) >= 0;
        item->setHidden(!answers);
        if (answers)
            first = item;
    }
    if (!m_list->currentItem() || m_list->currentItem()->isHidden())
        m_list->setCurrentItem(first);
}

void ShortcutEditor::tell(const Result<void> &done)
{
    m_words->setColour(done ? Colour::Dim : Colour::Critical);
    m_words->setText(done ? tr("Go into the field and press the new key; Backspace for none.")
                          : QStringLiteral("✕ ") + done.error().sentence);
}

} // namespace qd::ui
