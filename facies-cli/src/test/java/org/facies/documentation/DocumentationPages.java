package org.facies.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages whose commands are run.
 *
 * @param folder in {@code docs}
 * @param first the pages that are read first, in this order; all others follow by name
 */
record DocumentationPages(String folder, List<String> first) {
    static final DocumentationPages TUTORIAL = new DocumentationPages(
            "tutorial", List.of("demo.md", "your-cohort.md", "paper-tables.md", "prediction.md"));

    /** The first one makes what the others use. */
    static final DocumentationPages HOW_TO = new DocumentationPages("how-to", List.of("index.md"));

    DocumentationPages {
        first = List.copyOf(first);
    }

    static List<DocumentationPages> all() {
        return List.of(TUTORIAL, HOW_TO);
    }

    /** The pages in the order in which they are read. */
    List<Path> inOrder() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("..", "docs", folder))) {
            return pages.filter(page -> page.toString().endsWith(".md"))
                    .sorted(Comparator.comparingInt(this::rank).thenComparing(Path::getFileName))
                    .toList();
        }
    }

    private int rank(Path page) {
        int place = first.indexOf(page.getFileName().toString());
        return place < 0 ? first.size() : place;
    }
}
