package org.facies.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.facies.cli.CommandLineRun;
import org.facies.cli.command.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureOptionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://readers.test",
                "https://readers.test/path",
                "https://user@readers.test",
                "https://readers.test?x",
                "readers.test",
                "https://",
                "https:// x",
                "https://readers.test#x"
            })
    void an_address_of_a_proxy_is_https_and_a_host(String address) {
        assertThat(serve("--behind-proxy", address).err())
                .isEqualToNormalizingNewlines("--behind-proxy: \"" + address + "\" is not an https address with a"
                        + " host and no path. Give the address as browsers show it, up to the host name or port.\n");
    }

    @Test
    void options_that_need_or_exclude_each_other_say_so() {
        assertThat(serve("--cert", "a.pem").err())
                .isEqualToNormalizingNewlines("--cert: needs --key as well. Give both, or neither.\n");
        assertThat(serve("--key", "a.pem").err())
                .isEqualToNormalizingNewlines("--key: needs --cert as well. Give both, or neither.\n");
        assertThat(serve("--cert", "a.pem", "--key", "b.pem", "--behind-proxy", "https://readers.test")
                        .err())
                .isEqualToNormalizingNewlines(
                        "--behind-proxy: does not go with --cert. Use TLS either in the proxy or in this server.\n");
        assertThat(serve("--host", "readers.test").err())
                .isEqualToNormalizingNewlines("--host: needs --cert. Leave it out, or add --cert.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "backup"})
    void nothing_can_be_taken_from_a_study_that_was_not_prepared(String command) {
        CommandLineRun run = facies(
                "readers",
                command,
                folder.resolve("readers.yaml").toString(),
                "--out",
                folder.resolve("x").toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .isEqualToNormalizingNewlines(folder.resolve("readers.study") + ": contains no prepared reader"
                        + " study. Prepare it with \"facies readers serve\" or \"facies readers pack\", or name its"
                        + " folder with --data.\n");
    }

    @Test
    void a_study_without_a_file_is_refused_and_leaves_no_folder() {
        assertThat(serve().err())
                .contains("readers.yaml", "facies readers init ")
                .doesNotContain("bug");
        assertThat(folder).isEmptyDirectory();
    }

    private CommandLineRun serve(String... options) {
        CommandLineRun run = facies(Stream.concat(
                        Stream.of(
                                "readers",
                                "serve",
                                folder.resolve("readers.yaml").toString(),
                                "--port",
                                "0"),
                        Stream.of(options))
                .toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        return run;
    }
}
