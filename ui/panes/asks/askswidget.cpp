#include "ui/panes/asks/askswidget.h"

#include "models/core/durationtext.h"
#include "models/items/askcards.h"
#include "models/items/quickline.h"
#include "ui/panes/asks/askspane.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/tonelabel.h"

#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

namespace qd::ui {

QWidget *createAsksPane(const PaneContext &context, QWidget *parent)
{
    return new AsksWidget(context, parent);
}

AsksWidget::AsksWidget(const PaneContext &context, QWidget *parent)
    : PaneBase(context, parent),
      m_new(new QLineEdit(this)),
      m_preview(new ToneLabel(theme(), Colour::Dim, Type::Small, this)),
      m_list(new CardList(tr("Asks"), theme(), {}, this))
{
    m_new->setAccessibleName(tr("New ask"));
    m_new->setAccessibleDescription(tr("Who, how long, and what: lee 10m check the replica lag"));
    m_new->setPlaceholderText(tr("lee 10m check the replica lag"));
    m_preview->setContentsMargins(3 * Theme::grid, 0, 3 * Theme::grid, 2 * Theme::grid);
    m_preview->hide();
    completeNames();
    m_nothing = new EmptyState(
        theme(), tr("Nothing is asked of anyone"),
        tr("One person, one thing, one time: write it above and press Enter. The countdown runs here and on the clocks."), this);
    makeBar(page())->addWidget(m_new);
    page()->addWidget(m_preview);
    page()->addWidget(m_list, 1);
    page()->addWidget(m_nothing, 1);
    connect(m_new, &QLineEdit::textChanged, this, &AsksWidget::preview);
    connect(m_new, &QLineEdit::returnPressed, this, &AsksWidget::make);
    connect(m_list, &CardList::chosen, this, &AsksWidget::askAnswer);
    connect(m_list, &CardList::actionPressed, this, &AsksWidget::askAnswer);
    addKeys();
}

// Who comes first on the line: while nothing else stands there, the names of the incident complete it.
void AsksWidget::completeNames()
{
    m_names = new QStringListModel(this);
    auto *completer = new QCompleter(m_names, m_new);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::InlineCompletion);
    m_new->setCompleter(completer);
}

void AsksWidget::addKeys()
{
    const auto add = [this](const QString &text, const QKeySequence &key, void (AsksWidget::*act)(const QString &)) {
        addKey(m_list, text, key, [this, act] { (this->*act)(m_list->currentId()); });
    };
    add(tr("Answer…"), Qt::Key_A, &AsksWidget::askAnswer);
    add(tr("More time…"), Qt::Key_E, &AsksWidget::askExtend);
    add(tr("Drop…"), Qt::Key_D, &AsksWidget::askDrop);
}

void AsksWidget::refresh()
{
    const Incident &incident = session().incident();
    const items::Cards cards = items::askCards(incident, session().clocks(), session().now(), times());
    m_list->setCards(cards);
    m_list->setVisible(!cards.empty());
    m_nothing->setVisible(cards.empty());
    const auto open =
        std::count_if(incident.asks.begin(), incident.asks.end(), [](const Ask &ask) { return ask.state == QLatin1String("open"); });
    const auto late = std::count_if(cards.begin(), cards.end(), [](const items::Card &card) { return card.alarm; });
    QStringList summary;
    if (open > 0)
        summary << tr("%n open", nullptr, static_cast<int>(open));
    if (late > 0)
        summary << tr("%n with its time up", nullptr, static_cast<int>(late));
    setSummary(summary.join(QStringLiteral(", ")));
    QStringList names;
    for (const QString &person : session().knownPeople())
        names << person << QLatin1Char('@') + person;
    m_names->setStringList(names);
}

void AsksWidget::tick(Instant now)
{
    const items::Cards cards = items::askCards(session().incident(), session().clocks(), now, times());
    m_list->renewVisible([&cards](int row) { return cards[static_cast<size_t>(row)]; });
}

void AsksWidget::preview()
{
    const QString line = m_new->text().trimmed();
    m_preview->setVisible(!line.isEmpty());
    const Result<items::AskLine> ask = items::readAskLine(line);
    if (!ask)
        m_preview->setText(ask.error().sentence);
    else if (ask->within)
        m_preview->setText(tr("%1 has %2: %3").arg(ask->who, spokenDuration(*ask->within), ask->text));
    else
        m_preview->setText(tr("%1, without a time: %2").arg(ask->who, ask->text));
}

void AsksWidget::make()
{
    const Result<items::AskLine> ask = items::readAskLine(m_new->text());
    if (!ask)
        say(QStringLiteral("✕ ") + ask.error().sentence, Colour::Critical);
    else if (submit(command::MakeAsk{ask->who, ask->text, ask->within, {}}))
        m_new->clear();
}

void AsksWidget::askAnswer(const QString &ask)
{
    const auto answer = [this, ask](const QStringList &answers) {
        return tell(command::AnswerAsk{EventId::fromString(ask), answers.value(0), QStringLiteral("done"), {}});
    };
    m_list->ask(ask, {tr("What is the answer?"), tr("Done"), {{.name = tr("Answer")}}, answer});
}

void AsksWidget::askExtend(const QString &ask)
{
    const auto extend = [this, ask](const QStringList &answers) -> Result<void> {
        const std::optional<Duration> more = readDuration(answers.value(0));
        if (!more)
            return failure(ErrorCode::Usage, tr("'%1' is no length of time; write 10m or 1h30m").arg(answers.value(0)));
        return tell(command::AnswerAsk{EventId::fromString(ask), answers.value(1), QStringLiteral("extended"), more});
    };
    m_list->ask(ask,
                {tr("How much longer, from now?"),
                 tr("Give time"),
                 {{.name = tr("Length"), .value = QStringLiteral("10m"), .width = 6}, {.name = tr("Why")}},
                 extend});
}

void AsksWidget::askDrop(const QString &ask)
{
    const auto drop = [this, ask](const QStringList &answers) {
        return tell(command::AnswerAsk{EventId::fromString(ask), answers.value(0), QStringLiteral("dropped"), {}});
    };
    m_list->ask(ask, {tr("Why is it no longer needed?"), tr("Drop"), {{.name = tr("Reason")}}, drop});
}

void AsksWidget::perform(const QString &verb, const QVariant &about)
{
    refreshNow();
    if (verb == QLatin1String("new")) {
        m_new->setFocus();
        return;
    }
    m_list->setCurrentId(about.toString());
    if (about.toString().isEmpty() && !m_list->hasFocus())
        m_list->setCurrentIndex(m_list->cardModel().index(0)); // the one that is due first
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    if (verb == QLatin1String("answer"))
        askAnswer(m_list->currentId());
    else if (verb == QLatin1String("extend"))
        askExtend(m_list->currentId());
    else if (verb == QLatin1String("drop"))
        askDrop(m_list->currentId());
    else
        (m_list->currentIndex().isValid() ? static_cast<QWidget *>(m_list) : m_new)->setFocus();
}

} // namespace qd::ui
