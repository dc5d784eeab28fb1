package org.facies.report.run;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facies.file.FileRefusal;
import org.facies.fold.FoldCounts;
import org.facies.input.BadInput;
import org.facies.metric.PredictionTable;
import org.facies.result.AuditReport;
import org.facies.result.CohortRecord;
import org.facies.result.EvaluationRecord;
import org.facies.result.MetricsFile;
import org.facies.result.PerformanceChange;
import org.facies.result.SelectionTable;
import org.facies.result.StudyRecord;
import org.facies.result.TrainingHistory;
import org.facies.run.RunDirectory;

/**
 * Reads the files of a run directory. {@code study.yaml} (or {@code evaluation.json}, where predictions of another tool
 * were evaluated) and {@code metrics.json} are required; all other files are optional.
 */
public final class RunReader {
    private static final Pattern FOLD = Pattern.compile("fold-(\\d{1,4})");

    private final RunDirectory files;

    private RunReader(RunDirectory files) {
        this.files = files;
    }

    /**
     * Reads a run directory.
     *
     * @throws BadInput if a required file is missing, or if any file is damaged
     */
    public static Run read(Path directory) {
        return new RunReader(new RunDirectory(directory)).read();
    }

    private Run read() {
        return new Run(
                origin(),
                MetricsFile.read(existing(files.metrics())),
                optional(files.cohort()).map(CohortRecord.FILE::read),
                optional(files.folds()).map(FoldCounts::read),
                histories(),
                optional(files.choices()).map(SelectionTable::read).orElseGet(() -> new SelectionTable(List.of())),
                optional(files.validation()).map(PerformanceChange.FILE::read),
                optional(files.predictions()).map(RunReader::outcomes).orElse(Map.of()),
                optional(files.audit()).map(AuditReport.FILE::read));
    }

    private Origin origin() {
        Optional<Path> evaluation = optional(files.evaluation());
        if (optional(files.study()).isEmpty() && evaluation.isPresent()) {
            return Origin.of(EvaluationRecord.FILE.read(evaluation.get()));
        }
        Path study = existing(files.study());
        String text = text(study);
        return Origin.of(StudyRecord.FILE.read(study), text);
    }

    private static Path existing(Path file) {
        return optional(file)
                .orElseThrow(() -> new BadInput(
                        file.toString(),
                        "",
                        "does not exist",
                        "Give the run directory of a study that has been run to its end."));
    }

    private static Optional<Path> optional(Path file) {
        return Optional.of(file).filter(Files::isRegularFile);
    }

    private static Map<String, Outcomes> outcomes(Path csv) {
        PredictionTable table = PredictionTable.read(csv);
        Map<String, Outcomes> outcomes = new LinkedHashMap<>();
        table.models().forEach(model -> outcomes.put(model, Outcomes.of(table, model)));
        return outcomes;
    }

    private Map<String, SortedMap<Integer, TrainingHistory>> histories() {
        Map<String, SortedMap<Integer, TrainingHistory>> histories = new TreeMap<>();
        for (Path model : folders(files.root().resolve("trials"))) {
            SortedMap<Integer, TrainingHistory> folds = new TreeMap<>();
            for (Path fold : folders(model)) {
                Matcher name = FOLD.matcher(fold.getFileName().toString());
                Path csv = fold.resolve("history.csv");
                if (name.matches() && Files.isRegularFile(csv)) {
                    folds.put(Integer.valueOf(name.group(1)), TrainingHistory.read(csv));
                }
            }
            if (!folds.isEmpty()) {
                histories.put(model.getFileName().toString(), folds);
            }
        }
        return histories;
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException failure) {
            throw FileRefusal.reading(parent, failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException notUtf8) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "is not UTF-8",
                    "Restore the file as the run wrote it, or start another run with --out.");
        } catch (IOException failure) {
            throw FileRefusal.reading(file, failure);
        }
    }
}
