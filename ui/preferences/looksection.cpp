#include "ui/preferences/looksection.h"

#include "ui/preferences/choicerow.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/timemodes.h"

#include <QApplication>
#include <QCoreApplication>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Preferences", text);
}

ChoiceBox *makeThemes(const PreferenceContext &context, QWidget *page)
{
    auto *box = new ChoiceBox(tr(QT_TRANSLATE_NOOP("Preferences", "Theme")), page);
    box->addItem(tr(QT_TRANSLATE_NOOP("Preferences", "As the system")), QStringLiteral("system"));
    box->addItem(tr(QT_TRANSLATE_NOOP("Preferences", "Dark")), QStringLiteral("dark"));
    box->addItem(tr(QT_TRANSLATE_NOOP("Preferences", "Light")), QStringLiteral("light"));
    box->addItem(tr(QT_TRANSLATE_NOOP("Preferences", "High contrast")), QStringLiteral("contrast"));
    const auto show = [box, &context] { box->setCurrentIndex(box->findData(context.settings.text(Key::Theme))); };
    show();
    QObject::connect(&context.panes.theme, &Theme::changed, box, show);
    QObject::connect(box, &QComboBox::activated, box, [box, &context] {
        const QString choice = box->currentData().toString();
        context.settings.set(Key::Theme, choice);
        context.panes.theme.apply(*qApp, context.panes.theme.modeFor(choice));
    });
    return box;
}

ChoiceBox *makeScales(const PreferenceContext &context, QWidget *page)
{
    auto *box = new ChoiceBox(tr(QT_TRANSLATE_NOOP("Preferences", "Size")), page);
    for (const int percent : {100, 115, 125, 150, 175, 200})
        box->addItem(tr(QT_TRANSLATE_NOOP("Preferences", "%1 %")).arg(percent), percent);
    box->setCurrentIndex(std::max(0, box->findData(context.settings.value(Key::Scale).toInt())));
    QObject::connect(box, &QComboBox::activated, box, [box, &context] { context.settings.set(Key::Scale, box->currentData().toInt()); });
    return box;
}

ChoiceBox *makeTimes(const PreferenceContext &context, QWidget *page)
{
    auto *box = new ChoiceBox(tr(QT_TRANSLATE_NOOP("Preferences", "Times")), page);
    for (const TimeModeRow &row : timeModes())
        box->addItem(timeModeText(row), static_cast<int>(row.mode));
    TimeDisplay &times = context.panes.times;
    const auto show = [box, &times] { box->setCurrentIndex(box->findData(static_cast<int>(times.mode()))); };
    show();
    QObject::connect(&times, &TimeDisplay::changed, box, show);
    QObject::connect(box, &QComboBox::activated, box,
                     [box, &times] { times.setMode(static_cast<TimeDisplay::Mode>(box->currentData().toInt())); });
    return box;
}

} // namespace

QWidget *createLookSection(const PreferenceContext &context, QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const Theme &theme = context.panes.theme;
    addPreference(*layout, theme, tr("Theme"), makeThemes(context, page),
                  tr(QT_TRANSLATE_NOOP("Preferences", "High contrast: black and white, and every colour at 7 to 1 or better.")));
    addPreference(
        *layout, theme, tr("Size"), makeScales(context, page),
        tr(QT_TRANSLATE_NOOP("Preferences", "Of everything in the window, on top of the system's scale. It counts from the next start.")));
    addPreference(*layout, theme, tr("Times"), makeTimes(context, page),
                  tr(QT_TRANSLATE_NOOP("Preferences", "How times are shown everywhere in the window; each says its zone.")));
    layout->addStretch(1);
    return page;
}

} // namespace qd::ui
