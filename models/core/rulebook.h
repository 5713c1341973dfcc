#pragma once
// What the Desk and the fold must know of a plan, read from the copy that the incident embeds.
// models/plan writes these keys (plan/json.h); core knows no more of a plan than this.

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace qd {

struct Rulebook
{
    struct Named
    {
        QString id;
        QString name;
        QString abbrev;
        bool operator==(const Named &) const = default;
    };
    struct List // anything with steps to tick: checklists, phases, duties, an attached scenario
    {
        QString id;
        QString title;
        QStringList items;
        bool operator==(const List &) const = default;
    };

    QString planId;
    QString planName;
    QByteArray zone = "UTC";
    std::vector<Named> severities; // the most severe first
    std::vector<Named> roles;
    std::vector<Named> audiences;
    QStringList externalAudiences; // ids; what is sent there needs the commander's approval
    std::vector<Named> escalation; // id and who
    std::vector<Named> templates;
    std::vector<Named> scenarios;
    std::vector<List> lists;
    std::vector<Named> sections; // of the post-mortem
    QStringList requiredSections; // ids of those that a person must write
    QStringList types;

    bool operator==(const Rulebook &) const = default;

    // A plan that names no roles is run with the four that every war room has; one with no audience, with the responders.
    [[nodiscard]] static Rulebook fromPlan(const QJsonObject &plan);
};

// By id, abbreviation or name, without case or punctuation; or by an unambiguous beginning. nullptr: none, or several.
[[nodiscard]] const Rulebook::Named *findNamed(const std::vector<Rulebook::Named> &all, const QString &text);
[[nodiscard]] const Rulebook::List *findList(const std::vector<Rulebook::List> &all, const QString &text);
[[nodiscard]] QString listNames(const std::vector<Rulebook::Named> &all); // "P0, P1, P2": for a refusal's sentence

} // namespace qd
