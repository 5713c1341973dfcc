#include "ui/panes/metrics/metricsfilter.h"

#include "ui/widgets/choicebox.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>

namespace qd::ui {
namespace {

enum Range { Month, Quarter, Year, All };

std::optional<QDate> firstDay(int range, QDate today)
{
    switch (range) {
    case Month: return today.addDays(-29);
    case Quarter: return today.addMonths(-3).addDays(1);
    case Year: return today.addYears(-1).addDays(1);
    default: return std::nullopt;
    }
}

constexpr int wide = 225 * Theme::grid; // both rows side by side

} // namespace

MetricsFilter::MetricsFilter(QWidget *parent)
    : QWidget(parent),
      m_ranges(new QButtonGroup(this)),
      m_grid(new QGridLayout(this)),
      m_first(new QHBoxLayout),
      m_second(new QHBoxLayout)
{
    m_grid->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    m_grid->setSpacing(2 * Theme::grid);
    m_first->setSpacing(2 * Theme::grid);
    m_second->setSpacing(2 * Theme::grid);
    makeRanges();
    m_plan = makeChoice(tr("Plan"), tr("All plans"));
    m_severity = makeChoice(tr("Severity"), tr("All severities"));
    m_service = makeChoice(tr("Service"), tr("All services"));
    m_type = makeChoice(tr("Type"), tr("All types"));
    m_drills = new QCheckBox(tr("Drills"), this);
    m_drills->setAccessibleName(tr("Count drills too"));
    connect(m_drills, &QCheckBox::toggled, this, &MetricsFilter::changed);
    m_first->addWidget(m_drills);
    m_first->addStretch(1);
    place(true);
}

void MetricsFilter::makeRanges()
{
    const std::pair<Range, QString> ranges[] = {
        {Month, tr("30 days")}, {Quarter, tr("Quarter")}, {Year, tr("Year")}, {All, tr("All time")}};
    for (const auto &[range, words] : ranges) {
        auto *chip = new QPushButton(words, this);
        chip->setProperty("chip", true);
        chip->setCheckable(true);
        chip->setAccessibleName(tr("Days counted: %1").arg(words));
        m_ranges->addButton(chip, range);
        m_first->addWidget(chip);
    }
    m_ranges->button(Year)->setChecked(true);
    connect(m_ranges, &QButtonGroup::idClicked, this, &MetricsFilter::changed);
}

ChoiceBox *MetricsFilter::makeChoice(const QString &name, const QString &all)
{
    auto *box = new ChoiceBox(name, this);
    box->addItem(all, QString());
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    connect(box, &QComboBox::currentIndexChanged, this, &MetricsFilter::changed);
    m_second->addWidget(box, 1);
    return box;
}

void MetricsFilter::setChoices(const MetricsChoices &choices)
{
    const auto fill = [](ChoiceBox *box, const std::vector<std::pair<QString, QString>> &items) {
        const QString chosen = box->currentData().toString(), words = box->currentText();
        const QSignalBlocker quiet(box);
        while (box->count() > 1)
            box->removeItem(1);
        for (const auto &[id, text] : items)
            box->addItem(text, id);
        if (box->findData(chosen) < 0)
            box->addItem(words, chosen);
        box->setCurrentIndex(box->findData(chosen));
    };
    const auto plain = [](const QStringList &words) {
        std::vector<std::pair<QString, QString>> items;
        for (const QString &word : words)
            items.emplace_back(word, word);
        return items;
    };
    fill(m_plan, choices.plans);
    fill(m_severity, plain(choices.severities));
    fill(m_service, plain(choices.services));
    fill(m_type, plain(choices.types));
}

review::MetricsQuery MetricsFilter::query(QDate today) const
{
    review::MetricsQuery query;
    query.from = firstDay(m_ranges->checkedId(), today);
    query.drills = m_drills->isChecked();
    query.plan = m_plan->currentData().toString();
    query.severity = m_severity->currentData().toString();
    query.service = m_service->currentData().toString();
    query.type = m_type->currentData().toString();
    return query;
}

void MetricsFilter::showAll()
{
    const QSignalBlocker quiet(this);
    m_ranges->button(All)->setChecked(true);
    for (ChoiceBox *box : {m_plan, m_severity, m_service, m_type})
        box->setCurrentIndex(0);
    m_drills->setChecked(true);
    blockSignals(false);
    emit changed();
}

QString MetricsFilter::words(QDate today) const
{
    const review::MetricsQuery asked = query(today);
    const QLocale locale;
    QStringList words{
        asked.from ? tr("%1 to %2").arg(locale.toString(*asked.from, QLocale::ShortFormat), locale.toString(today, QLocale::ShortFormat))
                   : tr("all time, up to %1").arg(locale.toString(today, QLocale::ShortFormat))};
    for (const ChoiceBox *box : {m_plan, m_severity, m_service, m_type}) {
        if (box->currentIndex() > 0)
            words << box->spokenName();
    }
    words << (asked.drills ? tr("with drills") : tr("without drills"));
    return words.join(QStringLiteral(" · "));
}

void MetricsFilter::addWidget(QWidget *widget)
{
    m_grid->addWidget(widget, 0, 2);
}

void MetricsFilter::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const bool narrow = width() < wide; narrow != m_narrow)
        place(narrow);
}

void MetricsFilter::place(bool narrow)
{
    m_narrow = narrow;
    m_grid->removeItem(m_first);
    m_grid->removeItem(m_second);
    m_grid->addLayout(m_first, 0, 0);
    m_grid->addLayout(m_second, narrow ? 1 : 0, narrow ? 0 : 1, 1, narrow ? 3 : 1);
}

} // namespace qd::ui
