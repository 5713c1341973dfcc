#pragma once
// One way to bring a notice to a person. It never waits and never takes the focus.

#include "models/items/notice.h"

#include <QObject>

#include <functional>

namespace qd::ui {

class NoticeDelivery : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        NotShown,       // another way is needed
        Shown,          // without a sound
        ShownWithSound, // or it was told that none is wanted
    };

    using QObject::QObject;
    // `done` is called once, later or now. A notice of the same key takes the place of the one before.
    virtual void show(const items::Notice &notice, const std::function<void(Outcome)> &done) = 0;
    virtual void withdraw(const QString &key) = 0; // it holds no longer; an unknown key is nothing

signals:
    void opened(const QString &key); // the person wants to see what it is about
};

} // namespace qd::ui
