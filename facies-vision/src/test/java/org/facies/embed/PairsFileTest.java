package org.facies.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsFileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void photos() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.write(folder.resolve("in/a.jpg"), new byte[1]);
        Files.write(folder.resolve("in/b b.jpg"), new byte[1]);
        Files.write(folder.resolve("outside.jpg"), new byte[1]);
    }

    @Test
    void pairs_are_read_in_the_order_of_the_file() throws IOException {
        Path file = pairs("photo_a,photo_b,same\n" + "a.jpg,b b.jpg,1\n".repeat(9) + "b b.jpg,a.jpg,0\n");

        List<PhotoPair> pairs = PairsFile.read(file);

        Path in = folder.resolve("in").toAbsolutePath();
        assertThat(pairs).hasSize(10);
        assertThat(pairs.get(0)).isEqualTo(new PhotoPair(in.resolve("a.jpg"), in.resolve("b b.jpg"), true));
        assertThat(pairs.get(9)).isEqualTo(new PhotoPair(in.resolve("b b.jpg"), in.resolve("a.jpg"), false));
    }

    @Test
    void all_that_is_wrong_is_named_in_one_run() throws IOException {
        Path file = pairs("photo_a,photo_b,same\n"
                + "a.jpg,missing.jpg,1\n"
                + "../outside.jpg,a.jpg,0\n"
                + folder.resolve("outside.jpg") + ",a.jpg,0\n"
                + "a.jpg,,0\n"
                + "a.jpg,b b.jpg,yes\n"
                + "a.jpg,b b.jpg\n");

        assertThatThrownBy(() -> PairsFile.read(file)).isInstanceOf(BadInput.class);
        assertThat(problems(file))
                .containsExactly(
                        file
                                + " row 7: has a different number of cells (2) than the header (3). Add or remove"
                                + " cells; put a cell that contains a comma in quotes.",
                        file
                                + " row 2, column photo_b: \"missing.jpg\" does not exist. Add the photo, or"
                                + " remove the row.",
                        file + " row 3, column photo_a: \"../outside.jpg\" is not a path inside the folder of this "
                                + "file. Give a relative path.",
                        file + " row 4, column photo_a: \"" + folder.resolve("outside.jpg")
                                + "\" is not a path inside the folder of this file. Give a relative path.",
                        file + " row 5, column photo_b: is not a path inside the folder of this file. Give a relative "
                                + "path.",
                        file + " row 6, column same: \"yes\" is neither 1 nor 0. Write 1 for the same person and 0"
                                + " for two people.");
    }

    @Test
    void pairs_of_one_kind_only_measure_nothing() throws IOException {
        Path file = pairs("photo_a,photo_b,same\n"
                + IntStream.range(0, 12).mapToObj(i -> "a.jpg,b b.jpg,1\n").collect(Collectors.joining()));

        assertThat(problems(file))
                .containsExactly(file + ": has 12 pairs of the same person and 0 of two people. Give at least 10"
                        + " pairs, with both kinds.");
    }

    @Test
    void a_missing_column_is_named() throws IOException {
        Path file = pairs("photo_a,photo_b\na.jpg,b b.jpg\n");

        assertThat(problems(file))
                .containsExactly(
                        file + " row 1: \"same\" is missing from the columns (photo_a, photo_b). Add the column "
                                + "\"same\".");
    }

    private Path pairs(String text) throws IOException {
        return Files.writeString(folder.resolve("in/pairs.csv"), text);
    }

    private static List<String> problems(Path file) {
        try {
            PairsFile.read(file);
            return List.of();
        } catch (BadInput bad) {
            return bad.problems().stream().map(Problem::sentence).toList();
        }
    }
}
