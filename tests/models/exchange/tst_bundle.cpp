// One incident into a file and out of it again: nothing is another.
#include "tests/models/exchange/bundlestory.h"

#include <QTest>

using namespace qd;
using namespace qd::exchange;
using namespace qd::test;

class TestBundle : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] std::unique_ptr<BundleFile> sent(const BundleSource &source, const char *name) const
    {
        const Result<WrittenBundle> written = writeBundle(path(name), source, {});
        if (!written)
            qFatal("%s", qPrintable(written.error().sentence));
        Result<std::unique_ptr<BundleFile>> read = BundleFile::open(path(name), {});
        if (!read)
            qFatal("%s", qPrintable(read.error().sentence));
        return (*read)->seal() == written->seal ? std::move(*read) : nullptr;
    }

private slots:
    void everythingComesBackAsItWas()
    {
        const BundleStory told;
        const BundleSource source = told.source();
        const auto bundle = sent(source, "whole.qdz");
        QVERIFY(bundle);
        QCOMPARE(bundle->events(), source.events);
        QCOMPARE(bundle->manifest().ref, told.story.incident().ref);
        QCOMPARE(bundle->manifest().title, QStringLiteral("Checkout returns 503"));
        QCOMPARE(bundle->manifest().madeBy, QStringLiteral("Dana"));
        QCOMPARE(bundle->manifest().madeAt, at("18:00"));
        QCOMPARE(bundle->manifest().chains.size(), size_t(3));
        QVERIFY(std::all_of(bundle->manifest().chains.begin(), bundle->manifest().chains.end(),
                            [](const BundleChain &chain) { return chain.isWhole(); }));
        QCOMPARE(bundle->attachments().size(), size_t(2));
        for (const BundlePart &part : bundle->attachments())
            QCOMPARE(bundle->attachment(part.sha256).value_or(QByteArray()), told.contents.value(part.sha256));
        QVERIFY(bundle->notes().isEmpty());
    }

    void theSameIncidentGivesTheSameBytes()
    {
        const BundleStory told;
        BundleSource source = told.source();
        QVERIFY(writeBundle(path("one.qdz"), source, {}));
        std::reverse(source.events.begin(), source.events.end()); // in whatever order they came from the log
        QVERIFY(writeBundle(path("two.qdz"), source, {}));
        QVERIFY(!bytesOf(path("one.qdz")).isEmpty());
        QCOMPARE(bytesOf(path("one.qdz")), bytesOf(path("two.qdz")));
    }

    void aPersonCanReadWhatGoesOut()
    {
        QVERIFY(writeBundle(path("people.qdz"), BundleStory().source(), {}));
        const BundleParts opened(path("people.qdz"));
        QVERIFY(opened.parts.value(QStringLiteral("plans/1-small.yaml")).contains("Incident Commander"));
        QVERIFY(opened.parts.value(QStringLiteral("timeline.md")).contains("The queue is full"));
        QVERIFY(opened.parts.value(QStringLiteral("manifest.json")).contains("\"made_by\": \"Dana\""));
    }

    void bodiesKeepTheirVeryBytes()
    {
        const BundleStory told;
        BundleSource source = told.source();
        Event odd = source.events.back().event; // of a newer console: its spaces, its numbers, its order, and no text at all
        std::vector<QByteArray> bodies{"{ \"z\":1.0, \"a\":12345678901234567890, \"new\":{\"field\":[ ]} }",
                                       QByteArray("{\"raw\":\"\xff\xfe\"}"), "not json"};
        for (const QByteArray &body : bodies) {
            odd.id = EventId::make(at("15:00"));
            odd.kind = QStringLiteral("rover.landed");
            odd.prev = source.events.back().event.hash;
            odd.stamp += 1;
            ++odd.consoleSeq;
            odd.bodyHash = hashBody(body);
            odd.hash = hashEvent(odd);
            source.events.push_back({odd, body, 0});
        }
        const auto bundle = sent(source, "odd.qdz");
        QVERIFY(bundle);
        QCOMPARE(bundle->events(), source.events);
    }

    void aRestrictedOneGoesByItsCodename()
    {
        BundleStory told;
        QVERIFY(
            told.story.submit(QStringLiteral("Dana"), at("14:20"), command::Amend{QStringLiteral("restricted"), QStringLiteral("true")}));
        QVERIFY(told.story.submit(QStringLiteral("Dana"), at("14:21"),
                                  command::Amend{QStringLiteral("codename"), QStringLiteral("NIGHT JAR/../x")}));
        const auto bundle = sent(told.source(), "restricted.qdz");
        QVERIFY(bundle->manifest().restricted);
        QCOMPARE(bundle->manifest().title, QStringLiteral("NIGHT JAR/../x"));
        QVERIFY(!BundleParts(path("restricted.qdz")).parts.value(QStringLiteral("manifest.json")).contains("Checkout"));
        QCOMPARE(bundleFileName(QStringLiteral("INC-4F7K"), bundle->manifest().title, true), QStringLiteral("NIGHT-JAR-..-x.qdz"));
        QCOMPARE(bundleFileName(QStringLiteral("INC-4F7K"), QStringLiteral("NIGHTJAR"), false), QStringLiteral("INC-4F7K.qdz"));
        QCOMPARE(QFile::permissions(path("restricted.qdz")) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void whatWasRedactedStaysBehind()
    {
        BundleStory told;
        told.story.tell(QStringLiteral("14:30 Lee note The password is hunter2"));
        const EventId secret = told.story.last();
        const QByteArray key = "-----BEGIN KEY-----";
        told.attach(QStringLiteral("Lee"), "14:31", QStringLiteral("key.pem"), key, secret);
        QVERIFY(told.story.submit(QStringLiteral("Lee"), at("14:32"),
                                  command::AmendEntry{secret, QStringLiteral("It is hunter3"), {}, QStringLiteral("typo")}));
        const EventId correction = told.story.last();
        QVERIFY(told.story.submit(QStringLiteral("Dana"), at("14:33"), command::RedactEntry{secret, QStringLiteral("a secret")}));
        std::vector<CarriedEvent> events = carried(told.story.events());
        for (CarriedEvent &event : events) {
            if (event.event.id == secret || event.event.id == correction)
                event.body.clear();
        }
        const auto bundle = sent(told.source(events), "redacted.qdz");
        QCOMPARE(bundle->events(), events);
        QCOMPARE(bundle->attachments().size(), size_t(2)); // the key is here, and does not go
        QCOMPARE(bundle->manifest().absent.size(), size_t(1));
        QVERIFY(bundle->manifest().absent.front().redacted);
        for (const QByteArray &content : BundleParts(path("redacted.qdz")).parts)
            QVERIFY(!content.contains("hunter") && !content.contains("BEGIN KEY"));
    }

    void anAttachmentThatIsNotHereIsNamed()
    {
        BundleStory told;
        told.contents.remove(shaOf(told.log));
        const auto bundle = sent(told.source(), "absent.qdz");
        QCOMPARE(bundle->attachments().size(), size_t(1));
        QCOMPARE(bundle->notes().size(), 1);
        QVERIFY2(bundle->notes().constFirst().contains(QStringLiteral("'app.log'")), qPrintable(bundle->notes().constFirst()));
    }

    void anOlderLogsChainsKeepTheirNumbers()
    {
        std::vector<Event> events = BundleStory().story.events();
        const ConsoleId installation = ConsoleId::make(at("12:00")); // one chain through all of its incidents
        for (Event &event : events)
            event.console = installation;
        std::vector<CarriedEvent> all = carried(events);
        all.erase(all.begin() + 3); // of another incident, as it were
        all.erase(all.begin() + 1);
        const auto bundle = sent(BundleStory().source(all), "older.qdz");
        QCOMPARE(bundle->events(), all);
        QVERIFY2(bundle->notes().join(QLatin1Char('\n')).contains(QStringLiteral("keep the numbers they came with")),
                 qPrintable(bundle->notes().join(QLatin1Char('\n'))));
    }

    void whatIsNotWholeHereDoesNotGoOut()
    {
        std::vector<CarriedEvent> events = BundleStory().source().events;
        events.erase(events.begin() + 4);
        const Result<WrittenBundle> written = writeBundle(path("gap.qdz"), BundleStory().source(events), {});
        QVERIFY(!written);
        QVERIFY2(written.error().sentence.contains(QStringLiteral("is missing"))
                     || written.error().sentence.contains(QStringLiteral("are missing")),
                 qPrintable(written.error().sentence));
        QVERIFY(!QFile::exists(path("gap.qdz")));
        QVERIFY(!writeBundle(path("none.qdz"), BundleStory().source({}), {}));
    }

    void stoppedOrWithoutRoomLeavesWhatWasThere()
    {
        writeBytes(path("kept.qdz"), "what was there");
        for (const double until : {0.0, 0.2, 0.35, 0.7}) {
            const Progress progress{[until](double share) { return share < until; }};
            const Result<WrittenBundle> written = writeBundle(path("kept.qdz"), BundleStory().source(), progress);
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::Refused);
        }
        QCOMPARE(bytesOf(path("kept.qdz")), QByteArray("what was there"));
        const Result<WrittenBundle> nowhere = writeBundle(path("no/such/folder/x.qdz"), BundleStory().source(), {});
        QCOMPARE(nowhere.error().code, ErrorCode::Storage);
        QVERIFY(!writeBundle(m_folder.path(), BundleStory().source(), {}));
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral(".*.part")}, QDir::Files | QDir::Hidden), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
