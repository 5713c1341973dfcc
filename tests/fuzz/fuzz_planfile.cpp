// Any bytes, as a plan file: a plan or problems, and a plan that is written and read again is the same.
#include "models/plan/reader.h"
#include "models/plan/writer.h"

#include <cstdlib>

using namespace qd;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) // NOLINT(readability-identifier-naming): libFuzzer calls it so
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const plan::ReadOutcome outcome = plan::readPlan(bytes, QStringLiteral("plan.yaml"));
    if (outcome.plan.has_value() == !outcome.problems.empty())
        std::abort();
    if (outcome.plan && plan::readPlan(plan::writePlan(*outcome.plan), QStringLiteral("plan.yaml")).plan != outcome.plan)
        std::abort();
    return 0;
}
