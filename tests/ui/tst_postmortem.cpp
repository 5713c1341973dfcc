#include "tests/ui/paneroom.h"
#include "ui/panes/postmortem/postmortempane.h"

#include <QFile>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextBrowser>

using namespace qd;
using namespace qd::test;

class TestPostmortem : public QObject
{
    Q_OBJECT

private slots:
    void theOutlineSaysWhatIsMissing();
    void aSectionIsWrittenWhenItIsLeft();
    void whatWasTypedSurvivesACrash();
    void theTimelineIsPickedFrom();
    void exportWritesTheDocument();
    void theFormatsAreOffered();
    void thePreviewFollowsWithoutHtml();

private:
    static QListView *outline(const PaneRoom &room) { return room.find<QListView>(QStringLiteral("Post-mortem outline")); }
    static QPlainTextEdit *text(const PaneRoom &room) { return room.find<QPlainTextEdit>(QStringLiteral("Section text")); }
    static QString byHand(const PaneRoom &room) // a section that the plan asks a person for
    {
        for (const plan::Section &section : room.session->plan().postmortem.sections) {
            if (section.required && section.fill.isEmpty())
                return section.id;
        }
        return {};
    }
};

void TestPostmortem::theOutlineSaysWhatIsMissing()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createPostmortemPane, {1100, 640});
    QCOMPARE(outline(room)->model()->rowCount(), static_cast<int>(room.session->plan().postmortem.sections.size()));
    QVERIFY(PaneRoom::rowWith(outline(room), QStringLiteral("required, empty")).isValid());
    QVERIFY(PaneRoom::rowWith(outline(room), QStringLiteral("from the record")).isValid());
    QVERIFY(!room.pane->grab().isNull());
}

void TestPostmortem::aSectionIsWrittenWhenItIsLeft()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createPostmortemPane, {1100, 640});
    const QString section = byHand(room);
    room.perform(QStringLiteral("open"), section);
    QVERIFY(text(room)->toPlainText().isEmpty());
    text(room)->setPlainText(QStringLiteral("The pool was **exhausted**."));
    outline(room)->setCurrentIndex(outline(room)->model()->index(0, 0));
    QCOMPARE(room.lastKind(), QStringLiteral("postmortem.written"));
    QCOMPARE(room.lastBody()[QLatin1String("section")].toString(), section);
    room.perform(QStringLiteral("open"), section);
    QCOMPARE(text(room)->toPlainText(), QStringLiteral("The pool was **exhausted**."));
    QVERIFY(PaneRoom::rowWith(outline(room), QStringLiteral("written")).isValid());
}

void TestPostmortem::whatWasTypedSurvivesACrash()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createPostmortemPane, {1100, 640});
    const QString section = byHand(room);
    room.perform(QStringLiteral("open"), section);
    text(room)->setPlainText(QStringLiteral("Half a thou"));
    const QString key = room.drafts.key(QStringLiteral("Half a thou"));
    QVERIFY(!key.isEmpty());
    room.show(ui::createPostmortemPane, {1100, 640}); // leaving writes it, and nothing is left over
    QCOMPARE(room.session->incident().sections.back().text, QStringLiteral("Half a thou"));
    QVERIFY(room.drafts.value(key).isEmpty());
    room.drafts[key] = QStringLiteral("Half a thought");
    room.show(ui::createPostmortemPane, {1100, 640});
    room.perform(QStringLiteral("open"), section);
    QCOMPARE(text(room)->toPlainText(), QStringLiteral("Half a thought"));
}

void TestPostmortem::theTimelineIsPickedFrom()
{
    PaneRoom room;
    room.declare();
    command::LogEntry entry;
    entry.text = QStringLiteral("Shard 1 rolled back");
    const EventId entry14 = room.submit(entry);
    room.show(ui::createPostmortemPane, {1100, 640});
    room.perform(QStringLiteral("open"), byHand(room));
    auto *timeline = room.find<QListView>(QStringLiteral("Timeline to pick from"));
    timeline->setCurrentIndex(PaneRoom::rowWith(timeline, QStringLiteral("Shard 1")));
    QTest::keyClick(timeline, Qt::Key_Return);
    QCOMPARE(text(room)->toPlainText(), QStringLiteral("- [14:02 UTC Shard 1 rolled back (Dana)](entry:%1#line)").arg(entry14.toString()));
    QVERIFY(room.find<QListView>(QStringLiteral("Facts"))->model()->rowCount() > 0);
}

void TestPostmortem::exportWritesTheDocument()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createPostmortemPane, {1100, 640});
    const QString path = room.folder.filePath(QStringLiteral("review.md"));
    room.perform(QStringLiteral("export"), path);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Checkout returns 503"));
}

void TestPostmortem::theFormatsAreOffered()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createPostmortemPane, {1100, 640});
    auto *button = room.find<QPushButton>(QStringLiteral("Export"));
    button->click();
    const auto *menu = button->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    QStringList formats;
    for (const QAction *action : menu->actions())
        formats << action->objectName();
    QVERIFY(formats.contains(QStringLiteral("md")) && formats.contains(QStringLiteral("pdf")));
    QCOMPARE(menu->findChildren<QMenu *>().size(), 3); // for the outside, agenda, briefing
}

void TestPostmortem::thePreviewFollowsWithoutHtml()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createPostmortemPane, {1100, 640});
    room.perform(QStringLiteral("open"), byHand(room));
    text(room)->setPlainText(QStringLiteral("Use vector<int> and <b>care</b>\n\nThen more."));
    auto *preview = room.find<QTextBrowser>(QStringLiteral("Section preview"));
    QTRY_VERIFY(preview->toPlainText().contains(QStringLiteral("<b>care</b>")));
    QVERIFY(preview->toPlainText().contains(QStringLiteral("Then more.")));
}

QTEST_MAIN(TestPostmortem)
#include "tst_postmortem.moc"
