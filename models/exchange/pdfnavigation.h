#pragma once
// What a reader may click in a PDF. Qt writes neither bookmarks nor links, so they are appended to what it wrote, as an incremental update
// (ISO 32000-1, 7.5.6): not a byte of the pages is touched.

#include <QByteArray>
#include <QRectF>
#include <QString>

#include <vector>

namespace qd::exchange {

struct PageSpot // points from the top of a page
{
    int page = 0; // from 0
    double y = 0;
};

struct Bookmark
{
    QString title;
    int level = 0; // from 0; at most one deeper than the one before
    PageSpot at;
};

struct PageLink
{
    int page = 0;
    QRectF box;      // points from the top left corner of the page
    QString address; // empty: leads to a page of the document
    PageSpot to;
};

struct Navigation
{
    std::vector<Bookmark> bookmarks;
    std::vector<PageLink> links;
};

// A PDF as Qt writes it, with those added; one of another form is given back as it was.
[[nodiscard]] QByteArray withNavigation(const QByteArray &pdf, const Navigation &navigation);

} // namespace qd::exchange
