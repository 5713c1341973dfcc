#pragma once
// The versions of one plan, in a folder: NNNN.yaml as it was installed, and NNNN.json with when, by whom and how.
//
// 1. A version that is there is never written again nor taken away.
// 2. Numbers count from 1 in the order of installing. What says the same, byte for byte, as the newest is no new version.
// 3. Where NNNN.json is missing, the version is there all the same; nobody knows when it came.

#include "models/core/result.h"
#include "models/core/time.h"

#include <optional>
#include <vector>

namespace qd::plan {

struct Installing // the circumstances; what is not known is left out
{
    std::optional<Instant> at;
    QString by;
    QString how; // "read from runbook.md"
};

struct KeptVersion
{
    int number = 0;
    Installing installing;
};

class PlanVersions
{
public:
    explicit PlanVersions(const QString &folder); // need not exist

    [[nodiscard]] std::vector<KeptVersion> all() const; // oldest first
    [[nodiscard]] int newest() const;                   // 0: none
    [[nodiscard]] QString fileOf(int number) const;
    [[nodiscard]] std::optional<QByteArray> text(int number) const;
    [[nodiscard]] Result<int> keep(const QByteArray &yaml, const Installing &installing) const; // its number

private:
    QString m_folder;
};

} // namespace qd::plan
