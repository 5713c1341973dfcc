#include "models/core/scribeline.h"

#include "models/core/entrytext.h"
#include "models/core/scribecommands.h"

#include <QRegularExpression>

namespace qd {
namespace {

struct SignRow
{
    char sign;
    const char *kind;
};
constexpr SignRow signs[] = {{'!', "decision"}, {'?', "hypothesis"}, {'=', "observation"}, {'*', "action"}, {'>', "communication"}};

qsizetype skipBlanks(const QString &line, qsizetype from)
{
    while (from < line.size() && line[from].isSpace())
        ++from;
    return from;
}

// The ends of the first one, two and three words from `from`: a time may be as long ("about yesterday 23:50").
std::vector<qsizetype> wordEnds(const QString &line, qsizetype from)
{
    std::vector<qsizetype> ends;
    qsizetype at = from;
    while (ends.size() < 3 && at < line.size()) {
        while (at < line.size() && !line[at].isSpace())
            ++at;
        ends.push_back(at);
        at = skipBlanks(line, at);
    }
    return ends;
}

bool looksLikeClock(const QString &word)
{
    static const QRegularExpression pattern(QStringLiteral("^~?\\d{1,2}:\\d{2}(:\\d{2})?$"));
    return pattern.match(word).hasMatch();
}

// Where the time ends; `from` when there is none. "now" is a word of the sentence, not a time.
qsizetype readLeadingTime(const QString &line, qsizetype from, const ScribeContext &context, ScribeLine &read)
{
    const std::vector<qsizetype> ends = wordEnds(line, from);
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        const QString words = line.mid(from, *end - from);
        const bool hasDigit = std::any_of(words.begin(), words.end(), [](QChar c) { return c.isDigit(); });
        const Result<TypedTime> time = hasDigit ? readTime(words, context.now, context.zone) : failure(ErrorCode::Usage, {});
        if (time && time->at <= context.now) {
            read.time = *time;
            read.spans.push_back({static_cast<int>(from), static_cast<int>(*end - from), SpanKind::Time});
            return *end;
        }
        if (time || (end + 1 == ends.rend() && looksLikeClock(words))) {
            read.problems = QStringList{time ? QStringLiteral("%1 is later than now; for yesterday write 'yesterday %1'").arg(words)
                                             : time.error().sentence};
            read.spans.push_back({static_cast<int>(from), static_cast<int>(words.size()), SpanKind::Problem});
            return from;
        }
    }
    return from;
}

qsizetype readSign(const QString &line, qsizetype from, ScribeLine &read)
{
    if (from >= line.size())
        return from;
    const auto row =
        std::find_if(std::begin(signs), std::end(signs), [c = line[from]](const SignRow &item) { return c == QLatin1Char(item.sign); });
    const QChar next = from + 1 < line.size() ? line[from + 1] : QLatin1Char(' ');
    if (row == std::end(signs) || !(next.isSpace() || (next.isLetterOrNumber() && row->sign != '*')))
        return from;
    read.kind = QLatin1String(row->kind);
    read.spans.push_back({static_cast<int>(from), 1, SpanKind::Sign});
    return from + 1;
}

void markWords(const QString &line, qsizetype from, ScribeLine &read)
{
    static const QRegularExpression marked(QStringLiteral("(?<=^|[\\s(])([#@])[\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
    auto matches = marked.globalMatch(line, from);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        read.spans.push_back({static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                              match.captured(1) == QLatin1String("#") ? SpanKind::Tag : SpanKind::Person});
    }
}

void becomeEntry(ScribeLine &read, const QString &line)
{
    if (read.kind.isEmpty())
        read.kind = QStringLiteral("note");
    if (line.trimmed().isEmpty())
        return;
    command::LogEntry entry;
    entry.text = read.text.isEmpty() ? line.trimmed() : read.text; // a time or a sign alone
    entry.kind = read.text.isEmpty() ? QStringLiteral("note") : read.kind;
    if (read.time && !read.text.isEmpty()) {
        entry.at = read.time->at;
        entry.zone = read.time->zone;
        entry.approximate = read.time->approximate;
    }
    read.deed = ScribeDeed::Submit;
    read.command = entry;
}

} // namespace

ScribeLine readScribeLine(const QString &line, const ScribeContext &context)
{
    ScribeLine read;
    qsizetype at = skipBlanks(line, 0);
    for (int i = 0; i < 2; ++i) { // time and sign, in either order
        if (!read.time && read.problems.isEmpty())
            at = skipBlanks(line, readLeadingTime(line, at, context, read));
        if (read.kind.isEmpty())
            at = skipBlanks(line, readSign(line, at, read));
    }
    read.wordsStart = at;
    read.text = line.mid(at).trimmed();
    read.tags = tagsIn(read.text);
    read.people = peopleIn(read.text);
    const bool isCommand = read.kind.isEmpty() && read.text.startsWith(QLatin1Char('/')) && becomeCommand(read, at, context);
    markWords(line, at, read);
    if (!isCommand)
        becomeEntry(read, line);
    else if (read.deed == ScribeDeed::Nothing)
        becomeNote(read, line, read.problems.value(0));
    return read;
}

void becomeNote(ScribeLine &read, const QString &line, const QString &why)
{
    read.kind = QStringLiteral("note");
    read.text = line.mid(read.wordsStart).trimmed();
    read.tags = tagsIn(read.text);
    read.people = peopleIn(read.text);
    read.details.clear();
    read.audience.clear();
    read.problems = QStringList{why};
    read.misread = true;
    for (ScribeSpan &span : read.spans) {
        if (span.kind == SpanKind::Verb)
            span.kind = SpanKind::Problem;
    }
    becomeEntry(read, line);
}

} // namespace qd
