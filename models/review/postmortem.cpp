#include "models/review/fill.h"
#include "models/review/markdown.h"
#include "models/review/recordlinks.h"
#include "models/review/sectionmerge.h"

namespace qd::review {
namespace {

QString promptText(const QStringList &prompts)
{
    QStringList lines;
    for (const QString &prompt : prompts)
        lines << QStringLiteral("- *%1*").arg(inlineText(prompt));
    return lines.isEmpty() ? QStringLiteral("*Not written yet.*")
                           : QStringLiteral("*Not written yet. To say here:*\n\n") + lines.join(QLatin1Char('\n'));
}

DraftSection draft(const plan::Plan &plan, const Incident &incident, const plan::Section &section, Instant now)
{
    DraftSection drafted;
    drafted.id = section.id;
    drafted.title = section.title;
    drafted.required = section.required;
    drafted.prompts = section.prompts;
    drafted.internal = incident.sectionMarks.value(section.id, section.internal);
    if (const WrittenSection *written = incident.section(section.id)) {
        const MergedSection merged = mergeHeads(*written);
        drafted.version = written->event;
        drafted.heads = merged.heads;
        drafted.by = merged.by;
        drafted.conflicts = std::ssize(merged.merged.conflicts);
        drafted.markdown = followRecord(merged.merged.text, plan, incident, now);
        drafted.written = !merged.merged.text.trimmed().isEmpty();
        if (drafted.written)
            return drafted;
    }
    drafted.markdown = fillFromRecord(filledBy(section), plan, incident, now);
    drafted.filled = !drafted.markdown.isEmpty();
    if (!drafted.filled)
        drafted.markdown = promptText(section.prompts);
    return drafted;
}

// Written under a plan that the incident has left since.
std::vector<plan::Section> orphans(const Incident &incident, const std::vector<plan::Section> &planned)
{
    std::vector<plan::Section> all;
    for (const WrittenSection &written : incident.sections) {
        const bool known =
            std::any_of(planned.begin(), planned.end(), [&written](const plan::Section &section) { return section.id == written.section; });
        if (known || written.text.trimmed().isEmpty())
            continue;
        QString title = written.section;
        title.replace(QLatin1Char('-'), QLatin1Char(' '));
        all.push_back({written.section, title.left(1).toUpper() + title.mid(1), {}, {}, false});
    }
    return all;
}

} // namespace

std::vector<DraftSection> postmortem(const plan::Plan &plan, const Incident &incident, Instant now)
{
    std::vector<plan::Section> sections = allSections(plan);
    const std::vector<plan::Section> left = orphans(incident, sections);
    sections.insert(sections.end(), left.begin(), left.end());
    std::vector<DraftSection> drafted;
    for (const plan::Section &section : sections)
        drafted.push_back(draft(plan, incident, section, now));
    return drafted;
}

} // namespace qd::review
