#include "ui/dialogs/declaredialog.h"

#include "models/clocks/calendar.h"
#include "models/core/timetext.h"
#include "models/items/relatedcards.h"
#include "models/session/relations.h"
#include "ui/dialogs/severitycards.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/tonelabel.h"

#include <QCheckBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QStringListModel>

namespace qd::ui {

DeclareDialog::DeclareDialog(const PaneContext &context, QWidget *parent, bool drill) : QDialog(parent), m_context(context)
{
    setWindowTitle(tr("Declare incident"));
    setAccessibleName(tr("Declare incident"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    makeFields();
    makeForm();
    m_drill->setChecked(drill);
    for (const PlanChoice &choice : context.session.planChoices())
        m_planChoice->addItem(choice.title.isEmpty() ? choice.name : choice.title, choice.name);
    if (const int standard = m_planChoice->findData(QStringLiteral("default")); standard >= 0)
        m_planChoice->setCurrentIndex(standard);
    adoptPlan();
    showDetected();
    connect(m_planChoice, &QComboBox::currentIndexChanged, this, &DeclareDialog::adoptPlan);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &DeclareDialog::showSeverities);
    connect(m_definitions, &CardList::pointedAt, this,
            [this](const QString &id) { m_severity->setCurrentIndex(m_severity->findData(id)); });
    connect(m_detected, &QLineEdit::textChanged, this, &DeclareDialog::showDetected);
    connect(&context.session, &IncidentSession::ticked, this, &DeclareDialog::showDetected);
    m_title->setFocus();
    resize(210 * Theme::grid, 125 * Theme::grid);
}

QLineEdit *DeclareDialog::makeLine(const QString &name, const QString &placeholder)
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    line->setPlaceholderText(placeholder);
    return line;
}

void DeclareDialog::makeFields()
{
    m_title = makeLine(tr("Title"), tr("What is wrong, as users see it"));
    m_severity = new ChoiceBox(tr("Severity"), this);
    m_planChoice = new ChoiceBox(tr("Response plan"), this);
    m_type = makeLine(tr("Type"), {});
    auto *types = new QCompleter(new QStringListModel(this), m_type);
    types->setCaseSensitivity(Qt::CaseInsensitive);
    m_type->setCompleter(types);
    m_services = makeLine(tr("Services"), tr("checkout, payments"));
    m_impact = makeLine(tr("Impact"), tr("Who is hit, how many, how badly"));
    m_detected = makeLine(tr("Detected at"), tr("now, 14:32, -5m, yesterday 23:50"));
    m_detected->setText(QStringLiteral("now"));
    m_detectedHint = new ToneLabel(m_context.theme, Colour::Dim, Type::Small, this);
    m_drill = new QCheckBox(tr("Drill: an exercise, marked as one everywhere"), this);
    m_drill->setAccessibleName(tr("Drill"));
    m_restricted = new QCheckBox(tr("Restricted: shown by a codename outside this window"), this);
    m_restricted->setAccessibleName(tr("Restricted"));
    m_codename = makeLine(tr("Codename"), tr("Codename, such as Blue Heron"));
    m_codename->hide();
    connect(m_restricted, &QCheckBox::toggled, this, [this](bool restricted) {
        m_codename->setVisible(restricted);
        if (restricted)
            m_codename->setFocus();
    });
    m_definitions = new CardList(tr("Severity definitions"), m_context.theme, {.wraps = true, .value = Type::Label}, this);
    m_definitions->setFocusPolicy(Qt::ClickFocus); // the choice is the field; this explains it
    m_error = new ToneLabel(m_context.theme, Colour::Critical, Type::Body, this);
    m_error->hide();
}

void DeclareDialog::makeForm()
{
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(Theme::grid + 1);
    form->setContentsMargins(4 * Theme::grid, 4 * Theme::grid, 4 * Theme::grid, 4 * Theme::grid);
    const auto row = [&](const QString &text, QWidget *field) {
        auto *label = new ToneLabel(m_context.theme, Colour::Dim, Type::Label, this);
        label->setText(text);
        label->setBuddy(field);
        form->addRow(label, field);
    };
    row(tr("&Title"), m_title);
    form->addRow(makeLike());
    row(tr("Se&verity"), m_severity);
    row(tr("Response &plan"), m_planChoice);
    row(tr("T&ype"), m_type);
    row(tr("&Services"), m_services);
    row(tr("&Impact"), m_impact);
    row(tr("Detected &at"), m_detected);
    form->addRow(m_detectedHint);
    form->addRow(m_drill);
    form->addRow(m_restricted);
    form->addRow(m_codename);

    auto *fields = new QWidget(this);
    fields->setLayout(form);
    auto *columns = new QSplitter(this);
    columns->setHandleWidth(1);
    columns->setChildrenCollapsible(false);
    columns->addWidget(fields);
    columns->addWidget(m_definitions);
    columns->setSizes({95 * Theme::grid, 115 * Theme::grid});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(columns, 1);
    layout->addWidget(makeFoot());
}

QWidget *DeclareDialog::makeLike()
{
    m_likeRow = new QWidget(this);
    auto *layout = new QVBoxLayout(m_likeRow);
    layout->setContentsMargins(0, 0, 0, Theme::grid);
    layout->setSpacing(Theme::grid);
    m_like = new ToneLabel(m_context.theme, Colour::High, Type::Small, m_likeRow);
    m_openLike = new QPushButton(m_likeRow);
    m_openLike->setAccessibleName(tr("Open the incident that is like it"));
    m_openLike->setAutoDefault(false); // Enter declares
    layout->addWidget(m_like);
    layout->addWidget(m_openLike, 0, Qt::AlignLeft);
    m_likeRow->hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(300);
    for (const QLineEdit *line : {m_title, m_services, m_type})
        connect(line, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, &DeclareDialog::lookForLike);
    connect(m_openLike, &QPushButton::clicked, this, [this] {
        m_context.session.open(m_likest);
        reject();
    });
    return m_likeRow;
}

void DeclareDialog::lookForLike()
{
    Incident draft;
    draft.title = m_title->text();
    draft.type = m_type->text();
    draft.services = m_services->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    draft.drill = m_drill->isChecked();
    LikeQuery query = likeQueryOf(draft);
    query.openOnly = true;
    if (query.terms.empty()) {
        showLike({});
        return;
    }
    m_context.session.relations().findLike(query, [guard = QPointer(this)](const Result<std::vector<LikeHit>> &hits) {
        if (guard && hits) // what cannot be looked up is no reason to declare nothing
            guard->showLike(*hits);
    });
}

void DeclareDialog::showLike(const std::vector<LikeHit> &hits)
{
    m_likeRow->setVisible(!hits.empty());
    if (hits.empty())
        return;
    m_likest = hits.front().incident;
    m_like->setText(items::openOnesLike(hits));
    m_like->setMinimumHeight(m_like->heightForWidth(m_title->width())); // a form does not ask how high words are that wrap
    m_openLike->setText(tr("&Open %1 instead").arg(hits.front().ref));
    m_openLike->setAccessibleName(tr("Open %1 instead").arg(hits.front().ref));
}

QWidget *DeclareDialog::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(4 * Theme::grid, 3 * Theme::grid, 4 * Theme::grid, 3 * Theme::grid);
    layout->setSpacing(2 * Theme::grid);
    auto *cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *declareButton = new QPushButton(tr("Declare"), foot);
    declareButton->setAccessibleName(tr("Declare"));
    declareButton->setDefault(true);
    layout->addWidget(m_error, 1);
    layout->addStretch(0);
    layout->addWidget(cancel);
    layout->addWidget(declareButton);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(declareButton, &QPushButton::clicked, this, &DeclareDialog::declare);
    return foot;
}

void DeclareDialog::choosePlan(const QString &id)
{
    if (const int at = m_planChoice->findData(id); at >= 0 && !id.isEmpty())
        m_planChoice->setCurrentIndex(at);
}

QString DeclareDialog::plan() const
{
    return m_planChoice->currentData().toString();
}

void DeclareDialog::adoptPlan()
{
    const Result<plan::Plan> chosen = m_context.session.loadPlan(plan());
    if (!chosen) {
        refuse(chosen.error().sentence);
        return;
    }
    const QString before = m_severity->currentData().toString();
    m_plan = *chosen;
    m_severity->clear();
    for (const plan::Severity &severity : m_plan.severities)
        m_severity->addItem(severity.name.isEmpty() ? severity.id : QString(severity.id + QLatin1Char(' ') + severity.name), severity.id);
    m_severity->addItem(tr("Not known yet"), QStringLiteral("unknown"));
    const int same = m_severity->findData(before);
    m_severity->setCurrentIndex(same >= 0 ? same : m_severity->count() - 1);
    m_type->setPlaceholderText(m_plan.types.mid(0, 3).join(QStringLiteral(", ")));
    static_cast<QStringListModel *>(m_type->completer()->model())->setStringList(m_plan.types);
    showSeverities();
    showDetected();
}

void DeclareDialog::showSeverities()
{
    const QString chosen = m_severity->currentData().toString();
    m_definitions->setCards(severityCards(m_plan, chosen));
    if (const int row = m_definitions->cardModel().rowOf(chosen); row >= 0)
        m_definitions->scrollTo(m_definitions->cardModel().index(row));
}

void DeclareDialog::showDetected()
{
    const QTimeZone zone = clocks::zoneOf(m_plan);
    const Result<TypedTime> typed = readTime(m_detected->text(), m_context.session.present(), zone);
    m_detectedHint->setColour(typed ? Colour::Dim : Colour::Critical);
    if (typed) {
        const QDateTime at = toDateTime(typed->at, zone);
        m_detectedHint->setText(at.toString(QStringLiteral("yyyy-MM-dd HH:mm ")) + at.timeZoneAbbreviation());
    } else {
        m_detectedHint->setText(QStringLiteral("✕ ") + typed.error().sentence);
    }
}

Result<command::Declare> DeclareDialog::declaration() const
{
    const Result<TypedTime> detected = readTime(m_detected->text(), m_context.session.present(), clocks::zoneOf(m_plan));
    if (!detected)
        return tl::unexpected(detected.error());
    command::Declare declare;
    declare.title = m_title->text();
    declare.severity = m_severity->currentData().toString();
    declare.type = m_type->text().trimmed();
    declare.impact = m_impact->text().trimmed();
    for (const QString &service : m_services->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        declare.services << service.trimmed();
    declare.detected = detected->at;
    declare.drill = m_drill->isChecked();
    declare.restricted = m_restricted->isChecked();
    declare.codename = m_restricted->isChecked() ? m_codename->text().trimmed() : QString();
    if (declare.restricted && declare.codename.isEmpty())
        return failure(ErrorCode::Refused, tr("a restricted incident needs a codename: it is what everyone else sees"));
    return declare;
}

void DeclareDialog::declare()
{
    const Result<command::Declare> wanted = declaration();
    if (!wanted) {
        refuse(wanted.error().sentence);
        return;
    }
    const Result<IncidentId> declared = m_context.session.declare(*wanted, plan());
    if (declared)
        accept();
    else
        refuse(declared.error().sentence);
}

void DeclareDialog::refuse(const QString &sentence)
{
    m_error->setText(QStringLiteral("✕ ") + sentence);
    m_error->show();
    if (m_title->text().trimmed().isEmpty())
        m_title->setFocus();
}

} // namespace qd::ui
