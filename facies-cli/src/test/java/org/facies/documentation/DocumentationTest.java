package org.facies.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.facies.cli.Folders;
import org.facies.cli.command.Version;
import org.facies.documentation.DocumentedPage.NewFile;
import org.facies.documentation.DocumentedPage.Quote;
import org.facies.documentation.DocumentedPage.Shell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of the tutorial and of the how-to guides, in the order of a reader who goes from page to page, prints
 * what the page quotes. {@code -Dfacies.update=true} writes what is printed now into the pages; {@code
 * -Dfacies.demo=FOLDER} takes the folder of a finished {@code facies demo}, so that it is not trained again; {@code
 * -Dfacies.pages=PART} runs the pages whose names contain this, after the first of their folder.
 */
@Tag("slow")
class DocumentationTest {
    @TempDir
    private Path root;

    @Test
    void the_tutorial_does_what_it_says() throws IOException, InterruptedException {
        DocumentationShell shell = new DocumentationShell(root);
        String demo = System.getProperty("facies.demo", "");
        if (!demo.isEmpty()) {
            Path copy = shell.folder().resolve("facies-demo");
            Folders.copy(Path.of(demo), copy);
            asIfMadeHere(copy.resolve("run/study.yaml"));
        }

        follow(DocumentationPages.TUTORIAL.inOrder(), shell);
    }

    /** A packaged Facies made the demo; the classes of a test have no version, and a run resumes with its own only. */
    private static void asIfMadeHere(Path study) throws IOException {
        String made = Files.readString(study);
        String here = made.replaceFirst("(?m)^  facies: .*$", "  facies: " + Version.current());
        assertThat(here).contains("  facies: " + Version.current());
        Files.writeString(study, here);
    }

    @Test
    void the_how_to_guides_do_what_they_say() throws IOException, InterruptedException {
        follow(DocumentationPages.HOW_TO.inOrder(), new DocumentationShell(root));
    }

    private static void follow(List<Path> pages, DocumentationShell shell) throws IOException, InterruptedException {
        String part = System.getProperty("facies.pages", "");
        SoftAssertions quotes = new SoftAssertions();
        for (Path page : pages) {
            if (page.equals(pages.get(0)) || page.toString().contains(part)) {
                follow(DocumentedPage.read(page), shell, quotes);
            }
        }
        quotes.assertAll();
    }

    private static void follow(DocumentedPage page, DocumentationShell shell, SoftAssertions quotes)
            throws IOException, InterruptedException {
        Map<Quote, List<String>> refreshed = new HashMap<>();
        for (DocumentedPage.Step step : page.steps()) {
            if (step instanceof NewFile file) {
                Path written = shell.folder().resolve(file.name());
                Files.createDirectories(written.getParent());
                Files.writeString(written, file.content());
            } else if (step instanceof Shell commands && commands.skipped().isEmpty()) {
                List<String> printed = printed(page, commands, shell);
                if (commands.outputs().isEmpty()) {
                    continue;
                }
                QuotedOutput quoted = page.quoted(commands.outputs());
                if (Boolean.getBoolean("facies.update")) {
                    List<List<String>> blocks = quoted.refreshed(printed).blocks();
                    for (int block = 0; block < blocks.size(); block++) {
                        refreshed.put(commands.outputs().get(block), blocks.get(block));
                    }
                } else {
                    quotes.assertThat(quoted.matches(printed))
                            .as(
                                    "%s line %d quotes%n%s%nand this was printed:%n%s",
                                    page.file(),
                                    commands.outputs().get(0).from() + 1,
                                    String.join("\n", quoted.lines()),
                                    String.join("\n", printed))
                            .isTrue();
                }
            }
        }
        if (!refreshed.isEmpty()) {
            Files.write(page.file(), page.with(refreshed));
        }
    }

    private static List<String> printed(DocumentedPage page, Shell commands, DocumentationShell shell)
            throws IOException, InterruptedException {
        List<String> printed = new ArrayList<>();
        for (int number = 0; number < commands.commands().size(); number++) {
            String command = commands.commands().get(number);
            long begun = System.nanoTime();
            DocumentationShell.Printed answer = commands.serves()
                    ? shell.served(command, page.quoted(commands.outputs())::matches)
                    : shell.run(command);
            System.out.printf(
                    "%4d s  %s  %s%n",
                    (System.nanoTime() - begun) / 1_000_000_000, page.file().getFileName(), command);
            boolean last = number == commands.commands().size() - 1;
            assertThat(answer.exitCode())
                    .as(page.file() + ": " + command + "\n" + String.join("\n", answer.lines()))
                    .isEqualTo(last ? commands.exitCode() : 0);
            printed.addAll(answer.lines());
        }
        return printed;
    }
}
