// What may stand as the ticket of an action item, and what of it can be opened.
#include "models/core/ticket.h"
#include "tests/support/story.h"

#include <QTest>

using namespace qd;
using namespace qd::test;

class TestTicket : public QObject
{
    Q_OBJECT

private slots:
    void whatStandsAndWhatOpens_data();
    void whatStandsAndWhatOpens();
    void theDeskRefusesWithASentence();
};

void TestTicket::whatStandsAndWhatOpens_data()
{
    QTest::addColumn<QString>("ticket");
    QTest::addColumn<bool>("stands");
    QTest::addColumn<bool>("opens");
    QTest::newRow("nothing") << "" << true << false;
    QTest::newRow("a number") << "OPS-123" << true << false;
    QTest::newRow("words") << "see Lee: he has the list" << true << false;
    QTest::newRow("a name and a number") << "OPS:123" << true << false;
    QTest::newRow("an address") << "https://tracker.example.org/OPS-123?a=b#c" << true << true;
    QTest::newRow("without encryption") << "http://tracker.local/7" << true << true;
    QTest::newRow("with a port") << "https://tracker.local:8443/7" << true << true;
    QTest::newRow("a script") << "javascript:alert(1)" << false << false;
    QTest::newRow("a file") << "file:///etc/passwd" << false << false;
    QTest::newRow("data") << "data:text/html,x" << false << false;
    QTest::newRow("no host") << "https:///OPS-123" << false << false;
    QTest::newRow("a password in it") << "https://dana:secret@tracker.local/7" << false << false;
    QTest::newRow("two lines") << "OPS-1\nOPS-2" << false << false;
    QTest::newRow("endless") << QString(longestTicket + 1, QLatin1Char('x')) << false << false;
}

void TestTicket::whatStandsAndWhatOpens()
{
    QFETCH(QString, ticket);
    QTEST(!ticketProblem(ticket).has_value(), "stands");
    QTEST(ticketLink(ticket).isValid(), "opens");
}

void TestTicket::theDeskRefusesWithASentence()
{
    Story story;
    story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503\n"));
    const auto add = [&story](const char *ticket) {
        return story.submit(QStringLiteral("Dana"), at("15:00"),
                            command::AddAction{QStringLiteral("Cap the pool"), {}, {}, {}, {}, QLatin1String(ticket)});
    };
    const Result<EventId> refused = add("javascript:alert(1)");
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(QLatin1String("https://")), qPrintable(refused.error().sentence));
    const Result<EventId> item = add(" OPS-123 ");
    QVERIFY(item);
    QCOMPARE(story.incident().actions.front().ticket, QStringLiteral("OPS-123"));
    command::ChangeAction change;
    change.action = *item;
    change.ticket = QStringLiteral("file:///etc/passwd");
    QVERIFY(!story.submit(QStringLiteral("Dana"), at("15:01"), change));
    QCOMPARE(story.incident().actions.front().ticket, QStringLiteral("OPS-123"));
}

QTEST_GUILESS_MAIN(TestTicket)
#include "tst_ticket.moc"
