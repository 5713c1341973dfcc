#include "ui/mainwindow/layoutmemory.h"

#include <QDataStream>
#include <QIODevice>

namespace qd::ui {
namespace {

constexpr quint32 magic = 0x51444c31; // "QDL1"

} // namespace

QByteArray LayoutMemory::pack() const
{
    QByteArray blob;
    QDataStream stream(&blob, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << magic << perspective << states << own;
    return blob;
}

LayoutMemory LayoutMemory::unpack(const QByteArray &blob)
{
    QDataStream stream(blob);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0;
    LayoutMemory memory;
    stream >> mark;
    if (mark != magic)
        return {};
    stream >> memory.perspective >> memory.states;
    if (stream.status() == QDataStream::Ok && !stream.atEnd()) // one of before there were own ones ends here
        stream >> memory.own;
    return stream.status() == QDataStream::Ok ? memory : LayoutMemory();
}

} // namespace qd::ui
