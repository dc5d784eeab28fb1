package org.facies.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputPlaceTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_that_is_there_or_can_be_made_will_do_and_is_not_made() {
        assertThat(OutputPlace.obstacleToFolder(folder)).isEmpty();
        assertThat(OutputPlace.obstacleToFolder(folder.resolve("a/b/c"))).isEmpty();
        assertThat(OutputPlace.obstacleToFile(folder.resolve("a/b.csv"))).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_is_in_the_way_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));

        assertThat(OutputPlace.obstacleToFolder(file)).contains("is a file, not a folder");
        assertThat(OutputPlace.obstacleToFolder(file.resolve("x"))).contains("cannot be used (Not a directory)");
        assertThat(OutputPlace.obstacleToFolder(link))
                .contains("cannot be used (it is a link to something that does not exist)");
        assertThat(OutputPlace.obstacleToFolder(loop.resolve("x")))
                .hasValueSatisfying(what -> assertThat(what).contains("symbolic links"));
        assertThat(OutputPlace.obstacleToFolder(folder.resolve("n".repeat(300))))
                .contains("cannot be used (File name too long)");
        assertThat(OutputPlace.obstacleToFile(folder)).contains("is a folder, not a file");
        assertThat(OutputPlace.obstacleToFile(file.resolve("x"))).contains("cannot be used (Not a directory)");
        assertThat(OutputPlace.obstacleToFile(file)).as("it would be replaced").isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_is_no_file_is_never_replaced_by_one() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(OutputPlace.obstacleToFile(pipe)).contains("is a device, not a file");
        assertThatThrownBy(() -> AtomicFile.write(pipe, "x"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is a device, not a file");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }
}
