package org.facies.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.reading.Arm;
import org.facies.serve.pack.Passphrase;
import org.facies.serve.store.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassphraseFileTest {
    @TempDir
    private Path folder;

    @Test
    void each_reader_gets_the_passphrase_of_their_line() throws IOException {
        PassphraseFile file = file("R1 four words in a row\n\nR2\tanother-long-passphrase\n");

        assertThat(file.of(List.of(reader("R1"), reader("R2"))))
                .isEqualTo(Map.of(
                        "R1", new Passphrase("four words in a row"),
                        "R2", new Passphrase("another-long-passphrase")));
    }

    @Test
    void short_and_double_passphrases_are_named_by_line_in_one_go_and_never_shown() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> file("R1 secret\nR2 another-long-passphrase\nR2 a-third-long-passphrase\n"))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains("line 1", "R1", "fewer than 14 letters", "line 3", "R2", "has two passphrases")
                        .doesNotContain("secret", "another-long", "a-third"));
    }

    @Test
    void readers_without_a_line_and_lines_without_a_reader_are_named() throws IOException {
        PassphraseFile file = file("R1 four words in a row\nR9 another-long-passphrase\n");

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> file.of(List.of(reader("R1"), reader("R2"))))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains("R9", "is not a reader who gets a pack", "R2", "has no passphrase"));
    }

    private PassphraseFile file(String text) throws IOException {
        return PassphraseFile.read(Files.writeString(folder.resolve("passphrases.txt"), text));
    }

    private static StudyReader reader(String name) {
        return new StudyReader(
                1,
                name,
                Arm.UNAIDED,
                "en",
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.<Instant>empty(),
                Optional.<Instant>empty());
    }
}
