#include "models/core/durationtext.h"

#include <QTest>

using namespace qd;
using namespace std::chrono_literals;

class DurationText : public QObject
{
    Q_OBJECT
private slots:
    void readsWhatPlansWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("seconds") << "90s" << qint64(90);
        QTest::newRow("minutes") << "5m" << qint64(300);
        QTest::newRow("hours and minutes") << "1h30m" << qint64(5400);
        QTest::newRow("with a blank") << "1h 30m" << qint64(5400);
        QTest::newRow("many hours") << "48h" << qint64(172800);
        QTest::newRow("days") << "2d" << qint64(172800);
        QTest::newRow("a week") << "1w" << qint64(604800);
        QTest::newRow("at once") << "0m" << qint64(0);
        QTest::newRow("capitals") << " 2H " << qint64(7200);
    }
    void readsWhatPlansWrite()
    {
        QFETCH(QString, text);
        QFETCH(qint64, seconds);
        QVERIFY(readDuration(text));
        QCOMPARE(toSeconds(*readDuration(text)), seconds);
    }

    void refusesWhatIsNone()
    {
        for (const char *text : {"", " ", "5", "m", "5 mins", "5min", "-5m", "1.5h", "h1", "5m3", "99999999999999999999w", "5\u00b2m"})
            QVERIFY2(!readDuration(QString::fromUtf8(text)), text);
    }

    void writesWhatItReads()
    {
        QCOMPARE(writeDuration(90min), QStringLiteral("1h30m"));
        QCOMPARE(writeDuration(45s), QStringLiteral("45s"));
        QCOMPARE(writeDuration(0s), QStringLiteral("0m"));
        QCOMPARE(writeDuration(std::chrono::hours(24 * 7)), QStringLiteral("1w"));
        QCOMPARE(writeDuration(std::chrono::hours(24 * 8)), QStringLiteral("8d"));
        for (qint64 seconds = 0; seconds < 3'000'000; seconds += 997)
            QCOMPARE(toSeconds(*readDuration(writeDuration(std::chrono::seconds(seconds)))), seconds);
    }

    void speaksToPeople()
    {
        QCOMPARE(spokenDuration(90min), QStringLiteral("1 h 30 min"));
        QCOMPARE(spokenDuration(45s), QStringLiteral("45 s"));
        QCOMPARE(spokenDuration(51h + 12min), QStringLiteral("2 d 3 h"));
        QCOMPARE(spokenDuration(0s), QStringLiteral("0 s"));
    }
};

QTEST_APPLESS_MAIN(DurationText)
#include "tst_durationtext.moc"
