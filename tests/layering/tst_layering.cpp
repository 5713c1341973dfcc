// The layers hold; and the test that says so can fail.
#include "tests/layering/layers.h"

#include <QTemporaryDir>
#include <QTest>

using namespace qd::test;

class LayeringTest : public QObject
{
    Q_OBJECT

private slots:
    void everyIncludeKeepsToTheTable()
    {
        const QStringList problems = layerProblems(QStringLiteral(QD_SOURCE_DIR));
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    }

    void theTestSeesTheRealTree()
    {
        QDirIterator files(QStringLiteral(QD_SOURCE_DIR "/models"), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        for (; files.hasNext(); files.next())
            ++count;
        QVERIFY(count > 20);
    }

    void aBadTreeFails_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("include");
        QTest::addColumn<QString>("problem");
        QTest::newRow("core uses a plan") << "models/core/a.h" << "\"models/plan/plan.h\""
            << "models/core/a.h:2: models/core may not include models/plan/plan.h";
        QTest::newRow("a model draws") << "models/items/a.cpp" << "<QColor>"
            << "models/items/a.cpp:2: models/items may not use QColor of Qt Gui";
        QTest::newRow("a widget in core") << "models/core/a.cpp" << "<QtWidgets/QWidget>"
            << "models/core/a.cpp:2: models/core may not use QtWidgets/QWidget of Qt Widgets";
        QTest::newRow("the window reads the journal") << "ui/panes/a.cpp" << "\"models/journal/journal.h\""
            << "ui/panes/a.cpp:2: ui may not include models/journal/journal.h";
        QTest::newRow("SQL outside the journal") << "models/review/a.cpp" << "<QSqlQuery>"
            << "models/review/a.cpp:2: models/review may not use QSqlQuery of Qt Sql";
        QTest::newRow("the window knows the program") << "ui/a.h" << "\"app/common/clock.h\""
            << "ui/a.h:2: ui may not include app/common/clock.h";
        QTest::newRow("a relative include") << "models/core/a.h" << "\"../core/b.h\""
            << "models/core/a.h:2: relative include";
    }

    void aBadTreeFails()
    {
        QFETCH(QString, file);
        QFETCH(QString, include);
        QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath(QFileInfo(file).path()));
        QFile source(root.filePath(file));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write("#pragma once\n#include " + include.toUtf8() + "\n");
        source.close();
        QTEST(layerProblems(root.path()).join(QLatin1Char('\n')), "problem");
    }
};

QTEST_GUILESS_MAIN(LayeringTest)
#include "tst_layering.moc"
