// The window as a whole: what stands in its header, how its panes come, go and come back, and how it is worked by keys.
#include "tests/ui/paneroom.h"
#include "tests/ui/spoken.h"
#include "ui/mainwindow/lazydock.h"
#include "ui/mainwindow/mainwindow.h"

#include <QLabel>
#include <QPlainTextEdit>

using namespace qd;
using namespace qd::test;
using std::chrono::minutes;
using std::chrono::seconds;

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        room = std::make_unique<PaneRoom>();
        settings = std::make_unique<Settings>(room->folder.filePath(QStringLiteral("window.ini")));
        open();
    }
    void cleanup()
    {
        window.reset();
        settings.reset();
        room.reset();
    }

    void atFirstThereAreThreeWaysIn()
    {
        room->session->start();
        QTRY_VERIFY(has<QPushButton>(QStringLiteral("Declare an incident")));
        QVERIFY(has<QPushButton>(QStringLiteral("Import a written plan")));
        named<QPushButton>(QStringLiteral("Try a drill on the sample"))->click();
        QCOMPARE(drills, 1);
    }

    void theHeaderSaysHowItStands()
    {
        room->declare();
        room->advance(minutes(23) + seconds(41));
        QVERIFY(beginning(QStringLiteral("Elapsed 00:23:41")));
        QVERIFY(has<QPushButton>(QStringLiteral("Severity P0 Critical")));
        QVERIFY(beginning(QStringLiteral("Next due missed by")));
        QVERIFY(has<QWidget>(QStringLiteral("Status")));
        QVERIFY(named<QAbstractButton>(QStringLiteral("Investigating"))->isChecked());
        QVERIFY(has<QLabel>(QStringLiteral("Hub status local only")));
        QTRY_VERIFY(has<QLabel>(QStringLiteral("Save status Saved")));
    }

    void anIncidentThatOpensHasTheFocusInTheScribesLine()
    {
        window->showPanes(); // before there is one: the line waits
        QVERIFY(!named<QPlainTextEdit>(QStringLiteral("Scribe entry"))->isEnabled());
        room->declare();
        QTRY_VERIFY(named<QPlainTextEdit>(QStringLiteral("Scribe entry"))->hasFocus());
    }

    void aStepMovesTheStatusAndTheFocusComesBack()
    {
        room->declare();
        named<QAbstractButton>(QStringLiteral("Mitigating"))->click();
        QCOMPARE(room->session->incident().status, QStringLiteral("mitigating"));
        QVERIFY(named<QAbstractButton>(QStringLiteral("Mitigating"))->isChecked());
        QVERIFY(named<QPlainTextEdit>(QStringLiteral("Scribe entry"))->hasFocus());
        window->run(QStringLiteral("record.undo"));
        QCOMPARE(room->session->incident().status, QStringLiteral("investigating"));
    }

    void severityAsksForAReasonInPlace()
    {
        room->declare();
        window->run(QStringLiteral("incident.severity"));
        named<QLineEdit>(QStringLiteral("New severity"))->setText(QStringLiteral("P1"));
        auto *reason = named<QLineEdit>(QStringLiteral("Reason, for the record"));
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(room->session->incident().severity, QStringLiteral("P0")); // no reason yet
        reason->setText(QStringLiteral("one shard left"));
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(room->session->incident().severity, QStringLiteral("P1"));
        QVERIFY(beginning(QStringLiteral("Severity P1")));
    }

    void hiddenPanesAreNotMadeBeforeTheyAreSeen()
    {
        room->declare();
        QVERIFY(!has<QWidget>(QStringLiteral("Post-mortem outline")));
        window->run(QStringLiteral("postmortem.open"));
        QVERIFY(has<QWidget>(QStringLiteral("Post-mortem outline")));
    }

    void theLayoutIsKeptAndComesBack()
    {
        room->declare();
        QVERIFY(window->dock(QStringLiteral("board"))->isVisible());
        window->dock(QStringLiteral("board"))->close();
        window->addDockWidget(Qt::LeftDockWidgetArea, window->dock(QStringLiteral("roles")));
        window->close();
        open();
        QVERIFY(!window->dock(QStringLiteral("board"))->isVisible());
        QCOMPARE(window->dockWidgetArea(window->dock(QStringLiteral("roles"))), Qt::LeftDockWidgetArea);
        window->useLayout(QByteArrayLiteral("rubbish"));
        QVERIFY(window->dock(QStringLiteral("board"))->isVisible());
    }

    void perspectivesKeepTheirPlaces()
    {
        room->declare();
        window->run(QStringLiteral("view.review"));
        QVERIFY(window->dock(QStringLiteral("postmortem"))->isVisible());
        QVERIFY(!window->dock(QStringLiteral("scribe"))->isVisible());
        window->run(QStringLiteral("view.command"));
        QVERIFY(window->dock(QStringLiteral("scribe"))->isVisible());
        QVERIFY(!window->dock(QStringLiteral("postmortem"))->isVisible());
    }

    void thePaletteRunsWhatIsTyped()
    {
        room->declare();
        window->run(QStringLiteral("help.palette"));
        auto *line = named<QLineEdit>(QStringLiteral("Command palette"));
        QVERIFY(line->hasFocus());
        QTest::keyClicks(line, QStringLiteral("acknow"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(room->lastKind(), QStringLiteral("incident.acknowledged"));
        QVERIFY(!line->isVisible());
    }

    void everyActionOfTheTableIsKnown()
    {
        room->declare();
        for (QAction *action : window->actions()) {
            if (action->objectName() != QLatin1String("app.quit") && action->objectName() != QLatin1String("plan.import"))
                action->trigger();
        }
        for (const QLabel *label : window->findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(QStringLiteral("There is no action")), qPrintable(label->text()));
    }

    void themesAndTimesSwitch()
    {
        room->declare();
        window->run(QStringLiteral("view.theme"));
        QCOMPARE(room->theme.mode(), ui::Theme::Mode::Light);
        QCOMPARE(settings->text(Key::Theme), QStringLiteral("light"));
        window->run(QStringLiteral("view.times"));
        QCOMPARE(settings->text(Key::TimeMode), QStringLiteral("local"));
    }

private:
    void open()
    {
        window = std::make_unique<ui::MainWindow>(
            ui::WindowServices{*room->session, *settings, [](const QString &) { return Result<QString>(QString()); },
                               {},
                               [this]() -> Result<QString> {
                                   ++drills;
                                   return refused(QStringLiteral("not in a test"));
                               },
                               [this](const QString &key) { return room->drafts.value(key); },
                               [this](const QString &key, const QString &text) { room->drafts[key] = text; }},
            room->theme);
        window->resize(1400, 900);
        window->show();
        window->begin();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    template<class T>
    [[nodiscard]] T *named(const QString &name) const
    {
        for (T *widget : window->findChildren<T *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    template<class T>
    [[nodiscard]] bool has(const QString &name) const
    {
        return named<T>(name) != nullptr;
    }
    [[nodiscard]] bool beginning(const QString &name) const
    {
        const auto all = window->findChildren<QWidget *>();
        return std::any_of(all.begin(), all.end(), [&name](QWidget *widget) { return spokenName(widget).startsWith(name); });
    }

    std::unique_ptr<PaneRoom> room;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<ui::MainWindow> window;
    int drills = 0;
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
