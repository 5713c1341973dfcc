#include "ui/plans/planview.h"

#include "models/items/plancards.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/keys.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>

namespace qd::ui {
namespace {

using plan::Fact;
using plan::FactKind;

QString above(const QString &name)
{
    return name.left(std::max<qsizetype>(0, name.lastIndexOf(QLatin1Char('/'))));
}

const CardStyle outline{.outline = true, .wraps = true, .value = Type::Small};

} // namespace

PlanView::PlanView(PlanEditing &editing, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_editing(editing),
      m_filter(new QLineEdit(this)),
      m_unsaid(new QCheckBox(tr("Show what is not said"), this)),
      m_list(new CardList(tr("Plan"), theme, outline, this))
{
    m_filter->setAccessibleName(tr("Find in the plan"));
    m_filter->setPlaceholderText(tr("Find in the plan"));
    m_filter->setClearButtonEnabled(true);
    m_list->setAccessibleDescription(tr("Enter changes a value, Insert adds, Delete removes, Ctrl+D duplicates, Alt+Up and Alt+Down move"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    line->setSpacing(3 * Theme::grid);
    line->addWidget(m_filter, 1);
    line->addWidget(m_unsaid);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_list);
    m_unfolded = {QStringLiteral("severities")};
    connect(m_filter, &QLineEdit::textChanged, this, &PlanView::refresh);
    connect(m_unsaid, &QCheckBox::toggled, this, &PlanView::refresh);
    connect(m_list, &CardList::tickPressed, this, &PlanView::fold);
    connect(m_list, &CardList::chosen, this, &PlanView::edit);
    connect(m_list, &CardList::currentChangedTo, this, [this](const QString &name) {
        if (m_list->hasFocus())
            emit factChosen(name);
    });
    connect(m_list, &CardList::pointedAt, this, &PlanView::factChosen);
    connect(&editing, &PlanEditing::changed, this, &PlanView::refresh);
    addKeys();
    refresh();
}

void PlanView::addKeys()
{
    addKey(m_list, tr("Change…"), Qt::Key_F2, [this] { edit(currentFact()); });
    addKey(m_list, tr("Add…"), Qt::Key_Insert, [this] { add(); });
    addKey(m_list, tr("Duplicate"), Qt::CTRL | Qt::Key_D, [this] { act([this](const QString &name) { return m_editing.copy(name); }); });
    addKey(m_list, tr("Move up"), Qt::ALT | Qt::Key_Up, [this] { act([this](const QString &name) { return m_editing.move(name, -1); }); });
    addKey(m_list, tr("Move down"), Qt::ALT | Qt::Key_Down,
           [this] { act([this](const QString &name) { return m_editing.move(name, 1); }); });
    addKey(m_list, tr("Remove"), Qt::Key_Delete, [this] { remove(); });
    const auto everywhere = [this](const QString &text, const QKeySequence &key, const std::function<void()> &act) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    everywhere(tr("Take back"), QKeySequence::Undo, [this] { m_editing.undo(); });
    everywhere(tr("Do it again"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [this] { m_editing.redo(); });
    everywhere(tr("Find in the plan"), QKeySequence::Find, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
}

void PlanView::refresh()
{
    m_list->setCards(items::planCards({m_editing.plan(), m_editing.facts(), m_editing.problems(), m_unfolded, m_filter->text().trimmed(),
                                       m_unsaid->isChecked(), m_marks}));
}

QString PlanView::currentFact() const
{
    return m_list->currentId();
}

void PlanView::setMarks(const QHash<QString, QStringList> &marks)
{
    m_marks = marks;
    refresh();
}

void PlanView::unfold(const QStringList &names)
{
    m_unfolded = QSet<QString>(names.begin(), names.end());
    refresh();
}

void PlanView::showFact(const QString &name)
{
    for (const QString &way : items::waysTo(name))
        m_unfolded.insert(way);
    if (!m_filter->text().isEmpty())
        m_filter->clear();
    refresh();
    m_list->setCurrentId(name);
    m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void PlanView::fold(const QString &name)
{
    if (!m_unfolded.remove(name))
        m_unfolded.insert(name);
    refresh();
}

void PlanView::edit(const QString &name)
{
    const Fact *fact = plan::findFact(m_editing.facts(), name);
    if (!fact)
        return;
    if (fact->kind == FactKind::Block || fact->kind == FactKind::Blocks)
        fold(name);
    else
        editWords(*fact);
}

void PlanView::editWords(const Fact &fact)
{
    static const QHash<FactKind, const char *> hints{{FactKind::Time, QT_TR_NOOP("15m, 2h, 3 business days, or words; empty: not said")},
                                                     {FactKind::Flag, QT_TR_NOOP("yes, no; empty: not said")},
                                                     {FactKind::List, QT_TR_NOOP("a line for each")}};
    const char *hint = hints.value(fact.kind);
    PromptField field;
    field.name = hint ? tr(hint) : tr("empty: not said");
    field.value = fact.words;
    field.tall = fact.kind == FactKind::Prose || fact.kind == FactKind::List;
    if (fact.kind == FactKind::Flag)
        field.completions = {QStringLiteral("yes"), QStringLiteral("no")};
    const QString title = fact.title.isEmpty() ? tr("Change it") : fact.title;
    m_list->ask(fact.name, {title, tr("Change"), {field}, [this, name = fact.name](const QStringList &answers) {
                                return m_editing.set(name, answers.value(0));
                            }});
}

QString PlanView::listAround(const QString &name) const
{
    for (QString at = name; !at.isEmpty(); at = above(at)) {
        const Fact *fact = plan::findFact(m_editing.facts(), at);
        if (fact && (fact->kind == FactKind::List || fact->kind == FactKind::Blocks))
            return at;
    }
    return {};
}

void PlanView::add()
{
    const QString list = listAround(currentFact());
    if (!list.isEmpty())
        askName(list, currentFact());
}

void PlanView::askName(const QString &list, const QString &row)
{
    const Fact *fact = plan::findFact(m_editing.facts(), list);
    const auto answer = [this, list](const QStringList &answers) -> Result<void> {
        const Result<QString> added = m_editing.add(list, answers.value(0));
        if (!added)
            return tl::unexpected(added.error());
        QTimer::singleShot(0, this, [this, name = *added] { // when the question has gone
            m_unfolded.insert(name);
            showFact(name);
        });
        return {};
    };
    m_list->ask(row, {tr("Add to: %1").arg(fact->title), tr("Add"), {{.name = tr("What it is called, or says")}}, answer});
}

void PlanView::act(const std::function<Result<QString>(const QString &)> &change)
{
    if (const Result<QString> now = change(currentFact()))
        showFact(*now);
}

void PlanView::remove()
{
    const int row = m_list->currentIndex().row();
    if (!m_editing.remove(currentFact()))
        static_cast<void>(m_editing.set(currentFact(), QString())); // a value: the plan does not say it any more
    const int last = m_list->model()->rowCount() - 1;
    m_list->setCurrentIndex(m_list->model()->index(std::min(row, last), 0));
}

} // namespace qd::ui
