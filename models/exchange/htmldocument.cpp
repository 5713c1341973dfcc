#include "models/exchange/markdownhtml.h"

namespace qd::exchange {
namespace {

constexpr char style[] = R"(
:root { color-scheme: light; --ink: #1b1f24; --soft: #57606a; --line: #d8dee4; --wash: #f6f8fa; --accent: #0b5cad; --bad: #b42318; }
* { box-sizing: border-box; }
html { font: 16px/1.6 "Inter", "Helvetica Neue", "Segoe UI", "DejaVu Sans", sans-serif; color: var(--ink); background: #fff; }
body { max-width: 62rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; font-feature-settings: "tnum"; }
header .ref { color: var(--soft); font-weight: 600; letter-spacing: .04em; margin: 0; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: .2rem 0 1.4rem; letter-spacing: -.01em; overflow-wrap: anywhere; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.8rem 0 .8rem; padding-top: 1.2rem; border-top: 1px solid var(--line); }
h3, h4, h5, h6 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
p, li { max-width: 44rem; overflow-wrap: anywhere; }
a { color: var(--accent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 0 0 2rem; padding: 1rem 1.25rem; background: var(--wash); border: 1px solid var(--line); border-radius: 6px; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
nav { margin: 0 0 2rem; } nav h2 { border: 0; padding: 0; margin: 0 0 .4rem; font-size: 1rem; color: var(--soft); font-weight: 600; }
nav ol { margin: 0; padding-left: 1.4rem; columns: 2; column-gap: 2.5rem; } nav a { text-decoration: none; } nav a:hover { text-decoration: underline; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0 1.4rem; font-size: .875rem; line-height: 1.45; }
th { text-align: left; color: var(--soft); font-weight: 600; border-bottom: 2px solid var(--line); padding: .4rem .8rem .4rem 0; white-space: nowrap; vertical-align: bottom; }
td { border-bottom: 1px solid var(--line); padding: .45rem .8rem .45rem 0; vertical-align: top; overflow-wrap: anywhere; min-width: 4.5rem; }
tr { break-inside: avoid; } thead { display: table-header-group; }
td strong { color: var(--bad); } td em, del { color: var(--soft); }
code, pre { font: .875em/1.5 "JetBrains Mono", "DejaVu Sans Mono", Consolas, monospace; background: var(--wash); border-radius: 4px; }
code { padding: .1em .3em; } pre { padding: .9rem 1rem; overflow-x: auto; border: 1px solid var(--line); } pre code { padding: 0; background: none; }
blockquote { margin: 1rem 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--line); color: var(--soft); }
@page { size: A4; margin: 18mm 16mm 20mm; }
@media print { html { font-size: 10.5pt; } body { max-width: none; padding: 0; } h2, h3, h4 { break-after: avoid; } .scroll { overflow: visible; } a { color: inherit; } }
)";

QString headHtml(const Outline &outline)
{
    QString html = QStringLiteral("<header>\n<p class=\"ref\">%1 · %2</p>\n<h1>%3</h1>\n<dl>\n")
                       .arg(outline.ref.toHtmlEscaped(), subtitleOf(outline).toHtmlEscaped(), outline.title.toHtmlEscaped());
    for (const OutlineRow &row : outline.head)
        html += QStringLiteral("<dt>%1</dt><dd>%2</dd>\n").arg(row.label.toHtmlEscaped(), row.value.toHtmlEscaped());
    return html + QLatin1String("</dl>\n</header>\n");
}

QString contentsHtml(const Outline &outline)
{
    QString html = QStringLiteral("<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n");
    for (const OutlineSection &section : outline.sections)
        html += QStringLiteral("<li><a href=\"#%1\">%2</a></li>\n").arg(section.anchor, section.title.toHtmlEscaped());
    return html + QLatin1String("</ol>\n</nav>\n");
}

} // namespace

QByteArray htmlDocument(const Outline &outline)
{
    QString html = QStringLiteral(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n");
    html += QStringLiteral("<title>") + (outline.ref + QLatin1Char(' ') + outline.what).toHtmlEscaped() + QLatin1String("</title>\n<style>")
        + QLatin1String(style) + QLatin1String("</style>\n</head>\n<body>\n");
    html += headHtml(outline) + contentsHtml(outline) + QLatin1String("<main>\n");
    for (const OutlineSection &section : outline.sections) {
        html += QStringLiteral("<section>\n<h2 id=\"") + section.anchor + QLatin1String("\">") + section.title.toHtmlEscaped()
            + QLatin1String("</h2>\n") + sectionHtml(section, outline, HtmlFor::Reader) + QLatin1String("</section>\n");
    }
    return (html + QLatin1String("</main>\n</body>\n</html>\n")).toUtf8();
}

} // namespace qd::exchange
