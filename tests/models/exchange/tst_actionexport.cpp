// Action items as a spreadsheet and as a checklist: nothing in a text becomes a formula, markup or another row.
#include "models/exchange/actionexport.h"
#include "models/exchange/csv.h"
#include "tests/support/story.h"

#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::exchange;
using namespace qd::test;

namespace {

const Instant nextWeek = at("12:00") + std::chrono::days(7); // 28 November 2026

struct Items
{
    Story story;

    Items() { story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503\n")); }
    void add(const QString &text, const char *due = "", const char *owner = "", const char *ticket = "", const char *state = "open")
    {
        const Result<EventId> item = story.submit(
            QStringLiteral("Dana"), at("15:00"),
            command::AddAction{text, QString::fromUtf8(owner), QLatin1String(due), QStringLiteral("detect"), {}, QLatin1String(ticket)});
        command::ChangeAction change;
        change.action = *item;
        change.state = QLatin1String(state);
        if (*change.state != QLatin1String("open"))
            (void)story.submit(QStringLiteral("Dana"), at("16:00"), change);
    }
    [[nodiscard]] review::ActionList list() const { return review::actionsOf({}, story.incident(), nextWeek); }
    [[nodiscard]] QString markdown() const { return QString::fromUtf8(exportActions(list(), ActionFormat::Markdown)); }
    [[nodiscard]] QString csv() const { return QString::fromUtf8(exportActions(list(), ActionFormat::Csv)); }
};

QString cell(const Csv &csv, size_t row, const char *column)
{
    for (size_t i = 0; i < csv.rows[0].size(); ++i) {
        if (csv.rows[0][i].text == QLatin1String(column))
            return csv.rows[row][i].text;
    }
    return QStringLiteral("no such column");
}

} // namespace

class TestActionExport : public QObject
{
    Q_OBJECT

private slots:
    void aSpreadsheetHasARowAnItem();
    void noTextBecomesAFormulaOrARow_data();
    void noTextBecomesAFormulaOrARow();
    void aChecklistSaysWhoAndWhen();
    void noTextBecomesMarkup();
    void theFormatFollowsTheEnding();
};

void TestActionExport::aSpreadsheetHasARowAnItem()
{
    Items items;
    items.add(QStringLiteral("Alert on queue depth"), "2026-11-25", "Lee", "https://tracker.example.org/7");
    items.add(QStringLiteral("Cap the pool"), "2026-11-25", "Ana", "", "done");
    items.add(QStringLiteral("Rewrite it"), "2026-11-25", "", "", "dropped");
    const Csv csv = readCsv(items.csv());
    QVERIFY(!csv.problem);
    QCOMPARE(csv.rows.size(), size_t(4));
    QCOMPARE(cell(csv, 1, "incident"), QStringLiteral("INC-TEST"));
    QCOMPARE(cell(csv, 1, "overdue_days"), QStringLiteral("3"));
    QCOMPARE(cell(csv, 1, "ticket"), QStringLiteral("https://tracker.example.org/7"));
    QCOMPARE(cell(csv, 1, "closed_in_time"), QString());
    QCOMPARE(cell(csv, 2, "closed_in_time"), QStringLiteral("yes"));
    QCOMPARE(cell(csv, 2, "closed"), QStringLiteral("2026-11-21"));
    QCOMPARE(cell(csv, 3, "closed_in_time"), QStringLiteral("no"));
}

void TestActionExport::noTextBecomesAFormulaOrARow_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a formula") << "=HYPERLINK(\"http://evil\")";
    QTest::newRow("a sum") << "+1+1";
    QTest::newRow("a mention") << "@lee look";
    QTest::newRow("a quote, a comma, a line") << "say \"no\", then\nstop";
    QTest::newRow("right to left") << QStringLiteral("تنبيه 503");
}

void TestActionExport::noTextBecomesAFormulaOrARow()
{
    QFETCH(QString, text);
    Items items;
    items.add(text, "", "=cmd()");
    const Csv csv = readCsv(items.csv());
    QVERIFY(!csv.problem);
    QCOMPARE(csv.rows.size(), size_t(2));
    QVERIFY(!QStringLiteral("=+-@").contains(cell(csv, 1, "action").at(0)));
    QVERIFY(!QStringLiteral("=+-@").contains(cell(csv, 1, "owner").at(0)));
    QCOMPARE(withFormula(cell(csv, 1, "action")), text);
}

void TestActionExport::aChecklistSaysWhoAndWhen()
{
    Items items;
    items.add(QStringLiteral("Alert on queue depth"), "2026-12-05", "Lee", "OPS-7");
    items.add(QStringLiteral("Page on it"), "2026-11-27", "Ana");
    items.add(QStringLiteral("Train"));
    items.add(QStringLiteral("Cap the pool"), "2026-11-25", "Ana", "", "done");
    items.add(QStringLiteral("Rewrite it"), "", "", "", "dropped");
    QCOMPARE(items.markdown(),
             QStringLiteral("- [ ] Alert on queue depth — Lee, due 2026-12-05, OPS-7, INC-TEST\n"
                            "- [ ] Page on it — Ana, due 2026-11-27, 1 day overdue, INC-TEST\n"
                            "- [ ] Train — nobody yet, no date, INC-TEST\n"
                            "- [x] Cap the pool — Ana, due 2026-11-25, done 2026-11-21, in time, INC-TEST\n"
                            "- [x] ~~Rewrite it~~ — nobody yet, dropped 2026-11-21, INC-TEST\n"));
}

void TestActionExport::noTextBecomesMarkup()
{
    Items items;
    items.add(QStringLiteral("# no *heading*\n- [x] not <b>another</b>"), "", "a|b", "https://tracker.example.org/a(b)");
    const QStringList lines = items.markdown().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1);
    QVERIFY2(!lines[0].contains(QLatin1String("*heading*")) || lines[0].contains(QLatin1String("\\*heading")), qPrintable(lines[0]));
    QVERIFY2(!lines[0].contains(QLatin1String(" <b>")), qPrintable(lines[0]));
    QVERIFY2(lines[0].contains(QLatin1String("<https://tracker.example.org/a(b)>")), qPrintable(lines[0]));
}

void TestActionExport::theFormatFollowsTheEnding()
{
    QTemporaryDir folder;
    Items items;
    items.add(QStringLiteral("Train"));
    QVERIFY(writeActions(folder.filePath(QStringLiteral("items.CSV")), items.list()));
    QVERIFY(writeActions(folder.filePath(QStringLiteral("items.md")), items.list()));
    const Result<void> refused = writeActions(folder.filePath(QStringLiteral("items.xlsx")), items.list());
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(QLatin1String(".csv")), qPrintable(refused.error().sentence));
    QVERIFY(!writeActions(folder.filePath(QStringLiteral("no/such/folder/items.md")), items.list()));
}

QTEST_GUILESS_MAIN(TestActionExport)
#include "tst_actionexport.moc"
