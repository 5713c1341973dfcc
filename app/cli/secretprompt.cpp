#include "app/cli/secretprompt.h"

#include <QFile>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace qd::cli {
namespace {

class Quiet // the terminal does not show what is typed
{
public:
    explicit Quiet(int terminal) : m_terminal(terminal)
    {
        m_isQuiet = ::tcgetattr(terminal, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_isQuiet = m_isQuiet && ::tcsetattr(terminal, TCSAFLUSH, &quiet) == 0;
    }
    ~Quiet()
    {
        if (m_isQuiet)
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    Quiet(const Quiet &) = delete;
    Quiet &operator=(const Quiet &) = delete;
    [[nodiscard]] bool isQuiet() const { return m_isQuiet; }

private:
    int m_terminal;
    termios m_before{};
    bool m_isQuiet = false;
};

Result<QString> lineOf(int file)
{
    QByteArray line;
    for (char byte = 0; line.size() < 10000 && ::read(file, &byte, 1) == 1 && byte != '\n';)
        line += byte;
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.contains('\0'))
        return failure(ErrorCode::Usage, QStringLiteral("a password has no null character"));
    return QString::fromUtf8(line);
}

} // namespace

bool canAskSecret()
{
    return ::isatty(STDIN_FILENO) != 0;
}

Result<QString> askSecret(const QString &question)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0)
        return failure(ErrorCode::Usage, QStringLiteral("there is no terminal to ask for the password at; give it with --password-stdin"));
    Result<QString> answer =
        failure(ErrorCode::Usage, QStringLiteral("the terminal shows what is typed; give the password with --password-stdin"));
    if (const Quiet quiet(terminal); quiet.isQuiet()) {
        QFile screen;
        if (screen.open(terminal, QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            screen.write(question.toUtf8() + ": ");
            answer = lineOf(terminal);
            screen.write("\n");
        }
    }
    ::close(terminal);
    return answer;
}

Result<QString> readSecret()
{
    const Result<QString> line = lineOf(STDIN_FILENO);
    if (line && line->isEmpty())
        return failure(ErrorCode::Usage, QStringLiteral("--password-stdin: no password came; write it as the first line of the input"));
    return line;
}

} // namespace qd::cli
