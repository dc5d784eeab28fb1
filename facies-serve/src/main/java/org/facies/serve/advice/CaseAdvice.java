package org.facies.serve.advice;

import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.cohort.Cohort;
import org.facies.file.PathText;
import org.facies.input.BadInput;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingPlan;
import org.facies.result.FinishedRun;
import org.facies.run.RunDirectory;
import org.facies.workspace.Workspace;

/**
 * The answers of a model that readers of the sequential arm see, one for each case. No answer comes from networks,
 * calibration or limits that learnt from the child whom it is about.
 *
 * <pre>{@code
 * ShownAdvice shown = new CaseAdvice(Path.of("readers.yaml"), design, workspace).of(cohort, plan);
 * Advice ofFirstCase = shown.cases().get(0);
 * }</pre>
 */
public final class CaseAdvice {
    private final Path file;
    private final ReadingDesign design;
    private final Workspace workspace;

    /**
     * The advice of a study.
     *
     * @param file {@code readers.yaml}; paths in the design are relative to its folder
     * @param design that names a model
     * @param workspace only a bundle works on photos
     */
    public CaseAdvice(Path file, ReadingDesign design, Workspace workspace) {
        this.file = file;
        this.design = design;
        this.workspace = workspace;
    }

    /**
     * Asks the model about every case.
     *
     * @param cohort that the plan was drawn from
     * @throws BadInput if the model may not be shown, or cannot say anything, with every reason
     */
    public ShownAdvice of(Cohort cohort, ReadingPlan plan) {
        ReadingDesign.Advisor advisor =
                design.model().orElseThrow(() -> new IllegalArgumentException("a study without a model"));
        RunDirectory directory = new RunDirectory(beside(advisor.run(), "run"));
        FinishedRun run = FinishedRun.read(directory);
        requireOwnFolds(run);
        CohortMatch match = new CohortMatch(file, run, cohort, plan);
        return advisor.bundle()
                .map(bundle -> new BundleAdvice(file, design, run, workspace)
                        .of(beside(bundle, "bundle"), cohort, plan, match))
                .orElseGet(() -> new RunAdvice(file, design, run).of(plan, match));
    }

    private Path beside(String written, String key) {
        Path path = PathText.read(file + ", key model." + key, written);
        return file.toAbsolutePath().getParent().resolve(path);
    }

    /** A validation has the networks of another run, and a division by photo has children on both sides. */
    private static void requireOwnFolds(FinishedRun run) {
        RunDirectory files = run.directory();
        if (Files.exists(files.validation())) {
            throw new BadInput(
                    files.root().toString(),
                    "",
                    "holds the validation of a run on another cohort, without folds of its own",
                    "Name the run whose models were validated, and its cohort.");
        }
        if (run.settings().folds().splitsSubjects()) {
            throw new BadInput(
                    files.study().toString(),
                    "folds.unit photo",
                    "lets a network learn from other photos of the child that it answers about",
                    "Run the study with folds by subject, and show that.");
        }
    }
}
