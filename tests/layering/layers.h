#pragma once
// Who may include whom: the table of the README's map of the code, and what in a tree breaks it.

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStringList>

namespace qd::test {

struct Layer
{
    const char *folder;
    const char *mayInclude; // folders below models/, besides what ui may see of itself
    const char *qt;         // Qt modules
};

inline constexpr Layer layers[] = {
    {"models/core", "core", "Core"},
    {"models/plan", "core plan", "Core"},
    {"models/clocks", "core plan clocks", "Core"},
    {"models/settings", "core settings", "Core"},
    {"models/oncall", "core oncall", "Core"},
    {"models/journal", "core journal", "Core Sql"},
    {"models/hub", "core journal hub", "Core Sql"},
    {"models/review", "core plan clocks review", "Core"},
    {"models/exchange", "core plan clocks review exchange", "Core Network Gui"},
    {"models/items", "core plan clocks review oncall items", "Core"},
    {"models/session", "core plan clocks settings oncall journal hub review exchange items session", "Core"},
    {"ui", "core plan clocks settings oncall review items session", "Core Gui Widgets Charts Svg Test"},
};

// The module of a Qt class by its header's name; only the modules that some layer must not use need to be told apart from Core.
inline QString moduleOf(const QString &header)
{
    static const QRegularExpression qualified(QStringLiteral("^Qt(\\w+)/"));
    if (const auto match = qualified.match(header); match.hasMatch())
        return match.captured(1);
    static const QRegularExpression sql(QStringLiteral("^QSql\\w*$"));
    static const QRegularExpression network(QStringLiteral("^Q(Network\\w*|Tcp\\w*|Udp\\w*|Ssl\\w*|Local(Server|Socket)|Host\\w+|Dns\\w+)$"));
    static const QRegularExpression charts(QStringLiteral("^Q(Chart\\w*|\\w+Series|\\w+Axis|BarSet)$"));
    static const QRegularExpression gui(QStringLiteral(
        "^Q(GuiApplication|Color|Font\\w*|Icon\\w*|Image\\w*|Painter\\w*|Pen|Brush|Pixmap\\w*|Palette|Pdf\\w+|Text(Document|Cursor|Block|Table|Layout|"
        "Option|Frame|List|Object)\\w*|AbstractTextDocumentLayout|Page(Size|Layout)|Clipboard|Cursor|KeySequence|Key|Mouse|Screen|Window|Action\\w*|"
        "Accessible\\w*|Validator|(Int|Double|RegularExpression)Validator|StandardItem\\w*|Shortcut|StyleHints|Transform|Polygon\\w*|Region|"
        "DesktopServices|(Key|Mouse|Paint|Resize|Show|Close|Context\\w*|Drag\\w*|Drop|Focus|Help|Wheel)Event)$"));
    static const QRegularExpression widgets(QStringLiteral(
        "^Q(\\w*Widget\\w*|MainWindow|\\w*Dialog|Dock\\w*|Label|\\w*Button\\w*|LineEdit|\\w*TextEdit|TextBrowser|Application|\\w*View|\\w*Delegate|"
        "Menu\\w*|ToolBar|ToolTip|StatusBar|\\w*Layout(Item)?|Splitter\\w*|Stacked\\w*|Scroll\\w+|ComboBox|CheckBox|GroupBox|SpinBox|Slider|Tab\\w+|Frame|"
        "ProgressBar|Completer|Style|Style(Factory|Option\\w*|Painter)|ProxyStyle|SystemTrayIcon|MessageBox|Header\\w+|GraphicsScene|Size(Grip|Policy)|Rubber\\w+|DateTimeEdit)$"));
    const std::pair<const QRegularExpression &, const char *> modules[] = {{sql, "Sql"}, {network, "Network"}, {charts, "Charts"}, {gui, "Gui"}, {widgets, "Widgets"}};
    for (const auto &[pattern, module] : modules) {
        if (pattern.match(header).hasMatch())
            return QLatin1String(module);
    }
    return QStringLiteral("Core");
}

inline QString problemWith(const Layer &layer, const QString &header)
{
    if (header.startsWith(QLatin1Char('.')))
        return QStringLiteral("relative include");
    const QStringList path = header.split(QLatin1Char('/'));
    const bool isUi = QLatin1String(layer.folder) == QLatin1String("ui");
    if (path.first() == QLatin1String("app") || (path.first() == QLatin1String("ui") && !isUi))
        return QStringLiteral("%1 may not include %2").arg(QLatin1String(layer.folder), header);
    if (path.first() == QLatin1String("models")) {
        const bool allowed = QString::fromLatin1(layer.mayInclude).split(QLatin1Char(' ')).contains(path.value(1));
        return allowed ? QString() : QStringLiteral("%1 may not include %2").arg(QLatin1String(layer.folder), header);
    }
    const bool isQt = header.startsWith(QLatin1Char('Q'));
    if (isQt && !QString::fromLatin1(layer.qt).split(QLatin1Char(' ')).contains(moduleOf(header)))
        return QStringLiteral("%1 may not use %2 of Qt %3").arg(QLatin1String(layer.folder), header, moduleOf(header));
    return {};
}

// "FILE:LINE: what" for every include that breaks the table.
inline QStringList layerProblems(const QString &root)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
    QStringList problems;
    for (const Layer &layer : layers) {
        QDirIterator files(root + QLatin1Char('/') + QLatin1String(layer.folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            int number = 0;
            for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
                ++number;
                const QRegularExpressionMatch match = include.match(line);
                const QString problem = match.hasMatch() ? problemWith(layer, match.captured(1)) : QString();
                if (!problem.isEmpty())
                    problems << QStringLiteral("%1:%2: %3").arg(QDir(root).relativeFilePath(file.fileName())).arg(number).arg(problem);
            }
        }
    }
    problems.sort();
    return problems;
}

} // namespace qd::test
