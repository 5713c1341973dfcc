#include "models/exchange/markdownhtml.h"

#include <QRegularExpression>

namespace qd::exchange {
namespace {

constexpr char style[] = R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d8dee4; --wash: #f6f8fa; --accent: #0b5cad; --bad: #b42318; --mark: #fff4ce; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171c; --ink: #e2e6ea; --soft: #9aa4af; --line: #2e353d; --wash: #1b2026; --accent: #7ab7f5; --bad: #ff9b8f; --mark: #3a3218; } }
* { box-sizing: border-box; }
html { font: 16px/1.6 "Inter", "Helvetica Neue", "Segoe UI", "DejaVu Sans", sans-serif; color: var(--ink); background: var(--paper); }
body { max-width: 62rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; font-feature-settings: "tnum"; }
header .ref { color: var(--soft); font-weight: 600; letter-spacing: .04em; margin: 0; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: .2rem 0 1.4rem; letter-spacing: -.01em; overflow-wrap: anywhere; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.8rem 0 .8rem; padding-top: 1.2rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
h3, h4, h5, h6 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; overflow-wrap: anywhere; }
p, li { max-width: 44rem; overflow-wrap: anywhere; }
a { color: var(--accent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 0 0 2rem; padding: 1rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
nav { margin: 0 0 2rem; } nav h2 { border: 0; padding: 0; margin: 0 0 .4rem; font-size: 1rem; color: var(--soft); font-weight: 600; }
nav ol { margin: 0; padding-left: 1.4rem; columns: 2; column-gap: 2.5rem; } nav li { break-inside: avoid; } nav a { text-decoration: none; } nav a:hover { text-decoration: underline; }
figure { margin: 1.2rem 0 1.6rem; break-inside: avoid; } figure svg { display: block; width: 100%; height: auto; background: #fff; border-radius: 4px; }
figcaption { color: var(--soft); font-size: .875rem; margin: 0 0 .5rem; }
img { display: block; max-width: 100%; height: auto; margin: .8rem 0; border: 1px solid var(--line); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0 1.4rem; font-size: .875rem; line-height: 1.45; }
th { text-align: left; color: var(--soft); font-weight: 600; border-bottom: 2px solid var(--line); padding: .4rem .8rem .4rem 0; white-space: nowrap; vertical-align: bottom; }
td { border-bottom: 1px solid var(--line); padding: .45rem .8rem .45rem 0; vertical-align: top; overflow-wrap: anywhere; min-width: 4.5rem; }
tr { break-inside: avoid; } tr:target { background: var(--mark); } thead { display: table-header-group; }
td strong { color: var(--bad); } td em, del { color: var(--soft); }
code, pre { font: .875em/1.5 "JetBrains Mono", "DejaVu Sans Mono", Consolas, monospace; background: var(--wash); border-radius: 4px; }
code { padding: .1em .3em; } pre { padding: .9rem 1rem; overflow-x: auto; border: 1px solid var(--line); } pre code { padding: 0; background: none; }
blockquote { margin: 1rem 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--line); color: var(--soft); }
@media (max-width: 40rem) { body { padding: 1.5rem 1rem 3rem; } nav ol { columns: 1; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin: 0 0 .5rem; } }
@page { size: A4; margin: 18mm 16mm 20mm; }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --wash: #f4f4f4; --accent: #000; --bad: #8a1c12; --mark: #fff; }
html { font-size: 10.5pt; } body { max-width: none; padding: 0; } h2, h3, h4 { break-after: avoid; } .scroll { overflow: visible; } a { color: inherit; } }
)";

QString headHtml(const Outline &outline)
{
    QString html = QStringLiteral("<header>\n<p class=\"ref\">%1 · %2</p>\n<h1>%3</h1>\n<dl>\n")
                       .arg(safeHtml(outline.ref), safeHtml(subtitleOf(outline)), safeHtml(outline.title));
    for (const OutlineRow &row : outline.head)
        html += QStringLiteral("<dt>%1</dt><dd>%2</dd>\n").arg(safeHtml(row.label), safeHtml(row.value));
    return html + QLatin1String("</dl>\n</header>\n");
}

QString contentsHtml(const Outline &outline)
{
    QString html = QStringLiteral("<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n");
    for (const OutlineSection &section : outline.sections)
        html += QStringLiteral("<li><a href=\"#%1\">%2</a></li>\n").arg(section.anchor, safeHtml(section.title));
    return html + QLatin1String("</ol>\n</nav>\n");
}

QString chartsHtml(const Outline &outline)
{
    if (outline.charts.empty())
        return {};
    QString html = QStringLiteral("<section>\n<h2 id=\"charts\">Course of the incident</h2>\n");
    for (const Chart &chart : outline.charts) {
        QString svg = QString::fromUtf8(chartSvg(chart));
        static const QRegularExpression size(QStringLiteral(" (width|height)=\"[0-9.]+pt\"")); // the page gives it
        svg.remove(size).replace(QRegularExpression(QStringLiteral(" font-family=\"([^\"]*)\"")),
                                 QStringLiteral(" style=\"font-family: \\1\""));
        svg.remove(QLatin1String(" xmlns=\"http://www.w3.org/2000/svg\"")); // within HTML it goes without saying
        html += QStringLiteral("<figure>\n<figcaption>%1</figcaption>\n").arg(safeHtml(chart.title)) + svg + QLatin1String("\n</figure>\n");
    }
    return html + QLatin1String("</section>\n");
}

} // namespace

QByteArray htmlDocument(const Outline &outline)
{
    QString html = QStringLiteral(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n");
    html += QStringLiteral("<title>") + safeHtml(outline.ref + QLatin1Char(' ') + outline.what) + QLatin1String("</title>\n<style>")
        + QLatin1String(style) + QLatin1String("</style>\n</head>\n<body>\n");
    html += headHtml(outline) + contentsHtml(outline) + QLatin1String("<main>\n") + chartsHtml(outline);
    for (const OutlineSection &section : outline.sections) {
        html += QStringLiteral("<section>\n<h2 id=\"") + section.anchor + QLatin1String("\">") + safeHtml(section.title)
            + QLatin1String("</h2>\n") + sectionHtml(section, outline, HtmlFor::Reader) + QLatin1String("</section>\n");
    }
    return (html + QLatin1String("</main>\n</body>\n</html>\n")).toUtf8();
}

} // namespace qd::exchange
