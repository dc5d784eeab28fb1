package org.facies.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.file.FileRefusal;
import org.facies.file.TemporaryFolder;
import org.facies.progress.Progress;
import org.facies.result.settings.Pretrained;
import org.facies.result.settings.StudySettings;
import org.facies.result.settings.TrainingSection;
import org.facies.run.RunDirectory;
import org.facies.train.TrainingListener;
import org.facies.train.TrainingProgress;

/** Times a few steps of every model, to estimate the time of a study. Leaves no files. */
final class PaceProbe {
    private static final int STEPS = 4;

    private final AlignedCohort aligned;
    private final TrainingWorkspace machine;
    private final Clock clock;
    private final ProcessorTime processors;

    PaceProbe(AlignedCohort aligned, TrainingWorkspace machine) {
        this(aligned, machine, ProcessorTime.ofThisMachine());
    }

    PaceProbe(AlignedCohort aligned, TrainingWorkspace machine, ProcessorTime processors) {
        this.processors = processors;
        this.aligned = aligned;
        this.machine = machine;
        this.clock = machine.workspace().clock();
    }

    /** The settings that determine the pace of a model. Loss and number of epochs do not matter. */
    private record Work(String backbone, Pretrained start, TrainingSection training) {
        static Work of(StudySettings.Model model) {
            return new Work(
                    model.backbone(), model.pretrained(), model.training().inBrief());
        }
    }

    /** The pace of each model. Models with the same work are timed once. */
    Map<String, Pace> paces(List<PlannedModel> models) {
        Map<Work, Pace> paces = new HashMap<>();
        return models.stream()
                .collect(Collectors.toMap(
                        PlannedModel::name,
                        planned -> paces.computeIfAbsent(
                                Work.of(planned.configurations().get(0)), work -> pace(planned))));
    }

    private Pace pace(PlannedModel planned) {
        if (planned.model().isFrozen()) {
            return new Pace(0, 0, machine.threads(), 0);
        }
        StudySettings.Model model = shortened(planned.configurations().get(0));
        Cohort few = few(STEPS * model.training().batchSize());
        AlignedCohort sample = aligned.with(few);
        Path folder = temporary();
        try {
            FrozenActivations frozen =
                    ModelTrials.activations(sample, new RunDirectory(folder), machine.tellingTo(Progress.silent()));
            Timer timer = new Timer(few.photos().size());
            new ModelTrials(model, planned.backbone(), sample, frozen, machine)
                    .run(new Split(0, few, few), folder, TrialUnit.Output.PREDICTIONS, timer);
            return timer.pace();
        } finally {
            delete(folder);
        }
    }

    private static StudySettings.Model shortened(StudySettings.Model model) {
        return model.with(model.training().inBrief());
    }

    /** The first photos of every class of the cohort. */
    private Cohort few(int photos) {
        Set<Photo> taken = new LinkedHashSet<>();
        List<List<Photo>> classes = new ArrayList<>();
        for (String diagnosis : aligned.cohort().classes()) {
            classes.add(aligned.cohort().subjects().stream()
                    .filter(subject -> subject.diagnosis().equals(diagnosis))
                    .flatMap(subject -> subject.photos().stream())
                    .toList());
        }
        int all = aligned.cohort().photos().size();
        for (int i = 0; taken.size() < Math.min(photos, all); i++) {
            int index = i;
            classes.stream()
                    .filter(own -> index < own.size() && taken.size() < photos)
                    .forEach(own -> taken.add(own.get(index)));
        }
        return aligned.cohort().only(taken::contains);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("facies-pace");
        } catch (IOException failure) {
            throw FileRefusal.writing(TemporaryFolder.place(), failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw FileRefusal.writing(folder, failure);
        }
    }

    /** The first of several steps is not timed, because it includes preparations. */
    private final class Timer implements TrainingListener {
        private final int photos;
        private final Instant made = clock.instant();
        private Instant first = made;
        private Instant last = made;
        private long firstNanos;
        private long lastNanos;
        private int steps;
        private int stepsPerEpoch;

        Timer(int photos) {
            this.photos = photos;
            this.firstNanos = processors.ofThisProcessNanos();
            this.lastNanos = firstNanos;
            processors.busyProcessors(); // the load is measured since the previous call
        }

        @Override
        public void progressed(TrainingProgress now) {
            last = clock.instant();
            lastNanos = processors.ofThisProcessNanos();
            first = now.step() == 1 ? last : first;
            firstNanos = now.step() == 1 && now.stepsPerEpoch() > 1 ? lastNanos : firstNanos;
            steps = now.step();
            stepsPerEpoch = now.stepsPerEpoch();
        }

        Pace pace() {
            Instant from = steps > 1 ? first : made;
            double timed = (double) Math.max(1, steps - 1) * photos / stepsPerEpoch;
            double wall = Duration.between(from, last).toNanos() / 1e9;
            double computed = (lastNanos - firstNanos) / 1e9;
            double others = Math.max(0, processors.busyProcessors() - computed / wall);
            boolean onProcessors = machine.device().kind().equals("cpu") && firstNanos >= 0;
            return new Pace(wall / timed, onProcessors ? computed / timed : Double.NaN, machine.threads(), others);
        }
    }
}
