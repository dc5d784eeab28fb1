package org.facies.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    private Path folder;

    @Test
    void one_worker_keeps_others_out_until_it_is_done() {
        RunDirectory run = new RunDirectory(folder.resolve("run"));

        String first = RunLock.holding(run, () -> {
            assertThatThrownBy(() -> RunLock.holding(run, () -> "second"))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("is being worked on by another process. Wait for it, or end it.");
            return "first";
        });

        assertThat(first).isEqualTo("first");
        assertThat(RunLock.holding(run, () -> "third")).isEqualTo("third");
    }
}
