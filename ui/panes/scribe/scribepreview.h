#pragma once
// Beneath the scribe's line: what it will become, or what it lacks; at the right, the keys that matter now.

#include "models/core/scribeline.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace qd::ui {

struct PreviewChip
{
    QString text;
    QString icon;
    bool framed = true;
    bool accent = false;
};

struct PreviewKey
{
    QString key;
    QString what;
};

class ScribePreview : public QWidget
{
    Q_OBJECT

public:
    ScribePreview(const Theme &theme, QWidget *parent);
    void showChips(std::vector<PreviewChip> chips);
    enum class Tone { Said, Hint, Caution, Problem };
    void showSentence(const QString &sentence, Tone tone); // in place of the chips
    void setKeys(std::vector<PreviewKey> keys);
    [[nodiscard]] QSize sizeHint() const override { return {100, 24}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int paintKeys(QPainter &painter) const; // gives where they begin
    void paintSentence(QPainter &painter, int end) const;
    void speak();

    const Theme &m_theme;
    std::vector<PreviewChip> m_chips;
    QString m_sentence;
    Tone m_tone = Tone::Said;
    std::vector<PreviewKey> m_keys;
};

} // namespace qd::ui
