// What others write comes early, late and in the middle; whoever reads the timeline keeps their place.
#include "tests/support/colleague.h"
#include "tests/support/elsewhere.h"
#include "tests/ui/paneroom.h"
#include "ui/panes/timeline/timelinelist.h"
#include "ui/panes/timeline/timelinepane.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;

class TestTimelinePlace : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        room = std::make_unique<PaneRoom>();
        room->declare();
        for (int i = 0; i < 60; ++i) {
            room->clock.advance(i % 10 == 9 ? Duration(6min) : Duration(20s)); // silences have their rows
            log(QStringLiteral("entry %1").arg(i));
        }
        QTRY_COMPARE(room->session->saveStatus().state, SaveState::Saved);
        room->show(ui::createTimelinePane, QSize(900, 500));
        list = room->find<ui::TimelineList>(QStringLiteral("Timeline"));
        tester = std::make_unique<QAbstractItemModelTester>(list->model());
    }
    void cleanup()
    {
        tester.reset();
        room.reset();
    }

    void whoReadsKeepsTheirPlace_data()
    {
        QTest::addColumn<int>("seen");    // of this desk's entries, how many Lee had seen when they wrote: the fold goes back to there
        QTest::addColumn<int>("minutes"); // before now, when it happened
        QTest::newRow("now") << 62 << 0;
        QTest::newRow("after a long time without a network, in the past") << 10 << 25;
        QTest::newRow("written before anything here, and happened before it") << 2 << 60;
        QTest::newRow("in the middle of what is read") << 30 << 18;
        QTest::newRow("into a silence") << 40 << 15;
    }
    void whoReadsKeepsTheirPlace()
    {
        QFETCH(int, seen);
        QFETCH(int, minutes);
        scrollUp();
        const auto [text, top] = topmost();
        for (int i = 0; i < 3; ++i)
            comesIn(seen, minutes, QStringLiteral("from Lee %1").arg(i));
        QCOMPARE(topmost(), std::pair(text, top));
        QCOMPARE(list->unseen(), 3);
        QVERIFY(room->find<QPushButton>(QStringLiteral("3 new"))->isVisible());
    }

    void manyAtOnceAllOver()
    {
        scrollUp();
        const auto before = topmost();
        std::vector<Event> all;
        for (int i = 0; i < 40; ++i)
            all.push_back(write(2 + i, 40 - i, QStringLiteral("from Lee %1").arg(i)));
        bring(all);
        QCOMPARE(topmost(), before);
        QCOMPARE(list->unseen(), 40);
    }

    void theEntryThatIsPointedAtStaysThatOneAndOpen()
    {
        list->setCurrentIndex(PaneRoom::rowWith(list, QStringLiteral("entry 30 ")));
        list->verticalScrollBar()->setValue(list->verticalScrollBar()->value() - 64);
        const auto before = topmost();
        comesIn(5, 30, QStringLiteral("from Lee"));
        QVERIFY2(current().contains(QStringLiteral("entry 30 ")), qPrintable(current()));
        QCOMPARE(topmost(), before);
        QCOMPARE(list->selectionModel()->selectedIndexes().size(), 1);
    }

    void anEntryThatIsEditedStaysInTheEditor()
    {
        list->setCurrentIndex(PaneRoom::rowWith(list, QStringLiteral("entry 30 ")));
        room->perform(QStringLiteral("edit"));
        auto *text = room->find<QLineEdit>(QStringLiteral("Text"));
        text->setText(QStringLiteral("entry 30, half typed"));
        comesIn(5, 30, QStringLiteral("from Lee"));
        QCOMPARE(text->text(), QStringLiteral("entry 30, half typed"));
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(PaneRoom::rowWith(list, QStringLiteral("entry 30, half typed")).isValid());
        QVERIFY(PaneRoom::rowWith(list, QStringLiteral("entry 29 ")).isValid());
    }

    void aSearchStaysWhereItIs()
    {
        room->perform(QStringLiteral("search"));
        auto *search = room->find<QLineEdit>(QStringLiteral("Timeline search"));
        QTest::keyClicks(search, QStringLiteral("entry 2"));
        const QString found = current();
        const int matches = matchesOf(*search);
        QVERIFY(matches > 1);
        const auto before = topmost();
        comesIn(5, 30, QStringLiteral("entry 2 as Lee saw it"));
        QCOMPARE(current(), found);
        QCOMPARE(topmost(), before);
        QCOMPARE(matchesOf(*search), matches + 1);
    }

    void aFilterStaysAndSoDoesThePlace()
    {
        room->find<QPushButton>(QStringLiteral("Decisions 6"))->click();
        const int rows = list->model()->rowCount();
        comesIn(5, 30, QStringLiteral("a note of Lee's"));
        QCOMPARE(list->model()->rowCount(), rows);
        QVERIFY(!PaneRoom::rowWith(list, QStringLiteral("a note of Lee's")).isValid());
    }

    void whoIsAtTheEndStaysAtTheEnd()
    {
        QVERIFY(list->isAtEnd());
        comesIn(5, 30, QStringLiteral("from Lee, in the past"));
        QVERIFY(list->isAtEnd());
        comesIn(62, 0, QStringLiteral("from Lee, now"));
        QVERIFY(list->isAtEnd());
        QCOMPARE(list->unseen(), 0);
        QVERIFY(PaneRoom::rowWith(list, QStringLiteral("from Lee, in the past")).isValid());
    }

private:
    void log(const QString &text)
    {
        command::LogEntry entry;
        entry.text = text + QStringLiteral(" .");
        entry.kind = text.endsWith(QLatin1Char('5')) ? QStringLiteral("decision") : QStringLiteral("note");
        room->submit(entry);
    }
    void scrollUp()
    {
        list->verticalScrollBar()->setValue(25 * 32 + 11); // in the middle of a row
        QVERIFY(!list->isAtEnd());
    }
    [[nodiscard]] std::pair<QString, int> topmost() const // the entry, and where it stands
    {
        for (int y = 0; y < list->viewport()->height(); ++y) {
            const QModelIndex index = list->indexAt(QPoint(5, y));
            if (index.isValid() && !index.data(items::TimelineModel::IdRole).toString().isEmpty())
                return {index.data(Qt::DisplayRole).toString(), list->visualRect(index).top()};
        }
        return {};
    }
    [[nodiscard]] QString current() const { return list->currentIndex().data(Qt::AccessibleTextRole).toString(); }
    Event write(int seen, int minutes, const QString &text)
    {
        std::vector<Event> known = room->session->events();
        known.erase(std::remove_if(known.begin(), known.end(), [](const Event &event) { return event.author == QLatin1String("Lee"); }),
                    known.end());
        known.resize(std::min(known.size(), static_cast<size_t>(seen)));
        const Instant written = known.back().recordedAt + 1ms;
        command::LogEntry entry;
        entry.text = text;
        entry.at = std::min(written, room->clock.now() - std::chrono::minutes(minutes));
        Colleague somebody(QStringLiteral("Lee"), room->clock.now()); // with a clock that stands at what they have seen
        somebody.see(known);
        return somebody.write(written, entry);
    }
    [[nodiscard]] static int matchesOf(const QLineEdit &search)
    {
        return search.accessibleDescription().section(QLatin1Char(' '), -1).toInt();
    }
    void bring(const std::vector<Event> &events)
    {
        const int before = static_cast<int>(room->session->incident().entries.size());
        comeIn(*room->journal, events);
        QTRY_COMPARE(static_cast<int>(room->session->incident().entries.size()), before + static_cast<int>(events.size()));
    }
    void comesIn(int seen, int minutes, const QString &text) { bring({write(seen, minutes, text)}); }

    std::unique_ptr<PaneRoom> room;
    std::unique_ptr<QAbstractItemModelTester> tester;
    ui::TimelineList *list = nullptr;
};

QTEST_MAIN(TestTimelinePlace)
#include "tst_timelineplace.moc"
