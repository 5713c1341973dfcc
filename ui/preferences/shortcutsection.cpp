#include "ui/preferences/shortcutsection.h"

#include "ui/preferences/shortcuteditor.h"

namespace qd::ui {

QWidget *createShortcutSection(const PreferenceContext &context, QWidget *parent)
{
    return new ShortcutEditor(context, parent);
}

} // namespace qd::ui
