#pragma once

#include <QStringList>

namespace qd {

// The words of a text for comparing: lower case, without accents and punctuation. "Délai (SLA): 5xx" is {"delai", "sla", "5xx"}.
[[nodiscard]] QStringList foldedWords(const QString &text);

} // namespace qd
