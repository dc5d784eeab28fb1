package org.facies.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.facies.file.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * The log of a run. Every line is composed here, of fixed words and numbers. No method takes a text that
 * the user wrote, so that no photo, subject, class, study or folder can be named in the log.
 *
 * <p>Lines go to slf4j. While a line is logged, the diagnostic context (MDC) holds the path of the run's
 * {@code facies.log} under {@link #FILE_KEY}; the command line writes the line there, with the time.
 *
 * <pre>{@code
 * RunLog log = new RunLog(run, clock);
 * AlignedCohort aligned = log.during(RunLog.Stage.FACES, () -> align(cohort));
 * }</pre>
 */
public final class RunLog {
    /** Key of the diagnostic context. */
    public static final String FILE_KEY = "facies.log";

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private final Path file;
    private final Clock clock;

    /** A part of a run that takes time. */
    public enum Stage {
        FACES("faces"),
        AUDIT("audit"),
        TRAINING("training"),
        REFIT("training on everyone"),
        PREDICTION("prediction"),
        EMBEDDING("embedding"),
        DRAWS("draws"),
        EVALUATION("evaluation"),
        REPORT("report");

        private final String word;

        Stage(String word) {
            this.word = word;
        }
    }

    /** Whether a run is new. */
    public enum Start {
        BEGUN,
        RESUMED;

        /**
         * How a run starts.
         *
         * @param settings file that a run writes first
         */
        public static Start of(Path settings) {
            return Files.exists(settings) ? RESUMED : BEGUN;
        }
    }

    /**
     * What a run works with.
     *
     * @param version of this software
     * @param settings SHA-256 of the settings, see {@link Sha256#ofReadable}
     * @param seed of the folds or of the training
     * @param threads at least 1
     * @param device kind of device that networks run on
     */
    public record Setup(String version, String settings, long seed, int threads, String device) {
        public Setup {
            Objects.requireNonNull(version);
            Objects.requireNonNull(settings);
            Objects.requireNonNull(device);
        }
    }

    /**
     * One training of a run.
     *
     * @param number from 1, in the order of training
     * @param of how many there are
     * @param place which one it is
     */
    public record Training(int number, int of, Place place) {
        private String words() {
            return "training " + number + "/" + of + " (" + place.words() + ")";
        }
    }

    /**
     * What is trained on what. Models and candidates are numbered as in {@code study.yaml}.
     *
     * @param model from 1
     * @param repeat repetition of the cross-validation
     * @param fold from 0
     * @param inner empty for the training whose predictions count
     */
    public record Place(int model, Repeat repeat, int fold, Optional<Inner> inner) {

        /** The same model and fold, for a choice inside the fold. */
        public Place inside(int candidate, int innerFold) {
            return new Place(model, repeat, fold, Optional.of(new Inner(candidate, innerFold)));
        }

        private String words() {
            String where = "model " + model + repeat.words() + ", fold " + fold;
            return inner.map(one -> where + ", candidate " + one.candidate() + ", inner fold " + one.fold())
                    .orElse(where);
        }
    }

    /**
     * A training inside a fold.
     *
     * @param candidate from 1
     * @param fold inner fold, from 0
     */
    public record Inner(int candidate, int fold) {}

    /** Work that has begun. */
    public final class Span {
        private final String what;
        private final Instant began;

        private Span(String what) {
            this.what = what;
            this.began = clock.instant();
        }

        /** Logs that it is done, and how long it took. */
        public void done() {
            info(what + ": done in " + seconds(Duration.between(began, clock.instant())));
        }
    }

    /**
     * The log of a run.
     *
     * @param clock that durations are measured with
     */
    public RunLog(RunDirectory run, Clock clock) {
        this.file = run.log();
        this.clock = clock;
    }

    /** The run starts. */
    public void start(Start start, Setup setup) {
        info(start.name().toLowerCase(Locale.ROOT) + ": facies " + setup.version() + ", seed " + setup.seed()
                + ", threads " + setup.threads() + ", device " + setup.device() + ", settings " + setup.settings());
    }

    /** A stage begins. */
    public Span begin(Stage stage) {
        return span(stage.word, "begun");
    }

    /** Does the work of a stage. */
    public <T> T during(Stage stage, Supplier<T> work) {
        Span span = begin(stage);
        T result = work.get();
        span.done();
        return result;
    }

    /** As {@link #during(Stage, Supplier)}, for work without a result. */
    public void during(Stage stage, Runnable work) {
        Span span = begin(stage);
        work.run();
        span.done();
    }

    /** A training begins, or resumes from its checkpoint. */
    public Span begin(Training training, Start start) {
        return span(training.words(), start.name().toLowerCase(Locale.ROOT));
    }

    /** A training was done before. */
    public void kept(Training training) {
        info(training.words() + ": was done before");
    }

    /**
     * An epoch ended.
     *
     * @param epoch from 1; 0 before the first
     */
    public void epoch(int epoch, int of) {
        info("epoch " + epoch + "/" + of + ": done");
    }

    /** How many photos show a usable face. */
    public void faces(int usable, int photos) {
        String line = "faces: " + usable + " of " + photos + " photos usable";
        if (usable < photos) {
            warn(line);
        } else {
            info(line);
        }
    }

    /** How many warnings the check of a manifest gave; none are not logged. */
    public void manifestWarnings(int count) {
        if (count > 0) {
            warn("manifest: " + count + " warnings, see cohort.json");
        }
    }

    /** How many alarms the audit of a cohort gave; none are not logged. */
    public void alarms(int count) {
        if (count > 0) {
            warn("audit: " + count + " alarms, see audit.json");
        }
    }

    private Span span(String what, String verb) {
        Span span = new Span(what);
        info(what + ": " + verb);
        return span;
    }

    private void info(String line) {
        log(Level.INFO, line);
    }

    private void warn(String line) {
        log(Level.WARN, line);
    }

    private void log(Level level, String line) {
        MDC.put(FILE_KEY, file.toString());
        try {
            LOG.atLevel(level).log(line);
        } finally {
            MDC.remove(FILE_KEY);
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
