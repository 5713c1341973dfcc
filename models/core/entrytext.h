#pragma once
// What stands inside the text of an entry: #tags and @people.

#include <QStringList>

namespace qd {

[[nodiscard]] QStringList tagsIn(const QString &text);   // without the #, in order, once each
[[nodiscard]] QStringList peopleIn(const QString &text); // without the @

} // namespace qd
