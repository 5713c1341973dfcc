#include "ui/bigboard/bigboardpainter.h"

#include "models/core/incident.h"
#include "models/items/words.h"
#include "ui/widgets/digits.h"

#include <QCoreApplication>
#include <QPainter>

namespace qd::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BigBoard)
};

class Wall
{
public:
    Wall(QPainter &painter, const QSizeF &size, const BigBoardFacts &facts, const Theme &theme)
        : m_painter(painter),
          m_facts(facts),
          m_theme(theme),
          m_unit(std::min(size.height() / 100, size.width() / 178)),
          m_width(size.width() / m_unit),
          m_height(size.height() / m_unit)
    {
    }
    void paint();

private:
    [[nodiscard]] QRect rect(qreal x, qreal y, qreal width, qreal height) const
    {
        return QRectF(x * m_unit, y * m_unit, width * m_unit, height * m_unit).toRect();
    }
    void setType(qreal size, QFont::Weight weight, Colour colour);
    qreal words(qreal x, qreal y, qreal width, qreal height, const QString &text, Qt::Alignment alignment = Qt::AlignLeft);
    void digits(qreal x, qreal y, qreal width, qreal height, qreal size, const QString &text, Qt::Alignment alignment);
    void line(qreal x, qreal y, qreal width);
    void heading(qreal x, qreal width, const QString &text);
    void paintTop();
    void paintSteps(qreal y);
    void paintTimes(qreal y);
    void paintClocks(qreal x, qreal width);
    void paintRoles(qreal x, qreal width);
    void paintEntries(qreal x, qreal width);
    void paintFoot();

    static constexpr qreal margin = 5;
    static constexpr qreal lower = 52; // where the three columns begin
    static constexpr qreal rowsFrom = lower + 7;

    QPainter &m_painter;
    const BigBoardFacts &m_facts;
    const Theme &m_theme;
    qreal m_unit;
    qreal m_width;
    qreal m_height;
};

void Wall::setType(qreal size, QFont::Weight weight, Colour colour)
{
    QFont font = m_theme.font(Type::Big);
    font.setPixelSize(std::max(6, qRound(size * m_unit)));
    font.setWeight(weight);
    m_painter.setFont(font);
    m_painter.setPen(m_theme.colour(colour));
}

qreal Wall::words(qreal x, qreal y, qreal width, qreal height, const QString &text, Qt::Alignment alignment)
{
    const QRect place = rect(x, y, width, height);
    const QString shown = m_painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    m_painter.drawText(place, int(alignment | Qt::AlignVCenter), shown);
    return m_painter.fontMetrics().horizontalAdvance(shown) / m_unit;
}

// As large as fits.
void Wall::digits(qreal x, qreal y, qreal width, qreal height, qreal size, const QString &text, Qt::Alignment alignment)
{
    QFont font = m_painter.font();
    font.setPixelSize(std::max(6, qRound(size * m_unit)));
    while (digitsWidth(font, text) > width * m_unit && font.pixelSize() > 6)
        font.setPixelSize(font.pixelSize() - 1);
    m_painter.setFont(font);
    drawDigits(m_painter, rect(x, y, width, height), alignment, text);
}

void Wall::line(qreal x, qreal y, qreal width)
{
    m_painter.fillRect(QRectF(x * m_unit, y * m_unit, width * m_unit, std::max(1.0, m_unit / 6)), m_theme.colour(Colour::Line));
}

void Wall::heading(qreal x, qreal width, const QString &text)
{
    setType(2.6, QFont::DemiBold, Colour::Dim);
    words(x, lower, width, 5, text);
    line(x, lower + 6, width);
}

void Wall::paint()
{
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_painter.fillRect(QRectF(0, 0, m_width * m_unit, m_height * m_unit), m_theme.colour(Colour::Panel));
    paintTop();
    paintSteps(14.5);
    paintTimes(22);
    const qreal room = m_width - 2 * margin;
    const qreal gap = 5;
    const qreal clocks = room * 0.25, roles = room * 0.24;
    paintClocks(margin, clocks);
    paintRoles(margin + clocks + gap, roles);
    paintEntries(margin + clocks + roles + 2 * gap, room - clocks - roles - 2 * gap);
    paintFoot();
}

void Wall::paintTop()
{
    setType(4.4, QFont::Bold, Colour::OnCritical);
    const qreal badge = m_painter.fontMetrics().horizontalAdvance(m_facts.severity) / m_unit + 4;
    m_painter.save();
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.severity(m_facts.rank));
    m_painter.drawRoundedRect(QRectF(margin * m_unit, 4.5 * m_unit, badge * m_unit, 7 * m_unit), m_unit, m_unit);
    m_painter.restore();
    words(margin, 4.5, badge, 7, m_facts.severity, Qt::AlignHCenter);
    setType(3.2, QFont::DemiBold, Colour::Dim);
    const qreal ref = m_painter.fontMetrics().horizontalAdvance(m_facts.ref) / m_unit;
    words(m_width - margin - ref - 1, 4.5, ref + 1, 7, m_facts.ref, Qt::AlignRight);
    setType(5.4, QFont::DemiBold, Colour::Text);
    words(margin + badge + 3, 4, m_width - 2 * margin - badge - ref - 8, 8, m_facts.title);
}

void Wall::paintSteps(qreal y)
{
    const qsizetype current = allStatuses().indexOf(m_facts.status);
    qreal x = margin;
    for (qsizetype i = 0; i < allStatuses().size(); ++i) {
        if (i == allStatuses().size() - 1 && current + 2 < allStatuses().size())
            break; // "closed" comes into sight once it is resolved
        const bool isCurrent = i == current;
        const Colour colour = isCurrent ? Colour::Accent : i < current ? Colour::Dim : Colour::Faint;
        m_painter.setPen(QPen(m_theme.colour(colour), m_unit * 0.4));
        m_painter.setBrush(i <= current ? QBrush(m_theme.colour(colour)) : QBrush(Qt::NoBrush));
        m_painter.drawEllipse(QRectF((x + 0.2) * m_unit, (y + 1.7) * m_unit, 1.6 * m_unit, 1.6 * m_unit));
        setType(3, isCurrent ? QFont::Bold : QFont::Normal, isCurrent ? Colour::Text : colour);
        x += 3 + words(x + 3, y, 40, 5, items::statusWord(allStatuses().at(i))) + 4;
    }
}

void Wall::paintTimes(qreal y)
{
    const qreal half = m_width / 2 - margin;
    setType(3.2, QFont::Normal, Colour::Dim);
    words(margin, y, half - 3, 5, m_facts.elapsedCaption);
    setType(18, QFont::DemiBold, Colour::Text);
    digits(margin, y + 5, half - 3, 21, 18, m_facts.elapsed, Qt::AlignLeft);
    if (m_facts.clocks.empty()) {
        setType(3.2, QFont::Normal, Colour::Dim);
        words(m_width / 2, y, half, 5, Words::tr("Nothing is due"), Qt::AlignRight);
        return;
    }
    const WallClock &next = m_facts.clocks.front();
    setType(3.8, QFont::DemiBold, next.colour);
    words(m_width / 2, y, half, 5, next.missed ? Words::tr("✕ %1").arg(next.label) : Words::tr("Next: %1").arg(next.label), Qt::AlignRight);
    setType(18, QFont::DemiBold, next.colour);
    digits(m_width / 2, y + 5, half, 21, 18, next.value, Qt::AlignRight);
}

void Wall::paintClocks(qreal x, qreal width)
{
    heading(x, width, Words::tr("Due next"));
    qreal y = rowsFrom;
    for (size_t i = 1; i < m_facts.clocks.size(); ++i, y += 9.2) {
        const WallClock &clock = m_facts.clocks[i];
        setType(2.9, QFont::Normal, clock.missed ? Colour::Critical : Colour::Dim);
        words(x, y + 0.4, width, 3.6, clock.missed ? Words::tr("✕ %1").arg(clock.label) : clock.label);
        setType(4.8, QFont::DemiBold, clock.colour);
        digits(x, y + 4.1, width, 5, 4.8, clock.value, Qt::AlignLeft);
    }
    setType(2.9, QFont::Normal, Colour::Dim);
    if (m_facts.moreClocks > 0)
        words(x, y, width, 5, Words::tr("and %n more", nullptr, m_facts.moreClocks));
    else if (m_facts.clocks.size() < 2)
        words(x, y, width, 5, Words::tr("Nothing more is due"));
}

void Wall::paintRoles(qreal x, qreal width)
{
    heading(x, width, Words::tr("Roles"));
    qreal y = rowsFrom;
    for (const WallRole &role : m_facts.roles) {
        if (y > m_height - 13)
            break;
        setType(2.6, QFont::Normal, role.missing ? Colour::Critical : Colour::Dim);
        words(x, y + 0.2, width, 3, role.role);
        setType(3.8, QFont::DemiBold, role.missing ? Colour::Critical : Colour::Text);
        words(x, y + 3, width, 4.6, role.missing ? Words::tr("✕ Nobody") : role.holder);
        y += 9.2;
    }
    if (m_facts.roles.empty()) {
        setType(2.9, QFont::Normal, Colour::Dim);
        words(x, y, width, 5, Words::tr("Nobody has a role"));
    }
}

void Wall::paintEntries(qreal x, qreal width)
{
    heading(x, width, m_facts.zone.isEmpty() ? Words::tr("Last events") : Words::tr("Last events · %1").arg(m_facts.zone));
    qreal y = rowsFrom;
    for (const WallEntry &entry : m_facts.entries) {
        if (y > m_height - 13)
            break;
        setType(2.6, QFont::Normal, Colour::Dim);
        const qreal time = words(x, y + 0.2, width, 3, entry.time);
        setType(2.6, QFont::DemiBold, entry.strong ? Colour::Accent : Colour::Dim);
        words(x + time + 2, y + 0.2, width - time - 2, 3, entry.word);
        setType(3.4, entry.strong ? QFont::DemiBold : QFont::Normal, Colour::Text);
        words(x, y + 3, width, 4.6, entry.text);
        y += entry.text.isEmpty() ? 5 : 9.2;
    }
}

void Wall::paintFoot()
{
    setType(2.4, QFont::Normal, Colour::Faint);
    digits(margin, m_height - 5, 60, 3.4, 2.4, m_facts.time, Qt::AlignLeft);
    words(m_width - margin - 60, m_height - 5, 60, 3.4, Words::tr("Esc leaves"), Qt::AlignRight);
}

} // namespace

void paintBigBoard(QPainter &painter, const QSizeF &size, const BigBoardFacts &facts, const Theme &theme)
{
    Wall(painter, size, facts, theme).paint();
}

} // namespace qd::ui
