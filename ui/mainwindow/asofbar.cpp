#include "ui/mainwindow/asofbar.h"

#include "models/core/kinds.h"
#include "ui/widgets/tonelabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QSlider>

namespace qd::ui {
namespace {

constexpr int bandHeight = 48;
constexpr int steps = 10000; // of the slider, over the whole time of the incident

bool isKeyMoment(const Event &event)
{
    static const QStringList kinds{QLatin1String(kinds::severityChanged), QLatin1String(kinds::statusChanged),
                                   QLatin1String(kinds::declared)};
    return kinds.contains(event.kind)
        || (event.kind == QLatin1String(kinds::entryLogged) && event.body[QLatin1String("kind")] == QLatin1String("decision"));
}

} // namespace

AsOfBar::AsOfBar(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_words(new ToneLabel(context.theme, Colour::Text, Type::Strong, this))
{
    setFixedHeight(bandHeight);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("band", true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4 * Theme::grid, 0, 4 * Theme::grid, 0);
    row->setSpacing(4 * Theme::grid);
    auto *back = new QPushButton(tr("Return to now"), this);
    back->setToolTip(tr("Escape"));
    m_slider->setRange(0, steps);
    m_slider->setMinimumHeight(32);
    m_slider->installEventFilter(this);
    m_slider->setAccessibleDescription(
        tr("Left and Right go from event to event, Page Up and Page Down between the turning points, Escape back to now"));
    m_words->setWordWrap(false);
    row->addWidget(m_words);
    row->addWidget(m_slider, 1);
    row->addWidget(back);
    connect(back, &QPushButton::clicked, this, &AsOfBar::leave);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        if (m_moments.size() < 2)
            return;
        const Duration whole = m_moments.back() - m_moments.front();
        m_context.session.showAsOf(m_moments.front() + Duration(whole.count() * value / steps));
    });
    connect(&context.session, &IncidentSession::asOfChanged, this, &AsOfBar::describe);
    connect(&context.session, &IncidentSession::opened, this, &QWidget::hide);
    connect(&context.times, &TimeDisplay::changed, this, &AsOfBar::describe);
    describe();
    hide();
}

void AsOfBar::readEvents()
{
    m_moments.clear();
    m_keyMoments.clear();
    for (const Event &event : m_context.session.events()) {
        m_moments.push_back(event.recordedAt);
        if (isKeyMoment(event))
            m_keyMoments.push_back(event.recordedAt);
    }
    for (std::vector<Instant> *moments : {&m_moments, &m_keyMoments}) {
        std::sort(moments->begin(), moments->end());
        moments->erase(std::unique(moments->begin(), moments->end()), moments->end());
    }
}

void AsOfBar::open()
{
    readEvents();
    if (m_moments.empty())
        return;
    show();
    m_slider->setFocus();
    go(m_moments.back());
}

void AsOfBar::leave()
{
    hide();
    m_context.session.showAsOf({});
    emit left();
}

void AsOfBar::go(Instant to)
{
    const QSignalBlocker quiet(m_slider);
    const Duration whole = m_moments.back() - m_moments.front();
    m_slider->setValue(whole.count() > 0 ? static_cast<int>((to - m_moments.front()).count() * steps / whole.count()) : steps);
    m_context.session.showAsOf(to);
}

void AsOfBar::step(int by, bool keyOnly)
{
    const std::vector<Instant> &moments = keyOnly ? m_keyMoments : m_moments;
    const Instant here = m_context.session.asOf().value_or(m_moments.back());
    const auto next =
        by > 0 ? std::upper_bound(moments.begin(), moments.end(), here) : std::lower_bound(moments.begin(), moments.end(), here);
    if (by > 0 && next != moments.end())
        go(*next);
    else if (by < 0 && next != moments.begin())
        go(*std::prev(next));
}

void AsOfBar::describe()
{
    const std::optional<Instant> at = m_context.session.asOf();
    const QString words = at ? tr("As known at %1").arg(m_context.times.exact(*at)) : tr("As it is now");
    m_words->setText(words);
    m_slider->setAccessibleName(at ? tr("As of %1").arg(m_context.times.exact(*at)) : tr("As of now"));
}

void AsOfBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void AsOfBar::paintMarks()
{
    if (m_moments.size() < 2)
        return;
    QPainter painter(m_slider);
    const Duration whole = m_moments.back() - m_moments.front();
    for (const Instant moment : m_keyMoments) {
        const auto x = static_cast<int>(7 + (moment - m_moments.front()).count() * (m_slider->width() - 14) / whole.count()) - 1;
        painter.fillRect(x, m_slider->height() / 2 + 10, 2, 4, m_context.theme.colour(Colour::Dim));
    }
}

bool AsOfBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        watched->event(event); // the slider first, the marks of the turning points below it
        watched->installEventFilter(this);
        paintMarks();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Left: step(-1, false); return true;
    case Qt::Key_Right: step(1, false); return true;
    case Qt::Key_PageUp: step(-1, true); return true;
    case Qt::Key_PageDown: step(1, true); return true;
    case Qt::Key_Home: go(m_moments.front()); return true;
    case Qt::Key_End: go(m_moments.back()); return true;
    default: return QWidget::eventFilter(watched, event);
    }
}

} // namespace qd::ui
