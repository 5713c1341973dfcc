#include "models/items/scenariofit.h"

#include "models/core/wordstems.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <cmath>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Scenario)
};

constexpr qsizetype recentEntries = 60;
constexpr size_t mostSuggested = 3;
constexpr qsizetype mostReasons = 4;
constexpr double typeWeight = 2.0;
constexpr double enough = 0.9;      // one telling word of the title, or two of the log
constexpr double inSymptoms = 0.5;  // they are sentences, with words that are there by chance
constexpr double commonplace = 0.4; // "service", "error": in every second incident
constexpr double inEntries = 0.6;   // the log speaks of many things
constexpr double besideTheBest = 1.0 / 3;

using Terms = QMap<QString, double>; // words with a blank between, as stems; how much each says

bool isCommonplace(const QString &stem)
{
    static const QStringList list = [] {
        QStringList stems;
        for (const StemmedWord &word : stemmedWords(QStringLiteral(
                 "alert api app application customer data degradation degraded down error external failed failure fails fail "
                 "feature health high level low major minor node outage page performance production rate request response "
                 "security server service site slow state status system task team time traffic user website")))
            stems << word.stem;
        return stems;
    }();
    return list.contains(stem);
}

bool isNumberOfNothing(const QString &word) // "5" of "5%"; "503" says something
{
    return word.size() < 3 && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

void addTerm(Terms &terms, const QString &term, double weight)
{
    terms[term] = std::max(terms.value(term, 0), weight);
}

void addProse(Terms &terms, const QString &text, double weight)
{
    for (const StemmedWord &word : stemmedWords(text)) {
        if (word.word.size() > 1 && !isEmptyWord(word.word) && !isNumberOfNothing(word.word))
            addTerm(terms, word.stem, isCommonplace(word.stem) ? weight * commonplace : weight);
    }
}

Terms termsOf(const plan::Scenario &scenario)
{
    Terms terms;
    for (const QString &given : scenario.words) { // the plan says that they suggest it: none is commonplace
        QStringList stems;
        for (const StemmedWord &word : stemmedWords(given))
            stems << word.stem;
        if (!stems.isEmpty())
            addTerm(terms, stems.join(u' '), 1);
    }
    addProse(terms, scenario.name, 1);
    for (const QString &symptom : scenario.symptoms)
        addProse(terms, symptom, inSymptoms);
    return terms;
}

// A text in which terms are looked up.
class Told
{
public:
    void add(const QString &text)
    {
        const std::vector<StemmedWord> words = stemmedWords(text);
        for (size_t i = 0; i < words.size(); ++i) {
            m_text += u' ' + words[i].stem;
            m_written.insert(words[i].stem, words[i].word);
            if (i > 0) // "time out" is "timeout"
                m_written.insert(stemOf(words[i - 1].word + words[i].word), words[i - 1].word + u' ' + words[i].word);
        }
        m_text += QLatin1String(" . "); // no phrase goes on into the next text
    }

    [[nodiscard]] QString find(const QString &term) const // as it is written there; empty: it is not
    {
        if (!term.contains(u' '))
            return m_written.value(term);
        return m_text.contains(u' ' + term + u' ') ? term : QString();
    }

private:
    QString m_text;
    QHash<QString, QString> m_written;
};

Told headOf(const Incident &incident)
{
    Told told;
    for (const QString &text : QStringList{incident.title, incident.impact} + incident.services)
        told.add(text);
    return told;
}

Told logOf(const Incident &incident)
{
    Told told;
    for (qsizetype i = qMax<qsizetype>(0, incident.entries.size() - recentEntries); i < incident.entries.size(); ++i) {
        const TimelineEntry &entry = incident.entries.at(i);
        const bool stands = !entry.undone && !entry.redacted && entry.settlement.state != QLatin1String("ruled-out");
        if (stands && entryKinds().contains(entry.kind))
            told.add(entry.text);
    }
    return told;
}

// 1: one scenario alone has it; 0: all of several have it.
double rarity(int having, size_t all)
{
    return all < 2 ? 1 : std::log(static_cast<double>(all) / having) / std::log(static_cast<double>(all));
}

class Matcher
{
public:
    Matcher(const plan::Plan &plan, const Incident &incident)
        : m_incident(incident),
          m_head(headOf(incident)),
          m_log(logOf(incident)),
          m_count(plan.scenarios.size())
    {
        for (const plan::Scenario &scenario : plan.scenarios) {
            m_terms.push_back(termsOf(scenario));
            for (auto term = m_terms.back().keyBegin(); term != m_terms.back().keyEnd(); ++term)
                ++m_having[*term];
            m_ofType += isOfType(scenario) ? 1 : 0;
        }
    }

    [[nodiscard]] ScenarioFit fit(const plan::Scenario &scenario, size_t index) const
    {
        ScenarioFit fit{scenario.id, 0, {}};
        QStringList reasons;
        if (isOfType(scenario) && (m_count < 2 || m_ofType < static_cast<int>(m_count))) {
            fit.weight += typeWeight;
            reasons << Words::tr("type %1").arg(m_incident.type);
        }
        std::vector<std::pair<double, QString>> found;
        for (auto term = m_terms[index].begin(); term != m_terms[index].end(); ++term)
            look(term.key(), term.value(), found);
        std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
        for (const auto &[weight, word] : found) {
            fit.weight += weight;
            reasons << word;
        }
        reasons.removeDuplicates();
        fit.because = reasons.mid(0, mostReasons);
        return fit;
    }

private:
    void look(const QString &term, double says, std::vector<std::pair<double, QString>> &found) const
    {
        const double weight = says * rarity(m_having.value(term), m_count);
        if (weight <= 0)
            return;
        if (const QString written = m_head.find(term); !written.isEmpty())
            found.emplace_back(weight, written);
        else if (const QString logged = m_log.find(term); !logged.isEmpty())
            found.emplace_back(weight * inEntries, logged);
    }

    // A scenario without a type of its own is of one that its name speaks of: "Security incident".
    [[nodiscard]] bool isOfType(const plan::Scenario &scenario) const
    {
        if (m_incident.type.isEmpty())
            return false;
        if (!scenario.type.isEmpty())
            return scenario.type.compare(m_incident.type, Qt::CaseInsensitive) == 0;
        const std::vector<StemmedWord> type = stemmedWords(m_incident.type);
        const std::vector<StemmedWord> name = stemmedWords(scenario.name);
        return !type.empty() && std::all_of(type.begin(), type.end(), [&name](const StemmedWord &word) {
            return std::any_of(name.begin(), name.end(), [&word](const StemmedWord &other) { return other.stem == word.stem; });
        });
    }

    const Incident &m_incident;
    Told m_head, m_log;
    size_t m_count;
    std::vector<Terms> m_terms;
    QHash<QString, int> m_having;
    int m_ofType = 0;
};

} // namespace

std::vector<ScenarioFit> fittingScenarios(const plan::Plan &plan, const Incident &incident)
{
    const Matcher matcher(plan, incident);
    std::vector<ScenarioFit> fits;
    for (size_t i = 0; i < plan.scenarios.size(); ++i) {
        ScenarioFit fit = matcher.fit(plan.scenarios[i], i);
        if (fit.weight >= enough && !incident.scenarios.contains(fit.scenario))
            fits.push_back(std::move(fit));
    }
    std::stable_sort(fits.begin(), fits.end(), [](const auto &a, const auto &b) { return a.weight > b.weight; });
    if (!fits.empty())
        std::erase_if(fits, [least = fits.front().weight * besideTheBest](const ScenarioFit &fit) { return fit.weight < least; });
    if (fits.size() > mostSuggested)
        fits.resize(mostSuggested);
    return fits;
}

} // namespace qd::items
