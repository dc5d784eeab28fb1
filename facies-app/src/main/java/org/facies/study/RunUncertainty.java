package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.cohort.Cohort;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.subgroup.SubgroupColumn;
import org.facies.uncertainty.UncertaintyEvaluation;
import org.facies.uncertainty.UncertaintySettings;

/** Evaluates how far the models of a run can be trusted. */
final class RunUncertainty {
    private final StudySettings settings;
    private final RunDirectory run;
    private final List<SubgroupColumn> columns;

    /**
     * Finds the columns.
     *
     * @throws BadInput naming every column that the manifest lacks
     */
    RunUncertainty(StudySettings settings, Cohort cohort, RunDirectory run) {
        this.settings = settings;
        this.run = run;
        this.columns = columns(settings.subgroups().columns(), cohort).stream()
                .map(column -> SubgroupColumn.of(cohort, column))
                .toList();
    }

    private static List<String> columns(List<String> named, Cohort cohort) {
        List<String> known = SubgroupColumn.known(cohort);
        if (named.isEmpty()) {
            return SubgroupColumn.USUAL.stream().filter(known::contains).toList();
        }
        String remedy = known.isEmpty()
                ? "Leave it out; the manifest has no column that subjects differ in."
                : "Write any of: " + String.join(", ", known) + ".";
        List<Problem> problems = named.stream()
                .filter(column -> !known.contains(column))
                .map(column -> new Problem(
                        "study file, subgroups.columns", column, "is not a column of the manifest with values", remedy))
                .toList();
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return named.stream().distinct().toList();
    }

    UncertaintyEvaluation of(PredictionTable predictions) {
        StudySettings.EvaluationKeys keys = settings.evaluation();
        return UncertaintyEvaluation.of(
                predictions,
                columns,
                novelty(),
                new UncertaintySettings(
                        new EvaluationSettings(keys.bootstrap(), keys.seed()),
                        settings.screening(),
                        settings.subgroups().minSubjects()));
    }

    /** Of the models whose folds all have distances; those of runs begun by an older version have none. */
    private NoveltyTable novelty() {
        List<NoveltyTable> tables = new ArrayList<>();
        for (StudySettings.Model model : settings.models()) {
            List<Path> files = new ArrayList<>();
            for (int fold = 0; fold < settings.folds().k(); fold++) {
                files.add(run.trialNovelty(model.name(), fold));
            }
            if (files.stream().allMatch(Files::isRegularFile)) {
                files.forEach(file -> tables.add(NoveltyTable.read(file)));
            }
        }
        return NoveltyTable.pooled(tables);
    }
}
