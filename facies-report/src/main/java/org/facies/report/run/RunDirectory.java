package org.facies.report.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;
import org.facies.metric.PredictionTable;
import org.facies.run.StudyTree;

/**
 * Reads a run directory. {@code study.yaml} (or {@code evaluation.json}, where predictions of another tool were evaluated)
 * and {@code metrics.json} must be there; all else may be missing.
 */
public final class RunDirectory {
    private static final Pattern FOLD = Pattern.compile("fold-(\\d{1,4})");

    private final Path directory;

    private RunDirectory(Path directory) {
        this.directory = directory;
    }

    public static Run read(Path directory) {
        return new RunDirectory(directory).read();
    }

    private Run read() {
        Study study = optional("study.yaml").isEmpty()
                ? optional("evaluation.json").map(RunDirectory::brought).orElseGet(this::study)
                : study();
        Path metrics = directory.resolve("metrics.json");
        return new Run(
                study,
                new Metrics(tree(new ObjectMapper(), metrics, text(metrics))),
                optional("cohort.json").map(file -> CohortSummary.of(tree(new ObjectMapper(), file, text(file)))),
                optional("folds.csv").map(FoldCounts::read),
                histories(),
                optional("choice.csv").map(Choices::read).orElseGet(() -> new Choices(List.of())),
                optional("validation.json").map(file -> Validation.of(tree(new ObjectMapper(), file, text(file)))),
                optional("predictions.csv").map(RunDirectory::outcomes).orElse(Map.of()),
                optional("audit.json").map(file -> AuditFinding.of(tree(new ObjectMapper(), file, text(file)))));
    }

    private Study study() {
        Path file = directory.resolve("study.yaml");
        String yaml = text(file);
        return Study.of(yaml, StudyTree.ofRun(file));
    }

    private static Study brought(Path json) {
        return Study.brought(tree(new ObjectMapper(), json, text(json)));
    }

    private Optional<Path> optional(String name) {
        return Optional.of(directory.resolve(name)).filter(Files::isRegularFile);
    }

    private static Map<String, Outcomes> outcomes(Path csv) {
        PredictionTable table = PredictionTable.read(csv);
        Map<String, Outcomes> outcomes = new LinkedHashMap<>();
        table.models().forEach(model -> outcomes.put(model, Outcomes.ofSubjects(table.classes(), table.of(model))));
        return outcomes;
    }

    private Map<String, List<History>> histories() {
        Map<String, List<History>> histories = new TreeMap<>();
        for (Path model : folders(directory.resolve("trials"))) {
            Map<Integer, History> folds = new TreeMap<>();
            for (Path fold : folders(model)) {
                Matcher name = FOLD.matcher(fold.getFileName().toString());
                Path csv = fold.resolve("history.csv");
                if (name.matches() && Files.isRegularFile(csv)) {
                    int number = Integer.parseInt(name.group(1));
                    folds.put(number, History.read(number, csv));
                }
            }
            if (!folds.isEmpty()) {
                histories.put(model.getFileName().toString(), List.copyOf(folds.values()));
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

    private static JsonNode tree(ObjectMapper mapper, Path file, String text) {
        try {
            return mapper.readTree(text);
        } catch (JacksonException malformed) {
            String reason = malformed.getOriginalMessage() + ", line "
                    + malformed.getLocation().getLineNr();
            throw new BadInput(
                    file.toString(), "", "cannot be understood (" + reason + ")", "Run the study again to write it.");
        }
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "does not exist",
                    "Give the run directory of a study that has been run to its end.");
        }
        try {
            return Files.readString(file);
        } catch (MalformedInputException notUtf8) {
            throw new BadInput(file.toString(), "", "is not UTF-8", "Run the study again to write it.");
        } catch (IOException failure) {
            throw FileRefusal.reading(file, failure);
        }
    }
}
