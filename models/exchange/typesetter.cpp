#include "models/exchange/typesetter.h"

#include "models/exchange/printedtext.h"

#include <QGuiApplication>
#include <QPaintDevice>

namespace qd::exchange {
namespace {

constexpr qreal unbounded = 1e7;
constexpr qreal display = 11; // points: from this size on it is seen whether letters are kerned

QTextCharFormat formatOf(const Span &span, const Face &face, const QFont &mono)
{
    QTextCharFormat format;
    format.setForeground(span.strong ? face.strong : span.struck ? print::soft : span.link.isEmpty() ? face.colour : print::link);
    if (!span.link.isEmpty())
        format.setAnchorHref(span.link);
    if (span.code)
        format.setFont(mono, QTextCharFormat::FontPropertiesSpecifiedOnly);
    if (span.strong)
        format.setFontWeight(QFont::DemiBold);
    if (span.emphasis)
        format.setFontItalic(true);
    if (span.struck)
        format.setFontStrikeOut(true);
    return format;
}

} // namespace

Typesetter::Typesetter(QPaintDevice &device) : m_device(&device), m_resolution(device.logicalDpiY()) { }

qreal Typesetter::pt(qreal points) const
{
    return points * m_resolution / 72.0;
}

qreal Typesetter::points(qreal length) const
{
    return length * 72.0 / m_resolution;
}

qreal Typesetter::mm(qreal millimetres) const
{
    return millimetres * m_resolution / 25.4;
}

QFont Typesetter::fontOf(const Face &face, bool mono) const
{
    QFont font;
    font.setFamilies(mono ? print::monoFamilies() : print::families());
    font.setPointSizeF(mono ? face.size * 0.92 : face.size);
    font.setWeight(face.bold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(strategyOf(false));
    return font;
}

std::shared_ptr<QTextLayout> Typesetter::layoutOf(const Spans &spans, const Face &face, QTextOption::WrapMode wrap) const
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    const QFont mono = fontOf(face, true);
    for (const Span &span : spans) {
        const int from = static_cast<int>(text.size());
        const QString piece = printable(span.text);
        const bool kerned = face.size >= display && isPlainWords(piece);
        QTextCharFormat format = formatOf(span, face, mono);
        for (const TextRun &run : textRuns(piece)) {
            format.setFontStyleStrategy(strategyOf(run.shaped || kerned));
            formats.append({from + run.start, run.length, format});
        }
        text += piece;
    }
    auto layout = std::make_shared<QTextLayout>(text, fontOf(face, face.mono), m_device);
    QTextOption option;
    option.setWrapMode(wrap);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    layout->setFormats(formats);
    layout->setCacheEnabled(true);
    return layout;
}

SetText Typesetter::set(const Spans &spans, const Face &face, qreal width) const
{
    SetText set{layoutOf(spans, face, QTextOption::WrapAtWordBoundaryOrAnywhere), pt(face.size * face.leading)};
    set.linked = std::any_of(spans.begin(), spans.end(), [](const Span &span) { return !span.link.isEmpty(); });
    set.layout->beginLayout();
    for (QTextLine line = set.layout->createLine(); line.isValid(); line = set.layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, 0});
    }
    set.layout->endLayout();
    return set;
}

SetText Typesetter::set(const QString &text, const Face &face, qreal width) const
{
    return set(Spans{Span{text}}, face, width);
}

qreal Typesetter::naturalWidth(const Spans &spans, const Face &face) const
{
    const SetText set = this->set(spans, face, unbounded);
    qreal widest = 0;
    for (int i = 0; i < set.lines(); ++i)
        widest = std::max(widest, set.layout->lineAt(i).naturalTextWidth());
    return widest;
}

qreal Typesetter::minimumWidth(const Spans &spans, const Face &face) const
{
    const auto layout = layoutOf(spans, face, QTextOption::WordWrap);
    layout->beginLayout();
    qreal widest = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(1);
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout->endLayout();
    return widest;
}

bool hasFonts()
{
    return qobject_cast<QGuiApplication *>(QCoreApplication::instance()) != nullptr;
}

} // namespace qd::exchange
