#include "tests/simulate/weather.h"

namespace qd::simulate {

Weather Weather::of(quint64 seed)
{
    Lots lots(seed ^ 0x77656174686572ULL);
    const auto sometimes = [&lots](double often, double most) { return lots.chance(often) ? lots.share() * most : 0.0; };
    Weather weather;
    weather.consoles = static_cast<int>(lots.between(2, 6));
    weather.deeds = static_cast<int>(lots.between(5, 90));
    weather.storm = lots.between(20, 400) * 1000;
    weather.observers = lots.chance(0.3) ? 1 : 0;
    weather.secondCourier = lots.chance(0.35);
    weather.lateJoiner = lots.chance(0.35);
    weather.copiedFile = lots.chance(0.12);
    weather.otherAuthors = lots.chance(0.08);
    weather.restricted = lots.chance(0.5);
    weather.administrator = lots.chance(0.6);
    weather.failovers = lots.chance(0.5) ? static_cast<int>(lots.between(1, 3)) : 0;
    weather.lostRequest = sometimes(0.5, 0.2);
    weather.lostAnswer = sometimes(0.5, 0.2);
    weather.lateRequest = sometimes(0.4, 0.15);
    weather.repeatedRequest = sometimes(0.4, 0.15);
    weather.wrongAnswer = sometimes(0.3, 0.05);
    weather.localError = sometimes(0.3, 0.03);
    weather.refusedWhole = sometimes(0.2, 0.05);
    weather.crash = sometimes(0.5, 0.05);
    weather.partition = sometimes(0.5, 0.05);
    weather.lostHint = sometimes(0.5, 1.0);
    weather.repeatedHint = sometimes(0.3, 0.5);
    weather.slowest = lots.chance(0.3) ? 2000 : 40;
    weather.verySlow = sometimes(0.2, 0.1);
    weather.clockOffset = lots.chance(0.4) ? 3'600'000 : 500;
    weather.clockDrift = sometimes(0.4, 0.05);
    weather.clockJump = sometimes(0.3, 0.02);
    const auto few = [&lots] { return static_cast<int>(lots.chance(0.3) ? 1 : lots.between(2, 200)); };
    weather.policy.push.events = few();
    weather.policy.pull.events = few();
    weather.policy.heads = static_cast<int>(lots.between(1, 20));
    if (lots.chance(0.3))
        weather.policy.push.bytes = weather.policy.pull.bytes = lots.between(1, 400);
    return weather;
}

} // namespace qd::simulate
