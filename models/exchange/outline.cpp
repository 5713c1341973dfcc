#include "models/exchange/outline.h"

#include "models/exchange/outlinekinds.h"
#include "models/exchange/outlinepictures.h"
#include "models/exchange/picture.h"
#include "models/review/edition.h"
#include "models/review/finaldocument.h"
#include "models/review/wording.h"

namespace qd::exchange {
namespace {

QString marksOf(const Incident &incident)
{
    QStringList marks;
    if (incident.drill)
        marks << QStringLiteral("Exercise");
    if (incident.restricted)
        marks << QStringLiteral("Restricted");
    return marks.join(QLatin1String(", "));
}

Outline beginning(const plan::Plan &plan, const Incident &incident, Instant now)
{
    Outline outline;
    outline.plan = plan;
    outline.incident = incident;
    outline.now = now;
    outline.ref = incident.ref;
    outline.title = incident.title;
    outline.severity = review::severityText(incident, incident.severity);
    outline.status = review::statusText(incident.status);
    outline.marks = marksOf(incident);
    return outline;
}

void barePictures(Outline &outline)
{
    for (OutlinePicture &shown : outline.pictures) {
        const Picture bare = barePicture({shown.mime, shown.content, shown.problem});
        shown.mime = bare.mime;
        shown.content = bare.bytes;
        shown.problem = bare.problem;
    }
}

} // namespace

Outline outlineOf(const plan::Plan &plan, const Incident &incident, Instant now)
{
    Outline outline = beginning(plan, incident, now);
    fillPostmortem(outline, Edition::Internal, {});
    return outline;
}

Result<Outline> outlineOf(const DocumentSource &source, const DocumentRequest &request, const Progress &progress)
{
    const bool isFinal = request.kind == DocumentKind::Postmortem && !source.events.empty();
    review::Documented told =
        isFinal ? review::documented(source.events, source.incident, source.now) : review::Documented{source.incident, source.now, {}};
    told.incident = review::editionOf(told.incident, request.edition);
    if (told.final && request.edition == Edition::External && !told.incident.finals.empty())
        told.final->by = told.incident.finals.back().by;
    Outline outline = beginning(source.plan, told.incident, told.at);
    switch (request.kind) {
    case DocumentKind::Postmortem: fillPostmortem(outline, request.edition, told.final); break;
    case DocumentKind::Agenda: fillAgenda(outline, request.startsAt); break;
    case DocumentKind::Briefing: fillBriefing(outline); break;
    }
    if (request.kind != DocumentKind::Postmortem)
        return outline;
    if (const Result<void> added = addPictures(outline, source, progress); !added)
        return tl::unexpected(added.error());
    if (request.edition == Edition::External)
        barePictures(outline);
    return outline;
}

QString subtitleOf(const Outline &outline)
{
    return outline.state.isEmpty() ? outline.what : QStringLiteral("%1, %2").arg(outline.what, outline.state);
}

} // namespace qd::exchange
