package org.facies.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facies.align.CropStore;
import org.facies.align.KeptCrops;
import org.facies.cohort.Cohort;
import org.facies.fold.FoldPlan;
import org.facies.fold.FoldUnit;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.onnx.OnnxGraph;
import org.facies.run.RunDirectory;
import org.facies.train.TrainingListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trial is a value that can be run elsewhere. */
class TrialUnitTest {
    private static final TrainingListener NOBODY = progress -> {};

    @TempDir
    private Path folder;

    private KeptCrops crops;
    private AlignedCohort aligned;
    private Split split;

    @BeforeEach
    void draw() {
        crops = new KeptCrops(folder.resolve("crops"));
        Cohort cohort = ToyCohort.of(48, crops);
        aligned = new AlignedCohort(cohort, FaceOutcomes.none(), crops.store());
        split = Split.of(FoldPlan.stratified(cohort, 4, FoldUnit.SUBJECT, 1), cohort, 0);
    }

    /**
     * Once as the study runs it, with frozen layers computed for the whole cohort, and once with the unit's photos
     * alone.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "loss: cosface, training: {freeze_below: stem, cached_views: 2, epochs: 3, threads: 2}",
                "loss: arcface, training: {freeze_below: none, epochs: 2, threads: 1}",
                "pretrained: false, loss: softmax, training: {epochs: 2, threads: 2, average_decay: 0.9}"
            })
    void a_unit_that_was_written_and_read_runs_to_the_same_bytes(String settings) throws IOException {
        Split inner = Split.of(FoldPlan.stratified(split.training(), 3, FoldUnit.SUBJECT, 2), split.training(), 1);
        TrialUnit unit = unit(settings, inner);
        Path here = folder.resolve("here");
        Path elsewhere = folder.resolve("elsewhere");
        Path copied = folder.resolve("copied");
        copyCrops(unit, copied);

        TrialUnit read = TrialUnit.parse(unit.json(), "unit");
        TrialResult result = new TrialRunner(
                        crops.store(), ModelTrials.activations(aligned, new RunDirectory(here), machine()), machine())
                .run(unit, ToyCohort.network(), here, NOBODY);
        CropStore only = new CropStore(copied, unit.crops().networks());
        TrialResult other = new TrialRunner(
                        only, new FrozenActivations(elsewhere, read.samples(), only, machine()), machine())
                .run(read, ToyCohort.network(), elsewhere, NOBODY);

        assertThat(read).isEqualTo(unit);
        assertThat(read.json()).isEqualTo(unit.json());
        assertThat(other.json()).isEqualTo(result.json());
        assertThat(TrialResult.parse(other.json(), "result")).isEqualTo(result);
        for (String file : List.of("history.csv", "model.onnx", "distance.onnx")) {
            assertThat(elsewhere.resolve(file)).hasSameBinaryContentAs(here.resolve(file));
        }
        assertThat(result.rows())
                .hasSize(inner.test().photos().size())
                .allSatisfy(row -> assertThat(row.distance()).isPresent());
        assertThat(result.learnt())
                .extracting(TrialResult.Row::photo)
                .isEqualTo(unit.learnt().stream().map(TrialUnit.Sample::photo).toList());
        assertThat(result.learnt()).allSatisfy(row -> assertThat(row.distance()).isPresent());
    }

    @Test
    void a_unit_of_few_subjects_has_predictions_but_no_distances() {
        Split inner = Split.of(FoldPlan.stratified(split.training(), 2, FoldUnit.SUBJECT, 2), split.training(), 1);
        TrialUnit unit = unit("training: {freeze_below: none, epochs: 1, threads: 1}", inner);
        Path place = folder.resolve("few");

        TrialResult result = runner(crops.store(), unit).run(unit, ToyCohort.network(), place, NOBODY);

        assertThat(inner.training().subjects()).hasSizeLessThan(20);
        assertThat(result.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.distance()).isEmpty());
        assertThat(result.learnt()).hasSize(unit.learnt().size());
        assertThat(place.resolve("distance.onnx")).doesNotExist();
        assertThat(TrialResult.parse(result.json(), "result")).isEqualTo(result);
    }

    @Test
    void a_candidate_is_not_asked_about_what_it_learnt() {
        TrialUnit unit = trials("training: {freeze_below: none, epochs: 1, threads: 1}")
                .unit(ToyCohort.network(), split, TrialUnit.Output.PREDICTIONS);

        TrialResult result =
                runner(crops.store(), unit).run(unit, ToyCohort.network(), folder.resolve("candidate"), NOBODY);

        assertThat(result.learnt()).isEmpty();
        assertThat(folder.resolve("candidate/distance.onnx")).doesNotExist();
    }

    @Test
    void a_unit_names_nobody() {
        String json = unit("training: {freeze_below: none, epochs: 1, threads: 1}", split)
                .json();

        assertThat(json)
                .doesNotContain("subject-", "secret", "noonan", "manifest", folder.toString())
                .contains(split.training().photos().get(0).sha256());
    }

    @Test
    void what_is_wrong_with_a_unit_is_told_all_at_once() {
        TrialUnit unit = unit("training: {freeze_below: none, epochs: 1, threads: 1}", split);
        String photo = unit.learnt().get(1).photo();
        String wrong = unit.json()
                .replace("\"threads\":1", "\"threads\":0")
                .replace("\"classes\":2", "\"classes\":1")
                .replace("\"optimiser\":\"adamw\"", "\"optimiser\":\"newton\"")
                .replaceFirst(photo, "../secret");

        assertThatThrownBy(() -> TrialUnit.parse(wrong, "unit 3"))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems())
                                .extracting(Problem::where)
                                .contains(
                                        "unit 3, key training.threads",
                                        "unit 3, key classes",
                                        "unit 3, key training.optimiser",
                                        "unit 3, key learnt[1].photo"));
        assertThatThrownBy(() -> TrialUnit.parse(unit.json().replace("\"shift\":0.033", "\"shift\":3"), "unit 3"))
                .hasMessageContaining("unit 3, key training: is not valid (training, shift is outside its range)");
        assertThatThrownBy(() -> TrialUnit.parse(unit.json().replace("\"scale\":8.0", "\"scale\":-8.0"), "unit 3"))
                .hasMessageContaining("unit 3, key loss: is not valid");
        assertThatThrownBy(() -> TrialUnit.parse("{", "unit 3")).hasMessageContaining("is not valid JSON");
        assertThatThrownBy(() -> TrialUnit.parse("{}", "unit 3"))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems()).hasSize(TrialUnit.class.getRecordComponents().length));
    }

    @Test
    void a_unit_is_run_with_what_it_names_only() {
        TrialUnit unit = unit("training: {freeze_below: none, epochs: 1, threads: 1}", split);
        OnnxGraph other = ToyCohort.network().freshlyInitialised(5);
        CropStore others = new CropStore(folder.resolve("crops"), "other networks");

        assertThatThrownBy(() -> runner(crops.store(), unit).run(unit, other, folder.resolve("a"), NOBODY))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("needs a network that it was not given");
        assertThatThrownBy(() -> runner(others, unit).run(unit, ToyCohort.network(), folder.resolve("a"), NOBODY))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("needs crops that were found by other networks");
        TrialUnit onCard = TrialUnit.parse(unit.json().replace("\"device\":\"cpu\"", "\"device\":\"cuda\""), "unit");
        assertThatThrownBy(
                        () -> runner(crops.store(), unit).run(onCard, ToyCohort.network(), folder.resolve("a"), NOBODY))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("needs a device of kind cuda, not cpu");
    }

    @Test
    void a_crop_that_vanishes_while_a_trial_trains_ends_it_with_one_sentence() {
        TrialUnit unit = unit("training: {freeze_below: none, epochs: 3, threads: 1}", split);
        Path gone = crops.file(unit.learnt().get(0).photo(), unit.geometry());

        assertThatThrownBy(() -> runner(crops.store(), unit)
                        .run(unit, ToyCohort.network(), folder.resolve("trial"), progress -> delete(gone)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("lacks the crop of a photo")
                .hasMessageNotContaining("secret");
        assertThat(folder.resolve("trial/model.onnx")).doesNotExist();
    }

    private TrialUnit unit(String settings, Split part) {
        return trials(settings).unit(ToyCohort.network(), part, TrialUnit.Output.NOVELTY_TOO);
    }

    private ModelTrials trials(String settings) {
        return new ToyTrials(folder, aligned).of(settings);
    }

    private TrialRunner runner(CropStore store, TrialUnit unit) {
        return new TrialRunner(
                store, new FrozenActivations(folder.resolve("cache"), unit.samples(), store, machine()), machine());
    }

    private void copyCrops(TrialUnit unit, Path target) throws IOException {
        Path from = folder.resolve("crops");
        for (TrialUnit.Sample sample : unit.samples()) {
            Path file = crops.file(sample.photo(), unit.geometry());
            Path copy = target.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private TrainingWorkspace machine() {
        return new ToyTrials(folder, aligned).machine();
    }
}
