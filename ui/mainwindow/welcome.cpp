#include "ui/mainwindow/welcome.h"

#include "ui/widgets/panetitle.h"
#include "ui/widgets/tonelabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace qd::ui {

Welcome::Welcome(const PaneContext &context, const QString &declareKey, QWidget *parent) : QWidget(parent), m_context(context)
{
    auto *outer = new QHBoxLayout(this);
    auto *column = new QVBoxLayout;
    outer->addStretch(1);
    outer->addLayout(column);
    outer->addStretch(1);
    column->setSpacing(3 * Theme::grid);
    column->addStretch(2);
    auto *title = new ToneLabel(context.theme, Colour::Text, Type::Title, this);
    title->setText(tr("All quiet"));
    auto *words = new ToneLabel(context.theme, Colour::Dim, Type::Body, this);
    words->setText(tr("No incident is open. When something breaks, a title and a severity are enough."));
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(2 * Theme::grid);
    QWidget *first = makeWay(QStringLiteral("incident.declare"), QStringLiteral("declared"), tr("Declare an incident"),
                             tr("Clocks, roles and checklists come from your response plan; a good default is built in."),
                             QString(declareKey).replace(QLatin1Char('+'), QLatin1Char(' ')));
    column->addWidget(first);
    column->addWidget(
        makeWay(QStringLiteral("plan.import"), QStringLiteral("import"), tr("Import a written plan"),
                tr("Your incident-response page, in Markdown: its severities, targets, roles and templates are read, and you look them over."), {}));
    column->addWidget(makeWay(QStringLiteral("incident.drill"), QStringLiteral("drill"), tr("Try a drill on the sample"),
                              tr("A checkout outage to look around in; it is marked as a drill and troubles nobody."), {}));
    column->addStretch(3);
    first->setFocus(); // Enter begins
}

QWidget *Welcome::makeWay(const QString &action, const QString &icon, const QString &title, const QString &text, const QString &key)
{
    auto *way = new QPushButton(this);
    way->setObjectName(QStringLiteral("wayIn"));
    way->setAccessibleName(title);
    way->setAccessibleDescription(text);
    way->setAutoDefault(true); // Enter presses it, as Space does
    way->setCursor(Qt::PointingHandCursor);
    way->setFixedSize(135 * Theme::grid, 18 * Theme::grid);
    auto *line = new QHBoxLayout(way);
    line->setContentsMargins(4 * Theme::grid, 0, 4 * Theme::grid, 0);
    line->setSpacing(4 * Theme::grid);
    auto *picture = new QLabel(way);
    const auto dress = [this, picture, icon] { picture->setPixmap(m_context.theme.pixmap(icon, Colour::Accent, 20, devicePixelRatioF())); };
    dress();
    connect(&m_context.theme, &Theme::changed, picture, dress);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *heading = new ToneLabel(m_context.theme, Colour::Text, Type::Strong, way);
    heading->setText(title);
    auto *detail = new ToneLabel(m_context.theme, Colour::Dim, Type::Label, way);
    detail->setText(text);
    words->addStretch(1);
    words->addWidget(heading);
    words->addWidget(detail);
    words->addStretch(1);
    line->addWidget(picture);
    line->addLayout(words, 1);
    if (!key.isEmpty())
        line->addWidget(makeKeyCap(key, way));
    for (QWidget *child : way->findChildren<QWidget *>())
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(way, &QPushButton::clicked, this, [this, action] { m_context.invoke(action, {}); });
    return way;
}

} // namespace qd::ui
