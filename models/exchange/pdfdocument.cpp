// The post-mortem on A4: a title page with the contents, the incident at a glance, the sections, and on each page what it is and how far it
// goes.
#include "models/exchange/outline.h"
#include "models/exchange/pageflow.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace qd::exchange {
namespace {

constexpr qsizetype fewSections = 3; // have no contents and begin on the first page
constexpr double layoutShare = 0.55; // of the time that it takes; painting takes the rest

Face softFace(qreal size, bool bold = false)
{
    Face face;
    face.size = size;
    face.colour = face.strong = print::soft;
    face.bold = bold;
    return face;
}

Face boldFace(qreal size)
{
    Face face;
    face.size = size;
    face.bold = true;
    face.leading = 1.2;
    return face;
}

QRectF bodyOf(const Typesetter &set, const QPdfWriter &writer)
{
    return QRectF(0, 0, writer.width(), writer.height()).adjusted(set.mm(20), set.mm(24), -set.mm(20), -set.mm(22));
}

void addTitle(PageFlow &flow, const Typesetter &set, const Outline &outline)
{
    const qreal width = flow.body().width();
    flow.addText(set.set(outline.ref + QStringLiteral("  ·  ") + subtitleOf(outline), softFace(10, true), width));
    flow.addText(set.set(QString(QChar::Nbsp), softFace(3), width));
    flow.addText(set.set(outline.title, boldFace(22), width));
    flow.addSpace(set.pt(14));
    flow.addRule();
    const qreal column = set.pt(92);
    for (const OutlineRow &row : outline.head) {
        const SetText value = set.set(row.value, Face{9.5}, width - column);
        flow.keepTogether(value.height());
        flow.paintAt(flow.page(), set.set(row.label, softFace(9.5), column), flow.body().left(), flow.y());
        flow.addText(value, column);
        flow.addSpace(set.pt(2));
    }
    flow.addSpace(set.pt(8));
    flow.addRule();
}

const QString &glanceTitle()
{
    static const QString title = QStringLiteral("At a glance");
    return title;
}

QStringList contentsOf(const Outline &outline)
{
    QStringList titles;
    if (!outline.charts.empty())
        titles << glanceTitle();
    for (const OutlineSection &section : outline.sections)
        titles << section.title;
    return titles;
}

struct ContentsLine // whose page number comes when its section is placed
{
    Place at;
    qreal end = 0; // of the title, across
    qreal height = 0;
};

class Composer
{
public:
    Composer(PageFlow &flow, const Typesetter &set, const Outline &outline, Pace &pace)
        : m_flow(flow),
          m_set(set),
          m_outline(outline),
          m_pace(pace)
    {
    }

    void compose()
    {
        addTitle(m_flow, m_set, m_outline);
        if (contentsOf(m_outline).size() > fewSections) {
            addContents();
            m_flow.newPage();
        }
        addCharts();
        for (const OutlineSection &section : m_outline.sections) {
            if (m_pace.stopped())
                return;
            begin(section.title);
            m_flow.add(readMarkdown(section.markdown));
        }
        addPageNumbers();
    }

private:
    void addContents()
    {
        m_flow.addHeading(QStringLiteral("Contents"), 3);
        m_flow.navigation().bookmarks.clear(); // it is where a reader begins
        m_flow.addSpace(m_set.pt(2));
        for (const QString &title : contentsOf(m_outline)) {
            const SetText set = m_set.set(title, Face{10}, m_flow.body().width() - m_set.pt(40));
            m_flow.keepTogether(set.height());
            const QTextLine last = set.layout->lineAt(std::max(0, set.lines() - 1));
            const Place at = m_flow.place();
            m_flow.addText(set);
            m_lines.push_back({at, m_flow.body().left() + last.naturalTextWidth(), m_flow.y() - at.y});
            m_flow.addSpace(m_set.pt(3));
        }
    }

    void begin(const QString &title, qreal with = 0)
    {
        m_flow.addHeading(title, 2, with);
        if (m_lines.empty())
            return;
        const ContentsLine &line = m_lines.at(m_begun++);
        const PageSpot to = m_flow.navigation().bookmarks.back().at;
        const QRectF &body = m_flow.body();
        const SetText number = m_set.set(QString::number(to.page + 1), softFace(10), m_set.pt(40));
        const qreal base = line.at.y + line.height - number.lineHeight;
        m_flow.paintAt(line.at.page, number, body.right(), base, true);
        const qreal dot = m_set.pt(0.6);
        const qreal dotsEnd = body.right() - number.layout->lineAt(0).naturalTextWidth() - m_set.pt(6);
        for (qreal x = dotsEnd; x > line.end + m_set.pt(6); x -= m_set.pt(4))
            m_flow.fill(line.at.page, QRectF(x, base + number.lineHeight * 0.72, dot, dot), print::rule);
        m_flow.link(line.at.page, QRectF(body.left(), line.at.y, body.width(), line.height), to);
    }

    void addCharts()
    {
        if (m_outline.charts.empty())
            return;
        begin(glanceTitle());
        for (const Chart &chart : m_outline.charts) {
            m_flow.addHeading(chart.title, 3, m_flow.chartHeight(chart) + m_set.pt(4));
            m_flow.addSpace(m_set.pt(4));
            m_flow.addChart(chart);
            m_flow.addSpace(m_set.pt(6));
            if (!m_pace.did(Pace::step))
                return;
        }
    }

    void addPageNumbers()
    {
        const QRectF body = m_flow.body();
        const double half = m_set.points(body.width()) / 2;
        const QString marks = m_outline.marks.isEmpty() ? QString() : m_outline.marks + QStringLiteral("  ·  ");
        const auto line = [this, half](const QString &text, bool bold = false) {
            return m_set.set(cutTo(text, half, 8, bold), softFace(8, bold), m_flow.body().width());
        };
        const SetText ref = line(m_outline.ref, true);
        const SetText standing = line(marks + m_outline.severity + QStringLiteral("  ·  ") + m_outline.status);
        const SetText what = line(subtitleOf(m_outline));
        const qreal head = body.top() - m_set.mm(11);
        const qreal foot = body.bottom() + m_set.mm(8);
        for (int page = 0; page < m_flow.pages(); ++page) {
            m_flow.paintAt(page, ref, body.left(), head);
            m_flow.paintAt(page, standing, body.right(), head, true);
            m_flow.fill(page, QRectF(body.left(), body.top() - m_set.mm(6), body.width(), m_set.pt(0.5)), print::hairline);
            m_flow.paintAt(page, what, body.left(), foot);
            m_flow.paintAt(page, line(QStringLiteral("%1 / %2").arg(page + 1).arg(m_flow.pages())), body.right(), foot, true);
        }
    }

    PageFlow &m_flow;
    const Typesetter &m_set;
    const Outline &m_outline;
    Pace &m_pace;
    std::vector<ContentsLine> m_lines;
    size_t m_begun = 0;
};

double workOf(const Outline &outline)
{
    double work = Pace::step * static_cast<double>(outline.charts.size());
    for (const OutlineSection &section : outline.sections)
        work += static_cast<double>(section.markdown.size());
    return work;
}

void setUp(QPdfWriter &writer, const Outline &outline)
{
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(600);
    writer.setTitle(outline.ref + QLatin1Char(' ') + outline.what);
    writer.setCreator(QStringLiteral("Quarterdeck"));
}

tl::unexpected<Error> notDrawn()
{
    return failure(ErrorCode::Storage, QStringLiteral("the PDF could not be drawn; export md or html instead"));
}

Result<void> paintPages(PageFlow &flow, QPdfWriter &writer, Pace &pace)
{
    pace.begin(0.98, Pace::step * flow.pages());
    QPainter painter;
    if (!painter.begin(&writer))
        return notDrawn();
    for (int page = 0; page < flow.pages(); ++page) {
        if (page > 0 && !writer.newPage())
            return notDrawn();
        flow.paint(painter, page);
        if (!pace.did(Pace::step))
            return stopped();
    }
    return {};
}

} // namespace

Result<QByteArray> pdfDocument(const Outline &outline, const Progress &progress)
{
    if (!hasFonts())
        return failure(ErrorCode::Storage,
                       QStringLiteral("a PDF needs fonts, and this program was started without them; export md or html instead"));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    Navigation navigation;
    {
        QPdfWriter writer(&buffer);
        setUp(writer, outline);
        const Typesetter set(writer);
        const QRectF body = bodyOf(set, writer);
        PictureBook pictures(outline.pictures, QSizeF(set.points(body.width()), set.points(body.height()) * 0.6));
        Pace pace(progress);
        pace.begin(layoutShare, workOf(outline));
        PageFlow flow(set, body, pace, pictures);
        Composer(flow, set, outline, pace).compose();
        if (pace.stopped())
            return stopped();
        if (const Result<void> painted = paintPages(flow, writer, pace); !painted)
            return tl::unexpected(painted.error());
        navigation = std::move(flow.navigation());
    }
    QByteArray whole = withNavigation(bytes, navigation);
    return progress(1.0) ? Result<QByteArray>(std::move(whole)) : stopped();
}

} // namespace qd::exchange
