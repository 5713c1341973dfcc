#include "ui/preferences/noticesection.h"

#include "models/items/noticechoices.h"
#include "ui/widgets/tonelabel.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QGridLayout>

namespace qd::ui {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Preferences", text);
}

struct KindRow
{
    items::NoticeKind kind;
    const char *text;
};

constexpr KindRow kinds[] = {
    {items::NoticeKind::Near, QT_TRANSLATE_NOOP("Preferences", "A clock is near its end")},
    {items::NoticeKind::Missed, QT_TRANSLATE_NOOP("Preferences", "A clock has passed its end")},
    {items::NoticeKind::Ask, QT_TRANSLATE_NOOP("Preferences", "An ask comes back")},
    {items::NoticeKind::Handover, QT_TRANSLATE_NOOP("Preferences", "A role is offered")},
    {items::NoticeKind::Action, QT_TRANSLATE_NOOP("Preferences", "An action item is due or overdue")},
};

struct ChoiceColumn
{
    bool items::NoticeChoice::*field;
    const char *text;
};

constexpr ChoiceColumn columns[] = {
    {&items::NoticeChoice::shown, QT_TRANSLATE_NOOP("Preferences", "Show")},
    {&items::NoticeChoice::sounds, QT_TRANSLATE_NOOP("Preferences", "Sound")},
    {&items::NoticeChoice::mineOnly, QT_TRANSLATE_NOOP("Preferences", "Mine only")},
};

void change(Settings &settings, const std::function<void(items::NoticeChoices &choices)> &how)
{
    auto choices = items::NoticeChoices::fromText(settings.value(Key::Notices).toStringList());
    how(choices);
    settings.set(Key::Notices, choices.toText());
}

QCheckBox *makeBox(const PreferenceContext &context, const KindRow &row, const ChoiceColumn &column, QWidget *page)
{
    auto *box = new QCheckBox(page);
    box->setAccessibleName(QStringLiteral("%1: %2").arg(tr(row.text), tr(column.text)));
    const auto choices = items::NoticeChoices::fromText(context.settings.value(Key::Notices).toStringList());
    box->setChecked(choices.of(row.kind).*column.field);
    QObject::connect(box, &QCheckBox::toggled, box, [&context, row, column](bool on) {
        change(context.settings, [&](items::NoticeChoices &all) { all.of(row.kind).*column.field = on; });
    });
    return box;
}

QWidget *makeTable(const PreferenceContext &context, QWidget *page)
{
    auto *table = new QWidget(page);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 3 * Theme::grid, 0, 3 * Theme::grid);
    grid->setHorizontalSpacing(6 * Theme::grid);
    grid->setVerticalSpacing(2 * Theme::grid);
    grid->setColumnStretch(0, 1);
    int line = 0;
    for (int i = 0; i < static_cast<int>(std::size(columns)); ++i) {
        auto *heading = new ToneLabel(context.panes.theme, Colour::Dim, Type::Label, table);
        heading->setWordWrap(false);
        heading->setText(tr(columns[i].text));
        grid->addWidget(heading, line, i + 1, Qt::AlignHCenter);
    }
    for (const KindRow &row : kinds) {
        auto *name = new ToneLabel(context.panes.theme, Colour::Text, Type::Body, table);
        name->setText(tr(row.text));
        grid->addWidget(name, ++line, 0);
        std::vector<QCheckBox *> boxes;
        for (int i = 0; i < static_cast<int>(std::size(columns)); ++i) {
            boxes.push_back(makeBox(context, row, columns[i], table));
            grid->addWidget(boxes.back(), line, i + 1, Qt::AlignHCenter);
        }
        for (size_t i = 1; i < boxes.size(); ++i) {
            boxes[i]->setEnabled(boxes[0]->isChecked());
            QObject::connect(boxes[0], &QCheckBox::toggled, boxes[i], &QWidget::setEnabled);
        }
    }
    return table;
}

} // namespace

QWidget *createNoticeSection(const PreferenceContext &context, QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::grid);
    layout->addWidget(makeTable(context, page));
    auto *quiet = new QCheckBox(tr(QT_TRANSLATE_NOOP("Preferences", "Quiet while the big board is shown")), page);
    quiet->setAccessibleName(quiet->text());
    quiet->setChecked(items::NoticeChoices::fromText(context.settings.value(Key::Notices).toStringList()).quietWhilePresenting);
    QObject::connect(quiet, &QCheckBox::toggled, quiet,
                     [&context](bool on) { change(context.settings, [on](items::NoticeChoices &all) { all.quietWhilePresenting = on; }); });
    layout->addWidget(quiet);
    auto *words = new ToneLabel(context.panes.theme, Colour::Dim, Type::Label, page);
    words->setText(tr(QT_TRANSLATE_NOOP("Preferences",
                                        "Mine only: what you asked or were asked, what you own, and every clock of an incident that you "
                                        "command. When the plan calls a clock near its end stands in the plan (warn_at). "
                                        "An action item is brought to mind the day before, on its day, and then every week until it is closed. After the big "
                                        "board one notice sums up what came meanwhile and still holds.")));
    layout->addWidget(words);
    layout->addStretch(1);
    return page;
}

} // namespace qd::ui
