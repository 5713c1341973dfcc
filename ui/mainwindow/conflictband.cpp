#include "ui/mainwindow/conflictband.h"

#include "models/core/settling.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/panetitle.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace qd::ui {

ConflictBand::ConflictBand(const PaneContext &context, KeyText keys, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_keys(std::move(keys)),
      m_sentence(new ElidedLabel(context.theme, Colour::Text, Type::Strong, this)),
      m_detail(new ElidedLabel(context.theme, Colour::Dim, Type::Label, this)),
      m_buttons(new QHBoxLayout),
      m_others(new QToolButton(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("band", true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4 * Theme::grid, 2 * Theme::grid, 4 * Theme::grid, 2 * Theme::grid);
    row->setSpacing(2 * Theme::grid);
    auto *words = new QVBoxLayout;
    words->setSpacing(Theme::grid / 2);
    words->addWidget(m_sentence);
    words->addWidget(m_detail);
    row->addLayout(words, 1);
    m_others->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }")); // it has its own beside the words
    m_others->setPopupMode(QToolButton::InstantPopup);
    m_others->setMenu(new QMenu(m_others));
    m_others->setAccessibleName(tr("All that was changed twice"));
    row->addWidget(m_others, 0, Qt::AlignVCenter);
    m_buttons->setSpacing(Theme::grid);
    row->addLayout(m_buttons);
    const IncidentSession &session = context.session;
    for (const auto signal : {&IncidentSession::changed, &IncidentSession::opened, &IncidentSession::asOfChanged})
        connect(&session, signal, this, &ConflictBand::read);
    connect(&context.times, &TimeDisplay::changed, this, &ConflictBand::read);
    read();
}

// While the past is shown there is nothing to settle: a change acts on the record as it is now.
void ConflictBand::read()
{
    std::vector<items::ConflictView> conflicts;
    const auto times = [this](Instant at) { return m_context.times.clock(at); };
    if (m_context.session.hasIncident() && !m_context.session.asOf()) {
        const Incident &incident = m_context.session.incident();
        for (const FieldConflict &conflict : incident.conflicts)
            conflicts.push_back(items::describeConflict(conflict, incident, times));
    }
    if (conflicts == m_conflicts && isHidden() == conflicts.empty())
        return;
    m_conflicts = std::move(conflicts);
    setVisible(!m_conflicts.empty());
    if (m_conflicts.empty())
        return;
    const auto shown = std::find_if(m_conflicts.begin(), m_conflicts.end(), [this](const auto &view) { return view.field == m_field; });
    showConflict(shown == m_conflicts.end() ? 0 : static_cast<size_t>(shown - m_conflicts.begin()));
}

void ConflictBand::showConflict(size_t which)
{
    const items::ConflictView &view = m_conflicts[which];
    m_field = view.field;
    m_sentence->setText(QStringLiteral("⚠ ") + view.sentence);
    m_sentence->setAccessibleName(tr("Conflict: %1").arg(view.sentence));
    m_sentence->setToolTip(view.sentence);
    m_detail->setToolTip(view.detail);
    m_detail->setText(view.detail);
    m_detail->setAccessibleName(view.detail);
    makeButtons(view);
    fillMenu();
    //: of several conflicts, which one is shown
    const QString place = tr("%1 of %2").arg(which + 1).arg(m_conflicts.size());
    m_others->setText(place + QStringLiteral(" ▾"));
    m_others->setAccessibleName(tr("Conflicts %1").arg(place));
    m_others->setToolTip(tr("All that is in conflict; %1 shows the next").arg(m_keys("conflict.next")));
    m_others->setVisible(m_conflicts.size() > 1);
}

void ConflictBand::makeButtons(const items::ConflictView &view)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater(); // it may be the one that was pressed
        delete item;
    }
    for (size_t i = 0; i < view.sides.size(); ++i) {
        const items::ConflictSide &side = view.sides[i];
        const bool last = i + 1 == view.sides.size();
        const QString key = i == 0 ? m_keys("conflict.first") : last ? m_keys("conflict.second") : QString();
        if (i > 0)
            m_buttons->addSpacing(2 * Theme::grid);
        if (!key.isEmpty())
            m_buttons->addWidget(makeKeyCap(key, this), 0, Qt::AlignVCenter);
        auto *button = new QPushButton(QString(side.keep).replace(QLatin1Char('&'), QLatin1String("&&")), this);
        button->setAccessibleName(side.keep);
        button->setAccessibleDescription(side.from);
        button->setAutoDefault(true); // Enter presses it
        connect(button, &QPushButton::clicked, this, [this, event = side.event] { emit settled(keep(event)); });
        m_buttons->addWidget(button);
    }
}

void ConflictBand::fillMenu()
{
    QMenu *menu = m_others->menu();
    menu->clear();
    for (const items::ConflictView &view : m_conflicts) {
        QAction *action = menu->addAction(QString(view.sentence).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(view.field == m_field);
        connect(action, &QAction::triggered, this, [this, field = view.field] {
            m_field = field;
            m_conflicts.clear(); // read anew
            read();
        });
    }
}

void ConflictBand::next()
{
    for (size_t i = 0; i < m_conflicts.size(); ++i) {
        if (m_conflicts[i].field == m_field) {
            showConflict((i + 1) % m_conflicts.size());
            return;
        }
    }
}

Result<EventId> ConflictBand::keepFirst()
{
    return keepSide(true);
}

Result<EventId> ConflictBand::keepLast()
{
    return keepSide(false);
}

Result<EventId> ConflictBand::keepSide(bool first)
{
    for (const items::ConflictView &view : m_conflicts) {
        if (view.field == m_field)
            return keep(first ? view.sides.front().event : view.sides.back().event);
    }
    return refused(tr("Nothing is in conflict here: every value stands alone"));
}

Result<EventId> ConflictBand::keep(const EventId &change)
{
    const Result<Command> command = settle(m_context.session.incident(), m_field, change);
    return command ? m_context.session.submit(*command) : tl::unexpected(command.error());
}

} // namespace qd::ui
