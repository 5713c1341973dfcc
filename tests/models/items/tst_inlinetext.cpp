// What a person wrote, as it reads in a row.
#include "models/items/inlinetext.h"
#include "models/items/jumptime.h"
#include "tests/support/story.h"

#include <QTest>

using namespace qd;
using namespace qd::items;
using test::at;

namespace {

QString printed(const InlineText &read) // "bold 0+4"
{
    static const std::pair<unsigned, const char *> names[] = {{InlineBold, "bold"}, {InlineItalic, "italic"},
                                                              {InlineCode, "code"}, {InlineStrike, "strike"},
                                                              {InlineLink, "link"}, {InlineMention, "mention"}};
    QStringList all{read.text};
    for (const InlineSpan &span : read.spans) {
        for (const auto &[style, name] : names) {
            if (span.style == style)
                all << QStringLiteral("%1 '%2'").arg(QLatin1String(name), read.text.mid(span.from, span.length))
                        + (span.link.isEmpty() ? QString() : QStringLiteral(" -> ") + span.link);
        }
    }
    return all.join(QStringLiteral(" | "));
}

} // namespace

class TestInlineText : public QObject
{
    Q_OBJECT

private slots:
    void readsAsItIsMeant_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("read");
        QTest::newRow("bold") << "**down** again"
                              << "down again | bold 'down'";
        QTest::newRow("all") << "*a* `b*c*` ~~d~~"
                             << "a b*c* d | italic 'a' | code 'b*c*' | strike 'd'";
        QTest::newRow("within") << "**a *b* c**"
                                << "a b c | italic 'b' | bold 'a b c'";
        QTest::newRow("link") << "see [the graph](https://g.example/1?a=b)"
                              << "see the graph | link 'the graph' -> https://g.example/1?a=b";
        QTest::newRow("bare link") << "at https://g.example/x."
                                   << "at https://g.example/x. | link 'https://g.example/x' -> https://g.example/x";
        QTest::newRow("mention") << "roll back #4.12 @lee."
                                 << "roll back #4.12 @lee. | mention '#4.12' | mention '@lee'";
        QTest::newRow("mail is no mention") << "dana@example.com"
                                            << "dana@example.com";
        QTest::newRow("escaped") << "2 \\* 3 \\* 4"
                                 << "2 * 3 * 4";
        QTest::newRow("arithmetic") << "2 * 3 * 4, snake_case_name, a**b"
                                    << "2 * 3 * 4, snake_case_name, a**b";
        QTest::newRow("never closed") << "**a `b ~~c [d]("
                                      << "**a `b ~~c [d](";
        QTest::newRow("html is text") << "<script>alert(1)</script> <b>x</b>"
                                      << "<script>alert(1)</script> <b>x</b>";
        QTest::newRow("no script") << "[x](javascript:alert(1)) [y](file:///etc/passwd)"
                                   << "[x](javascript:alert(1)) [y](file:///etc/passwd)";
        QTest::newRow("no picture") << "![x](https://e.example/p.png)"
                                    << "!x | link 'x' -> https://e.example/p.png";
    }
    void readsAsItIsMeant()
    {
        QFETCH(QString, written);
        QFETCH(QString, read);
        QCOMPARE(printed(readInline(written)), read);
    }

    void aTextCannotTurnItsDirection()
    {
        const QString hostile = QStringLiteral("paid ") + QChar(0x202e) + QStringLiteral("001") + QChar(0x1b);
        QVERIFY(!readInline(hostile).text.contains(QChar(0x202e)));
        QVERIFY(!readInline(hostile).text.contains(QChar(0x1b)));
        QCOMPARE(readInline(hostile).text.size(), hostile.size());
    }

    void hostileTextTakesNoTime()
    {
        for (const char *piece : {"*", "**a", "[", "`", "~~", "[](", "**a*b`", "http://", "#", "[a](http://"}) {
            const QString text = QString::fromLatin1(piece).repeated(20000);
            QVERIFY(!readInline(text).text.isEmpty());
        }
    }

    void aTimeToGoToIsReadInManyWays_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("clock") << "14:05"
                               << "2026-11-21T14:05:00Z";
        QTest::newRow("ago") << "-30m"
                             << "2026-11-21T14:30:00Z";
        QTest::newRow("yesterday") << "yesterday 23:50"
                                   << "2026-11-20T23:50:00Z";
        QTest::newRow("since") << "T+20m"
                               << "2026-11-21T14:22:00Z";
        QTest::newRow("since, as shown") << "t+01:05"
                                         << "2026-11-21T15:07:00Z";
        QTest::newRow("before") << "T-5m"
                                << "2026-11-21T13:57:00Z";
        QTest::newRow("late last night") << "23:50"
                                         << "2026-11-20T23:50:00Z";
    }
    void aTimeToGoToIsReadInManyWays()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        const Result<Instant> read = readJump(typed, {at("15:00"), QTimeZone::utc(), at("14:02"), at("10:50")});
        QVERIFY2(read, qPrintable(typed));
        QCOMPARE(toIso(*read), expected);
    }

    void whatIsNoTimeIsSaid()
    {
        const JumpContext context{at("15:00"), QTimeZone::utc(), std::nullopt, at("15:00")};
        for (const char *bad : {"soon", "25:00", "", "T+", "T+soon"})
            QVERIFY(!readJump(QString::fromLatin1(bad), context));
        QVERIFY(readJump(QStringLiteral("soon"), context).error().sentence.contains(QStringLiteral("'soon' is no time")));
        QVERIFY(readJump(QStringLiteral("T+5m"), context).error().sentence.contains(QStringLiteral("detected is not known")));
    }
};

QTEST_GUILESS_MAIN(TestInlineText)
#include "tst_inlinetext.moc"
