#pragma once
// Above a section that several people wrote at the same time: that it was merged, or the places where both are kept, to choose from.

#include "models/review/sectionmerge.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace qd::ui {

class ToneLabel;

class RivalBar : public QWidget
{
    Q_OBJECT

public:
    RivalBar(const Theme &theme, QWidget *parent);
    // `by`: whose versions stand side by side in the record; `arrived`: whose was merged into what is typed. Hidden where there is nothing.
    void setPlaces(const std::vector<review::MergeConflict> &places, const QString &text, const QStringList &by, const QString &arrived);
    void setReadOnly(bool readOnly);
    [[nodiscard]] size_t current() const { return m_current; }
    void step(int by);

signals:
    void chosen(review::Choice choice); // for the current place
    void settled();                     // the merged text is right as it is
    void sought();                      // the current place

private:
    QPushButton *makeButton(const QString &name, const std::function<void()> &act);
    void showPlace();

    std::vector<review::MergeConflict> m_places;
    std::vector<std::pair<QString, QString>> m_names; // of both sides of each
    QString m_summary;
    size_t m_current = 0;
    ToneLabel *m_sentence;
    ToneLabel *m_mine;
    ToneLabel *m_theirs;
    QWidget *m_sides;
    QPushButton *m_settle;
    QPushButton *m_next;
    QPushButton *m_takeMine;
    QPushButton *m_takeTheirs;
    QPushButton *m_takeBoth;
};

} // namespace qd::ui
