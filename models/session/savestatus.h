#pragma once

#include <QString>

namespace qd {

enum class SaveState { Saved, Saving, Failed };

struct SaveStatus
{
    SaveState state = SaveState::Saved;
    int waiting = 0;  // events not durable yet
    QString sentence; // when it failed: what is wrong and what to do
    bool operator==(const SaveStatus &) const = default;
};

} // namespace qd
