#include "app/notices/soundplayer.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace qd {
namespace {

struct Player
{
    const char *program;
    const char *option; // before the file; empty: none
};

constexpr Player players[] = {{"pw-play", ""}, {"paplay", ""}, {"canberra-gtk-play", "-f"}, {"aplay", "-q"}};

bool playBy(const Player &player, const QString &file)
{
    const QString program = QStandardPaths::findExecutable(QLatin1String(player.program));
    if (program.isEmpty())
        return false;
    QProcess process;
    process.setProgram(program);
    process.setArguments(*player.option ? QStringList{QLatin1String(player.option), file} : QStringList{file});
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    return process.startDetached();
}

} // namespace

QString SoundPlayer::fileOf(bool urgent)
{
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>();
    const QString name = urgent ? QStringLiteral("missed.wav") : QStringLiteral("near.wav");
    const QString path = m_folder->filePath(name);
    return QFile::exists(path) || QFile::copy(QStringLiteral(":/quarterdeck/sounds/") + name, path) ? path : QString();
}

void SoundPlayer::play(bool urgent)
{
    const QString file = fileOf(urgent);
    const bool played = !file.isEmpty()
        && std::any_of(std::begin(players), std::end(players), [&file](const Player &player) { return playBy(player, file); });
    if (!played)
        QApplication::beep();
}

} // namespace qd
