#include "models/exchange/timelineimport.h"

#include "models/core/entrytext.h"
#include "models/core/incident.h"
#include "models/core/timetext.h"
#include "models/exchange/csv.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>

namespace qd::exchange {
namespace {

struct Faults
{
    QString name;
    QStringList lines;
    void add(int line, int column, const QString &what) { lines << QStringLiteral("%1:%2:%3: ").arg(name).arg(line).arg(column) + what; }
};

struct Field // of one row, and where it stands
{
    QString text;
    int column = 1;
};

struct Row
{
    int line = 1;
    Field at, text, kind, author, tags;
    std::optional<Field> micros; // Timesketch's timestamp
};

const QStringList &namesFor(Field Row::*field)
{
    static const QStringList at{QStringLiteral("at"),   QStringLiteral("time"),        QStringLiteral("datetime"),
                                QStringLiteral("date"), QStringLiteral("happened_at"), QStringLiteral("event_date")};
    static const QStringList text{QStringLiteral("text"), QStringLiteral("message"), QStringLiteral("event"), QStringLiteral("description"),
                                  QStringLiteral("event_title")};
    static const QStringList kind{QStringLiteral("kind"), QStringLiteral("timestamp_desc"), QStringLiteral("type"),
                                  QStringLiteral("event_category")};
    static const QStringList author{QStringLiteral("author"), QStringLiteral("user"), QStringLiteral("by"), QStringLiteral("event_source")};
    static const QStringList tags{QStringLiteral("tags"), QStringLiteral("tag"), QStringLiteral("event_tags")};
    if (field == &Row::at)
        return at;
    if (field == &Row::text)
        return text;
    return field == &Row::kind ? kind : field == &Row::author ? author : tags;
}

// What elsewhere is called by another word. Any other word is a note.
QString kindFor(const QString &given)
{
    static const QStringList deeds{QStringLiteral("started"),      QStringLiteral("detected"),   QStringLiteral("declared"),
                                   QStringLiteral("acknowledged"), QStringLiteral("identified"), QStringLiteral("mitigated"),
                                   QStringLiteral("resolved"),     QStringLiteral("closed"),     QStringLiteral("status"),
                                   QStringLiteral("severity")};
    static const QHash<QString, QString> others{{QStringLiteral("incident declared"), QStringLiteral("declared")},
                                                {QStringLiteral("detection"), QStringLiteral("detected")},
                                                {QStringLiteral("update"), QStringLiteral("communication")},
                                                {QStringLiteral("message"), QStringLiteral("communication")},
                                                {QStringLiteral("comms"), QStringLiteral("communication")},
                                                {QStringLiteral("finding"), QStringLiteral("observation")},
                                                {QStringLiteral("task"), QStringLiteral("action")},
                                                {QStringLiteral("mitigation"), QStringLiteral("action")},
                                                {QStringLiteral("theory"), QStringLiteral("hypothesis")},
                                                {QStringLiteral("recovered"), QStringLiteral("resolved")}};
    const QString kind = given.trimmed().toLower();
    if (entryKinds().contains(kind) || deeds.contains(kind))
        return kind;
    return others.value(kind, QStringLiteral("note"));
}

QStringList tagsOf(const QString &given)
{
    const QJsonDocument list = QJsonDocument::fromJson(given.toUtf8());
    QStringList tags;
    if (list.isArray()) {
        for (const QJsonValue &tag : list.array())
            tags << tag.toString();
    } else {
        static const QRegularExpression between(QStringLiteral("[;|,]"));
        for (const QString &tag : given.split(between, Qt::SkipEmptyParts))
            tags << tag.trimmed();
    }
    tags.removeAll(QString());
    return tags;
}

std::optional<TypedTime> timeOf(const Row &row, const QTimeZone &zone, Instant now, Faults &faults)
{
    static const QRegularExpression fraction(QStringLiteral("(\\d{2}:\\d{2}:\\d{2}\\.\\d{3})\\d+")); // finer than we keep
    static const QRegularExpression blankZone(
        QStringLiteral("^(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})$"));
    QString text = row.at.text.trimmed();
    text.replace(fraction, QStringLiteral("\\1"));
    if (const QRegularExpressionMatch match = blankZone.match(text); match.hasMatch())
        text = match.captured(1) + QLatin1Char('T') + match.captured(2)
            + (match.captured(3) == QLatin1String("UTC") ? QStringLiteral("Z") : match.captured(3));
    if (text.isEmpty() && row.micros) {
        bool isNumber = false;
        const qint64 micros = row.micros->text.toLongLong(&isNumber);
        if (isNumber)
            return TypedTime{fromMsecs(micros / 1000), QStringLiteral("UTC"), false};
    }
    if (text.isEmpty()) {
        faults.add(row.line, row.at.column, QStringLiteral("there is no time; write one like 2026-11-21T14:32:00Z"));
        return std::nullopt;
    }
    const Result<TypedTime> read = readTime(text, now, zone);
    if (!read) {
        faults.add(row.line, row.at.column, read.error().sentence);
        return std::nullopt;
    }
    if (read->at > now) {
        faults.add(row.line, row.at.column, QStringLiteral("'%1' lies in the future").arg(row.at.text.trimmed()));
        return std::nullopt;
    }
    return *read;
}

std::optional<ImportedEntry> entryOf(const Row &row, const QTimeZone &zone, Instant now, Faults &faults)
{
    const std::optional<TypedTime> time = timeOf(row, zone, now, faults);
    const QString text = row.text.text.trimmed();
    if (text.isEmpty())
        faults.add(row.line, row.text.column, QStringLiteral("there is no text"));
    if (!time || text.isEmpty())
        return std::nullopt;
    return ImportedEntry{time->at,
                         text,
                         kindFor(row.kind.text),
                         row.kind.text.trimmed(),
                         row.author.text.trimmed(),
                         time->zone,
                         time->approximate,
                         tagsOf(row.tags.text),
                         row.line};
}

int columnFor(const std::vector<CsvCell> &header, const QStringList &names)
{
    for (const QString &name : names) {
        for (size_t i = 0; i < header.size(); ++i) {
            if (header[i].text.trimmed().compare(name, Qt::CaseInsensitive) == 0)
                return static_cast<int>(i);
        }
    }
    return -1;
}

Row csvRowOf(const std::vector<CsvCell> &cells, const QList<std::pair<Field Row::*, int>> &places, int micros)
{
    Row row;
    row.line = cells.front().line;
    const auto field = [&cells](int place) {
        const size_t at = static_cast<size_t>(place);
        return place >= 0 && at < cells.size() ? Field{withFormula(cells[at].text), cells[at].column} : Field{};
    };
    for (const auto &[member, place] : places)
        row.*member = field(place);
    if (micros >= 0)
        row.micros = field(micros);
    return row;
}

std::vector<Row> readCsvRows(const QString &text, Faults &faults)
{
    const Csv csv = readCsv(text);
    if (csv.problem)
        faults.add(csv.problem->line, csv.problem->column, csv.problem->what);
    if (csv.rows.empty()) {
        if (!csv.problem)
            faults.add(1, 1, QStringLiteral("the file is empty; its first line names the columns: at,text,kind,author"));
        return {};
    }
    const std::vector<CsvCell> &header = csv.rows.front();
    QList<std::pair<Field Row::*, int>> places;
    for (Field Row::*field : {&Row::at, &Row::text, &Row::kind, &Row::author, &Row::tags})
        places.append({field, columnFor(header, namesFor(field))});
    const int micros = columnFor(header, {QStringLiteral("timestamp")});
    if (places[0].second < 0 && micros < 0)
        faults.add(1, 1, QStringLiteral("no column holds the time; call it 'at', 'time' or 'datetime'"));
    if (places[1].second < 0)
        faults.add(1, 1, QStringLiteral("no column holds the text; call it 'text', 'message' or 'description'"));
    if (!faults.lines.isEmpty() && !csv.problem)
        return {};
    std::vector<Row> rows;
    for (size_t i = 1; i < csv.rows.size(); ++i) {
        const std::vector<CsvCell> &cells = csv.rows[i];
        if (cells.size() > header.size())
            faults.add(cells[header.size()].line, cells[header.size()].column,
                       QStringLiteral("this row has %1 cells and the header %2; put a text with commas in quotes")
                           .arg(cells.size())
                           .arg(header.size()));
        rows.push_back(csvRowOf(cells, places, micros));
    }
    return rows;
}

QString jsonText(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

Field fieldIn(const QJsonObject &object, const QStringList &names, const QString &line)
{
    for (const QString &name : names) {
        if (object.contains(name))
            return {jsonText(object[name]), static_cast<int>(line.indexOf(QLatin1Char('"') + name + QLatin1Char('"'))) + 1};
    }
    return {};
}

std::vector<Row> readJsonRows(const QString &text, Faults &faults)
{
    std::vector<Row> rows;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        const int number = static_cast<int>(i) + 1;
        QJsonParseError error{};
        const QJsonDocument document = QJsonDocument::fromJson(lines[i].toUtf8(), &error);
        if (!document.isObject()) {
            const QString what = error.error == QJsonParseError::NoError ? QStringLiteral("this is no JSON object") : error.errorString();
            faults.add(number, error.offset + 1,
                       what + QStringLiteral("; write one object a line, like {\"at\":\"2026-11-21T14:32:00Z\",\"text\":\"…\"}"));
            continue;
        }
        const QJsonObject object = document.object();
        Row row;
        row.line = number;
        for (Field Row::*field : {&Row::at, &Row::text, &Row::kind, &Row::author, &Row::tags})
            row.*field = fieldIn(object, namesFor(field), lines[i]);
        if (object.contains(QLatin1String("timestamp")))
            row.micros = fieldIn(object, {QStringLiteral("timestamp")}, lines[i]);
        rows.push_back(row);
    }
    return rows;
}

} // namespace

std::optional<TimelineFormat> timelineFormatOf(const QString &path)
{
    static const QHash<QString, TimelineFormat> formats{{QStringLiteral("csv"), TimelineFormat::Csv},
                                                        {QStringLiteral("jsonl"), TimelineFormat::JsonLines},
                                                        {QStringLiteral("ndjson"), TimelineFormat::JsonLines},
                                                        {QStringLiteral("md"), TimelineFormat::Markdown}};
    const auto found = formats.constFind(QFileInfo(path).suffix().toLower());
    return found == formats.cend() ? std::nullopt : std::optional(*found);
}

Result<std::vector<ImportedEntry>> readTimeline(const QByteArray &bytes, TimelineFormat format, const QString &name, const QTimeZone &zone,
                                                Instant now)
{
    if (format == TimelineFormat::Markdown)
        return failure(ErrorCode::Usage, QStringLiteral("a timeline is read from .csv or .jsonl, not from Markdown"));
    Faults faults{name, {}};
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null))
        faults.add(1, 1, QStringLiteral("the file is not UTF-8 text; save it as UTF-8"));
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    std::vector<ImportedEntry> entries;
    if (faults.lines.isEmpty()) {
        for (const Row &row : format == TimelineFormat::Csv ? readCsvRows(text, faults) : readJsonRows(text, faults)) {
            if (const std::optional<ImportedEntry> entry = entryOf(row, zone, now, faults))
                entries.push_back(*entry);
        }
    }
    if (faults.lines.isEmpty() && entries.empty())
        faults.add(1, 1, QStringLiteral("there is no entry in it"));
    if (!faults.lines.isEmpty())
        return failure(ErrorCode::BadInput, faults.lines.join(QLatin1Char('\n')));
    return entries;
}

Result<std::vector<ImportedEntry>> readTimelineFile(const QString &path, const QTimeZone &zone, Instant now)
{
    const std::optional<TimelineFormat> format = timelineFormatOf(path);
    if (!format)
        return failure(ErrorCode::Usage, QStringLiteral("%1: a timeline is read from a file that ends in .csv or .jsonl").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::BadInput, QStringLiteral("%1:1:1: cannot be read: %2").arg(path, file.errorString()));
    return readTimeline(file.readAll(), *format, path, zone, now);
}

} // namespace qd::exchange
