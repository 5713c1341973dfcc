// The window of the response plans: written on, checked, saved, brought back, and nothing lost.
#include "tests/ui/paneroom.h"
#include "tests/ui/spoken.h"
#include "ui/plans/planpage.h"
#include "ui/plans/planswindow.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/numberedtext.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTabWidget>

using namespace qd;
using namespace qd::test;
using namespace qd::ui;

class PlansDesk
{
public:
    PlansDesk() : store(room.folder.filePath("plans")) { open(); }
    void open()
    {
        window = std::make_unique<PlansWindow>(*room.context, store, nullptr);
        window->show();
        QTRY_VERIFY(list()->cardModel().rowCount() > 0);
        QTRY_VERIFY(!window->draft().id().isEmpty());
    }
    void choose(const QString &id)
    {
        QTRY_VERIFY(list()->cardModel().rowOf(id) >= 0);
        list()->setCurrentId(id);
        QTRY_COMPARE(window->draft().id(), id);
        QTRY_VERIFY(window->draft().isChecked());
    }
    template<class T>
    [[nodiscard]] T *named(const QString &name) const
    {
        for (T *widget : window->findChildren<T *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        qFatal("nothing is called '%s'", qPrintable(name));
    }
    [[nodiscard]] CardList *list() const { return named<CardList>("Response plans"); }
    [[nodiscard]] NumberedText *source() const { return named<NumberedText>("Plan source"); }
    [[nodiscard]] items::Cards problems() const { return named<CardList>("Plan problems")->cardModel().cards(); }
    [[nodiscard]] items::Cards versions() const { return named<CardList>("Plan versions")->cardModel().cards(); }
    [[nodiscard]] items::Card card(const QString &id) const
    {
        const int row = list()->cardModel().rowOf(id);
        return row < 0 ? items::Card() : list()->cardModel().cards()[static_cast<size_t>(row)];
    }
    void replace(const QString &what, const QString &by)
    {
        QTextCursor found = source()->document()->find(what);
        QVERIFY(!found.isNull());
        found.insertText(by);
    }
    void duplicate(const QString &name)
    {
        window->perform("duplicate", {});
        auto *line = named<QLineEdit>("Name of the new plan");
        line->setText(name);
        QTest::keyClick(line, Qt::Key_Return);
    }
    void save()
    {
        QTRY_VERIFY(window->draft().canSave());
        window->perform("save", {});
        QTRY_VERIFY(!window->draft().isChanged());
    }

    PaneRoom room;
    plan::PlanStore store;
    std::unique_ptr<PlansWindow> window;
};

class PlansWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void theShippedPlansStandInTheList()
    {
        PlansDesk desk;
        QCOMPARE(desk.list()->cardModel().rowCount(), 6);
        QVERIFY(desk.card("default").spoken.contains("ships with the program"));
        desk.choose("castiel");
        QVERIFY(desk.source()->toPlainText().contains("id: castiel"));
        QVERIFY(desk.problems().empty());
    }

    void aShippedPlanIsDuplicatedInPlace()
    {
        PlansDesk desk;
        desk.choose("castiel");
        desk.duplicate("Night shift");
        QTRY_COMPARE(desk.window->draft().id(), QStringLiteral("night-shift"));
        QCOMPARE(desk.store.load("night-shift").value().name, QStringLiteral("Night shift"));
        QVERIFY(desk.card("night-shift").spoken.contains("your own"));
        desk.window->perform("undo", {});
        QTRY_VERIFY(desk.card("night-shift").tone == items::Tone::Quiet); // removed, and kept
    }

    void whatIsWrongIsToldWithItsPlaceAndKeptFromBeingSaved()
    {
        PlansDesk desk;
        desk.choose("castiel");
        desk.replace("respond_within: ", "respond_witin: ");
        QTRY_COMPARE(desk.problems().size(), size_t(1));
        const items::Card problem = desk.problems().front();
        QVERIFY(problem.title.contains("respond_witin"));
        QVERIFY(problem.kicker.startsWith("line "));
        desk.window->perform("save", {});
        QVERIFY(desk.window->draft().isChanged());
        QVERIFY(desk.card("castiel").marks.contains("not saved"));

        auto *problems = desk.named<CardList>("Plan problems");
        problems->setCurrentId(problem.id);
        QTest::keyClick(problems, Qt::Key_Return);
        QCOMPARE(desk.source()->textCursor().selectedText(), QStringLiteral("respond_witin"));

        desk.window->perform("discard", {});
        QTRY_VERIFY(desk.problems().empty());
        QVERIFY(!desk.window->draft().isChanged());
        desk.window->perform("undo", {});
        QVERIFY(desk.window->draft().text().contains("respond_witin"));
    }

    void aValueThatIsChangedInTheOutlineIsWrittenIntoTheSource()
    {
        PlansDesk desk;
        desk.choose("default");
        auto *editing = desk.window->findChild<PlanPage *>()->findChild<PlanEditing *>();
        QVERIFY(editing->set("severities/P0/name", "Worst"));
        QTRY_VERIFY(desk.window->draft().canSave());
        QVERIFY(desk.source()->toPlainText().contains("name: Worst"));
        desk.replace("name: Worst", "name: Direst");
        QTRY_COMPARE(editing->plan().severities.front().name, QStringLiteral("Direst"));
        editing->undo();
        QVERIFY(desk.source()->toPlainText().contains("name: Worst"));
        desk.choose("castiel");
        QTRY_COMPARE(editing->plan().id, QStringLiteral("castiel"));
        QVERIFY(!desk.window->draft().isChanged());
    }

    void whatWasWrittenIsThereAgain()
    {
        PlansDesk desk;
        desk.choose("castiel");
        desk.replace("id: castiel", "id: castiel # mine");
        desk.choose("default");
        desk.choose("castiel");
        QVERIFY(desk.source()->toPlainText().contains("# mine"));
        desk.window.reset(); // as when the program was killed: only what is on the disk is left
        desk.open();
        desk.choose("castiel");
        QVERIFY(desk.window->draft().text().contains("# mine"));
        QVERIFY(desk.window->draft().isChanged());
    }

    void aSavedPlanIsAVersionAndComesBack()
    {
        PlansDesk desk;
        desk.choose("default");
        desk.replace("name: Default", "name: Our default");
        desk.save();
        QTRY_COMPARE(desk.versions().size(), size_t(2));
        QVERIFY(desk.versions().front().marks.contains("in use"));
        QCOMPARE(desk.versions().back().kicker, QStringLiteral("as it ships"));
        auto *differences = desk.named<CardList>("Plan differences");
        QTRY_COMPARE(differences->cardModel().rowCount(), 1);
        QCOMPARE(differences->cardModel().cards().front().title, QStringLiteral("name"));
        QVERIFY(differences->cardModel().cards().front().detail.contains("→ Our default"));
        desk.named<CardList>("Plan versions")->setCurrentId("0");
        emit desk.named<CardList>("Plan versions")->actionPressed("0");
        QTRY_COMPARE(desk.versions().size(), size_t(3));
        QTRY_VERIFY(!desk.window->draft().text().contains("Our default"));
    }

    void anOpenIncidentKeepsItsPlanUntilItAdoptsTheNewOne()
    {
        PlansDesk desk;
        desk.room.declare();
        QTRY_COMPARE(desk.card("default").detail.contains("1 open"), true);
        desk.choose("default");
        desk.replace("name: Default", "name: Our default");
        desk.save();
        QTRY_VERIFY(desk.named<QPushButton>("Adopt it for " + desk.room.session->incident().ref)->isVisible());
        QCOMPARE(desk.room.session->plan().name, QStringLiteral("Default incident response plan"));
        auto *incidents = desk.named<CardList>("Incidents under this version");
        QTRY_COMPARE(desk.versions().size(), size_t(2));
        desk.named<CardList>("Plan versions")->setCurrentId("0");
        QTRY_COMPARE(incidents->cardModel().rowCount(), 1);
        QVERIFY(incidents->cardModel().cards().front().kicker.contains(desk.room.session->incident().ref));
        desk.window->perform("undo", {}); // what was offered
        QTRY_COMPARE(desk.room.lastKind(), QStringLiteral("plan.adopted"));
        QCOMPARE(desk.room.session->plan().name, QStringLiteral("Our default incident response plan"));
        desk.named<CardList>("Plan versions")->setCurrentId("1");
        QTRY_COMPARE(incidents->cardModel().rowCount(), 1);
    }

    void aRemovedPlanIsKeptAndComesBack()
    {
        PlansDesk desk;
        desk.choose("castiel");
        desk.window->perform("remove", {}); // it ships: it stays
        desk.duplicate("Ours");
        desk.choose("ours");
        desk.window->perform("remove", {});
        QTRY_VERIFY(desk.card("ours").tone == items::Tone::Quiet);
        QVERIFY(!desk.store.load("ours"));
        desk.window->perform("undo", {});
        QTRY_VERIFY(desk.store.load("ours"));
        QTRY_VERIFY(desk.card("ours").tone != items::Tone::Quiet);
        QTRY_COMPARE(desk.window->draft().id(), QStringLiteral("ours"));
    }

    void aBrokenPlanSaysWhatIsWrong()
    {
        PlansDesk desk;
        QVERIFY(QDir().mkpath(desk.room.folder.filePath("plans")));
        QFile file(desk.room.folder.filePath("plans/tiny.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("id: tiny\n") > 0);
        file.close();
        desk.window->reload();
        desk.choose("tiny");
        QVERIFY(desk.card("tiny").marks.contains("cannot be used"));
        QVERIFY(!desk.problems().empty());
    }

    void theIncidentIsDeclaredUnderIt()
    {
        PlansDesk desk;
        desk.choose("castiel");
        desk.window->perform("declare", {});
        QCOMPARE(desk.room.invoked.last(), QStringLiteral("incident.declare castiel"));
        desk.window->perform("import", {});
        QCOMPARE(desk.room.invoked.last(), QStringLiteral("plan.import "));
    }

    void everythingHasAName()
    {
        PlansDesk desk;
        desk.choose("castiel");
        for (int tab = 0; tab < 3; ++tab) {
            desk.window->findChild<QTabWidget *>()->setCurrentIndex(tab);
            for (QWidget *widget : desk.window->findChildren<QWidget *>()) {
                if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !qobject_cast<QLabel *>(widget))
                    QVERIFY2(!spokenName(widget).trimmed().isEmpty(), widget->metaObject()->className());
            }
        }
    }
};

QTEST_MAIN(PlansWindowTest)
#include "tst_plans.moc"
