package org.scriptsocket.runner;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.scriptsocket.runner.SpecResult.Status;

/**
 * The XML that CI systems read: a {@code testsuite} for each file. The listener of the JUnit Platform would put all files into one, and
 * the system properties of this machine beside them.
 */
final class JunitReporter implements SpecReporter {

    private static final double MILLIS = 1000;

    private final Output out;
    private final Map<String, List<SpecResult>> files = new LinkedHashMap<>();

    JunitReporter(Output out) {
        this.out = out;
    }

    @Override
    public void result(SpecResult result) {
        files.computeIfAbsent(result.path().get(0), file -> new ArrayList<>()).add(result);
    }

    @Override
    public void end(SpecTally tally) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            begin(xml, "testsuites", "time", seconds(Math.round(tally.seconds() * MILLIS)));
            for (Map.Entry<String, List<SpecResult>> file : files.entrySet()) {
                suite(xml, file.getKey(), file.getValue(), tally);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        out.line(text.toString());
        out.flush();
    }

    private static void suite(XMLStreamWriter xml, String file, List<SpecResult> results, SpecTally tally)
            throws XMLStreamException {
        begin(xml, "testsuite", "name", file);
        attribute(xml, "tests", results.size());
        attribute(xml, "failures", count(results, Status.FAILED));
        attribute(xml, "errors", 0);
        attribute(xml, "skipped", count(results, Status.PENDING));
        attribute(
                xml,
                "time",
                seconds(results.stream().mapToLong(SpecResult::millis).sum()));
        if (tally.seed() != null) {
            xml.writeStartElement("properties");
            begin(xml, "property", "name", "seed");
            attribute(xml, "value", tally.seed());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        for (SpecResult result : results) {
            test(xml, file, result);
        }
        xml.writeEndElement();
    }

    private static void test(XMLStreamWriter xml, String file, SpecResult result) throws XMLStreamException {
        begin(xml, "testcase", "name", result.name());
        attribute(xml, "classname", file);
        attribute(xml, "file", String.valueOf(result.file()));
        attribute(xml, "line", result.line());
        attribute(xml, "time", seconds(result.millis()));
        if (result.status() == Status.FAILED) {
            begin(xml, "failure", "message", result.firstLine());
            xml.writeCharacters(legal(result.message()));
            xml.writeEndElement();
        } else if (result.status() == Status.PENDING) {
            begin(xml, "skipped", "message", result.firstLine());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void begin(XMLStreamWriter xml, String element, String attribute, String value)
            throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        attribute(xml, attribute, value);
    }

    private static void attribute(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value.toString()));
    }

    private static long count(List<SpecResult> results, Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / MILLIS);
    }

    /** XML has no way to write most control characters. */
    private static String legal(String text) {
        return ErrorReport.visible(text).replaceAll("[\\x{D800}-\\x{DFFF}\\uFFFE\\uFFFF]", "?");
    }
}
