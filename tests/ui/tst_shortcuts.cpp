// Keys as a person wants them: changed, refused where they mean something else, kept, and put back.
#include "tests/ui/windowroom.h"
#include "ui/actions/actions.h"

#include <QLabel>
#include <QTreeWidget>

using namespace qd;
using namespace qd::test;
using ui::Shortcuts;

class TestShortcuts : public QObject
{
    Q_OBJECT

    static const ui::ActionRow &action(const char *id) { return *ui::findAction(QLatin1String(id)); }
    static QKeySequence key(const char *text) { return QKeySequence(QLatin1String(text), QKeySequence::PortableText); }
    static QString refusal(const Result<void> &done) { return done ? QString() : done.error().sentence; }

private slots:
    void aKeyIsChangedAndKept()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("a.ini")));
        {
            Shortcuts keys(settings);
            QVERIFY(keys.set(action("incident.declare"), key("Ctrl+Alt+D")));
            QVERIFY(keys.set(action("scribe.focus"), {}));
        }
        const Shortcuts keys(settings);
        QCOMPARE(keys.key(action("incident.declare")), key("Ctrl+Alt+D"));
        QVERIFY(keys.key(action("scribe.focus")).isEmpty());
        QVERIFY(keys.isChanged(action("scribe.focus")));
        QCOMPARE(keys.key(action("help.palette")), key("Ctrl+K"));
    }

    void whatAnotherActionHasIsRefusedByItsName()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("a.ini")));
        Shortcuts keys(settings);
        QVERIFY(refusal(keys.set(action("incident.declare"), key("Ctrl+K"))).contains(QStringLiteral("\"Command palette\"")));
        QVERIFY(refusal(keys.set(action("incident.declare"), key("E"))).contains(QStringLiteral("\"Edit the entry…\"")));
        QVERIFY(refusal(keys.set(action("incident.declare"), key("Esc"))).contains(QStringLiteral("needed")));
        QVERIFY(!keys.anyChanged());
    }

    void aKeyThatWasGivenUpCanBeTakenAndThenCannotComeBackByItself()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("a.ini")));
        Shortcuts keys(settings);
        QVERIFY(keys.set(action("help.palette"), key("Ctrl+Alt+K")));
        QVERIFY(keys.set(action("incident.declare"), key("Ctrl+K")));
        QVERIFY(refusal(keys.reset(action("help.palette"))).contains(QStringLiteral("Declare an incident")));
        keys.resetAll();
        QCOMPARE(keys.key(action("help.palette")), key("Ctrl+K"));
        QVERIFY(settings.value(Key::Shortcuts).toStringList().isEmpty());
    }

    void aFileThatWasEditedByHandDoesNoHarm()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("a.ini")));
        settings.set(Key::Shortcuts,
                     QStringList{QStringLiteral("incident.declare=Ctrl+K"), QStringLiteral("some.newer=F2"),
                                 QStringLiteral("help.palette="), QStringLiteral("nonsense")});
        Shortcuts keys(settings);
        QCOMPARE(keys.key(action("incident.declare")), key("Ctrl+K")); // the palette has given it up
        QVERIFY(keys.set(action("incident.declare"), key("Ctrl+Alt+D")));
        QVERIFY(settings.value(Key::Shortcuts).toStringList().contains(QStringLiteral("some.newer=F2"))); // of a newer version
    }

    void aChangedKeyWorksAtOnceAndStandsInTheSheet()
    {
        WindowRoom desk;
        desk.room.declare();
        QVERIFY(desk.window->shortcuts().set(action("view.scribe"), key("Ctrl+Alt+9")));
        QTest::keyClick(desk.window.get(), Qt::Key_9, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(desk.window->perspectives().current(), QStringLiteral("scribe"));
        QVERIFY(desk.window->shortcuts().set(action("timeline.pin"), key("G")));
        auto *timeline = desk.named<QListView>(QStringLiteral("Timeline"));
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_G);
        QCOMPARE(desk.room.lastKind(), QStringLiteral("entry.pinned"));
        desk.run("help.shortcuts");
        bool said = false;
        for (const QLabel *label : desk.window->findChildren<QLabel *>())
            said = said || label->text() == QStringLiteral("Ctrl+Alt+9");
        QVERIFY(said);
    }

    void thePreferencesTakeAKeyAndRefuseOne()
    {
        WindowRoom desk;
        desk.run("app.preferences", QStringLiteral("shortcuts"));
        auto *find = desk.named<QLineEdit>(QStringLiteral("Find an action"));
        QTest::keyClicks(find, QStringLiteral("acknowledge"));
        auto *field = desk.named<QLineEdit>(QStringLiteral("Key for Acknowledge: Ctrl+Shift+A"));
        QVERIFY(field);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_K, Qt::ControlModifier);
        bool said = false;
        for (const QLabel *label : desk.window->findChildren<QLabel *>())
            said = said || label->text().contains(QStringLiteral("Ctrl+K already means \"Command palette\""));
        QVERIFY(said);
        QTest::keyClick(field, Qt::Key_F10);
        QCOMPARE(desk.window->shortcuts().key(action("incident.acknowledge")), key("F10"));
        desk.named<QPushButton>(QStringLiteral("Reset this shortcut"))->click();
        QCOMPARE(desk.window->shortcuts().key(action("incident.acknowledge")), key("Ctrl+Shift+A"));
    }
};

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
