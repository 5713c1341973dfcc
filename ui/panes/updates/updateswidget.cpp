#include "ui/panes/updates/updateswidget.h"

#include "models/items/updatecards.h"
#include "ui/panes/updates/updateeditor.h"
#include "ui/panes/updates/updatespane.h"
#include "ui/widgets/cardlist.h"

namespace qd::ui {

QWidget *createUpdatesPane(const PaneContext &context, QWidget *parent)
{
    return new UpdatesWidget(context, parent);
}

UpdatesWidget::UpdatesWidget(const PaneContext &context, QWidget *parent)
    : PaneBase(context, parent),
      m_list(new CardList(tr("Updates"), theme(), {.value = Type::Strong}, this)),
      m_editor(new UpdateEditor(context, this))
{
    m_list->growWithContent(60 * Theme::grid);
    page()->addWidget(m_list);
    page()->addWidget(m_editor, 1);
    connect(m_list, &CardList::currentChangedTo, this, &UpdatesWidget::choose);
    connect(m_list, &CardList::chosen, m_editor, &UpdateEditor::takeFocus);
    connect(m_editor, &UpdateEditor::refused, this,
            [this](const QString &sentence) { say(QStringLiteral("✕ ") + sentence, Colour::Critical); });
    connect(m_editor, &UpdateEditor::sent, this,
            [this](const QString &audience) { say(tr("✓ Copied, and logged as sent to %1").arg(nameOf(audience)), Colour::Good); });
}

// What was typed is kept while everything that it goes through still stands.
UpdatesWidget::~UpdatesWidget()
{
    m_editor->saveDraft();
    m_editor->forget();
}

void UpdatesWidget::incidentOpened()
{
    m_begun = false;
    m_editor->forget();
}

void UpdatesWidget::refresh()
{
    const Incident &incident = session().incident();
    m_list->setCards(items::audienceCards(incident, session().clocks(), session().now(), times()));
    if (!std::exchange(m_begun, true) || !m_list->currentIndex().isValid())
        m_list->setCurrentId(mostUrgent());
    choose(m_list->currentId());
    m_editor->refresh();
    setSummary(incident.updates.empty() ? QString() : tr("%n sent", nullptr, static_cast<int>(incident.updates.size())));
}

void UpdatesWidget::tick(Instant now)
{
    const items::Cards cards = items::audienceCards(session().incident(), session().clocks(), now, times());
    m_list->renewVisible([&cards](int row) { return cards[static_cast<size_t>(row)]; });
}

QString UpdatesWidget::mostUrgent() const
{
    for (const clocks::Countdown &clock : session().clocks()) {
        if (clock.kind == QLatin1String("update") && clock.isOpen())
            return clock.subject;
    }
    const auto &audiences = session().incident().rules.audiences;
    return audiences.empty() ? QString() : audiences.front().id;
}

QString UpdatesWidget::nameOf(const QString &audience) const
{
    const int row = m_list->cardModel().rowOf(audience);
    return row < 0 ? audience : m_list->cardModel().cards()[static_cast<size_t>(row)].title;
}

void UpdatesWidget::choose(const QString &audience)
{
    if (!audience.isEmpty())
        m_editor->setAudience(audience);
}

void UpdatesWidget::perform(const QString &verb, const QVariant &about)
{
    refreshNow();
    const QString audience = about.toString();
    if (verb == QLatin1String("approve")) { // what is being read, not what is due first
        if (!audience.isEmpty())
            m_list->setCurrentId(audience);
        m_editor->approve();
        return;
    }
    if (verb == QLatin1String("nextplace")) {
        if (!m_editor->goToNextPlace())
            say(tr("Every place has its value"));
        return;
    }
    m_list->setCurrentId(audience.isEmpty() ? mostUrgent() : audience);
    if (verb == QLatin1String("write"))
        m_editor->takeFocus();
    else
        m_list->setFocus();
}

} // namespace qd::ui
