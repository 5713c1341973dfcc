#include "ui/panes/hypotheses/hypotheseswidget.h"

#include "models/items/hypothesiscards.h"
#include "ui/panes/hypotheses/hypothesespane.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"

#include <QLineEdit>

namespace qd::ui {

QWidget *createHypothesesPane(const PaneContext &context, QWidget *parent)
{
    return new HypothesesWidget(context, parent);
}

HypothesesWidget::HypothesesWidget(const PaneContext &context, QWidget *parent)
    : PaneBase(context, parent),
      m_new(new QLineEdit(this)),
      m_list(new CardList(tr("Hypotheses"), theme(), {.wraps = true, .value = Type::Label}, this))
{
    m_new->setAccessibleName(tr("New hypothesis"));
    m_new->setPlaceholderText(tr("What may be the cause?"));
    m_nothing = new EmptyState(theme(), tr("Nobody has named a cause yet"),
                               tr("Write a suspicion above, or in the scribe's line with a question mark first. Once it is tested, "
                                  "Y confirms it and N rules it out, so that nobody tries it twice."),
                               this);
    makeBar(page())->addWidget(m_new);
    page()->addWidget(m_list, 1);
    page()->addWidget(m_nothing, 1);
    connect(m_new, &QLineEdit::returnPressed, this, &HypothesesWidget::make);
    connect(m_list, &CardList::chosen, this,
            [this](const QString &entry) { this->context().invoke(QStringLiteral("timeline.details"), entry); });
    addKeys();
}

void HypothesesWidget::addKeys()
{
    const auto add = [this](const QString &text, Qt::Key key, const QString &state) {
        addKey(m_list, text, key, [this, state] { askSettle(m_list->currentId(), state); });
    };
    add(tr("Confirm…"), Qt::Key_Y, QStringLiteral("confirmed"));
    add(tr("Rule out…"), Qt::Key_N, QStringLiteral("ruled-out"));
    add(tr("Open again"), Qt::Key_O, QStringLiteral("open"));
}

void HypothesesWidget::refresh()
{
    const items::Cards cards = items::hypothesisCards(session().incident(), session().now(), times());
    m_list->setCards(cards);
    m_list->setVisible(!cards.empty());
    m_nothing->setVisible(cards.empty());
    const int open = items::openHypotheses(session().incident());
    setSummary(open > 0 ? tr("%n open", nullptr, open) : QString());
}

void HypothesesWidget::tick(Instant now)
{
    const items::Cards cards = items::hypothesisCards(session().incident(), now, times());
    if (cards.size() == m_list->cardModel().cards().size())
        m_list->renewVisible([&cards](int row) { return cards[static_cast<size_t>(row)]; });
}

void HypothesesWidget::make()
{
    command::LogEntry entry;
    entry.text = m_new->text().trimmed();
    entry.kind = QStringLiteral("hypothesis");
    if (!entry.text.isEmpty() && submit(entry))
        m_new->clear();
}

void HypothesesWidget::askSettle(const QString &entry, const QString &state)
{
    const EventId id = EventId::fromString(entry);
    if (id.isNull())
        return;
    if (state == QLatin1String("open")) {
        submit(command::SettleHypothesis{id, state, {}});
        return;
    }
    const bool confirmed = state == QLatin1String("confirmed");
    const auto settle = [this, id, state](const QStringList &answers) {
        return tell(command::SettleHypothesis{id, state, answers.value(0)});
    };
    m_list->ask(entry,
                {confirmed ? tr("What shows that it is so? (may stay empty)") : tr("What rules it out? (may stay empty)"),
                 confirmed ? tr("Confirm") : tr("Rule out"),
                 {{.name = tr("Note")}},
                 settle});
}

void HypothesesWidget::perform(const QString &verb, const QVariant &)
{
    refreshNow();
    if (verb == QLatin1String("new") || m_list->cardModel().cards().empty()) {
        m_new->setFocus();
        return;
    }
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    m_list->setFocus();
}

} // namespace qd::ui
