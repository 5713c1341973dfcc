#pragma once
// A bundle that was carried here. It is there to be brought in only when all of it is as it was sent.
//
// 1. open() reads every part to its end: sizes, hashes, names, chains. What is wrong is told at once and together, each with part and line.
// 2. The events stay in memory; an attachment is unpacked when it is asked for, one at a time.

#include "models/core/carriedevent.h"
#include "models/exchange/bundlemanifest.h"
#include "models/exchange/progress.h"

#include <memory>

namespace qd::exchange {

class BundleFile
{
public:
    // ErrorCode::BadInput: the sentence is a line for each problem, each beginning with the path.
    [[nodiscard]] static Result<std::unique_ptr<BundleFile>> open(const QString &path, const Progress &progress);
    ~BundleFile();

    [[nodiscard]] const BundleManifest &manifest() const;
    [[nodiscard]] QString seal() const;                                       // WrittenBundle::seal
    [[nodiscard]] const std::vector<CarriedEvent> &events() const;            // in the order of the fold
    [[nodiscard]] const QStringList &notes() const;                           // a sentence for each thing that a person should know
    [[nodiscard]] std::vector<BundlePart> attachments() const;                // sha256 and size
    [[nodiscard]] Result<QByteArray> attachment(const QString &sha256) const; // what its hash says, or an error

private:
    struct Private;
    explicit BundleFile(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace qd::exchange
