#include "ui/mainwindow/memberspopover.h"

#include "models/session/shareddatabase.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/tonelabel.h"

#include <QApplication>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>

namespace qd::ui {

MembersPopover::MembersPopover(const PaneContext &context, const QWidget &below, QWidget *window)
    : QFrame(window),
      m_context(context),
      m_below(&below),
      m_title(new ToneLabel(context.theme, Colour::Text, Type::Strong, this)),
      m_words(new ToneLabel(context.theme, Colour::Dim, Type::Body, this)),
      m_members(new CardList(tr("Members"), context.theme, {.value = Type::Label}, this)),
      m_field(new QLineEdit(this)),
      m_enter(new QPushButton(this)),
      m_lift(new QPushButton(tr("Lift the restriction"), this)),
      m_error(new ToneLabel(context.theme, Colour::Critical, Type::Body, this))
{
    setObjectName(QStringLiteral("popover"));
    setAccessibleName(tr("Who may see the incident"));
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * Theme::grid, 3 * Theme::grid, 4 * Theme::grid, 3 * Theme::grid);
    layout->setSpacing(2 * Theme::grid);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    layout->addWidget(m_members, 1);
    auto *line = new QHBoxLayout;
    line->setSpacing(2 * Theme::grid);
    line->addWidget(m_field, 1);
    line->addWidget(m_enter);
    layout->addLayout(line);
    m_error->hide();
    layout->addWidget(m_error);
    layout->addWidget(m_lift, 0, Qt::AlignLeft);
    makeList();
    connect(m_enter, &QPushButton::clicked, this, &MembersPopover::enter);
    connect(m_field, &QLineEdit::returnPressed, this, &MembersPopover::enter);
    connect(m_lift, &QPushButton::clicked, this, &MembersPopover::lift);
    for (const auto signal : {&IncidentSession::changed, &IncidentSession::opened})
        connect(&context.session, signal, this, [this] {
            if (isVisible())
                refresh();
        });
    hide();
}

void MembersPopover::makeList()
{
    auto *people = new QCompleter(new QStringListModel(this), m_field);
    people->setCaseSensitivity(Qt::CaseInsensitive);
    m_field->setCompleter(people);
    m_members->setAccessibleDescription(tr("Enter takes the member away"));
    m_lift->setAccessibleName(m_lift->text());
    m_lift->setAccessibleDescription(tr("Everybody at the hub may see the incident again"));
    for (QPushButton *button : {m_enter, m_lift})
        button->setAutoDefault(true);
    connect(m_members, &CardList::actionPressed, this, &MembersPopover::remove);
    connect(m_members, &CardList::chosen, this, &MembersPopover::remove);
}

void MembersPopover::toggle()
{
    if (isVisible()) {
        leave();
        return;
    }
    m_before = QApplication::focusWidget();
    m_error->hide();
    m_field->clear();
    refresh();
    place();
    show();
    raise();
    m_field->setFocus(Qt::OtherFocusReason);
}

void MembersPopover::refresh()
{
    const Incident &incident = m_context.session.incident();
    const bool restricted = incident.restricted;
    m_title->setText(restricted ? tr("Members of %1").arg(incident.ref) : tr("Everybody may see %1").arg(incident.ref));
    m_words->setText(
        restricted
            ? tr("They alone see it, write into it and add others. Outside this window it is called %1.").arg(incident.displayTitle())
            : tr("Whoever has a part in the shared database sees it. Restricted, its members alone do, and outside this window it goes "
                 "by its codename."));
    items::Cards cards;
    for (const QString &person : incident.members) {
        items::Card card;
        card.id = card.title = person;
        card.detail = person == m_context.session.author() ? tr("you") : QString();
        card.action = incident.members.size() > 1 ? tr("remove") : QString();
        card.spoken = card.detail.isEmpty() ? person : person + QStringLiteral(", ") + card.detail;
        cards.push_back(card);
    }
    m_members->setCards(cards);
    m_members->setVisible(restricted);
    m_lift->setVisible(restricted);
    m_field->setPlaceholderText(restricted ? tr("Add a person, by the name they write under") : tr("Codename, such as Blue Heron"));
    m_field->setAccessibleName(restricted ? tr("Add a member") : tr("Codename"));
    m_enter->setText(restricted ? tr("Add") : tr("Restrict it"));
    m_enter->setAccessibleName(m_enter->text());
    static_cast<QStringListModel *>(m_field->completer()->model())->setStringList(restricted ? candidates() : QStringList());
    if (!restricted && m_field->text().isEmpty())
        m_field->setText(incident.codename);
}

QStringList MembersPopover::candidates() const
{
    QStringList people = m_context.shared ? m_context.shared->knownPeople() : QStringList();
    people << m_context.session.knownPeople();
    people.removeDuplicates();
    for (const QString &member : m_context.session.incident().members)
        people.removeAll(member);
    return people;
}

// Below the header, which stays in sight.
void MembersPopover::place()
{
    const QSize window = parentWidget()->size();
    const int top = m_below->mapTo(parentWidget(), QPoint(0, m_below->height())).y() + 2 * Theme::grid;
    const Incident &incident = m_context.session.incident();
    const int rows = incident.restricted ? std::clamp(static_cast<int>(incident.members.size()), 2, 6) : 0;
    const int width = std::min(120 * Theme::grid, window.width() - 16 * Theme::grid);
    layout()->invalidate();
    const int height = incident.restricted ? (48 + rows * 10) * Theme::grid : layout()->totalHeightForWidth(width);
    resize(width, std::min(height, window.height() - top - 8 * Theme::grid));
    move((window.width() - width) / 2, top);
}

void MembersPopover::leave()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

bool MembersPopover::submit(const Command &command)
{
    const Result<EventId> done = m_context.session.submit(command);
    m_error->setVisible(!done);
    if (!done) {
        m_error->setText(QStringLiteral("✕ ") + done.error().sentence);
        m_error->setAccessibleName(done.error().sentence);
        place();
    }
    return done.has_value();
}

void MembersPopover::enter()
{
    const QString typed = m_field->text().simplified();
    const Incident &incident = m_context.session.incident();
    if (incident.restricted) {
        if (submit(command::AddMember{typed})) {
            m_field->clear();
            place();
        }
        return;
    }
    if (typed.isEmpty()) {
        m_error->setText(tr("✕ Give it a codename first: that is what others see of it"));
        m_error->show();
        place();
        return;
    }
    const bool named = typed == incident.codename || submit(command::Amend{QStringLiteral("codename"), typed});
    if (named && submit(command::Amend{QStringLiteral("restricted"), QStringLiteral("true")})) {
        m_field->clear();
        refresh();
        place();
    }
}

void MembersPopover::remove(const QString &person)
{
    (void)submit(command::RemoveMember{person});
}

void MembersPopover::lift()
{
    if (submit(command::Amend{QStringLiteral("restricted"), QStringLiteral("false")}))
        place();
}

void MembersPopover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    event->accept(); // the window's single letters give way
}

} // namespace qd::ui
