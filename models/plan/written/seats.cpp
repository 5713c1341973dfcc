#include "models/plan/written/seats.h"

#include "models/plan/written/structure.h"

#include <QRegularExpression>

namespace qd::plan::written {

using Regex = QRegularExpression;
static constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

bool isSeat(const QString &name)
{
    static const Regex form(
        QString::fromUtf8(
            "commander|(?<!\\p{L})lead(?:er)?(?!\\p{L})|scribe|liaison|manager|officer|coordinator|engineer|champion|owner|"
            "responder|expert|(?<!\\p{L})sme(?!\\p{L})|on-?call|deputy|director|analyst|administrator|specialist|"
            "representative|spokes|communicator|recorder|note "
            "?taker|handler|developer|(?<!\\p{L})c[tisoef]o(?!\\p{L})|(?<!\\p{L})dpo(?!\\p{L})|(?<!\\p{L})vp(?!\\p{L})|counsel|"
            "team$|support|verantwort|leiter|chef|responsable|hosting|infra|facilitator|executive|sponsor|captain|driver|"
            "ingénieur|directeur|ingenier|engenheir|gerente|jefe|líder|redator|responsáv|bereitschaft|technicien|techniker|"
            "moderator|operations|operator|maintainer|founder|president"),
        words);
    return form.match(name).hasMatch() && name.size() < 60 && name.count(u' ') < 6;
}

bool endsAsSeat(const QString &name)
{
    static const Regex form(
        QString::fromUtf8(
            "(?:commander|(?<!\\p{L})lead(?:er)?|scribe|liaison|manager|officer|coordinator|engineer|champion|owner|responder|"
            "expert|sme|on-?call|deputy|director|analyst|administrator|specialist|representative|spokesperson|communicator|"
            "recorder|note ?taker|handler|developer|c[tisoef]o|dpo|counsel|team|facilitator|sponsor|captain|operator|"
            "maintainer|reporter|architect|leiter|verantwortliche[rn]?|responsable)s?$"),
        words);
    return name.size() < 60 && name.count(u' ') < 5 && form.match(name).hasMatch();
}

bool isRolesTitle(const QString &title)
{
    static const Regex form(QString::fromUtf8("^(?:(?:incident|response|team|key|on-call|core)\\s+)*(?:roles|rollen|rôles|funciones|papéis)"
                                              "(?:\\s*(?:&|and|und|et|y|e|en)\\s*\\p{L}+)?$"),
                            words);
    return form.match(plainTitle(title)).hasMatch();
}

bool isNoSeat(const QString &title)
{
    static const Regex form(
        QString::fromUtf8(
            "rotation|schedule|hand-?\\s?(?:off|over)|contact|channel|escalat|assign|select|training|overview|matrix|raci|"
            "^responsibilit|^dut(?:y|ies)|^how |^when |^who |^why |back-?up|availab|war ?room|structure|tools|^notes?|transfer|"
            "coverage|expectation|^primary$|^secondary$|^skills|^require|^authority|^purpose|^tasks?$|^key |criteria|severit|"
            "^primary (?:responsibilit|contact|focus|goal)|^internal|^external|update|template|checklist|^team$|composition"),
        words);
    return form.match(title).hasMatch();
}

bool isContacts(const QString &title)
{
    static const Regex form(QString::fromUtf8("contact|kontakt|contato|contacto|directory|phone|who to call"), words);
    return form.match(title).hasMatch();
}

} // namespace qd::plan::written
