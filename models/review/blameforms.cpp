#include "models/review/blameforms.h"

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

CompiledForm compiled(const BlameForm &form)
{
    const auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::DontCaptureOption;
    const bool isFree = form.stands == Stands::Free;
    CompiledForm made{&form, QRegularExpression(isFree ? woven(form.before) : QStringLiteral("(?:%1)\\z").arg(woven(form.before)), options),
                      QRegularExpression(QStringLiteral("\\A(?:%1)").arg(woven(form.after)), options)};
    Q_ASSERT(made.before.isValid() && made.after.isValid());
    made.before.optimize();
    made.after.optimize();
    return made;
}

} // namespace

const std::vector<CompiledForm> &blameForms()
{
    static const std::vector<CompiledForm> all = [] {
        std::vector<CompiledForm> made;
        for (const std::vector<BlameForm> *forms : {&hindsightForms, &omissionForms, &judgementForms}) {
            for (const BlameForm &form : *forms)
                made.push_back(compiled(form));
        }
        return made;
    }();
    return all;
}

} // namespace qd::review
