package nepsong.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The names in our models, by process and element. */
public final class Models {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private Models() {}

    /** By process key and element id; the process itself stands under its own key. */
    public static Map<String, Map<String, String>> names() {
        Map<String, Map<String, String>> models = new LinkedHashMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:/processes/*.bpmn")) {
                try (InputStream stream = file.getInputStream()) {
                    Document model = parse(new InputSource(stream));
                    Element process = (Element)
                            model.getElementsByTagNameNS(BPMN, "process").item(0);
                    Map<String, String> names = new LinkedHashMap<>();
                    names.put(process.getAttribute("id"), process.getAttribute("name"));
                    eachNamed(process, (element, name) -> names.put(element.getAttribute("id"), name));
                    models.put(process.getAttribute("id"), names);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return models;
    }

    /**
     * What all tasks of a step are called, without whose they are: what a model computes into its name says that.
     *
     * @param element of the process; the process itself under its own key
     */
    public static Optional<String> called(String process, String element) {
        return Optional.ofNullable(Drawn.NAMES.getOrDefault(process, Map.of()).get(element))
                .map(DrawnNames::ofAll);
    }

    /** Read when somebody first asks, since the start is the slower for it. */
    private static final class Drawn {
        static final Map<String, Map<String, String>> NAMES = names();
    }

    static void eachNamed(Element process, BiConsumer<Element, String> action) {
        NodeList all = process.getElementsByTagNameNS(BPMN, "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.hasAttribute("id") && !element.getAttribute("name").isBlank()) {
                action.accept(element, element.getAttribute("name"));
            }
        }
    }

    /** Without anything that a document may bring in from elsewhere. */
    static Document parse(InputSource xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(xml);
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(broken);
        }
    }
}
