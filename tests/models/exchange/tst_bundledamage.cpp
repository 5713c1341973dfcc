// A bundle that is not as it was sent is refused, with all that is wrong and where; whatever is done to its bytes.
#include "tests/models/exchange/bundlestory.h"

#include <QTest>
#include <QtEndian>

using namespace qd;
using namespace qd::exchange;
using namespace qd::test;

class TestBundleDamage : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_sound = m_folder.filePath(QStringLiteral("sound.qdz"));
    QString m_bad = m_folder.filePath(QStringLiteral("bad.qdz"));
    std::unique_ptr<BundleFile> m_original;

    [[nodiscard]] QString problems() const // of m_bad; empty: it is sound
    {
        const Result<std::unique_ptr<BundleFile>> read = BundleFile::open(m_bad, {});
        if (read)
            return {};
        if (read.error().code != ErrorCode::BadInput)
            qFatal("another error: %s", qPrintable(read.error().sentence));
        for (const QString &line : read.error().sentence.split(QLatin1Char('\n'))) {
            if (!line.startsWith(m_bad + QStringLiteral(": ")))
                qFatal("a line without its file: %s", qPrintable(line));
        }
        return QString(read.error().sentence).remove(m_bad + QStringLiteral(": "));
    }
    // Refused, or it is all the same what was changed.
    [[nodiscard]] bool isFoundOrHarmless() const
    {
        const Result<std::unique_ptr<BundleFile>> read = BundleFile::open(m_bad, {});
        if (!read)
            return true;
        return (*read)->manifest() == m_original->manifest() && (*read)->events() == m_original->events()
            && (*read)->seal() == m_original->seal() && attachmentsAreTheSame(**read);
    }
    [[nodiscard]] bool attachmentsAreTheSame(const BundleFile &read) const
    {
        for (const BundlePart &part : m_original->attachments()) {
            if (read.attachment(part.sha256) != m_original->attachment(part.sha256))
                return false;
        }
        return true;
    }
    void tamper(const std::function<void(BundleParts &)> &change, bool sealAgain = true)
    {
        BundleParts opened(m_sound);
        change(opened);
        if (sealAgain)
            opened.sealAgain();
        opened.write(m_bad);
    }
    static void changeLine(BundleParts &opened, qsizetype line, const char *field, const QJsonValue &value)
    {
        QByteArrayList lines = opened.lines();
        QJsonObject event = QJsonDocument::fromJson(lines[line]).object();
        event.insert(QLatin1String(field), value);
        lines[line] = QJsonDocument(event).toJson(QJsonDocument::Compact);
        opened.setLines(lines);
    }

private slots:
    void initTestCase()
    {
        const Result<WrittenBundle> written = writeBundle(m_sound, BundleStory().source(), {});
        QVERIFY2(written, qPrintable(written ? QString() : written.error().sentence));
        m_original = std::move(*BundleFile::open(m_sound, {}));
        tamper([](BundleParts &) {});
        QCOMPARE(problems(), QString()); // taken apart and put together it is as good as before
    }

    void cutOffAnywhere()
    {
        const QByteArray whole = bytesOf(m_sound);
        for (qsizetype length = 0; length < whole.size(); length += length < 100 || whole.size() - length < 100 ? 1 : 7) {
            writeBytes(m_bad, whole.left(length));
            QVERIFY2(!problems().isEmpty(), qPrintable(QString::number(length)));
        }
    }

    void aFlippedBitAnywhere()
    {
        const QByteArray whole = bytesOf(m_sound);
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray flipped = whole;
            flipped[i] = static_cast<char>(flipped[i] ^ (1 << (i % 8)));
            writeBytes(m_bad, flipped);
            QVERIFY2(isFoundOrHarmless(), qPrintable(QString::number(i)));
        }
    }

    void somethingBehindItOrBeforeIt()
    {
        writeBytes(m_bad, bytesOf(m_sound) + "more");
        QVERIFY(problems().contains(QStringLiteral("does not end where a bundle ends")));
        writeBytes(m_bad, "#!/bin/sh\n" + bytesOf(m_sound));
        QVERIFY(problems().contains(QStringLiteral("does not begin like one")));
    }

    void noBundleAtAll()
    {
        writeBytes(m_bad, {});
        QVERIFY(problems().contains(QStringLiteral("it is empty")));
        writeBytes(m_bad, "at,text\n");
        QVERIFY(problems().contains(QStringLiteral("it is no bundle")));
        QFile::remove(m_bad);
        QVERIFY(problems().contains(QStringLiteral("cannot be read")));
        const Result<std::unique_ptr<BundleFile>> folder = BundleFile::open(m_folder.path(), {});
        QVERIFY(!folder && folder.error().sentence.contains(QStringLiteral("it is a folder")));
        ZipWriter other(m_bad, {at("18:00"), false});
        other.add(QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.text");
        QVERIFY(other.finish({}));
        QVERIFY(problems().contains(QStringLiteral("there is no manifest.json in it")));
    }

    void manifestOfAnotherKind_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *field, const QJsonValue &value, const char *problem) {
            QTest::addRow("%s %s", field, problem) << QString::fromLatin1(field) << value << QString::fromUtf8(problem);
        };
        row("version", 2,
            "manifest.json: it is a bundle of version 2, and this Quarterdeck reads up to version 1; bring it in with a newer one");
        row("version", QJsonValue::Null, "does not say which version");
        row("format", QStringLiteral("zip"), "does not say that it is a bundle");
        row("incident", QStringLiteral("x"), "'incident' is not an id");
        row("made_at", QStringLiteral("yesterday"), "'made_at' is not a time in UTC");
        row("events", 6, "it holds 7 events, and the manifest says 6");
        row("events", -1, "'events' is not a number");
        row("chains", QJsonArray{}, "the manifest does not name its console");
        row("chains", 3, "'chains' is not a list");
        row("parts", QJsonArray{}, "does not name events.jsonl");
        row("parts", QJsonArray{7}, "'path' of part 1 is not a text");
    }
    void manifestOfAnotherKind()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        tamper(
            [&](BundleParts &opened) {
                QJsonObject manifest = opened.manifest();
                manifest.insert(field, value);
                opened.setManifest(manifest);
            },
            false);
        QFETCH(QString, problem);
        QVERIFY2(problems().contains(problem), qPrintable(problems()));
    }

    void linesThatWereChanged_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *field, const QJsonValue &value, const char *problem) {
            QTest::addRow("%s %s", field, problem) << QString::fromLatin1(field) << value << QString::fromUtf8(problem);
        };
        row("author", QStringLiteral("Mallory"), "events.jsonl:3: its fields are not what was recorded");
        row("kind", QStringLiteral("entry.pinned"), "events.jsonl:3: its fields are not what was recorded");
        row("happened_at", 5, "events.jsonl:3: its fields are not what was recorded");
        row("happened_at", 5.5, "events.jsonl:3: it is no event: 'happened_at' is not a whole number");
        row("stamp", QStringLiteral("many"), "'stamp' is not a number in quotes");
        row("id", QStringLiteral("nobody"), "'id' is not an id");
        row("hash", QStringLiteral("00"), "'hash' is not a SHA-256 in hex");
        row("body", QStringLiteral("{\"text\":\"all is well\"}"), "events.jsonl:3: its body is not what was recorded");
        row("body", QJsonValue::Null, "events.jsonl:3: its body is gone, and no redaction in the bundle says so");
        row("body", 3, "'body' is not a text, or null");
        row("incident", QStringLiteral("01939b6e-0000-7000-8000-000000000001"), "events.jsonl:3: it is an event of another incident");
    }
    void linesThatWereChanged()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        tamper([&](BundleParts &opened) { changeLine(opened, 2, field.toLatin1().constData(), value); });
        QFETCH(QString, problem);
        QVERIFY2(problems().contains(problem), qPrintable(problems()));
    }

    void linesThatWereMovedTakenOutOrPutIn()
    {
        tamper([](BundleParts &opened) {
            QByteArrayList lines = opened.lines();
            lines.swapItemsAt(1, 2);
            opened.setLines(lines);
        });
        QVERIFY2(problems().contains(QStringLiteral("events.jsonl:3: it stands behind an event that comes after it")),
                 qPrintable(problems()));
        tamper([](BundleParts &opened) {
            QByteArrayList lines = opened.lines();
            lines.removeAt(2);
            opened.setLines(lines);
        });
        QVERIFY2(problems().contains(QStringLiteral("1 event(s) before it are missing")), qPrintable(problems()));
        tamper([](BundleParts &opened) {
            QByteArrayList lines = opened.lines();
            lines.removeAt(lines.size() - 2); // the last one: the text ends with a line's end
            opened.setLines(lines);
        });
        QVERIFY2(problems().contains(QStringLiteral("the events after it are missing")), qPrintable(problems()));
        tamper([](BundleParts &opened) {
            QByteArrayList lines = opened.lines();
            lines.insert(2, lines[2]);
            opened.setLines(lines);
        });
        QVERIFY2(problems().contains(QStringLiteral("stands there twice")), qPrintable(problems()));
        tamper([](BundleParts &opened) { opened.parts[QStringLiteral("events.jsonl")].chop(1); });
        QVERIFY2(problems().contains(QStringLiteral("events.jsonl:7: the line does not end")), qPrintable(problems()));
    }

    void partsThatAreMissingExtraOrOfAnotherName()
    {
        const QString attachment = QStringLiteral("attachments/") + shaOf(BundleStory().log);
        tamper([&](BundleParts &opened) { opened.parts.remove(attachment); }, false);
        QVERIFY2(problems().contains(attachment + QStringLiteral(": it is missing")), qPrintable(problems()));
        tamper([&](BundleParts &opened) { opened.parts[attachment] = "another"; }, false);
        QVERIFY2(problems().contains(attachment + QStringLiteral(": it is not what was sent")), qPrintable(problems()));
        tamper([&](BundleParts &opened) { opened.parts[attachment] = "another"; });
        QVERIFY2(problems().contains(QStringLiteral("another hash than its name")), qPrintable(problems()));
        tamper([](BundleParts &opened) { opened.parts[QStringLiteral("attachments/") + shaOf("stowaway")] = "stowaway"; });
        QVERIFY2(problems().contains(QStringLiteral("the manifest does not name it")), qPrintable(problems()));
        for (const char *name : {"../../.bashrc", "/etc/passwd", "attachments/../../x", "attachments\\x", "run.sh", "events.jsonl/x",
                                 "plans/1-../x.yaml", "Manifest.json"}) {
            tamper([name](BundleParts &opened) { opened.parts[QLatin1String(name)] = "x"; });
            QVERIFY2(problems().contains(QLatin1String(name) + QStringLiteral(": no bundle holds a part of this name")),
                     qPrintable(problems()));
        }
        tamper([](BundleParts &opened) {
            const QByteArray stowaway = "stowaway";
            opened.parts[QStringLiteral("attachments/") + shaOf(stowaway)] = stowaway;
            QJsonObject manifest = opened.manifest();
            QJsonArray parts = manifest[QLatin1String("parts")].toArray();
            parts.append(QJsonObject{{QStringLiteral("path"), QStringLiteral("attachments/") + shaOf(stowaway)},
                                     {QStringLiteral("size"), stowaway.size()},
                                     {QStringLiteral("sha256"), shaOf(stowaway)}});
            manifest[QLatin1String("parts")] = parts;
            opened.setManifest(manifest);
        });
        QVERIFY2(problems().contains(QStringLiteral("no event names it")), qPrintable(problems()));
    }

    void whatUnpacksToMoreThanItMay()
    {
        tamper([](BundleParts &opened) { opened.parts[QStringLiteral("manifest.json")] = QByteArray((33 << 20), ' '); }, false);
        QVERIFY2(
            problems().contains(QStringLiteral("it would unpack to 33 MB, and a bundle holds 32 MB of it at most; it was not unpacked")),
            qPrintable(problems()));
        // The directory and the part's own header say that it is short.
        tamper([](BundleParts &opened) { opened.parts[QStringLiteral("timeline.md")] = QByteArray((20 << 20), 'x'); });
        QByteArray bytes = bytesOf(m_bad);
        QByteArray size(4, '\0');
        qToLittleEndian<quint32>(20 << 20, size.data());
        QByteArray lie(4, '\0');
        qToLittleEndian<quint32>(1000, lie.data());
        bytes.replace(size, lie);
        writeBytes(m_bad, bytes);
        QVERIFY2(problems().contains(QStringLiteral("timeline.md")), qPrintable(problems()));
        // A directory that says of itself that it is endless.
        bytes = bytesOf(m_sound);
        qToLittleEndian<quint16>(0xffff, bytes.data() + bytes.size() - 22 + 10);
        writeBytes(m_bad, bytes);
        QVERIFY2(problems().contains(QStringLiteral("its directory is longer")), qPrintable(problems()));
    }

    void allProblemsAreToldAtOnce()
    {
        tamper([](BundleParts &opened) {
            changeLine(opened, 1, "author", QStringLiteral("Mallory"));
            changeLine(opened, 4, "body", QStringLiteral("{}"));
            opened.parts[QStringLiteral("run.sh")] = "x";
            opened.parts.remove(QStringLiteral("attachments/") + shaOf(BundleStory().log));
        });
        const QString all = problems();
        for (const char *part : {"run.sh: ", "events.jsonl:2: ", "events.jsonl:5: ", "attachments/"})
            QVERIFY2(all.contains(QLatin1String(part)), qPrintable(all));
        tamper([](BundleParts &opened) { opened.setLines(QByteArrayList(5000, "x") << ""); });
        QVERIFY(problems().count(QLatin1Char('\n')) <= BundleProblems::mostTold);
        QVERIFY2(problems().contains(QStringLiteral("more like these")), qPrintable(problems()));
    }

    void readingCanBeStopped()
    {
        const Result<std::unique_ptr<BundleFile>> read = BundleFile::open(m_sound, {[](double) { return false; }});
        QVERIFY(!read && read.error().code == ErrorCode::Refused);
    }
};

QTEST_GUILESS_MAIN(TestBundleDamage)
#include "tst_bundledamage.moc"
