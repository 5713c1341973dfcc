#include "models/review/blameforms.h"

#include <map>

namespace qd::review {
namespace {

QString woven(const char *pattern)
{
    static const std::pair<const char *, const char *> parts[] = {
        {"%C", "(?:%S|\\s+[\\w' ,-]{2,70}? (?:and|but))"},
        {"%S",
         "(?:\\s*,[^,.]{1,40},|\\s*\\([^()]{1,40}\\)|\\s+on (?:duty|shift|call|watch|the (?:night |day )?shift)|\\s+(?:at|from|in|of) "
         "(?:the )?"
         "[\\w-]{2,20}(?: [\\w-]{2,20})?(?: team| department)?|\\s+in charge)?"},
        {"%T", "\\s+(?:who|that) [\\w' -]{2,60}?"},
        {"%A",
         "(?:,? (?:once|yet) again,?|,? as "
         "usual,?|\\s+(?:[a-z]{2,12}ly|again|also|then|just|even|still|had|has|have|somehow|often|both|all|himself|herself|themselves|did))"
         "{0,3}"},
        {"%D",
         "(?:known|checked(?! in\\b| "
         "out\\b)|noticed|tested|asked|read|reali[sz]ed|caught|verified|validated|thought|followed|reviewed|waited|escalated|communicated|"
         "warned|told|double-checked|looked|spotted|paid|done "
         "(?:better|more|his|her|their|the|a)|acted|reacted|questioned|consulted|understood|remembered|reported|listened|"
         "confirmed|documented|planned|prepared|anticipated|foreseen|coordinated|monitored|bothered|been (?:more |better "
         ")?(?:careful|aware|attentive|vigilant|diligent|awake|quicker|faster|prepared|trained to))\\b"},
        {"%E", "(?!'|[\\w-])"}, // not "Dana's change"
    };
    QString text = QString::fromLatin1(pattern);
    for (const auto &[sign, part] : parts)
        text.replace(QLatin1String(sign), QLatin1String(part));
    return text;
}

constexpr auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::DontCaptureOption;

QRegularExpression made(const QString &pattern)
{
    QRegularExpression expression(pattern, options);
    Q_ASSERT(expression.isValid());
    expression.optimize();
    return expression;
}

CompiledForm compiled(const BlameForm &form)
{
    const bool isFree = form.stands == Stands::Free;
    return {&form, made(isFree ? woven(form.before) : QStringLiteral("(?:%1)\\z").arg(woven(form.before))),
            made(QStringLiteral("\\A(?:%1)").arg(woven(form.after)))};
}

const std::vector<const std::vector<BlameForm> *> &tables()
{
    static const std::vector<const std::vector<BlameForm> *> all{&hindsightForms, &omissionForms, &judgementForms};
    return all;
}

// What several patterns begin with is tried once for all of them.
QString anyAfter()
{
    static const QStringList beginnings{QStringLiteral("%S%A\\s+"), QStringLiteral("%C%A\\s+"), QStringLiteral("%S\\s+"),
                                        QStringLiteral("%C\\s+"), QString()};
    std::map<QString, QStringList> rests;
    for (const std::vector<BlameForm> *forms : tables()) {
        for (const BlameForm &form : *forms) {
            if (form.stands != Stands::After)
                continue;
            const QString pattern = QString::fromLatin1(form.after);
            const bool several = pattern.contains(QLatin1String("|%"));
            const auto beginning = std::find_if(beginnings.begin(), beginnings.end(), [&](const QString &text) {
                return pattern.startsWith(text) && (!several || text.isEmpty());
            });
            rests[*beginning] << pattern.mid(beginning->size());
        }
    }
    QStringList all;
    for (const auto &[beginning, patterns] : rests)
        all << QStringLiteral("%1(?:%2)").arg(beginning, patterns.join(QLatin1Char('|')));
    return woven(QStringLiteral("\\A(?:%1)").arg(all.join(QLatin1Char('|'))).toLatin1().constData());
}

QString anyBefore(Stands stands)
{
    QStringList all;
    for (const std::vector<BlameForm> *forms : tables()) {
        for (const BlameForm &form : *forms) {
            if (form.stands == stands)
                all << woven(form.before);
        }
    }
    return QStringLiteral("(?:%1)%2").arg(all.join(QLatin1Char('|')), stands == Stands::Around ? QStringLiteral("\\z") : QString());
}

} // namespace

const std::vector<CompiledForm> &blameForms()
{
    static const std::vector<CompiledForm> all = [] {
        std::vector<CompiledForm> forms;
        for (const std::vector<BlameForm> *table : tables()) {
            for (const BlameForm &form : *table)
                forms.push_back(compiled(form));
        }
        return forms;
    }();
    return all;
}

const AnyForm &anyForm()
{
    static const AnyForm any{made(anyAfter()), made(anyBefore(Stands::Around)), made(anyBefore(Stands::Free))};
    return any;
}

} // namespace qd::review
