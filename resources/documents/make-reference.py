#!/usr/bin/env python3
"""Makes reference.odt and reference.docx, the styles that pandoc gives to our documents, from those that it has of itself.

Run it in this folder after a change; the two files are checked in, so that a build needs no pandoc.
"""
import io
import re
import subprocess
import zipfile

INK, SOFT, LINE = "1b1f24", "57606a", "c9d1d9"
STAMP = (2026, 1, 1, 0, 0, 0)  # the same input gives the same bytes


def parts_of(ending):
    data = subprocess.run(["pandoc", "--print-default-data-file", "reference." + ending], check=True, stdout=subprocess.PIPE).stdout
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.startswith("Thumbnails/")}


def write(name, parts):
    with zipfile.ZipFile(name, "w") as archive:
        for path in sorted(parts, key=lambda path: (path != "mimetype", path != "[Content_Types].xml", path)):
            how = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(path, STAMP), parts[path], how)


# --- ODT

def odt_style(name, parent, paragraph, text, display=None, level=None, next_style="Text_20_body"):
    return (f'<style:style style:name="{name}"' + (f' style:display-name="{display}"' if display else "") + ' style:family="paragraph"'
            + (f' style:parent-style-name="{parent}"' if parent else "") + (f' style:next-style-name="{next_style}"' if level else "")
            + (f' style:default-outline-level="{level}"' if level else "") + ' style:class="text">'
            + f'<style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>')


def odt_size(points, extra=""):
    return " ".join(f'{key}="{points}pt"' for key in ("fo:font-size", "style:font-size-asian", "style:font-size-complex")) + " " + extra


BOLD = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold" fo:font-style="normal" '


def odt_styles(xml):
    def margins(top, bottom, more=""):
        return f'fo:margin-top="{top}mm" fo:margin-bottom="{bottom}mm" style:contextual-spacing="false" {more}'

    keep = 'fo:keep-with-next="always"'
    cell = f'fo:margin-right="2mm" fo:padding-top="0.8mm" fo:margin-bottom="0.8mm" style:join-border="false"'
    styles = {
        "Standard": odt_style("Standard", "", 'fo:line-height="125%"', odt_size(10, f'fo:color="#{INK}" style:use-window-font-color="false"')),
        "Text_20_body": odt_style("Text_20_body", "Standard", margins(1.2, 1.6), "", "Text body"),
        "Heading": odt_style("Heading", "Standard", margins(6, 2, keep), odt_size(13, BOLD)),
        "Title": odt_style("Title", "Heading", margins(0, 1, 'fo:text-align="start"'), odt_size(22, BOLD)),
        "Heading_20_1": odt_style("Heading_20_1", "Heading", margins(8, 2.5, keep), odt_size(15, BOLD), "Heading 1", 1),
        "Heading_20_2": odt_style("Heading_20_2", "Heading", margins(6, 2, keep), odt_size(12.5, BOLD), "Heading 2", 2),
        "Heading_20_3": odt_style("Heading_20_3", "Heading", margins(5, 1.5, keep), odt_size(11, BOLD), "Heading 3", 3),
        "Heading_20_4": odt_style("Heading_20_4", "Heading", margins(4, 1.5, keep), odt_size(10, BOLD), "Heading 4", 4),
        "Table_20_Contents": odt_style("Table_20_Contents", "Standard", f'fo:border-top="0.5pt solid #{LINE}" {cell}', odt_size(8.5), "Table Contents"),
        "Table_20_Heading": odt_style("Table_20_Heading", "Table_20_Contents", f'fo:border-top="none" {keep}',
                                      odt_size(8.5, BOLD + f'fo:color="#{SOFT}"'), "Table Heading"),
        "Contents_20_Title": odt_style("Contents_20_Title", "Standard", margins(7, 2, keep), odt_size(10, BOLD), "Contents Title"),
        "Footer": odt_style("Footer", "Standard", 'fo:text-align="end"', odt_size(8, f'fo:color="#{SOFT}"')),
        "Header": odt_style("Header", "Standard", f'fo:border-bottom="0.5pt solid #{LINE}" fo:padding-bottom="1.2mm"', odt_size(8, f'fo:color="#{SOFT}"')),
    }
    for name, style in styles.items():
        form = rf'<style:style style:name="{name}"(?:[^>]*/>|.*?</style:style>)'
        xml, count = re.subn(form, lambda _: style, xml, count=1, flags=re.S)
        if not count:
            xml = xml.replace("</office:styles>", style + "</office:styles>", 1)
    xml = re.sub(r'(<style:default-style style:family="paragraph">.*?)style:font-name="Times New Roman" fo:font-size="12pt"',
                 r'\1style:font-name="Arial" fo:font-size="10pt"', xml, count=1, flags=re.S)
    xml = xml.replace("svg:font-family=\"Arial\"", "svg:font-family=\"'Liberation Sans', Arial\"", 1)
    layout = ('<style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" style:num-format="1" style:print-orientation="portrait"'
              ' fo:margin-top="14mm" fo:margin-bottom="14mm" fo:margin-left="20mm" fo:margin-right="20mm" style:writing-mode="lr-tb"/>'
              '<style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="5mm"/></style:header-style>'
              '<style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="5mm"/></style:footer-style>')
    xml = re.sub(r'(<style:page-layout style:name="Mpm1">).*?(</style:page-layout>)', lambda m: m[1] + layout + m[2], xml, flags=re.S)
    pages = ('<style:header><text:p text:style-name="Header"><text:title/></text:p></style:header><style:footer><text:p text:style-name="Footer">'
             '<text:page-number text:select-page="current">1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer>')
    return re.sub(r'(<style:master-page[^>]*>).*?(</style:master-page>)', lambda m: m[1] + pages + m[2], xml, flags=re.S)


def make_odt():
    parts = parts_of("odt")
    parts["styles.xml"] = odt_styles(parts["styles.xml"].decode()).encode()
    manifest = parts["META-INF/manifest.xml"].decode()
    parts["META-INF/manifest.xml"] = re.sub(r'\s*<manifest:file-entry[^>]*Thumbnails[^>]*/>', "", manifest).encode()
    write("reference.odt", parts)


# --- DOCX

FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'


def run(points, bold=False, colour=INK):
    size = int(points * 2)
    return (f'<w:rPr>{FONT}' + ("<w:b/><w:bCs/>" if bold else "") + f'<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>')


def docx_style(identity, name, based, before, after, properties, level=None, keep=False):
    outline = f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
    kept = "<w:keepNext/><w:keepLines/>" if keep else ""
    return (f'<w:style w:styleId="{identity}" w:type="paragraph"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/><w:next w:val="BodyText"/><w:qFormat/>'
            f'<w:pPr>{kept}<w:spacing w:before="{before}" w:after="{after}"/>{outline}</w:pPr>{properties}</w:style>')


def docx_styles(xml):
    styles = {
        "BodyText": '<w:style w:styleId="BodyText" w:type="paragraph"><w:name w:val="Body Text"/><w:basedOn w:val="Normal"/><w:link w:val="BodyTextChar"/>'
                    '<w:qFormat/><w:pPr><w:spacing w:before="0" w:after="130" w:line="288" w:lineRule="auto"/></w:pPr></w:style>',
        "Compact": docx_style("Compact", "Compact", "BodyText", 40, 40, "<w:rPr><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/></w:rPr>"),
        "Title": docx_style("Title", "Title", "Normal", 0, 80, run(22, True), keep=True),
        "Heading1": docx_style("Heading1", "heading 1", "Normal", 440, 140, run(15, True), 0, True),
        "Heading2": docx_style("Heading2", "heading 2", "Normal", 340, 110, run(12.5, True), 1, True),
        "Heading3": docx_style("Heading3", "heading 3", "Normal", 280, 90, run(11, True), 2, True),
        "Heading4": docx_style("Heading4", "heading 4", "Normal", 240, 80, run(10, True), 3, True),
    }
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE}"'
    styles["Table"] = (
        '<w:style w:default="1" w:styleId="Table" w:type="table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f'<w:tblPr><w:tblInd w:type="dxa" w:w="0"/><w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders><w:tblCellMar>'
        '<w:top w:type="dxa" w:w="0"/><w:left w:type="dxa" w:w="0"/><w:bottom w:type="dxa" w:w="0"/><w:right w:type="dxa" w:w="140"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="{SOFT}"/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{LINE}"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>')
    for identity, style in styles.items():
        form = rf'<w:style\b(?:(?!</w:style>).)*?w:styleId="{identity}"(?:(?!</w:style>).)*</w:style>'
        xml, count = re.subn(form, lambda _: style, xml, count=1, flags=re.S)
        if count != 1:
            raise SystemExit("no style " + identity)
    contents = docx_style("ContentsTitle", "Contents Title", "Normal", 320, 100, run(10, True), keep=True)
    xml = xml.replace("</w:styles>", contents + "</w:styles>")
    defaults = (f'<w:docDefaults><w:rPrDefault><w:rPr>{FONT}<w:color w:val="{INK}"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-GB"/></w:rPr>'
                '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>')
    return re.sub(r'<w:docDefaults>.*?</w:docDefaults>', lambda _: defaults, xml, flags=re.S)


NAMES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
         'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def field(name):
    return f'<w:fldSimple w:instr=" {name} "><w:r>{run(8, colour=SOFT)}<w:t></w:t></w:r></w:fldSimple>'


def make_docx():
    parts = parts_of("docx")
    parts["word/styles.xml"] = docx_styles(parts["word/styles.xml"].decode()).encode()
    line = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{LINE}"/></w:pBdr>'
    parts["word/header1.xml"] = f'{HEAD}<w:hdr {NAMES}><w:p><w:pPr>{line}</w:pPr>{field("TITLE")}</w:p></w:hdr>'.encode()
    slash = f'<w:r>{run(8, colour=SOFT)}<w:t xml:space="preserve"> / </w:t></w:r>'
    parts["word/footer1.xml"] = (f'{HEAD}<w:ftr {NAMES}><w:p><w:pPr><w:jc w:val="right"/></w:pPr>{field("PAGE")}{slash}{field("NUMPAGES")}</w:p></w:ftr>').encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = types.replace(
        "</Types>", f'<Override PartName="/word/header1.xml" ContentType="{kind}header+xml"/>'
                    f'<Override PartName="/word/footer1.xml" ContentType="{kind}footer+xml"/></Types>').encode()
    rels = parts["word/_rels/document.xml.rels"].decode()
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    parts["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>", f'<Relationship Id="rIdHead" Type="{base}header" Target="header1.xml"/>'
                            f'<Relationship Id="rIdFoot" Type="{base}footer" Target="footer1.xml"/></Relationships>').encode()
    section = ('<w:sectPr><w:headerReference w:type="default" r:id="rIdHead"/><w:footerReference w:type="default" r:id="rIdFoot"/>'
               '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1300" w:right="1134" w:bottom="1200" w:left="1134" w:header="700" w:footer="600" w:gutter="0"/></w:sectPr>')
    document = parts["word/document.xml"].decode()
    document = re.sub(r'<w:sectPr\b[^>]*/>|<w:sectPr\b.*?</w:sectPr>', "", document, flags=re.S)
    parts["word/document.xml"] = document.replace("</w:body>", section + "</w:body>").encode()
    write("reference.docx", parts)


make_odt()
make_docx()
