// The documents of a long incident: how long they take, against the same words set and drawn without any of it being a document, and how
// long an export goes without asking whether it is still wanted.
#include "models/exchange/document.h"
#include "models/exchange/outline.h"
#include "tests/bench/measure.h"
#include "tests/models/exchange/longincident.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

using namespace qd;
using namespace qd::bench;
using namespace qd::exchange;

namespace {

constexpr int entries = 10'000;
const Instant evening = test::at("18:00");

void must(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

// Every entry's text in lines of one width, sixty lines to a page, in one typeface.
QByteArray barePages(const Incident &incident)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(600);
    QPainter painter(&writer);
    QFont font(QStringLiteral("Inter"));
    font.setPointSizeF(8);
    int lines = 0;
    for (const TimelineEntry &entry : incident.entries) {
        QTextLayout layout(toIso(entry.at) + QLatin1Char(' ') + entry.kind + QLatin1Char(' ') + entry.text + QLatin1Char(' ')
                               + entry.author,
                           font, &writer);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(writer.width());
            line.setPosition({0, 100.0 * (lines++ % 60)});
            if (lines % 60 == 0)
                writer.newPage();
        }
        layout.endLayout();
        layout.draw(&painter, {0, 0});
    }
    painter.end();
    return bytes;
}

QByteArray bareText(const Incident &incident)
{
    QString text;
    for (const TimelineEntry &entry : incident.entries)
        text += QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
                    .arg(toIso(entry.at), toIso(entry.recordedAt), entry.kind, entry.text, entry.author);
    return text.toUtf8();
}

void measureFormat(const char *name, Format format, const plan::Plan &plan, const Incident &incident, int blocks, double goal,
                   double ratioGoal, const std::function<void()> &bare)
{
    const Pair times = inTurns(
        blocks, 1,
        [&] {
            must(composeDocument({plan, incident, {}, evening, {}}, {DocumentKind::Postmortem, format}).has_value(),
                 "the document was not made");
        },
        bare);
    printTime(name, median(times.ours), goal);
    printRatio(name, median(times.ours), median(times.bare), ratioGoal);
}

Outline withSection(const QString &markdown)
{
    Outline outline;
    outline.ref = QStringLiteral("INC-BENCH");
    outline.title = QStringLiteral("A long section");
    outline.sections.push_back({QStringLiteral("section"), QStringLiteral("Section"), markdown});
    return outline;
}

QString tableOf(int rows)
{
    QString table = QStringLiteral("| When | What |\n| --- | --- |\n");
    for (int i = 0; i < rows; ++i)
        table += QStringLiteral("| %1 | Reading %1 of the gauge is %2 per cent |\n").arg(i).arg((i * 37) % 101);
    return table;
}

// The longest time between two questions, and how long it takes from the answer no to the end.
void measureStopping(const char *name, const Outline &outline)
{
    using Steady = std::chrono::steady_clock;
    double longest = 0;
    Steady::time_point last = Steady::now();
    double total = 0;
    const double time = millisecondsOf([&] {
        const Progress watch{[&](double share) {
            const Steady::time_point now = Steady::now();
            longest = std::max(longest, std::chrono::duration<double, std::milli>(now - last).count());
            last = now;
            total = share;
            return true;
        }};
        must(pdfDocument(outline, watch).has_value(), "the document was not made");
    });
    longest = std::max(longest, std::chrono::duration<double, std::milli>(Steady::now() - last).count());
    std::printf("%s: ", name);
    printTime("whole", time, 60000);
    printTime("  longest time without a question", longest, 100);
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const plan::Plan plan = test::reviewPlan();
    const Incident incident = test::longIncident(entries);
    measureFormat("10,000 entries to PDF", Format::Pdf, plan, incident, 3, 5000, 6,
                  [&] { must(!barePages(incident).isEmpty(), "no pages"); });
    measureFormat("10,000 entries to Markdown", Format::Markdown, plan, incident, 5, 300, 10,
                  [&] { must(!bareText(incident).isEmpty(), "no text"); });
    measureStopping("10,000 entries", outlineOf(plan, incident, evening));
    measureStopping("5 MB on one line", withSection(QStringLiteral("One sentence of a very long paragraph. ").repeated(135'000)));
    measureStopping("5 MB without a blank", withSection(QStringLiteral("abcdefghij").repeated(524'288)));
    measureStopping("5 MB of many lines", withSection(QStringLiteral("- An item of a very long list\n").repeated(175'000)));
    measureStopping("a table of 50,000 rows", withSection(tableOf(50'000)));
}
