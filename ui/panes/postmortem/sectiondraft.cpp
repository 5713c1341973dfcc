#include "ui/panes/postmortem/sectiondraft.h"

#include "models/review/recordlinks.h"
#include "models/review/sectionmerge.h"

namespace qd::ui {
namespace {

QString standingOf(const review::DraftSection &section)
{
    return section.written || section.filled ? section.markdown : QString();
}

QString followed(const QString &text, const DraftPlace &place)
{
    return review::followRecord(text, place.plan, place.incident, place.now);
}

} // namespace

QString SectionDraft::begin(const review::DraftSection &section)
{
    m_section = section.id;
    m_arrivedFrom.clear();
    take(section);
    return m_standing;
}

void SectionDraft::take(const review::DraftSection &section)
{
    m_standing = standingOf(section);
    m_base = section.version;
    m_also.clear();
    for (const EventId &head : section.heads) {
        if (head != m_base)
            m_also.push_back(head);
    }
}

QString SectionDraft::renew(const review::DraftSection &section, const QString &typed, const DraftPlace &place)
{
    const QString arrived = standingOf(section);
    if (typed == m_standing || typed == arrived) {
        take(section);
        return arrived;
    }
    if (!section.written) { // the record's draft moves on; what is typed on it is a person's already
        m_base = section.version;
        return typed;
    }
    if (arrived == m_standing) { // what was written here, come back
        take(section);
        return typed;
    }
    const QString by = section.by.isEmpty() ? QString() : section.by.last();
    const review::MergedText merged =
        review::mergeTexts(followed(m_standing, place), followed(typed, place), arrived, place.author, by.isEmpty() ? place.author : by);
    if (section.version != m_base)
        m_arrivedFrom = by;
    take(section);
    return merged.text;
}

QString SectionDraft::restore(const QString &kept, const EventId &base, const DraftPlace &place) const
{
    if (kept.isEmpty() || base == m_base)
        return kept.isEmpty() ? m_standing : kept;
    const WrittenSection *written = place.incident.section(m_section);
    const SectionVersion *before = written ? written->version(base) : nullptr;
    const QString common = before ? followed(before->text, place) : QString();
    return review::mergeTexts(common, followed(kept, place), m_standing, place.author, written ? written->by : place.author).text;
}

command::WriteSection SectionDraft::writing(const QString &typed) const
{
    return {m_section, typed, m_base, m_also};
}

void SectionDraft::writes(const QString &typed)
{
    m_standing = typed;
    m_arrivedFrom.clear();
}

void SectionDraft::wrote(const EventId &version)
{
    m_base = version;
    m_also.clear();
}

} // namespace qd::ui
