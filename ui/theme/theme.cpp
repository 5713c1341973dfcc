#include "ui/theme/theme.h"

#include "ui/theme/windowstyle.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace qd::ui {
namespace {

struct ColourRow
{
    Colour which;
    const char *name; // in the style sheet: @name
    const char *dark;
    const char *light;
    const char *contrast; // on black; text colours at 7 to 1
};

// Every text colour reads at 4.5 to 1 or better on every surface; a test holds it.
constexpr ColourRow colours[] = {
    {Colour::Background, "background", "#14171c", "#eef0f3", "#000000"},
    {Colour::Panel, "panel", "#1a1e25", "#ffffff", "#000000"},
    {Colour::Raised, "raised", "#222731", "#f6f7f9", "#141414"},
    {Colour::Line, "line", "#2c323d", "#d9dde4", "#8a8a8a"},
    {Colour::Text, "text", "#e8ebf0", "#1a1f27", "#ffffff"},
    {Colour::Dim, "dim", "#a3adbd", "#4b5666", "#e6e6e6"},
    {Colour::Faint, "faint", "#8f99ab", "#5c6575", "#cfcfcf"},
    {Colour::Accent, "accent", "#639fff", "#155cc8", "#8fc7ff"},
    {Colour::OnAccent, "on-accent", "#14171c", "#ffffff", "#000000"},
    {Colour::Selection, "selection", "#22314a", "#dfeafa", "#002b50"},
    {Colour::Critical, "critical", "#ff6f68", "#b81f18", "#ff9d98"},
    {Colour::High, "high", "#ff9f43", "#984d00", "#ffb861"},
    {Colour::Medium, "medium", "#f0cf4a", "#735b00", "#ffe45c"},
    {Colour::Low, "low", "#7cc0ff", "#16609c", "#9fd6ff"},
    {Colour::Good, "good", "#45c98d", "#146d44", "#6cf0b4"},
    {Colour::OnCritical, "on-critical", "#14171c", "#ffffff", "#000000"},
    {Colour::CriticalWash, "critical-wash", "#3a292e", "#f5e0df", "#3d0f12"},
    {Colour::AccentWash, "accent-wash", "#212a39", "#eaf0fa", "#0d2440"},
};

struct TypeRow
{
    Type type;
    int pixels;
    QFont::Weight weight;
};

constexpr TypeRow types[] = {
    {Type::Small, 11, QFont::Normal},   {Type::Body, 13, QFont::Normal},    {Type::Strong, 13, QFont::DemiBold},
    {Type::Title, 20, QFont::DemiBold}, {Type::Clock, 17, QFont::DemiBold}, {Type::Big, 34, QFont::DemiBold},
    {Type::Label, 12, QFont::Normal},   {Type::Code, 12, QFont::Normal},
};

QByteArray iconFile(const QString &name)
{
    QFile file(QStringLiteral(":/quarterdeck/icons/%1.svg").arg(name));
    if (!file.exists()) // a newer console's kind of entry
        file.setFileName(QStringLiteral(":/quarterdeck/icons/event.svg"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// Light only where a desktop says so: without one there is nothing to follow, and the night is dark.
Theme::Theme(QObject *parent) : QObject(parent), m_system(Mode::Dark)
{
    const QPalette found = QGuiApplication::palette();
    const bool isLight = found.color(QPalette::Window).lightness() > found.color(QPalette::WindowText).lightness();
    if (!qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP") && isLight)
        m_system = Mode::Light;
}

Theme::Mode Theme::modeFor(const QString &choice) const
{
    for (const Mode mode : {Mode::Dark, Mode::Light, Mode::Contrast}) {
        if (choice == nameOf(mode))
            return mode;
    }
    return m_system;
}

QString Theme::nameOf(Mode mode)
{
    return mode == Mode::Dark ? QStringLiteral("dark") : mode == Mode::Light ? QStringLiteral("light") : QStringLiteral("contrast");
}

void Theme::apply(QApplication &app, Mode mode)
{
    app.setCursorFlashTime(0); // nothing blinks, and an idle window sleeps from second to second
    const bool first = app.style()->objectName().compare(QLatin1String("fusion"), Qt::CaseInsensitive) != 0 || app.styleSheet().isEmpty();
    if (!first && m_mode == mode)
        return;
    m_mode = mode;
    if (first)
        app.setStyle(new WindowStyle);
    app.setFont(font(Type::Body));
    app.setPalette(palette());
    app.setStyleSheet(styleSheet());
    emit changed();
}

QColor Theme::colour(Colour which) const
{
    const ColourRow &row = colours[static_cast<size_t>(which)];
    return QColor(QLatin1String(m_mode == Mode::Dark ? row.dark : m_mode == Mode::Light ? row.light : row.contrast));
}

QColor Theme::severity(int rank) const
{
    static constexpr Colour byRank[] = {Colour::Critical, Colour::High, Colour::Medium, Colour::Low};
    if (rank < 0)
        return colour(Colour::Dim);
    return colour(byRank[std::min(rank, 3)]);
}

QFont Theme::font(Type type) const
{
    const auto row = std::find_if(std::begin(types), std::end(types), [type](const TypeRow &candidate) { return candidate.type == type; });
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")});
    if (type == Type::Code)
        font.setFamilies({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("monospace")});
    font.setPixelSize(row->pixels);
    font.setWeight(row->weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (type == Type::Big || type == Type::Title)
        font.setLetterSpacing(QFont::PercentageSpacing, type == Type::Big ? 98 : 99);
    return font;
}

QPixmap Theme::pixmap(const QString &name, Colour which, int size, qreal ratio) const
{
    const QColor ink = colour(which);
    const QString key = QStringLiteral("qd/%1/%2/%3/%4").arg(name, ink.name()).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(qRound(size * ratio), qRound(size * ratio));
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(iconFile(name).replace("currentColor", ink.name().toLatin1()));
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon Theme::icon(const QString &name, Colour which) const
{
    QIcon icon;
    for (const int size : {16, 32, 64})
        icon.addPixmap(pixmap(name, which, size, 1));
    return icon;
}

QPalette Theme::palette() const
{
    const std::pair<QPalette::ColorRole, Colour> roles[] = {
        {QPalette::Window, Colour::Panel},
        {QPalette::WindowText, Colour::Text},
        {QPalette::Base, Colour::Panel},
        {QPalette::AlternateBase, Colour::Raised},
        {QPalette::Text, Colour::Text},
        {QPalette::Button, Colour::Raised},
        {QPalette::ButtonText, Colour::Text},
        {QPalette::BrightText, Colour::Text},
        {QPalette::Highlight, Colour::Selection},
        {QPalette::HighlightedText, Colour::Text},
        {QPalette::ToolTipBase, Colour::Raised},
        {QPalette::ToolTipText, Colour::Text},
        {QPalette::PlaceholderText, Colour::Faint},
        {QPalette::Link, Colour::Accent},
        {QPalette::LinkVisited, Colour::Accent},
        {QPalette::Light, Colour::Line},
        {QPalette::Mid, Colour::Line},
        {QPalette::Dark, Colour::Line},
        {QPalette::Shadow, Colour::Background},
    };
    QPalette palette;
    for (const auto &[role, which] : roles)
        palette.setColor(role, colour(which));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour(Colour::Faint));
    return palette;
}

// resources/templates/window.qss names colours as @name.
QString Theme::styleSheet() const
{
    QFile file(QStringLiteral(":/quarterdeck/templates/window.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    for (const ColourRow &row : colours)
        sheet.replace(QStringLiteral("@%1;").arg(QLatin1String(row.name)), colour(row.which).name() + QLatin1Char(';'));
    return sheet;
}

} // namespace qd::ui
