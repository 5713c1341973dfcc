// A call that nobody answers does not hold anybody up.
#include "models/hub/callguard.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>

#include <sys/socket.h>
#include <unistd.h>

using namespace qd;
using namespace qd::hub;
using namespace std::chrono_literals;

namespace {

struct Line // to a server that says nothing
{
    int ends[2] = {-1, -1};
    Line()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
            qFatal("no socket pair");
    }
    ~Line()
    {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    [[nodiscard]] int here() const { return ends[0]; }
    [[nodiscard]] bool waitsForAnswer() const
    {
        char byte = 0;
        return ::read(here(), &byte, 1) == 1;
    }
};

} // namespace

class CallGuardTest : public QObject
{
    Q_OBJECT

private slots:
    void aCallThatTakesTooLongIsBroken()
    {
        CallGuard guard;
        const Line line;
        const GuardedCall call(guard, line.here(), 50ms);
        QVERIFY(call.mayBegin());
        QVERIFY(!line.waitsForAnswer());
        QVERIFY(call.wasBroken());
    }

    void anAnswerInTimeIsHeard()
    {
        CallGuard guard;
        const Line line;
        const GuardedCall call(guard, line.here(), 10s);
        QCOMPARE(::write(line.ends[1], "x", 1), 1);
        QVERIFY(line.waitsForAnswer());
        QVERIFY(!call.wasBroken());
    }

    void aShorterCallAfterALongOneIsBrokenInTime()
    {
        CallGuard guard;
        const Line patient, line;
        const GuardedCall first(guard, patient.here(), 1h);
        const GuardedCall second(guard, line.here(), 50ms);
        QVERIFY(!line.waitsForAnswer());
        QVERIFY(second.wasBroken());
        QVERIFY(!first.wasBroken());
    }

    void theEndBreaksEveryCallAtOnce()
    {
        CallGuard guard;
        const Line one, other;
        const auto waiting = [&guard](const Line &line, std::promise<void> &begun) {
            const GuardedCall call(guard, line.here(), 1h);
            begun.set_value();
            return line.waitsForAnswer();
        };
        std::promise<void> oneBegun, otherBegun;
        auto first = std::async(std::launch::async, [&] { return waiting(one, oneBegun); });
        auto second = std::async(std::launch::async, [&] { return waiting(other, otherBegun); });
        oneBegun.get_future().wait();
        otherBegun.get_future().wait();
        guard.end();
        QVERIFY(!first.get());
        QVERIFY(!second.get());
        const Line late;
        QVERIFY(!GuardedCall(guard, late.here(), 1h).mayBegin());
    }

    void aSocketThatWasClosedMeanwhileHarmsNoOther()
    {
        CallGuard guard;
        auto line = std::make_unique<Line>();
        const int number = line->here();
        const GuardedCall call(guard, number, 50ms);
        line.reset();
        const Line next; // has the same number now
        QCOMPARE(next.here(), number);
        while (!call.wasBroken())
            std::this_thread::yield();
        QCOMPARE(::write(next.ends[1], "x", 1), 1);
        QVERIFY(next.waitsForAnswer());
    }
};

QTEST_GUILESS_MAIN(CallGuardTest)
#include "tst_callguard.moc"
