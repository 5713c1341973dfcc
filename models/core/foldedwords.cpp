#include "models/core/foldedwords.h"

namespace qd {

QStringList foldedWords(const QString &text)
{
    QStringList words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words << word;
        word.clear();
    };
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            word += c;
        else if (!c.isMark() && c != u'\'' && c != QChar(0x2019)) // an accent, or "can't"
            end();
    }
    end();
    return words;
}

} // namespace qd
