#pragma once
// A PostgreSQL of a test's own, in a temporary folder, on a port and a Unix socket of its own. PostgreSQL refuses root: as root it runs as
// the user postgres, else as whoever runs the test. It ends with the test program, however that ends, and takes its folder with it.
//
// Logins come in by the socket without a password; by 127.0.0.1 with one (SCRAM), with or without TLS.

#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace qd::test {

struct Answer
{
    int exitCode = -1;
    QString out; // rows a line, columns parted by |
    QString error;
    [[nodiscard]] bool ok() const { return exitCode == 0; }
};

class Cluster
{
public:
    // Fails the program when PostgreSQL is not there: a test of the hub without one would test nothing.
    // A killed server loses nothing either way; Disk::AsInUse is for measurements: it waits for the disk, as a hub in use does.
    enum class Disk { NotAwaited, AsInUse };
    [[nodiscard]] static std::unique_ptr<Cluster> start(Disk disk = Disk::NotAwaited);
    // A streaming standby of `primary`: asynchronous, read-only until promote().
    [[nodiscard]] static std::unique_ptr<Cluster> standbyOf(Cluster &primary);
    ~Cluster();
    Cluster(const Cluster &) = delete;
    Cluster &operator=(const Cluster &) = delete;

    void kill(); // kill -9 of the server and all that it started
    void stop();
    void restart(); // after kill() or stop(), or in the middle of its work
    void freeze();  // it keeps its connections and answers nothing, until thaw()
    void thaw();
    void promote();      // this standby becomes the primary of its own
    void detach();       // this standby takes nothing more from its primary
    void awaitStandby(); // all that is committed here has arrived at the standbys
    void useTls();       // a CA, and a certificate for localhost and 127.0.0.1, which other hosts' names do not match
    [[nodiscard]] QString ca() const { return m_folder + QStringLiteral("/ca.crt"); }

    void createDatabase(const QString &name);
    void createLogin(const QString &name, const QString &password = {}, const QString &attributes = {}); // "CREATEROLE"

    // psql on the socket, stopping at the first error; several lines are several statements.
    [[nodiscard]] Answer psql(const QString &login, const QString &database, const QString &sql) const;
    QString must(const QString &database, const QString &sql) const; // as superuser; fails the program when it fails

    [[nodiscard]] QString superuser() const { return QStringLiteral("postgres"); }
    [[nodiscard]] QString socketFolder() const { return m_folder; } // as a host name, it means the socket
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString url(const QString &login, const QString &database, const QString &parameters = {}) const; // by 127.0.0.1

private:
    explicit Cluster(const QString &folder);
    [[nodiscard]] QString data() const { return m_folder + QStringLiteral("/data"); }
    void launch();
    void employJanitor();
    void append(const QString &file, const QString &lines) const;
    void reload() const;
    void signal(int number) const; // to the server and every process that it started

    QString m_folder;
    int m_port = 0;
    std::unique_ptr<QProcess> m_server;
    std::unique_ptr<QProcess> m_janitor; // outlives a test program that is killed, and clears up after it
};

// Runs a program as the user that PostgreSQL runs as; fails the test program when it fails.
QString runAsPostgres(const QString &program, const QStringList &arguments);

} // namespace qd::test
