#include "models/oncall/calendartext.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace qd::oncall {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OnCall)
};

QByteArray asUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes).toUtf8() : bytes;
}

QByteArray withoutMark(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    if (encoding && *encoding != QStringConverter::Utf8) {
        QStringDecoder decoder(*encoding);
        return QString(decoder(bytes)).toUtf8();
    }
    return bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes;
}

QByteArray nameOf(const QByteArray &text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c == ':' || c == ';'; });
    return text.left(end - text.begin()).trimmed().toUpper();
}

QByteArray valueOf(const QByteArray &text)
{
    const qsizetype colon = text.indexOf(':');
    return colon < 0 ? QByteArray() : text.mid(colon + 1).trimmed();
}

// One line after the other, a continued one as a whole.
class Unfolder
{
public:
    explicit Unfolder(const QByteArray &bytes) : m_bytes(bytes) { }

    bool next(PropertyLine &line)
    {
        if (m_at >= m_bytes.size())
            return false;
        line.number = m_number;
        line.text = physical();
        while (m_at < m_bytes.size() && (m_bytes[m_at] == ' ' || m_bytes[m_at] == '\t')) {
            const QByteArray more = physical().mid(1);
            if (line.text.size() + more.size() <= longestLine)
                line.text += more;
        }
        line.text = asUtf8(line.text.left(longestLine).replace('\0', ""));
        line.name = nameOf(line.text);
        return true;
    }

private:
    QByteArray physical()
    {
        const qsizetype from = m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r')
            ++m_at;
        const QByteArray line = m_bytes.mid(from, m_at - from);
        if (m_at < m_bytes.size() && m_bytes[m_at++] == '\r' && m_at < m_bytes.size() && m_bytes[m_at] == '\n')
            ++m_at;
        ++m_number;
        return line;
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    int m_number = 1;
};

class Sorter
{
public:
    explicit Sorter(CalendarText &into) : m_into(into) { }

    void take(const PropertyLine &line)
    {
        if (line.name == "BEGIN")
            begin(valueOf(line.text).toUpper(), line);
        else if (line.name == "END")
            end(valueOf(line.text).toUpper(), line);
        else if (m_inside.isEmpty())
            takeOfCalendar(line);
        else if (m_inside == "VTIMEZONE" || m_depth == 1)
            m_component.lines.push_back(line);
    }

    void finish()
    {
        if (!m_inside.isEmpty())
            m_into.problems << Words::tr("line %1: this event does not end: the file is cut off here").arg(m_component.line);
    }

private:
    void begin(const QByteArray &what, const PropertyLine &line)
    {
        if (m_inside.isEmpty() && (what == "VEVENT" || what == "VTIMEZONE")) {
            m_inside = what;
            m_depth = 1;
            m_component = {line.number, {}};
        } else if (m_inside == "VEVENT" && what == "VEVENT") {
            finish();
            m_depth = 1;
            m_component = {line.number, {}};
        } else if (!m_inside.isEmpty()) {
            ++m_depth;
            if (m_inside == "VTIMEZONE")
                m_component.lines.push_back(line);
        }
    }

    void end(const QByteArray &what, const PropertyLine &line)
    {
        if (m_inside.isEmpty())
            return;
        if (m_depth > 1 && what != m_inside) {
            --m_depth;
            if (m_inside == "VTIMEZONE")
                m_component.lines.push_back(line);
            return;
        }
        auto &all = m_inside == "VEVENT" ? m_into.events : m_into.zones;
        if (all.size() < mostComponents)
            all.push_back(std::move(m_component));
        m_inside.clear();
    }

    void takeOfCalendar(const PropertyLine &line)
    {
        if (line.name == "X-WR-CALNAME" && m_into.name.isEmpty())
            m_into.name = QString::fromUtf8(valueOf(line.text)).replace(QLatin1String("\\,"), QLatin1String(",")).simplified().left(200);
        else if (line.name == "X-WR-TIMEZONE" && m_into.zone.isEmpty())
            m_into.zone = valueOf(line.text).left(100);
    }

    CalendarText &m_into;
    QByteArray m_inside;
    Component m_component;
    int m_depth = 0;
};

tl::unexpected<Error> noCalendar(const QByteArray &text)
{
    const QByteArray begun = text.left(512).toLower();
    if (begun.contains("<html") || begun.contains("<!doctype"))
        return failure(ErrorCode::BadInput,
                       Words::tr("line 1: this is a web page and no calendar; take the address of its feed, which often ends in .ics"));
    return failure(ErrorCode::BadInput, Words::tr("line 1: this is no iCalendar file: BEGIN:VCALENDAR stands nowhere in it"));
}

} // namespace

Result<CalendarText> readCalendarText(const QByteArray &bytes)
{
    if (bytes.size() > largestCalendar)
        return failure(ErrorCode::BadInput, Words::tr("the calendar is larger than 8 MB; export the shifts of this year alone"));
    if (bytes.trimmed().isEmpty())
        return failure(ErrorCode::BadInput, Words::tr("the calendar is empty"));
    const QByteArray text = withoutMark(bytes);
    CalendarText calendar;
    Sorter sorter(calendar);
    Unfolder lines(text);
    bool begun = false;
    for (PropertyLine line; lines.next(line);) {
        begun = begun || (line.name == "BEGIN" && valueOf(line.text).toUpper() == "VCALENDAR");
        if (begun)
            sorter.take(line);
    }
    sorter.finish();
    if (!begun)
        return noCalendar(text);
    return calendar;
}

} // namespace qd::oncall
