// Documents of the open incident.
#include "models/session/documentexport.h"
#include "models/session/session_p.h"

namespace qd {

std::vector<ExportChoice> IncidentSession::exportChoices()
{
    return DocumentExport::choices();
}

void IncidentSession::exportDocument(const ExportWish &wish, std::function<void(double)> progress,
                                     std::function<void(const Result<void> &)> done)
{
    if (!hasIncident()) {
        done(refused(tr("there is nothing to export: no incident is open")));
        return;
    }
    DocumentExport::Record record{d->past ? d->past->plan : d->plan, incident(), d->events, now()};
    d->documents->start(wish, std::move(record), std::move(progress), std::move(done));
}

BundleTransfer &IncidentSession::bundles()
{
    return *d->bundles;
}

void IncidentSession::cancelExport()
{
    d->documents->cancel();
}

void IncidentSession::exportPostmortem(const QString &path, std::function<void(const Result<void> &)> done)
{
    exportDocument({review::DocumentKind::Postmortem, {}, review::Edition::Internal, path, {}}, {}, std::move(done));
}

} // namespace qd
