#pragma once
// Which perspective the window is in, and where the docks stand in each: the four of the table, and those that a person has saved.

#include "ui/mainwindow/layoutmemory.h"
#include "models/core/result.h"

#include <QObject>
#include <QStringList>

class QMainWindow;

namespace qd::ui {

class LazyDock;

class PerspectiveKeeper : public QObject
{
    Q_OBJECT

public:
    PerspectiveKeeper(QMainWindow &window, const QHash<QString, LazyDock *> &docks, const QByteArray &blob);

    void use(const QString &id); // of the table, or of an own one; an unknown one is "command". Before begin(): for when it comes
    void begin();                // the docks are made
    void putBack();              // as the perspective was at first
    [[nodiscard]] QString current() const { return m_layout.perspective; }

    [[nodiscard]] static QString ownId(const QString &name);
    [[nodiscard]] QStringList own() const { return m_layout.own; } // names, in the order in which they were saved
    [[nodiscard]] QString currentOwn() const;                      // empty: in one of the table
    [[nodiscard]] Result<void> save(const QString &name);          // where the docks stand now; one of that name is replaced
    void remove(const QString &name);

    [[nodiscard]] QByteArray blob(); // for the settings
    void useBlob(const QByteArray &blob);

signals:
    void ownChanged();
    void used();

private:
    void keepState();
    void apply(const QString &id);

    QMainWindow &m_window;
    const QHash<QString, LazyDock *> &m_docks;
    LayoutMemory m_layout;
    bool m_begun = false;
};

} // namespace qd::ui
