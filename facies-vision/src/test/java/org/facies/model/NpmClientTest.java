package org.facies.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.facies.model.PackageSource.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A shell script stands in for npm. */
@DisabledOnOs(OS.WINDOWS)
class NpmClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void npm_packs_the_exact_version_into_the_folder_and_runs_no_scripts() throws Exception {
        NpmClient npm = new NpmClient(script("echo \"$@\" > arguments; echo x > nets-1.0.0.tgz"), PATIENCE);

        Path archive = npm.fetch("nets@1.0.0", folder);

        assertThat(archive).isEqualTo(folder.resolve("nets-1.0.0.tgz"));
        assertThat(folder.resolve("arguments")).hasContent("pack nets@1.0.0 --ignore-scripts --loglevel=error");
    }

    @Test
    void the_complaint_of_npm_is_passed_on() throws IOException {
        NpmClient npm = new NpmClient(
                script("echo 'npm warn old' >&2; echo 'npm error code ENOTFOUND' >&2; echo 'npm error more' >&2; exit"
                        + " 1"),
                PATIENCE);

        assertThatThrownBy(() -> npm.fetch("nets@1.0.0", folder))
                .isInstanceOf(Unavailable.class)
                .hasMessage("npm says: code ENOTFOUND");
    }

    @Test
    void a_missing_npm_is_named() {
        NpmClient npm = new NpmClient(List.of(folder.resolve("no-npm-here").toString()), PATIENCE);

        assertThatThrownBy(() -> npm.fetch("nets@1.0.0", folder))
                .isInstanceOf(Unavailable.class)
                .hasMessage("npm is not installed, or is not on the PATH");
    }

    @Test
    void an_npm_that_brings_nothing_is_named() throws IOException {
        NpmClient npm = new NpmClient(script("exit 0"), PATIENCE);

        assertThatThrownBy(() -> npm.fetch("nets@1.0.0", folder))
                .isInstanceOf(Unavailable.class)
                .hasMessage("npm downloaded no package");
    }

    @Test
    void an_npm_that_hangs_is_ended() throws IOException {
        NpmClient npm = new NpmClient(script("echo $$ > pid; exec sleep 100"), Duration.ofSeconds(1));

        assertThatThrownBy(() -> npm.fetch("nets@1.0.0", folder))
                .isInstanceOf(Unavailable.class)
                .hasMessage("npm did not finish within 1 seconds");
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid)
                        .map(ProcessHandle::onExit)
                        .map(exit -> exit.join().isAlive()))
                .isNotEqualTo(Optional.of(true));
    }

    @Test
    void an_interrupted_download_ends_npm_and_says_so() throws Exception {
        NpmClient npm = new NpmClient(script("exec sleep 100"), PATIENCE);

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> npm.fetch("nets@1.0.0", folder))
                .isInstanceOf(Unavailable.class)
                .hasMessage("the download was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private List<String> script(String text) throws IOException {
        Path script = Files.writeString(folder.resolve("npm.sh"), text + "\n");
        return List.of("sh", script.toString());
    }
}
