#include "ui/widgets/cardlayout.h"

#include "ui/widgets/digits.h"

#include <QFontDatabase>
#include <QFontMetrics>

namespace qd::ui {
namespace {

constexpr int margin = 3 * Theme::grid;
constexpr int gap = 2 * Theme::grid;
constexpr int padding = 2 * Theme::grid;
constexpr int lineGap = 2;
constexpr int boxSize = 4 * Theme::grid;
constexpr int answerStep = 4 * Theme::grid; // of a row that answers the one above

int wordWidth(const QFont &font, const QString &word)
{
    return word.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(word);
}

int chipWidth(const Theme &theme, const QString &word)
{
    return wordWidth(theme.font(Type::Small), word) + 3 * Theme::grid;
}

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}

int textHeight(const QFont &font, const QString &text, int width, bool wraps)
{
    if (!wraps)
        return lineHeight(font);
    return QFontMetrics(font).boundingRect(QRect(0, 0, std::max(width, 1), 10'000), Qt::TextWordWrap, text).height();
}

// The cursor of one card's layout: what is placed takes its room from what is left.
struct Room
{
    int left = 0;
    int right = 0;
    int y = 0;
    [[nodiscard]] int width() const { return std::max(right - left, 0); }
};

void placeValue(CardBoxes &boxes, Room &line, const items::Card &card, const CardStyle &style, const Theme &theme, int height)
{
    if (!card.value.isEmpty()) {
        const ValueParts parts = partsOf(card.value, style);
        const int wanted = wordWidth(theme.font(Type::Label), parts.words) + digitsWidth(theme.font(style.value), parts.figure) + 1;
        const int width = std::min(wanted, line.width());
        boxes.value = QRect(line.right - width, line.y, width, height);
        line.right -= width + gap;
    } else if (!card.action.isEmpty() && card.detail.isEmpty()) {
        const int width = chipWidth(theme, card.action);
        boxes.action = QRect(line.right - width, line.y, width, height);
        line.right -= width + gap;
    }
}

void placeTitle(CardBoxes &boxes, Room &line, const items::Card &card, const CardStyle &style, const Theme &theme, int height)
{
    const QFont font = titleFont(card, style, theme);
    int marks = 0;
    for (const QString &mark : card.marks)
        marks += chipWidth(theme, mark) + Theme::grid;
    const int natural = wordWidth(font, card.title) + 1;
    const int width = style.wraps ? line.width() - marks : std::min(natural, std::max(line.width() - marks, line.width() / 3));
    const int tall = std::max(height, textHeight(font, card.title, width, style.wraps));
    boxes.title = QRect(line.left, line.y, width, tall);
    int x = line.left + std::min(width, natural) + Theme::grid;
    for (const QString &mark : card.marks) {
        const int room = std::min(chipWidth(theme, mark), std::max(line.right - x, 0));
        boxes.marks.push_back(QRect(x, line.y, room, height));
        x += room + Theme::grid;
    }
    line.y += tall;
}

void placeDetail(CardBoxes &boxes, Room &line, const items::Card &card, const CardStyle &style, const Theme &theme)
{
    if (card.detail.isEmpty())
        return;
    line.y += lineGap;
    int right = line.right;
    if (!card.action.isEmpty() && boxes.action.isEmpty()) {
        const int width = chipWidth(theme, card.action);
        boxes.action = QRect(right - width, line.y, width, lineHeight(theme.font(Type::Small)) + lineGap);
        right -= width + gap;
    }
    const QFont font = detailFont(card, theme);
    const int width = std::max(right - line.left, 0);
    boxes.detail = QRect(line.left, line.y, width, textHeight(font, card.detail, width, style.wraps));
    line.y += std::max(boxes.detail.height(), boxes.action.height());
}

CardBoxes layOutColumns(const items::Card &card, const CardStyle &style, const Theme &theme, int width)
{
    CardBoxes boxes;
    Room line{margin, width - margin, padding};
    const int height = lineHeight(theme.font(Type::Strong)) + lineGap;
    const int kicker = std::min(width * 2 / 5, wordWidth(theme.font(Type::Label), QStringLiteral("Communications Lead")) + gap);
    boxes.kicker = QRect(line.left, line.y, kicker - Theme::grid, height);
    line.left += kicker + Theme::grid;
    const int right = line.right;
    placeValue(boxes, line, card, style, theme, height);
    placeTitle(boxes, line, card, style, theme, height);
    line.left = margin; // what is said of it has the whole width
    line.right = right;
    placeDetail(boxes, line, card, style, theme);
    boxes.height = line.y + padding + 1;
    return boxes;
}

constexpr int step = 5 * Theme::grid;
constexpr int outlineColumn = 52 * Theme::grid; // where values begin, whatever their depth
constexpr qsizetype mostLines = 12;             // of a long text

CardBoxes layOutOutline(const items::Card &card, const CardStyle &style, const Theme &theme, int width)
{
    CardBoxes boxes;
    const bool part = card.heading && card.depth > 0;
    Room line{margin + card.depth * step, width - margin, card.heading && !part ? padding + 2 : Theme::grid + 1};
    const int height = lineHeight(titleFont(card, style, theme));
    if (card.heading) {
        boxes.tick = QRect(line.left, line.y + (height - boxSize) / 2, boxSize, boxSize);
        line.left += boxSize + Theme::grid;
    } else {
        const int column = std::min(outlineColumn, width * 2 / 5);
        line.left += boxSize + Theme::grid;
        boxes.kicker = QRect(line.left, line.y, std::max(column - line.left - gap, 0), height);
        line.left = column;
    }
    const int right = line.right;
    placeValue(boxes, line, card, style, theme, height);
    placeTitle(boxes, line, card, style, theme, height);
    const int most = height * static_cast<int>(mostLines);
    if (boxes.title.height() > most) {
        line.y -= boxes.title.height() - most;
        boxes.title.setHeight(most);
    }
    line.right = right;
    placeDetail(boxes, line, card, style, theme);
    boxes.height = line.y + (card.heading && !part ? padding + 2 : Theme::grid + 1) + 1;
    return boxes;
}

} // namespace

QFont titleFont(const items::Card &card, const CardStyle &style, const Theme &theme)
{
    const bool strong = style.outline ? card.heading : card.heading || style.columns;
    return theme.font(strong ? Type::Strong : Type::Body);
}

ValueParts partsOf(const QString &value, const CardStyle &style)
{
    const auto digit = std::find_if(value.begin(), value.end(), [](QChar c) { return c.isDigit(); });
    if (style.value != Type::Clock)
        return {{}, value};
    return {value.left(digit - value.begin()), value.mid(digit - value.begin())};
}

QFont detailFont(const items::Card &card, const Theme &theme)
{
    QFont font = theme.font(Type::Label);
    if (card.fixedWidth)
        font.setFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    return font;
}

CardBoxes layOut(const items::Card &card, const CardStyle &style, const Theme &theme, int width)
{
    if (style.outline)
        return layOutOutline(card, style, theme, width);
    if (style.columns)
        return layOutColumns(card, style, theme, width);
    CardBoxes boxes;
    Room line{margin + card.depth * answerStep, width - margin, padding};
    const int titleLine = lineHeight(titleFont(card, style, theme));
    const int valueLine = card.value.isEmpty() ? 0 : lineHeight(theme.font(style.value));
    if (card.tick != items::Tick::None || card.heading) {
        boxes.tick = QRect(line.left, line.y + (titleLine - boxSize) / 2 + 1, boxSize, boxSize);
        line.left += boxSize + gap;
    } else if (card.fixedWidth) {
        line.left += boxSize + gap;
    }
    const int right = line.right;
    if (!card.kicker.isEmpty()) {
        const int height = std::max(lineHeight(theme.font(Type::Small)), valueLine);
        placeValue(boxes, line, card, style, theme, height);
        boxes.kicker = QRect(line.left, line.y, line.width(), height);
        line.y += height + lineGap;
        line.right = right;
    } else {
        placeValue(boxes, line, card, style, theme, std::max(titleLine, valueLine));
    }
    if (!card.title.isEmpty())
        placeTitle(boxes, line, card, style, theme, card.kicker.isEmpty() ? std::max(titleLine, valueLine) : titleLine);
    line.right = right;
    placeDetail(boxes, line, card, style, theme);
    if (card.bar) {
        line.y += gap - 1;
        boxes.bar = QRect(line.left, line.y, line.width(), 3);
        line.y += 3;
    }
    boxes.height = line.y + padding + 1;
    return boxes;
}

} // namespace qd::ui
