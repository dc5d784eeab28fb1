package org.facies.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunDirectoryTest {
    private final RunDirectory run = new RunDirectory(Path.of("run"));

    @Test
    void the_first_division_and_seed_lie_where_runs_always_had_their_trials() {
        assertThat(run.trial("cos", new Repeat(0, 0), 3))
                .isEqualTo(run.trial("cos", 3))
                .isEqualTo(Path.of("run", "trials", "cos", "fold-3"));
    }

    @Test
    void a_further_division_or_seed_has_folders_of_its_own() {
        assertThat(run.trial("cos", new Repeat(2, 17), 3))
                .isEqualTo(Path.of("run", "trials", "cos", "division-2", "seed-17", "fold-3"));
        assertThat(run.trial("cos", new Repeat(0, 17), 3))
                .isEqualTo(Path.of("run", "trials", "cos", "division-0", "seed-17", "fold-3"));
    }
}
