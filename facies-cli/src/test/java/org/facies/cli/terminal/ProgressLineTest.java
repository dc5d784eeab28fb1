package org.facies.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final String NOTE = "epoch 2/3, loss 4.33, 1 min left in all, training accuracy 61 %";

    private final ProgressLine line = new ProgressLine('=');

    @Test
    void a_wide_line_contains_everything() {
        assertThat(at(160))
                .isEqualTo("cosface-pfm fold 0 50 % [============             ] 600/1200 (0:01:00 / 0:01:00) " + NOTE);
    }

    @Test
    void a_narrower_line_lacks_whole_parts_and_its_bar_remains() {
        assertThat(at(119)).startsWith("cosface-pfm fold 0 50 % [").endsWith("] (0:01:00 / 0:01:00) " + NOTE);
        assertThat(at(99)).endsWith("] " + NOTE).contains("[====");
        assertThat(at(79)).endsWith("] epoch 2/3, loss 4.33, 1 min left in all").contains("[======");
        for (int columns = 50; columns < 170; columns++) {
            assertThat(at(columns)).hasSizeLessThanOrEqualTo(columns);
        }
    }

    @Test
    void without_a_number_of_steps_neither_a_share_nor_a_count_is_shown() {
        assertThat(line.line("Waiting", 3, -1, Duration.ofSeconds(5), "", 79))
                .isEqualTo("Waiting [" + " ".repeat(25) + "] (0:00:05)");
        assertThat(line.line("Audit", 0, 40, Duration.ZERO, "", 79)).endsWith("] 0/40 (0:00:00)");
    }

    private String at(int columns) {
        return line.line("cosface-pfm fold 0", 600, 1200, Duration.ofMinutes(1), NOTE, columns);
    }
}
