package org.facies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The formatter wraps code at 120 columns; comments, texts and {@code bench/}, which it leaves alone, keep to them too.
 */
class LineLengthTest {
    private static final int MOST_COLUMNS = 120;

    @Test
    void no_line_of_a_source_is_longer_than_120_columns() throws IOException {
        List<Path> sources = sources(Path.of("").toAbsolutePath().getParent());
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                int columns = lines.get(i).codePointCount(0, lines.get(i).length());
                if (columns > MOST_COLUMNS) {
                    tooLong.add(source + ":" + (i + 1) + " has " + columns + " columns");
                }
            }
        }
        assertThat(sources).hasSizeGreaterThan(1000);
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.filter(LineLengthTest::holdsSources).toList()) {
                Path from = Files.isDirectory(folder.resolve("src")) ? folder.resolve("src") : folder;
                try (Stream<Path> files = Files.walk(from)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private static boolean holdsSources(Path folder) {
        String name = folder.getFileName().toString();
        return Files.isDirectory(folder) && (name.startsWith("facies-") || name.equals("bench"));
    }
}
