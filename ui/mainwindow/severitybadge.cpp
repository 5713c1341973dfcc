#include "ui/mainwindow/severitybadge.h"

#include "models/plan/plan.h"
#include "ui/widgets/popover.h"

#include <QPainter>

namespace qd::ui {
namespace {

QStringList severityIds(const plan::Plan &plan)
{
    QStringList ids;
    for (const plan::Severity &severity : plan.severities)
        ids << severity.id;
    return ids;
}

} // namespace

SeverityBadge::SeverityBadge(IncidentSession &session, const Theme &theme, QWidget *parent)
    : QPushButton(parent),
      m_session(session),
      m_theme(theme)
{
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Change the severity"));
    setAccessibleDescription(tr("Press to change it; a reason goes on the record"));
    connect(this, &QPushButton::clicked, this, &SeverityBadge::ask);
}

void SeverityBadge::refresh()
{
    const Incident &incident = m_session.incident();
    const plan::Severity *severity = plan::findSeverity(m_session.plan(), incident.severity);
    m_rank = severity ? static_cast<int>(severity - m_session.plan().severities.data()) : -1;
    const bool named = severity && severity->name.compare(severity->id, Qt::CaseInsensitive) != 0;
    setText(!severity   ? (incident.severity.isEmpty() ? tr("Unknown") : incident.severity)
                : named ? severity->id + QLatin1Char(' ') + severity->name
                        : severity->id);
    setAccessibleName(tr("Severity %1").arg(text()));
    updateGeometry();
    update();
}

void SeverityBadge::ask()
{
    const auto answer = [this](const QStringList &given) -> Result<void> {
        const Result<EventId> done = m_session.submit(command::ChangeSeverity{given.value(0), given.value(1), {}});
        return done ? Result<void>() : tl::unexpected(done.error());
    };
    const QStringList ids = severityIds(m_session.plan());
    //: %1 is a list such as "P0, P1, P2"
    Prompt prompt{tr("Change the severity: %1").arg(ids.join(QStringLiteral(", "))),
                  tr("Change"),
                  {{.name = tr("New severity"), .value = {}, .completions = ids, .width = 12}, {.name = tr("Reason, for the record")}},
                  answer};
    askInPopover(std::move(prompt), m_theme, *window(), mapTo(window(), QPoint(0, height() + Theme::grid)), [this] { emit answered(); });
}

QSize SeverityBadge::sizeHint() const
{
    QFont font = m_theme.font(Type::Label);
    font.setWeight(QFont::Bold);
    return {QFontMetrics(font).horizontalAdvance(text()) + 18, 22};
}

void SeverityBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(m_theme.colour(Colour::Text), 2) : Qt::NoPen);
    painter.setBrush(m_theme.severity(m_rank));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    QFont font = m_theme.font(Type::Label);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(m_theme.colour(Colour::OnCritical));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace qd::ui
