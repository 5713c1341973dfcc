#include "models/exchange/pdfnavigation.h"

#include <QMap>
#include <QUrl>

#include <optional>

namespace qd::exchange {
namespace {

struct PdfPage
{
    int object = 0;
    int annotations = 0; // the object of its list; 0: it has none
    double height = 0;
};

struct Pdf // what must be known of one to append to it
{
    qint64 table = 0; // where its table of objects begins
    int size = 0;     // how many objects it has
    int root = 0;
    int info = 0;
    std::vector<qint64> offsets;
    std::vector<PdfPage> pages;
};

int numberAfter(const QByteArray &text, const char *name)
{
    const qsizetype at = text.indexOf(name);
    return at < 0 ? 0 : text.mid(at + qsizetype(qstrlen(name)), 16).trimmed().split(' ').front().toInt();
}

QByteArray objectText(const QByteArray &pdf, const Pdf &read, int object) // from its first `<<` to its last `>>`
{
    if (object <= 0 || object >= std::ssize(read.offsets))
        return {};
    const qint64 at = read.offsets[static_cast<size_t>(object)];
    const qint64 end = pdf.indexOf("endobj", at);
    const qint64 begins = pdf.indexOf("<<", at);
    if (at <= 0 || end < 0 || begins < 0 || begins > end)
        return {};
    return pdf.mid(begins, pdf.lastIndexOf(">>", end) + 2 - begins);
}

bool readTable(const QByteArray &pdf, Pdf &read)
{
    const qsizetype last = pdf.lastIndexOf("startxref");
    if (last < 0)
        return false;
    read.table = numberAfter(pdf.mid(last, 64).replace('\n', ' '), "startxref");
    const qsizetype trailer = pdf.indexOf("trailer", read.table);
    if (read.table <= 0 || trailer < 0 || !pdf.mid(read.table, 4).startsWith("xref"))
        return false;
    const QList<QByteArray> lines = pdf.mid(read.table, trailer - read.table).split('\n');
    for (const QByteArray &line : lines.mid(2)) {
        if (line.size() >= 18)
            read.offsets.push_back(line.left(10).toLongLong());
    }
    const QByteArray end = pdf.mid(trailer).replace('\n', ' ');
    read.size = numberAfter(end, "/Size ");
    read.root = numberAfter(end, "/Root ");
    read.info = numberAfter(end, "/Info ");
    return read.size == std::ssize(read.offsets) && read.root > 0 && read.info > 0;
}

std::optional<Pdf> readPdf(const QByteArray &pdf)
{
    Pdf read;
    if (!readTable(pdf, read))
        return std::nullopt;
    const QByteArray root = objectText(pdf, read, read.root);
    const QByteArray pages = objectText(pdf, read, numberAfter(root, "/Pages "));
    const qsizetype kids = pages.indexOf('[');
    if (root.contains("/Outlines") || kids < 0)
        return std::nullopt;
    const QByteArray list = pages.mid(kids + 1, pages.indexOf(']') - kids - 1).simplified();
    for (const QByteArray &kid : list.split('R')) {
        const int object = kid.trimmed().split(' ').front().toInt();
        const QByteArray page = objectText(pdf, read, object);
        if (object == 0)
            continue;
        const QList<QByteArray> box = page.mid(page.indexOf("/MediaBox [") + 11, 60).split(']').front().split(' ');
        if (box.size() != 4)
            return std::nullopt;
        read.pages.push_back({object, numberAfter(page, "/Annots "), box.at(3).toDouble()});
    }
    return read;
}

QByteArray textString(const QString &text) // UTF-16, as hexadecimal digits
{
    QByteArray bytes("\xFE\xFF", 2);
    for (const QChar c : text) {
        bytes += static_cast<char>(c.unicode() >> 8);
        bytes += static_cast<char>(c.unicode() & 0xff);
    }
    return '<' + bytes.toHex() + '>';
}

QByteArray uriString(const QString &address) // ASCII: what is not is encoded
{
    QByteArray uri = QUrl(address).toEncoded();
    return '(' + uri.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)") + ')';
}

QByteArray reference(int object)
{
    return QByteArray::number(object) + " 0 R";
}

QByteArray destination(const Pdf &pdf, const PageSpot &spot)
{
    const PdfPage &page = pdf.pages[static_cast<size_t>(spot.page)];
    return "[" + reference(page.object) + " /XYZ null " + QByteArray::number(page.height - spot.y, 'f', 2) + " null]";
}

bool isOn(const Pdf &pdf, int page)
{
    return page >= 0 && page < std::ssize(pdf.pages);
}

QByteArray linkObject(const Pdf &pdf, const PageLink &link)
{
    const double height = pdf.pages[static_cast<size_t>(link.page)].height;
    const auto number = [](double value) { return QByteArray::number(value, 'f', 2); };
    const QByteArray box = number(link.box.left()) + ' ' + number(height - link.box.bottom()) + ' ' + number(link.box.right()) + ' '
        + number(height - link.box.top());
    const QByteArray leads =
        link.address.isEmpty() ? "/Dest " + destination(pdf, link.to) : "/A << /S /URI /URI " + uriString(link.address) + " >>";
    return "<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [" + box + "] " + leads + " >>";
}

using Objects = QMap<int, QByteArray>; // new ones, and new versions of old ones

void addLinks(const Pdf &pdf, const std::vector<PageLink> &links, int &next, Objects &objects)
{
    QMap<int, QByteArray> lists;
    for (const PageLink &link : links) {
        if (!isOn(pdf, link.page) || (link.address.isEmpty() && !isOn(pdf, link.to.page)))
            continue;
        const int list = pdf.pages[static_cast<size_t>(link.page)].annotations;
        if (list == 0)
            continue;
        objects[next] = linkObject(pdf, link);
        lists[list] += reference(next++) + '\n';
    }
    for (auto list = lists.cbegin(); list != lists.cend(); ++list)
        objects[list.key()] = "[\n" + list.value() + "]";
}

struct Node
{
    const Bookmark *bookmark = nullptr;
    int object = 0;
    size_t parent = 0;
    std::vector<size_t> children;
};

// The first node is the root; what is deeper than its neighbour allows stands one level below it.
std::vector<Node> treeOf(const Pdf &pdf, const std::vector<Bookmark> &bookmarks, int &next)
{
    std::vector<Node> nodes{{nullptr, next++, 0, {}}};
    std::vector<size_t> path{0};
    for (const Bookmark &bookmark : bookmarks) {
        if (!isOn(pdf, bookmark.at.page))
            continue;
        path.resize(std::min(path.size(), static_cast<size_t>(std::max(0, bookmark.level)) + 1));
        nodes[path.back()].children.push_back(nodes.size());
        nodes.push_back({&bookmark, next++, path.back(), {}});
        path.push_back(nodes.size() - 1);
    }
    return nodes;
}

QByteArray nodeObject(const Pdf &pdf, const std::vector<Node> &nodes, size_t index)
{
    const Node &node = nodes[index];
    QByteArray text = "<< ";
    if (!node.bookmark)
        text += "/Type /Outlines ";
    else
        text += "/Title " + textString(node.bookmark->title) + " /Dest " + destination(pdf, node.bookmark->at) + " /Parent "
            + reference(nodes[node.parent].object);
    if (node.bookmark) {
        const std::vector<size_t> &family = nodes[node.parent].children;
        const auto here = std::find(family.begin(), family.end(), index);
        if (here != family.begin())
            text += " /Prev " + reference(nodes[*std::prev(here)].object);
        if (std::next(here) != family.end())
            text += " /Next " + reference(nodes[*std::next(here)].object);
    }
    if (!node.children.empty()) { // what lies deeper is closed at first
        text += " /First " + reference(nodes[node.children.front()].object) + " /Last " + reference(nodes[node.children.back()].object);
        text += QByteArray(" /Count ") + (node.bookmark ? "-" : "") + QByteArray::number(node.children.size());
    }
    return text + " >>";
}

QByteArray rootText(const QByteArray &old, int outlines)
{
    QByteArray root = old.left(old.size() - 2);
    if (outlines > 0)
        root += "/Outlines " + reference(outlines) + "\n/PageMode /UseOutlines\n";
    return root + "/Lang (en)\n/ViewerPreferences << /DisplayDocTitle true >>\n>>";
}

QByteArray appended(const Pdf &pdf, const Objects &objects, qint64 from)
{
    QByteArray text;
    QByteArray table = "xref\n";
    for (auto object = objects.cbegin(); object != objects.cend(); ++object) {
        table += QByteArray::number(object.key()) + " 1\n" + QByteArray::number(from + text.size()).rightJustified(10, '0') + " 00000 n \n";
        text += QByteArray::number(object.key()) + " 0 obj\n" + object.value() + "\nendobj\n";
    }
    const int size = std::max(pdf.size, objects.lastKey() + 1);
    return text + table + "trailer\n<<\n/Size " + QByteArray::number(size) + "\n/Info " + reference(pdf.info) + "\n/Root "
        + reference(pdf.root) + "\n/Prev " + QByteArray::number(pdf.table) + "\n>>\nstartxref\n" + QByteArray::number(from + text.size())
        + "\n%%EOF\n";
}

} // namespace

QByteArray withNavigation(const QByteArray &pdf, const Navigation &navigation)
{
    const std::optional<Pdf> read = readPdf(pdf);
    if (!read)
        return pdf;
    Objects objects;
    int next = read->size;
    addLinks(*read, navigation.links, next, objects);
    const std::vector<Node> nodes = treeOf(*read, navigation.bookmarks, next);
    const bool hasOutlines = nodes.size() > 1;
    for (size_t i = 0; hasOutlines && i < nodes.size(); ++i)
        objects[nodes[i].object] = nodeObject(*read, nodes, i);
    objects[read->root] = rootText(objectText(pdf, *read, read->root), hasOutlines ? nodes.front().object : 0);
    const QByteArray whole = pdf.endsWith('\n') ? pdf : pdf + '\n';
    return whole + appended(*read, objects, whole.size());
}

} // namespace qd::exchange
