package org.facies.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.facies.cohort.Cohort;
import org.facies.fold.FoldPlan;
import org.facies.fold.FoldUnit;
import org.facies.input.BadInput;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;

/** The cross-validations of a study: the divisions of the cohort into folds. */
final class Rounds {
    private final StudySettings settings;

    Rounds(StudySettings settings) {
        this.settings = settings;
    }

    /**
     * The divisions that a run began with, or new ones, which are then written to the run.
     *
     * @throws BadInput if the run has other divisions
     */
    List<Round> of(RunDirectory run, Cohort cohort) {
        List<Round> planned = planned(cohort);
        Map<Boolean, List<Round>> byPhoto = planned.stream()
                .collect(Collectors.partitioningBy(round -> round.repeat().byPhoto()));
        List<FoldPlan> own = recorded(run.folds(), divisions(byPhoto.get(false)), cohort);
        List<FoldPlan> photos = byPhoto.get(true).isEmpty()
                ? List.of()
                : recorded(run.foldsByPhoto(), divisions(byPhoto.get(true)), cohort);
        return planned.stream()
                .map(round -> new Round(
                        round.repeat(),
                        (round.repeat().byPhoto() ? photos : own)
                                .get(round.repeat().division())))
                .toList();
    }

    private static List<FoldPlan> divisions(List<Round> rounds) {
        return rounds.stream()
                .filter(round -> round.repeat().seed() == 0)
                .map(Round::folds)
                .toList();
    }

    private static List<FoldPlan> recorded(Path file, List<FoldPlan> planned, Cohort cohort) {
        if (!Files.exists(file)) {
            FoldPlan.write(file, planned, cohort);
        }
        List<FoldPlan> recorded = FoldPlan.read(file, cohort);
        if (recorded.size() != planned.size()) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "has " + recorded.size() + " divisions, but the study has " + planned.size(),
                    "Restore the file that the run wrote, or begin another run with --out.");
        }
        return recorded;
    }

    /** New divisions. */
    List<Round> planned(Cohort cohort) {
        StudySettings.Folds folds = settings.folds();
        return settings.rounds().stream()
                .map(repeat -> new Round(
                        repeat,
                        FoldPlan.stratified(
                                cohort,
                                folds.k(),
                                repeat.byPhoto() ? FoldUnit.PHOTO : folds.primary(),
                                folds.seed() + repeat.division())))
                .toList();
    }
}
