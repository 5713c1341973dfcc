#include "models/plan/written/encoding.h"

#include <QStringDecoder>

#include <array>
#include <optional>

namespace qd::plan::written {
namespace {

// What Windows-1252 has in 0x80 to 0x9f; 0: nothing.
constexpr std::array<char16_t, 32> windowsHigh = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
                                                  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                                                  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

QString fromWindows(const QByteArray &bytes)
{
    QString text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto code = static_cast<uchar>(byte);
        const char16_t high = code >= 0x80 && code < 0xa0 ? windowsHigh.at(code - 0x80) : 0;
        text += QChar(high ? high : char16_t(code));
    }
    return text;
}

// The byte that Windows-1252 shows as this character; nothing: none does.
std::optional<char> windowsByte(QChar character)
{
    const char16_t code = character.unicode();
    if (code >= 0x80 && code <= 0xff)
        return static_cast<char>(code);
    for (size_t i = 0; i < windowsHigh.size(); ++i) {
        if (windowsHigh.at(i) == code && code)
            return static_cast<char>(0x80 + i);
    }
    return {};
}

// A run of such characters is mended when its bytes are UTF-8.
QString mendRun(const QByteArray &bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(bytes);
    return decode.hasError() ? QString() : text;
}

Characters mend(const QString &garbled)
{
    Characters result;
    result.text.reserve(garbled.size());
    qsizetype at = 0;
    while (at < garbled.size()) {
        QByteArray run;
        qsizetype end = at;
        for (; end < garbled.size(); ++end) {
            const std::optional<char> byte = windowsByte(garbled.at(end));
            if (!byte)
                break;
            run += *byte;
        }
        const QString mended = run.size() > 1 ? mendRun(run) : QString();
        if (!mended.isEmpty()) {
            result.text += mended;
            result.mended = true;
        } else {
            result.text += garbled.mid(at, qMax<qsizetype>(1, end - at));
        }
        at = qMax(at + 1, end);
    }
    return result;
}

QString decode(const QByteArray &bytes)
{
    if (const auto marked = QStringDecoder::encodingForData(bytes)) {
        QStringDecoder decoder(*marked);
        return decoder(bytes);
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? fromWindows(bytes) : text;
}

} // namespace

Characters readCharacters(const QByteArray &bytes)
{
    Characters characters = mend(decode(bytes));
    characters.text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    for (QChar &character : characters.text) {
        if (character.unicode() < 0x20 && character != u'\n' && character != u'\t')
            character = u' ';
    }
    return characters;
}

} // namespace qd::plan::written
