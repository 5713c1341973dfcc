// What a hub takes, what it does not, and what it gives back.
#include "tests/models/hub/hubroom.h"

using namespace qd;
using namespace qd::test;

namespace {

QJsonObject with(QJsonObject event, const char *field, const QJsonValue &value)
{
    event[QLatin1String(field)] = value;
    return event;
}

} // namespace

class HubPushTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<HubRoom> m_room; // for what needs none of its own

private slots:
    void initTestCase()
    {
        m_room = std::make_unique<HubRoom>();
        m_room->open();
    }
    void cleanupTestCase() { m_room.reset(); }

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

    void aBodyThatIsNestedTooDeeplyIsInNobodysWay()
    {
        HubRoom room;
        room.open();
        Chain chain;
        const QJsonObject declared = chain.declared(), entry = chain.entry(QStringLiteral("the key is hunter2"));
        const QByteArray deep = "{\"entry\":" + QByteArray(30000, '[') + QByteArray(30000, ']') + '}';
        QCOMPARE(room.push("dana", {declared, entry, chain.next(kinds::entryAmended, deep)}), QStringLiteral("kept\nkept\nkept"));
        QCOMPARE(room.push("dana", {chain.next(kinds::entryRedacted, {{QStringLiteral("entry"), entry[QStringLiteral("id")]}})}),
                 QStringLiteral("kept"));
        QCOMPARE(room.must("sam", "SELECT count(*) FROM quarterdeck.log WHERE body LIKE '%hunter2%'"), QStringLiteral("0"));
    }

    void everythingMayBeSaidTwice()
    {
        HubRoom room;
        room.open();
        Chain chain;
        const QJsonArray both{chain.declared(), chain.entry(QStringLiteral("one"))};
        QCOMPARE(room.push("dana", both), QStringLiteral("kept\nkept"));
        QCOMPARE(room.push("dana", both), QStringLiteral("known\nknown"));
        QCOMPARE(room.push("sam", both), QStringLiteral("known\nknown")); // also by who may not have written it
        chain.entry(QStringLiteral("lost on the way"));
        QCOMPARE(room.push("dana", {chain.entry(QStringLiteral("three"))}), QStringLiteral("missing 2"));
        Chain unheard;
        unheard.incident = chain.incident;
        unheard.entry(QStringLiteral("lost on the way"));
        QCOMPARE(room.push("dana", {unheard.entry(QStringLiteral("two"))}), QStringLiteral("missing"));
        QCOMPARE(room.pulled("sam"), QStringLiteral("Checkout returns 503\none"));
    }

    void whatIsNotAsItWasIsRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("another body") << "body" << QJsonValue(QStringLiteral("{\"text\":\"no\"}")) << "refused hash";
        QTest::newRow("another time") << "happened_at" << QJsonValue(1) << "refused hash";
        QTest::newRow("another kind") << "kind" << QJsonValue(QStringLiteral("entry.pinned")) << "refused hash";
        QTest::newRow("another author") << "author" << QJsonValue(QStringLiteral("Sam")) << "refused hash";
        QTest::newRow("another hash") << "hash" << QJsonValue(QString(64, QLatin1Char('0'))) << "refused hash";
        QTest::newRow("no hash") << "hash" << QJsonValue(QStringLiteral("xyz")) << "refused malformed";
        QTest::newRow("no author") << "author" << QJsonValue(QString()) << "refused malformed";
        QTest::newRow("a NUL") << "author" << QJsonValue(QStringLiteral("Da") + QChar(0) + QStringLiteral("na")) << "refused malformed";
        QTest::newRow("no number") << "console_seq" << QJsonValue(QStringLiteral("many")) << "refused malformed";
        QTest::newRow("a stamp beyond numbers") << "stamp" << QJsonValue(1e19) << "refused malformed";
        QTest::newRow("a year ahead") << "stamp" << QJsonValue((toMsecs(at("14:00")) + 365LL * 86400000) << 16) << "refused ahead";
        QTest::newRow("another incident") << "incident" << QJsonValue(QStringLiteral("01234567-0123-7123-8123-0123456789ab"))
                                          << "refused hash";
        QTest::newRow("too large") << "body" << QJsonValue(QString(9 << 20, QLatin1Char('x'))) << "refused too-large";
    }
    void whatIsNotAsItWasIsRefused()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        HubRoom &room = *m_room;
        Chain chain;
        room.push("dana", {chain.declared()});
        const QJsonObject bad = with(chain.entry(QStringLiteral("yes")), qPrintable(field), value);
        Chain other; // and it holds up nobody else's
        other.incident = chain.incident;
        QTEST(room.push("dana", {bad, other.entry(QStringLiteral("good"))}).section(QLatin1Char('\n'), 0, 0), "verdict");
        QCOMPARE(room.must("sam",
                           QStringLiteral(
                               "SELECT body::json ->> 'text' FROM quarterdeck.log WHERE kind <> 'incident.declared' AND incident = '%1'")
                               .arg(chain.incident.toString())),
                 QStringLiteral("good"));
    }

    void anIncidentBeginsWithItsDeclaration()
    {
        HubRoom room;
        room.open();
        Chain chain;
        QCOMPARE(room.push("dana", {chain.entry(QStringLiteral("of nothing"))}), QStringLiteral("refused unknown-incident"));
    }

    void aBodyStaysAsItIsToTheByte_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("an escaped NUL") << QByteArray("{\"text\":\"a\\u0000b\"}");
        QTest::newRow("half a surrogate pair") << QByteArray("{\"text\":\"a\\ud83db\"}");
        QTest::newRow("order and blanks") << QByteArray("{ \"z\":1,  \"a\":1.50, \"a\":2 }");
        QTest::newRow("no JSON at all") << QByteArray("not { json \\");
        QTest::newRow("far away letters") << QStringLiteral("{\"text\":\"Zürich 東京 🚒 \u202e\"}").toUtf8();
    }
    void aBodyStaysAsItIsToTheByte()
    {
        QFETCH(QByteArray, body);
        HubRoom &room = *m_room;
        Chain first;
        room.push("dana", {first.declared()});
        const QString cursor = room.must("sam", "SELECT cursor FROM quarterdeck.pull('', 5000, 60000000) WHERE id IS NULL");
        for (const char *kind :
             {kinds::entryLogged, kinds::declared, kinds::amended, kinds::memberAdded, kinds::entryRedacted, kinds::attachmentAdded}) {
            Chain chain;
            room.push("dana", {chain.declared()});
            QCOMPARE(room.push("dana", {chain.next(kind, body)}), QStringLiteral("kept"));
        }
        QCOMPARE(room.must("sam",
                           QStringLiteral("SELECT DISTINCT encode(convert_to(body, 'UTF8'), 'hex') FROM quarterdeck.pull('%1', 500, "
                                          "1000000) WHERE console_seq = 2")
                               .arg(cursor)),
                 QString::fromLatin1(body.toHex()));
    }

    void aLongLogComesInPagesWholeAndInOrder()
    {
        HubRoom room;
        room.open();
        QStringList written{QStringLiteral("Checkout returns 503")};
        Chain chain;
        QJsonArray events{chain.declared()};
        for (int i = 0; i < 40; ++i) {
            written << QStringLiteral("entry %1").arg(i);
            events << chain.entry(written.last());
        }
        room.push("dana", events);
        QString cursor;
        QStringList read;
        for (QString page = room.pulled("sam", &cursor, 7); !page.isEmpty(); page = room.pulled("sam", &cursor, 7)) {
            QVERIFY(page.count(QLatin1Char('\n')) < 7);
            read << page;
        }
        QCOMPARE(read.join(QLatin1Char('\n')), written.join(QLatin1Char('\n')));
        QCOMPARE(room.must("sam", "SELECT count(*) || ' ' || bool_or(more) FROM quarterdeck.pull('', 500, 1)"),
                 QStringLiteral("2 true")); // however large, one at least
    }

    void aCursorIsTheHubsOwn()
    {
        HubRoom room;
        room.open();
        Chain chain;
        room.push("dana", {chain.declared()});
        QString cursor;
        room.pulled("sam", &cursor);
        QVERIFY(!cursor.contains(QStringLiteral("..")));
        for (const QString &forged : {QString(cursor).replace(40, 1, QStringLiteral("x")), cursor.left(80), QStringLiteral("1.2.3"),
                                      cursor.chopped(1) + QLatin1Char('g')})
            QVERIFY(room.ask("sam", QStringLiteral("SELECT * FROM quarterdeck.pull('%1', 5, 1000)").arg(forged))
                        .error.contains(QLatin1String("no cursor of this hub")));
    }

    void anAdministratorBringsAndTheAuthorGoesOn()
    {
        HubRoom room;
        room.open();
        Chain chain;
        QCOMPARE(room.push("adam", {chain.declared(), chain.entry(QStringLiteral("from the bundle"))}), QStringLiteral("kept\nkept"));
        const Chain before = chain;
        QCOMPARE(room.push("dana", {chain.entry(QStringLiteral("it is mine"))}), QStringLiteral("kept"));
        QCOMPARE(room.push("adam", {chain.entry(QStringLiteral("no more by him"))}), QStringLiteral("refused fork"));
        Chain fork = before;
        QCOMPARE(room.push("dana", {fork.entry(QStringLiteral("the other three"))}), QStringLiteral("refused fork"));
        QCOMPARE(room.must("olga", "SELECT string_agg(DISTINCT sent_by || ' ' || author, ', ') FROM quarterdeck.log"),
                 QStringLiteral("adam Dana, dana Dana"));
    }
};

QTEST_GUILESS_MAIN(HubPushTest)
#include "tst_hubpush.moc"
