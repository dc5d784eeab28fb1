package org.facies.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The pages whose commands are run, in the order in which they are read. */
enum DocumentationPages {
    TUTORIAL("tutorial", List.of("demo.md", "your-cohort.md", "paper-tables.md", "prediction.md")),
    /** The first one makes what the others use. */
    HOW_TO("how-to", List.of("index.md"));

    private final Path folder;
    private final List<String> first;

    DocumentationPages(String folder, List<String> first) {
        this.folder = Path.of("..", "docs", folder);
        this.first = first;
    }

    List<Path> inOrder() throws IOException {
        try (Stream<Path> pages = Files.list(folder)) {
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
