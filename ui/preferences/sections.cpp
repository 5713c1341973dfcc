#include "ui/preferences/looksection.h"
#include "ui/preferences/noticesection.h"
#include "ui/preferences/oncallsection.h"
#include "ui/preferences/personsection.h"
#include "ui/preferences/preferences.h"
#include "ui/preferences/shortcutsection.h"

namespace qd::ui {

const std::vector<PreferenceSection> &preferenceSections()
{
    static const std::vector<PreferenceSection> table = {
        {"look", QT_TRANSLATE_NOOP("Preferences", "Look"), createLookSection},
        {"person", QT_TRANSLATE_NOOP("Preferences", "You"), createPersonSection},
        {"notices", QT_TRANSLATE_NOOP("Preferences", "Notices"), createNoticeSection},
        {"oncall", QT_TRANSLATE_NOOP("Preferences", "On call"), createOnCallSection},
        {"shortcuts", QT_TRANSLATE_NOOP("Preferences", "Shortcuts"), createShortcutSection},
    };
    return table;
}

} // namespace qd::ui
