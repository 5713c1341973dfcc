#pragma once
// The targets of the severities while a document is read: what stands for each, where it was read, and what was said against it.

#include "models/plan/plan.h"
#include "models/plan/written/labels.h"

#include <QHash>

namespace qd::plan::written {

struct Source // of a value
{
    Target value;
    bool atOnce = false; // in words, without a number: a number that is stated as well goes before it
    int line = 0;
};

class FactStore
{
public:
    explicit FactStore(Plan &plan) : m_plan(plan) { }

    // The first statement stands; one that differs is a conflict. An audience is for updates: "responders", "customers/first".
    void put(const QString &severity, Topic topic, const QString &audience, const Source &source);
    [[nodiscard]] const Source *find(const QString &severity, Topic topic) const; // nullptr: nothing was stated
    void contradict(const QString &severity, Topic topic, const Source &source);  // what stands, where it differs
    [[nodiscard]] Severity &severity(const QString &id);
    [[nodiscard]] Plan &plan() { return m_plan; }
    void unread(int line, const QString &text); // once a line

private:
    void conflict(const QString &severity, Topic topic, const QString &audience, const Source &first, const Source &second);
    void store(Severity &severity, Topic topic, const QString &audience, const Source &source);
    Cadence &cadenceOf(const QString &audience, const QString &severity);

    Plan &m_plan;
    QHash<QString, Source> m_sources;
};

} // namespace qd::plan::written
