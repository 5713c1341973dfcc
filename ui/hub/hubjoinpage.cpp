#include "ui/hub/hubjoinpage.h"

#include "ui/widgets/tonelabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

namespace qd::ui {

HubJoinPage::HubJoinPage(SharedDatabase &shared, const Theme &theme, QWidget *parent) : QWidget(parent), m_shared(shared), m_theme(theme)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *title = new ToneLabel(theme, Colour::Text, Type::Title, this);
    title->setText(tr("Work on one database with others"));
    auto *words = new ToneLabel(theme, Colour::Dim, Type::Body, this);
    words->setText(
        tr("Every desk keeps its own record and goes on writing when the network is gone. A hub, which is a database in PostgreSQL 15 or "
           "later, keeps the desks in step. Nothing is shared until you join one."));
    column->addWidget(title);
    column->addSpacing(Theme::grid);
    column->addWidget(words);
    column->addSpacing(4 * Theme::grid);
    column->addWidget(makeHost());
    m_password = addField(*column, tr("Password"), tr("empty: .pgpass, a client certificate or Kerberos is tried"),
                          tr("It is kept in the system's keychain, never in a file or a log."));
    m_password->setEchoMode(QLineEdit::Password);
    addWays(*column);
    column->addStretch(1);
    for (QLineEdit *line : {m_address, m_database, m_login, m_password}) {
        connect(line, &QLineEdit::textChanged, this, &HubJoinPage::describe);
        connect(line, &QLineEdit::returnPressed, this, &HubJoinPage::join);
    }
    describe();
}

void HubJoinPage::begin()
{
    m_address->setFocus();
}

QWidget *HubJoinPage::makeHost()
{
    auto *host = new QWidget(this);
    auto *column = new QVBoxLayout(host);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_address = addField(*column, tr("Address"), tr("db.example.org, or postgresql://dana@db.example.org/quarterdeck"), {});
    auto *row = new QHBoxLayout;
    row->setSpacing(4 * Theme::grid);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    left->setSpacing(0);
    right->setSpacing(0);
    m_database = addField(*left, tr("Database"), {}, {});
    m_database->setText(QStringLiteral("quarterdeck"));
    m_login = addField(*right, tr("Login"), tr("as the system knows you"), {});
    row->addLayout(left);
    row->addLayout(right);
    column->addLayout(row);
    m_reading = new ToneLabel(m_theme, Colour::Dim, Type::Label, host);
    column->addWidget(m_reading);
    column->addSpacing(4 * Theme::grid);
    return host;
}

QLineEdit *HubJoinPage::addField(QVBoxLayout &column, const QString &name, const QString &placeholder, const QString &explanation)
{
    auto *label = new ToneLabel(m_theme, Colour::Text, Type::Strong, this);
    label->setText(name);
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    line->setAccessibleDescription(explanation.isEmpty() ? placeholder : explanation);
    line->setPlaceholderText(placeholder);
    label->setBuddy(line);
    column.addWidget(label);
    column.addSpacing(Theme::grid);
    column.addWidget(line);
    if (!explanation.isEmpty()) {
        auto *words = new ToneLabel(m_theme, Colour::Dim, Type::Label, this);
        words->setText(explanation);
        column.addSpacing(Theme::grid);
        column.addWidget(words);
    }
    column.addSpacing(3 * Theme::grid);
    return line;
}

void HubJoinPage::addWays(QVBoxLayout &column)
{
    m_said = new ToneLabel(m_theme, Colour::Critical, Type::Body, this);
    m_said->hide();
    column.addWidget(m_said);
    column.addSpacing(4 * Theme::grid);
    m_join =
        addWay(column, tr("Join"), tr("Takes part in a hub that is there: what is on it comes here, and what is written here goes there."));
    m_join->setProperty("primary", true);
    m_make =
        addWay(column, tr("Make a hub here"),
               tr("For the first of you: makes one in this database, which must be there and empty of other things. The login needs the "
                  "right to create roles, and becomes the first administrator."));
    connect(m_join, &QPushButton::clicked, this, &HubJoinPage::join);
    connect(m_make, &QPushButton::clicked, this, &HubJoinPage::makeHub);
}

QPushButton *HubJoinPage::addWay(QVBoxLayout &column, const QString &name, const QString &words)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4 * Theme::grid);
    auto *button = new QPushButton(name, this);
    button->setAccessibleName(name);
    button->setAccessibleDescription(words);
    button->setAutoDefault(false);
    button->setFixedWidth(36 * Theme::grid);
    auto *explanation = new ToneLabel(m_theme, Colour::Dim, Type::Label, this);
    explanation->setText(words);
    row->addWidget(button, 0, Qt::AlignTop);
    row->addWidget(explanation, 1);
    column.addLayout(row);
    column.addSpacing(3 * Theme::grid);
    return button;
}

TypedHub HubJoinPage::typed() const
{
    return {m_address->text(), m_database->text(), m_login->text(), m_password->text().isEmpty() ? QString() : m_password->text()};
}

// The two fields complete a host; a whole address has no need of them.
void HubJoinPage::describe()
{
    m_said->hide();
    const QString address = m_address->text().trimmed();
    const bool isWhole = address.contains(QLatin1Char('/')) || address.contains(QLatin1Char('@'));
    m_database->setEnabled(!isWhole);
    m_login->setEnabled(!isWhole);
    const Result<ReadHub> hub = SharedDatabase::read(typed());
    QString words = tr("A host, several with commas between them, or a whole address.");
    Colour colour = Colour::Dim;
    if (hub && !hub->caution.isEmpty()) {
        words = QStringLiteral("▲ ") + hub->caution;
        colour = Colour::High;
    } else if (hub && hub->isThisMachine) {
        words = tr("On this machine: nothing of it goes over a network.");
    } else if (hub) {
        words = tr("Over TLS; the server has to prove with its certificate that it is %1.").arg(hub->hosts);
    }
    m_reading->setText(words);
    m_reading->setColour(colour);
}

void HubJoinPage::join()
{
    if (!m_join->isEnabled())
        return;
    setBusy(tr("Asking the hub…"));
    m_shared.join(typed(), [page = QPointer(this)](const Result<void> &done) {
        if (page)
            page->finish(done ? Result<QString>(tr("Joined. What is on the hub comes here now.")) : tl::unexpected(done.error()));
    });
}

void HubJoinPage::makeHub()
{
    if (!m_make->isEnabled())
        return;
    setBusy(tr("Making a hub…"));
    m_shared.makeHub(typed(), [page = QPointer(this)](const Result<QString> &done) {
        if (page)
            page->finish(done);
    });
}

void HubJoinPage::setBusy(const QString &words)
{
    for (QPushButton *button : {m_join, m_make})
        button->setEnabled(words.isEmpty());
    m_said->setColour(Colour::Dim);
    m_said->setText(words);
    m_said->setAccessibleName(words);
    m_said->setVisible(!words.isEmpty());
}

// What was typed stays, but for the password once it is used.
void HubJoinPage::finish(const Result<QString> &done)
{
    setBusy({});
    if (done) {
        m_password->clear();
        emit joined(*done);
        return;
    }
    m_said->setColour(Colour::Critical);
    m_said->setText(QStringLiteral("✕ ") + done.error().sentence);
    m_said->setAccessibleName(done.error().sentence);
    m_said->show();
}

} // namespace qd::ui
