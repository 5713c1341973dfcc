#include "models/journal/searchwords.h"

#include <QRegularExpression>

#include <algorithm>

#include "models/core/kinds.h"

namespace qd::journal {
namespace {

constexpr qsizetype longestQuery = 32; // words; more is a paste, not a search
constexpr qsizetype longestExcerpt = 240;

struct Searchable
{
    const char *kind;
    std::vector<const char *> fields;
};

const std::vector<Searchable> searchables = {
    {kinds::entryLogged, {"text"}},
    {kinds::declared, {"title", "impact"}},
    {kinds::amended, {"value"}},
    {kinds::severityChanged, {"reason"}},
    {kinds::statusChanged, {"note"}},
    {kinds::roleAssigned, {"name", "brief"}},
    {kinds::roleHandedOver, {"name", "brief"}},
    {kinds::hypothesisSettled, {"note"}},
    {kinds::askMade, {"who", "text"}},
    {kinds::askAnswered, {"answer"}},
    {kinds::scenarioAttached, {"name"}},
    {kinds::updateSent, {"text"}},
    {kinds::escalationRaised, {"who"}},
    {kinds::actionAdded, {"text", "owner"}},
    {kinds::attachmentAdded, {"name"}},
};

QStringList wordsIn(const QString &text)
{
    static const QRegularExpression gap(QStringLiteral("[\\s\\p{Cc}]+"), QRegularExpression::UseUnicodePropertiesOption);
    const QString whole = QString::fromUtf8(text.toUtf8()); // without half surrogates, which SQLite takes for the end
    return whole.split(gap, Qt::SkipEmptyParts).mid(0, longestQuery);
}

bool hasLetterOrDigit(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

} // namespace

QString matchOf(const QString &words)
{
    QStringList terms;
    for (QString word : wordsIn(words)) {
        if (hasLetterOrDigit(word)) // a lone sign is no word in the index either
            terms << QLatin1Char('"') + word.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    }
    return terms.isEmpty() ? QString() : terms.join(QLatin1Char(' ')) + QLatin1Char('*');
}

QString excerpt(const QString &text, const QString &words)
{
    if (text.size() <= longestExcerpt)
        return text;
    qsizetype found = text.size();
    for (const QString &word : wordsIn(words)) {
        const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
        found = at < 0 ? found : std::min(found, at);
    }
    const qsizetype from = found == text.size() ? 0 : std::max<qsizetype>(0, found - longestExcerpt / 4);
    const QString cut = text.mid(from, longestExcerpt).simplified();
    return (from > 0 ? QStringLiteral("…") : QString()) + cut + (from + longestExcerpt < text.size() ? QStringLiteral("…") : QString());
}

QString searchableText(const Event &event)
{
    const auto row = std::find_if(searchables.begin(), searchables.end(),
                                  [&event](const Searchable &searchable) { return event.kind == QLatin1String(searchable.kind); });
    if (row == searchables.end())
        return {};
    QStringList texts;
    for (const char *field : row->fields) {
        const QString text = event.body.value(QLatin1String(field)).toString();
        if (!text.isEmpty())
            texts << text;
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace qd::journal
