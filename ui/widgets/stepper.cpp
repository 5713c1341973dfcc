#include "ui/widgets/stepper.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace qd::ui {
namespace {

constexpr int dotSize = 9;
constexpr int lineLength = 26;
constexpr int gap = 8;

enum class StepState { Done, Current, Ahead };

class StepButton : public QAbstractButton
{
public:
    StepButton(const Theme &theme, const QString &text, bool isFirst, QWidget *parent)
        : QAbstractButton(parent),
          m_theme(theme),
          m_isFirst(isFirst)
    {
        setText(text);
        setAccessibleName(text);
        setCheckable(true);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::TabFocus);
    }
    void setState(StepState state)
    {
        m_state = state;
        setChecked(state == StepState::Current);
        setFocusPolicy(state == StepState::Current ? Qt::TabFocus : Qt::NoFocus); // one stop for Tab; the arrows do the rest
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {lead() + dotSize + 6 + QFontMetrics(font(true)).horizontalAdvance(text()) + gap, 22};
    }

protected:
    void nextCheckState() override { } // the record decides, not the click
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
            event->ignore(); // the stepper's: a button by itself goes on as Tab does
        else
            QAbstractButton::keyPressEvent(event);
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int middle = height() / 2;
        if (!m_isFirst)
            painter.fillRect(0, middle, lineLength, 1, m_theme.colour(Colour::Line));
        static constexpr Colour dots[] = {Colour::Dim, Colour::Accent, Colour::Faint};
        static constexpr Colour words[] = {Colour::Dim, Colour::Text, Colour::Faint};
        const auto state = static_cast<size_t>(m_state);
        const QRectF dot(lead() + 1, middle - dotSize / 2.0 + 0.5, dotSize - 2, dotSize - 2);
        painter.setPen(QPen(m_theme.colour(dots[state]), 2));
        painter.setBrush(m_state == StepState::Ahead ? QBrush() : m_theme.colour(dots[state]));
        painter.drawEllipse(dot);
        painter.setFont(font(m_state == StepState::Current));
        painter.setPen(m_theme.colour(underMouse() || hasFocus() ? Colour::Accent : words[state]));
        painter.drawText(QRect(lead() + dotSize + 6, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, text());
        if (hasFocus())
            painter.fillRect(lead(), height() - 1, width() - lead() - gap, 1, m_theme.colour(Colour::Accent));
    }
    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }

private:
    [[nodiscard]] int lead() const { return m_isFirst ? 0 : lineLength + gap; }
    [[nodiscard]] QFont font(bool strong) const
    {
        QFont font = m_theme.font(Type::Label);
        font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
        return font;
    }

    const Theme &m_theme;
    bool m_isFirst;
    StepState m_state = StepState::Ahead;
};

} // namespace

Stepper::Stepper(const Theme &theme, const std::vector<Step> &steps, QWidget *parent) : QWidget(parent), m_steps(steps)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const Step &step : m_steps)
        addStep(theme, step);
    layout->addStretch(1);
    showCurrent();
}

void Stepper::addStep(const Theme &theme, const Step &step)
{
    auto *button = new StepButton(theme, step.text, m_buttons.empty(), this);
    const size_t place = m_buttons.size();
    connect(button, &QAbstractButton::clicked, this, [this, id = step.id] { emit chosen(id); });
    connect(button, &QAbstractButton::toggled, this, [this, place, id = step.id](bool on) {
        if (on == (place == m_current))
            return;
        showCurrent(); // a screen reader toggles, and does not click: the record decides all the same
        emit chosen(id);
    });
    m_buttons.push_back(button);
    layout()->addWidget(button);
}

void Stepper::setCurrent(const QString &id)
{
    const auto found = std::find_if(m_steps.begin(), m_steps.end(), [&id](const Step &step) { return step.id == id; });
    m_current = found == m_steps.end() ? 0 : static_cast<size_t>(found - m_steps.begin());
    showCurrent();
}

void Stepper::showCurrent()
{
    for (size_t i = 0; i < m_buttons.size(); ++i)
        static_cast<StepButton *>(m_buttons[i])
            ->setState(i < m_current        ? StepState::Done
                           : i == m_current ? StepState::Current
                                            : StepState::Ahead);
    setFocusProxy(m_buttons[m_current]);
}

void Stepper::setShown(size_t step, bool shown)
{
    m_buttons[step]->setVisible(shown);
}

void Stepper::keyPressEvent(QKeyEvent *event)
{
    const auto focused = std::find_if(m_buttons.begin(), m_buttons.end(), [](const QAbstractButton *step) { return step->hasFocus(); });
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (focused == m_buttons.end()) {
        QWidget::keyPressEvent(event);
    } else if (step != 0) {
        const auto next = static_cast<qsizetype>(focused - m_buttons.begin()) + step;
        if (next >= 0 && next < static_cast<qsizetype>(m_buttons.size()) && !m_buttons[static_cast<size_t>(next)]->isHidden())
            m_buttons[static_cast<size_t>(next)]->setFocus();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        (*focused)->click();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace qd::ui
