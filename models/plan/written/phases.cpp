// The course of a response: phases with their time bands and steps. A document tells it once, in one of several ways; the surest is taken.
#include "models/plan/written/severitynames.h"
#include "models/plan/written/structure.h"
#include "models/plan/written/targets.h"

#include <QRegularExpression>

namespace qd::plan::written {
namespace {

using Regex = QRegularExpression;
constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

struct ReadPhase
{
    QString title; // with its number and its time band
    int line = 0;
    Steps steps;
};
using Phases = std::vector<ReadPhase>;

bool isPhaseName(const QString &title)
{
    static const Regex form(
        QString::fromUtf8(
            "detect|identif|triage|assess|acknowledg|investigat|diagnos|contain|mitigat|eradicat|resol|recover|restor|communicat|post-?|"
            "review|learn|close|closure|prepar|respon[sd]|declar|escalat|verif|validat|monitor|analy|assign|fix|report|alert|follow|"
            "stabili[sz]e|document|immediate|(?<!\\p{L})end(?!\\p{L})|notif|confirm|remediat|lessons|preserv|classif|detectie|herstel|"
            "erkennung|behebung|"
            "eindämm|confirmar|clasific|classific|cerrar|encerr|détect|résol|detec|resolu|conten|erradic|recupera|pós-|wiederherst"),
        words);
    return form.match(title).hasMatch();
}

// Nothing but a phase: "Containment", "Eradication and Recovery", "Initial Response".
bool isPhaseTitle(const QString &title)
{
    static const Regex form(
        QString::fromUtf8(
            "^(?:(?:initial|immediate|early|first|rapid|incident|alert|service|system|root cause|short-term|long-term)\\s+)*"
            "(?:detect|identif|triag|assess|classif|declar|investigat|diagnos|contain|mitigat|eradicat|remediat|resol|recover|"
            "restor|respon[sd]|post-?\\s?(?:incident|mortem)|lessons|clos|stabili|acknowledg|analys|analyz|prepar|validat|"
            "verif|fix|learn|actions?|detec|conten|erradic|recupera|pós-)\\p{L}*"
            "(?:(?:\\s*[,/&+]\\s*|\\s+(?:and|und|et|y|e|en)\\s+)(?:\\p{L}+[ -]?){1,3})*"
            "(?:\\s+(?:phase|stage|actions?|activities|review|response|analysis|assessment|steps?|learn\\p{L}+))*$"),
        words);
    return title.count(u' ') < 6 && form.match(title).hasMatch();
}

bool saysPhase(const QString &title)
{
    static const Regex form(QStringLiteral("^\\W*(?:phase|stage|fase|step|stap|étape|etapa|schritt)\\s*#?\\s*\\d"), words);
    return form.match(title).hasMatch();
}

// What a response goes through, and not how a plan is kept, trained or built.
bool isOfResponse(const QString &title)
{
    static const Regex other(
        QStringLiteral("future|roadmap|planned|improvement|enhancement|implementation|roll-?out|maturity|exercise|drill|tabletop|training|"
                       "testing|maintenance|next steps|rollback|deploy|back-?ups?(?!\\p{L})|hand-?(?:off|over)"),
        words);
    return !other.match(title).hasMatch();
}

bool announcesCourse(const QString &title)
{
    static const Regex form(
        QString::fromUtf8(
            "workflow|process|phases|life ?cycle|response (?:steps|plan|protocol|sequence|procedure)|fases|"
            "stages|(?<!\\p{L})flow(?!\\p{L})|sequence|incident (?:response|handling|management)$|fluxo|flujo|ablauf|procédure|proceso"),
        words);
    static const Regex other(QStringLiteral("post-?\\s?(?:mortem|incident)|review|communicat|notif|disclos|vulnerab|change|release|update"),
                             words);
    return form.match(title).hasMatch() && !other.match(title).hasMatch();
}

bool mayHold(Part part)
{
    return part == Part::None || part == Part::Phases;
}

Phases fromSections(const std::vector<const Section *> &sections)
{
    Phases phases;
    for (const Section *section : sections)
        phases.push_back({section->title, section->line, stepsOf(*section)});
    return phases;
}

template<class Keep>
std::vector<const Section *> childrenThat(const Section &section, const Keep &keep)
{
    std::vector<const Section *> kept;
    for (const Section &child : section.sections) {
        if (child.titleKind != TitleKind::Label && keep(child))
            kept.push_back(&child);
    }
    return kept;
}

// "Phase 1: Detection", "Step 2 - Contain"; one alone is none.
Phases said(const Section &section)
{
    const auto phases = childrenThat(section, [](const Section &child) { return saysPhase(child.title); });
    return phases.size() > 1 ? fromSections(phases) : Phases();
}

// "SEV-1 response": the same course again, at one severity.
bool isOfSeverity(const Section &section)
{
    return severityAt(plainTitle(section.title)).has_value();
}

// Before, behind and beside the course in a document.
bool isMatter(const Section &section)
{
    static const Regex form(
        QStringLiteral(
            "^(?:introduction|overview|purpose|scope|objectives?|goals?|references?|appendix|contacts?|resources|tools|"
            "glossary|definitions?|background|document|revision|related|further|maintenance)\\b|(?:matrix|templates?|contacts)$"),
        words);
    return form.match(plainTitle(section.title)).hasMatch();
}

bool isOfCourse(const Section &section)
{
    return mayHold(partOfTitle(section.title)) && isPhaseName(plainTitle(section.title));
}

// Below "Incident Response Process": all that are numbered, or all that are called as phases are.
Phases announced(const Section &section)
{
    static const Regex within(QStringLiteral("^(?:post-?\\s?(?:incident|mortem)|recovery|communication|notification|closure)\\b"), words);
    if (within.match(plainTitle(section.title)).hasMatch()) // itself a part of the course
        return {};
    const auto numbered =
        childrenThat(section, [](const Section &child) { return isNumbered(child.title) && !isOfSeverity(child) && !isMatter(child); });
    const auto named =
        childrenThat(section, [](const Section &child) { return isPhaseName(plainTitle(child.title)) && !isOfSeverity(child); });
    const auto known =
        std::count_if(numbered.begin(), numbered.end(), [](const Section *one) { return isPhaseName(plainTitle(one->title)); });
    if (numbered.size() > 1 && static_cast<size_t>(known) * 5 >= numbered.size() * 3)
        return fromSections(numbered);
    return named.size() > 2 && named.size() * 3 >= section.sections.size() * 2 ? fromSections(named) : Phases();
}

// The document's own headings are numbered as steps are: "2. Declare the incident", "4. Fix the problem".
Phases ofDocument(const Section &section)
{
    const auto numbered = childrenThat(section, [](const Section &child) { return isNumbered(child.title) && !isMatter(child); });
    const auto known = std::count_if(numbered.begin(), numbered.end(), [](const Section *one) { return isOfCourse(*one); });
    return numbered.size() > 2 && static_cast<size_t>(known) * 5 >= numbered.size() * 3 ? fromSections(numbered) : Phases();
}

// "Immediate Actions (0-15 minutes)" and the next band beside it.
Phases banded(const Section &section)
{
    const auto phases = childrenThat(section, [](const Section &child) { return isPhaseName(plainTitle(child.title)); });
    const auto timed = std::count_if(phases.begin(), phases.end(), [](const Section *one) {
        static const Regex aside(QStringLiteral("\\(([^)]*\\d[^)]*)\\)"));
        return bandIn(aside.match(one->title).captured(1)).has_value();
    });
    const bool steps =
        isOfSeverity(section) && std::any_of(phases.begin(), phases.end(), [](const Section *one) { return saysPhase(one->title); });
    return timed > 1 && !steps ? fromSections(phases) : Phases();
}

QString shortName(const Line &line)
{
    static const Regex ends(QStringLiteral("[.:\\s]+$"));
    QString name = line.lead;
    if (name.isEmpty()) {
        static const Regex rest(QStringLiteral("(?::|\\s[–—-]\\s|\\. ).*$"));
        name = QString(line.text).remove(rest);
    }
    return plainTitle(name).remove(ends);
}

// "1. **Declare** severity", "- **Contain**: …": a course that is one list.
Phases listed(const Section &section)
{
    if (!announcesCourse(section.title))
        return {};
    for (const Block &block : section.blocks) {
        const auto isNamed = [](const Item &item) {
            return !item.checkbox && shortName(item.line).count(u' ') < (item.line.lead.isEmpty() ? 8 : 5);
        };
        const auto known = std::count_if(block.items.begin(), block.items.end(), [](const Item &item) {
            const QString name = shortName(item.line);
            return item.line.lead.isEmpty() ? isPhaseTitle(name.section(u' ', 0, 0)) : isPhaseName(name);
        });
        if (block.items.size() < 3 || static_cast<size_t>(known) * 2 < block.items.size()
            || !std::all_of(block.items.begin(), block.items.end(), isNamed))
            continue;
        Phases phases;
        for (const Item &item : block.items) {
            ReadPhase phase{shortName(item.line), item.line.number, {}};
            static const Regex band(QStringLiteral("\\([^)]*\\d[^)]*\\)"));
            phase.title += u' ' + band.match(item.line.text).captured();
            for (const Block &inner : item.blocks) {
                for (const Item &step : inner.items)
                    phase.steps.push_back({{step.line.text, {}, {}}, step.line.number});
            }
            phases.push_back(std::move(phase));
        }
        return phases;
    }
    return {};
}

ReadPhase fromRow(const std::vector<Cell> &head, const std::vector<Cell> &row)
{
    static const Regex time(QStringLiteral("time|duration|when|target|window"), words);
    static const Regex action(QStringLiteral("action|activit|step|task|what|description"), words);
    static const Regex ends(QStringLiteral("\\s*;\\s*"));
    ReadPhase phase{row.front().text, row.front().line, {}};
    for (size_t i = 1; i < row.size() && i < head.size(); ++i) {
        if (time.match(head[i].text).hasMatch())
            phase.title += QStringLiteral(" (%1)").arg(row[i].text);
        else if (action.match(head[i].text).hasMatch() && phase.steps.empty()) {
            for (const QString &step : row[i].text.split(ends, Qt::SkipEmptyParts))
                phase.steps.push_back({{step, {}, {}}, row[i].line});
        }
    }
    return phase;
}

// "Phase | Actions | Time".
Phases tabled(const Section &section)
{
    static const Regex head(QString::fromUtf8("^(?:phase|stage|fase|schritt|étape|etapa|step)s?$"), words);
    for (const Block &block : section.blocks) {
        if (block.rows.size() < 4 || !head.match(block.rows.front().front().text).hasMatch())
            continue;
        Phases phases;
        qsizetype known = 0;
        for (size_t row = 1; row < block.rows.size(); ++row) {
            phases.push_back(fromRow(block.rows.front(), block.rows[row]));
            known += isPhaseName(block.rows[row].front().text);
        }
        if (static_cast<size_t>(known) * 2 >= phases.size())
            return phases;
    }
    return {};
}

// "Detection → Triage → Recovery", across or down.
Phases drawn(const Section &section)
{
    static const Regex arrow(QString::fromUtf8("->|=>|→|⇒|➔|➜|↓|▼|│|\\|"));
    if (!announcesCourse(section.title))
        return {};
    for (const Block &block : section.blocks) {
        Phases phases;
        int number = block.line;
        for (const QString &line : block.text.split(u'\n')) {
            ++number;
            for (const QString &part : line.split(arrow, Qt::SkipEmptyParts)) {
                const QString name = plainTitle(part);
                const bool again = std::any_of(phases.begin(), phases.end(), [&name](const ReadPhase &one) { return one.title == name; });
                if (isPhaseTitle(name) && !again)
                    phases.push_back({name, number, {}});
            }
        }
        if (phases.size() > 2 && block.text.contains(arrow))
            return phases;
    }
    return {};
}

// The chapters of the document itself: "## Detection", "## Containment", … between the others.
Phases chapters(const Section &section)
{
    const auto phases = childrenThat(section, [](const Section &child) {
        const QString name = plainTitle(child.title);
        const Part part = partOfTitle(name);
        const bool classifies = part == Part::Severities && name.count(u' ') > 1; // "Classify and preserve", not "Incident classification"
        return (part == Part::None || classifies) && isPhaseTitle(name);
    });
    const bool mends = std::any_of(phases.begin(), phases.end(), [](const Section *one) {
        static const Regex form(QStringLiteral("contain|conten|mitigat|eradicat|remediat|resol|recover|recupera|restor|fix"), words);
        return form.match(one->title).hasMatch();
    });
    if (!mends || phases.size() < 3)
        return {};
    const auto all =
        childrenThat(section, [](const Section &child) { return isOfCourse(child) && plainTitle(child.title).count(u' ') < 2; });
    const bool nothingElse = all.size() > phases.size() && phases.size() * 5 >= section.sections.size() * 3;
    return fromSections(nothingElse ? all : phases);
}

bool hasTicks(const Section &section)
{
    return std::any_of(section.blocks.begin(), section.blocks.end(),
                       [](const Block &block) {
                           return std::any_of(block.items.begin(), block.items.end(),
                                              [](const Item &item) { return item.ordered || item.checkbox; });
                       })
        || std::any_of(section.sections.begin(), section.sections.end(), hasTicks);
}

// No course at all, but something to do at once or afterwards.
Phases alone(const Document &document)
{
    Phases phases;
    visitSections(document, [&phases](const Section &section, const std::vector<Part> &) {
        const Part part = partOf(section);
        if (part == Part::Templates || part == Part::PostmortemTemplate || part == Part::Scenarios || part == Part::Contents
            || part == Part::OnCall || part == Part::Severities || !isOfResponse(section.title))
            return false;
        const auto numbered = childrenThat(section, [](const Section &child) { return isNumbered(child.title); });
        static const Regex first(QStringLiteral("^(?:the )?first (?:\\d+|few|hour|minutes)"), words);
        const QString name = plainTitle(section.title);
        if (section.titleKind != TitleKind::Heading || section.level <= 1 || !mayHold(part) || speaksOfSeverity(section.title)
            || !(isPhaseTitle(name) || first.match(name).hasMatch()) || !(hasTicks(section) || numbered.size() > 1))
            return true;
        phases.push_back({section.title, section.line, stepsOf(section)});
        return false;
    });
    return phases;
}

template<class Rule>
Phases firstBy(const Document &document, const Rule &rule)
{
    Phases found;
    visitSections(document, [&](const Section &section, const std::vector<Part> &above) {
        const Part part = partOf(section);
        const bool elsewhere = std::any_of(above.begin(), above.end(), [](Part one) { return !mayHold(one); });
        if (!found.empty() || !isOfResponse(section.title))
            return false;
        if (mayHold(part) && !elsewhere && (part == Part::Phases || !speaksOfSeverity(section.title)))
            found = rule(section, isWithin(above, Part::Phases));
        return found.empty() && (mayHold(part) || part == Part::Roles);
    });
    return found;
}

Phases course(const Document &document)
{
    const auto isTop = [](const Section &section) { return section.isTitle || section.level <= 1; };
    Phases phases = firstBy(document, [&](const Section &section, bool) {
        const bool isPhase = isOfSeverity(section) || (section.level > 1 && isPhaseTitle(plainTitle(section.title))); // its steps are none
        const Phases numbered = isPhase ? Phases() : said(section);
        return numbered.empty() && partOf(section) == Part::Phases && !isTop(section) ? announced(section) : numbered;
    });
    if (phases.empty())
        phases = said(document.root);
    if (phases.empty())
        phases = firstBy(document, [](const Section &section, bool within) { return within ? banded(section) : Phases(); });
    if (phases.empty())
        phases = firstBy(document, [](const Section &section, bool) {
            const Phases list = listed(section);
            return list.empty() ? tabled(section) : list;
        });
    for (const auto rule : {chapters, ofDocument}) {
        if (phases.empty())
            phases = firstBy(document, [&](const Section &section, bool) { return isTop(section) ? rule(section) : Phases(); });
        if (phases.empty())
            phases = rule(document.root);
    }
    if (phases.empty())
        phases = firstBy(document, [](const Section &section, bool) { return drawn(section); });
    return phases.empty() ? alone(document) : phases;
}

void setBand(Phase &phase, const QString &title)
{
    static const Regex aside(QStringLiteral("[(\\[]([^)\\]]*)[)\\]]|[:–—-]\\s*([^:–—-]*\\d[^:]*)$"));
    const QRegularExpressionMatch match = aside.match(title);
    const std::optional<Band> band = match.hasMatch() ? bandIn(match.captured(1) + match.captured(2)) : std::nullopt;
    if (!band)
        return;
    phase.startsAfter = band->from;
    phase.endsAfter = band->until;
}

} // namespace

void readPhases(const Document &document, Plan &plan)
{
    TakenIds taken;
    for (const ReadPhase &read : course(document)) {
        Phase phase;
        phase.name = plainTitle(read.title);
        phase.id = uniqueId(phase.name, taken);
        setBand(phase, read.title);
        const QString path = QStringLiteral("phases/") + phase.id;
        plan.lines.insert(path, read.line);
        append(phase.steps, read.steps, path + QLatin1String("/steps"), plan);
        plan.phases.push_back(std::move(phase));
    }
}

} // namespace qd::plan::written
