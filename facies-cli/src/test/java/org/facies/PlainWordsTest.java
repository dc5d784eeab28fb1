package org.facies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Texts that a person reads avoid the phrases of {@code plain-words.txt}: comments and literals of main Java,
 * templates, messages, scripts and styles of pages, and all Markdown.
 */
class PlainWordsTest {
    private static final Pattern KEY = Pattern.compile("`[\\w.<>\\[\\]-]+`|@JsonProperty\\(\"\\w+\"\\)");
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Set<String> SOURCES = Set.of("java", "jte", "yaml", "yml", "js", "css", "html", "properties");
    private static final String READ_EVERYWHERE = "md";

    private final PlainWords words;

    PlainWordsTest() throws IOException {
        words = PlainWords.ofFacies();
    }

    @Test
    void texts_for_people_use_plain_words() throws IOException {
        List<Path> files = files();
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String source = withoutKeys(Files.readString(file));
            for (PlainWords.Found each : words.in(extension(file).equals("java") ? JavaTexts.of(source) : source)) {
                found.add(ROOT.relativize(file) + ":" + each.line() + ": \"" + each.phrase() + "\"; write: "
                        + each.instead());
            }
        }
        assertThat(words.size()).isGreaterThan(50);
        assertThat(files).hasSizeGreaterThan(900);
        assertThat(found).as("phrases of plain-words.txt").isEmpty();
    }

    @Test
    void a_phrase_is_found_with_its_line_and_what_to_write_instead() {
        assertThat(words.in("Two are\nDearer than one."))
                .containsExactly(new PlainWords.Found(2, "dearer", "slower, more expensive"));
        assertThat(words.in("No one heard it; the well-brought-up child besides."))
                .isEmpty();
    }

    @Test
    void a_phrase_is_found_across_lines_of_a_comment_of_markdown_and_of_joined_literals() {
        assertThat(found("/**\n * A training goes on\n * where it was.\n */")).containsExactly("goes on where");
        assertThat(words.in("> They are of\n> their kind."))
                .extracting(PlainWords.Found::phrase)
                .containsExactly("of their kind");
        assertThat(found("print(\"It goes on \"\n        + \"where it was\");")).containsExactly("goes on where");
        assertThat(found("print(\"It goes on\", \"where it was\");")).isEmpty();
        assertThat(found("print(\"It goes on\" + where + \"it was\");")).isEmpty();
    }

    @Test
    void a_phrase_is_found_in_a_text_block_also_across_its_joined_lines_and_after_an_escape() {
        assertThat(found("String page = \"\"\"\n    A \"quoted\" word, trained anew.\n    \"\"\";"))
                .containsExactly("anew");
        assertThat(found("String page = \"\"\"\n    goes on \\\n    where\n    \"\"\";"))
                .containsExactly("goes on where");
        assertThat(found("print(\"Trained\\nanew\");")).containsExactly("anew");
    }

    @Test
    void an_identifier_is_no_text() {
        assertThat(found("int beside = anew(brought); // next to it\nchar quote = '\"'; beside++; char end = '\"';"))
                .isEmpty();
    }

    @Test
    void a_key_of_a_file_is_no_text() {
        assertThat(words.in(withoutKeys("| `commonest` | share |"))).isEmpty();
        assertThat(found(withoutKeys("@JsonProperty(\"commonest\") double majority")))
                .isEmpty();
        assertThat(words.in(withoutKeys("the `commonest class`"))).hasSize(1);
    }

    /**
     * Blanks out the keys of files, which stay as they are: single words in backquotes, and names of JSON properties.
     */
    private static String withoutKeys(String source) {
        return KEY.matcher(source).replaceAll(key -> " ".repeat(key.group().length()));
    }

    private List<String> found(String java) {
        return words.in(JavaTexts.of(java)).stream()
                .map(PlainWords.Found::phrase)
                .toList();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                return name.equals("target")
                                || name.equals("node_modules")
                                || (name.startsWith(".") && !folder.equals(ROOT))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (extension(file).equals(READ_EVERYWHERE) || (isMain(file) && SOURCES.contains(extension(file)))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean isMain(Path file) {
        return file.toString().replace('\\', '/').contains("/src/main/");
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
