#pragma once
// The review of a written plan that is imported: its document, what was read from it, and what a person makes of that. Lives on the window's
// thread; the document is read off it.
//
// 1. Whatever a person changes is kept as a draft at once: a review that was left, or that a crash ended, goes on where it was.
// 2. A document that was imported before is read again with the corrections kept (models/plan/revise.h).
// 3. A plan comes into use only when the checker has nothing against it.

#include "models/plan/importstore.h"
#include "models/plan/pointing.h"
#include "models/plan/revise.h"
#include "models/session/planediting.h"

#include <QFutureWatcher>

namespace qd {

// Something that wants a person's eye.
struct Decision
{
    enum class Kind { Problem, Clash, Conflict, Unread };

    Kind kind = Kind::Unread;
    QString id;             // stays as long as it is the same thing
    QString name;           // of the fact that it is about; empty: none
    QString title;          // "P1 High: Respond within", or the line as it is written
    QString detail;         // a sentence
    QStringList choices;    // what can be chosen, in words
    int taken = -1;         // the one that the plan has now
    std::vector<int> lines; // of the document; for a conflict one a choice
    bool operator==(const Decision &) const = default;
};

class PlanReview : public QObject
{
    Q_OBJECT

public:
    struct Services // all outlive the review
    {
        const plan::ImportStore &imports;
        std::function<Result<plan::Plan>(const QString &id)> load;      // the plan that is in use
        std::function<Result<QString>(const plan::Plan &plan)> install; // gives its id
    };
    PlanReview(Services services, QObject *parent);
    ~PlanReview() override;

    void open(const QString &path); // opened() or failed() follows; what was open is left
    void stop();                    // reading: nothing follows
    [[nodiscard]] bool isReading() const { return m_reading.isRunning(); }
    [[nodiscard]] bool isOpen() const { return !m_document.isEmpty(); }
    [[nodiscard]] const QString &document() const { return m_document; } // its file name
    [[nodiscard]] const QString &text() const { return m_text; }         // as it was read: garbled characters are mended
    [[nodiscard]] PlanEditing &editing() { return m_editing; }
    [[nodiscard]] const plan::Plan &read() const { return m_read; }                      // by the rules alone
    [[nodiscard]] const std::vector<Decision> &decisions() const { return m_decisions; } // the most pressing first
    [[nodiscard]] bool isRepeated() const { return m_before.has_value(); }               // the document was imported before
    [[nodiscard]] const plan::Revision &revision() const { return m_revision; }
    [[nodiscard]] bool goesOn() const { return m_goesOn; } // a draft of this review was found

    Result<void> choose(const QString &decision, int choice);
    Result<void> setAside(const QString &decision);                                      // a conflict or an unread line that needs nothing
    Result<QString> giveMeaning(const QString &meaning, const QString &words, int line); // gives the name of the fact

    Result<QString> use();                          // installs the plan; gives its id
    Result<void> saveAs(const QString &path) const; // as YAML; an existing file is replaced

signals:
    void progressed(double share); // 0 to 1
    void opened();
    void failed(const QString &sentence);
    void changed();

private:
    struct Reading;
    void take();
    void followChange();
    void collectDecisions();
    [[nodiscard]] const Decision *find(const QString &id) const;
    void addConflict(const plan::Conflict &conflict);
    [[nodiscard]] QString titleOf(const QString &name) const;
    [[nodiscard]] Result<plan::Plan> whole() const; // or what stands against it

    Services m_services;
    PlanEditing m_editing;
    QString m_document;
    QString m_text;
    plan::Plan m_read;
    std::optional<plan::ImportRecord> m_before;
    plan::Revision m_revision;
    QStringList m_settled; // clashes
    std::vector<Decision> m_decisions;
    QFutureWatcher<std::shared_ptr<Reading>> m_reading;
    bool m_goesOn = false;
};

} // namespace qd
