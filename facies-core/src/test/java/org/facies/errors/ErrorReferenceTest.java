package org.facies.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/errors.md} lists what the sources of all modules can print. */
class ErrorReferenceTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/reference/errors.md");

    private static List<ErrorText> errors;

    @BeforeAll
    static void read() throws IOException {
        errors = ErrorTexts.of(Sources.of(ROOT), ROOT);
    }

    @Test
    void the_published_page_has_every_error_of_the_sources() throws IOException {
        String page = ErrorPage.write(errors);
        if (Boolean.getBoolean("facies.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("write it with: mvn -pl facies-core test -Dtest=ErrorReferenceTest"
                        + " -Dsurefire.argLine=-Dfacies.update=true")
                .exists()
                .hasContent(page);
    }

    @Test
    void every_area_has_errors() {
        for (Area area : Area.ALL) {
            assertThat(errors)
                    .as(area.title())
                    .anyMatch(error -> ErrorPage.of(error).equals(area));
        }
    }

    @Test
    void words_that_a_caller_gives_stand_in_the_list() {
        assertThat(errors)
                .contains(
                        new ErrorText(
                                "facies-core/src/main/java/org/facies/file/InputFile.java",
                                "<file>",
                                "is a folder, not a file",
                                "Give the path of a file that exists and that you may read."),
                        new ErrorText(
                                "facies-study/src/main/java/org/facies/study/ValueChecks.java",
                                "<file>, <key>",
                                "\"<value>\" is not a number",
                                "Write a number <words>, for example <written>."));
    }
}
