package org.pacegate.service.pdf;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A page put together node by node: what somebody typed is text and never markup. */
final class Xhtml {

  private final Document document;
  private final Element body;

  Xhtml(String language, String title, String style) {
    try {
      document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java builds documents", e);
    }
    Element html = document.createElement("html");
    html.setAttribute("lang", language);
    document.appendChild(html);
    Element head = under(html, "head");
    text(under(head, "title"), title);
    Element description = under(head, "meta");
    description.setAttribute("name", "description");
    description.setAttribute("content", title);
    text(under(head, "style"), style);
    body = under(html, "body");
  }

  /** Adds an element with a text to the page. */
  Element add(String name, String style, String text) {
    return add(body, name, style, text);
  }

  /** Adds an element with a text to another one. */
  Element add(Element parent, String name, String style, String text) {
    Element added = under(parent, name);
    if (style != null) {
      added.setAttribute("class", style);
    }
    if (!text.isEmpty()) {
      text(added, PdfFont.showable(text));
    }
    return added;
  }

  private Element under(Element parent, String name) {
    Element child = document.createElement(name);
    parent.appendChild(child);
    return child;
  }

  private void text(Element element, String text) {
    element.appendChild(document.createTextNode(text));
  }

  Document document() {
    return document;
  }
}
