#include "ui/widgets/promptoffers.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

constexpr int mostShown = 3;

class OfferRow : public QAbstractButton
{
public:
    OfferRow(const PromptOffer &offer, const Theme &theme, QWidget *parent)
        : QAbstractButton(parent),
          m_theme(theme),
          m_detail(offer.detail)
    {
        setText(offer.text);
        setAccessibleName(offer.detail.isEmpty() ? offer.text : QStringLiteral("%1, %2").arg(offer.text, offer.detail));
        setToolTip(offer.detail);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }

    [[nodiscard]] QSize sizeHint() const override { return {40 * Theme::grid, 6 * Theme::grid}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (hasFocus() || underMouse())
            painter.fillRect(rect(), m_theme.colour(Colour::Selection));
        if (hasFocus())
            painter.fillRect(QRect(0, 0, 3, height()), m_theme.colour(Colour::Accent));
        QRect rest = rect().adjusted(2 * Theme::grid, 0, -2 * Theme::grid, 0);
        painter.setFont(m_theme.font(Type::Body));
        painter.setPen(m_theme.colour(Colour::Text));
        const QString name = painter.fontMetrics().elidedText(text(), Qt::ElideRight, rest.width());
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, name);
        rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(name) + 2 * Theme::grid);
        painter.setFont(m_theme.font(Type::Label));
        painter.setPen(m_theme.colour(Colour::Dim));
        painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, painter.fontMetrics().elidedText(m_detail, Qt::ElideRight, rest.width()));
    }

private:
    const Theme &m_theme;
    QString m_detail;
};

} // namespace

PromptOffers::PromptOffers(const std::vector<PromptOffer> &offers, QLineEdit *field, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_field(field)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const PromptOffer &offer : offers) {
        auto *row = new OfferRow(offer, theme, this);
        row->installEventFilter(this);
        connect(row, &QAbstractButton::clicked, this, [this, row] { emit chosen(row->text()); });
        layout->addWidget(row);
        m_rows << row;
    }
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this, &PromptOffers::filter);
    filter(field->text());
}

void PromptOffers::filter(const QString &typed)
{
    int shows = 0;
    for (QAbstractButton *row : m_rows) {
        const bool fits = row->text().contains(typed.trimmed(), Qt::CaseInsensitive);
        row->setVisible(fits && shows++ < mostShown);
    }
    setVisible(shows > 0);
    emit resized();
}

QList<QAbstractButton *> PromptOffers::shown() const
{
    QList<QAbstractButton *> rows;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows), [this](QAbstractButton *row) { return row->isVisibleTo(this); });
    return rows;
}

void PromptOffers::step(int by)
{
    const QList<QAbstractButton *> rows = shown();
    const qsizetype from = std::find_if(rows.begin(), rows.end(), [](QAbstractButton *row) { return row->hasFocus(); }) - rows.begin();
    const qsizetype to = from == rows.size() ? 0 : from + by;
    if (to >= 0 && to < rows.size())
        rows.at(to)->setFocus(Qt::TabFocusReason);
    else if (to < 0)
        m_field->setFocus(Qt::BacktabFocusReason);
}

bool PromptOffers::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    auto *row = qobject_cast<QAbstractButton *>(watched);
    if (key == Qt::Key_Down || (key == Qt::Key_Up && row)) {
        step(key == Qt::Key_Down ? 1 : -1);
        return true;
    }
    if (row && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        row->click();
        return true;
    }
    return false;
}

} // namespace qd::ui
