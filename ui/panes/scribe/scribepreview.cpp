#include "ui/panes/scribe/scribepreview.h"

#include "ui/widgets/digits.h"

#include <QPainter>

namespace qd::ui {
namespace {

constexpr int gap = 2 * Theme::grid;
constexpr int chipHeight = 22;
constexpr int iconSize = 12;

void paintFrame(QPainter &painter, const QRect &rect, const QColor &line, int radius)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace

ScribePreview::ScribePreview(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedHeight(sizeHint().height());
    speak();
}

void ScribePreview::showChips(std::vector<PreviewChip> chips)
{
    m_chips = std::move(chips);
    m_sentence.clear();
    speak();
    update();
}

void ScribePreview::showSentence(const QString &sentence, Tone tone)
{
    m_sentence = sentence;
    m_tone = tone;
    speak();
    update();
}

void ScribePreview::setKeys(std::vector<PreviewKey> keys)
{
    m_keys = std::move(keys);
    update();
}

void ScribePreview::speak()
{
    QStringList words;
    for (const PreviewChip &chip : m_chips)
        words << chip.text;
    setAccessibleName(m_sentence.isEmpty() ? tr("Will become: %1").arg(words.join(QLatin1Char(' '))) : m_sentence);
}

void ScribePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_theme.font(Type::Label));
    const int end = paintKeys(painter);
    painter.setFont(m_theme.font(Type::Label));
    const QFontMetrics metrics = painter.fontMetrics();
    if (!m_sentence.isEmpty()) {
        paintSentence(painter, end);
        return;
    }
    int x = 0;
    for (const PreviewChip &chip : m_chips) {
        const int lead = chip.icon.isEmpty() ? 0 : iconSize + 5;
        const int padding = chip.framed ? gap : 0;
        const QString text = metrics.elidedText(chip.text, Qt::ElideRight, std::max(0, end - x - 2 * padding - lead));
        const QRect rect(x, (height() - chipHeight) / 2, digitsWidth(painter.font(), text) + 2 * padding + lead, chipHeight);
        if (chip.framed)
            paintFrame(painter, rect, m_theme.colour(Colour::Line), 4);
        if (!chip.icon.isEmpty())
            painter.drawPixmap(x + padding, (height() - iconSize) / 2,
                               m_theme.pixmap(chip.icon, chip.accent ? Colour::Accent : Colour::Dim, iconSize, devicePixelRatioF()));
        painter.setPen(m_theme.colour(chip.accent ? Colour::Accent : Colour::Dim));
        drawDigits(painter, rect.adjusted(padding + lead, 0, 0, 0), Qt::AlignLeft, text);
        x = rect.right() + 1 + gap;
        if (x >= end)
            return;
    }
}

void ScribePreview::paintSentence(QPainter &painter, int end) const
{
    struct Look
    {
        const char *icon;
        Colour colour;
    };
    static constexpr Look looks[] = {{"check", Colour::Dim}, {"note", Colour::Dim}, {"warning", Colour::High}, {"close", Colour::Critical}};
    const Look &look = looks[static_cast<size_t>(m_tone)];
    painter.drawPixmap(0, (height() - iconSize) / 2, m_theme.pixmap(QLatin1String(look.icon), look.colour, iconSize, devicePixelRatioF()));
    painter.setPen(m_theme.colour(look.colour));
    const int start = iconSize + gap;
    painter.drawText(QRect(start, 0, end - start - gap, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_sentence, Qt::ElideRight, end - start - gap));
}

int ScribePreview::paintKeys(QPainter &painter) const
{
    const QFont small = m_theme.font(Type::Small);
    const QFont label = m_theme.font(Type::Label);
    int x = width();
    for (auto key = m_keys.rbegin(); key != m_keys.rend(); ++key) {
        painter.setFont(label);
        x -= painter.fontMetrics().horizontalAdvance(key->what);
        painter.setPen(m_theme.colour(Colour::Dim));
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, key->what);
        painter.setFont(small);
        const int cap = painter.fontMetrics().horizontalAdvance(key->key) + 9;
        x -= cap + 5;
        const QRect rect(x, (height() - 16) / 2, cap, 16);
        paintFrame(painter, rect, m_theme.colour(Colour::Line), 3);
        painter.drawLine(rect.left() + 2, rect.bottom() - 1, rect.right() - 2, rect.bottom() - 1);
        painter.setPen(m_theme.colour(Colour::Dim));
        painter.drawText(rect, Qt::AlignCenter, key->key);
        x -= gap + 4;
    }
    return x;
}

} // namespace qd::ui
