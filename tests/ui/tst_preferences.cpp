// Few choices; each counts at once and is there after a restart, and the window stays in use meanwhile.
#include "tests/ui/windowroom.h"
#include "ui/preferences/preferences.h"
#include "ui/widgets/timemodes.h"

#include <QComboBox>
#include <QDialog>
#include <QSet>

using namespace qd;
using namespace qd::test;

class TestPreferences : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        desk = std::make_unique<WindowRoom>();
        desk->room.declare();
    }
    void cleanup() { desk.reset(); }

    void theWindowStaysInUse()
    {
        desk->run("app.preferences");
        const auto dialogs = desk->window->findChildren<QDialog *>();
        QCOMPARE(dialogs.size(), 1);
        QVERIFY(!dialogs.front()->isModal());
        desk->run("app.preferences", QStringLiteral("shortcuts")); // the same one again
        QCOMPARE(desk->window->findChildren<QDialog *>().size(), 1);
    }

    void aThemeCountsAtOnceAndIsKept()
    {
        desk->run("app.preferences", QStringLiteral("look"));
        choose(QStringLiteral("Theme"), QStringLiteral("High contrast"));
        QCOMPARE(desk->room.theme.mode(), ui::Theme::Mode::Contrast);
        QCOMPARE(desk->settings.text(Key::Theme), QStringLiteral("contrast"));
        desk->run("view.theme"); // the key goes on from there, and the field follows
        QCOMPARE(desk->room.theme.mode(), ui::Theme::Mode::Dark);
        QCOMPARE(desk->named<QComboBox>(QStringLiteral("Theme"))->currentText(), QStringLiteral("Dark"));
    }

    void timesAreShownAsChosen()
    {
        desk->run("app.preferences", QStringLiteral("look"));
        choose(QStringLiteral("Times"), QStringLiteral("T+, since detection"));
        QCOMPARE(desk->settings.text(Key::TimeMode), ui::timeModeName(ui::TimeDisplay::Mode::SinceDetection));
    }

    void sizeAndNameAreKeptForTheNextStart()
    {
        desk->run("app.preferences", QStringLiteral("look"));
        choose(QStringLiteral("Size"), QStringLiteral("150 %"));
        QCOMPARE(desk->settings.value(Key::Scale).toInt(), 150);
        desk->run("app.preferences", QStringLiteral("person"));
        auto *name = desk->named<QLineEdit>(QStringLiteral("Your name"));
        name->setText(QStringLiteral("  Dana   K. "));
        QCOMPARE(desk->settings.text(Key::AuthorName), QStringLiteral("Dana K."));
    }

    void everySectionHasItsNameAndItsPage()
    {
        QSet<QString> ids;
        for (const ui::PreferenceSection &section : ui::preferenceSections()) {
            QVERIFY2(!ids.contains(QLatin1String(section.id)), section.id);
            ids.insert(QLatin1String(section.id));
            QVERIFY2(section.create, section.id);
        }
    }

private:
    void choose(const QString &field, const QString &text)
    {
        auto *box = desk->named<QComboBox>(field);
        QVERIFY(box);
        const int at = box->findText(text);
        QVERIFY2(at >= 0, qPrintable(text));
        box->setCurrentIndex(at);
        emit box->activated(at);
    }

    std::unique_ptr<WindowRoom> desk;
};

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
