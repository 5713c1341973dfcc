#include "models/exchange/printedtext.h"

#include <algorithm>

namespace qd::exchange {
namespace {

struct Range
{
    char16_t from;
    char16_t to;
};

// Latin, Greek, Cyrillic, Armenian, Georgian, punctuation and symbols, Chinese, Japanese and Korean: a character, a sign.
constexpr Range unshaped[] = {{0x0000, 0x02ff}, {0x0370, 0x0482}, {0x048a, 0x058f}, {0x10a0, 0x10ff}, {0x1e00, 0x200b}, {0x200e, 0x20cf},
                              {0x2100, 0x2ddf}, {0x2e80, 0xa4cf}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xff00, 0xffef}, {0xfffd, 0xfffd}};

bool isShaped(QChar c)
{
    return c.unicode() >= 0x0300 && std::none_of(std::begin(unshaped), std::end(unshaped), [c](const Range &range) {
               return c.unicode() >= range.from && c.unicode() <= range.to;
           });
}

} // namespace

QString printable(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= 0x20 && c < 0x7f)
            continue;
        const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
        const bool half = (text[i].isHighSurrogate() && (i + 1 == text.size() || !text[i + 1].isLowSurrogate()))
            || (text[i].isLowSurrogate() && (i == 0 || !text[i - 1].isHighSurrogate()));
        if (c == '\n')
            text[i] = QChar::LineSeparator;
        else if (c == '\t')
            text[i] = QLatin1Char(' ');
        else if (control || half)
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

std::vector<TextRun> textRuns(const QString &text)
{
    std::vector<TextRun> runs;
    for (int i = 0; i < static_cast<int>(text.size()); ++i) {
        const bool shaped = isShaped(text[i]);
        if (runs.empty() || runs.back().shaped != shaped) {
            const bool takesBase = shaped && text[i].isMark() && !runs.empty() && !text[i - 1].isSurrogate();
            if (takesBase && --runs.back().length == 0)
                runs.pop_back();
            runs.push_back({i - (takesBase ? 1 : 0), takesBase ? 1 : 0, shaped});
        }
        ++runs.back().length;
    }
    return runs;
}

bool needsShaping(const QString &text)
{
    return std::any_of(text.begin(), text.end(), isShaped);
}

bool isPlainWords(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c == QLatin1Char(' ') || c == QLatin1Char(',') || c == QLatin1Char('.') || (c.isDigit() && c.unicode() < 0x80)
            || (c.isLetter() && c.unicode() < 0x0300 && c != QLatin1Char('x'));
    });
}

} // namespace qd::exchange
