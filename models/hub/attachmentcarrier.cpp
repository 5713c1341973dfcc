#include "models/hub/attachmentcarrier.h"

#include "models/hub/hubschema.h"

#include <algorithm>

namespace qd::hub {
namespace {

constexpr int parcelsAtOnce = 200;
constexpr int mostBeginnings = 3;

QString keyOf(const Parcel &parcel)
{
    return parcel.incident.toString() + parcel.sha256 + (parcel.outward ? QLatin1Char('>') : QLatin1Char('<'));
}

} // namespace

void AttachmentCarrier::beginRound()
{
    m_left.clear();
}

bool AttachmentCarrier::hasArrived()
{
    return std::exchange(m_arrived, false);
}

Result<bool> AttachmentCarrier::step()
{
    if (!m_load)
        return takeUp();
    if (!m_isListed)
        return listParts();
    if (m_load->parts.empty())
        return done();
    return m_load->parcel.outward ? send() : fetch();
}

Result<bool> AttachmentCarrier::takeUp()
{
    const Result<std::vector<Parcel>> parcels = m_log.parcels(parcelsAtOnce + static_cast<int>(m_left.size()));
    if (!parcels)
        return tl::unexpected(parcels.error());
    const auto next =
        std::find_if(parcels->begin(), parcels->end(), [this](const Parcel &parcel) { return !m_left.contains(keyOf(parcel)); });
    if (next == parcels->end())
        return false;
    m_load = Load{*next, {next->incident, next->sha256, next->size}, {}, {}, 0};
    m_isListed = false;
    if (!next->outward)
        return true;
    Result<QByteArray> content = m_log.content(next->sha256);
    if (!content)
        return leave();
    m_load->content = std::move(*content);
    m_load->attachment.size = m_load->content.size();
    return true;
}

Result<bool> AttachmentCarrier::listParts()
{
    if (m_load->parcel.outward) {
        const Result<std::vector<int>> lacking = partsThatTheHubLacks(m_hub, m_load->attachment);
        if (!lacking)
            return leave(lacking.error());
        m_load->parts.assign(lacking->rbegin(), lacking->rend());
    } else {
        const Result<std::vector<int>> here = m_log.partsHere(m_load->parcel.sha256);
        if (!here)
            return tl::unexpected(here.error());
        m_load->parts.clear();
        for (int part = partsOf(m_load->parcel.size) - 1; part >= 0; --part) {
            if (std::find(here->begin(), here->end(), part) == here->end())
                m_load->parts.push_back(part);
        }
    }
    m_isListed = true;
    ++m_load->begun;
    return true;
}

Result<bool> AttachmentCarrier::send()
{
    const int part = m_load->parts.back();
    const QByteArray content = m_load->content.mid(qsizetype{part} * attachmentPart, attachmentPart);
    const Result<bool> isGood = putPart(m_hub, m_load->attachment, part, content);
    if (!isGood)
        return leave(isGood.error());
    m_load->parts.pop_back();
    m_isListed = *isGood;
    return *isGood || m_load->begun < mostBeginnings ? Result<bool>(true) : leave();
}

Result<bool> AttachmentCarrier::fetch()
{
    const int part = m_load->parts.back();
    const Result<QByteArray> content = getPart(m_hub, m_load->attachment, part);
    if (!content)
        return leave(content.error());
    if (content->isNull())
        return leave(); // who attached it has not sent it yet
    if (const Result<void> kept = m_log.keepPart(m_load->parcel.sha256, part, *content); !kept)
        return tl::unexpected(kept.error());
    m_load->parts.pop_back();
    return true;
}

Result<bool> AttachmentCarrier::done()
{
    const Parcel parcel = m_load->parcel;
    if (!parcel.outward) {
        if (const Result<void> whole = m_log.assemble(parcel); !whole) {
            m_isListed = false;
            return m_load->begun < mostBeginnings ? Result<bool>(true) : leave();
        }
        m_arrived = true;
    } else if (const Result<void> dropped = m_log.drop(parcel); !dropped) {
        return tl::unexpected(dropped.error());
    }
    m_load.reset();
    return true;
}

Result<bool> AttachmentCarrier::leave(const Error &error)
{
    if (error.code == ErrorCode::Storage) {
        m_isListed = false; // some of it may have arrived: it is asked for on the next connection
        return tl::unexpected(error);
    }
    return leave();
}

Result<bool> AttachmentCarrier::leave()
{
    m_left.insert(keyOf(m_load->parcel));
    m_load.reset();
    return true;
}

} // namespace qd::hub
