#pragma once
// The two sounds of the notices, through whatever player the desktop has: a program of its own, so that a sound server that hangs, or
// is not there, holds up nothing here. Without a player: the desktop's beep.

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace qd {

class SoundPlayer
{
public:
    void play(bool urgent);                    // returns at once
    [[nodiscard]] QString fileOf(bool urgent); // a WAV that another program can read; empty: it cannot be written

private:
    std::unique_ptr<QTemporaryDir> m_folder; // made when the first sound is wanted
};

} // namespace qd
