#include "ui/panes/timeline/timelinetools.h"

#include "models/items/timelinemodel.h"
#include "ui/panes/timeline/filtermenu.h"
#include "ui/panes/timeline/filterstrip.h"
#include "ui/panes/timeline/searchfield.h"
#include "ui/widgets/panetitle.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace qd::ui {
namespace {

struct FilterRow
{
    const char *text;
    const char *kind; // of entries; empty: all
    bool always;      // also without an entry of that kind
};
constexpr FilterRow filters[] = {
    {QT_TRANSLATE_NOOP("TimelineTools", "All"), "", true},
    {QT_TRANSLATE_NOOP("TimelineTools", "Decisions"), "decision", true},
    {QT_TRANSLATE_NOOP("TimelineTools", "Updates"), "update", true},
    {QT_TRANSLATE_NOOP("TimelineTools", "Hypotheses"), "hypothesis", true},
    {QT_TRANSLATE_NOOP("TimelineTools", "Actions"), "action", false},
    {QT_TRANSLATE_NOOP("TimelineTools", "Asks"), "ask", false},
    {QT_TRANSLATE_NOOP("TimelineTools", "Pinned"), "pinned", false},
};

struct ModeRow
{
    TimeDisplay::Mode mode;
    const char *text;
    const char *name;
};
constexpr ModeRow modes[] = {
    {TimeDisplay::Mode::Utc, QT_TRANSLATE_NOOP("TimelineTools", "UTC"), QT_TRANSLATE_NOOP("TimelineTools", "Times in UTC")},
    {TimeDisplay::Mode::Local, QT_TRANSLATE_NOOP("TimelineTools", "local"), QT_TRANSLATE_NOOP("TimelineTools", "Times in the local zone")},
    {TimeDisplay::Mode::Incident, QT_TRANSLATE_NOOP("TimelineTools", "plan"),
     QT_TRANSLATE_NOOP("TimelineTools", "Times in the plan's zone")},
    {TimeDisplay::Mode::SinceDetection, QT_TRANSLATE_NOOP("TimelineTools", "T+"),
     QT_TRANSLATE_NOOP("TimelineTools", "Times since detection")},
};

} // namespace

TimelineTools::TimelineTools(const PaneContext &context, items::TimelineModel &model, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_model(model),
      m_modes(new QButtonGroup(this)),
      m_kinds(new QButtonGroup(this)),
      m_order(new QToolButton(this)),
      m_filter(new QToolButton(this)),
      m_menu(new QMenu(this)),
      m_search(new SearchField(this)),
      m_strip(new FilterStrip(context.theme, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 1);
    layout->setSpacing(0);
    layout->addWidget(makeTitle());
    layout->addWidget(makeFilters());
    layout->addWidget(m_strip);
    connect(&context.times, &TimeDisplay::changed, this, &TimelineTools::showMode);
    connect(m_strip, &FilterStrip::cleared, this, [this] { emit filterChosen({}); });
    connect(m_strip, &FilterStrip::removed, this, [this](const items::FilterTerm &term) { setTerm(term, false); });
    connect(m_search, &SearchField::takenBack, this, &TimelineTools::takeBack);
    m_search->setTake([this](const QString &word) { return take(word); });
    showMode();
    showFilter();
}

QWidget *TimelineTools::makeTitle()
{
    auto *title = new PaneTitle(m_context.theme, tr("Timeline"), this);
    m_order->setProperty("mode", true);
    connect(m_order, &QToolButton::clicked, this, &TimelineTools::orderPressed);
    title->addWidget(m_order);
    title->addWidget(makeKeyCap(QStringLiteral("S"), title));
    auto *gap = new QWidget(title);
    gap->setFixedWidth(2 * Theme::grid);
    title->addWidget(gap);
    for (const ModeRow &row : modes) {
        auto *button = new QToolButton(title);
        button->setText(tr(row.text));
        button->setAccessibleName(tr(row.name));
        button->setCheckable(true);
        button->setProperty("mode", true);
        m_modes->addButton(button, static_cast<int>(row.mode));
        title->addWidget(button);
    }
    connect(m_modes, &QButtonGroup::idToggled, this, [this](int id, bool on) { // a screen reader toggles, and does not click
        if (on)
            m_context.times.setMode(static_cast<TimeDisplay::Mode>(id));
    });
    title->addWidget(makeKeyCap(QStringLiteral("Z"), title));
    return title;
}

QWidget *TimelineTools::makeFilters()
{
    auto *bar = new QWidget(this);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    line->setSpacing(2 * Theme::grid);
    line->setSizeConstraint(QLayout::SetNoConstraint); // what does not fit is hidden, not a reason to keep the window wide
    bar->setMinimumSize(75 * Theme::grid, 46);
    for (const FilterRow &filter : filters) {
        auto *chip = new QPushButton(bar);
        chip->setProperty("chip", true);
        chip->setCheckable(true);
        m_kinds->addButton(chip);
        const QStringList kinds = *filter.kind ? QStringList{QLatin1String(filter.kind)} : QStringList();
        connect(chip, &QPushButton::toggled, this, [this, kinds](bool on) {
            if (!on || m_showing)
                return;
            items::TimelineFilter chosen = m_model.filter();
            chosen.kinds = kinds;
            emit filterChosen(chosen);
        });
        m_chips.push_back(chip);
        line->addWidget(chip);
    }
    line->addStretch(1);
    m_filter->setText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the timeline"));
    m_filter->setToolTip(tr("By kind, author, tag or person (F)"));
    connect(m_filter, &QToolButton::clicked, this, &TimelineTools::openFilterMenu);
    line->addWidget(m_filter);
    line->addWidget(m_search, 20);
    return bar;
}

void TimelineTools::openFilterMenu()
{
    fillFilterMenu(*m_menu, m_model, [this](const items::FilterTerm &term, bool on) { setTerm(term, on); });
    m_menu->popup(m_filter->mapToGlobal(QPoint(0, m_filter->height())));
    m_menu->setActiveAction(m_menu->actions().first());
}

void TimelineTools::setTerm(const items::FilterTerm &term, bool on)
{
    items::TimelineFilter chosen = m_model.filter();
    QStringList &values = chosen.of(term.facet);
    values.removeAll(term.value);
    if (on)
        values << term.value;
    emit filterChosen(chosen);
}

bool TimelineTools::take(const QString &word)
{
    QStringList kinds = entryKinds() + m_model.kinds(); // "dec" is a decision before it is a declaration
    kinds.removeDuplicates();
    const Result<std::optional<items::FilterTerm>> read = items::readFilterTerm(word, kinds);
    if (!read)
        m_strip->say(read.error().sentence);
    else if (*read)
        setTerm(**read, true);
    return read && *read;
}

void TimelineTools::takeBack()
{
    items::TimelineFilter chosen = m_model.filter();
    for (const items::TimelineFacet facet :
         {items::TimelineFacet::Person, items::TimelineFacet::Tag, items::TimelineFacet::Author, items::TimelineFacet::Kind}) {
        if (chosen.of(facet).isEmpty())
            continue;
        chosen.of(facet).removeLast();
        emit filterChosen(chosen);
        return;
    }
}

// A kind that has a chip of its own is shown by that alone.
void TimelineTools::showFilter()
{
    m_showing = true;
    m_kinds->setExclusive(false);
    items::TimelineFilter rest = m_model.filter();
    for (size_t i = 0; i < m_chips.size(); ++i) {
        const QStringList kinds = *filters[i].kind ? QStringList{QLatin1String(filters[i].kind)} : QStringList();
        const bool on = m_model.filter().kinds == kinds;
        m_chips[i]->setChecked(on);
        if (on && !m_chips[i]->isHidden())
            rest.kinds.clear();
    }
    m_kinds->setExclusive(true);
    m_showing = false;
    m_strip->showFilter(rest, m_model.shownCount(), m_model.count(QString()));
    const bool written = m_model.order() == items::TimelineOrder::Recorded;
    m_order->setText(written ? tr("as written") : tr("as happened"));
    m_order->setAccessibleName(tr("Order: %1").arg(m_order->text()));
    m_order->setToolTip(written ? tr("In the order in which it was written down") : tr("In the order in which it happened"));
    refresh();
}

// The later filters make room in a narrow window.
void TimelineTools::refresh()
{
    int room = width() - m_search->minimumWidth() - m_filter->sizeHint().width() - 8 * Theme::grid;
    for (size_t i = 0; i < m_chips.size(); ++i) {
        const int count = m_model.count(QLatin1String(filters[i].kind));
        if (const QString text = QStringLiteral("%1 %2").arg(tr(filters[i].text)).arg(count); m_chips[i]->text() != text) {
            m_chips[i]->setText(text);
            m_chips[i]->setAccessibleName(text);
        }
        const bool wanted = filters[i].always || count > 0 || m_chips[i]->isChecked();
        room -= wanted ? m_chips[i]->sizeHint().width() + 2 * Theme::grid : 0;
        m_chips[i]->setVisible(wanted && (room >= 0 || i == 0));
    }
}

void TimelineTools::showMode()
{
    m_modes->button(static_cast<int>(m_context.times.mode()))->setChecked(true);
    m_modes->button(static_cast<int>(TimeDisplay::Mode::Local))->setToolTip(m_context.times.zoneName());
    m_modes->button(static_cast<int>(TimeDisplay::Mode::Incident))->setVisible(m_context.times.hasPlanZone());
}

void TimelineTools::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void TimelineTools::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colour(Colour::Panel));
    painter.fillRect(0, height() - 1, width(), 1, m_context.theme.colour(Colour::Line));
}

} // namespace qd::ui
