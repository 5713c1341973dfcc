#include "ui/mainwindow/perspectivekeeper.h"

#include "ui/mainwindow/lazydock.h"
#include "ui/mainwindow/perspectives.h"

#include <QGuiApplication>
#include <QMainWindow>
#include <QScreen>
#include <QTimer>

namespace qd::ui {
namespace {

const QString ownPrefix = QStringLiteral("own:");

// A dock that stood on a screen that is gone comes to the window's, as far as it fits.
void bringIntoView(const QMainWindow &window, QDockWidget &dock)
{
    const QRect frame = dock.frameGeometry();
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QRect seen = screen->availableGeometry().intersected(frame);
        if (seen.width() >= std::min(frame.width(), 30 * Theme::grid) && seen.height() >= std::min(frame.height(), 15 * Theme::grid))
            return;
    }
    const QRect room = window.screen()->availableGeometry();
    dock.resize(dock.size().boundedTo(room.size()));
    dock.move(std::clamp(frame.x(), room.left(), std::max(room.left(), room.right() + 1 - dock.width())),
              std::clamp(frame.y(), room.top(), std::max(room.top(), room.bottom() + 1 - dock.height())));
}

} // namespace

PerspectiveKeeper::PerspectiveKeeper(QMainWindow &window, const QHash<QString, LazyDock *> &docks, const QByteArray &blob)
    : QObject(&window),
      m_window(window),
      m_docks(docks),
      m_layout(LayoutMemory::unpack(blob))
{
}

QString PerspectiveKeeper::ownId(const QString &name)
{
    return ownPrefix + name;
}

QString PerspectiveKeeper::currentOwn() const
{
    return current().startsWith(ownPrefix) ? current().mid(ownPrefix.size()) : QString();
}

void PerspectiveKeeper::use(const QString &id)
{
    const bool known = findPerspective(id) || (id.startsWith(ownPrefix) && own().contains(id.mid(ownPrefix.size())));
    const QString wanted = known ? id : QStringLiteral("command");
    if (m_begun) {
        keepState();
        apply(wanted);
    } else {
        m_layout.perspective = wanted;
    }
}

void PerspectiveKeeper::begin()
{
    m_begun = true;
    const bool known = findPerspective(current()) || own().contains(currentOwn());
    apply(known ? current() : QStringLiteral("command"));
}

void PerspectiveKeeper::putBack()
{
    if (!m_begun)
        return;
    if (currentOwn().isEmpty()) // an own one is put back to where it was saved: it has no other first
        m_layout.states.remove(current());
    else
        m_layout.states.insert(current(), m_layout.states.value(ownId(currentOwn()) + QStringLiteral("/saved")));
    apply(current());
}

void PerspectiveKeeper::apply(const QString &id)
{
    m_layout.perspective = id;
    const Perspective *fromTable = findPerspective(id);
    const Perspective &first = fromTable ? *fromTable : allPerspectives().front();
    arrange(m_window, m_docks, first);
    if (const QByteArray state = m_layout.states.value(id); !state.isEmpty() && m_window.restoreState(state)) {
        for (LazyDock *dock : m_docks) {
            if (dock->isFloating())
                bringIntoView(m_window, *dock);
        }
    } else {
        QTimer::singleShot(0, &m_window, [this, &first] { giveSizes(m_window, m_docks, first); });
    }
    emit used();
}

void PerspectiveKeeper::keepState()
{
    if (m_begun)
        m_layout.states.insert(current(), m_window.saveState());
}

Result<void> PerspectiveKeeper::save(const QString &name)
{
    const QString wanted = name.simplified();
    if (wanted.isEmpty())
        return refused(tr("A perspective needs a name, such as \"Wall and phone\""));
    if (findPerspective(wanted.toLower()))
        return refused(tr("%1 is the name of a perspective that is built in: choose another").arg(wanted));
    m_layout.perspective = ownId(wanted);
    keepState();
    m_layout.states.insert(current() + QStringLiteral("/saved"), m_layout.states.value(current()));
    if (!own().contains(wanted))
        m_layout.own << wanted;
    emit ownChanged();
    return {};
}

void PerspectiveKeeper::remove(const QString &name)
{
    const bool isCurrent = currentOwn() == name;
    m_layout.own.removeAll(name);
    m_layout.states.remove(ownId(name));
    m_layout.states.remove(ownId(name) + QStringLiteral("/saved"));
    if (isCurrent) // the docks stay where they are, under a name that there is
        m_layout.perspective = QStringLiteral("command");
    emit ownChanged();
}

QByteArray PerspectiveKeeper::blob()
{
    keepState();
    return m_layout.pack();
}

void PerspectiveKeeper::useBlob(const QByteArray &blob)
{
    m_layout = LayoutMemory::unpack(blob);
    emit ownChanged();
    if (m_begun)
        begin();
}

} // namespace qd::ui
