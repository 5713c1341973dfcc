#pragma once
// What a person can choose: a table of sections. To add one is to write its page and a row in sections.cpp.

#include "models/settings/settings.h"
#include "ui/panes/pane.h"

namespace qd::ui {

class Shortcuts;

struct PreferenceContext // outlives the dialog
{
    const PaneContext &panes; // session, theme, times
    Settings &settings;
    Shortcuts &shortcuts;
    std::function<void()> onCallChosen = {}; // Key::OnCall has changed: the schedules are to be read
};

struct PreferenceSection
{
    const char *id;                                                        // "look"
    const char *title;                                                     // English source text; translated in the context "Preferences"
    QWidget *(*create)(const PreferenceContext &context, QWidget *parent); // what is chosen there counts at once; there is no OK
};

[[nodiscard]] const std::vector<PreferenceSection> &preferenceSections();

} // namespace qd::ui
