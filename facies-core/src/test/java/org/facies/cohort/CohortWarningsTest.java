package org.facies.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortWarningsTest {
    private static final Path MANIFEST = Path.of("far", "away", "manifest.csv");

    @TempDir
    private Path folder;

    private final CohortWarnings warnings = new CohortWarnings(
            MANIFEST,
            Stream.concat(
                            IntStream.rangeClosed(1, 15)
                                    .mapToObj(i -> Finding.warning(
                                            WarningKind.CONTRADICTION,
                                            MANIFEST + " row " + i,
                                            "m",
                                            "contradicts P" + i,
                                            "Mend it.")),
                            Stream.of(Finding.warning(
                                    WarningKind.AGE_UNIT, MANIFEST + ", column age_months", "", "is odd", "Look.")))
                    .toList());

    @Test
    void a_terminal_gets_a_few_of_each_kind_and_how_many_more_there_are() {
        assertThat(warnings.lines("; all of them: facies cohort check x"))
                .containsExactly(
                        "warning  " + MANIFEST + " row 1: \"m\" contradicts P1. Mend it.",
                        "warning  " + MANIFEST + " row 2: \"m\" contradicts P2. Mend it.",
                        "warning  " + MANIFEST + " row 3: \"m\" contradicts P3. Mend it.",
                        "warning  and 12 more of this kind; all of them: facies cohort check x.",
                        "warning  " + MANIFEST + ", column age_months: is odd. Look.");
        assertThat(CohortWarnings.NONE.lines("")).isEmpty();
    }

    @Test
    void all_sentences_are_kept_without_the_folder_and_counts_name_nobody() {
        assertThat(warnings.sentences())
                .hasSize(16)
                .startsWith("manifest.csv row 1: \"m\" contradicts P1. Mend it.")
                .endsWith("manifest.csv, column age_months: is odd. Look.");
        assertThat(warnings.counts())
                .isEqualTo(Map.of(WarningKind.CONTRADICTION.words(), 15, WarningKind.AGE_UNIT.words(), 1));
    }

    @Test
    void classes_that_only_look_alike_are_a_warning_and_labels_that_are_only_looked_up_are_not() throws IOException {
        ManifestFindings learnt = new ManifestFindings();
        ManifestFindings lookedUp = new ManifestFindings();
        ManifestRules rules = ManifestRules.standard(PhotoProbe.acceptAll(), 1).withFolds(1);
        List<String> labels = List.of("Williams\u2013Beuren", "williams-beuren", "WILLIAMS-BEUREN");
        new ClassChecks("m.csv", rules, learnt).check(entries(labels));
        new ClassChecks("m.csv", rules.forPredicting(), lookedUp).check(entries(labels));
        assertThat(learnt.inOrder())
                .extracting(finding -> finding.level() + " " + finding.problem().sentence())
                .containsExactly(
                        "WARNING m.csv: \"Williams\u2013Beuren\" differs from the class \"WILLIAMS-BEUREN\" only"
                                + " in spelling and counts as a class of its own. If they are the same class, use"
                                + " one spelling.",
                        "ERROR m.csv: \"williams-beuren\" differs only in case from the class \"WILLIAMS-BEUREN\". Use"
                                + " one spelling.");
        assertThat(lookedUp.inOrder()).isEmpty();
    }

    private List<ManifestEntry> entries(List<String> labels) throws IOException {
        List<String> lines = new ArrayList<>(List.of("photo,subject,diagnosis"));
        labels.forEach(label -> lines.add(lines.size() + ".jpg,P" + lines.size() + "," + label));
        return CsvTable.read(Files.write(folder.resolve("m.csv"), lines)).rows().stream()
                .map(row -> new ManifestEntry(row, Optional.empty(), Optional.empty()))
                .toList();
    }
}
