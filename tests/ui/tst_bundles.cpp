// Bundles in the window: by the menu and the palette, with what came of it in words, and a bad file told in full.
#include "models/session/bundletransfer.h"
#include "tests/ui/windowroom.h"

#include <QClipboard>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>

using namespace qd;
using namespace qd::test;

class TestBundles : public QObject
{
    Q_OBJECT

private:
    static QPushButton *closes(const WindowRoom &at) { return at.named<QPushButton>(QStringLiteral("Close what is said of the bundle")); }
    static QListWidget *list(const WindowRoom &at) { return at.named<QListWidget>(QStringLiteral("About the bundle")); }

private slots:
    void theRowsStandInTheMenuOfTheIncident()
    {
        WindowRoom at;
        QStringList rows;
        for (QAction *menu : at.window->findChild<QMenuBar *>()->actions()) {
            if (menu->text().remove(QLatin1Char('&')) != QStringLiteral("Incident"))
                continue;
            for (QAction *action : menu->menu()->actions())
                rows << action->objectName();
        }
        QVERIFY2(rows.contains(QStringLiteral("bundle.out")) && rows.contains(QStringLiteral("bundle.in")),
                 qPrintable(rows.join(QLatin1Char(' '))));
    }

    void whatWentOutIsSaid()
    {
        WindowRoom at;
        at.room.declare();
        QTRY_VERIFY(at.room.session->hasIncident());
        const QString file = at.room.folder.filePath(QStringLiteral("out.qdz"));
        at.run("bundle.out", file);
        QTRY_VERIFY(closes(at)->isVisible());
        QVERIFY(QFile::exists(file));
        QVERIFY(at.named<QLabel>(QStringLiteral("✓ %1 is in %2").arg(at.room.session->incident().ref, file)));
        QVERIFY(list(at)->item(0)->text().startsWith(QStringLiteral("Seal ")));
        QTest::mouseClick(closes(at), Qt::LeftButton);
        QVERIFY(!list(at)->isVisible());
    }

    void whatCameInCanBeOpened()
    {
        WindowRoom closed;
        closed.room.declare();
        QTRY_VERIFY(closed.room.session->hasIncident());
        const IncidentId incident = closed.room.session->incident().id;
        const QString file = closed.room.folder.filePath(QStringLiteral("out.qdz"));
        closed.run("bundle.out", file);
        QTRY_VERIFY(closes(closed)->isVisible());
        WindowRoom at;
        at.run("bundle.in", file);
        QTRY_VERIFY(closes(at)->isVisible());
        auto *open = at.named<QPushButton>(QStringLiteral("Open the incident that was brought in"));
        QVERIFY(open->isVisible());
        QTest::mouseClick(open, Qt::LeftButton);
        QTRY_COMPARE(at.room.session->incident().id, incident);
        QVERIFY(!closes(at)->isVisible());
    }

    void aBadFileIsToldInFull()
    {
        WindowRoom at;
        at.room.declare();
        QTRY_VERIFY(at.room.session->hasIncident());
        const QString file = at.room.folder.filePath(QStringLiteral("out.qdz"));
        at.run("bundle.out", file);
        QTRY_VERIFY(closes(at)->isVisible());
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        damaged.resize(damaged.size() / 2);
        damaged.close();
        at.window->resize(1280, 720);
        QWidget *before = QApplication::focusWidget();
        at.run("bundle.in", file);
        QTRY_VERIFY(at.named<QLabel>(QStringLiteral("✕ Nothing was brought in: ")));
        QCOMPARE(QApplication::focusWidget(), before); // nobody's typing is taken away
        QVERIFY(at.named<QLabel>(QStringLiteral("✕ Nothing was brought in: "))
                    ->text()
                    .contains(QStringLiteral("out.qdz: it does not end where a bundle ends")));
        QVERIFY2(at.window->minimumSizeHint().width() <= 1280, "a long sentence makes the window wider than it was");
        closes(at)->setFocus();
        QTest::keyClick(closes(at), Qt::Key_Escape);
        QVERIFY(!closes(at)->isVisible());
    }
};

QTEST_MAIN(TestBundles)
#include "tst_bundles.moc"
