// A team's written page becomes the plan they run by: document and plan side by side, what is open first, with the keyboard alone.
#include "models/plan/planstore.h"
#include "tests/ui/paneroom.h"
#include "ui/plans/importwindow.h"
#include "ui/plans/planview.h"
#include "ui/widgets/cardlist.h"

#include <QCheckBox>
#include <QFile>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTextBlock>

using namespace qd;
using namespace qd::test;

namespace {

const QByteArray document = R"(# Pager plan

## Severities

### P0 - Critical
- Response time: 15 minutes
- Resolution time: 4 hours

### P1 - High
- Response time: 1 hour

| Severity | Response time |
|---|---|
| P0 | 30 minutes |

## Roles

### Incident Commander
- Runs the call

The commander also keeps the log.
)";

} // namespace

class TestImportWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        room = std::make_unique<PaneRoom>();
        imports = std::make_unique<plan::ImportStore>(room->folder.filePath(QStringLiteral("imports")));
        used.clear();
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(document);
        file.close();
        begin();
    }
    void cleanup()
    {
        window.reset();
        room.reset();
    }

    void aFactLeadsToItsLineAndALineToItsFact()
    {
        plan()->showFact(QStringLiteral("severities/P0/resolve_within"));
        list("Plan")->setFocus();
        QTest::keyClick(list("Plan"), Qt::Key_Up);
        QTest::keyClick(list("Plan"), Qt::Key_Down);
        QCOMPARE(text()->currentLine(), 7);
        QTextCursor cursor(text()->document()->findBlockByNumber(9));
        text()->setTextCursor(cursor);
        QCOMPARE(plan()->currentFact(), QStringLiteral("severities/P1/respond_within"));
    }

    void theConflictStandsFirstAndIsChosenWithOneKey()
    {
        QVERIFY(list("To decide")->hasFocus());
        QCOMPARE(plan()->currentFact(), QStringLiteral("severities/P0/respond_within"));
        QTest::keyClick(list("To decide"), Qt::Key_Down);
        QTest::keyClick(list("To decide"), Qt::Key_Down);
        QCOMPARE(text()->currentLine(), 14);
        QTest::keyClick(list("To decide"), Qt::Key_Space);
        QCOMPARE(row("severities/P0/respond_within").title, QStringLiteral("30 min"));
        QVERIFY(list("To decide")->isHidden());
    }

    void aValueIsCorrectedInItsRowAndARefusalKeepsTheQuestion()
    {
        plan()->showFact(QStringLiteral("severities/P1/resolve_within"));
        QCOMPARE(row("severities/P1/resolve_within").title, QStringLiteral("not said"));
        list("Plan")->setFocus();
        QTest::keyClick(list("Plan"), Qt::Key_Return);
        type(QStringLiteral("5 mins"));
        QVERIFY(field()); // still asked
        field()->clear();
        type(QStringLiteral("8h"));
        QCOMPARE(row("severities/P1/resolve_within").title, QStringLiteral("8 h"));
        QTest::keyClick(list("Plan"), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(row("severities/P1/resolve_within").title, QStringLiteral("not said"));
    }

    void aLineIsGivenItsMeaning()
    {
        text()->setFocus();
        text()->setTextCursor(QTextCursor(text()->document()->findBlockByNumber(20)));
        QTest::keyClick(text(), Qt::Key_Return);
        type(QStringLiteral("nothing of the kind"));
        field()->clear();
        type(QStringLiteral("Incident Commander: a duty"));
        QTRY_COMPARE(typed(), QStringLiteral("The commander also keeps the log."));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(row("roles/incident-commander/duties/1").title, QStringLiteral("The commander also keeps the log."));
        QCOMPARE(row("roles/incident-commander/duties/1").value, QStringLiteral("21"));
    }

    void aRoleIsAddedCopiedMovedAndRemoved()
    {
        plan()->showFact(QStringLiteral("roles/incident-commander"));
        list("Plan")->setFocus();
        QTest::keyClick(list("Plan"), Qt::Key_Insert);
        type(QStringLiteral("Scribe"));
        QTRY_COMPARE(plan()->currentFact(), QStringLiteral("roles/scribe"));
        QTest::keyClick(list("Plan"), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(plan()->currentFact(), QStringLiteral("roles/scribe-2"));
        QTest::keyClick(list("Plan"), Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(list("Plan"), Qt::Key_Delete);
        QVERIFY(row("roles/scribe-2").id.isEmpty());
        QVERIFY(!row("roles/scribe").id.isEmpty());
    }

    void whatIsNotSaidCanBeSeenAndWordsAreFound()
    {
        QVERIFY(row("severities/P0/coverage").id.isEmpty());
        window->findChild<QCheckBox *>()->setChecked(true);
        QCOMPARE(row("severities/P0/coverage").title, QStringLiteral("not said"));
        window->findChild<QCheckBox *>()->setChecked(false);
        for (QLineEdit *field : window->findChildren<QLineEdit *>()) {
            if (field->accessibleName() == QLatin1String("Find in the plan"))
                field->setText(QStringLiteral("runs the"));
        }
        QVERIFY(row("severities/P0").id.isEmpty());
        QCOMPARE(row("roles/incident-commander/duties/0").title, QStringLiteral("Runs the call"));
    }

    void aFaultIsToldInItsRowAndThePlanIsNotUsed()
    {
        plan()->showFact(QStringLiteral("severities/P1/name"));
        list("Plan")->setFocus();
        QTest::keyClick(list("Plan"), Qt::Key_Delete);
        QVERIFY2(row("severities/P1/name").detail.contains(QStringLiteral("empty")), qPrintable(row("severities/P1/name").detail));
        press("Use this plan");
        QVERIFY(used.isEmpty());
        QVERIFY(window->isVisible());
        QTest::keyClick(list("Plan"), Qt::Key_Z, Qt::ControlModifier);
        QSignalSpy told(window.get(), &ui::ImportWindow::used);
        press("Use this plan");
        QCOMPARE(used, QStringList{QStringLiteral("pager-plan")});
        QCOMPARE(told.size(), 1);
    }

    void aDocumentThatCannotBeReadSaysWhy()
    {
        window->open(room->folder.filePath(QStringLiteral("nowhere.md")));
        const auto told = [this](const QString &words) {
            const auto labels = window->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](QLabel *label) { return label->isVisible() && label->text().contains(words); });
        };
        QTRY_VERIFY(told(QStringLiteral("nowhere.md cannot be read")));
        QVERIFY(plan()->isVisible()); // the review before is still there
    }

    void readingCanBeCancelled()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 20'000; ++i)
            file.write("## P1 - High\n- Response time: 5 minutes\n- Something else happens\n\n");
        file.close();
        window->open(path());
        QVERIFY(window->findChild<QProgressBar *>()->isVisible());
        press("Cancel");
        QVERIFY(plan()->isVisible());
        QCOMPARE(row("severities/P0/resolve_within").title, QStringLiteral("4 h"));
    }

private:
    [[nodiscard]] QString path() const { return room->folder.filePath(QStringLiteral("pager-plan.md")); }
    void begin()
    {
        const auto load = [](const QString &) -> Result<plan::Plan> { return refused(QStringLiteral("none")); };
        const auto install = [this](const plan::Plan &plan) {
            used << plan.id;
            return Result<QString>(plan.id);
        };
        window = std::make_unique<ui::ImportWindow>(std::make_unique<PlanReview>(PlanReview::Services{*imports, load, install}, nullptr),
                                                    room->theme, nullptr);
        window->setAttribute(Qt::WA_DeleteOnClose, false);
        window->open(path());
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_VERIFY(plan()->isVisible());
    }
    [[nodiscard]] ui::PlanView *plan() const { return window->findChild<ui::PlanView *>(); }
    [[nodiscard]] ui::NumberedText *text() const { return window->findChild<ui::NumberedText *>(); }
    [[nodiscard]] ui::CardList *list(const char *name) const
    {
        for (ui::CardList *list : window->findChildren<ui::CardList *>()) {
            if (list->accessibleName() == QLatin1String(name))
                return list;
        }
        return nullptr;
    }
    [[nodiscard]] items::Card row(const char *name) const // an empty one: it is not there
    {
        for (const items::Card &card : list("Plan")->cardModel().cards()) {
            if (card.id == QLatin1String(name))
                return card;
        }
        return {};
    }
    [[nodiscard]] static QLineEdit *field() { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }
    [[nodiscard]] static QString typed() { return field() ? field()->text() : QString(); }
    static void type(const QString &words)
    {
        QTest::keyClicks(QApplication::focusWidget(), words);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    void press(const char *name)
    {
        for (QPushButton *button : window->findChildren<QPushButton *>()) {
            if (button->accessibleName() == QLatin1String(name))
                button->click();
        }
    }

    std::unique_ptr<PaneRoom> room;
    std::unique_ptr<plan::ImportStore> imports;
    QStringList used;
    std::unique_ptr<ui::ImportWindow> window;
};

QTEST_MAIN(TestImportWindow)
#include "tst_importwindow.moc"
