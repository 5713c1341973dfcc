#pragma once
// Where the docks stand, for each perspective, as one blob that the settings keep.

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace qd::ui {

struct LayoutMemory
{
    QString perspective = QStringLiteral("command");
    QHash<QString, QByteArray> states; // of QMainWindow, by perspective
    QStringList own;                   // names of the perspectives that a person has saved

    [[nodiscard]] QByteArray pack() const;
    [[nodiscard]] static LayoutMemory unpack(const QByteArray &blob); // an unreadable one is as none
};

} // namespace qd::ui
