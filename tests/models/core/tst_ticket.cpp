// What may stand as the ticket of an action item, and what of it can be opened.
#include "models/core/ticket.h"

#include <QTest>

using namespace qd;

class TestTicket : public QObject
{
    Q_OBJECT

private slots:
    void whatStandsAndWhatOpens_data();
    void whatStandsAndWhatOpens();
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

QTEST_GUILESS_MAIN(TestTicket)
#include "tst_ticket.moc"
