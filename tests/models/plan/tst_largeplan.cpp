// A written plan of any size is read in proportion, or refused in a sentence; its reading tells how far it is and can be stopped.
#include "models/plan/writtenplan.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>

using namespace qd;

namespace {

QByteArray sections(int count)
{
    QByteArray document = "# Response plan\n\n## Severity levels\n\n- **P0 (Critical)**: all is down. Response within 15 minutes\n"
                          "- **P1 (High)**: much is down. Response within 30 minutes\n\n";
    for (int i = 0; i < count; ++i)
        document += "## Chapter " + QByteArray::number(i) + "\n\nA paragraph on what is done.\n\n- one thing\n- another\n\n";
    return document;
}

} // namespace

class TestLargePlan : public QObject
{
    Q_OBJECT

private slots:
    void tells_how_far_it_is();
    void stops_when_it_is_told_to_from_another_thread();
    void refuses_in_a_sentence_what_is_no_plan_data();
    void refuses_in_a_sentence_what_is_no_plan();
    void reads_a_long_line_to_its_end();
};

void TestLargePlan::tells_how_far_it_is()
{
    std::vector<double> told;
    const Result<plan::Plan> plan = plan::readWrittenPlan(sections(2000), QStringLiteral("plan"), [&told](double share) {
        told.push_back(share);
        return true;
    });
    QVERIFY(plan.has_value());
    QVERIFY(told.size() > 50 && told.size() <= 1001);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QVERIFY(told.front() > 0 && told.front() < 0.2);
    QCOMPARE(told.back(), 1.0);
}

void TestLargePlan::stops_when_it_is_told_to_from_another_thread()
{
    for (const double at : {0.01, 0.2, 0.5, 0.7, 0.85, 0.97}) {
        std::atomic<bool> wanted = true;
        double last = 0;
        const auto read = std::async(std::launch::async, [&] {
                              return plan::readWrittenPlan(sections(2000), QStringLiteral("plan"), [&](double share) {
                                  last = share;
                                  if (share > at)
                                      wanted = false;
                                  return wanted.load();
                              });
                          }).get();
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::Refused);
        QCOMPARE(read.error().sentence, QStringLiteral("the import was stopped"));
        QVERIFY(last < at + 0.2);
    }
}

void TestLargePlan::refuses_in_a_sentence_what_is_no_plan_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("sentence");
    const QString page = QStringLiteral("; give the page that holds the plan");
    QTest::newRow("bytes") << QByteArray(25 << 20, 'a') << QStringLiteral("the document is larger than 24 MB") + page;
    QTest::newRow("lines") << QByteArray("- a\n").repeated(500'000) << QStringLiteral("the document has more than 400,000 lines") + page;
    QTest::newRow("quotes") << QByteArray("a\n") + QByteArray(1 << 20, '>')
                            << QStringLiteral("the document nests more than 100 quotes and lists on line 2") + page;
    QTest::newRow("brackets") << QByteArray(
        2 << 20, '[') << QStringLiteral("the document has more than 1,000,000 marks (of tables, links and emphasis) up to line 1") + page;
    QTest::newRow("cells that a head promises")
        << QByteArray("|a").repeated(400) + "\n" + QByteArray("|-").repeated(400) + "\n" + QByteArray("|a\n").repeated(3000)
        << QStringLiteral("the document has more than 1,000,000 marks (of tables, links and emphasis) up to line 2494") + page;
    QByteArray lists;
    for (int i = 0; i < 200; ++i)
        lists += QByteArray(2 * i, ' ') + "- a\n";
    QTest::newRow("lists in lists") << lists
                                    << QStringLiteral("lists and quotes are nested too deeply on line 60; a plan needs a few levels");
}

void TestLargePlan::refuses_in_a_sentence_what_is_no_plan()
{
    QFETCH(QByteArray, document);
    const Result<plan::Plan> plan = plan::readWrittenPlan(document, QStringLiteral("plan"));
    QVERIFY(!plan.has_value());
    QCOMPARE(plan.error().code, ErrorCode::BadInput);
    QTEST(plan.error().sentence, "sentence");
}

void TestLargePlan::reads_a_long_line_to_its_end()
{
    const QByteArray words = QByteArray("Nobody needs this sentence. ").repeated(3000);
    const Result<plan::Plan> plan = plan::readWrittenPlan("# Severity\n\n## P0 - Critical\n\n" + words + "Respond within 15 minutes. "
                                                              + words + "\n\n## P1 - High\n\nRespond within 1 hour.\n",
                                                          QStringLiteral("plan"));
    QVERIFY(plan.has_value());
    QCOMPARE(plan->severities.size(), size_t(2));
    QCOMPARE(plan->severities.front().lines.value(QStringLiteral("respond_within")), 5);
}

QTEST_GUILESS_MAIN(TestLargePlan)
#include "tst_largeplan.moc"
