// What a hub takes, what it does not, and what it gives back.
#include "tests/models/hub/hubroom.h"

using namespace qd;
using namespace qd::test;

class HubPushTest : public QObject
{
    Q_OBJECT

private slots:
    void whatOneLogsTheOtherReads()
    {
        HubRoom room;
        room.open();
        Chain chain;
        QCOMPARE(room.push("dana", {chain.declared(), chain.entry(QStringLiteral("rolled back 4.12"))}), QStringLiteral("kept\nkept"));
        QCOMPARE(room.pulled("sam"), QStringLiteral("Checkout returns 503\nrolled back 4.12"));
        QCOMPARE(room.pulled("olga"), QStringLiteral("Checkout returns 503\nrolled back 4.12"));
        QCOMPARE(room.must("olga", "SELECT body::json ->> 'text' FROM quarterdeck.log WHERE kind = 'entry.logged' AND sent_by = 'dana'"),
                 QStringLiteral("rolled back 4.12"));
    }
};

QTEST_GUILESS_MAIN(HubPushTest)
#include "tst_hubpush.moc"
