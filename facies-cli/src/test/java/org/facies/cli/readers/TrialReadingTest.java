package org.facies.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facies.DrawnCohort;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelZoo;
import org.facies.progress.Progress;
import org.facies.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TrialReadingTest {
    private static final Pattern LINK = Pattern.compile("To judge the cases as \"you\", open: (http://\\S+)");

    @TempDir
    private Path folder;

    private final StringWriter shown = new StringWriter();

    @Test
    @Timeout(120)
    void the_readers_link_is_printed_and_works_until_the_process_is_told_to_end() throws Exception {
        Path manifest = DrawnCohort.write(folder.resolve("cohort"), 6, 1);
        Path file = Files.writeString(folder.resolve("readers.yaml"), """
            name: try it
            cohort: %s
            cases: {draw: per-class, per_class: 1}
            pictures: {photos: one, side_px: 256}
            practice: {cases: 0, feedback: false}
            readers: [{name: you, arm: unaided}]
            """.formatted(manifest));
        Thread serving = new Thread(() -> new TrialReading(file, workspace(), new PrintWriter(shown)).serve());
        serving.start();

        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(link(serving))).build(), HttpResponse.BodyHandlers.ofString());
        serving.interrupt();
        serving.join(Duration.ofSeconds(30).toMillis());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("you").doesNotContain("wide-eyes");
        assertThat(serving.isAlive()).isFalse();
        assertThat(shown.toString())
                .contains("To follow the progress as the researcher, open: http://127.0.0.1:")
                .contains("Stopped. 0 of 3 cases are complete; 0 of 1 reader has finished.");
        assertThat(folder.resolve("readers.study").resolve("study.db")).exists();
    }

    private String link(Thread serving) throws InterruptedException {
        while (serving.isAlive()) {
            Matcher link = LINK.matcher(shown.toString());
            if (link.find()) {
                return link.group(1);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("ended without a link: " + shown);
    }

    private static Workspace workspace() {
        Path home = ModelZoo.defaultHome();
        ModelZoo zoo = ModelZoo.in(home, Acknowledgement.GIVEN, Clock.systemUTC(), Progress.silent());
        return new Workspace(zoo, home, 2, "test", Clock.systemUTC(), Progress.silent());
    }
}
