#include "ui/panes/postmortem/sectiontitle.h"

#include "ui/widgets/tonelabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace qd::ui {

SectionTitle::SectionTitle(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_title(new ToneLabel(theme, Colour::Text, Type::Clock, this)),
      m_saved(new ToneLabel(theme, Colour::Dim, Type::Small, this)),
      m_internal(makeChip(tr("Internal"))),
      m_viewBar(new QWidget(this))
{
    m_saved->setWordWrap(false);
    m_internal->setAccessibleName(tr("Internal section"));
    m_internal->setToolTip(tr("An internal section stays out of what is exported for the outside"));
    connect(m_internal, &QPushButton::clicked, this, &SectionTitle::internalChosen);
    m_saved->setMinimumHeight(m_internal->sizeHint().height()); // the words of both on one line
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    line->setSpacing(Theme::grid + 2);
    line->addWidget(m_title, 1);
    line->addWidget(m_saved, 0, Qt::AlignTop);
    line->addSpacing(Theme::grid);
    line->addWidget(m_internal, 0, Qt::AlignTop);
    auto *choices = new QHBoxLayout(m_viewBar);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(Theme::grid);
    const std::pair<SectionView, QString> views[] = {
        {SectionView::Write, tr("Write")}, {SectionView::Both, tr("Both")}, {SectionView::Read, tr("Read")}};
    for (const auto &[view, name] : views) {
        QPushButton *chip = makeChip(name);
        connect(chip, &QPushButton::clicked, this, [this, view = view] { emit viewChosen(view); });
        m_views << chip;
        choices->addWidget(chip);
    }
}

QPushButton *SectionTitle::makeChip(const QString &name)
{
    auto *chip = new QPushButton(name, this);
    chip->setProperty("chip", true);
    chip->setCheckable(true);
    chip->setAccessibleName(name);
    return chip;
}

void SectionTitle::setSection(const QString &title, bool internal)
{
    m_title->setText(title);
    m_title->setToolTip(title);
    m_internal->setChecked(internal);
}

void SectionTitle::setReadOnly(bool readOnly)
{
    m_internal->setEnabled(!readOnly);
}

void SectionTitle::setView(SectionView view)
{
    for (qsizetype i = 0; i < m_views.size(); ++i)
        m_views[i]->setChecked(i == static_cast<int>(view));
}

void SectionTitle::setSaved(const QString &words, bool failed, const QString &detail)
{
    m_saved->setColour(failed ? Colour::Critical : Colour::Dim);
    m_saved->setText(words);
    m_saved->setToolTip(detail);
}

} // namespace qd::ui
