#pragma once
// quarterdeck [--db FILE] [--as NAME] [INCIDENT], and what pictures and measurements need.

#include "models/core/result.h"

#include <QSize>
#include <QStringList>

namespace qd {

struct Options
{
    QString database;
    QString author;
    QString incident;
    QString screenshot; // a PNG is written there, and the program ends
    QString part;       // of the window, that the picture is of; empty: all of it
    QSize size;
    QString theme;       // dark, light or contrast; empty: as last time
    QString perspective; // empty: as last time
    bool untilPainted = false;
    bool untilShown = false;
    bool help = false;
    bool version = false;
};

[[nodiscard]] Result<Options> readOptions(const QStringList &arguments);
[[nodiscard]] QString usageText();

} // namespace qd
