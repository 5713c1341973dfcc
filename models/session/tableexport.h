#pragma once
// A table of what the window shows, as a CSV file.

#include "models/core/result.h"

#include <QStringList>

#include <functional>
#include <vector>

class QObject;

namespace qd {

// Written off the window's thread, whole or not at all; `done` is called on the thread of `context`, if that is still there.
void saveTable(const QString &path, std::vector<QStringList> rows, QObject *context, std::function<void(const Result<void> &)> done);

} // namespace qd
