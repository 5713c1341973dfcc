#include "ui/notices/noticestrip.h"

#include "ui/widgets/tonelabel.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QMenuBar>
#include <QToolButton>

namespace qd::ui {
namespace {

constexpr auto calmLife = std::chrono::seconds(20);
constexpr auto urgentLife = std::chrono::seconds(90);
constexpr int widest = 190 * Theme::grid;
constexpr int iconSize = 14;

QToolButton *makeButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // the keys of the actions reach it from everywhere
    return button;
}

const char *iconOf(items::NoticeKind kind)
{
    static constexpr const char *icons[] = {"clock", "warning", "ask", "handover"};
    return icons[static_cast<int>(kind)];
}

} // namespace

NoticeStrip::NoticeStrip(const Theme &theme, QMenuBar &bar) : NoticeDelivery(&bar), m_theme(theme), m_bar(bar), m_frame(new QFrame(&bar))
{
    makeFrame();
    m_life.setSingleShot(true);
    connect(&m_life, &QTimer::timeout, this, &NoticeStrip::dismiss);
    connect(&theme, &Theme::changed, this, &NoticeStrip::dress);
    bar.installEventFilter(this);
}

NoticeStrip::~NoticeStrip() = default;

void NoticeStrip::makeFrame()
{
    m_frame->setObjectName(QStringLiteral("noticeStrip"));
    m_frame->hide();
    auto *line = new QHBoxLayout(m_frame);
    line->setContentsMargins(2 * Theme::grid, 0, Theme::grid, 0);
    line->setSpacing(2 * Theme::grid);
    m_icon = new QLabel(m_frame);
    auto *words = new ToneLabel(m_theme, Colour::Text, Type::Label, m_frame);
    words->setWordWrap(false);
    m_words = words;
    m_open = makeButton(tr("Open what the notice is about"), m_frame);
    m_open->setText(tr("Open"));
    m_close = makeButton(tr("Close the notice"), m_frame);
    connect(m_open, &QToolButton::clicked, this, &NoticeStrip::open);
    connect(m_close, &QToolButton::clicked, this, &NoticeStrip::dismiss);
    line->addWidget(m_icon);
    line->addWidget(m_words, 1);
    line->addWidget(m_open);
    line->addWidget(m_close);
}

void NoticeStrip::show(const items::Notice &notice, const std::function<void(Outcome)> &done)
{
    std::erase_if(m_notices, [&](const items::Notice &other) { return other.key == notice.key; });
    m_notices.push_back(notice);
    refresh();
    done(Outcome::Shown);
}

void NoticeStrip::withdraw(const QString &key)
{
    if (std::erase_if(m_notices, [&](const items::Notice &notice) { return notice.key == key; }) > 0)
        refresh();
}

void NoticeStrip::open()
{
    if (!m_notices.empty())
        emit opened(m_notices.back().key);
}

void NoticeStrip::dismiss()
{
    if (!m_notices.empty())
        m_notices.pop_back();
    refresh();
}

void NoticeStrip::refresh()
{
    m_life.stop();
    m_frame->setVisible(!m_notices.empty());
    if (m_notices.empty())
        return;
    m_life.start(m_notices.back().urgent ? urgentLife : calmLife);
    dress();
    place();
    m_frame->raise();
    announce();
}

void NoticeStrip::dress()
{
    if (m_notices.empty())
        return;
    const items::Notice &notice = m_notices.back();
    const Colour ink = notice.urgent ? Colour::Critical : notice.kind == items::NoticeKind::Near ? Colour::High : Colour::Accent;
    const Colour wash = notice.urgent ? Colour::CriticalWash : Colour::AccentWash;
    m_frame->setStyleSheet(QStringLiteral("#noticeStrip { background: %1; border: 1px solid %2; border-radius: 4px; }")
                               .arg(m_theme.colour(wash).name(), m_theme.colour(ink).name()));
    m_icon->setPixmap(m_theme.pixmap(QLatin1String(iconOf(notice.kind)), ink, iconSize, m_frame->devicePixelRatioF()));
    m_close->setIcon(m_theme.icon(QStringLiteral("close")));
}

// Between the menus and what stands at the end of their row.
void NoticeStrip::place()
{
    if (m_notices.empty())
        return;
    int left = 0;
    for (const QAction *action : m_bar.actions())
        left = std::max(left, m_bar.actionGeometry(const_cast<QAction *>(action)).right());
    const QWidget *corner = m_bar.cornerWidget(Qt::TopRightCorner);
    const int right = (corner ? corner->x() : m_bar.width()) - 2 * Theme::grid;
    const int room = std::min(right - left - 4 * Theme::grid, widest);
    const items::Notice &notice = m_notices.back();
    QString text = notice.sentence();
    if (m_notices.size() > 1)
        text += tr(" (and %n more)", nullptr, static_cast<int>(m_notices.size()) - 1);
    const int others = m_frame->sizeHint().width() - m_words->sizeHint().width();
    m_words->setText(m_words->fontMetrics().elidedText(text, Qt::ElideRight, room - others));
    m_words->setToolTip(text);
    m_words->setAccessibleName(tr("Notice: %1").arg(text));
    const int width = std::min(room, others + m_words->sizeHint().width());
    m_frame->setGeometry(right - width, 1, width, m_bar.height() - 2);
}

void NoticeStrip::announce()
{
    m_frame->setAccessibleName(m_words->accessibleName());
    for (const QAccessible::Event what : {QAccessible::NameChanged, QAccessible::Alert}) {
        QAccessibleEvent event(m_frame, what);
        QAccessible::updateAccessibility(&event);
    }
}

bool NoticeStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        place();
    return NoticeDelivery::eventFilter(watched, event);
}

} // namespace qd::ui
