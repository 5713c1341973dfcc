#include "ui/widgets/panetitle.h"

#include "ui/widgets/tonelabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace qd::ui {

PaneTitle::PaneTitle(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_layout(new QHBoxLayout(this)),
      m_title(new ToneLabel(theme, Colour::Dim, Type::Small, this)),
      m_summary(new ToneLabel(theme, Colour::Dim, Type::Small, this))
{
    setFixedHeight(barHeight);
    m_layout->setContentsMargins(3 * Theme::grid, 0, 2 * Theme::grid, 1);
    m_layout->setSpacing(Theme::grid);
    for (ToneLabel *label : {m_title, m_summary}) {
        label->setWordWrap(false);
        label->setEmphasis(true);
    }
    m_title->setText(title);
    m_layout->addWidget(m_title);
    m_layout->addStretch(1);
    m_layout->addWidget(m_summary);
}

void PaneTitle::setSummary(const QString &summary)
{
    m_summary->setText(summary);
}

void PaneTitle::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget, 0, Qt::AlignVCenter);
}

void PaneTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::Panel));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.colour(Colour::Line));
}

QWidget *makeKeyCap(const QString &key, QWidget *parent)
{
    auto *cap = new QLabel(key, parent);
    cap->setProperty("keycap", true);
    cap->setAlignment(Qt::AlignCenter);
    cap->setFixedHeight(17);
    cap->setAttribute(Qt::WA_TransparentForMouseEvents);
    return cap;
}

} // namespace qd::ui
