#pragma once
// Bundles for the window: out of the record and into it, off its thread. One at a time.

#include "models/core/incident.h"
#include "models/session/bundlework.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace qd {

class Clock;
class Journal;

class BundleTransfer : public QObject
{
    Q_OBJECT

public:
    // All outlive it. `author`: who does it, at the moment.
    BundleTransfer(Journal &journal, const Clock &clock, std::function<QString()> author);
    ~BundleTransfer() override; // stops it; does not wait

    // `progress` (0 to 1) and `done` are called on this object's thread, unless it has gone. What was submitted before is in the bundle.
    using Progress = std::function<void(double)>;
    void send(const IncidentId &incident, const QString &file, Progress progress, std::function<void(const Result<BundleSent> &)> done);
    // A file that is not sound: a line for each thing that is wrong with it.
    void bringIn(const QString &file, Progress progress, std::function<void(const Result<BundleBrought> &)> done);
    void cancel(); // `done` follows with an error, unless it was through already; nothing is half done
    [[nodiscard]] bool isRunning() const { return m_running; }

    [[nodiscard]] static QString fileNameFor(const Incident &incident); // the codename of a restricted one

private:
    template<class Answer>
    void run(const QString &file, Progress progress, std::function<void(const Result<Answer> &)> done,
             std::function<Result<Answer>(const BundleTask &)> work);
    template<class Answer>
    void begin(const BundleTask &task, Progress progress, std::function<void(const Result<Answer> &)> done,
               std::function<Result<Answer>(const BundleTask &)> work);

    Journal &m_journal;
    const Clock &m_clock;
    std::function<QString()> m_author;
    std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false);
    bool m_running = false;
};

} // namespace qd
