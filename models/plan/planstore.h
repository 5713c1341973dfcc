#pragma once
// The plans that a person may choose: those that ship and those that were installed, in a folder, as ID.yaml.
//
// 1. An installed plan stands before a shipped one of the same id, so that a team can amend a shipped plan under its own name.
// 2. Whatever was installed once is kept as a version in versions/ID: installing over a plan, bringing one back and removing it lose nothing.
//    A file that a person changed by hand becomes a version when the next one is installed over it.
// 3. What asks is not told the time: whoever installs says when.

#include "models/plan/planversions.h"
#include "models/plan/shipped.h"

namespace qd::plan {

struct PlanSummary
{
    QString id;
    QString name;
    bool shipped = false;
    QString problem;      // why an installed plan cannot be used any more; empty: it can
    QString version = {}; // as its author wrote it
    bool operator==(const PlanSummary &) const = default;
};

struct PlanVersion
{
    int number = 0;       // 0: as it ships
    bool current = false; // what the next incident is declared under
    QString name;
    QString version;     // as its author wrote it
    QString fingerprint; // of what it says; empty: it cannot be read
    QString problem;     // why it cannot be read
    Installing installing;
};

class PlanStore
{
public:
    explicit PlanStore(const QString &folder); // need not exist; it is made when a plan is first installed; empty: none

    [[nodiscard]] std::vector<PlanSummary> list() const;            // shipped first, then by id
    [[nodiscard]] Result<Plan> load(const QString &id) const;       // case-insensitive
    [[nodiscard]] Result<QByteArray> text(const QString &id) const; // as it stands in its file, sound or not

    // Installs a plan that has no problem, under its id.
    [[nodiscard]] Result<PlanSummary> add(const QString &path, const Installing &installing = {}) const;
    [[nodiscard]] Result<PlanSummary> add(const Plan &plan, const Installing &installing = {}) const;
    [[nodiscard]] Result<PlanSummary> addText(const QByteArray &yaml, const Installing &installing = {}) const;

    [[nodiscard]] Result<std::vector<PlanVersion>> versions(const QString &id) const; // newest first; the shipped one last
    [[nodiscard]] Result<Plan> loadVersion(const QString &id, int number) const;
    [[nodiscard]] Result<QByteArray> versionText(const QString &id, int number) const;
    [[nodiscard]] Result<PlanSummary> bringBack(const QString &id, int number, const Installing &installing) const; // as the newest version
    [[nodiscard]] Result<void> remove(const QString &id) const; // an installed one, from the list; a shipped one of that id comes to sight
    [[nodiscard]] QStringList removed() const;                  // ids of which there are versions only

private:
    [[nodiscard]] QString fileOf(const QString &id) const;
    [[nodiscard]] PlanVersions versionsOf(const QString &id) const;
    [[nodiscard]] QStringList installed() const;
    [[nodiscard]] Result<QString> known(const QString &id) const;             // as its file is called
    [[nodiscard]] std::optional<QByteArray> present(const QString &id) const; // of an installed one
    [[nodiscard]] Result<PlanSummary> save(const Plan &plan, const QByteArray &yaml, const Installing &installing) const;
    [[nodiscard]] Result<void> keepPresent(const QString &id) const;

    QString m_folder;
};

} // namespace qd::plan
