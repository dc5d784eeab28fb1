package org.facies.study;

import java.util.List;
import java.util.Optional;
import org.facies.cohort.Cohort;
import org.facies.cohort.SubjectAttributes;
import org.facies.input.BadInput;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.result.FinishedRun;
import org.facies.result.HeadlineChoice;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;
import org.facies.subgroup.ColumnChoice;
import org.facies.subgroup.SubgroupColumn;
import org.facies.uncertainty.UncertaintyEvaluation;
import org.facies.uncertainty.UncertaintySettings;

/**
 * Evaluates the uncertainty of the models of a run: calibration, prediction sets, screening, subgroups and unknown
 * faces.
 */
final class RunUncertainty {
    private final StudySettings settings;
    private final RunDirectory run;
    private final List<SubgroupColumn> columns;

    /**
     * Finds the columns of the subgroups.
     *
     * @throws BadInput naming every column that the manifest lacks
     */
    RunUncertainty(StudySettings settings, Cohort cohort, RunDirectory run) {
        this.settings = settings;
        this.run = run;
        SubjectAttributes subjects = SubjectAttributes.of(cohort);
        this.columns =
                ColumnChoice.of(subjects.columns(), settings.subgroups().columns(), "study file, subgroups.columns")
                        .stream()
                        .map(column -> SubgroupColumn.of(subjects, column))
                        .toList();
    }

    /** @param threads at least 1; the result does not depend on it */
    UncertaintyEvaluation of(PredictionTable predictions, int threads) {
        StudySettings.EvaluationKeys keys = settings.evaluation();
        return UncertaintyEvaluation.of(
                predictions,
                columns,
                novelty(),
                new UncertaintySettings(
                        new EvaluationSettings(keys.bootstrap(), keys.seed()),
                        settings.screening(),
                        settings.subgroups().minSubjects(),
                        Optional.of(HeadlineChoice.of(settings).best(predictions))),
                threads);
    }

    /** The distances of the models whose folds all have them; runs of older versions have none. */
    private NoveltyTable novelty() {
        int folds = settings.folds().k();
        return NoveltyTable.pooled(settings.models().stream()
                .flatMap(model -> FinishedRun.distances(run, model.name(), folds).stream())
                .toList());
    }
}
