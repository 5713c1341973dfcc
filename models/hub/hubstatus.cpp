#include "models/hub/hubstatus.h"

#include "models/hub/hubsentences.h"

namespace qd::hub {

static HubState stateOf(CourierState state)
{
    switch (state) {
    case CourierState::Connecting: return HubState::Connecting;
    case CourierState::Offline: return HubState::Offline;
    case CourierState::Carrying: return HubState::CatchingUp;
    case CourierState::InStep: return HubState::InStep;
    case CourierState::Refused: return HubState::Refused;
    }
    return HubState::None;
}

HubStatus hubStatus(const CourierStatus &courier, const QString &address)
{
    HubStatus status;
    status.state = stateOf(courier.state);
    status.address = address;
    if (courier.error) {
        status.sentence = courier.error->sentence;
        status.wantsPassword = wantsPassword(*courier.error);
    }
    if ((status.state == HubState::Offline || status.state == HubState::Refused) && !courier.hub.hub.isEmpty())
        status.since = courier.since;
    status.waiting = courier.waiting;
    status.received = courier.received;
    status.held = courier.heldChains;
    status.person = courier.hub.person;
    status.standing = courier.hub.standing;
    status.mayAppend = courier.maySend;
    return status;
}

} // namespace qd::hub
