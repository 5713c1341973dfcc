#pragma once
// A visitor of fields.h that fills values from YAML, and says what is wrong with each. Internal to the reader.

#include "models/plan/fields.h"
#include "models/plan/source.h"

namespace qd::plan {

void readValue(Source &source, const Item &item, QString &value);
void readValue(Source &source, const Item &item, QByteArray &value);
void readValue(Source &source, const Item &item, bool &value);
void readValue(Source &source, const Item &item, std::optional<Need> &value);
void readValue(Source &source, const Item &item, int &value);
void readValue(Source &source, const Item &item, double &value); // a share: 80% or 0.8
void readValue(Source &source, const Item &item, Duration &value);
void readValue(Source &source, const Item &item, std::optional<Duration> &value);
void readValue(Source &source, const Item &item, MaybeTarget &value);
void readValue(Source &source, const Item &item, QDate &value);
void readValue(Source &source, const Item &item, Origin &value);
void readValue(Source &source, const Item &item, Calendar &value);
void readValue(Source &source, const Item &item, QMap<QString, int> &value);
void readValue(Source &source, const Item &item, QStringList &value);
void readValue(Source &source, const Item &item, Step &value);                      // a title alone, or a block
void readValue(Source &source, const Item &item, Conflict &value);                  // the same
void readValue(Source &source, const Item &item, std::vector<Cadence> &value);      // by severity
void readValue(Source &source, const Item &item, std::vector<MetricTarget> &value); // by severity
template<class T>
void readValue(Source &source, const Item &item, std::vector<T> &value);
template<class T>
void readValue(Source &source, const Item &item, T &value); // a block of keys

class BlockReader
{
public:
    BlockReader(Source &source, const Item &block);

    template<class T>
    BlockReader &field(const char *key, T &value)
    {
        if (const Item *item = take(key))
            readValue(m_source, *item, value);
        return *this;
    }
    template<class T>
    BlockReader &required(const char *key, T &value)
    {
        complainIfMissing(key);
        return field(key, value);
    }
    BlockReader &severities(const char *key, QStringList &ids); // a list, or the word `all`, which is kept as it is
    void finish();                                              // complains of every key that nobody asked for

private:
    [[nodiscard]] const Item *take(const char *key);
    void complainIfMissing(const char *key); // or there, but empty

    Source &m_source;
    Item m_block;
    std::vector<Entry> m_entries;
    QStringList m_known;
};

template<class T>
void readValue(Source &source, const Item &item, std::vector<T> &value)
{
    for (const Item &element : source.items(item))
        readValue(source, element, value.emplace_back());
}

template<class T>
void readValue(Source &source, const Item &item, T &value)
{
    BlockReader block(source, item);
    fields(block, value);
    block.finish();
}

} // namespace qd::plan
