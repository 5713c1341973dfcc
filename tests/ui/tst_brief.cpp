#include "tests/ui/windowroom.h"

#include <QClipboard>
#include <QPlainTextEdit>

using namespace qd;
using namespace qd::test;

class TestBrief : public QObject
{
    Q_OBJECT

private slots:
    void oneKeyCopiesForSomeoneWhoJoins();
    void oneMoreKeyGivesItToExecutivesOrAsAHandover();
    void escapeGivesTheFocusBack();
    void aRestrictedIncidentGoesByItsCodename();

private:
    static QString copied() { return QGuiApplication::clipboard()->text(); }
    static QPlainTextEdit *text(const WindowRoom &desk) { return desk.named<QPlainTextEdit>(QStringLiteral("Brief text")); }
};

void TestBrief::oneKeyCopiesForSomeoneWhoJoins()
{
    WindowRoom desk;
    desk.room.declare();
    desk.run("incident.brief");
    QVERIFY(text(desk)->isVisible());
    QVERIFY2(copied().contains(QStringLiteral("CONDITIONS")) && copied().contains(QStringLiteral("Checkout returns 503")),
             qPrintable(copied()));
    QCOMPARE(text(desk)->toPlainText(), copied().trimmed());
    desk.run("incident.brief");
    QVERIFY(!text(desk)->isVisible());
}

void TestBrief::oneMoreKeyGivesItToExecutivesOrAsAHandover()
{
    WindowRoom desk;
    desk.room.declare();
    desk.run("incident.brief");
    const QString joining = copied();
    QTest::keyClick(text(desk), Qt::Key_E);
    const QString executives = copied();
    QVERIFY2(executives.contains(QStringLiteral("Nobody is in command.")), qPrintable(executives));
    QTest::keyClick(text(desk), Qt::Key_H);
    QVERIFY(copied().contains(QStringLiteral("you take these over")));
    QVERIFY(executives.size() < joining.size() && joining != copied());
    QTest::keyClick(text(desk), Qt::Key_J);
    QCOMPARE(copied(), joining);
}

void TestBrief::escapeGivesTheFocusBack()
{
    WindowRoom desk;
    desk.room.declare();
    desk.run("clocks.focus");
    QWidget *before = desk.window->focusWidget();
    desk.run("incident.brief");
    QVERIFY(text(desk)->hasFocus());
    QTest::keyClick(text(desk), Qt::Key_Escape);
    QVERIFY(!text(desk)->isVisible());
    QCOMPARE(desk.window->focusWidget(), before);
}

void TestBrief::aRestrictedIncidentGoesByItsCodename()
{
    WindowRoom desk;
    command::Declare declare;
    declare.title = QStringLiteral("Leaked key");
    declare.severity = QStringLiteral("P1");
    declare.restricted = true;
    declare.codename = QStringLiteral("Blue Heron");
    QVERIFY(desk.room.session->declare(declare, QStringLiteral("default")));
    desk.run("incident.brief");
    for (const Qt::Key key : {Qt::Key_J, Qt::Key_E, Qt::Key_H}) {
        QTest::keyClick(text(desk), key);
        QVERIFY(copied().contains(QStringLiteral("Blue Heron  [RESTRICTED]")) && !copied().contains(QStringLiteral("Leaked")));
    }
}

QTEST_MAIN(TestBrief)
#include "tst_brief.moc"
