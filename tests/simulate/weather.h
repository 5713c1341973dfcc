#pragma once
// What one run is like: drawn from its seed, or set by a test.

#include "models/hub/courierpolicy.h"
#include "tests/simulate/lots.h"

namespace qd::simulate {

struct Weather
{
    int consoles = 3;
    int deeds = 60;           // of all people together
    qint64 storm = 120'000;   // milliseconds in which things happen; then it is calm
    qint64 calm = 900'000;    // until everything must be settled
    qint64 watched = 300'000; // of calm after that, in which the polls are counted
    int observers = 0;
    bool secondCourier = false; // on the first record
    bool lateJoiner = false;    // with history
    bool copiedFile = false;    // two consoles go on from one file
    bool otherAuthors = false;  // somebody writes under a name that is not the login's
    bool restricted = false;    // incidents that are, with members who come and go
    bool administrator = true;  // the first
    int failovers = 0;
    double lostRequest = 0, lostAnswer = 0, lateRequest = 0, repeatedRequest = 0, wrongAnswer = 0, localError = 0, refusedWhole = 0;
    double crash = 0;     // at each call, before or after it took effect
    double partition = 0; // of a console, each second
    double lostHint = 0, repeatedHint = 0;
    qint64 slowest = 40; // milliseconds that an ordinary call takes at most
    double verySlow = 0;
    qint64 clockOffset = 0;               // milliseconds either way
    double clockDrift = 0, clockJump = 0; // share; each second
    hub::CourierPolicy policy;

    [[nodiscard]] static Weather of(quint64 seed);
};

} // namespace qd::simulate
