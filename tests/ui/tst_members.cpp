// Who may see a restricted incident: seen, added and taken away in the window, which calls it by its codename to the outside.
#include "tests/ui/sharedroom.h"
#include "ui/mainwindow/memberspopover.h"

#include <QCompleter>
#include <QLabel>
#include <QListView>

using namespace qd;
using namespace qd::test;

class TestMembers : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        desk = std::make_unique<SharedRoom>();
        desk->join(hub::Standing::Administrator);
        desk->link.known = {{QStringLiteral("lee"), QStringLiteral("Lee"), hub::Standing::Responder},
                            {QStringLiteral("ana"), QStringLiteral("Ana"), hub::Standing::Responder}};
        desk->shared.loadMembers([](const Result<std::vector<hub::HubMember>> &) {});
        desk->room.declare(QStringLiteral("P0"), QStringLiteral("Signing key leaked"));
    }
    void cleanup() { desk.reset(); }

    void anIncidentIsRestrictedUnderACodename()
    {
        open();
        QVERIFY2(desk->window->findChild<ui::MembersPopover *>()->height() < 160, "a question of three lines");
        QVERIFY(says(QStringLiteral("Everybody may see INC-")));
        enter(QString());
        QVERIFY(says(QStringLiteral("Give it a codename first")));
        QVERIFY(!incident().restricted);
        enter(QStringLiteral("Blue Heron"));
        QVERIFY(incident().restricted);
        QCOMPARE(incident().members, QStringList{QStringLiteral("Dana")});
        QVERIFY2(desk->window->windowTitle().endsWith(QStringLiteral("Blue Heron")), qPrintable(desk->window->windowTitle()));
        QVERIFY(!desk->window->windowTitle().contains(QStringLiteral("Signing")));
        QVERIFY(says(QStringLiteral("Members of INC-")));
        QCOMPARE(incident().entries.constLast().text, QStringLiteral("Restricted: its members alone see it"));
    }

    void membersAreAddedByNamesThatTheHubKnowsAndTakenAway()
    {
        restrict();
        open();
        auto *names = field()->completer()->model();
        QStringList offered;
        for (int row = 0; row < names->rowCount(); ++row)
            offered << names->index(row, 0).data().toString();
        QCOMPARE(offered, QStringList({QStringLiteral("Ana"), QStringLiteral("Lee")}));
        enter(QStringLiteral("Lee"));
        QCOMPARE(incident().members, QStringList({QStringLiteral("Dana"), QStringLiteral("Lee")}));
        enter(QStringLiteral("Lee"));
        QVERIFY(says(QStringLiteral("Lee is a member")));
        QCOMPARE(field()->text(), QStringLiteral("Lee"));
        auto *list = desk->named<QListView>(QStringLiteral("Members"));
        list->setCurrentIndex(PaneRoom::rowWith(list, QStringLiteral("Lee")));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(incident().members, QStringList{QStringLiteral("Dana")});
        list->setCurrentIndex(PaneRoom::rowWith(list, QStringLiteral("Dana")));
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(says(QStringLiteral("last member")));
    }

    void theRestrictionIsLiftedAndEscapeGivesTheFocusBack()
    {
        restrict();
        auto *line = desk->named<QWidget>(QStringLiteral("Scribe entry"));
        QTRY_VERIFY(line->hasFocus());
        open();
        QVERIFY(field()->hasFocus());
        desk->named<QPushButton>(QStringLiteral("Lift the restriction"))->click();
        QVERIFY(!incident().restricted);
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(line->hasFocus());
        QVERIFY(!desk->window->findChild<ui::MembersPopover *>()->isVisible());
    }

private:
    void restrict()
    {
        desk->room.submit(command::Amend{QStringLiteral("codename"), QStringLiteral("Blue Heron")});
        desk->room.submit(command::Amend{QStringLiteral("restricted"), QStringLiteral("true")});
    }
    void open() { desk->window->run(QStringLiteral("incident.members")); }
    [[nodiscard]] QLineEdit *field() const { return desk->window->findChild<ui::MembersPopover *>()->findChild<QLineEdit *>(); }
    void enter(const QString &text)
    {
        field()->setText(text);
        QTest::keyClick(field(), Qt::Key_Return);
    }
    [[nodiscard]] const Incident &incident() const { return desk->room.session->incident(); }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = desk->window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    std::unique_ptr<SharedRoom> desk;
};

QTEST_MAIN(TestMembers)
#include "tst_members.moc"
