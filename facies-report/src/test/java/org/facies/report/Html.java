package org.facies.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A report as a strict XML parser sees it. */
record Html(Document document) {

    static Html read(Path file) throws IOException, ParserConfigurationException, SAXException {
        return new Html(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(file))));
    }

    List<Element> all(String tag) {
        return all(document.getElementsByTagName(tag));
    }

    static List<Element> all(Element parent, String tag) {
        return all(parent.getElementsByTagName(tag));
    }

    Element byId(String id) {
        return all("*").stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The text with every run of spaces as one. */
    static String text(Element element) {
        return element.getTextContent().replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    String text() {
        return text(document.getDocumentElement());
    }

    private static List<Element> all(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
