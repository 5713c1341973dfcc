// Restricted incidents as their members come and go; what is redacted; attachments; who is here.
#include <QCryptographicHash>

#include "tests/models/hub/hubroom.h"

using namespace qd;
using namespace qd::test;

namespace {

QJsonObject named(const char *person)
{
    return {{QStringLiteral("person"), QLatin1String(person)}};
}

QJsonObject amendment(bool restricted)
{
    return {{QStringLiteral("field"), QStringLiteral("restricted")}, {QStringLiteral("value"), restricted}};
}

QJsonObject ofEntry(const QJsonObject &entry, const char *text = "")
{
    return {{QStringLiteral("entry"), entry[QStringLiteral("id")]}, {QStringLiteral("text"), QLatin1String(text)}};
}

} // namespace

class HubMembersTest : public QObject
{
    Q_OBJECT

private slots:
    void whoIsAddedGetsTheHistoryAndWhoIsRemovedNothingMore()
    {
        HubRoom room;
        room.open();
        Chain secret, open;
        QString sams;
        room.push(
            "dana",
            {secret.declared(true, QStringLiteral("Magpie")), secret.entry(QStringLiteral("one")), secret.entry(QStringLiteral("two"))});
        room.push("dana", {open.declared()});
        QCOMPARE(room.pulled("sam", &sams), QStringLiteral("Checkout returns 503"));
        room.push("dana", {secret.next(kinds::memberAdded, named("Sam")), secret.entry(QStringLiteral("three"))});
        QString history;
        for (QString page = room.pulled("sam", &sams, 2); !page.isEmpty(); page = room.pulled("sam", &sams, 2))
            history += page + QLatin1Char('\n');
        for (const char *text : {"Magpie", "one", "two", "member.added", "three"})
            QVERIFY2(history.contains(QLatin1String(text)), qPrintable(history));
        QVERIFY(history.indexOf(QStringLiteral("one")) < history.indexOf(QStringLiteral("two")));
        QCOMPARE(room.must("sam", "SELECT count(*) FROM quarterdeck.channels()"), QStringLiteral("2"));
        const QString channel = room.must("sam", "SELECT string_agg(c, ' ') FROM quarterdeck.channels() c");
        room.push("dana", {secret.next(kinds::memberRemoved, named("Sam")), secret.entry(QStringLiteral("four"))});
        QCOMPARE(room.pulled("sam", &sams), QString());
        QVERIFY(!room.pulled("sam").contains(QLatin1String("Magpie")));
        QVERIFY(!channel.contains(room.must(
            "postgres", "SELECT channel FROM quarterdeck.incident WHERE restricted"))); // where he may still listen, nothing is told
        QCOMPARE(room.pulled("dana"), QStringLiteral("Magpie\none\ntwo\nCheckout returns 503\nmember.added\nthree\nmember.removed\nfour"));
    }

    void aRestrictionComesAndGoes()
    {
        HubRoom room;
        room.open();
        Chain chain, other;
        other.author = QStringLiteral("Sam");
        other.incident = chain.incident;
        QString sams;
        room.push("dana", {chain.declared()});
        room.pulled("sam", &sams);
        room.push("dana", {chain.next(kinds::amended, amendment(true)), chain.entry(QStringLiteral("it was an intruder"))});
        QCOMPARE(room.pulled("sam", &sams), QString());
        const QJsonObject question = other.entry(QStringLiteral("what is it?"));
        QCOMPARE(room.push("sam", {question}), QStringLiteral("refused unknown-incident"));
        room.push("dana", {chain.next(kinds::amended, amendment(false)), chain.entry(QStringLiteral("all clear"))});
        QVERIFY(room.pulled("sam", &sams).contains(QStringLiteral("it was an intruder")));
        QCOMPARE(room.push("sam", {question, other.entry(QStringLiteral("thanks"))}), QStringLiteral("kept\nkept"));
    }

    void whoMaySeeItIsNeverTakenBackAsTheConsolesHaveIt()
    {
        HubRoom room;
        room.open();
        Chain chain;
        const QJsonObject declared = chain.declared(false);
        const QJsonObject restricted = chain.next(kinds::amended, amendment(true));
        room.push("dana", {declared, restricted});
        room.push("dana", {chain.next(kinds::eventUndone, {{QStringLiteral("event"), restricted[QStringLiteral("id")]}})});
        QCOMPARE(room.pulled("sam"), QString());
    }

    void whoIsNoLongerAMemberWritesNoMoreThoughTheyDeclaredIt()
    {
        HubRoom room;
        room.open();
        Chain danas;
        room.push("dana", {danas.declared(true), danas.next(kinds::memberAdded, named("Sam"))});
        Chain sams = danas;
        sams.author = QStringLiteral("Sam");
        sams.console = ConsoleId::make(at("14:01"));
        sams.seq = 0;
        sams.prev = {};
        QCOMPARE(room.push("sam", {sams.next(kinds::memberRemoved, named("Dana"))}), QStringLiteral("kept"));
        QCOMPARE(room.push("dana", {danas.entry(QStringLiteral("am I still here?"))}), QStringLiteral("refused unknown-incident"));
    }

    void theLastMemberStays()
    {
        HubRoom room;
        room.open();
        Chain danas;
        room.push("dana", {danas.declared(true, QStringLiteral("Magpie")), danas.next(kinds::memberAdded, named("Nobody yet"))});
        Chain alone = danas;
        QCOMPARE(room.push("dana", {alone.next(kinds::memberRemoved, named("Dana"))}), QStringLiteral("refused last-member"));
        QVERIFY(room.pulled("dana").contains(QStringLiteral("Magpie")));
        QCOMPARE(room.push("dana", {danas.next(kinds::memberAdded, named("Sam")), danas.next(kinds::memberRemoved, named("Dana"))}),
                 QStringLiteral("kept\nkept"));
        QVERIFY(room.pulled("sam").contains(QStringLiteral("Magpie")));
    }

    void whoIsNamedBeforeTheyHaveALoginIsAMemberWhenTheyGetIt()
    {
        HubRoom room;
        room.open();
        Chain secret;
        room.push("dana", {secret.declared(true, QStringLiteral("Magpie")), secret.next(kinds::memberAdded, named("Mallory"))});
        room.must("adam", "SELECT quarterdeck.grant_standing('mallory', 'responder', 'Mallory')");
        QVERIFY(room.pulled("mallory").contains(QStringLiteral("Magpie")));
        room.must("adam", "SELECT quarterdeck.revoke_standing('mallory')");
        QVERIFY(!room.ask("mallory", QStringLiteral("SELECT * FROM quarterdeck.pull('', 5, 1000)")).ok());
    }

    void whoBringsARestrictedIncidentBringsItWholeAndThenIsOut()
    {
        HubRoom room;
        room.open();
        Chain brought;
        brought.author = QStringLiteral("Sam");
        QCOMPARE(room.push("adam", {brought.declared(true, QStringLiteral("Magpie")), brought.entry(QStringLiteral("from the bundle"))}),
                 QStringLiteral("kept\nkept"));
        QCOMPARE(room.pulled("adam"), QString());
        QCOMPARE(room.push("sam", {brought.entry(QStringLiteral("my turn"))}), QStringLiteral("kept"));
        Chain own;
        own.incident = brought.incident;
        own.author = QStringLiteral("Sam");
        QCOMPARE(room.push("adam", {own.next(kinds::memberAdded, named("Adam"))}), QStringLiteral("refused unknown-incident"));
        QCOMPARE(room.pulled("sam"), QStringLiteral("Magpie\nfrom the bundle\nmy turn"));
    }

    void anOldChainOfManyIncidentsIsNotGivenAGap()
    {
        HubRoom room;
        room.open();
        Chain chain;
        const QJsonObject first = chain.declared();
        const IncidentId began = std::exchange(chain.incident, IncidentId::make(at("15:00")));
        QCOMPARE(room.push("dana", {first, chain.declared(true, QStringLiteral("Magpie"))}), QStringLiteral("kept\nrefused mixed-chain"));

        Chain old;
        const QJsonArray both{old.declared(), (old.incident = began, old.entry(QStringLiteral("of another incident")))};
        QCOMPARE(room.push("dana", both), QStringLiteral("kept\nkept"));
        QCOMPARE(room.push("dana", {old.next(kinds::amended, amendment(true))}), QStringLiteral("refused mixed-chain"));
    }

    void whatIsRedactedIsGoneWheneverItArrives()
    {
        HubRoom room;
        room.open();
        Chain dana, sam;
        sam.author = QStringLiteral("Sam");
        sam.incident = dana.incident;
        const QString sha = QString::fromLatin1(QCryptographicHash::hash("key", QCryptographicHash::Sha256).toHex());
        const QJsonObject declared = dana.declared(), pasted = dana.entry(QStringLiteral("password is swordfish"));
        const QJsonObject picture =
            dana.next(kinds::attachmentAdded, {{QStringLiteral("sha256"), sha}, {QStringLiteral("entry"), pasted[QStringLiteral("id")]}});
        const QJsonObject late = dana.next(kinds::entryAmended, ofEntry(pasted, "the password is swordfish"));
        room.push("dana", {declared, pasted, picture});
        room.must("dana",
                  QStringLiteral("SELECT quarterdeck.attachment_put('%1', '%2', 3, 0, 'key'::bytea)").arg(dana.incident.toString(), sha));
        QCOMPARE(room.push("sam",
                           {sam.next(kinds::entryAmended, ofEntry(pasted, "swordfish!")), sam.next(kinds::entryRedacted, ofEntry(pasted))}),
                 QStringLiteral("kept\nkept"));
        QCOMPARE(room.push("dana", {late}), QStringLiteral("kept"));
        QCOMPARE(room.must("postgres", "SELECT count(*) FROM quarterdeck.event WHERE body LIKE '%swordfish%'"), QStringLiteral("0"));
        QCOMPARE(room.must("postgres", "SELECT count(*) FROM quarterdeck.attachment_part"), QStringLiteral("0"));
        QCOMPARE(room.must("sam", "SELECT count(*) FROM quarterdeck.pull('', 500, 100000) WHERE body IS NULL AND id IS NOT NULL"),
                 QStringLiteral("3"));
        QVERIFY(
            !room.ask(
                     "dana",
                     QStringLiteral("SELECT quarterdeck.attachment_put('%1', '%2', 3, 0, 'key'::bytea)").arg(dana.incident.toString(), sha))
                 .ok());
        QCOMPARE(
            room.must(
                "dana",
                QStringLiteral("SELECT count(*) FROM quarterdeck.attachment_missing('%1', '%2', 3)").arg(dana.incident.toString(), sha)),
            QStringLiteral("0"));

        Chain early; // the redaction comes first, by way of another console
        early.incident = dana.incident;
        const QJsonObject unseen = early.entry(QStringLiteral("swordfish again"));
        room.push("sam", {sam.next(kinds::entryRedacted, ofEntry(unseen))});
        QCOMPARE(room.push("dana", {unseen, early.entry(QStringLiteral("and on"))}), QStringLiteral("kept\nkept"));
        QCOMPARE(room.must("postgres", "SELECT count(*) FROM quarterdeck.event WHERE body LIKE '%swordfish%'"), QStringLiteral("0"));
    }

    void anAttachmentComesInPartsAndIsChecked()
    {
        HubRoom room;
        room.open();
        Chain chain;
        const QByteArray content = QByteArray(300000, 'a'), wrong = QByteArray(300000, 'b');
        const QString sha = QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        room.push("dana", {chain.declared(), chain.next(kinds::attachmentAdded, {{QStringLiteral("sha256"), sha}})});
        const QString of = QStringLiteral("('%1', '%2', 300000").arg(chain.incident.toString(), sha);
        const auto put = [&](char letter, int part) {
            return room.must("dana",
                             QStringLiteral("SELECT quarterdeck.attachment_put%1, %2, repeat('%3', %4)::bytea)")
                                 .arg(of)
                                 .arg(part)
                                 .arg(letter)
                                 .arg(part == 0 ? 262144 : 37856));
        };
        const QString missing = QStringLiteral("SELECT string_agg(m::text, ' ') FROM quarterdeck.attachment_missing%1) m").arg(of);
        QCOMPARE(room.must("dana", missing), QStringLiteral("0 1"));
        QCOMPARE(put('b', 0), QStringLiteral("t"));
        QCOMPARE(room.must("sam", missing), QStringLiteral("1"));
        QCOMPARE(put('a', 1), QStringLiteral("f")); // the whole is not what it should be
        QCOMPARE(room.must("dana", missing), QStringLiteral("0 1"));
        put('a', 1);
        QCOMPARE(put('a', 0), QStringLiteral("t"));
        QCOMPARE(room.must("dana", missing), QString());
        QCOMPARE(room.must("sam",
                           QStringLiteral("SELECT length(quarterdeck.attachment_get('%1', '%2', 1))").arg(chain.incident.toString(), sha)),
                 QStringLiteral("37856"));
    }

    void whoIsHereIsSeenByAll()
    {
        HubRoom room;
        room.open();
        Chain chain;
        room.push("dana", {chain.declared()});
        const QString console = chain.console.toString(), incident = chain.incident.toString();
        room.must("dana", QStringLiteral("SELECT quarterdeck.here('%1', '%2')").arg(console, incident));
        const QString others = QStringLiteral("SELECT person || ' ' || coalesce(incident::text, '-') || ' ' || (seen_ms_ago BETWEEN 0 AND "
                                              "60000) FROM quarterdeck.here('%1', NULL) WHERE person <> 'Olga'")
                                   .arg(console);
        QCOMPARE(room.must("olga", others), QStringLiteral("Dana %1 true").arg(incident));
        room.must("dana", QStringLiteral("SELECT quarterdeck.gone('%1')").arg(console));
        QCOMPARE(room.must("olga", others), QString());
    }

    void aHubKeepsAnAdministrator()
    {
        HubRoom room;
        room.open();
        QVERIFY(room.ask("adam", QStringLiteral("SELECT quarterdeck.revoke_standing('adam')"))
                    .error.contains(QLatin1String("needs an administrator")));
        QVERIFY(room.ask("adam", QStringLiteral("SELECT quarterdeck.grant_standing('adam', 'observer', 'Adam')"))
                    .error.contains(QLatin1String("needs an administrator")));
        QVERIFY(room.ask("adam", QStringLiteral("SELECT quarterdeck.grant_standing('nobody', 'observer', NULL)"))
                    .error.contains(QStringLiteral("has no login “nobody”")));
        room.must("adam", "SELECT quarterdeck.grant_standing('dana', 'administrator', NULL); SELECT quarterdeck.revoke_standing('adam')");
        QCOMPARE(room.must("dana", "SELECT login || ' ' || standing FROM quarterdeck.members()"),
                 QStringLiteral("dana administrator\nolga observer\nsam responder"));
    }
};

QTEST_GUILESS_MAIN(HubMembersTest)
#include "tst_hubmembers.moc"
