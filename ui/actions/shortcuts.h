#pragma once
// The keys of the actions as this person has them: those of the table, and what was changed. Only changes are stored.

#include "models/core/result.h"
#include "models/settings/settings.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>

namespace qd::ui {

struct ActionRow;

class Shortcuts : public QObject
{
    Q_OBJECT

public:
    explicit Shortcuts(Settings &settings, QObject *parent = nullptr); // a stored change that would clash is passed over

    [[nodiscard]] QKeySequence key(const ActionRow &action) const;
    [[nodiscard]] QString text(const ActionRow &action) const; // as it stands on this machine's keyboards
    [[nodiscard]] bool isChanged(const ActionRow &action) const;
    [[nodiscard]] bool anyChanged() const { return !m_changed.isEmpty(); }

    // Refused where another action has the key, with a sentence that names it, or where the window needs it. An empty key is none.
    [[nodiscard]] Result<void> set(const ActionRow &action, const QKeySequence &key);
    [[nodiscard]] Result<void> reset(const ActionRow &action); // refused where its own key has gone to another action meanwhile
    void resetAll();

signals:
    void changed();

private:
    [[nodiscard]] Result<void> check(const ActionRow &action, const QKeySequence &key) const;
    void store();

    Settings &m_settings;
    QHash<QString, QKeySequence> m_changed; // by the action's id
    QStringList m_unknown;                  // of a newer version: kept as they are
};

} // namespace qd::ui
