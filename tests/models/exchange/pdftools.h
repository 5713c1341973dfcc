#pragma once
// What a PDF reader makes of a document: poppler's and qpdf's programs.

#include <QFile>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

namespace qd::test {

class ReadPdf
{
public:
    explicit ReadPdf(const QByteArray &pdf)
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            qFatal("the document could not be put down");
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("document.pdf")); }

    // What the program prints; the document's path is its last word, or stands before `after`.
    [[nodiscard]] QString run(const QString &program, QStringList words, const QStringList &after = {}) const
    {
        QProcess process;
        process.start(program, words << path() << after);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    [[nodiscard]] QString text() const { return run(QStringLiteral("pdftotext"), {QStringLiteral("-raw")}, {QStringLiteral("-")}); }
    [[nodiscard]] QString page(int number) const // from 1
    {
        const QString n = QString::number(number);
        return run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), QStringLiteral("-f"), n, QStringLiteral("-l"), n},
                   {QStringLiteral("-")});
    }
    [[nodiscard]] int pages() const
    {
        for (const QString &line : run(QStringLiteral("pdfinfo"), {}).split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("Pages:")))
                return line.mid(6).trimmed().toInt();
        }
        return 0;
    }

private:
    QTemporaryDir m_folder;
};

inline QString lettersOf(const QString &text) // what line breaks and typesetting leave alone
{
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

} // namespace qd::test
