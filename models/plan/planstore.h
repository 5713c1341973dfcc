#pragma once
// The plans that a person may choose: those that ship and those that were installed, in a folder, as ID.yaml.
//
// An installed plan stands before a shipped one of the same id, so that a team can amend a shipped plan under its own name.

#include "models/plan/shipped.h"

namespace qd::plan {

struct PlanSummary
{
    QString id;
    QString name;
    bool shipped = false;
    QString problem; // why an installed plan cannot be used any more; empty: it can
    bool operator==(const PlanSummary &) const = default;
};

class PlanStore
{
public:
    explicit PlanStore(const QString &folder); // need not exist; it is made when a plan is first installed

    [[nodiscard]] std::vector<PlanSummary> list() const;              // shipped first, then by id
    [[nodiscard]] Result<Plan> load(const QString &id) const;         // case-insensitive
    [[nodiscard]] Result<PlanSummary> add(const QString &path) const; // installs a plan that has no problem, under its id
    [[nodiscard]] Result<PlanSummary> add(const Plan &plan) const;

private:
    [[nodiscard]] QString fileOf(const QString &id) const;
    [[nodiscard]] QStringList installed() const;
    [[nodiscard]] Result<PlanSummary> save(const Plan &plan, const QByteArray &yaml) const;

    QString m_folder;
};

} // namespace qd::plan
