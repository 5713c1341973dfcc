#pragma once
// A document on its way to a file, off the window's thread. One at a time.

#include "models/core/event.h"
#include "models/core/incident.h"
#include "models/core/result.h"
#include "models/plan/plan.h"
#include "models/session/exportwish.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace qd {

class Journal;

class DocumentExport : public QObject
{
    Q_OBJECT

public:
    struct Record // what it is made of
    {
        std::shared_ptr<const plan::Plan> plan;
        Incident incident;
        std::vector<Event> events;
        Instant now{};
    };

    DocumentExport(Journal &journal, QObject *parent);
    ~DocumentExport() override; // stops it; does not wait

    [[nodiscard]] static std::vector<ExportChoice> choices();

    // `progress` (0 to 1) and `done` are called on this object's thread, unless it has gone.
    void start(const ExportWish &wish, Record record, std::function<void(double)> progress, std::function<void(const Result<void> &)> done);
    void cancel(); // `done` follows; what was at the path is untouched, unless the new document was whole already
    [[nodiscard]] bool isRunning() const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace qd
