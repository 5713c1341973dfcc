#pragma once
// What is kept of each imported plan beside the plan itself, so that the document's next version can be read with the corrections kept, and
// a review that was not finished goes on: in a folder, as ID.json and ID.draft.json.

#include "models/core/result.h"
#include "models/plan/plan.h"

#include <optional>

namespace qd::plan {

struct ImportRecord
{
    QString document;    // its file name
    QString fingerprint; // of what stood in it
    Plan read;           // by the rules alone
    Plan corrected;      // by a person
    bool operator==(const ImportRecord &) const = default;
};

class ImportStore
{
public:
    explicit ImportStore(const QString &folder); // need not exist

    // Absent: nothing is kept, or it cannot be read any more.
    [[nodiscard]] std::optional<ImportRecord> used(const QString &id) const;  // the plan that was saved
    [[nodiscard]] std::optional<ImportRecord> draft(const QString &id) const; // a review that goes on
    [[nodiscard]] Result<void>
    keepUsed(const ImportRecord &record) const; // under the id of `read`, which is the document's; its draft is done with
    [[nodiscard]] Result<void> keepDraft(const ImportRecord &record) const;
    void forgetDraft(const QString &id) const;

private:
    [[nodiscard]] QString fileOf(const QString &id, const QString &ending) const;
    [[nodiscard]] static std::optional<ImportRecord> load(const QString &path);
    [[nodiscard]] Result<void> save(const ImportRecord &record, const QString &path) const;

    QString m_folder;
};

} // namespace qd::plan
