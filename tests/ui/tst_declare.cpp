#include "tests/ui/paneroom.h"
#include "ui/dialogs/declaredialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QAccessible>

using namespace qd;
using namespace qd::test;

namespace {

QWidget *createDialog(const ui::PaneContext &context, QWidget *parent)
{
    auto *dialog = new ui::DeclareDialog(context, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false); // the room owns it
    return dialog;
}

} // namespace

class TestDeclare : public QObject
{
    Q_OBJECT

private slots:
    void titleAndEnterDeclare();
    void everyFieldGetsIntoTheRecord();
    void whatIsWrongIsSaidInPlace();
    void fieldsAreHeardWhole();
    void aRestrictedOneNeedsACodename();
};

void TestDeclare::titleAndEnterDeclare()
{
    PaneRoom room;
    room.show(createDialog);
    QCOMPARE(room.pane->accessibleName(), QStringLiteral("Declare incident"));
    auto *title = room.find<QLineEdit>(QStringLiteral("Title"));
    title->setText(QStringLiteral("Checkout returns 503"));
    QTest::keyClick(title, Qt::Key_Return);
    QVERIFY(room.session->hasIncident());
    QCOMPARE(room.session->incident().title, QStringLiteral("Checkout returns 503"));
    QCOMPARE(room.session->incident().milestones.detected, at("14:02"));
    QVERIFY(!room.pane->isVisible());
}

void TestDeclare::everyFieldGetsIntoTheRecord()
{
    PaneRoom room;
    room.show(createDialog);
    room.find<QLineEdit>(QStringLiteral("Title"))->setText(QStringLiteral("Checkout returns 503"));
    auto *severity = room.find<QComboBox>(QStringLiteral("Severity"));
    severity->setCurrentIndex(severity->findData(QStringLiteral("P1")));
    room.find<QLineEdit>(QStringLiteral("Type"))->setText(QStringLiteral("outage"));
    room.find<QLineEdit>(QStringLiteral("Services"))->setText(QStringLiteral("checkout, payments"));
    room.find<QLineEdit>(QStringLiteral("Impact"))->setText(QStringLiteral("No order completes"));
    room.find<QLineEdit>(QStringLiteral("Detected at"))->setText(QStringLiteral("-5m"));
    room.find<QCheckBox>(QStringLiteral("Drill"))->setChecked(true);
    room.find<QPushButton>(QStringLiteral("Declare"))->click();
    const Incident &incident = room.session->incident();
    QCOMPARE(incident.severity, QStringLiteral("P1"));
    QCOMPARE(incident.type, QStringLiteral("outage"));
    QCOMPARE(incident.services, (QStringList{QStringLiteral("checkout"), QStringLiteral("payments")}));
    QCOMPARE(incident.milestones.detected, at("13:57"));
    QVERIFY(incident.drill);
    QCOMPARE(room.session->plan().id, QStringLiteral("default"));
}

void TestDeclare::whatIsWrongIsSaidInPlace()
{
    PaneRoom room;
    room.show(createDialog);
    room.find<QPushButton>(QStringLiteral("Declare"))->click();
    QVERIFY(!room.session->hasIncident());
    room.find<QLineEdit>(QStringLiteral("Title"))->setText(QStringLiteral("X"));
    room.find<QLineEdit>(QStringLiteral("Detected at"))->setText(QStringLiteral("soon"));
    room.find<QPushButton>(QStringLiteral("Declare"))->click();
    QVERIFY(!room.session->hasIncident());
    const QList<QLabel *> labels = room.pane->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("'soon' is no time"));
    }));
}

void TestDeclare::fieldsAreHeardWhole()
{
    PaneRoom room;
    room.show(createDialog);
    auto *severity = room.find<QComboBox>(QStringLiteral("Severity"));
    severity->setCurrentIndex(0);
    QCOMPARE(QAccessible::queryAccessibleInterface(severity)->text(QAccessible::Name), QStringLiteral("Severity P0 Critical"));
    auto *plan = room.find<QComboBox>(QStringLiteral("Response plan"));
    QCOMPARE(QAccessible::queryAccessibleInterface(plan)->text(QAccessible::Name), QStringLiteral("Response plan Default"));
    QVERIFY(PaneRoom::rowWith(room.find<QListView>(QStringLiteral("Severity definitions")), QStringLiteral("P0  Critical")).isValid());
}

void TestDeclare::aRestrictedOneNeedsACodename()
{
    PaneRoom room;
    room.show(createDialog);
    room.find<QLineEdit>(QStringLiteral("Title"))->setText(QStringLiteral("Leaked key"));
    room.find<QCheckBox>(QStringLiteral("Restricted"))->setChecked(true);
    room.find<QPushButton>(QStringLiteral("Declare"))->click();
    QVERIFY(!room.session->hasIncident());
    room.find<QLineEdit>(QStringLiteral("Codename"))->setText(QStringLiteral("Blue Heron"));
    room.find<QPushButton>(QStringLiteral("Declare"))->click();
    QCOMPARE(room.session->incident().displayTitle(), QStringLiteral("Blue Heron"));
}

QTEST_MAIN(TestDeclare)
#include "tst_declare.moc"
