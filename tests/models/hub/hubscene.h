#pragma once
// What an attacker finds: an open incident of Dana's, a restricted one of Sam's about a payroll key, Sam sitting at it with a picture of it.
//
// An attack is tried on a hub as it is made, where it has to fail, and on one where the one thing was taken away that stands against it:
// there it has to succeed, or it would prove nothing.

#include <QCryptographicHash>

#include <functional>

#include "tests/models/hub/hubroom.h"

namespace qd::test {

struct Scene
{
    HubRoom room;
    Chain open, secret;
    QJsonObject openEntry, secretEntry;
    QString sha = QString::fromLatin1(QCryptographicHash::hash("payroll.png", QCryptographicHash::Sha256).toHex());

    Scene()
    {
        const auto made = room.init(QStringLiteral("postgres"), 0, QStringLiteral("Root"));
        if (!made)
            qFatal("%s %s", qPrintable(made.error().sentence), qPrintable(made.error().detail));
        room.must(
            "postgres",
            "SELECT quarterdeck.grant_standing('adam', 'administrator', 'Adam'); SELECT quarterdeck.grant_standing('dana', 'responder', "
            "'Dana');"
            "SELECT quarterdeck.grant_standing('sam', 'responder', 'Sam'); SELECT quarterdeck.grant_standing('olga', 'observer', 'Olga')");
        secret.author = QStringLiteral("Sam");
        openEntry = {};
        const QJsonArray opening{open.declared(), openEntry = open.entry(QStringLiteral("rolled back 4.12"))};
        const QJsonArray hidden{
            secret.declared(true, QStringLiteral("Magpie")), secretEntry = secret.entry(QStringLiteral("the payroll key is out")),
            secret.next(kinds::attachmentAdded,
                        {{QStringLiteral("sha256"), sha}, {QStringLiteral("entry"), secretEntry[QStringLiteral("id")]}})};
        if (room.push("dana", opening) != QLatin1String("kept\nkept") || room.push("sam", hidden) != QLatin1String("kept\nkept\nkept"))
            qFatal("the scene is not set");
        room.must("sam",
                  QStringLiteral("SELECT quarterdeck.attachment_put('%1', '%2', 11, 0, 'payroll.png'::bytea); SELECT "
                                 "quarterdeck.here(gen_random_uuid(), '%1')")
                      .arg(incident(), sha));
    }
    [[nodiscard]] QString incident() const { return secret.incident.toString(); }
    [[nodiscard]] QString openId() const { return openEntry[QStringLiteral("id")].toString(); }
    [[nodiscard]] QString secretId() const { return secretEntry[QStringLiteral("id")].toString(); }
};

struct Attack
{
    const char *name;
    const char *login;
    std::function<QString(Scene &)> sql;
    const char *success; // what the attacker would see, a regular expression over rows, notices and notifications
    const char *weaken;  // what stands against it, taken away: %db, %secret
    const char *mend = "SELECT 1";
};

inline bool succeeds(const Attack &attack, Scene &scene)
{
    const Answer answer = scene.room.ask(attack.login, attack.sql(scene));
    const QRegularExpression sign(QString::fromUtf8(attack.success), QRegularExpression::MultilineOption);
    return answer.ok() && sign.match(answer.out + QLatin1Char('\n') + answer.error).hasMatch();
}

inline QString forDatabase(const char *sql, const Scene &scene)
{
    return QString::fromUtf8(sql).replace(QStringLiteral("%db"), scene.room.name()).replace(QStringLiteral("%secret"), scene.incident());
}

inline std::function<QString(Scene &)> fixed(const char *sql)
{
    return [sql](Scene &scene) { return forDatabase(sql, scene).replace(QStringLiteral("%entry"), scene.openId()); };
}

// A row of the test's data each; the rows are numbered, for attacks hold functions.
inline void attackRows(const std::vector<Attack> &attacks)
{
    QTest::addColumn<int>("row");
    for (size_t i = 0; i < attacks.size(); ++i)
        QTest::newRow(attacks[i].name) << static_cast<int>(i);
}

inline void tryAttack(const Attack &attack, Scene &intact, Scene &weak)
{
    QVERIFY2(!succeeds(attack, intact), "the attack succeeds");
    weak.room.must("postgres", forDatabase(attack.weaken, weak));
    const bool proven = succeeds(attack, weak);
    weak.room.must("postgres", forDatabase(attack.mend, weak));
    QVERIFY2(proven, "the attack fails also where nothing stands against it, and so proves nothing");
}

} // namespace qd::test
