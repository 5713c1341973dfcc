// Ten thousand incidents: what measuring and counting them costs, against the least that their medians need; and how long the window is away
// while the dock reads, measures and counts a record.
#include "models/plan/json.h"
#include "tests/bench/eventloop.h"
#include "tests/ui/paneroom.h"
#include "ui/panes/metrics/metricspage.h"
#include "ui/panes/metrics/metricspane.h"

using namespace qd;
using namespace qd::bench;

namespace {

const Instant noon = *fromIso(QStringLiteral("2026-11-21T12:00:00Z"));

// One a while apart over a year, each acknowledged and resolved.
std::vector<Event> course(const QJsonObject &plan, const ConsoleId &console, int number, int of)
{
    static const char *const severities[] = {"P0", "P1", "P2"};
    const Instant declared =
        noon - std::chrono::hours(24 * 360) + number * std::chrono::duration_cast<Duration>(std::chrono::hours(24 * 360)) / of;
    const DeskContext context{QStringLiteral("Dana"), declared};
    command::Declare declare;
    declare.title = QStringLiteral("Incident %1").arg(number);
    declare.severity = QLatin1String(severities[number % 3]);
    declare.type = number % 2 ? QStringLiteral("outage") : QStringLiteral("data");
    declare.services = {QStringLiteral("service %1").arg(number % 40)};
    declare.detected = declared;
    declare.started = declared - std::chrono::minutes(number % 30);
    declare.plan = plan;
    declare.ref = QStringLiteral("INC-%1").arg(number);
    static std::map<ConsoleId, Recorder> recorders;
    Recorder &recorder = recorders.try_emplace(console, console, context.author).first->second;
    std::vector<Event> events = recorder.record(*decideDeclare(declare, IncidentId::make(declared), context), declared);
    const Instant end = declared + std::chrono::minutes(20 + number % 200);
    for (const Command &command : {Command(command::Acknowledge{}), Command(command::ChangeStatus{QStringLiteral("resolved"), {}, {}})}) {
        const bool last = std::holds_alternative<command::ChangeStatus>(command);
        const Instant at = last ? end : declared + std::chrono::minutes(3);
        for (const Event &event : recorder.record(*decide(fold(events), command, {context.author, at}), at))
            events.push_back(event);
    }
    return events;
}

void measureModels(int incidents)
{
    const plan::Plan plan = plan::fromJson(test::smallPlan());
    const ConsoleId console = ConsoleId::make(noon);
    std::vector<Incident> folded;
    for (int i = 0; i < incidents; ++i)
        folded.push_back(fold(course(test::smallPlan(), console, i, incidents)));
    review::MeasuredCases cases;
    const double measured = millisecondsOf([&] {
        for (const Incident &incident : folded)
            cases.push_back(std::make_shared<const review::Measured>(review::measure(plan, incident, noon)));
    });
    std::printf("measuring %d incidents once: %.0f ms, %.3f ms each\n", incidents, measured, measured / incidents);
    size_t kept = 0;
    const Pair times = inTurns(
        3, 5, [&] { kept += static_cast<size_t>(ui::pageOf(cases, {}, noon).all().incidents.number); },
        [&] {
            for (size_t i = 0; i < review::measureCount; ++i) {
                std::vector<qint64> lengths;
                for (const auto &one : cases)
                    lengths.push_back(one->lengths[i].value.value_or(Duration{}).count());
                std::sort(lengths.begin(), lengths.end());
                kept += static_cast<size_t>(lengths[lengths.size() / 2]);
            }
        });
    printRatio("counting a question anew, against sorting the lengths", median(times.ours), median(times.bare), 60);
    if (kept == 0)
        qFatal("nothing was counted");
}

void measureWindow(int incidents)
{
    test::PaneRoom room(noon);
    std::vector<Event> events;
    for (int i = 0; i < incidents; ++i) {
        const std::vector<Event> one = course(test::smallPlan(), room.journal->console(), i, incidents);
        events.insert(events.end(), one.begin(), one.end());
    }
    if (const auto stored = room.journal->appendNow(events); !stored)
        qFatal("%s", qPrintable(stored.error().sentence));
    room.show(ui::createMetricsPane, {1000, 900});
    const QString counted = QStringLiteral("%1 incidents").arg(incidents);
    std::vector<double> passes;
    const double all = millisecondsOf([&] {
        while (room.pane->windowTitle() != counted)
            passes.push_back(millisecondsOf([] { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); }));
    });
    std::sort(passes.begin(), passes.end());
    std::printf("the dock over %d incidents: there after %.0f ms; passes of the event loop: %zu, 99 %% under %.1f ms, longest %.1f ms\n",
                incidents, all, passes.size(), passes[passes.size() * 99 / 100], passes.back());
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const int incidents = argc > 1 ? std::atoi(argv[1]) : 10000;
    measureModels(incidents);
    measureWindow(incidents);
    return 0;
}
