#pragma once
// A server of one calendar, in this process: it says what it was asked.

#include <QTcpServer>
#include <QTcpSocket>

namespace qd::test {

class FeedServer : public QTcpServer
{
public:
    FeedServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                asked << socket->readAll();
                if (silent)
                    return;
                const bool isKnown = !etag.isEmpty() && asked.back().contains("If-None-Match: " + etag);
                const QByteArray content = isKnown ? QByteArray() : body;
                socket->write("HTTP/1.1 " + (isKnown ? QByteArray("304 Not Modified") : status)
                              + "\r\nContent-Length: " + QByteArray::number(content.size()) + "\r\nConnection: close\r\n"
                              + (etag.isEmpty() ? QByteArray() : "ETag: " + etag + "\r\n") + head + "\r\n" + content);
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QString address(const char *path = "/rota.ics") const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(QLatin1String(path));
    }

    QByteArray status = "200 OK";
    QByteArray head; // more lines
    QByteArray body;
    QByteArray etag;
    bool silent = false;
    QList<QByteArray> asked;
};

} // namespace qd::test
