// Any bytes, as a written plan: a plan or a sentence, and a plan whose lines are lines of the document.
#include "models/plan/reader.h"
#include "models/plan/writer.h"
#include "models/plan/writtenplan.h"

#include <cstdlib>

using namespace qd;

namespace {

void demand(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) // NOLINT(readability-identifier-naming): libFuzzer calls it so
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    double told = 0;
    const Result<plan::Plan> plan = plan::readWrittenPlan(bytes, QStringLiteral("plan"), [&told](double share) {
        demand(share > told && share <= 1);
        told = share;
        return true;
    });
    if (!plan) {
        demand(!plan.error().sentence.isEmpty());
        return 0;
    }
    demand(told == 1 && !plan->id.isEmpty());
    for (const plan::Unread &unread : plan->unread)
        demand(unread.line > 0 && unread.line <= bytes.size() + 1);
    for (const plan::Severity &severity : plan->severities) {
        for (const int line : severity.lines)
            demand(line > 0 && line <= bytes.size() + 1);
    }
    if (const Result<plan::Plan> ready = plan::readyForUse(*plan); ready && size < 4096)
        (void)plan::readPlan(plan::writePlan(*ready), QStringLiteral("plan.yaml"));
    return 0;
}
