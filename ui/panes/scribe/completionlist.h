#pragma once
// What the word could become, as a quiet list at the line. Nothing is chosen until an arrow or Tab says so: Enter means what it always means.
//
// Tab takes what is chosen, or the first; Up and Down choose; Enter takes what is chosen; Escape closes. It never has the focus.

#include "models/items/completion.h"
#include "ui/theme/theme.h"

#include <QListView>

#include <functional>

class QStandardItemModel;

namespace qd::ui {

class ScribeEditor;

class CompletionList : public QListView
{
    Q_OBJECT

public:
    using Finder = std::function<items::Completions()>; // at the editor's cursor

    CompletionList(const Theme &theme, ScribeEditor &editor, Finder finder);
    [[nodiscard]] QString first() const; // what Tab would take
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool takeKey(int key, bool isPlain);
    void refresh(); // after a key that wrote something
    void fill();
    void place();
    void step(int by);
    void take(int row);

    const Theme &m_theme;
    ScribeEditor &m_editor;
    Finder m_finder;
    QStandardItemModel *m_model;
    items::Completions m_found;
    bool m_typing = false;  // the change that comes is of a key
    int m_dismissedAt = -1; // the word's start for which Escape closed it
};

} // namespace qd::ui
