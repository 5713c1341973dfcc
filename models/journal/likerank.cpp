#include "models/journal/likerank.h"

#include "models/journal/statement.h"

#include <QHash>

#include <cmath>

namespace qd::journal {
namespace {

constexpr size_t mostTerms = 24; // the rarest of the query's
constexpr qsizetype mostWords = 5;
constexpr double sameService = 3.0;
constexpr double sameType = 1.0;
constexpr double sameScenario = 1.5;
constexpr double nearInTime = 0.2; // a tie-break
constexpr double halfForgotten = 180; // days
constexpr double enough = 4.0;
constexpr double enoughOfOneWord = 3.0;
constexpr double besideTheBest = 0.3;
constexpr double countsAsWord = 0.06; // of what all words of a hit say

// What FTS5 takes for the idf of a word that `holding` of `all` rows hold, and what is taken here: above zero for a common word too.
double idfOfFts(double all, double holding)
{
    const double idf = std::log((all - holding + 0.5) / (holding + 0.5));
    return idf > 0 ? idf : 1e-6;
}

// 0 to 1, whatever the size of the database: as if there were so many more incidents without the word.
double rarity(double all, double holding)
{
    constexpr double unseen = 20;
    return std::log1p((all + unseen - holding + 0.5) / (holding + 0.5)) / std::log1p(all + unseen + 1);
}

struct Said // what one word says of each incident that holds it
{
    const LikeTerm *term = nullptr;
    double telling = 0; // weight and rarity
    std::vector<std::pair<qint64, double>> rows;
};

struct Found
{
    double text = 0;
    double best = 0; // of one word
    std::vector<std::pair<double, const LikeTerm *>> parts;
};

Result<double> countOfTold(Connection &connection)
{
    Statement row(connection, "247_told_likeness");
    if (const Result<void> done = row.run(); !done)
        return tl::unexpected(done.error());
    return row.next() ? static_cast<double>(row.number(0)) : 0.0;
}

Result<Said> say(Connection &connection, const LikeTerm &term, double all)
{
    Said said;
    said.term = &term;
    Statement rows(connection, "248_like_word");
    if (const Result<void> done = rows.run(QLatin1Char('"') + term.stem + QLatin1Char('"')); !done)
        return tl::unexpected(done.error());
    while (rows.next())
        said.rows.emplace_back(rows.number(0), -rows.real(1));
    if (const Result<void> end = rows.end(); !end)
        return tl::unexpected(end.error());
    const auto holding = static_cast<double>(said.rows.size());
    said.telling = term.weight * rarity(all, holding);
    for (auto &[id, worth] : said.rows)
        worth = worth / idfOfFts(all, holding) * said.telling;
    return said;
}

Result<QHash<qint64, Found>> foundByWords(Connection &connection, const LikeQuery &query)
{
    const Result<double> all = countOfTold(connection);
    if (!all)
        return tl::unexpected(all.error());
    std::vector<Said> spoken;
    for (const LikeTerm &term : query.terms) {
        Result<Said> said = say(connection, term, *all);
        if (!said)
            return tl::unexpected(said.error());
        if (!said->rows.empty())
            spoken.push_back(std::move(*said));
    }
    std::sort(spoken.begin(), spoken.end(), [](const Said &a, const Said &b) { return a.telling > b.telling; });
    spoken.resize(std::min(spoken.size(), mostTerms));
    QHash<qint64, Found> found;
    for (const Said &said : spoken) {
        for (const auto &[id, worth] : said.rows) {
            Found &one = found[id];
            one.text += worth;
            one.best = std::max(one.best, worth);
            one.parts.emplace_back(worth, said.term);
        }
    }
    return found;
}

QStringList wordsOf(Found &found)
{
    std::sort(found.parts.begin(), found.parts.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList words;
    for (const auto &[worth, term] : found.parts) {
        if (words.size() < mostWords && worth > found.text * countsAsWord)
            words << term->word;
    }
    return words;
}

QStringList inBoth(const QStringList &asked, const QString &lines)
{
    const QStringList known = lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QStringList both;
    for (const QString &one : asked) {
        if (known.contains(one))
            both << one;
    }
    return both;
}

double nearness(Instant one, Instant other)
{
    const double days = std::abs(std::chrono::duration<double, std::ratio<86400>>(one - other).count());
    return nearInTime / (1 + days / halfForgotten);
}

LikeMatch matchOfRow(const Statement &row, const LikeQuery &query, QHash<qint64, Found> &found)
{
    LikeMatch match;
    match.id = row.number(0);
    match.services = inBoth(query.services, row.text(1));
    match.scenarios = query.plan == row.text(3) ? inBoth(query.scenarios, row.text(2)) : QStringList();
    match.sameType = !query.type.isEmpty() && row.text(4).trimmed().toCaseFolded() == query.type;
    match.declaredAt = row.instant(5).value_or(Instant{});
    const auto words = found.find(match.id);
    if (words != found.end()) {
        match.score = words->text;
        match.words = wordsOf(*words);
    }
    match.score += match.services.isEmpty() ? 0 : sameService;
    match.score += match.sameType ? sameType : 0;
    match.score += match.scenarios.isEmpty() ? 0 : sameScenario;
    match.score += nearness(match.declaredAt, query.at);
    return match;
}

bool isMoreThanChance(const LikeMatch &match, double bestWord)
{
    const bool speaks = match.words.size() > 1 || bestWord >= enoughOfOneWord || !match.services.isEmpty() || !match.scenarios.isEmpty();
    return match.score >= enough && speaks;
}

bool likerThan(const LikeMatch &a, const LikeMatch &b)
{
    return a.score != b.score ? a.score > b.score : a.id < b.id;
}

} // namespace

Result<std::vector<LikeMatch>> rankLike(Connection &connection, const LikeQuery &query)
{
    Result<QHash<qint64, Found>> found = foundByWords(connection, query);
    if (!found)
        return tl::unexpected(found.error());
    Statement rows(connection, "249_like_candidates");
    if (const Result<void> done = rows.run(query.self, query.drill, query.openOnly); !done)
        return tl::unexpected(done.error());
    std::vector<LikeMatch> matches;
    while (rows.next()) {
        LikeMatch match = matchOfRow(rows, query, *found);
        if (isMoreThanChance(match, found->value(match.id).best))
            matches.push_back(std::move(match));
    }
    if (const Result<void> end = rows.end(); !end)
        return tl::unexpected(end.error());
    std::sort(matches.begin(), matches.end(), likerThan);
    const double best = matches.empty() ? 0 : matches.front().score;
    std::erase_if(matches, [best](const LikeMatch &match) { return match.score < best * besideTheBest; });
    matches.resize(std::min(matches.size(), static_cast<size_t>(std::max(query.limit, 0))));
    return matches;
}

} // namespace qd::journal
