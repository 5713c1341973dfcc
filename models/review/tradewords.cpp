#include "models/review/tradewords.h"

#include <QHash>

namespace qd::review {
namespace {

QSet<QString> setOf(const char *words)
{
    const QStringList all = QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return {all.begin(), all.end()};
}

QHash<QString, Who> personWords()
{
    const std::pair<Who, const char *> groups[] = {
        {Who::Trade,
         "engineer engineers developer developers dev devs programmer programmers coder coders administrator administrators admin admins "
         "sysadmin sysadmins dba dbas intern interns trainee trainees apprentice technician technicians contractor contractors consultant "
         "consultants commander responder responders sre sres on-call oncall architect architects tester testers analyst analysts "
         "colleague colleagues coworker coworkers co-worker employee employees newcomer newcomers hire person individual guy guys reviewer "
         "reviewers maintainer maintainers committer committers scribe supervisor supervisors boss cto ceo cio someone somebody whoever "
         "junior dispatcher dispatchers pilot pilots"},
        {Who::Pronoun, "he she"},
        {Who::Theirs, "his her"},
        {Who::Team, "team teams crew department squad shift staff folks ops qa noc soc devops management"},
        {Who::They, "they you"},
        {Who::Unclear, "operator operators agent agents manager managers lead leads author owner owners vendor provider worker workers"},
    };
    QHash<QString, Who> all;
    for (const auto &[who, words] : groups) {
        for (const QString &word : setOf(words))
            all.insert(word, who);
    }
    return all;
}

const QHash<QString, Who> &knownPersonWords()
{
    static const QHash<QString, Who> words = personWords();
    return words;
}

} // namespace

std::optional<Who> personWord(const QString &word, QStringView asWritten)
{
    static const QSet<QString> shouted = setOf("qa noc soc");
    const auto found = knownPersonWords().constFind(word);
    if (found == knownPersonWords().constEnd() || (shouted.contains(word) && asWritten.toString() != word.toUpper()))
        return std::nullopt;
    return *found;
}

bool isPersonWord(const QString &word)
{
    return knownPersonWords().contains(word);
}

bool needsDescription(const QString &word)
{
    static const QSet<QString> words = setOf("team teams crew department squad shift staff folks");
    return words.contains(word);
}

bool isDeterminer(const QString &word)
{
    static const QSet<QString> words = setOf("the a an our your their his her this that one another some two three both those these");
    return words.contains(word);
}

bool isPointing(const QString &word)
{
    static const QSet<QString> words = setOf("the this that their your");
    return words.contains(word);
}

bool isDescription(const QString &word, bool listed)
{
    static const QSet<QString> known =
        setOf("on-call oncall duty night day junior senior lead principal staff software systems system network security database data "
              "platform infrastructure infra backend frontend site reliability release deployment build test qa ops operations support new "
              "young experienced inexperienced incident technical tech communications storage cloud devops payments primary secondary the "
              "dba field shift human poor same other team offending responsible");
    static const QSet<QString> never =
        setOf("and or but by of to for with from at in on as if when while that which who whom whose was were is are be been has had have "
              "did does do not no nor only because since after before until than then there here said says asked told paged called made "
              "caused broken blamed blame let lets all any every each no-one nobody");
    return listed ? known.contains(word) : known.contains(word) || (!never.contains(word) && !isDeterminer(word) && !isPersonWord(word));
}

bool isHumanDescription(const QString &word)
{
    static const QSet<QString> words =
        setOf("human duty night shift junior senior on-call oncall incident release engineering product project change deployment line it "
              "ops team tech technical communications comms support console control-room experienced inexperienced");
    return words.contains(word);
}

bool isOneOfUs(const QString &word)
{
    static const QSet<QString> words = setOf("one person individual colleague");
    return words.contains(word);
}

bool isProgram(const QString &author)
{
    static const QSet<QString> names = setOf("bot root system admin unknown import imported cron console anonymous nobody user test");
    static const QStringList parts =
        QStringLiteral("-bot _bot [bot alert monitor pager webhook jenkins github gitlab sentry datadog grafana prometheus nagios zabbix "
                       "statuspage opsgenie deploy pipeline automat scheduler -ci robot exporter")
            .split(QLatin1Char(' '));
    const QString low = author.toLower();
    return names.contains(low) || std::any_of(parts.begin(), parts.end(), [&low](const QString &part) { return low.contains(part); });
}

bool isFirstName(const QString &word)
{
    static const QSet<QString> names = setOf(
        "aaron abigail adam adrian agnes ahmed aisha alan albert alejandro alex alexander alexandra alexis alfred ali alice alicia alison "
        "amanda amelia amina amir amit amy ana anders andre andrea andreas andrei andrew andy angela anil anita anja ann anna anne annie "
        "anthony antonio anton anya arjun arne arthur arun asha ashley astrid barbara beatrice ben benjamin bernard bert beth betty bianca "
        "bjorn bob boris brandon brenda brian bruce bruno caleb camilla carl carla carlos carmen carol caroline catherine cathy charles "
        "charlie charlotte chen chloe chris christian christina christine christopher claire clara claudia colin connor craig cristina "
        "cynthia daniel daniela danielle danny daria david deborah debra deepa deepak denise dennis derek diana diane diego dieter dmitri "
        "dominic donald donna doris dorothy doug douglas duncan dylan ed eddie edgar eduardo edward eileen elena eli elias elisabeth "
        "elizabeth ella ellen emil emily emma enrique eric erica erik erin ernesto esther ethan eugene eva evan evelyn fatima fiona "
        "florian frances francesca francis franz fred frederick fredrik fritz gabriel gareth gary george georgia gerald gerhard giovanni "
        "giulia gloria gordon greg gregory greta guillermo gunnar gustav hanna hannah hans harald harold harry harsh hassan heather hector "
        "heidi heike helen helena helga henrik henry herbert hiroshi howard hugo ian ibrahim igor ines ingrid irene isaac isabel isabella "
        "ivan jacob jacques jaime james jamie jan jana jane janet janice jason javier jeff jeffrey jen jenna jennifer jenny jeremy jerry "
        "jessica jill jim jimmy joan joanna joe joel johan johannes john johnny jon jonas jonathan jordan jorge jose josef joseph joshua "
        "juan judith judy juergen julian julie june justin karen karim karin karl karla kate katharina kathleen kathy katie keiko keith "
        "kelly ken kenji kenneth kevin kim klaus kristin kumar kurt kyle larry lars laura lauren laurent lea leo leon leonardo leroy "
        "leslie lewis liam linda lindsay lisa liz lorenzo louis louise luca lucas lucia lucy luis luke lydia magnus manuel marc marcel "
        "marco marcus margaret maria marie marina mario marion marta martha martin martina mary mateo matt matteo matthew matthias maureen "
        "megan mehmet mei melanie melissa michael michaela michele michelle miguel mike milan miriam mohamed mohammed molly monica monika "
        "muhammad nadia nancy naomi natalia natalie natasha nathan neil nicholas nicola nicolas nicole niels nigel nikhil nikita nina noah "
        "nora norman oleg olga oliver olivia omar otto pablo pamela paolo patricia patrick paul paula paulo pavel pedro peter petra phil "
        "philip philippe pierre piotr priya rachel rafael rahul raj rajesh ralph ramesh ramon raquel ravi raymond rebecca reinhard renate "
        "ricardo richard rick rita robert roberto rodrigo roger roland roman ronald rosa rosemary ross roy rudolf russell ruth ryan sabine "
        "sally salma sam samantha samir samuel sandra sanjay sara sarah sasha scott sean sebastian sergei sergey sergio shane sharon "
        "sheila shirley silvia simon simone sofia sonia sophia sophie stacy stan stefan stefanie stella stephanie stephen steve steven "
        "stuart sunil susan susanne suzanne sven svetlana tamara tanya tara tatiana ted teresa theo theresa thomas thorsten tim timothy "
        "tina tobias todd tom tomas tommy toni tony tracy tyler ulrich ursula uwe valentina valerie vanessa vera veronica vicky victoria "
        "vijay vikram vincent viktor vladimir walter wanda wei wendy werner wilhelm william wolfgang xavier yan yasmin yuki yuri yusuf "
        "yvonne zoe");
    return names.contains(word);
}

bool isWordToo(const QString &name)
{
    static const QSet<QString> words =
        setOf("will mark grace may art bill rich hope june april august drew chase grant faith joy pat rob sue frank jack chip dean guy "
              "iris ivy lily max miles penny ray rose ruby sandy summer victor wade amber angel autumn basil brook buck cliff dale dawn "
              "don earl ginger glen gene hank heath holly hunter jade josh lance mike nick olive pearl peg piper reed rocky skip sky stone "
              "storm terry tip trip van violet wren root page long field best black brown green white cook young day read bush price king "
              "bell case cash cross fox hill hall lane law love moon noble park peck power rush sharp short snow speed strong swift wise "
              "wood ward jean al ed jo bo an do so no go my us it he hi ho la le lo ma me mi pa pi re si ti to up we ye");
    return words.contains(name);
}

} // namespace qd::review
