#include "ui/preferences/oncalleditor.h"

#include "models/items/oncallwords.h"
#include "ui/preferences/oncallsection.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/tonelabel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace qd::ui {

QWidget *createOnCallSection(const PreferenceContext &context, QWidget *parent)
{
    return new OnCallEditor(context, parent);
}

OnCallEditor::OnCallEditor(const PreferenceContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    auto *words = new ToneLabel(context.panes.theme, Colour::Dim, Type::Label, this);
    words->setText(
        tr("Calendars of who is on call, as iCalendar: a file, or the address of a feed. Who is on call is offered first when a role is "
           "assigned, and named where an escalation step is theirs. Feeds are fetched every 15 minutes, and kept for when there is no "
           "network."));
    page->addWidget(words);
    page->addSpacing(3 * Theme::grid);
    auto *list = new QWidget(this);
    m_rows = new QVBoxLayout(list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(list);
    page->addWidget(scroll, 1);
    page->addWidget(makeForm());
    connect(&context.panes.session, &IncidentSession::onCallChanged, this, &OnCallEditor::showSources);
    connect(&context.panes.times, &TimeDisplay::changed, this, &OnCallEditor::showSources);
    showSources();
}

QWidget *OnCallEditor::makeForm()
{
    auto *form = new QWidget(this);
    auto *lines = new QVBoxLayout(form);
    lines->setContentsMargins(0, 3 * Theme::grid, 0, 0);
    lines->setSpacing(2 * Theme::grid);
    auto *line = new QHBoxLayout;
    line->setSpacing(2 * Theme::grid);
    m_place = new QLineEdit(form);
    m_place->setAccessibleName(tr("File or address of a calendar"));
    m_place->setPlaceholderText(tr("https://…, webcal://… or a file"));
    auto *files = new QPushButton(tr("File…"), form);
    files->setAccessibleName(tr("Choose a calendar file"));
    m_level = new ChoiceBox(tr("Level"), form);
    m_level->addItem(tr("As it says"), QString());
    m_level->addItem(tr("Primary"), oncall::levelId(oncall::Level::Primary));
    m_level->addItem(tr("Secondary"), oncall::levelId(oncall::Level::Secondary));
    auto *button = new QPushButton(tr("Add"), form);
    button->setAccessibleName(tr("Add the calendar"));
    line->addWidget(m_place, 1);
    line->addWidget(files);
    line->addWidget(m_level);
    line->addWidget(button);
    for (QPushButton *one : {files, button})
        one->setAutoDefault(false); // Enter belongs to the field
    lines->addLayout(line);
    m_problem = new ToneLabel(m_context.panes.theme, Colour::Critical, Type::Label, form);
    m_problem->hide();
    lines->addWidget(m_problem);
    m_form = {m_place, files, m_level, button};
    connect(m_place, &QLineEdit::returnPressed, this, &OnCallEditor::add);
    connect(button, &QPushButton::clicked, this, &OnCallEditor::add);
    connect(files, &QPushButton::clicked, this, &OnCallEditor::browse);
    return form;
}

void OnCallEditor::showSources()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const oncall::SourceState &state : m_context.panes.session.onCallRoster())
        m_rows->addWidget(makeRow(state));
    if (m_context.panes.session.onCallRoster().empty()) {
        auto *none = new ToneLabel(m_context.panes.theme, Colour::Faint, Type::Body, this);
        none->setText(tr("No calendar yet: nobody is known to be on call."));
        m_rows->addWidget(none);
    }
    m_rows->addStretch(1);
    QWidget *before = nullptr; // Tab follows the eye: what can be removed, then the form
    for (QPushButton *one : findChildren<QPushButton *>(QStringLiteral("remove"))) {
        if (before)
            setTabOrder(before, one);
        before = one;
    }
    for (QWidget *one : std::as_const(m_form)) {
        if (before)
            setTabOrder(before, one);
        before = one;
    }
}

QWidget *OnCallEditor::makeRow(const oncall::SourceState &state)
{
    const Theme &theme = m_context.panes.theme;
    const Instant now = m_context.panes.session.present();
    const auto until = [this, now](Instant at) { return m_context.panes.times.appointment(at, now); };
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 2 * Theme::grid, 0, 2 * Theme::grid);
    line->setSpacing(3 * Theme::grid);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *title = new ToneLabel(theme, Colour::Text, Type::Strong, row);
    const QString name = state.schedule && !state.schedule->name.isEmpty() ? state.schedule->name : oncall::shortPlace(state.source.place);
    title->setText(state.source.level ? tr("%1 (%2)").arg(name, items::levelWord(*state.source.level)) : name);
    auto *place = new ToneLabel(theme, Colour::Faint, Type::Small, row);
    place->setText(state.source.plan.isEmpty() ? oncall::shortPlace(state.source.place)
                                               : tr("%1, named by the plan of this incident").arg(oncall::shortPlace(state.source.place)));
    auto *says = new ToneLabel(theme, state.problem.isEmpty() ? Colour::Dim : Colour::Critical, Type::Label, row);
    says->setText(items::sourceWords(state, now, until));
    words->addWidget(title);
    if (place->text() != name)
        words->addWidget(place);
    else
        place->hide();
    words->addWidget(says);
    line->addLayout(words, 1);
    if (state.source.plan.isEmpty()) {
        auto *button = new QPushButton(tr("Remove"), row);
        button->setAccessibleName(tr("Remove %1").arg(name));
        button->setObjectName(QStringLiteral("remove"));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, source = state.source] { remove(source); });
        line->addWidget(button, 0, Qt::AlignTop);
    }
    return row;
}

std::vector<oncall::Source> OnCallEditor::kept() const
{
    std::vector<oncall::Source> sources;
    for (const QString &text : m_context.settings.value(Key::OnCall).toStringList()) {
        if (const std::optional<oncall::Source> source = oncall::sourceOf(text))
            sources.push_back(*source);
    }
    return sources;
}

void OnCallEditor::keep(const std::vector<oncall::Source> &sources)
{
    QStringList texts;
    for (const oncall::Source &source : sources)
        texts << oncall::toText(source);
    m_context.settings.set(Key::OnCall, texts);
    if (m_context.onCallChosen)
        m_context.onCallChosen();
}

void OnCallEditor::add()
{
    const QString place = m_place->text().trimmed();
    const bool isFile = place.startsWith(QLatin1Char('/')) || place.startsWith(QLatin1String("~/"));
    m_problem->setVisible(!isFile && !oncall::isAddress(place));
    if (m_problem->isVisible()) {
        m_problem->setText(tr("✕ Write the address of a feed (https://… or webcal://…) or the whole path of a file."));
        return;
    }
    std::vector<oncall::Source> sources = kept();
    std::erase_if(sources, [&place](const oncall::Source &source) { return source.place == place; });
    sources.push_back({place, oncall::levelOf(m_level->currentData().toString()), {}});
    m_place->clear();
    keep(sources);
}

void OnCallEditor::remove(const oncall::Source &source)
{
    std::vector<oncall::Source> sources = kept();
    std::erase(sources, source);
    keep(sources);
}

void OnCallEditor::browse()
{
    auto *dialog = new QFileDialog(this, tr("A calendar of who is on call"), {}, tr("Calendars (*.ics *.ical)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_place, &QLineEdit::setText);
    dialog->show();
}

} // namespace qd::ui
