// The window with an incident of 100,000 entries open, against a bare line over a bare list of as many rows: how long a key takes to what it
// paints, how long the event loop is away while one scrolls and searches, and what 200 open incidents cost while nobody does anything.
#include "models/session/session.h"
#include "tests/bench/bareroom.h"
#include "tests/bench/eventloop.h"
#include "tests/bench/idleprogram.h"
#include "tests/bench/longroom.h"
#include "tests/ui/windowroom.h"

#include <QPlainTextEdit>

using namespace qd;
using namespace qd::bench;
using qd::test::WindowRoom;

namespace {

constexpr double frame = 16; // milliseconds

void print(const char *what, const std::vector<double> &ours, const std::vector<double> &bare)
{
    const double p99 = percentile(ours, 0.99);
    std::printf(
        "%s: p50 %.2f ms, p99 %.2f ms, longest %.1f ms; bare: p50 %.2f ms, p99 %.2f ms; ratio of p50 %.1f (goal: p99 <= %.0f ms: %s)\n",
        what, percentile(ours, 0.5), p99, percentile(ours, 1), percentile(bare, 0.5), percentile(bare, 0.99),
        percentile(ours, 0.5) / percentile(bare, 0.5), frame, p99 <= frame ? "kept" : "missed");
    std::fflush(stdout);
}

class LongRoom
{
public:
    explicit LongRoom(int entries)
    {
        const Instant start = room.room.clock.now() - std::chrono::seconds(entries / 4 + 60);
        const auto stored = room.room.journal->appendNow(longIncident(room.room.journal->console(), start, entries));
        if (!stored)
            qFatal("%s", qPrintable(stored.error().sentence));
        room.room.session->openReference(longReference);
        if (!QTest::qWaitFor([this] { return room.room.session->hasIncident(); }, 60000))
            qFatal("the incident does not open");
        room.window->showPanes();
        settle(std::chrono::milliseconds(200));
        line = room.named<QPlainTextEdit>(QStringLiteral("Scribe entry"));
        list = room.named<QListView>(QStringLiteral("Timeline"));
        search = room.named<QLineEdit>(QStringLiteral("Timeline search"));
        if (!line || !list || !search || !line->isVisible() || !list->isVisible())
            qFatal("the window does not show what is to be measured");
    }
    [[nodiscard]] bool showsLast() const
    {
        const QModelIndex last = list->model()->index(list->model()->rowCount() - 1, 0);
        return list->viewport()->rect().intersects(list->visualRect(last));
    }

    WindowRoom room;
    QPlainTextEdit *line = nullptr;
    QListView *list = nullptr;
    QLineEdit *search = nullptr;
};

// Letters to the line that holds them, Enter to the list that shows them.
struct Typed
{
    std::vector<double> letters, enters;
};

void typeEntry(Typed &typed, QPlainTextEdit *line, PaintSeen &linePaint, PaintSeen &listPaint, int number)
{
    line->setFocus();
    for (const char letter : QByteArray("error rate falls, ") + QByteArray::number(number))
        typed.letters.push_back(toPaint(linePaint, [line, letter] { QTest::keyClick(line, letter); }));
    settle();
    typed.enters.push_back(toPaint(listPaint, [line] { QTest::keyClick(line, Qt::Key_Return); }));
    settle();
}

void measureTyping(LongRoom &ours, BareRoom &bare, int rounds)
{
    Typed typed, bareTyped;
    PaintSeen line(ours.line->viewport()), list(ours.list->viewport()), bareLine(bare.line->viewport()), bareList(bare.list->viewport());
    for (int round = 0; round < rounds; ++round) {
        ours.room.room.clock.advance(std::chrono::seconds(1));
        const int before = ours.list->model()->rowCount();
        ours.room.window->activateWindow();
        typeEntry(typed, ours.line, line, list, round);
        if (ours.list->model()->rowCount() <= before || !ours.showsLast())
            qFatal("the entry is not in sight");
        bare.activateWindow();
        typeEntry(bareTyped, bare.line, bareLine, bareList, round);
    }
    print("Enter to the painted entry", typed.enters, bareTyped.enters);
    print("letter to the painted line", typed.letters, bareTyped.letters);
}

void wheel(QListView *list, int steps)
{
    const QPointF place = QRectF(list->viewport()->rect()).center();
    QWheelEvent event(place, list->viewport()->mapToGlobal(place), {}, QPoint(0, 120 * steps), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(list->viewport(), &event);
}

std::vector<double> scroll(QListView *list)
{
    std::vector<double> blocks;
    list->setFocus();
    for (const Qt::Key key : {Qt::Key_PageUp, Qt::Key_Home, Qt::Key_PageDown, Qt::Key_End}) {
        const bool jumps = key == Qt::Key_Home || key == Qt::Key_End;
        for (int i = 0; i < (jumps ? 1 : 60); ++i)
            blocks.push_back(longestBlock([list, key] { QTest::keyClick(list, key); }));
    }
    for (int i = 0; i < 120; ++i)
        blocks.push_back(longestBlock([list, i] { wheel(list, i < 60 ? 1 : -1); }));
    return blocks;
}

void measureScrolling(LongRoom &ours, BareRoom &bare)
{
    ours.room.window->activateWindow();
    const std::vector<double> blocks = scroll(ours.list);
    bare.activateWindow();
    print("scrolling, longest block a step", blocks, scroll(bare.list));
}

void measureSearch(LongRoom &ours, BareRoom &bare)
{
    std::vector<double> blocks, bareBlocks;
    ours.room.window->activateWindow();
    for (const char *words : {"shard 17 rolled", "rate 6 per", "checkout", "nothing says this", "lee"}) {
        ours.search->setFocus();
        ours.search->clear();
        settle();
        for (int length = 1; words[length - 1]; ++length) {
            blocks.push_back(longestBlock([&] { QTest::keyClick(ours.search, words[length - 1]); }));
            const QString typed = QString::fromLatin1(words, length);
            bareBlocks.push_back(longestBlock([&] { bare.list->scrollTo(bare.rows.index(std::max(0, bare.rows.find(typed)))); }));
        }
    }
    ours.search->clear();
    settle();
    print("search as one types, longest block a letter", blocks, bareBlocks);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QTemporaryDir home;
    for (const char *place : {"XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(place, home.path().toUtf8());
    QApplication app(argc, argv);
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 300;
    const int entries = argc > 2 ? std::atoi(argv[2]) : 100000;
    {
        LongRoom ours(entries);
        BareRoom bare(entries);
        bare.show();
        settle();
        measureTyping(ours, bare, rounds);
        measureScrolling(ours, bare);
        measureSearch(ours, bare);
    }
    measureIdle(home.path(), 200);
    return 0;
}
