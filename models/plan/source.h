#pragma once
// A plan file as YAML nodes, with the place of each in the file, and the problems found so far. Internal to the reader.
//
// 1. A node is visited through an Item, which counts: a file that unfolds into too much (aliases of aliases) is given up, not followed.
// 2. Places are computed in characters; yaml-cpp counts bytes.

#include "models/plan/problem.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

#include <yaml-cpp/yaml.h>

namespace qd::plan {

struct Item
{
    YAML::Node node;
    QString path; // "severities/0/respond_within"
    Place place;
};

struct Entry // of a map
{
    QString key;
    Place place; // of the key
    Item value;
};

class Source
{
public:
    Source(const QByteArray &yaml, const QString &fileName);

    [[nodiscard]] std::optional<Item> root(); // absent: a problem says why
    [[nodiscard]] std::vector<Entry> entries(const Item &map);
    [[nodiscard]] std::vector<Item> items(const Item &list);
    [[nodiscard]] std::optional<QString> text(const Item &scalar); // absent: a problem says why

    void tellAtKey(const Entry &entry);                        // what is wrong with this entry is wrong with its key
    void complain(Place place, const QString &what);           // past the first hundreds, a file is not a plan at all: the rest is dropped
    void complainAt(const QString &path, const QString &what); // at the nearest place above where the path is not in the file
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] std::vector<Problem> takeProblems(); // in the order of the file

private:
    [[nodiscard]] Place placeOf(const YAML::Mark &mark) const;
    [[nodiscard]] Place placeOfOffset(qsizetype offset) const;
    [[nodiscard]] Place firstBadByte() const; // in a file that is not UTF-8
    [[nodiscard]] bool isPlainText();
    [[nodiscard]] Item item(const YAML::Node &node, const QString &path, Place whereEmpty);
    [[nodiscard]] bool count(size_t values, size_t characters);
    std::optional<Item> parse();

    QByteArray m_yaml;
    QString m_fileName;
    std::vector<qsizetype> m_lineStarts;
    QHash<QString, Place> m_places;
    std::vector<Problem> m_problems;
    size_t m_values = 0;
    size_t m_characters = 0;
    bool m_tooLarge = false;
};

[[nodiscard]] QString keyOf(const QString &path); // "severities/0/respond_within" is "respond_within"; "notify/2" is "notify"

} // namespace qd::plan
