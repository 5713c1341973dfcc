#include "ui/hub/hubpage.h"

#include "models/core/durationtext.h"
#include "models/session/session.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/tonelabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

namespace qd::ui {
namespace {

constexpr int mostHeld = 6; // lines; the rest is counted

QString asTitle(const QString &words) // "in step", as the status line has it
{
    return words.left(1).toUpper() + words.mid(1);
}

} // namespace

HubPage::HubPage(SharedDatabase &shared, const IncidentSession &session, const TimeDisplay &times, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_shared(shared),
      m_session(session),
      m_times(times),
      m_theme(theme)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeHead(*column);
    makePassword(*column);
    m_where = addFact(*column, tr("Hub"));
    m_who = addFact(*column, tr("You"));
    m_clock = addFact(*column, tr("Clock"));
    column->addSpacing(3 * Theme::grid);
    m_heldTitle = new ToneLabel(theme, Colour::Text, Type::Strong, this);
    m_heldTitle->setText(tr("Stays here, because the hub does not take it"));
    m_held = new ToneLabel(theme, Colour::Text, Type::Body, this);
    column->addWidget(m_heldTitle);
    column->addSpacing(Theme::grid);
    column->addWidget(m_held);
    makePeople(*column);
    makeFoot(*column);
    connect(&shared, &SharedDatabase::changed, this, &HubPage::refresh);
    connect(&shared, &SharedDatabase::presentChanged, this, &HubPage::showPeople);
    connect(&times, &TimeDisplay::changed, this, &HubPage::refresh);
    refresh();
}

void HubPage::makeHead(QVBoxLayout &column)
{
    m_state = new ToneLabel(m_theme, Colour::Text, Type::Title, this);
    m_more = new ToneLabel(m_theme, Colour::Dim, Type::Body, this);
    m_said = new ToneLabel(m_theme, Colour::Good, Type::Body, this);
    m_said->setContentsMargins(0, Theme::grid, 0, 0);
    m_said->hide();
    column.addWidget(m_state);
    column.addSpacing(Theme::grid);
    column.addWidget(m_more);
    column.addWidget(m_said);
    column.addSpacing(3 * Theme::grid);
}

void HubPage::makePassword(QVBoxLayout &column)
{
    m_passwordRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_passwordRow);
    row->setContentsMargins(0, 0, 0, 3 * Theme::grid);
    row->setSpacing(2 * Theme::grid);
    m_password = new QLineEdit(m_passwordRow);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("New password"));
    m_password->setPlaceholderText(m_password->accessibleName());
    auto *use = new QPushButton(tr("Use it"), m_passwordRow);
    use->setAccessibleName(tr("Use the new password"));
    use->setAutoDefault(false);
    row->addWidget(m_password, 1);
    row->addWidget(use);
    column.addWidget(m_passwordRow);
    connect(use, &QPushButton::clicked, this, &HubPage::usePassword);
    connect(m_password, &QLineEdit::returnPressed, this, &HubPage::usePassword);
}

ToneLabel *HubPage::addFact(QVBoxLayout &column, const QString &name)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::grid);
    auto *label = new ToneLabel(m_theme, Colour::Dim, Type::Body, this);
    label->setText(name);
    label->setFixedWidth(16 * Theme::grid);
    auto *value = new ToneLabel(m_theme, Colour::Text, Type::Body, this);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(label, 0, Qt::AlignTop);
    row->addWidget(value, 1, Qt::AlignTop);
    column.addLayout(row);
    column.addSpacing(Theme::grid);
    return value;
}

void HubPage::makePeople(QVBoxLayout &column)
{
    column.addSpacing(3 * Theme::grid);
    auto *title = new QHBoxLayout;
    auto *name = new ToneLabel(m_theme, Colour::Text, Type::Strong, this);
    name->setText(tr("People"));
    m_give = new QPushButton(tr("Give somebody access"), this);
    m_give->setAccessibleName(m_give->text());
    m_give->setAutoDefault(false);
    title->addWidget(name, 1);
    title->addWidget(m_give);
    column.addLayout(title);
    column.addSpacing(Theme::grid);
    m_peopleSaid = new ToneLabel(m_theme, Colour::Dim, Type::Label, this);
    column.addWidget(m_peopleSaid);
    m_people = new CardList(tr("People of the hub"), m_theme, {.value = Type::Label}, this);
    column.addWidget(m_people, 4096); // all there is, but for where nobody is: then the list is hidden, and the lines above stay together
    column.addStretch(1);
    connect(m_give, &QPushButton::clicked, this, [this] { askStanding({}, false); });
    connect(m_people, &CardList::chosen, this, &HubPage::change);
    connect(m_people, &CardList::actionPressed, this, &HubPage::change);
}

void HubPage::makeFoot(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::grid);
    auto *again = new QPushButton(tr("Try now"), this);
    again->setAccessibleName(again->text());
    again->setAccessibleDescription(tr("Connects at once, and offers again what was not taken"));
    m_leave = new QPushButton(tr("Leave the hub"), this);
    m_leave->setAccessibleName(m_leave->text());
    m_leave->setAccessibleDescription(tr("Nothing is shared any more; the record stays here with all that came, and you can join again"));
    auto *words = new ToneLabel(m_theme, Colour::Dim, Type::Label, this);
    words->setText(tr("Leaving keeps all that came; you can join again."));
    words->setWordWrap(false);
    for (QPushButton *button : {again, m_leave})
        button->setAutoDefault(false);
    row->addWidget(again);
    row->addStretch(1);
    row->addWidget(words);
    row->addWidget(m_leave);
    column.addSpacing(3 * Theme::grid);
    column.addLayout(row);
    connect(again, &QPushButton::clicked, &m_shared, &SharedDatabase::tryNow);
    connect(m_leave, &QPushButton::clicked, this, &HubPage::leave);
}

void HubPage::begin()
{
    m_passwordRow->isVisibleTo(this) ? m_password->setFocus() : m_people->setFocus();
    readMembers();
}

void HubPage::say(const QString &sentence)
{
    m_said->setColour(Colour::Good);
    m_said->setText(QStringLiteral("✓ ") + sentence);
    m_said->setAccessibleName(sentence);
    m_said->show();
}

void HubPage::report(const Result<void> &done)
{
    if (done) {
        m_said->hide();
        return;
    }
    m_said->setColour(Colour::Critical);
    m_said->setText(QStringLiteral("✕ ") + done.error().sentence);
    m_said->setAccessibleName(done.error().sentence);
    m_said->show();
}

void HubPage::refresh()
{
    if (!m_shared.isJoined())
        return;
    const hub::HubStatus &status = m_shared.status();
    const HubWords words = hubWords(&m_shared, m_times);
    const bool isRefused = status.state == hub::HubState::Refused;
    m_state->setText(words.sign + QLatin1Char(' ') + asTitle(isRefused ? tr("refused") : words.text));
    m_state->setAccessibleName(tr("State: %1").arg(isRefused ? tr("refused") : words.text));
    m_state->setColour(words.colour == Colour::Dim || words.colour == Colour::Faint ? Colour::Text : words.colour);
    const bool isHeld = !m_shared.held().empty() && words.colour == Colour::High && !isRefused && status.state != hub::HubState::Offline;
    m_more->setText(isHeld                      ? tr("The hub does not take them; why is said below.")
                        : !words.more.isEmpty() ? words.more
                        : status.state == hub::HubState::InStep && status.waiting == 0
                        ? tr("The hub has everything that was written here, and this desk everything of the hub's.")
                        : tr("What you write is saved here and goes to the others by itself."));
    m_where->setText(m_shared.address());
    const QString person = status.person.isEmpty() ? m_session.author() : status.person;
    m_who->setText(tr("%1, %2").arg(person, standingName(status.standing)));
    m_clock->setText(clockWords());
    m_passwordRow->setVisible(status.wantsPassword);
    m_give->setVisible(m_shared.isAdministrator());
    showHeld();
    showPeople();
}

QString HubPage::clockWords() const
{
    if (!m_shared.clockOffset())
        return tr("not compared with the hub's yet");
    const Duration offset = *m_shared.clockOffset();
    const Duration size = std::chrono::abs(offset);
    if (size < std::chrono::milliseconds(500))
        return tr("as the hub's");
    const QString length = spokenDuration(std::chrono::round<std::chrono::seconds>(size));
    return offset > Duration(0)
        ? tr("this machine's is %1 behind the hub's; the window goes by the hub's, as every desk does").arg(length)
        : tr("this machine's is %1 ahead of the hub's; the window goes by the hub's, as every desk does").arg(length);
}

QString HubPage::incidentName(const IncidentId &incident) const
{
    for (const BoardRow &row : m_session.board()) {
        if (row.id == incident)
            return row.ref;
    }
    return incident.isNull() ? tr("all that is written here") : tr("an incident");
}

void HubPage::showHeld()
{
    const std::vector<HeldEntries> &held = m_shared.held();
    QStringList lines;
    for (const HeldEntries &entries : held) {
        if (lines.size() == mostHeld) {
            lines << tr("and of %n more", nullptr, static_cast<int>(held.size()) - mostHeld);
            break;
        }
        //: %1 an incident's reference, %2 a sentence that says why
        lines << tr("▲ %1: %2").arg(incidentName(entries.incident), entries.reason);
    }
    m_held->setText(lines.join(QLatin1Char('\n')));
    for (QWidget *part : {static_cast<QWidget *>(m_heldTitle), static_cast<QWidget *>(m_held)})
        part->setVisible(!held.empty());
}

void HubPage::showPeople()
{
    items::Cards cards;
    QStringList shown;
    const auto place = [this](const QString &person) {
        QStringList at;
        for (const hub::Present &one : m_shared.present()) {
            if (one.person == person)
                at << (one.incident.isNull() ? tr("in the room") : tr("at %1").arg(incidentName(one.incident)));
        }
        at.removeDuplicates();
        return at.join(QStringLiteral(", "));
    };
    const auto add = [&cards, &shown](const QString &id, const QString &person, const QString &detail, const QString &value,
                                      bool mayChange) {
        items::Card card;
        card.id = id;
        card.title = person;
        card.detail = detail;
        card.value = value;
        card.action = mayChange ? tr("change") : QString();
        card.spoken = QStringList{person, detail, value}.join(QStringLiteral(", "));
        cards.push_back(card);
        shown << person;
    };
    for (const hub::HubMember &member : m_members) {
        const bool isMe = member.person == m_shared.status().person;
        add(member.login, member.person, tr("%1 · login %2").arg(standingName(member.standing), member.login),
            isMe ? tr("you") : place(member.person), m_shared.isAdministrator());
    }
    for (const QString &person : m_shared.peopleHere()) {
        if (!shown.contains(person))
            add(QLatin1Char('@') + person, person, {}, place(person), false);
    }
    m_people->setCards(cards);
    m_people->setVisible(!cards.empty());
    if (cards.empty() && m_peopleSaid->text().isEmpty())
        m_peopleSaid->setText(tr("Nobody else is in the room."));
    m_peopleSaid->setVisible(!m_peopleSaid->text().isEmpty());
}

// An administrator sees all who may take part; the others those who are there.
void HubPage::readMembers()
{
    m_peopleSaid->clear();
    if (!m_shared.isAdministrator()) {
        m_members.clear();
        showPeople();
        return;
    }
    m_shared.loadMembers([page = QPointer(this)](const Result<std::vector<hub::HubMember>> &members) {
        if (!page)
            return;
        if (members)
            page->m_members = *members;
        page->m_peopleSaid->setText(members ? QString() : members.error().sentence);
        page->showPeople();
    });
}

} // namespace qd::ui
