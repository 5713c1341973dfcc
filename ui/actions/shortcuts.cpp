#include "ui/actions/shortcuts.h"

#include "ui/actions/actions.h"

namespace qd::ui {
namespace {

// What a list, a field or a question lives on, wherever the focus is.
bool isNeeded(const QKeySequence &key, ActionScope scope)
{
    static const QList<int> always{Qt::Key_Escape, Qt::Key_Tab,  Qt::Key_Backtab, Qt::Key_Up,
                                   Qt::Key_Down,   Qt::Key_Left, Qt::Key_Right,   Qt::Key_Space};
    static const QList<int> answers{Qt::Key_Return, Qt::Key_Enter};
    const QKeyCombination pressed = key[0];
    if (pressed.keyboardModifiers() != Qt::NoModifier && pressed.keyboardModifiers() != Qt::ShiftModifier)
        return false;
    return always.contains(pressed.key()) || (scope == ActionScope::Window && answers.contains(pressed.key()));
}

// "incident.declare=Ctrl+N"; a key may itself be "="
std::pair<QString, QString> split(const QString &stored)
{
    return {stored.section(QLatin1Char('='), 0, 0), stored.section(QLatin1Char('='), 1)};
}

} // namespace

Shortcuts::Shortcuts(Settings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    QHash<QString, QKeySequence> wanted;
    for (const QString &stored : settings.value(Key::Shortcuts).toStringList()) {
        const auto [id, key] = split(stored);
        if (findAction(id))
            wanted.insert(id, QKeySequence(key, QKeySequence::PortableText));
        else
            m_unknown << stored;
    }
    m_changed = wanted; // together: two actions may have swapped their keys
    for (auto one = wanted.cbegin(); one != wanted.cend(); ++one) {
        if (!check(*findAction(one.key()), one.value()))
            m_changed.remove(one.key());
    }
}

QKeySequence Shortcuts::key(const ActionRow &action) const
{
    const auto own = m_changed.constFind(QLatin1String(action.id));
    return own != m_changed.cend() ? *own : QKeySequence(QLatin1String(action.shortcut), QKeySequence::PortableText);
}

QString Shortcuts::text(const ActionRow &action) const
{
    return key(action).toString(QKeySequence::NativeText);
}

bool Shortcuts::isChanged(const ActionRow &action) const
{
    return m_changed.contains(QLatin1String(action.id));
}

Result<void> Shortcuts::check(const ActionRow &action, const QKeySequence &wanted) const
{
    if (wanted.isEmpty())
        return {};
    const QString name = wanted.toString(QKeySequence::NativeText);
    if (wanted.count() > 1)
        return refused(tr("'%1' is several keys one after the other: one key, with Ctrl, Shift or Alt, is enough").arg(name));
    if (isNeeded(wanted, action.scope))
        return refused(tr("%1 is needed to move about in the window").arg(name));
    for (const ActionRow &other : allActions()) {
        if (qstrcmp(other.id, action.id) != 0 && scopesMeet(other.scope, action.scope) && key(other) == wanted)
            return refused(tr("%1 already means \"%2\": give that another key first").arg(name, actionText(other)));
    }
    return {};
}

Result<void> Shortcuts::set(const ActionRow &action, const QKeySequence &wanted)
{
    if (const Result<void> possible = check(action, wanted); !possible)
        return possible;
    const QString id = QLatin1String(action.id);
    if (wanted == QKeySequence(QLatin1String(action.shortcut), QKeySequence::PortableText))
        m_changed.remove(id);
    else
        m_changed.insert(id, wanted);
    store();
    return {};
}

Result<void> Shortcuts::reset(const ActionRow &action)
{
    return set(action, QKeySequence(QLatin1String(action.shortcut), QKeySequence::PortableText));
}

void Shortcuts::resetAll()
{
    m_changed.clear();
    store();
}

void Shortcuts::store()
{
    QStringList rows = m_unknown;
    for (auto one = m_changed.cbegin(); one != m_changed.cend(); ++one)
        rows << one.key() + QLatin1Char('=') + one.value().toString(QKeySequence::PortableText);
    rows.sort();
    m_settings.set(Key::Shortcuts, rows);
    emit changed();
}

} // namespace qd::ui
