// The import of a written plan of a thousand lines, against the Markdown parser alone over the same bytes.
#include "models/plan/writtenplan.h"
#include "tests/bench/measure.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

using namespace qd;

namespace {

constexpr int lines = 1000;

// As plans are written: severities in a list, chapters with steps, tables and prose.
QByteArray document()
{
    QByteArray text = "# Incident response plan\n\n## Severity levels\n\n";
    for (const char *severity : {"P0 (Critical)", "P1 (High)", "P2 (Medium)", "P3 (Low)"})
        text += QByteArray("### ") + severity
            + "\n\n- **Response time:** 15 minutes\n- **Resolution time:** 4 hours\n- **Updates:** every 30 minutes\n\n";
    const QByteArray chapter =
        "## Procedure N\n\nWhoever is on call looks at the board first, and says so in the channel.\n\n"
        "1. Acknowledge the page within 5 minutes\n2. Look at the graphs of the last hour\n   - errors\n   - latency\n"
        "3. Tell the incident commander\n\n| What | Who | When |\n|---|---|---|\n| Database down | DBA | 10 minutes |\n"
        "| Network down | Network lead | 15 minutes |\n\n```\nkubectl get pods\n```\n\n";
    for (int number = 1; text.count('\n') < lines; ++number)
        text += QByteArray(chapter).replace("Procedure N", "Procedure " + QByteArray::number(number));
    return text;
}

void parse(const QByteArray &text)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser, text.constData(), static_cast<size_t>(text.size()));
    cmark_node_free(cmark_parser_finish(parser));
    cmark_parser_free(parser);
}

} // namespace

int main()
{
    cmark_gfm_core_extensions_ensure_registered();
    const QByteArray text = document();
    const auto import = [&text] { (void)plan::readWrittenPlan(text, QStringLiteral("plan")); };
    import(); // the patterns are compiled once in a program
    const bench::Pair times = bench::inTurns(10, 3, import, [&text] { parse(text); });
    bench::printTime("import of a written plan of 1,000 lines", bench::median(times.ours), 50);
    bench::printRatio("import of a written plan, against its Markdown alone", bench::median(times.ours), bench::median(times.bare), 100);
    return 0;
}
