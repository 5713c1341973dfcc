#include "app/quarterdeck/options.h"

#include "ui/mainwindow/pictures.h"

#include <QCommandLineParser>

namespace qd {
namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("The console from which an incident commander runs a war room."));
    parser.addPositionalArgument(QStringLiteral("INCIDENT"),
                                 QStringLiteral("A reference or the beginning of one; else the incident that was open last."),
                                 QStringLiteral("[INCIDENT]"));
    parser.addOptions({
        {QStringLiteral("db"), QStringLiteral("The database; else $QUARTERDECK_DB, else the one in the data folder."),
         QStringLiteral("FILE")},
        {QStringLiteral("as"), QStringLiteral("The author; else the login name."), QStringLiteral("NAME")},
        {QStringLiteral("screenshot"), QStringLiteral("Write a picture of the window to a PNG, and end."), QStringLiteral("FILE")},
        {QStringLiteral("part"),
         QStringLiteral("What the picture is of: a pane (board, clocks, timeline …), bigboard, palette, declare, shortcuts, preferences."),
         QStringLiteral("NAME")},
        {QStringLiteral("size"), QStringLiteral("Of the window, such as 1600x1000."), QStringLiteral("WxH")},
        {QStringLiteral("theme"), QStringLiteral("dark, light or contrast."), QStringLiteral("THEME")},
        {QStringLiteral("perspective"), QStringLiteral("command, scribe, updates or review."), QStringLiteral("NAME")},
        {QStringLiteral("until-painted"), QStringLiteral("End after the first paint; for measuring.")},
        {QStringLiteral("until-shown"), QStringLiteral("End once the incident's timeline has painted itself; for measuring.")},
    });
    parser.addHelpOption();
    parser.addVersionOption();
}

tl::unexpected<Error> wrong(const QString &what)
{
    return failure(ErrorCode::Usage, what + QStringLiteral("; 'quarterdeck --help' shows what there is"));
}

} // namespace

Result<Options> readOptions(const QStringList &arguments)
{
    static const QStringList themes{QString(), QStringLiteral("dark"), QStringLiteral("light"), QStringLiteral("contrast")};
    static const QStringList perspectives{QString(), QStringLiteral("command"), QStringLiteral("scribe"), QStringLiteral("updates"),
                                          QStringLiteral("review")};
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return wrong(parser.errorText().chopped(1)); // its full stop
    Options options;
    options.database = parser.value(QStringLiteral("db"));
    options.author = parser.value(QStringLiteral("as")).trimmed();
    options.incident = parser.positionalArguments().value(0);
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    options.part = parser.value(QStringLiteral("part"));
    options.theme = parser.value(QStringLiteral("theme"));
    options.perspective = parser.value(QStringLiteral("perspective"));
    options.untilPainted = parser.isSet(QStringLiteral("until-painted"));
    options.untilShown = parser.isSet(QStringLiteral("until-shown"));
    options.help = parser.isSet(QStringLiteral("help"));
    options.version = parser.isSet(QStringLiteral("version"));
    const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
    options.size = QSize(size.value(0).toInt(), size.value(1).toInt());
    if (parser.positionalArguments().size() > 1)
        return wrong(QStringLiteral("one incident at a time, not %1").arg(parser.positionalArguments().size()));
    if (parser.isSet(QStringLiteral("size")) && options.size.isEmpty())
        return wrong(QStringLiteral("'%1' is no size such as 1600x1000").arg(parser.value(QStringLiteral("size"))));
    if (!ui::isPartForPicture(options.part))
        return wrong(QStringLiteral("the window has no part '%1'").arg(options.part));
    if (!themes.contains(options.theme))
        return wrong(QStringLiteral("the theme is dark, light or contrast, not '%1'").arg(options.theme));
    if (!perspectives.contains(options.perspective))
        return wrong(QStringLiteral("there is no perspective '%1'").arg(options.perspective));
    return options;
}

QString usageText()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace qd
