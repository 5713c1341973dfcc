// The text of a section: keys for Markdown, what is folded and what is shown, and what bad input does.
#include "tests/ui/reviewroom.h"
#include "ui/widgets/markdowncolours.h"
#include "ui/widgets/markdownedits.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>

using namespace qd;
using namespace qd::test;

class TestPostmortemText : public QObject
{
    Q_OBJECT

    static QTextCursor selected(QTextDocument &document, int from, int to)
    {
        QTextCursor cursor(&document);
        cursor.setPosition(from);
        cursor.setPosition(to, QTextCursor::KeepAnchor);
        return cursor;
    }

private slots:
    void boldIsPutAroundTheWordsAndTakenAway()
    {
        QTextDocument document(QStringLiteral("the pool was full"));
        QTextCursor cursor = selected(document, 4, 8);
        ui::toggleAround(cursor, QStringLiteral("**"));
        QCOMPARE(document.toPlainText(), QStringLiteral("the **pool** was full"));
        ui::toggleAround(cursor, QStringLiteral("**"));
        QCOMPARE(document.toPlainText(), QStringLiteral("the pool was full"));
        document.undo();
        QCOMPARE(document.toPlainText(), QStringLiteral("the **pool** was full"));
    }

    void listsHeadingsAndLinks()
    {
        QTextDocument document(QStringLiteral("one\ntwo"));
        QTextCursor cursor = selected(document, 0, 7);
        ui::toggleList(cursor);
        QCOMPARE(document.toPlainText(), QStringLiteral("- one\n- two"));
        cursor.select(QTextCursor::Document);
        ui::toggleList(cursor);
        QCOMPARE(document.toPlainText(), QStringLiteral("one\ntwo"));
        cursor.setPosition(1);
        for (const char *wanted : {"## one\ntwo", "### one\ntwo", "one\ntwo"}) {
            ui::toggleHeading(cursor);
            QCOMPARE(document.toPlainText(), QLatin1String(wanted));
        }
        cursor = selected(document, 0, 3);
        ui::insertLink(cursor);
        QCOMPARE(document.toPlainText(), QStringLiteral("[one](https://)\ntwo"));
        QCOMPARE(cursor.selectedText(), QStringLiteral("https://"));
    }

    void enterGoesOnWithAListAndEndsIt()
    {
        QTextDocument document(QStringLiteral("9. ninth"));
        QTextCursor cursor(&document);
        cursor.movePosition(QTextCursor::End);
        QVERIFY(ui::continueList(cursor));
        QCOMPARE(document.toPlainText(), QStringLiteral("9. ninth\n10. "));
        QVERIFY(ui::continueList(cursor));
        QCOMPARE(document.toPlainText(), QStringLiteral("9. ninth\n"));
        QVERIFY(!ui::continueList(cursor));
    }

    void aTextIsRenewedWhereItDiffersAlone_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("a line more") << QStringLiteral("a\nb\nc") << QStringLiteral("a\nb\nx\nc");
        QTest::newRow("a line less") << QStringLiteral("a\nb\nc") << QStringLiteral("a\nc");
        QTest::newRow("the last goes") << QStringLiteral("a\nb\nc") << QStringLiteral("a\nb");
        QTest::newRow("one at the end") << QStringLiteral("a") << QStringLiteral("a\nb");
        QTest::newRow("all of it") << QStringLiteral("a\nb") << QString();
        QTest::newRow("from nothing") << QString() << QStringLiteral("a\nb");
        QTest::newRow("both ends") << QStringLiteral("a\nb\nc\nd") << QStringLiteral("x\nb\nc\ny\nz");
        QTest::newRow("in the middle of lines") << QStringLiteral("one two\nthree") << QStringLiteral("one 2\n3 three\nfour");
    }

    void aTextIsRenewedWhereItDiffersAlone()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTextDocument document(before);
        QTextCursor cursor(&document);
        ui::replaceText(cursor, after);
        QCOMPARE(document.toPlainText(), after);
        document.undo();
        QCOMPARE(document.toPlainText(), before);
    }

    void whereALinkLeadsIsFoldedAwayFromTheCursor()
    {
        const QString line = QStringLiteral("see [14:05 UTC](entry:0192f1c4-0000-7000-8000-000000000000#time) and [web](https://a.org)");
        QCOMPARE(ui::foldedAt(line, 20).from, 14);
        QCOMPARE(ui::foldedAt(line, 2).length, 0);
        QCOMPARE(ui::foldedAt(line, line.size() - 3).length, 0); // of the web: it stays readable
    }

    void theKeysOfTheTextGoBeforeThoseOfTheWindow()
    {
        ReviewRoom room;
        room.type(QStringLiteral("pool"));
        room.text()->selectAll();
        QTest::keyClick(room.text(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(room.text()->toPlainText(), QStringLiteral("**pool**"));
        QKeyEvent press(QEvent::ShortcutOverride, Qt::Key_B, Qt::ControlModifier);
        press.ignore();
        QApplication::sendEvent(room.text(), &press);
        QVERIFY(press.isAccepted());
    }

    void itIsWrittenReadOrBoth()
    {
        ReviewRoom room;
        room.button("Write")->click();
        QVERIFY(!room.preview()->isVisible());
        room.button("Read")->click();
        QVERIFY(!room.text()->isVisible());
        room.perform(QStringLiteral("view"));
        QVERIFY(room.text()->isVisible());
        room.perform(QStringLiteral("view"));
        QVERIFY(room.text()->isVisible() && room.preview()->isVisible());
    }

    void aSectionIsKeptInside()
    {
        ReviewRoom room;
        room.button("Internal section")->click();
        QCOMPARE(room.lastKind(), QStringLiteral("postmortem.marked"));
        QVERIFY(PaneRoom::rowWith(room.outline(), QStringLiteral("internal")).isValid());
        room.perform(QStringLiteral("internal"));
        QVERIFY(!room.session->incident().sectionMarks.value(room.byHand.first(), true));
    }

    void aPictureIsAnAttachmentAndNothingElse()
    {
        ReviewRoom room;
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        QImage(20, 10, QImage::Format_RGB32).save(&buffer, "PNG");
        QStringList hashes;
        for (const QByteArray &content : {png, QByteArray("no picture at all")}) {
            room.session->attach(content, QStringLiteral("graph.png"), QStringLiteral("image/png"), {}, [](const Result<EventId> &) {});
            QTRY_VERIFY(room.session->incident().attachments.size() > static_cast<size_t>(hashes.size()));
            hashes << room.session->incident().attachments.back().sha256;
        }
        room.type(QStringLiteral("![a](attachment:%1)\n\n![b](attachment:%2)\n\n![c](file:///etc/passwd)").arg(hashes[0], hashes[1]));
        QTRY_VERIFY(room.preview()->toPlainText().contains(QStringLiteral("b: the attachment is no picture")));
        QTRY_VERIFY(room.preview()->toPlainText().contains(QChar::ObjectReplacementCharacter));
        QVERIFY(room.preview()->toPlainText().contains(QStringLiteral("c: only pictures that are attached")));
    }

    void anEntryLinkLeadsToTheEntry()
    {
        ReviewRoom room;
        emit room.preview()->anchorClicked(QUrl(QStringLiteral("entry:%1#line").arg(room.shardOne.toString())));
        QListView *timeline = room.list("Timeline to pick from");
        QVERIFY(timeline->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Shard 1")));
        emit room.preview()->anchorClicked(QUrl(QStringLiteral("javascript:alert(1)"))); // nothing happens
    }

    void anOddTextIsKeptAsItIs()
    {
        ReviewRoom room;
        const QString odd = QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b \u202Ec\u202C <script>x</script> no\u00A0break");
        room.type(odd);
        QTRY_VERIFY(room.says(QStringLiteral("null byte")));
        QVERIFY(room.says(QStringLiteral("turn the direction")));
        QTRY_VERIFY(room.preview()->toPlainText().contains(QStringLiteral("<script>")));
        room.leave();
        QCOMPARE(room.session->incident().section(room.byHand.first())->text, odd);
    }

    void fiveMegabytesDoNotHoldTheHandUp()
    {
        ReviewRoom room;
        const QString line = QStringLiteral("The pool was exhausted by the rollout of 4.12, and nobody saw it on a graph of its own.\n");
        room.submit(command::WriteSection{room.byHand.first(), line.repeated(5'000'000 / line.size()), {}});
        QTRY_VERIFY(room.preview()->toPlainText().contains(QStringLiteral("The preview ends here")));
        room.text()->setFocus();
        room.text()->moveCursor(QTextCursor::Start);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(room.text(), Qt::Key_A);
        QVERIFY2(timer.elapsed() < 2000, "ten times what it takes");
        room.leave();
        QVERIFY(room.session->incident().section(room.byHand.first())->text.startsWith(QStringLiteral("aaaa")));
        QVERIFY(room.session->incident().section(room.byHand.first())->text.size() > 4'900'000);
    }

    void aLineWithoutAnEndIsKeptAndNotLaidOut()
    {
        ReviewRoom room;
        const QString endless(5'000'000, QLatin1Char('x'));
        room.submit(command::WriteSection{room.byHand.first(), endless, {}});
        QTRY_VERIFY(room.says(QStringLiteral("too long to be shown")));
        QVERIFY(room.text()->isReadOnly());
        room.leave();
        QCOMPARE(room.session->incident().section(room.byHand.first())->text, endless);
        QVERIFY(!room.text()->isReadOnly());
    }
};

QTEST_MAIN(TestPostmortemText)
#include "tst_postmortemtext.moc"
