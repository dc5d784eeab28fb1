package org.facies.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.documentation.DocumentedPage.NewFile;
import org.facies.documentation.DocumentedPage.Quote;
import org.facies.documentation.DocumentedPage.Shell;
import org.junit.jupiter.api.Test;

/** What a test reads in a page of the documentation. */
class DocumentedPageTest {
    private static final List<String> PAGE = """
            # A page

            <!-- file: study.yaml -->
            ```yaml
            name: a
            ```

            ```sh
            # a comment
            facies one \\
              --two
            facies three
            ```

            <!-- numbers vary -->
            ```text
            91 of 120
            ```

            <!-- prepare: touch a -->
            <!-- not run: needs a card -->
            ```sh
            facies four
            ```

            ```text
            shown only
            ```
            """.lines().toList();

    @Test
    void files_commands_and_outputs_are_read_from_top_to_bottom() {
        DocumentedPage page = DocumentedPage.of(Path.of("a.md"), PAGE);

        assertThat(page.steps())
                .containsExactly(
                        new NewFile("study.yaml", "name: a\n"),
                        new Shell(
                                List.of("facies one    --two", "facies three"),
                                0,
                                false,
                                Optional.empty(),
                                List.of(new Quote(16, 17, true))),
                        new Shell(List.of("touch a"), 0, false, Optional.empty(), List.of()),
                        new Shell(
                                List.of("facies four"),
                                0,
                                false,
                                Optional.of("needs a card"),
                                List.of(new Quote(26, 27, false))));
        assertThat(page.quoted(List.of(new Quote(16, 17, true))).lines()).containsExactly("91 of 120");
    }

    @Test
    void a_refreshed_page_differs_in_its_outputs_only() {
        DocumentedPage page = DocumentedPage.of(Path.of("a.md"), PAGE);

        List<String> refreshed = page.with(Map.of(
                new Quote(16, 17, true), List.of("90 of 120", "more"), new Quote(26, 27, false), List.of("new")));

        assertThat(refreshed).hasSize(PAGE.size() + 1).containsSequence("```text", "90 of 120", "more", "```");
        refreshed.removeAll(List.of("90 of 120", "more", "new"));
        List<String> rest = new ArrayList<>(PAGE);
        rest.removeAll(List.of("91 of 120", "shown only"));
        assertThat(refreshed).isEqualTo(rest);
    }

    /** Each of these blocks needs what a test does not have. Whoever adds one adds it here. */
    @Test
    void few_commands_of_the_documentation_are_not_run_and_each_says_why() throws IOException {
        List<String> notRun = new ArrayList<>();
        int run = 0;
        for (DocumentationPages part : DocumentationPages.all()) {
            for (Path file : part.inOrder()) {
                for (DocumentedPage.Step step : DocumentedPage.read(file).steps()) {
                    if (step instanceof Shell shell) {
                        run += shell.skipped().isEmpty() ? 1 : 0;
                        shell.skipped().ifPresent(reason -> notRun.add(file.getFileName() + ": " + reason));
                    }
                }
            }
        }

        assertThat(notRun)
                .containsExactlyInAnyOrder(
                        "bundle-from-python.md: needs the network",
                        "bundle-from-python.md: needs Python packages; bench/bundle.sh runs it",
                        "reader-study.md: the file comes from a reader's browser",
                        "share-models.md: needs the network",
                        "train-on-a-card.md: downloads 800 MB for a graphics card",
                        "train-on-a-card.md: needs a graphics card");
        assertThat(run).isGreaterThan(60);
    }
}
