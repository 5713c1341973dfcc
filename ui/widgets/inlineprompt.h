#pragma once
// A question asked in place, in the row that it is about: never a dialog. Enter answers, Escape leaves; a refusal stands below the fields.

#include "models/core/result.h"
#include "ui/theme/theme.h"
#include "ui/widgets/promptoffers.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

class QLineEdit;
class QPlainTextEdit;

namespace qd::ui {

class ToneLabel;

struct PromptField
{
    QString name = {}; // for a screen reader; also shown while the field is empty
    QString value = {};
    QStringList completions = {};
    bool anywhere = false; // completions are many: a list offers those that have the typed words in them
    std::vector<PromptOffer> offers = {}; // below a line
    int width = 0;     // in characters; 0: what is left
    bool tall = false; // several lines; Ctrl+Enter answers
    std::function<void(const QString &)> keep = {}; // told what stands in a tall one as it is typed
};

struct Prompt
{
    QString title;
    QString button;
    std::vector<PromptField> fields;
    std::function<Result<void>(const QStringList &answers)> answer; // an answer for each field; an error keeps the question open
};

class InlinePrompt : public QWidget
{
    Q_OBJECT

public:
    InlinePrompt(Prompt prompt, const Theme &theme, QWidget *parent);
    void begin(); // takes the focus

signals:
    void closed();
    void resized(); // needs another height

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeField(const PromptField &field);
    void addOffers(const PromptField &field, QWidget *edit, const Theme &theme);
    void submit();

    Prompt m_prompt;
    std::vector<std::function<QString()>> m_answers;
    std::vector<QWidget *> m_fields;
    ToneLabel *m_error = nullptr;
};

} // namespace qd::ui
