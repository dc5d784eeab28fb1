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
 * Draws a cohort of children who do not exist and runs the whole study on it, telling what happens and why. Nothing is
 * shortened but the cohort: the same training, the same folds by subject, the same evaluation as on real photos. What
 * was done before an interruption is not done again.
 */
public final class Demo {
    /** As many of each class, so that 120 children are enough to learn from; in practice the classes are not even. */
    private static final int CHILDREN_OF_A_CLASS = 30;

    private static final String BACKBONE = "dlib-resnet";
    private static final int PHOTOS = 2;
    private static final int SIDE_PX = 256;

    private final DemoFolder folder;
    private final TrainingWorkspace machine;

    /**
     * What can be chosen.
     *
     * @param effect factor on the profiles' shifts
     * @param seed of the cohort
     */
    public record Choice(double effect, long seed) {}

    /** A demo in a folder, new or begun. */
    public Demo(DemoFolder folder, TrainingWorkspace machine) {
        this.folder = folder;
        this.machine = machine;
    }

    /**
     * The cohort that the demo draws.
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

    /** The models of the catalogue that it needs. */
    public static List<String> networks() {
        return Stream.concat(FaceNetworks.ids().stream(), Stream.of(BACKBONE)).toList();
    }

    /**
     * How the story ended.
     *
     * @param models out of fold
     * @param readers simulated, with the models on what they judged
     */
    public record Ending(Evaluation models, ReaderStudy readers) {}

    /** Tells the story and returns how it ended. */
    public Ending tell(PortraitStudio studio, Recipe recipe) {
        chapter(
                "1/6  A cohort of children who do not exist",
                "Photos of patients cannot be shared, so Facies draws %d children, %d photos of each: %s.",
                recipe.total(),
                PHOTOS,
                counts(recipe));
        SyntheticFolder cohort =
                SyntheticCohort.write(recipe, studio, folder.cohort(), machine.progress(), machine.threads());

        chapter(
                "2/6  Is the cohort in order?",
                "Every row of the manifest and every photo is checked, as it would be for yours.");
        Cohort checked = check(cohort);
        say(
                "In order: %d photos of %d subjects.",
                checked.photos().size(), checked.subjects().size());

        chapter("3/6  Finding the faces", "Each face is found and turned to the crop that the network was made for.");
        FaceSheets.Written faces = align(checked);
        say(
                "%d faces, %d photos without one. Leaf through them: %s",
                faces.aligned(), faces.refused(), faces.contactSheet());

        chapter(
                "4/6  The study",
                "Four models as in the paper: two losses, each from a pretrained face network (PFM) and from scratch."
                        + " Five folds: every child is judged by models that never saw it.");
        Evaluation evaluation = study();

        chapter(
                "5/6  Five simulated readers",
                "The paper compares its models with five pediatricians. Here five programs take their place: each sees"
                        + " the diagnosis through noise. How much noise is an assumption; the best of them is about as"
                        + " good as the paper's best pediatrician. Two of them answer a second time after the model's"
                        + " answer, which comes from networks that never saw the child.");
        ReaderStudy readers = new DemoReaders(folder, machine.workspace()).read(checked, recipe);

        chapter("6/6  The report", "Everything in one file that needs no network.");
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
