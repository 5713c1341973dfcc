#pragma once
// The line on top of a pane: its title at the left, a short summary or a few small buttons at the right.

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace qd::ui {

class ToneLabel;

class PaneTitle : public QWidget
{
    Q_OBJECT

public:
    static constexpr int barHeight = 30;

    PaneTitle(const Theme &theme, const QString &title, QWidget *parent);
    void setSummary(const QString &summary);
    void addWidget(QWidget *widget); // at the right end
    [[nodiscard]] QSize sizeHint() const override { return {0, barHeight}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QHBoxLayout *m_layout;
    ToneLabel *m_title;
    ToneLabel *m_summary;
};

// A key as it stands on a keyboard, beside the thing that it does.
[[nodiscard]] QWidget *makeKeyCap(const QString &key, QWidget *parent);

} // namespace qd::ui
