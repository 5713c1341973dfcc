#include "tests/ui/paneroom.h"
#include "ui/panes/updates/updatespane.h"

#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>

using namespace qd;
using namespace qd::test;

class TestUpdates : public QObject
{
    Q_OBJECT

private slots:
    void theTemplateIsFilledFromTheIncident();
    void placesWithoutAValueAreCountedAndOneKeyGoesRound();
    void itIsSentWithMarksOnlyKnowingly();
    void anInternalUpdateIsSentAtOnce();
    void anExternalOneIsApprovedFirst();
    void oneKeyApprovesWhatIsRead();
    void anApprovalLapsesWithTheSeverity();
    void whatIsTypedSurvivesAnotherAudience();
    void aTextOfOneIncidentDoesNotGetIntoAnother();

private:
    static QPlainTextEdit *text(const PaneRoom &room) { return room.find<QPlainTextEdit>(QStringLiteral("Update text")); }
    static QPushButton *send(const PaneRoom &room) { return room.find<QPushButton>(QStringLiteral("Send update")); }
    static bool says(const PaneRoom &room, const QString &words)
    {
        const QList<QLabel *> labels = room.pane->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
};

void TestUpdates::theTemplateIsFilledFromTheIncident()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createUpdatesPane);
    room.perform(QStringLiteral("write"), QStringLiteral("responders"));
    QVERIFY2(text(room)->toPlainText().contains(QStringLiteral("Checkout returns 503")), qPrintable(text(room)->toPlainText()));
    text(room)->setPlainText(QStringLiteral("The cause is [cause]."));
    QVERIFY(says(room, QStringLiteral("1 place has no value: cause")));
    QCOMPARE(room.find<QListView>(QStringLiteral("Updates"))->model()->rowCount(),
             static_cast<int>(room.session->incident().rules.audiences.size()));
    QVERIFY(!room.pane->grab().isNull());
}

void TestUpdates::placesWithoutAValueAreCountedAndOneKeyGoesRound()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createUpdatesPane);
    room.perform(QStringLiteral("write"), QStringLiteral("responders"));
    text(room)->setPlainText(QStringLiteral("Over by [eta]. Users: [NUMBER]. See [the page](https://example.org)."));
    QVERIFY(says(room, QStringLiteral("2 places have no value: eta, Users")));
    QCOMPARE(text(room)->extraSelections().size(), 2);
    text(room)->moveCursor(QTextCursor::Start);
    for (const char *place : {"[eta]", "[NUMBER]", "[eta]"}) {
        room.perform(QStringLiteral("nextplace"));
        QCOMPARE(text(room)->textCursor().selectedText(), QLatin1String(place));
    }
    text(room)->textCursor().insertText(QStringLiteral("noon"));
    QVERIFY(says(room, QStringLiteral("1 place has no value: Users")));
    text(room)->setPlainText(QStringLiteral("All is said."));
    room.perform(QStringLiteral("nextplace"));
    QVERIFY(says(room, QStringLiteral("Every place has its value")));
}

void TestUpdates::itIsSentWithMarksOnlyKnowingly()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createUpdatesPane);
    room.perform(QStringLiteral("write"), QStringLiteral("responders"));
    text(room)->setPlainText(QStringLiteral("Over by [eta]: [cause]"));
    QCOMPARE(send(room)->text().remove(u'&'), QStringLiteral("Send with 2 marks"));
    QVERIFY(send(room)->accessibleDescription().contains(QStringLiteral("eta, cause")));
    text(room)->setPlainText(QStringLiteral("Over by noon."));
    QCOMPARE(send(room)->text().remove(u'&'), QStringLiteral("Send update"));
}

void TestUpdates::anInternalUpdateIsSentAtOnce()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createUpdatesPane);
    room.perform(QStringLiteral("write"), QStringLiteral("responders"));
    text(room)->setPlainText(QStringLiteral("Rolling back 4.12."));
    send(room)->click();
    QCOMPARE(room.lastKind(), QStringLiteral("update.sent"));
    QCOMPARE(room.session->incident().updates.back().text, QStringLiteral("Rolling back 4.12."));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Rolling back 4.12."));
    QVERIFY(PaneRoom::rowWith(room.find<QListView>(QStringLiteral("Updates")), QStringLiteral("Rolling back 4.12.")).isValid());
    QVERIFY(says(room, QStringLiteral("logged as sent")));
}

void TestUpdates::anExternalOneIsApprovedFirst()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createUpdatesPane);
    room.perform(QStringLiteral("write"), QStringLiteral("status-page"));
    text(room)->setPlainText(QStringLiteral("We are looking into failed checkouts."));
    QVERIFY(!send(room)->isEnabled());
    room.find<QPushButton>(QStringLiteral("Approve"))->click();
    QCOMPARE(room.lastKind(), QStringLiteral("update.approved"));
    QVERIFY(says(room, QStringLiteral("Approved by Dana")));
    text(room)->appendPlainText(QStringLiteral("And more."));
    QVERIFY(!send(room)->isEnabled());
    room.find<QPushButton>(QStringLiteral("Approve"))->click();
    send(room)->click();
    QCOMPARE(room.lastKind(), QStringLiteral("update.sent"));
    QCOMPARE(room.session->incident().updates.back().approvedBy, QStringLiteral("Dana"));
}

void TestUpdates::oneKeyApprovesWhatIsRead()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createUpdatesPane);
    room.perform(QStringLiteral("write"), QStringLiteral("responders"));
    room.perform(QStringLiteral("approve")); // nothing that goes outside
    QVERIFY(room.session->incident().drafts.empty());
    room.perform(QStringLiteral("write"), QStringLiteral("status-page"));
    text(room)->setPlainText(QStringLiteral("We are looking into failed checkouts."));
    room.perform(QStringLiteral("approve"));
    QCOMPARE(room.session->incident().drafts.front().approvedBy, QStringLiteral("Dana"));
}

void TestUpdates::anApprovalLapsesWithTheSeverity()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createUpdatesPane);
    room.perform(QStringLiteral("write"), QStringLiteral("status-page"));
    text(room)->setPlainText(QStringLiteral("We are looking into failed checkouts."));
    room.find<QPushButton>(QStringLiteral("Approve"))->click();
    room.submit(command::ChangeSeverity{QStringLiteral("P1"), QStringLiteral("half of the shards recovered"), {}});
    QVERIFY(!send(room)->isEnabled());
    QVERIFY(says(room, QStringLiteral("lapsed")));
}

void TestUpdates::whatIsTypedSurvivesAnotherAudience()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createUpdatesPane);
    room.perform(QStringLiteral("write"), QStringLiteral("executives"));
    text(room)->setPlainText(QStringLiteral("Half a sentence"));
    room.perform(QStringLiteral("write"), QStringLiteral("responders"));
    QCOMPARE(room.lastKind(), QStringLiteral("update.drafted"));
    room.perform(QStringLiteral("write"), QStringLiteral("executives"));
    QCOMPARE(text(room)->toPlainText(), QStringLiteral("Half a sentence"));
}

void TestUpdates::aTextOfOneIncidentDoesNotGetIntoAnother()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createUpdatesPane);
    room.perform(QStringLiteral("write"), QStringLiteral("responders"));
    text(room)->setPlainText(QStringLiteral("About the checkout"));
    room.declare(QStringLiteral("P1"), QStringLiteral("Search is slow"));
    QVERIFY(!text(room)->toPlainText().contains(QStringLiteral("About the checkout")));
    room.perform(QStringLiteral("write"), QStringLiteral("executives"));
    QVERIFY(room.session->incident().drafts.empty());
}

QTEST_MAIN(TestUpdates)
#include "tst_updates.moc"
