#include "ui/panes/timeline/filterstrip.h"

#include "ui/widgets/tonelabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace qd::ui {

using items::TimelineFacet;

FilterStrip::FilterStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_chips(new QHBoxLayout),
      m_words(new ToneLabel(theme, Colour::Dim, Type::Label, this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(3 * Theme::grid, 0, 3 * Theme::grid, 2 * Theme::grid);
    line->setSpacing(2 * Theme::grid);
    line->setSizeConstraint(QLayout::SetNoConstraint);
    m_chips->setSpacing(2 * Theme::grid);
    line->addLayout(m_chips);
    m_words->setWordWrap(false);
    line->addWidget(m_words);
    line->addStretch(1);
    auto *clear = new QPushButton(tr("Show all"), this);
    clear->setProperty("flat", true);
    clear->setAccessibleName(tr("Show all entries"));
    connect(clear, &QPushButton::clicked, this, &FilterStrip::cleared);
    line->addWidget(clear);
    m_clear = clear;
    hide();
}

void FilterStrip::showFilter(const items::TimelineFilter &filter, int shown, int all)
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    items::TimelineFilter its = filter;
    for (const TimelineFacet facet : {TimelineFacet::Kind, TimelineFacet::Author, TimelineFacet::Tag, TimelineFacet::Person}) {
        for (const QString &value : its.of(facet))
            addChip({facet, value});
    }
    m_words->setColour(Colour::Dim);
    //: of the timeline's entries, so many pass the filter
    m_words->setText(tr("%1 of %2 entries").arg(shown).arg(all));
    m_clear->show();
    setVisible(!filter.isEmpty());
}

void FilterStrip::addChip(const items::FilterTerm &term)
{
    const QString words = items::writeFilterTerm(term);
    auto *chip = new QPushButton(words + QStringLiteral("  ✕"), this);
    chip->setProperty("chip", true);
    chip->setAccessibleName(tr("Filter %1: take away").arg(words));
    connect(chip, &QPushButton::clicked, this, [this, term] { emit removed(term); });
    m_chips->addWidget(chip);
}

void FilterStrip::say(const QString &sentence)
{
    m_words->setColour(Colour::Critical);
    m_words->setText(QStringLiteral("✕ ") + sentence);
    m_clear->setVisible(m_chips->count() > 0);
    show();
}

} // namespace qd::ui
