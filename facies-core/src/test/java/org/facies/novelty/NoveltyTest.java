package org.facies.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.facies.input.BadInput;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Simulated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoveltyTest {
    @TempDir
    private Path folder;

    /** 30 cohorts of 400 subjects: the standard error of the share is about 0.002. */
    @Test
    void one_known_subject_in_twenty_is_refused_and_nearly_every_far_one() {
        int refused = 0;
        int subjects = 0;
        double farthestThreshold = 0;
        for (long seed = 0; seed < 30; seed++) {
            HeldOutSubjects cohort = Simulated.atTemperature(seed, 400, 1);
            NoveltyEvaluation evaluation = NoveltyEvaluation.of(cohort, distances(cohort, seed));
            refused += (int) Math.round(evaluation.refused().value() * cohort.size());
            subjects += cohort.size();
            farthestThreshold = Math.max(
                    farthestThreshold,
                    evaluation.thresholds().stream()
                            .mapToDouble(NoveltyEvaluation.Threshold::distance)
                            .max()
                            .orElseThrow());
        }

        assertThat((double) refused / subjects).isBetween(0.042, 0.055);
        assertThat(farthestThreshold).isLessThan(3);
    }

    @Test
    void with_fewer_than_nineteen_others_nobody_is_refused() {
        HeldOutSubjects few = Simulated.atTemperature(1, 20, 1);

        NoveltyEvaluation evaluation = NoveltyEvaluation.of(few, distances(few, 1));

        assertThat(evaluation.refused().value()).isZero();
        assertThat(evaluation.rightRefused().reason()).isEqualTo("no subject was refused");
        assertThat(evaluation.thresholds())
                .allSatisfy(t -> assertThat(t.distance()).isNaN());
    }

    @Test
    void the_file_reads_back_and_a_subject_is_the_mean_of_its_photos() {
        NoveltyTable table = new NoveltyTable(List.of(
                new NoveltyTable.Row("m", 0, "a/1.jpg", "a", 0.1),
                new NoveltyTable.Row("m", 0, "a/2.jpg", "a", 0.30000000000000004),
                new NoveltyTable.Row("other", 0, "a/1.jpg", "a", 9)));
        Path csv = folder.resolve("novelty.csv");

        table.write(csv);

        assertThat(NoveltyTable.read(csv)).isEqualTo(table);
        assertThat(table.bySubject("m").get("a")).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void a_cell_that_is_no_number_is_named() throws IOException {
        Path csv = folder.resolve("novelty.csv");
        Files.writeString(csv, "model,fold,photo,subject,distance\nm,0,a.jpg,a,near\n");

        assertThatThrownBy(() -> NoveltyTable.read(csv))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        csv + " row 2, column fold or distance: \"0, near\" is not a fold and a distance. Delete the"
                                + " file and its predictions.csv, and run the study again.");
    }

    private static Map<String, Double> distances(HeldOutSubjects subjects, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        Map<String, Double> distances = new HashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            distances.put(subjects.id(i), Math.abs(Simulated.normal(random)));
        }
        return distances;
    }
}
