package org.facies.serve.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.bundle.BundleFile;
import org.facies.bundle.DrawnBundle;
import org.facies.bundle.PredictedRun;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.detect.DrawnFace;
import org.facies.file.Sha256;
import org.facies.image.PngWriter;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.PredictionTable;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelZoo;
import org.facies.progress.Progress;
import org.facies.reading.Advice;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingDesign.ShownClass;
import org.facies.reading.ReadingPlan;
import org.facies.reading.ShownModel;
import org.facies.result.PhotoHashes;
import org.facies.run.RunDirectory;
import org.facies.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseAdviceTest {
    /** In another order than the run's. */
    private static final List<ShownClass> SHOWN = List.of(
            new ShownClass("wbs", "Williams–Beuren"),
            new ShownClass("none", "no syndrome"),
            new ShownClass("noonan", "Noonan"));

    private final Cohort cohort = PredictedRun.cohort();

    @TempDir
    private Path folder;

    private RunDirectory run;

    @BeforeEach
    void write() throws IOException {
        run = PredictedRun.write(folder.resolve("run"), cohort, "subject");
    }

    @Test
    void each_case_gets_the_answer_out_of_fold_of_the_reports_first_model_in_choices() {
        ReadingPlan plan = PredictedRun.plan(cohort, SHOWN, subject -> true);

        ShownAdvice shown = advice(advisor(Optional.empty(), Optional.empty())).of(cohort, plan);

        assertThat(shown.model()).isEqualTo(new ShownModel("strong", "run", Sha256.ofReadable(run.predictions())));
        HeldOutSubjects strong = HeldOutSubjects.of(PredictionTable.read(run.predictions()), "strong");
        OutOfFold expected = new OutOfFold(strong, 90);
        int[] positions = {2, 0, 1};
        int correct = 0;
        for (int c = 0; c < plan.cases().size(); c++) {
            Advice own = shown.cases().get(c);
            OutOfFold.Said said = expected.of(plan.cases().get(c).subject());
            for (int k = 0; k < 3; k++) {
                assertThat(own.probabilities().get(k)).isEqualTo(said.probabilities()[positions[k]]);
                assertThat(own.set().contains(k)).isEqualTo(said.set()[positions[k]]);
                assertThat(own.probabilities().get(k))
                        .isLessThanOrEqualTo(own.probabilities().get(own.choice()));
            }
            assertThat(own.set())
                    .isSortedAccordingTo((a, b) -> Double.compare(
                            own.probabilities().get(b), own.probabilities().get(a)));
            assertThat(own.levelPercent()).isEqualTo(90);
            correct += own.choice() == plan.cases().get(c).truth() ? 1 : 0;
        }
        assertThat(correct).isGreaterThan(70);
    }

    @Test
    void a_named_model_is_shown_and_an_unknown_one_is_refused() {
        ReadingPlan plan = PredictedRun.plan(cohort, SHOWN, subject -> true);

        assertThat(advice(advisor(Optional.of("weak"), Optional.empty()))
                        .of(cohort, plan)
                        .model()
                        .name())
                .isEqualTo("weak");
        assertThatThrownBy(() ->
                        advice(advisor(Optional.of("other"), Optional.empty())).of(cohort, plan))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("readers.yaml")
                        + ", key model.model: \"other\" is not a model of the run. Name one of weak, strong, or"
                        + " remove the key.");
    }

    @Test
    void cases_that_are_not_of_the_run_are_counted_by_reason_and_nobody_is_named() throws IOException {
        PhotoHashes hashes = PhotoHashes.read(run.photos());
        new PhotoHashes(hashes.rows().stream()
                        .map(row -> row.subject().equals("S5")
                                ? new PhotoHashes.Row(row.photo(), row.subject(), Sha256.of("other"))
                                : row)
                        .toList())
                .write(run.photos());
        List<Subject> subjects = new ArrayList<>(cohort.subjects());
        subjects.set(0, new Subject("NEW", "none", subjects.get(0).photos(), Map.of()));
        subjects.set(1, new Subject("S1", "wbs", subjects.get(1).photos(), Map.of()));
        subjects.set(2, new Subject("S2", "none", subjects.get(2).photos(), Map.of()));
        Cohort other = new Cohort(cohort.manifest(), cohort.classes(), subjects);

        assertThatThrownBy(() -> advice(advisor(Optional.empty(), Optional.empty()))
                        .of(other, PredictedRun.plan(other, SHOWN, subject -> true)))
                .isInstanceOf(BadInput.class)
                .hasMessage(("%1$s, key model: \"%2$s\" cannot be shown: 1 of the 90 cases is not in the run."
                                + " %3$s%n%1$s, key model: \"%2$s\" cannot be shown: 2 of the 90 cases are in the"
                                + " run with another diagnosis. %3$s%n%1$s, key model: \"%2$s\" cannot be shown: 1"
                                + " of the 90 cases is in the run without some of their photos. %3$s")
                        .formatted(
                                folder.resolve("readers.yaml"),
                                run.root(),
                                "Show the run of this cohort, or a bundle that has not seen these children."));
    }

    @Test
    void other_classes_than_the_runs_are_refused() {
        List<ShownClass> two = SHOWN.subList(0, 2);
        ReadingPlan plan =
                PredictedRun.plan(cohort, two, subject -> !subject.diagnosis().equals("noonan"));

        assertThatThrownBy(() -> new CaseAdvice(
                                folder.resolve("readers.yaml"),
                                design(two, advisor(Optional.empty(), Optional.empty())),
                                workspace())
                        .of(cohort, plan))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("key classes: \"wbs, none\" are not the classes of the run ")
                .hasMessageContaining(
                        "(none, noonan, wbs). Show a model with the same classes, or make all readers unaided.");
    }

    @Test
    void a_run_divided_by_photo_has_learnt_from_the_children_and_is_refused() throws IOException {
        PredictedRun.write(folder.resolve("run"), cohort, "photo");

        assertThatThrownBy(() -> advice(advisor(Optional.empty(), Optional.empty()))
                        .of(cohort, PredictedRun.plan(cohort, SHOWN, subject -> true)))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith("means that a network was trained on other photos of the child that it answers"
                        + " about. Run the study with folds by subject, and show that run.");
    }

    @Test
    void a_run_without_hashes_of_its_photos_is_refused() throws IOException {
        Files.delete(run.photos());

        assertThatThrownBy(() -> advice(advisor(Optional.empty(), Optional.empty()))
                        .of(cohort, PredictedRun.plan(cohort, SHOWN, subject -> true)))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith(
                        "is missing, so Facies cannot check whether the cases are photos of the run. Run the study"
                                + " again.");
    }

    @Test
    void a_bundle_answers_about_children_whom_its_run_has_not_seen() throws IOException {
        bundle(origin(Optional.empty()));
        Cohort unseen = drawn(60, -25, -80);

        ShownAdvice shown = advice(advisor(Optional.empty(), Optional.of("b.facies")))
                .of(unseen, PredictedRun.plan(unseen, SHOWN, subject -> true));

        assertThat(shown.model().name()).isEqualTo("drawn");
        assertThat(shown.model().origin()).isEqualTo("b.facies");
        assertThat(shown.cases()).extracting(Advice::choice).containsExactly(0, 2, 1);
        shown.cases().forEach(one -> {
            assertThat(one.probabilities().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-6));
            assertThat(one.set()).contains(one.choice());
        });
    }

    @Test
    void a_bundle_is_refused_when_its_run_has_any_photo_of_a_child_also_one_that_is_not_shown() throws IOException {
        bundle(origin(Optional.empty()));
        Cohort unseen = drawn(60, -25, -80);
        List<Subject> subjects = new ArrayList<>(unseen.subjects());
        Photo known = cohort.subjects().get(4).photos().get(1);
        Subject first = subjects.get(0);
        subjects.set(
                0,
                new Subject(
                        first.id(), first.diagnosis(), List.of(first.photos().get(0), known), Map.of()));
        Cohort other = new Cohort(unseen.manifest(), unseen.classes(), subjects);

        assertThatThrownBy(() -> advice(advisor(Optional.empty(), Optional.of("b.facies")))
                        .of(other, PredictedRun.plan(other, SHOWN, subject -> true)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "cannot be shown: 1 of the 3 cases is on training photos of the bundle. Show the run")
                .hasMessageNotContaining(known.path());
    }

    @Test
    void a_bundle_of_another_run_or_one_fitted_again_is_refused() throws IOException {
        Cohort unseen = drawn(60);
        ReadingPlan plan = PredictedRun.plan(unseen, SHOWN, subject -> true);
        bundle(new BundleFile.Origin("test", Map.of(), Optional.empty()));
        assertThatThrownBy(() -> advice(advisor(Optional.empty(), Optional.of("b.facies")))
                        .of(unseen, plan))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("b.facies: was not made from the run ")
                .hasMessageEndingWith("so Facies cannot check whether it was trained on the cases. Name the run from"
                        + " which it was made with model.run.");

        bundle(origin(Optional.of("00")));
        assertThatThrownBy(() -> advice(advisor(Optional.empty(), Optional.of("b.facies")))
                        .of(unseen, plan))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("b.facies: was recalibrated on other children");
    }

    @Test
    void a_bundle_without_the_level_or_with_another_model_is_refused() throws IOException {
        bundle(origin(Optional.empty()));
        Cohort unseen = drawn(60);
        ReadingPlan plan = PredictedRun.plan(unseen, SHOWN, subject -> true);

        assertThatThrownBy(() -> advice(new ReadingDesign.Advisor("run", Optional.empty(), Optional.of("b.facies"), 80))
                        .of(unseen, plan))
                .hasMessageContaining("key model.set_percent: \"80\" is not a level of the prediction sets of ")
                .hasMessageEndingWith("Give one of 90.");
        assertThatThrownBy(() -> advice(advisor(Optional.of("weak"), Optional.of("b.facies")))
                        .of(unseen, plan))
                .hasMessageContaining("key model.model: \"weak\" is not the model of the bundle ");
    }

    @Test
    void children_of_whom_a_bundle_can_use_no_photo_are_counted() throws IOException {
        bundle(origin(Optional.empty()));
        Cohort unseen = cohort(List.of(png(DrawnFace.noise(1)), tinted(-25)));

        assertThatThrownBy(() -> advice(advisor(Optional.empty(), Optional.of("b.facies")))
                        .of(unseen, PredictedRun.plan(unseen, SHOWN, subject -> true)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "cannot answer about 1 of the 2 cases, because it can use none of their" + " photos.");
    }

    private CaseAdvice advice(ReadingDesign.Advisor advisor) {
        return new CaseAdvice(folder.resolve("readers.yaml"), design(SHOWN, advisor), workspace());
    }

    private static ReadingDesign.Advisor advisor(Optional<String> model, Optional<String> bundle) {
        return new ReadingDesign.Advisor("run", model, bundle, 90);
    }

    private static ReadingDesign design(List<ShownClass> classes, ReadingDesign.Advisor advisor) {
        return new ReadingDesign(
                "test",
                "manifest.csv",
                classes,
                new ReadingDesign.Cases(ReadingDesign.Draw.EVERYONE, 0, 0, Map.of(), 1),
                new ReadingDesign.Pictures(ReadingDesign.Photos.ONE, ReadingDesign.View.CROP, 400),
                new ReadingDesign.Order(1, 0, 5, 0),
                new ReadingDesign.Practice(0, false),
                new ReadingDesign.Form(true, true, false, false),
                Optional.of(advisor),
                List.of(),
                30);
    }

    private static Workspace workspace() {
        Path home = ModelZoo.defaultHome();
        ModelZoo zoo = ModelZoo.in(home, Acknowledgement.GIVEN, Clock.systemUTC(), Progress.silent());
        return new Workspace(zoo, home, 2, "test", Clock.systemUTC(), Progress.silent());
    }

    private BundleFile.Origin origin(Optional<String> recalibrated) {
        return new BundleFile.Origin(
                "test",
                Map.of(
                        "study.yaml", Sha256.ofReadable(run.study()),
                        "predictions.csv", Sha256.ofReadable(run.predictions()),
                        "metrics.json", "of a time before readers were added"),
                recalibrated);
    }

    private void bundle(BundleFile.Origin origin) {
        DrawnBundle.write(folder.resolve("b.facies"), origin);
    }

    /** A child for each tint. */
    private Cohort drawn(int... tints) throws IOException {
        List<byte[]> photos = new ArrayList<>();
        for (int tint : tints) {
            photos.add(tinted(tint));
        }
        return cohort(photos);
    }

    private Cohort cohort(List<byte[]> photos) throws IOException {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            Path file = Files.write(folder.resolve("new-" + i + ".png"), photos.get(i));
            subjects.add(new Subject(
                    "N" + i,
                    PredictedRun.CLASSES.get(i % 3),
                    List.of(new Photo(file.getFileName().toString(), file, Sha256.of(photos.get(i)))),
                    Map.of()));
        }
        return new Cohort(Path.of("other.csv"), PredictedRun.CLASSES, subjects);
    }

    /** Redder than blue by so much. */
    private static byte[] tinted(int more) {
        Rgb portrait = DrawnFace.portrait();
        byte[] data = portrait.data().clone();
        for (int i = 0; i < data.length; i += 3) {
            data[i] = (byte) Math.max(0, Math.min(255, (data[i] & 0xFF) + more));
        }
        return png(new Rgb(portrait.widthPx(), portrait.heightPx(), data));
    }

    private static byte[] png(Rgb picture) {
        return PngWriter.encode(picture);
    }
}
