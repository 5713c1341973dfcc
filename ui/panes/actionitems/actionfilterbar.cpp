#include "ui/panes/actionitems/actionfilterbar.h"

#include "models/items/words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace qd::ui {
namespace {

constexpr int narrowestField = 36 * Theme::grid;
constexpr const char *categories[] = {"prevent", "detect", "respond"};

QString wordAfter(QStringList &words, QChar mark)
{
    const auto found = std::find_if(words.begin(), words.end(), [mark](const QString &word) { return word.size() > 1 && word[0] == mark; });
    if (found == words.end())
        return {};
    const QString word = found->mid(1);
    words.erase(found);
    return word;
}

} // namespace

ActionFilterBar::ActionFilterBar(const QString &person, QWidget *parent) : QWidget(parent), m_person(person), m_text(new QLineEdit(this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * Theme::grid);
    line->setSizeConstraint(QLayout::SetNoConstraint); // what does not fit is hidden, not a reason to keep the window wide
    for (int chip = 0; chip < ChipCount; ++chip) {
        auto *button = new QPushButton(this);
        button->setProperty("chip", true);
        button->setCheckable(true);
        connect(button, &QPushButton::toggled, this, [this, chip](bool on) { chipToggled(static_cast<Chip>(chip), on); });
        m_chips.push_back(button);
        line->addWidget(button);
    }
    m_text->setAccessibleName(tr("Find action items"));
    m_text->setAccessibleDescription(tr("Words of the item, its owner, ticket or incident; @owner; #prevent, #detect or #respond"));
    m_text->setPlaceholderText(tr("Find: words, @owner, #detect"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(narrowestField);
    connect(m_text, &QLineEdit::textChanged, this, &ActionFilterBar::changed);
    line->addWidget(m_text, 1);
    setMinimumSize(narrowestField, m_text->sizeHint().height());
    setCounts({});
}

review::ActionFilter ActionFilterBar::filter() const
{
    review::ActionFilter filter;
    filter.state = m_chips[Closed]->isChecked() ? QString() : QStringLiteral("open");
    filter.overdue = m_chips[Overdue]->isChecked();
    filter.owner = m_chips[Mine]->isChecked() ? m_person : QString();
    filter.unowned = m_chips[Nobodys]->isChecked();
    for (const Chip chip : {Prevent, Detect, Respond}) {
        if (m_chips[chip]->isChecked())
            filter.category = QLatin1String(categories[chip - Prevent]);
    }
    QStringList words = m_text->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (const QString owner = wordAfter(words, QLatin1Char('@')); !owner.isEmpty())
        filter.owner = owner;
    if (const QString category = wordAfter(words, QLatin1Char('#')); !category.isEmpty())
        filter.category = category;
    filter.text = words.join(QLatin1Char(' '));
    return filter;
}

bool ActionFilterBar::isAsAtFirst() const
{
    review::ActionFilter first;
    first.state = QStringLiteral("open");
    return filter() == first;
}

void ActionFilterBar::setCounts(const review::ActionList &all)
{
    const auto count = [&all](const review::ActionFilter &filter) {
        return std::count_if(all.begin(), all.end(), [&filter](const review::ListedAction &action) { return passes(action, filter); });
    };
    const QString open = QStringLiteral("open");
    const std::pair<QString, review::ActionFilter> shown[] = {
        {tr("Overdue"), {.state = open, .overdue = true}},
        {tr("Mine"), {.state = open, .owner = m_person}},
        {tr("Nobody's"), {.state = open, .unowned = true}},
        {tr("Closed too"), {}},
        {items::categoryWord(QStringLiteral("prevent")), {.state = open, .category = QStringLiteral("prevent")}},
        {items::categoryWord(QStringLiteral("detect")), {.state = open, .category = QStringLiteral("detect")}},
        {items::categoryWord(QStringLiteral("respond")), {.state = open, .category = QStringLiteral("respond")}}};
    for (size_t chip = 0; chip < m_chips.size(); ++chip) {
        const QString text =
            chip == Closed ? shown[chip].first : QStringLiteral("%1 %2").arg(shown[chip].first).arg(count(shown[chip].second));
        m_chips[chip]->setText(text);
        m_chips[chip]->setAccessibleName(text);
    }
    fit();
}

void ActionFilterBar::setOnly(std::initializer_list<Chip> on)
{
    m_setting = true;
    for (int chip = 0; chip < ChipCount; ++chip)
        m_chips[static_cast<size_t>(chip)]->setChecked(std::find(on.begin(), on.end(), chip) != on.end());
    m_text->clear();
    m_setting = false;
    fit();
    emit changed();
}

void ActionFilterBar::showOverdue()
{
    setOnly({Overdue});
}

void ActionFilterBar::showClosed()
{
    setOnly({Closed});
}

void ActionFilterBar::clear()
{
    setOnly({});
}

void ActionFilterBar::takeFocus()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

// What excludes each other: one owner, one category; what is overdue is open.
void ActionFilterBar::chipToggled(Chip chip, bool on)
{
    if (m_setting)
        return;
    m_setting = true;
    const std::initializer_list<Chip> groups[] = {{Overdue, Closed}, {Mine, Nobodys}, {Prevent, Detect, Respond}};
    for (const auto &group : groups) {
        if (!on || std::find(group.begin(), group.end(), chip) == group.end())
            continue;
        for (const Chip other : group)
            m_chips[other]->setChecked(other == chip);
    }
    m_setting = false;
    emit changed();
}

void ActionFilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

// The later chips make room in a narrow dock; the line takes their words. One that is on stays in sight.
void ActionFilterBar::fit()
{
    int room = width() - narrowestField;
    for (QPushButton *chip : m_chips) {
        room -= chip->sizeHint().width() + 2 * Theme::grid;
        chip->setVisible(room >= 0 || chip->isChecked());
    }
}

} // namespace qd::ui
