package org.facies.power;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.file.Sha256;
import org.facies.table.CsvFile;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;

/**
 * Finished draws on disk, each named by a hash of everything that it depends on. An interrupted study resumes, and
 * changed settings never read old draws.
 */
final class DrawStore {
    /** Change it whenever the same draw would get other scores. */
    private static final String VERSION = "facies-power-1";

    private static final List<String> COLUMNS =
            List.of("draw", "size", "repeat", "subjects", "macro_f1", "balanced_accuracy", "recalls");

    private final Path file;
    private final Map<String, DrawScores> done = new LinkedHashMap<>();

    DrawStore(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            CsvTable table = CsvTable.read(file).require(COLUMNS.toArray(String[]::new));
            table.rows().forEach(row -> done.put(row.get("draw"), scores(row)));
        }
    }

    /** The name of a draw from a cohort. */
    static String key(EmbeddedCohort cohort, DrawPlan plan, Draw draw) {
        return Sha256.of(String.join(
                "\n",
                VERSION,
                cohort.cohort().fingerprint(),
                cohort.network(),
                plan.rareClass(),
                plan.growth().name(),
                String.valueOf(plan.folds()),
                String.valueOf(plan.seed()),
                draw.toString()));
    }

    Optional<DrawScores> find(String key) {
        return Optional.ofNullable(done.get(key));
    }

    void add(String key, DrawScores scores) {
        done.put(key, scores);
        CsvFile.write(
                file,
                COLUMNS,
                done.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static List<String> row(String key, DrawScores scores) {
        return List.of(
                key,
                String.valueOf(scores.draw().size()),
                String.valueOf(scores.draw().repeat()),
                String.valueOf(scores.subjects()),
                String.valueOf(scores.macroF1()),
                String.valueOf(scores.balancedAccuracy()),
                scores.recalls().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static DrawScores scores(CsvRow row) {
        return new DrawScores(
                new Draw(Integer.parseInt(row.get("size")), Integer.parseInt(row.get("repeat"))),
                Integer.parseInt(row.get("subjects")),
                Double.parseDouble(row.get("macro_f1")),
                Double.parseDouble(row.get("balanced_accuracy")),
                Arrays.stream(row.get("recalls").split(" "))
                        .map(Double::valueOf)
                        .toList());
    }
}
