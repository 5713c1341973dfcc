#pragma once
// The line above a section: its name, whether it stays inside, whether it is saved, and whether it is written, read, or both.

#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace qd::ui {

class ToneLabel;

enum class SectionView { Write, Both, Read };

class SectionTitle : public QWidget
{
    Q_OBJECT

public:
    SectionTitle(const Theme &theme, QWidget *parent);
    void setSection(const QString &title, bool internal);
    void setReadOnly(bool readOnly);
    void setView(SectionView view);
    [[nodiscard]] QWidget *views() const { return m_viewBar; } // to be placed where there is room for it
    void setSaved(const QString &words, bool failed, const QString &detail);

signals:
    void internalChosen(bool internal);
    void viewChosen(SectionView view);

private:
    QPushButton *makeChip(const QString &name);

    ToneLabel *m_title;
    ToneLabel *m_saved;
    QPushButton *m_internal;
    QWidget *m_viewBar;
    QList<QPushButton *> m_views;
};

} // namespace qd::ui
