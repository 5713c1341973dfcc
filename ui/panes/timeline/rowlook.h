#pragma once
// A row of the timeline, measured and ready to be drawn. One place says where its parts stand, for drawing, measuring and the mouse.

#include "models/items/timelinerow.h"
#include "ui/theme/theme.h"

#include <QRect>
#include <QTextLayout>

namespace qd::ui {

struct RowStyle
{
    int width = 0;
    bool open = false;      // the whole text, not its first two lines
    bool searching = false; // what does not match steps back
    QStringList found = {}; // the words that are searched for
};

struct RowChip // a mark, or the name of an attachment
{
    QRect rect;
    QString text;
    QString icon;
};

class RowLook
{
public:
    static constexpr int lineHeight = 18;
    static constexpr int padding = 7; // above; below, a pixel more
    static constexpr int oneLine = 2 * padding + 1 + lineHeight;
    static constexpr int narrow = 560; // below it, the icon alone says the kind

    struct Columns
    {
        int time = 0, icon = 0, word = 0, text = 0, end = 0;
    };

    RowLook(items::TimelineRow row, const RowStyle &style, const Theme &theme);
    [[nodiscard]] static Columns columns(int width);
    [[nodiscard]] const items::TimelineRow &row() const { return m_row; }
    [[nodiscard]] int height() const { return 2 * padding + 1 + m_lines * lineHeight; }
    [[nodiscard]] bool isQuiet() const { return m_quiet; }
    [[nodiscard]] bool isCut() const { return m_cut; }
    [[nodiscard]] const std::vector<RowChip> &chips() const { return m_chips; }
    [[nodiscard]] const QRect &countdown() const { return m_countdown; }
    [[nodiscard]] QString linkAt(const QPoint &inRow) const; // empty: none
    void drawText(QPainter &painter, const QPoint &topLeft, const QColor &ink) const;

private:
    void layOutText(const RowStyle &style, const Theme &theme, int chipsWidth);
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(const RowStyle &style, const Theme &theme) const;
    void addFound(QList<QTextLayout::FormatRange> &ranges, const QStringList &words, const Theme &theme) const;
    [[nodiscard]] int makeTail(const Theme &theme);
    void placeTail(int width);

    items::TimelineRow m_row;
    Columns m_columns;
    int m_textWidth = 0;
    bool m_quiet = false;
    bool m_cut = false;
    int m_lines = 1;
    QTextLayout m_text;
    std::vector<RowChip> m_chips;
    QRect m_countdown;
};

} // namespace qd::ui
