// What a person has chosen comes back, and nothing else does.
#include "models/settings/settings.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;

class SettingsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

private slots:
    void aChoiceComesBackAfterARestart()
    {
        {
            Settings settings(path("a.ini"));
            QCOMPARE(settings.text(Key::Theme), QStringLiteral("system"));
            settings.set(Key::Theme, QStringLiteral("light"));
            settings.set(Key::Layout, QByteArray("\x00\xff\x01;=", 5));
        }
        Settings settings(path("a.ini"));
        QCOMPARE(settings.text(Key::Theme), QStringLiteral("light"));
        QCOMPARE(settings.bytes(Key::Layout), QByteArray("\x00\xff\x01;=", 5));
    }

    void onlyWhatDiffersFromTheDefaultIsStored()
    {
        Settings settings(path("b.ini"));
        settings.set(Key::Theme, QStringLiteral("light"));
        settings.set(Key::Theme, QStringLiteral("system"));
        settings.flush();
        QFile file(path("b.ini"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("theme"));
    }

    void lookingStoresNothing()
    {
        {
            Settings settings(path("c.ini"));
            QVERIFY(!settings.text(Key::Theme).isEmpty());
        }
        QVERIFY(!QFile::exists(path("c.ini")));
    }

    void aFileOfANewerVersionIsReadAndNotMarkedDown()
    {
        QFile file(path("d.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nversion=99\n[look]\ntheme=light\nsomething_newer=1\n");
        file.close();
        {
            Settings settings(path("d.ini"));
            QCOMPARE(settings.text(Key::Theme), QStringLiteral("light"));
            settings.set(Key::LastPlan, QStringLiteral("rose"));
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray after = file.readAll();
        QVERIFY(after.contains("version=99") && after.contains("something_newer=1"));
    }

    void everyKeyStandsOnceInTheTable()
    {
        QSet<QString> names;
        QSet<int> keys;
        for (const SettingRow &row : settingTable()) {
            names.insert(QLatin1String(row.name));
            keys.insert(static_cast<int>(row.key));
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(settingTable().size()));
        QCOMPARE(keys.size(), static_cast<qsizetype>(Key::ScribeDraft) + 1);
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
