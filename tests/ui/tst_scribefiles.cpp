// Pictures and files on their way from the scribe's line into the record.
#include "tests/ui/paneroom.h"
#include "ui/panes/scribe/scribepane.h"

#include <QClipboard>
#include <QMimeData>
#include <QPlainTextEdit>

using namespace qd;
using namespace qd::test;

class TestScribeFiles : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        room = std::make_unique<PaneRoom>();
        room->declare();
        open();
    }
    void cleanup() { room.reset(); }

    void aPastedPictureWaitsInTheLineAndGoesWithIt()
    {
        pastePicture();
        QTest::keyClicks(line, QStringLiteral("= errors rise"));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(newest().attachments.size(), 1);
        QCOMPARE(newest().text, QStringLiteral("errors rise"));
        QCOMPARE(newest().kind, QStringLiteral("observation"));
        QCOMPARE(room->session->incident().attachments.front().name, QStringLiteral("picture-140200.png"));
        QVERIFY(chips().isEmpty());
        QVERIFY(room->journal->attachment(newest().attachments.front())->startsWith("\x89PNG"));
    }

    void enterWaitsForNoDisk()
    {
        paste(picture());
        QTest::keyClicks(line, QStringLiteral("errors rise"));
        QTest::keyClick(line, Qt::Key_Return); // before the picture is encoded and stored
        QCOMPARE(newest().text, QStringLiteral("errors rise"));
        QTRY_COMPARE(newest().attachments.size(), 1); // it follows
        QVERIFY(chips().isEmpty());
    }

    void aDroppedFileAloneIsAnEntry()
    {
        give(file(QStringLiteral("graph.csv"), "1,2\n"));
        QTRY_VERIFY(!chips().isEmpty() && chips().front().contains(QLatin1String("graph.csv, 4 bytes")));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(newest().attachments.size(), 1);
        QCOMPARE(newest().text, QStringLiteral("graph.csv"));
        QCOMPARE(room->session->incident().attachments.front().mime, QStringLiteral("text/csv"));
    }

    void backspaceTakesTheLastOneOut()
    {
        pastePicture();
        QTest::keyClicks(line, QStringLiteral("x"));
        QTest::keyClick(line, Qt::Key_Backspace);
        QCOMPARE(chips().size(), 1);
        QTest::keyClick(line, Qt::Key_Backspace); // nothing is left before the cursor
        QVERIFY(chips().isEmpty());
    }

    void deleteOnAChipTakesItOut()
    {
        pastePicture();
        auto *chip = room->pane->findChildren<QAbstractButton *>().front();
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Delete);
        QVERIFY(chips().isEmpty());
    }

    void whatCannotBeReadSaysSoAndLeavesTheLineAlone()
    {
        QTest::keyClicks(line, QStringLiteral("look at this"));
        give(room->folder.path());
        QTRY_VERIFY(said().contains(QLatin1String("it is a folder")));
        give(file(QStringLiteral("empty.txt"), {}));
        QTRY_VERIFY(said().contains(QLatin1String("it is empty")));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(newest().text, QStringLiteral("look at this"));
        QVERIFY(newest().attachments.isEmpty());
    }

    void thePictureGoesWithACommandToo()
    {
        pastePicture();
        QTest::keyClicks(line, QStringLiteral("/status identified see the graph"));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(newest().attachments.size(), 1);
        QCOMPARE(newest().kind, QStringLiteral("status"));
    }

    void theDraftHoldsThemToo()
    {
        pastePicture();
        QTest::keyClicks(line, QStringLiteral("half a thought"));
        QTRY_VERIFY(room->drafts.values().contains(QStringLiteral("half a thought")) && room->drafts.values().size() >= 2);
        open(); // the program is there again
        QCOMPARE(line->toPlainText(), QStringLiteral("half a thought"));
        QCOMPARE(chips().size(), 1);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(newest().attachments.size(), 1);
    }

    void anotherIncidentHasItsOwn()
    {
        const IncidentId first = room->session->incident().id;
        pastePicture();
        room->declare(QStringLiteral("P2"), QStringLiteral("Invoices without a logo"));
        QVERIFY(chips().isEmpty());
        QTRY_COMPARE(room->session->saveStatus().state, SaveState::Saved);
        room->session->open(first);
        QTRY_COMPARE(chips().size(), 1);
    }

    void textOfATableIsText()
    {
        auto *data = new QMimeData;
        data->setText(QStringLiteral("a\tb\n"));
        data->setImageData(picture());
        QApplication::clipboard()->setMimeData(data);
        line->paste();
        QCOMPARE(line->toPlainText(), QStringLiteral("a\tb"));
        QVERIFY(chips().isEmpty());
    }

private:
    void open()
    {
        room->show(ui::createScribePane, QSize(1000, 96));
        line = room->find<QPlainTextEdit>(QStringLiteral("Scribe entry"));
        line->setFocus();
    }
    [[nodiscard]] static QImage picture()
    {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        return image;
    }
    void paste(const QImage &image)
    {
        QApplication::clipboard()->setImage(image);
        line->paste();
    }
    void pastePicture()
    {
        paste(picture());
        QTRY_VERIFY(chips().size() == 1 && chips().front().contains(QLatin1String("bytes")));
        QTRY_VERIFY(room->drafts.keys().join(QLatin1Char(' ')).contains(QLatin1String("-files"))); // it is in the journal
    }
    [[nodiscard]] QString file(const QString &name, const QByteArray &content) const
    {
        QFile written(room->folder.filePath(name));
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return written.fileName();
    }
    void give(const QString &path)
    {
        auto *data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(path)});
        QApplication::clipboard()->setMimeData(data);
        line->paste();
    }
    [[nodiscard]] TimelineEntry newest() const { return room->session->incident().entries.last(); }
    [[nodiscard]] QStringList chips() const
    {
        QStringList names;
        for (const QAbstractButton *button : room->pane->findChildren<QAbstractButton *>()) {
            if (!button->isHidden() && button->accessibleName().startsWith(QLatin1String("Attachment ")))
                names << button->accessibleName();
        }
        return names;
    }
    [[nodiscard]] QString said() const
    {
        QStringList names;
        for (const QWidget *widget : room->pane->findChildren<QWidget *>())
            names << widget->accessibleName();
        return names.join(QLatin1Char('\n'));
    }

    std::unique_ptr<PaneRoom> room;
    QPlainTextEdit *line = nullptr;
};

QTEST_MAIN(TestScribeFiles)
#include "tst_scribefiles.moc"
