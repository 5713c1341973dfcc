#include "ui/panes/timeline/timelinetools.h"

#include "models/items/timelinemodel.h"
#include "ui/panes/timeline/searchfield.h"
#include "ui/widgets/panetitle.h"

#include <QButtonGroup>
#include <QHBoxLayout>
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
    {TimeDisplay::Mode::SinceDetection, QT_TRANSLATE_NOOP("TimelineTools", "T+"),
     QT_TRANSLATE_NOOP("TimelineTools", "Times since detection")},
};

} // namespace

TimelineTools::TimelineTools(const PaneContext &context, items::TimelineModel &model, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_model(model),
      m_modes(new QButtonGroup(this)),
      m_search(new SearchField(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 1);
    layout->setSpacing(0);
    layout->addWidget(makeTitle());
    layout->addWidget(makeFilters());
    connect(&context.times, &TimeDisplay::changed, this, &TimelineTools::showMode);
    showMode();
    refresh();
}

QWidget *TimelineTools::makeTitle()
{
    auto *title = new PaneTitle(m_context.theme, tr("Timeline"), this);
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
    auto *group = new QButtonGroup(this);
    for (const FilterRow &filter : filters) {
        auto *chip = new QPushButton(bar);
        chip->setProperty("chip", true);
        chip->setCheckable(true);
        group->addButton(chip);
        const QStringList kinds = *filter.kind ? QStringList{QLatin1String(filter.kind)} : QStringList();
        connect(chip, &QPushButton::toggled, this, [this, kinds](bool on) {
            if (on)
                emit filterChanged(kinds);
        });
        m_chips.push_back(chip);
        line->addWidget(chip);
    }
    m_chips.front()->setChecked(true);
    line->addStretch(1);
    line->addWidget(m_search, 20);
    return bar;
}

// The later filters make room in a narrow window.
void TimelineTools::refresh()
{
    int room = width() - m_search->minimumWidth() - 6 * Theme::grid;
    for (size_t i = 0; i < m_chips.size(); ++i) {
        const int count = m_model.count(QLatin1String(filters[i].kind));
        m_chips[i]->setText(QStringLiteral("%1 %2").arg(tr(filters[i].text)).arg(count));
        m_chips[i]->setAccessibleName(m_chips[i]->text());
        room -= m_chips[i]->sizeHint().width() + 2 * Theme::grid;
        m_chips[i]->setVisible((filters[i].always || count > 0) && (room >= 0 || i == 0));
        if (!filters[i].always && count == 0)
            room += m_chips[i]->sizeHint().width() + 2 * Theme::grid;
    }
}

void TimelineTools::showMode()
{
    m_modes->button(static_cast<int>(m_context.times.mode()))->setChecked(true);
    m_modes->button(static_cast<int>(TimeDisplay::Mode::Local))->setToolTip(m_context.times.zoneName());
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
