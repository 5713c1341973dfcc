#pragma once
// How it stands to the hub, in a sign and a few words: the same in the status line, the header and the dialog.

#include "models/session/shareddatabase.h"
#include "ui/theme/theme.h"
#include "ui/widgets/timedisplay.h"

namespace qd::ui {

struct HubWords
{
    QString sign; // its shape says the same as the words
    QString text; // "in step", "offline since 14:32, 7 waiting"
    QString more; // a sentence: why, and what to do; empty: nothing to say
    Colour colour = Colour::Faint;
};

[[nodiscard]] HubWords hubWords(const SharedDatabase *shared, const TimeDisplay &times); // nullptr: local only
[[nodiscard]] QString standingName(hub::Standing standing);                              // "responder"
[[nodiscard]] QString peopleWords(const QStringList &people, int atMost);                // "Ana, Lee and 2 more"

} // namespace qd::ui
