#pragma once
// Errors are values. Nothing throws across a layer.

#include <QString>

#include <tl/expected.hpp>

namespace qd {

enum class ErrorCode {
    Refused,  // the domain says no
    Usage,    // what was asked makes no sense as written
    BadInput, // an input file is wrong
    Storage,  // cannot open, damaged, disk full, newer version
};

struct Error
{
    ErrorCode code = ErrorCode::Refused;
    QString sentence; // for a person: what is wrong and what to do; no trailing newline
    QString detail;   // for a log; may be empty

    bool operator==(const Error &) const = default;
};

template<class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, const QString &sentence, const QString &detail = {})
{
    return tl::unexpected<Error>(Error{code, sentence, detail});
}
[[nodiscard]] inline tl::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::Refused, sentence);
}

} // namespace qd
