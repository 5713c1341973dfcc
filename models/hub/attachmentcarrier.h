#pragma once
// Carries what is attached between a record and its hub, a part at a time: what has arrived on either side is never sent again.

#include "models/hub/hubattachments.h"
#include "models/journal/sharedlog.h"

#include <QSet>

#include <optional>

namespace qd::hub {

class AttachmentCarrier
{
public:
    AttachmentCarrier(SharedLog &log, HubConnection &hub) : m_log(log), m_hub(hub) { } // they outlive it

    // At most one call to the hub. False: there is nothing more to carry at present. An error is of the connection; what the hub does not take,
    // or has not yet, is left for the next round.
    [[nodiscard]] Result<bool> step();
    void beginRound();                                               // everything that is left is looked at again
    [[nodiscard]] bool hasLeft() const { return !m_left.isEmpty(); } // something for the next round
    [[nodiscard]] bool hasArrived();                                 // something, since it was last asked

private:
    struct Load
    {
        Parcel parcel;
        HubAttachment attachment;
        std::vector<int> parts; // that have yet to be carried, the last one first
        QByteArray content;     // of one that goes out
        int begun = 0;          // how often from the beginning
    };

    [[nodiscard]] Result<bool> takeUp();
    [[nodiscard]] Result<bool> listParts();
    [[nodiscard]] Result<bool> send();
    [[nodiscard]] Result<bool> fetch();
    [[nodiscard]] Result<bool> done();
    [[nodiscard]] Result<bool> leave(const Error &error);
    [[nodiscard]] Result<bool> leave();

    SharedLog &m_log;
    HubConnection &m_hub;
    std::optional<Load> m_load;
    bool m_isListed = false;
    QSet<QString> m_left; // not in this round
    bool m_arrived = false;
};

} // namespace qd::hub
