// What is done from the dialog of the shared database: a new password, who may do what, leaving.
#include "ui/hub/hubpage.h"

#include "ui/widgets/popover.h"
#include "ui/widgets/tonelabel.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

namespace qd::ui {
namespace {

QStringList standingNames()
{
    return {standingName(hub::Standing::Observer), standingName(hub::Standing::Responder), standingName(hub::Standing::Administrator)};
}

hub::Standing standingTyped(const QString &typed)
{
    const QString word = typed.trimmed();
    for (const hub::Standing standing : {hub::Standing::Observer, hub::Standing::Responder, hub::Standing::Administrator}) {
        if (!word.isEmpty() && standingName(standing).startsWith(word, Qt::CaseInsensitive))
            return standing;
    }
    return hub::Standing::None;
}

} // namespace

void HubPage::usePassword()
{
    if (m_password->text().isEmpty())
        return;
    m_shared.usePassword(m_password->text());
    m_password->clear();
}

void HubPage::change(const QString &login)
{
    const auto member =
        std::find_if(m_members.begin(), m_members.end(), [&login](const hub::HubMember &one) { return one.login == login; });
    if (member != m_members.end() && m_shared.isAdministrator())
        askStanding(*member, true);
}

void HubPage::askStanding(const hub::HubMember &member, bool isMember)
{
    const QString none = tr("none");
    const QString now = member.standing == hub::Standing::None ? QString() : standingName(member.standing);
    const auto answer = [this, isMember, none](const QStringList &given) -> Result<void> {
        hub::HubMember wanted{given.value(0).trimmed(), given.value(1).simplified(), standingTyped(given.value(2))};
        if (wanted.login.isEmpty())
            return refused(tr("Say which login: the name that they connect to the database with"));
        if (isMember && given.value(2).trimmed().compare(none, Qt::CaseInsensitive) == 0) {
            revoke(wanted.login);
            return {};
        }
        if (wanted.standing == hub::Standing::None)
            return refused(tr("Say what they may do: %1").arg(standingNames().join(QStringLiteral(", "))));
        grant(wanted, isMember);
        return {};
    };
    Prompt prompt;
    prompt.title = isMember ? tr("What %1 may do; \"%2\" takes the access away").arg(member.person, none)
                            : tr("Observers read, responders write, administrators also give access");
    prompt.button = isMember ? tr("Change") : tr("Give access");
    prompt.fields = {
        {.name = tr("Login"), .value = member.login, .width = 16},
        {.name = tr("Person, as it stands beside what they write"), .value = member.person},
        {.name = tr("Standing"), .value = now, .completions = isMember ? standingNames() << none : standingNames(), .width = 16}};
    prompt.answer = answer;
    askInPopover(std::move(prompt), m_theme, *window(), m_give->mapTo(window(), QPoint(0, m_give->height() + Theme::grid)),
                 [page = QPointer(this)] {
                     if (page)
                         page->m_give->setFocus();
                 });
}

void HubPage::grant(const hub::HubMember &member, bool isMember)
{
    m_shared.grant(member, [page = QPointer(this), member, isMember](const Result<void> &done) {
        if (!page)
            return;
        page->report(done);
        done ? page->readMembers() : page->askStanding(member, isMember); // what was typed is asked about again
    });
}

void HubPage::revoke(const QString &login)
{
    m_shared.revoke(login, [page = QPointer(this)](const Result<void> &done) {
        if (!page)
            return;
        page->report(done);
        page->readMembers();
    });
}

void HubPage::leave()
{
    const Result<void> done = m_shared.leave();
    report(done);
    if (done)
        emit left();
}

} // namespace qd::ui
