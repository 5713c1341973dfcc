// Markdown around what people typed: it reads as typed and is nothing but text.
#include "models/review/markdown.h"

#include <QTest>

using namespace qd::review;

class TestMarkdown : public QObject
{
    Q_OBJECT

private slots:
    void plainWordsStay_data();
    void plainWordsStay();
    void markupBecomesText_data();
    void markupBecomesText();
    void aCellIsOneCell();
    void linesOfATextAreKept();
    void aSectionKeepsItsPlace_data();
    void aSectionKeepsItsPlace();
    void aTableWithoutRowsIsNothing();
};

void TestMarkdown::plainWordsStay_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"Rolled back 4.12 on shard 3", "error rate (p99) > 40 %, was 2 < 3", "max_connections is snake_case", "about ~14:05, 3 * 4",
          "C:\\temp and AT&T", "#rollback @lee!", "- not a list", "1. not a list", "https://example.org/a?b=c&d=e"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestMarkdown::plainWordsStay()
{
    QFETCH(QString, text);
    QCOMPARE(inlineText(text), text);
}

void TestMarkdown::markupBecomesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("safe");
    const auto row = [](const char *text, const char *safe) { QTest::newRow(safe) << QString::fromUtf8(text) << QString::fromUtf8(safe); };
    row("<b>bold</b>", "&lt;b>bold&lt;/b>");
    row("<!-- gone", "&lt;!-- gone");
    row("`code`", "\\`code\\`");
    row("**strong**", "\\*\\*strong\\*\\*");
    row("__init__", "\\_\\_init\\_\\_");
    row("[x](javascript:y)", "\\[x](javascript:y)");
    row("&lt; is an entity", "\\&lt; is an entity");
    row("a \\* b", "a \\\\\\* b");
    row("~~struck~~", "~\\~struck\\~\\~");
    row("one\r\n\n  two\x07", "one ⏎ two\xef\xbf\xbd");
}

void TestMarkdown::markupBecomesText()
{
    QFETCH(QString, text);
    QFETCH(QString, safe);
    QCOMPARE(inlineText(text), safe);
}

void TestMarkdown::aCellIsOneCell()
{
    QCOMPARE(cellText(QStringLiteral("a | b\n| c |")), QStringLiteral("a \\| b ⏎ \\| c \\|"));
    const QString table =
        tableText({QStringLiteral("A"), QStringLiteral("B")}, {{cellText(QStringLiteral("x|y\nz")), QStringLiteral("2")}});
    QCOMPARE(table, QStringLiteral("| A | B |\n| --- | --- |\n| x\\|y ⏎ z | 2 |"));
}

void TestMarkdown::linesOfATextAreKept()
{
    QCOMPARE(blockText(QStringLiteral("# loud\n- one\n1. two\n> three\n---\n    four\n2021 was good")),
             QStringLiteral("\\# loud  \n\\- one  \n1\\. two  \n\\> three  \n\\---  \nfour  \n2021 was good"));
}

void TestMarkdown::aSectionKeepsItsPlace_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("safe");
    const auto row = [](const char *name, const char *text, const char *safe) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(safe);
    };
    row("markup stays", "**why** and `how`\n\n- a\n- b", "**why** and `how`\n\n- a\n- b");
    row("headings sink", "# Top\n## Next", "### Top\n#### Next");
    row("a fence is closed", "```\nrm -rf x\n", "```\nrm -rf x\n\n```");
    row("code is left alone", "```\n# no heading <b>\n```\n`<T>`", "```\n# no heading <b>\n```\n`<T>`");
    row("HTML is text", "<script>x</script>", "&lt;script>x&lt;/script>");
    row("addresses stay", "<https://example.org/x>", "<https://example.org/x>");
    row("escaped stays", "\\<b> and \\\\<b>", "\\<b> and \\\\&lt;b>");
    row("escaped backticks are no code", "\\` <script> \\`", "\\` &lt;script> \\`");
    row("a span over lines hides nothing", "`a\nb ` <script> ` c\nd`", "`a\nb ` &lt;script> ` c\nd`");
    row("no fence with a backtick in its name", "``` `\n<script>", "``` `\n&lt;script>");
    row("a fence ends with its list item", "- a\n  ```\n<script>", "- a\n  ```\n&lt;script>");
}

void TestMarkdown::aSectionKeepsItsPlace()
{
    QFETCH(QString, markdown);
    QFETCH(QString, safe);
    QCOMPARE(sectionText(markdown), safe);
}

void TestMarkdown::aTableWithoutRowsIsNothing()
{
    QVERIFY(tableText({QStringLiteral("A")}, {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
