#include "ui/panes/postmortem/rivalbar.h"

#include "ui/widgets/tonelabel.h"
#include "ui/widgets/wraplayout.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace qd::ui {
namespace {

constexpr qsizetype mostShown = 240; // characters of a side

// The names that stand in the marks of a conflict.
std::pair<QString, QString> namesIn(const QString &text, const review::MergeConflict &place)
{
    const QString whole = text.mid(place.at, place.length);
    const QString last = whole.section(QLatin1Char('\n'), -1);
    return {whole.section(QLatin1Char('\n'), 0, 0).mid(8).trimmed(), last.mid(8).trimmed()};
}

QString shortened(const QString &words)
{
    const QString line = words.simplified();
    if (line.isEmpty())
        return RivalBar::tr("(nothing)");
    return line.size() > mostShown ? line.left(mostShown) + QStringLiteral("…") : line;
}

} // namespace

RivalBar::RivalBar(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_sentence(new ToneLabel(theme, Colour::Text, Type::Label, this)),
      m_mine(new ToneLabel(theme, Colour::Text, Type::Label, this)),
      m_theirs(new ToneLabel(theme, Colour::Text, Type::Label, this)),
      m_sides(new QWidget(this)),
      m_settle(makeButton(tr("Keep it so"), [this] { emit settled(); })),
      m_next(makeButton(tr("Next place"), [this] { step(1); })),
      m_takeMine(makeButton({}, [this] { emit chosen(review::Choice::Mine); })),
      m_takeTheirs(makeButton({}, [this] { emit chosen(review::Choice::Theirs); })),
      m_takeBoth(makeButton(tr("Both"), [this] { emit chosen(review::Choice::Both); }))
{
    setProperty("band", true);
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    column->setSpacing(Theme::grid);
    auto *line = new WrapLayout(Theme::grid + 2);
    for (QPushButton *button : {m_takeMine, m_takeTheirs, m_takeBoth, m_next, m_settle})
        line->addWidget(button);
    auto *sides = new QHBoxLayout(m_sides);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(4 * Theme::grid);
    sides->addWidget(m_mine, 1, Qt::AlignTop);
    sides->addWidget(m_theirs, 1, Qt::AlignTop);
    column->addWidget(m_sentence);
    column->addWidget(m_sides);
    column->addLayout(line);
    m_takeBoth->setAccessibleName(tr("Take both"));
    hide();
}

QPushButton *RivalBar::makeButton(const QString &name, const std::function<void()> &act)
{
    auto *button = new QPushButton(name, this);
    button->setProperty("chip", true);
    button->setAccessibleName(name);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void RivalBar::setPlaces(const std::vector<review::MergeConflict> &places, const QString &text, const QStringList &by,
                         const QString &arrived)
{
    m_places = places;
    m_names.clear();
    for (const review::MergeConflict &place : places)
        m_names.push_back(namesIn(text, place));
    m_current = std::min(m_current, places.empty() ? 0 : places.size() - 1);
    const bool rivals = by.size() > 1;
    //: the names of two people or more, as in "Ana and Lee"
    m_summary = rivals      ? tr("%1 wrote this at the same time").arg(QLocale().createSeparatedList(by))
        : arrived.isEmpty() ? QString()
                            : tr("%1 has written here meanwhile").arg(arrived);
    m_settle->setVisible(places.empty() && rivals);
    setVisible(!places.empty() || !m_summary.isEmpty());
    showPlace();
}

void RivalBar::setReadOnly(bool readOnly)
{
    for (QPushButton *button : {m_settle, m_takeMine, m_takeTheirs, m_takeBoth})
        button->setEnabled(!readOnly);
}

void RivalBar::showPlace()
{
    const bool differs = !m_places.empty();
    m_sides->setVisible(differs);
    m_next->setVisible(m_places.size() > 1);
    for (QPushButton *button : {m_takeMine, m_takeTheirs, m_takeBoth})
        button->setVisible(differs);
    if (!differs) {
        m_sentence->setText(m_summary + QStringLiteral(": ") + tr("merged"));
        return;
    }
    const QString places = m_places.size() == 1 ? tr("1 place differs: choose") : tr("%1 places differ: choose").arg(m_places.size());
    m_sentence->setText(QStringLiteral("▲ ") + (m_summary.isEmpty() ? places : m_summary + QStringLiteral(" · ") + places));
    const auto &[mine, theirs] = m_names[m_current];
    m_mine->setText(tr("%1: %2").arg(mine, shortened(m_places[m_current].mine)));
    m_theirs->setText(tr("%1: %2").arg(theirs, shortened(m_places[m_current].theirs)));
    m_takeMine->setText(tr("Take %1's").arg(mine));
    m_takeTheirs->setText(tr("Take %1's").arg(theirs));
    m_takeMine->setAccessibleName(m_takeMine->text());
    m_takeTheirs->setAccessibleName(m_takeTheirs->text());
}

void RivalBar::step(int by)
{
    if (m_places.empty())
        return;
    const auto count = static_cast<int>(m_places.size());
    m_current = static_cast<size_t>((static_cast<int>(m_current) + by + count) % count);
    showPlace();
    emit sought();
}

} // namespace qd::ui
