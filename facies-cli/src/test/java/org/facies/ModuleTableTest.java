package org.facies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.ModuleTable.REPOSITORY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** ARCHITECTURE.md against the poms and the packages, in both directions. */
class ModuleTableTest {
    private final ModuleTable table;

    ModuleTableTest() throws IOException {
        this.table = ModuleTable.read();
    }

    @Test
    void each_module_of_the_build_has_a_row_and_each_row_is_a_module() throws Exception {
        NodeList modules = pom(REPOSITORY.resolve("pom.xml")).getElementsByTagName("module");

        assertThat(texts(modules)).isNotEmpty().isEqualTo(table.modules());
        assertThat(table.packages().keySet()).isEqualTo(table.modules());
    }

    @Test
    void each_module_depends_on_what_its_row_says_and_on_nothing_else() throws Exception {
        for (String module : table.modules()) {
            assertThat(dependencies(module, isFacies()))
                    .as(module)
                    .isEqualTo(table.imports().get(module));
            assertThat(dependencies(module, isFacies().negate()))
                    .as(module)
                    .isEqualTo(table.libraries().get(module));
        }
    }

    @Test
    void each_package_has_a_row_in_its_module_and_each_row_is_a_package() throws IOException {
        for (String module : table.modules()) {
            Path sources = REPOSITORY.resolve(module).resolve("src/main/java/org/facies");
            try (Stream<Path> folders = Files.list(sources)) {
                assertThat(folders.filter(Files::isDirectory)
                                .map(folder -> folder.getFileName().toString())
                                .collect(Collectors.toSet()))
                        .as(module)
                        .isEqualTo(table.packages(module));
            }
        }
    }

    private static Predicate<String> isFacies() {
        return artifact -> artifact.startsWith("facies-");
    }

    /** Artifact ids that are not for tests only, profiles left out. */
    private static Set<String> dependencies(String module, Predicate<String> wanted) throws Exception {
        Element project = pom(REPOSITORY.resolve(module).resolve("pom.xml"));
        NodeList dependencies = project.getElementsByTagName("dependency");
        Set<String> artifacts = new LinkedHashSet<>();
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            boolean ofModule = dependency.getParentNode().getParentNode().equals(project);
            if (ofModule && !texts(dependency.getElementsByTagName("scope")).contains("test")) {
                artifacts.addAll(texts(dependency.getElementsByTagName("artifactId")));
            }
        }
        artifacts.removeIf(wanted.negate());
        return artifacts;
    }

    private static Set<String> texts(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Node::getTextContent)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Element pom(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }
}
