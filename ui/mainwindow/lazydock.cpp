#include "ui/mainwindow/lazydock.h"

#include "ui/widgets/panetitle.h"

#include <QCoreApplication>
#include <QToolButton>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

class Holder : public QWidget // asks for the size that the perspective gives it, whatever is in it
{
public:
    using QWidget::QWidget;
    QSize wanted;
    [[nodiscard]] QSize sizeHint() const override { return wanted.isValid() ? wanted : QWidget::sizeHint(); }
};

class NoTitle : public QWidget
{
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize sizeHint() const override { return {0, 0}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }
};

} // namespace

LazyDock::LazyDock(const PaneDescriptor &descriptor, const PaneContext &context, QWidget *parent)
    : QDockWidget(parent),
      m_descriptor(descriptor),
      m_context(context),
      m_holder(new Holder(this))
{
    setObjectName(QLatin1String(descriptor.id));
    setWindowTitle(QCoreApplication::translate("Panes", descriptor.title));
    auto *layout = new QVBoxLayout(m_holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (descriptor.area == Qt::BottomDockWidgetArea) // as high as its pane: a line that grows, and shrinks again
        layout->setSizeConstraint(QLayout::SetMinAndMaxSize);
    setWidget(m_holder);
    makeTitle();
}

void LazyDock::makeTitle()
{
    if (m_descriptor.area == Qt::BottomDockWidgetArea) { // the scribe's line needs no name
        setTitleBarWidget(new NoTitle(this));
        setFeatures(DockWidgetClosable);
        return;
    }
    m_title = new PaneTitle(m_context.theme, windowTitle(), this);
    auto *close = new QToolButton(m_title);
    close->setAccessibleName(tr("Close %1").arg(windowTitle()));
    close->setToolTip(close->accessibleName());
    close->setFocusPolicy(Qt::NoFocus);
    close->setProperty("mode", true);
    const auto dress = [this, close] { close->setIcon(m_context.theme.icon(QStringLiteral("close"), Colour::Faint)); };
    close->setIconSize({10, 10});
    dress();
    connect(&m_context.theme, &Theme::changed, close, dress);
    connect(close, &QToolButton::clicked, this, &QWidget::close);
    m_title->addWidget(close);
    setTitleBarWidget(m_title);
}

QWidget *LazyDock::pane()
{
    if (m_pane)
        return m_pane;
    m_pane = m_descriptor.create(m_context, m_holder);
    m_holder->layout()->addWidget(m_pane);
    if (m_title) {
        connect(m_pane, &QWidget::windowTitleChanged, m_title, &PaneTitle::setSummary);
        m_title->setSummary(m_pane->windowTitle());
    }
    return m_pane;
}

void LazyDock::reach()
{
    show();
    raise();
    pane();
}

void LazyDock::toggleFloating()
{
    if (!(features() & DockWidgetFloatable))
        return;
    QWidget *focused = focusWidget();
    setFloating(!isFloating());
    activateWindow();
    if (focused)
        focused->setFocus();
}

void LazyDock::setWantedSize(const QSize &size)
{
    static_cast<Holder *>(m_holder)->wanted = size;
    m_holder->setMinimumWidth(std::min(size.width(), 55 * Theme::grid));
    m_holder->updateGeometry();
}

void LazyDock::showEvent(QShowEvent *event)
{
    pane();
    QDockWidget::showEvent(event);
}

} // namespace qd::ui
