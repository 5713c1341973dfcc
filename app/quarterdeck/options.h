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
    QSize size;
    QString theme;       // dark or light; empty: as last time
    QString perspective; // empty: as last time
    bool untilPainted = false;
    bool help = false;
    bool version = false;
};

[[nodiscard]] Result<Options> readOptions(const QStringList &arguments);
[[nodiscard]] QString usageText();

} // namespace qd
