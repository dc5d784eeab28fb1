package org.facies.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import org.facies.cli.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandGroupTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "cohort", "study", "model"})
    void a_command_that_only_leads_to_others_prints_its_help_and_ends_with_1(String name) {
        String[] words = name.isEmpty() ? new String[0] : new String[] {name};
        String[] asked = name.isEmpty() ? new String[] {"--help"} : new String[] {name, "--help"};

        CommandLineRun alone = facies(words);
        CommandLineRun help = facies(asked);

        assertThat(alone.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(alone.err()).isEmpty();
        assertThat(alone.out()).startsWith("Usage: facies " + name).isEqualTo(help.out());
        assertThat(help.exitCode()).isZero();
    }

    @Test
    void an_unknown_command_is_still_named() {
        CommandLineRun run = facies("cohort", "chek");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("chek", "check", "See: facies cohort --help");
    }
}
