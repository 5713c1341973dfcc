#include "models/hub/standingwords.h"

#include <utility>

namespace qd::hub {

// clang-format off
static constexpr std::pair<const char *, Standing> words[] = {
    {"observer", Standing::Observer},
    {"responder", Standing::Responder},
    {"administrator", Standing::Administrator},
};
// clang-format on

Standing standingOf(const QString &word)
{
    for (const auto &[known, standing] : words) {
        if (word == QLatin1String(known))
            return standing;
    }
    return Standing::None;
}

QString standingWord(Standing standing)
{
    for (const auto &[word, known] : words) {
        if (standing == known)
            return QLatin1String(word);
    }
    return {};
}

} // namespace qd::hub
