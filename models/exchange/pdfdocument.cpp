// The post-mortem on A4: a title page with the contents, the sections, and on each page what it is and how far it goes.
#include "models/exchange/outline.h"
#include "models/exchange/pageflow.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

namespace qd::exchange {
namespace {

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

struct ContentsLine
{
    int page = 0;
    qreal y = 0;
};

// The lines of the contents, whose page numbers come when the sections are placed.
std::vector<ContentsLine> addContents(PageFlow &flow, const Typesetter &set, const Outline &outline)
{
    std::vector<ContentsLine> lines;
    flow.addHeading(QStringLiteral("Contents"), 3);
    for (const OutlineSection &section : outline.sections) {
        const SetText title = set.set(section.title, Face{10}, flow.body().width() - set.pt(40));
        flow.keepTogether(title.height());
        lines.push_back({flow.page(), flow.y()});
        flow.addText(title);
        flow.addSpace(set.pt(3));
    }
    return lines;
}

void addPageNumbers(PageFlow &flow, const Typesetter &set, const Outline &outline)
{
    const QRectF body = flow.body();
    const Face face = softFace(8);
    const QString marks = outline.marks.isEmpty() ? QString() : outline.marks + QStringLiteral("  ·  ");
    const QString right = marks + outline.severity + QStringLiteral("  ·  ") + outline.status;
    const qreal foot = body.bottom() + set.mm(8);
    for (int page = 0; page < flow.pages(); ++page) {
        const SetText what = set.set(right, face, body.width() / 2);
        flow.paintAt(page, set.set(outline.ref, softFace(8, true), body.width() / 2), body.left(), body.top() - set.mm(11));
        flow.paintAt(page, what, body.right(), body.top() - set.mm(11), true);
        flow.ruleAt(page, body.left(), body.top() - set.mm(6), body.width());
        flow.paintAt(page, set.set(subtitleOf(outline), face, body.width() / 2), body.left(), foot);
        flow.paintAt(page, set.set(QStringLiteral("%1 / %2").arg(page + 1).arg(flow.pages()), face, body.width() / 2), body.right(), foot,
                     true);
    }
}

void addCharts(PageFlow &flow, const Typesetter &set, const Outline &outline)
{
    for (const Chart &chart : outline.charts) {
        flow.addHeading(chart.title, 3);
        flow.addSpace(set.pt(4));
        flow.addChart(chart);
        flow.addSpace(set.pt(10));
    }
    if (!outline.charts.empty())
        flow.newPage();
}

void compose(PageFlow &flow, const Typesetter &set, const Outline &outline)
{
    addTitle(flow, set, outline);
    const std::vector<ContentsLine> lines = addContents(flow, set, outline);
    flow.newPage();
    addCharts(flow, set, outline);
    for (size_t i = 0; i < outline.sections.size(); ++i) {
        flow.addHeading(outline.sections[i].title, 2);
        const SetText number = set.set(QString::number(flow.page() + 1), softFace(10), set.pt(40));
        flow.paintAt(lines[i].page, number, flow.body().right(), lines[i].y, true);
        flow.add(readMarkdown(outline.sections[i].markdown));
    }
    addPageNumbers(flow, set, outline);
}

void setUp(QPdfWriter &writer, const Outline &outline)
{
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(600);
    writer.setTitle(outline.ref + QLatin1Char(' ') + outline.what);
    writer.setCreator(QStringLiteral("Quarterdeck"));
}

} // namespace

Result<QByteArray> pdfDocument(const Outline &outline, const Progress &progress)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return failure(ErrorCode::Storage,
                       QStringLiteral("a PDF needs fonts, and this program was started without them; export md or html instead"));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    setUp(writer, outline);
    const Typesetter set(writer);
    PageFlow flow(set, bodyOf(set, writer));
    compose(flow, set, outline);

    QPainter painter;
    if (!painter.begin(&writer))
        return failure(ErrorCode::Storage, QStringLiteral("the PDF could not be drawn; export md or html instead"));
    for (int page = 0; page < flow.pages(); ++page) {
        if (page > 0 && !writer.newPage())
            return failure(ErrorCode::Storage, QStringLiteral("the PDF could not be drawn; export md or html instead"));
        flow.paint(painter, page);
        if (!progress(static_cast<double>(page + 1) / flow.pages()))
            return stopped();
    }
    painter.end();
    return bytes;
}

} // namespace qd::exchange
