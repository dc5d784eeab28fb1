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
 * The answers of a model that readers of the sequential arm see, one for each case. Networks, calibration and limits
 * behind an answer were fitted without the child that it is about.
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
     * @param design a design that names a model
     * @param workspace used only for bundles, which need the photos
     */
    public CaseAdvice(Path file, ReadingDesign design, Workspace workspace) {
        this.file = file;
        this.design = design;
        this.workspace = workspace;
    }

    /**
     * Computes the model's answer to every case.
     *
     * @param cohort the cohort from which the plan was drawn
     * @throws BadInput with every reason, if the model must not be shown or cannot answer
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

    /**
     * Requires a run with folds by subject: a validation has the networks of another run, and folds by photo have the
     * same child in training and test.
     */
    private static void requireOwnFolds(FinishedRun run) {
        RunDirectory files = run.directory();
        if (Files.exists(files.validation())) {
            throw new BadInput(
                    files.root().toString(),
                    "",
                    "is the external validation of a run and has no folds of its own",
                    "Name the run whose model was validated, and the cohort of that run.");
        }
        if (run.settings().folds().splitsSubjects()) {
            throw new BadInput(
                    files.study().toString(),
                    "folds.unit photo",
                    "means that a network was trained on other photos of the child that it answers about",
                    "Run the study with folds by subject, and show that run.");
        }
    }
}
