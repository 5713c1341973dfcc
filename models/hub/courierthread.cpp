#include "models/hub/courierthread.h"

#include "models/hub/attachmentwork.h"
#include "models/hub/callguard.h"
#include "models/hub/courierwork.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QThread>

#include <atomic>

namespace qd::hub {
namespace {

using namespace std::chrono_literals;

constexpr auto politely = 150ms; // for a hub that answers
constexpr auto atOnce = 250ms;   // for a call that was broken
std::atomic<bool> leftBehind = false;

template<class Work>
struct Desk // a worker and its thread
{
    std::unique_ptr<QThread> thread;
    QPointer<Work> work;

    void open(Work *worker, const char *name)
    {
        thread = std::make_unique<QThread>();
        thread->setObjectName(QLatin1String(name));
        work = worker;
        worker->moveToThread(thread.get());
        QObject::connect(thread.get(), &QThread::finished, worker, &QObject::deleteLater);
        thread->start();
    }

    template<class Do>
    void ask(Do &&what) const
    {
        if (work)
            QMetaObject::invokeMethod(work.data(), std::forward<Do>(what), Qt::QueuedConnection);
    }

    // What does not end is left to itself: nobody hears of it any more, and it touches nothing of ours.
    void close(QDeadlineTimer until)
    {
        if (!thread)
            return;
        thread->quit();
        if (!thread->wait(until)) {
            leftBehind = true;
            thread.release();
        }
        thread.reset();
    }
};

} // namespace

class CourierThread::Private
{
public:
    QString file;
    ConsoleId console;
    QString home;
    const HubClock &clock;
    HubStatus status;
    IncidentId incident;
    QString password;
    std::shared_ptr<CallGuard> guard;
    Desk<CourierWork> courier;
    Desk<AttachmentWork> attachments;
    int start = 0; // which: a password that comes after the next one is not for it

    void carryAttachments(CourierThread *face)
    {
        if (!attachments.thread) {
            auto *work = new AttachmentWork(file, *address, home, guard);
            QObject::connect(work, &AttachmentWork::arrived, face, &CourierThread::arrived);
            attachments.open(work, "attachments");
        }
        attachments.ask([work = attachments.work, secret = password] { work->carry(secret); });
    }

    std::optional<HubAddress> address;
};

CourierThread::CourierThread(const QString &file, const ConsoleId &console, const QString &home, const HubClock &clock, QObject *parent)
    : QObject(parent),
      d(new Private{file, console, home, clock, {}, {}, {}, {}, {}, {}, 0, {}})
{
    qRegisterMetaType<HubStatus>();
    qRegisterMetaType<std::vector<Present>>();
    qRegisterMetaType<Duration>("qd::Duration");
}

CourierThread::~CourierThread()
{
    stop();
}

void CourierThread::start(const HubAddress &address, const PasswordSource &passwords)
{
    stop();
    d->address = address;
    d->status = {};
    d->status.state = HubState::Connecting;
    d->status.address = address.text();
    emit statusChanged(d->status);
    d->guard = std::make_shared<CallGuard>();
    auto *work = new CourierWork(d->file, d->console, address, d->home, d->clock, d->guard);
    // What was said before stop() may be on its way still: it is of another start, and is not told.
    const auto heard = [this, begun = d->start](auto tell) {
        return [this, begun, tell](const auto &...said) {
            if (d->start == begun)
                tell(said...);
        };
    };
    connect(work, &CourierWork::statusChanged, this, heard([this](const HubStatus &status) {
                d->status = status;
                emit statusChanged(status);
            }));
    connect(work, &CourierWork::arrived, this, &CourierThread::arrived);
    connect(work, &CourierWork::presenceChanged, this,
            heard([this](const std::vector<Present> &present) { emit presenceChanged(present); }));
    connect(work, &CourierWork::clockOffsetChanged, this, heard([this](Duration hubIsAhead) { emit clockOffsetChanged(hubIsAhead); }));
    connect(work, &CourierWork::parcelsWait, this, heard([this] { d->carryAttachments(this); }));
    d->courier.open(work, "courier");
    lookAt(d->incident);
    passwords([face = QPointer(this), begun = d->start](const QString &password) {
        if (face && face->d->start == begun)
            face->usePassword(password);
    });
}

void CourierThread::usePassword(const QString &password)
{
    d->password = password;
    d->courier.ask([work = d->courier.work, password] { work->begin(password); });
}

void CourierThread::stop()
{
    ++d->start;
    if (!d->courier.thread)
        return;
    if (d->courier.work)
        d->courier.work->disconnect(this);
    if (d->attachments.work)
        d->attachments.work->disconnect(this);
    if (d->status.state == HubState::InStep) {
        d->courier.ask([work = d->courier.work] {
            work->leave();
            work->thread()->quit();
        });
        d->courier.thread->wait(QDeadlineTimer(politely));
    }
    d->guard->end();
    const QDeadlineTimer until(atOnce);
    d->courier.close(until);
    d->attachments.close(until);
    d->password.fill(QLatin1Char('*'));
    d->password.clear();
    d->status = {};
    emit statusChanged(d->status);
}

void CourierThread::tryNow()
{
    d->courier.ask([work = d->courier.work] { work->tryNow(); });
}

void CourierThread::hint()
{
    d->courier.ask([work = d->courier.work] { work->appended(); });
}

void CourierThread::lookAt(const IncidentId &incident)
{
    d->incident = incident;
    d->courier.ask([work = d->courier.work, incident] { work->lookAt(incident); });
}

const HubStatus &CourierThread::status() const
{
    return d->status;
}

bool CourierThread::hasLeftBehind()
{
    return leftBehind;
}

} // namespace qd::hub
