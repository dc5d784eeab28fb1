package org.facies.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facies.align.KeptCrops;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.fold.FoldPlan;
import org.facies.fold.FoldUnit;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.run.RunDirectory;
import org.facies.train.TrainingListener;
import org.facies.train.TrainingProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One configuration of a model, trained on a fold and on everyone. */
class ModelRefitTest {
    private static final List<String> FILES =
            List.of("history.csv", "model.onnx", "distance.onnx", "learnt-novelty.csv", "learnt.csv");

    @TempDir
    private Path folder;

    private Cohort cohort;
    private AlignedCohort aligned;

    @BeforeEach
    void draw() {
        KeptCrops crops = new KeptCrops(folder.resolve("crops"));
        cohort = ToyCohort.of(40, crops);
        aligned = new AlignedCohort(cohort, FaceOutcomes.none(), crops.store());
    }

    @Test
    void a_refit_learns_from_everyone_and_predicts_nobody() {
        Path refit = folder.resolve("refit");

        trials().refit(refit, progress -> {});

        assertThat(FILES).allSatisfy(file -> assertThat(refit.resolve(file)).exists());
        assertThat(refit.resolve("predictions.csv")).doesNotExist();
        assertThat(refit.resolve("novelty.csv")).doesNotExist();
        List<String> photos = cohort.photos().stream().map(Photo::path).toList();
        assertThat(PredictionTable.read(RunDirectory.learntIn(refit)).of("a"))
                .extracting(Prediction::photo)
                .isEqualTo(photos);
        assertThat(NoveltyTable.read(RunDirectory.learntNoveltyIn(refit)).rows())
                .extracting(NoveltyTable.Row::photo)
                .isEqualTo(photos);
    }

    @Test
    void a_refit_that_was_stopped_comes_to_the_same_bytes() throws IOException {
        Path whole = folder.resolve("whole");
        Path stopped = folder.resolve("stopped");
        Path torn = folder.resolve("torn");
        trials().refit(whole, progress -> {});
        trials().refit(torn, progress -> {});
        Files.delete(torn.resolve("learnt.csv"));
        Files.delete(torn.resolve("distance.onnx"));

        stop(stopped);
        trials().refit(stopped, progress -> {});
        trials().refit(torn, progress -> {});

        for (String file : FILES) {
            assertThat(stopped.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
            assertThat(torn.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    @Test
    void a_refit_that_is_done_is_not_done_again() throws IOException {
        Path refit = folder.resolve("refit");
        trials().refit(refit, progress -> {});
        Files.writeString(refit.resolve("model.onnx"), "untouched");

        trials().refit(refit, progress -> {
            throw new IllegalStateException("it was trained again");
        });

        assertThat(refit.resolve("model.onnx")).hasContent("untouched");
    }

    @Test
    void a_fold_keeps_what_its_network_says_of_both_sides() {
        Split split = Split.of(FoldPlan.stratified(cohort, 2, FoldUnit.SUBJECT, 1), cohort, 1);
        Path trial = folder.resolve("fold-1");

        trials().run(split, trial, TrialUnit.Output.NOVELTY_TOO, progress -> {});

        assertThat(PredictionTable.read(RunDirectory.learntIn(trial)).of("a"))
                .extracting(Prediction::subject)
                .doesNotContainAnyElementsOf(PredictionTable.read(RunDirectory.predictionsIn(trial)).of("a").stream()
                        .map(Prediction::subject)
                        .toList());
        assertThat(PredictionTable.read(RunDirectory.learntIn(trial)).predictions())
                .allSatisfy(row -> assertThat(row.fold()).isEqualTo(1));
        assertThat(NoveltyTable.read(RunDirectory.learntNoveltyIn(trial)).rows())
                .hasSize(split.training().photos().size());
        assertThat(NoveltyTable.read(RunDirectory.noveltyIn(trial)).rows())
                .hasSize(split.test().photos().size());
        assertThat(RunDirectory.distanceIn(trial)).exists();
    }

    /** Ends a training in its second epoch. */
    private void stop(Path refit) {
        TrainingListener ending = new TrainingListener() {
            @Override
            public void progressed(TrainingProgress now) {
                if (now.epoch() == 2) {
                    throw new IllegalStateException("stopped");
                }
            }
        };
        try {
            trials().refit(refit, ending);
        } catch (IllegalStateException stopped) {
            assertThat(stopped).hasMessage("stopped");
        }
        assertThat(refit.resolve("learnt.csv")).doesNotExist();
    }

    private ModelTrials trials() {
        return new ToyTrials(folder, aligned)
                .of("training: {freeze_below: stem, cached_views: 2, epochs: 3, threads: 2}");
    }
}
