package org.facies.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.align.FaceSheets;
import org.facies.cohort.Cohort;
import org.facies.cohort.ManifestRules;
import org.facies.metric.Evaluation;
import org.facies.progress.Progress;
import org.facies.reader.ReaderStudy;
import org.facies.report.ReportWriter;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;
import org.facies.run.RunLog;
import org.facies.study.CheckedCohort;
import org.facies.study.StudyFile;
import org.facies.study.StudyRunner;
import org.facies.study.TrainingWorkspace;
import org.facies.synth.SyntheticCohort;
import org.facies.synth.SyntheticFolder;
import org.facies.synth.population.Recipe;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.profile.Profile;
import org.facies.workspace.FaceNetworks;

/**
 * Draws a cohort of synthetic children, runs a whole study on it, and explains each step. Only the cohort is small;
 * training, folds by subject and evaluation are those of a study on real photos. After an interruption it resumes.
 */
public final class Demo {
    /** The same for each class, so that 120 children are enough for training; real cohorts are not balanced. */
    private static final int CHILDREN_OF_A_CLASS = 30;

    private static final String BACKBONE = "dlib-resnet";
    private static final int PHOTOS = 2;
    private static final int SIDE_PX = 256;

    private final DemoFolder folder;
    private final TrainingWorkspace machine;

    /**
     * What can be chosen.
     *
     * @param effect factor on the effect sizes of the profiles
     * @param seed of the cohort
     */
    public record Choice(double effect, long seed) {}

    /** A demo in a folder that is new or holds an interrupted demo. */
    public Demo(DemoFolder folder, TrainingWorkspace machine) {
        this.folder = folder;
        this.machine = machine;
    }

    /**
     * The recipe of the cohort that the demo draws.
     *
     * @param profiles the three that come with Facies
     */
    public static Recipe recipe(List<Profile> profiles, Choice choice) {
        Map<String, Integer> subjects = new LinkedHashMap<>();
        profiles.forEach(profile -> subjects.put(profile.diagnosis(), CHILDREN_OF_A_CLASS));
        subjects.put(Recipe.CONTROLS, CHILDREN_OF_A_CLASS);
        return new Recipe(
                subjects,
                profiles,
                new Recipe.PhotoCount(PHOTOS, PHOTOS),
                choice.effect(),
                choice.seed(),
                SIDE_PX,
                Set.of());
    }

    /** The models of the catalogue that the demo needs. */
    public static List<String> networks() {
        return Stream.concat(FaceNetworks.ids().stream(), Stream.of(BACKBONE)).toList();
    }

    /**
     * The results of the demo.
     *
     * @param models the evaluation out of fold
     * @param readers the simulated readers, with the models on the same cases
     */
    public record Ending(Evaluation models, ReaderStudy readers) {}

    /** Runs all steps and returns the results. */
    public Ending tell(PortraitStudio studio, Recipe recipe) {
        chapter(
                "1/6  Draw a cohort of synthetic children",
                "Photos of patients cannot be shared. Facies therefore draws %d children, %d photos of each: %s.",
                recipe.total(),
                PHOTOS,
                counts(recipe));
        SyntheticFolder cohort =
                SyntheticCohort.write(recipe, studio, folder.cohort(), machine.progress(), machine.threads());

        chapter(
                "2/6  Check the cohort",
                "Every row of the manifest and every photo is checked, as for a cohort of your own.");
        Cohort checked = check(cohort);
        say(
                "No problem found: %d photos of %d children.",
                checked.photos().size(), checked.subjects().size());

        chapter("3/6  Find the faces", "Each face is found, cut out and straightened.");
        FaceSheets.Written faces = align(checked);
        say(
                "Found %d faces; %d photos show none. To look at them, open %s",
                faces.aligned(), faces.refused(), faces.contactSheet());

        chapter(
                "4/6  Train and evaluate",
                "Four models are trained, as in the published study (Shen et al. 2024): two losses, each from a"
                        + " pretrained face network (PFM) and from scratch. In five-fold cross-validation, each"
                        + " child is judged by models that have not seen it.");
        Evaluation evaluation = study();

        chapter(
                "5/6  Compare with five simulated readers",
                "The published study compares its models with five pediatricians. Here, five programs replace them:"
                        + " each sees the diagnosis through noise. The amount of noise is an assumption; the best"
                        + " program is about as good as the best pediatrician of that study. Two of the five answer"
                        + " again after seeing the model's answer, which comes from networks that have not seen the"
                        + " child.");
        ReaderStudy readers = new DemoReaders(folder, machine.workspace()).read(checked, recipe);

        chapter("6/6  Write the report", "The report is one file; a browser opens it without a network.");
        new RunLog(new RunDirectory(folder.run()), machine.workspace().clock())
                .during(RunLog.Stage.REPORT, () -> new ReportWriter().write(folder.run()));
        return new Ending(evaluation, readers);
    }

    private Cohort check(SyntheticFolder cohort) {
        ManifestRules rules = machine.workspace().manifestRules();
        return CheckedCohort.read(cohort.manifest(), rules, machine.progress()::say)
                .cohort();
    }

    private FaceSheets.Written align(Cohort cohort) {
        FaceSheets sheets = new FaceSheets(cohort, folder.faces());
        try (FacePipeline pipeline = machine.workspace().faces(FacePolicy.DEFAULT);
                Progress.Bar bar =
                        machine.progress().start("Faces", cohort.photos().size())) {
            pipeline.align(
                    cohort.photos(),
                    StudyRunner.crop(
                            machine.zoo().info(BACKBONE).card().backbone().input()),
                    bar,
                    sheets::add);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while finding faces");
        }
        return sheets.finish();
    }

    private Evaluation study() {
        StudySettings settings = StudyFile.read(folder.writtenStudy());
        return new StudyRunner(settings, folder.study(), new RunDirectory(folder.run()), machine).run();
    }

    private static String counts(Recipe recipe) {
        return String.join(
                ", ",
                recipe.subjects().entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .toList());
    }

    private void chapter(String title, String why, Object... facts) {
        machine.progress().say("");
        machine.progress().say(title);
        say(why, facts);
    }

    private void say(String sentence, Object... facts) {
        machine.progress().say(String.format(Locale.ROOT, sentence, facts));
    }
}
