package org.omloop.server.stickers;

import java.util.Locale;

/** A sheet as SVG, one unit a millimetre. */
public final class SheetSvg {
  private SheetSvg() {}

  /** Draws a sheet. */
  public static String draw(Sheet sheet) {
    SheetSize size = sheet.size();
    StringBuilder svg = new StringBuilder(format("""
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$smm" height="%2$smm" viewBox="0 0 %1$s %2$s">
        <rect width="%1$s" height="%2$s" fill="#fff"/>
        """, size.width, size.height));
    svg.append(
        "<g font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\" text-anchor=\"middle\">\n");
    for (Sheet.Line line : sheet.lines()) {
      svg.append(format(
          "<text x=\"%s\" y=\"%s\" font-size=\"%s\">",
          size.width / 2, line.baseline(), line.height()));
      svg.append(escaped(line.text())).append("</text>\n");
    }
    svg.append(format(
        "</g>\n<g transform=\"translate(%s %s) scale(%s)\">",
        sheet.codeLeft(), sheet.firstRow(), sheet.module()));
    return svg.append("<path shape-rendering=\"crispEdges\" d=\"")
        .append(sheet.code().path())
        .append("\"/></g>\n</svg>\n")
        .toString();
  }

  private static String format(String text, Float... lengths) {
    Object[] printed = new Object[lengths.length];
    for (int at = 0; at < lengths.length; at++) {
      printed[at] = String.format(Locale.ROOT, "%.4f", lengths[at]).replaceAll("\\.?0+$", "");
    }
    return String.format(Locale.ROOT, text, printed);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
