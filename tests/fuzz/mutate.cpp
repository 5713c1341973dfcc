// Stands in for libFuzzer in the test set: every seed as it is, then changed in ways that are the same each time.
//   fuzz_x SECONDS DICTIONARY FOLDER…
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size); // NOLINT(readability-identifier-naming)

namespace {

constexpr qsizetype longest = 20'000;
constexpr int mostMutations = 4000;

QList<QByteArray> seedsIn(const QStringList &folders)
{
    QList<QByteArray> seeds = {{}};
    for (const QString &folder : folders) {
        for (const QFileInfo &entry : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
            QFile file(entry.filePath());
            if (entry.suffix() != QLatin1String("json") && file.open(QIODevice::ReadOnly))
                seeds << file.readAll();
        }
    }
    return seeds;
}

// "\x0a", as libFuzzer's dictionaries have it.
QByteArray unescaped(const QByteArray &word)
{
    const QList<QByteArray> parts = word.split('\\');
    QByteArray bytes = parts.first();
    for (const QByteArray &part : parts.mid(1))
        bytes += QByteArray::fromHex(part.mid(1, 2)) + part.mid(3);
    return bytes;
}

QList<QByteArray> wordsIn(const QString &dictionary)
{
    QList<QByteArray> words;
    QFile file(dictionary);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith('"'))
                words << unescaped(line.mid(1, line.lastIndexOf('"') - 1));
        }
    }
    return words;
}

class Mutator
{
public:
    Mutator(QList<QByteArray> seeds, QList<QByteArray> words) : m_seeds(std::move(seeds)), m_words(std::move(words)) { }

    QByteArray next()
    {
        QByteArray bytes = any(m_seeds);
        for (qsizetype changes = 1 + number(8); changes > 0; --changes)
            change(bytes);
        return bytes.left(longest);
    }

private:
    void change(QByteArray &bytes)
    {
        const qsizetype at = number(bytes.size() + 1);
        switch (number(6)) {
        case 0: bytes.insert(at, any(m_words)); break;
        case 1: bytes.insert(at, any(m_words).repeated(number(60))); break;
        case 2: bytes.remove(at, number(200)); break;
        case 3: bytes.insert(at, static_cast<char>(number(256))); break;
        case 4: bytes.insert(at, bytes.mid(number(bytes.size() + 1), number(2000))); break;
        default: {
            const QByteArray other = any(m_seeds);
            bytes = bytes.left(at) + other.mid(number(other.size() + 1));
        }
        }
    }

    QByteArray any(const QList<QByteArray> &all) { return all.isEmpty() ? QByteArray() : all.at(number(all.size())); }
    qsizetype number(qsizetype below) { return below < 1 ? 0 : static_cast<qsizetype>(m_random() % static_cast<quint64>(below)); }

    QList<QByteArray> m_seeds;
    QList<QByteArray> m_words;
    std::mt19937 m_random; // seeded alike in every run
};

void run(const QByteArray &bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), static_cast<size_t>(bytes.size()));
}

} // namespace

int main(int count, char **words)
{
    if (count < 4) {
        std::fprintf(stderr, "usage: %s SECONDS DICTIONARY FOLDER...\n", words[0]);
        return 2;
    }
    QStringList folders;
    for (int i = 3; i < count; ++i)
        folders << QString::fromLocal8Bit(words[i]);
    const QList<QByteArray> seeds = seedsIn(folders);
    QElapsedTimer timer;
    timer.start();
    for (const QByteArray &seed : seeds)
        run(seed);
    Mutator mutator(seeds, wordsIn(QString::fromLocal8Bit(words[2])));
    const qint64 allowed = atoll(words[1]) * 1000;
    int mutations = 0;
    for (; mutations < mostMutations && timer.elapsed() < allowed; ++mutations)
        run(mutator.next());
    std::printf("%lld seeds, %d mutations, %lld ms\n", static_cast<long long>(seeds.size()), mutations,
                static_cast<long long>(timer.elapsed()));
    return 0;
}
