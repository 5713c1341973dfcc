#include "ui/widgets/markdownpictures.h"

#include "ui/widgets/background.h"

#include <QBuffer>
#include <QImageReader>
#include <QPointer>
#include <QRegularExpression>

namespace qd::ui {
namespace {

constexpr QSize largest(1600, 1200);
constexpr int mostPixels = 100'000'000; // a picture that claims more is none that a person took

struct Read
{
    QImage image;
    bool tooLarge = false;
};

Read readPicture(QByteArray content)
{
    QBuffer buffer(&content);
    QImageReader reader(&buffer);
    const QList<QByteArray> formats{"png", "jpeg", "jpg", "gif", "bmp", "webp"};
    if (!reader.canRead() || !formats.contains(reader.format()))
        return {};
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > mostPixels)
        return {{}, true};
    reader.setAutoTransform(true);
    if (size.width() > largest.width() || size.height() > largest.height())
        reader.setScaledSize(size.scaled(largest, Qt::KeepAspectRatio));
    return {reader.read(), false};
}

} // namespace

MarkdownPictures::Picture MarkdownPictures::picture(const QString &target)
{
    static const QRegularExpression form(QStringLiteral("^attachment:([0-9a-f]{64})$"), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(target);
    if (!match.hasMatch())
        return {{}, tr("only pictures that are attached to the incident are shown")};
    const QString sha256 = match.captured(1).toLower();
    if (const auto known = m_known.constFind(sha256); known != m_known.cend())
        return *known;
    if (!m_source)
        return {{}, tr("pictures are not shown here")};
    m_known.insert(sha256, {});
    const QPointer<MarkdownPictures> self(this);
    m_source(sha256, [self, sha256, generation = m_generation](const Result<QByteArray> &content) {
        if (self && self->m_generation == generation)
            self->take(sha256, content);
    });
    return m_known.value(sha256);
}

void MarkdownPictures::take(const QString &sha256, const Result<QByteArray> &content)
{
    if (!content) {
        m_known.insert(sha256, {{}, content.error().sentence});
        emit arrived();
        return;
    }
    inBackground(
        this, [bytes = *content] { return readPicture(bytes); },
        [this, sha256, generation = m_generation](const Read &read) {
            if (generation != m_generation)
                return;
            const QString problem = read.tooLarge ? tr("the picture is too large to be shown")
                : read.image.isNull()             ? tr("the attachment is no picture, or it is damaged")
                                                  : QString();
            m_known.insert(sha256, {read.image, problem});
            emit arrived();
        });
}

void MarkdownPictures::forget()
{
    ++m_generation;
    m_known.clear();
}

} // namespace qd::ui
