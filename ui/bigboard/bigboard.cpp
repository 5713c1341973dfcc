#include "ui/bigboard/bigboard.h"

#include "ui/bigboard/bigboardpainter.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

namespace qd::ui {

BigBoard::BigBoard(const PaneContext &context, QWidget *window) : QWidget(window, Qt::Window), m_context(context)
{
    setAccessibleName(tr("Big board"));
    setCursor(Qt::BlankCursor);
    connect(&context.session, &IncidentSession::opened, this, &BigBoard::refresh);
    connect(&context.session, &IncidentSession::changed, this, &BigBoard::refresh);
    connect(&context.session, &IncidentSession::clocksChanged, this, &BigBoard::refresh);
    connect(&context.session, &IncidentSession::ticked, this, [this] { refreshAt(m_context.session.now()); });
    connect(&context.times, &TimeDisplay::changed, this, &BigBoard::refresh);
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BigBoard::toggle()
{
    if (isVisible()) {
        close();
        return;
    }
    QScreen *own = parentWidget()->screen();
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other = std::find_if(screens.begin(), screens.end(), [own](const QScreen *screen) { return screen != own; });
    showOn(other == screens.end() ? own : *other);
}

void BigBoard::toNextScreen()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    const qsizetype at = screens.indexOf(isVisible() ? screen() : parentWidget()->screen());
    showOn(screens.value((at + 1) % std::max<qsizetype>(screens.size(), 1), parentWidget()->screen()));
}

// On another screen than the window's it leaves the focus to the window.
void BigBoard::showOn(QScreen *screen)
{
    const bool isAlone = screen == parentWidget()->screen();
    if (isVisible())
        showNormal();
    setAttribute(Qt::WA_ShowWithoutActivating, !isAlone);
    setScreen(screen);
    setGeometry(screen->geometry());
    showFullScreen();
    if (isAlone)
        activateWindow();
    else
        parentWidget()->activateWindow();
}

void BigBoard::refresh()
{
    refreshAt(m_context.session.now());
}

void BigBoard::refreshAt(Instant now)
{
    if (!isVisible())
        return;
    BigBoardFacts facts = bigBoardFacts(m_context.session, now, [this](Instant at) { return m_context.times.clock(at); });
    facts.zone = m_context.times.zoneName();
    if (facts == m_facts)
        return;
    m_facts = std::move(facts);
    setWindowTitle(tr("Quarterdeck: big board, %1 %2").arg(m_facts.ref, m_facts.title));
    update();
}

void BigBoard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBigBoard(painter, QSizeF(size()), m_facts, m_context.theme);
}

void BigBoard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void BigBoard::mouseDoubleClickEvent(QMouseEvent *)
{
    close();
}

void BigBoard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    setAccessibleDescription(m_facts.spoken); // as it is when somebody comes to it: not read out each second
    emit shown(true);
}

void BigBoard::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        emit shown(false);
}

} // namespace qd::ui
