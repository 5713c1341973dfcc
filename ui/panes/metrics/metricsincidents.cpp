#include "ui/panes/metrics/metricsincidents.h"

#include "models/core/durationtext.h"
#include "models/items/words.h"
#include "ui/panes/metrics/metricscharts.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/tonelabel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Metrics", text);
}

items::Card cardOf(const review::Measured &one)
{
    items::Card card;
    card.id = one.id.toString();
    card.kicker = (one.severity.isEmpty() ? words("Severity unknown") : one.severity) + QStringLiteral("  ") + one.ref;
    card.rank = one.rank;
    card.title = one.detail;
    const std::optional<Duration> &length = one.length(review::Measure::Resolve).value;
    card.value = length ? spokenDuration(*length) : items::statusWord(one.status);
    QStringList detail{one.date.isValid() ? QLocale().toString(one.date, QLocale::ShortFormat) : words("day not known"), one.type,
                       one.services.join(QStringLiteral(", "))};
    detail.removeAll(QString());
    card.detail = detail.join(QStringLiteral(" · "));
    if (one.drill)
        card.marks << words("drill");
    card.spoken = QStringList{card.kicker, card.title, card.detail, card.value}.join(QStringLiteral(", "));
    return card;
}

} // namespace

MetricsIncidents::MetricsIncidents(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_what(new ToneLabel(theme, Colour::Dim, Type::Label, this)),
      m_list(new CardList(tr("Incidents counted"), theme, {.columns = false, .value = Type::Strong}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(3 * Theme::grid, Theme::grid, 2 * Theme::grid, Theme::grid);
    auto *close = new QToolButton(this);
    close->setAccessibleName(tr("Close the list"));
    close->setToolTip(close->accessibleName());
    close->setIconSize({10, 10});
    const auto dress = [this, close] { close->setIcon(m_theme.icon(QStringLiteral("close"), Colour::Faint)); };
    dress();
    connect(&theme, &Theme::changed, close, dress);
    connect(close, &QToolButton::clicked, this, &MetricsIncidents::closed);
    bar->addWidget(m_what, 1);
    bar->addWidget(close);
    column->addLayout(bar);
    column->addWidget(m_list, 1);
    m_list->setAccessibleDescription(tr("Enter opens the incident, Escape goes back"));
    m_list->installEventFilter(this);
    connect(m_list, &CardList::chosen, this, &MetricsIncidents::opened);
}

void MetricsIncidents::show(const MetricsPage &page, const QString &what, const review::Members &places)
{
    items::Cards cards;
    for (const int place : places)
        cards.push_back(cardOf(page.incident(place)));
    std::reverse(cards.begin(), cards.end()); // the latest first
    m_what->setText(tr("%1: %2").arg(incidentCount(static_cast<int>(places.size())), what));
    m_list->setCards(cards);
    m_list->setCurrentIndex(m_list->cardModel().index(0));
    setVisible(true);
}

bool MetricsIncidents::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        emit closed();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void MetricsIncidents::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_theme.colour(Colour::Line));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace qd::ui
