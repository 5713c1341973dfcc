#pragma once
// Text set in lines for one paint device. Lengths are in the device's units; sizes of type are in points.

#include "models/exchange/markdownblocks.h"
#include "models/exchange/printstyle.h"

#include <QTextLayout>

#include <memory>

class QPaintDevice;

namespace qd::exchange {

struct Face
{
    qreal size = 10;
    QColor colour = print::ink;
    QColor strong = print::ink; // the colour of what is strong
    bool bold = false;
    bool mono = false;
    qreal leading = 1.45;
};

struct SetText
{
    std::shared_ptr<QTextLayout> layout;
    qreal lineHeight = 0;
    bool linked = false; // parts of it lead to an address: the anchors of its formats
    [[nodiscard]] int lines() const { return layout ? layout->lineCount() : 0; }
    [[nodiscard]] qreal height() const { return lines() * lineHeight; }
};

[[nodiscard]] bool hasFonts(); // false: the program was started without them

class Typesetter
{
public:
    explicit Typesetter(QPaintDevice &device); // outlives the typesetter

    [[nodiscard]] qreal pt(qreal points) const;
    [[nodiscard]] qreal mm(qreal millimetres) const;
    [[nodiscard]] qreal points(qreal length) const; // of a length of the device
    [[nodiscard]] SetText set(const Spans &spans, const Face &face, qreal width) const;
    [[nodiscard]] SetText set(const QString &text, const Face &face, qreal width) const;
    [[nodiscard]] qreal naturalWidth(const Spans &spans, const Face &face) const; // on as few lines as it has itself
    [[nodiscard]] qreal minimumWidth(const Spans &spans, const Face &face) const; // of its longest word

private:
    [[nodiscard]] std::shared_ptr<QTextLayout> layoutOf(const Spans &spans, const Face &face, QTextOption::WrapMode wrap) const;
    [[nodiscard]] QFont fontOf(const Face &face, bool mono) const;

    QPaintDevice *m_device;
    qreal m_resolution;
};

} // namespace qd::exchange
