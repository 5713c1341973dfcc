#include "models/core/daytext.h"
#include "models/items/quickline.h"

#include <QTest>

using namespace qd;
using namespace qd::items;

class TestQuickLine : public QObject
{
    Q_OBJECT

private slots:
    void anAskNamesWhoHowLongAndWhat();
    void anAskWithoutAPersonOrATaskIsRefused();
    void anActionItemTakesItsWordsFromAnywhere();
    void days();
};

void TestQuickLine::anAskNamesWhoHowLongAndWhat()
{
    const AskLine expected{QStringLiteral("lee"), QStringLiteral("check replica lag"), std::chrono::minutes(10)};
    QCOMPARE(readAskLine(QStringLiteral("@lee 10m check  replica lag")).value(), expected);
    QCOMPARE(readAskLine(QStringLiteral("lee 10m check replica lag")).value(), expected);
    QVERIFY(!readAskLine(QStringLiteral("lee check replica lag"))->within);
}

void TestQuickLine::anAskWithoutAPersonOrATaskIsRefused()
{
    QVERIFY(!readAskLine(QString()));
    QVERIFY(!readAskLine(QStringLiteral("lee")));
    QVERIFY(!readAskLine(QStringLiteral("lee 10m")));
}

void TestQuickLine::anActionItemTakesItsWordsFromAnywhere()
{
    const QDate saturday(2026, 11, 21);
    const ActionLine line = readActionLine(QStringLiteral("Alert on @lee queue depth friday #detect"), saturday);
    QCOMPARE(line,
             (ActionLine{QStringLiteral("Alert on queue depth"), QStringLiteral("lee"), QStringLiteral("2026-11-27"),
                         QStringLiteral("detect")}));
    QCOMPARE(readActionLine(QStringLiteral("Fix issue #42 by 2026-12-01"), saturday).text, QStringLiteral("Fix issue #42 by"));
}

void TestQuickLine::days()
{
    const QDate saturday(2026, 11, 21);
    QCOMPARE(readDay(QStringLiteral("saturday"), saturday), saturday);
    QCOMPARE(readDay(QStringLiteral("tomorrow"), saturday), QDate(2026, 11, 22));
    QCOMPARE(readDay(QStringLiteral("+2w"), saturday), QDate(2026, 12, 5));
    QVERIFY(!readDay(QStringLiteral("soon"), saturday).isValid());
}

QTEST_GUILESS_MAIN(TestQuickLine)
#include "tst_quickline.moc"
