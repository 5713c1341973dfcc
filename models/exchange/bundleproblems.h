#pragma once
// What is wrong with a bundle: all of it, each with its part and its line.

#include <QStringList>

namespace qd::exchange {

struct BundleProblem
{
    QString part; // "events.jsonl"; empty: the file as a whole
    int line = 0; // counted from 1; 0: no line
    QString sentence;
    bool operator==(const BundleProblem &) const = default;
};

class BundleProblems
{
public:
    void add(const QString &part, int line, const QString &sentence);
    void add(const QString &part, const QString &sentence) { add(part, 0, sentence); }
    [[nodiscard]] bool none() const { return m_count == 0; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] const QList<BundleProblem> &told() const { return m_told; } // the first of them, up to mostTold
    [[nodiscard]] QStringList lines(const QString &file) const;               // "room.qdz: events.jsonl:17: …", and what to do

    static constexpr int mostTold = 100;

private:
    QList<BundleProblem> m_told;
    int m_count = 0;
};

} // namespace qd::exchange
