package org.facies.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.facies.cohort.Cohort;
import org.facies.reader.ReaderStudy;
import org.facies.reading.CollectedAnswers;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingDesignFile;
import org.facies.reading.ReadingDraw;
import org.facies.reading.ReadingPlan;
import org.facies.reading.ReadingStudy;
import org.facies.reading.simulated.SimulatedReaders;
import org.facies.run.RunDirectory;
import org.facies.serve.advice.CaseAdvice;
import org.facies.serve.advice.ShownAdvice;
import org.facies.study.RunReaders;
import org.facies.synth.population.Recipe;
import org.facies.workspace.Workspace;

/**
 * The simulated readers of the demo. Their cases are drawn, and their answers written and added to the run, as for real
 * readers. How well they see a syndrome depends on the effect size of the cohort: without an effect, they guess.
 */
final class DemoReaders {
    /** The effect size at which readers have the accuracy that {@link SimulatedReaders#FIVE} states. */
    private static final double USUAL_EFFECT = 2;

    /**
     * Added to the seed of the cohort. With 120 children, chance moves the accuracy of a reader by eight points either
     * way. With this number, all five are close to their stated accuracy in the default demo.
     */
    private static final long TYPICAL = 3;

    private final DemoFolder folder;
    private final Workspace workspace;

    DemoReaders(DemoFolder folder, Workspace workspace) {
        this.folder = folder;
        this.workspace = workspace;
    }

    /**
     * Lets them answer, and evaluates them with the models of the run.
     *
     * @param recipe that the cohort was drawn with
     */
    ReaderStudy read(Cohort cohort, Recipe recipe) {
        Clock clock = workspace.clock();
        Path file = folder.writtenReaders();
        ReadingDesign design = ReadingDesignFile.read(file, manifest -> cohort).design();
        ReadingPlan plan = ReadingDraw.of(design, cohort, LocalDate.now(clock)).plan();
        ShownAdvice shown = new CaseAdvice(file, design, workspace).of(cohort, plan);
        ReadingStudy study =
                new ReadingStudy(design, plan, cohort.fingerprint(), Optional.of(shown.model()), shown.cases());
        SimulatedReaders readers = new SimulatedReaders(
                study, Recipe.CONTROLS, Math.min(1, recipe.effect() / USUAL_EFFECT), recipe.seed() + TYPICAL);
        new CollectedAnswers(workspace.version(), study, readers.read(SimulatedReaders.FIVE, clock.instant()))
                .write(folder.readers());
        return RunReaders.of(new RunDirectory(folder.run()), workspace.threads())
                .take(folder.readers().resolve(CollectedAnswers.READERS));
    }
}
