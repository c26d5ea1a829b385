package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What Surefire has reported of {@link SpecsTest}; runs in an execution after that of the other tests. */
final class SurefireReportTest {

    private static final Path REPORT = Path.of("target/surefire-reports/TEST-" + SpecsTest.class.getName() + ".xml");

    @Test
    void showsEachSpecByItsNamesUnderItsClass() throws Exception {
        List<String> names = new ArrayList<>();
        for (Element test : tests()) {
            assertThat(test.getAttribute("classname")).isEqualTo(SpecsTest.class.getName());
            names.add(test.getAttribute("name"));
        }
        assertThat(names)
                .hasSizeGreaterThan(40)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.contains("_spec.lua > "))
                .anyMatch(name ->
                        name.endsWith("tutorial/greeter_spec.lua > the greeter > says so when the room is full"))
                .anyMatch(name -> name.endsWith("migrate/stack_spec.lua > a stack > takes no nil"));
    }

    private static List<Element> tests() throws Exception {
        assertThat(REPORT).as("the report of `mvn test` in docs").exists();
        Document report =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(REPORT.toFile());
        NodeList found = report.getElementsByTagName("testcase");
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }
}
