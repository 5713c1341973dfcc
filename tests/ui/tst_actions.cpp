// The table of actions: one key, one meaning; and what the palette finds.
#include "ui/actions/actions.h"
#include "ui/actions/fuzzy.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace qd::ui;

class TestActions : public QObject
{
    Q_OBJECT

private slots:
    void noTwoActionsShareAKey() { QCOMPARE(shortcutConflicts(allActions()), QStringList()); }

    void aConflictIsFound()
    {
        const std::vector<ActionRow> rows = {{"a.one", "One", "Ctrl+K", ActionScope::Window, "", ActionNeeds::Nothing},
                                             {"a.two", "Two", "Ctrl+K", ActionScope::Timeline, "", ActionNeeds::Nothing}};
        QCOMPARE(shortcutConflicts(rows), QStringList{QStringLiteral("Ctrl+K: a.one, a.two")});
    }

    void everyActionIsWellFormed()
    {
        QSet<QString> ids;
        for (const ActionRow &row : allActions()) {
            QVERIFY2(!ids.contains(QLatin1String(row.id)), row.id);
            ids.insert(QLatin1String(row.id));
            QVERIFY2(QString::fromUtf8(row.id).contains(QLatin1Char('.')), row.id);
            const QKeySequence key(QString::fromLatin1(row.shortcut), QKeySequence::PortableText);
            QVERIFY2(!*row.shortcut || (key.count() == 1 && key[0].key() != Qt::Key_unknown), row.id);
            const auto &menus = menuTitles();
            QVERIFY2(std::any_of(menus.begin(), menus.end(), [&row](const char *menu) { return qstrcmp(menu, row.menu) == 0; }), row.id);
        }
        QVERIFY(findAction(QStringLiteral("incident.declare")));
        QVERIFY(!findAction(QStringLiteral("incident.fly")));
    }

    void tenThousandIncidentsDoNotHoldATypedLetterUp()
    {
        std::vector<QString> texts;
        for (int i = 0; i < 10000; ++i)
            texts.push_back(QStringLiteral("inc-%1 checkout answers 503 for one order in %2").arg(i, 4, 36).arg(i % 97));
        QElapsedTimer timer;
        timer.start();
        int found = 0;
        for (const QString &text : texts)
            found += fuzzyScoreFolded({QStringLiteral("chk"), QStringLiteral("503")}, text) >= 0 ? 1 : 0;
        QCOMPARE(found, 10000);
        QVERIFY2(timer.elapsed() < 250, "ten times what it takes"); // a slow machine is not a failure
    }

    void aFewLettersFindAnAction()
    {
        const auto best = [](const char *typed) {
            const ActionRow *found = nullptr;
            int top = -1;
            for (const ActionRow &row : allActions()) {
                if (const int score = fuzzyScore(QLatin1String(typed), actionText(row)); score > top) {
                    top = score;
                    found = &row;
                }
            }
            return QString::fromLatin1(found ? found->id : "");
        };
        QCOMPARE(best("declare"), QStringLiteral("incident.declare"));
        QCOMPARE(best("chsev"), QStringLiteral("incident.severity"));
        QCOMPARE(best("postm exp"), QStringLiteral("postmortem.export"));
        QCOMPARE(best("hand over"), QStringLiteral("roles.handover"));
        QCOMPARE(fuzzyScore(QStringLiteral("xyz"), QStringLiteral("Declare")), -1);
    }
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
