package org.facies.report.run;

import java.util.List;
import java.util.Optional;
import org.facies.metric.JointComparison;
import org.facies.metric.Level;
import org.facies.result.MetricsFile;
import org.facies.result.ModelResult;

/** The content of {@code metrics.json} that a report shows. */
public final class Metrics {
    private final MetricsFile file;

    Metrics(MetricsFile file) {
        this.file = file;
    }

    public List<String> classes() {
        return file.labels();
    }

    /** Names of the models, in the order of the file. */
    public List<String> models() {
        return List.copyOf(file.models().keySet());
    }

    public Scores scores(String model, Level level) {
        return new Scores(file.models().get(model).at(level));
    }

    /** All that is known of a model. */
    public ModelResult model(String name) {
        return file.models().get(name);
    }

    /** What always answering with the most frequent class reaches. */
    public Optional<Baseline> baseline(Level level) {
        return Optional.ofNullable(file.baseline().get(level)).map(Baseline::of);
    }

    public List<McNemar> mcnemar(Level level) {
        return file.tests().mcnemar().stream()
                .filter(test -> test.level() == level)
                .map(McNemar::of)
                .toList();
    }

    /** The test of all models together, if there are at least three. */
    public Optional<CochranQ> cochranQ(Level level) {
        for (JointComparison test : file.tests().cochranQ()) {
            if (test.level() == level) {
                return Optional.of(CochranQ.of(test));
            }
        }
        return Optional.empty();
    }

    /** People who judged the same cases, if any did. */
    public Optional<Readers> readers() {
        return file.readerSample()
                .flatMap(sample ->
                        file.readers().map(readers -> new Readers(sample, readers, file.tests(), file.agreement())));
    }

    /** How often subjects were resampled for bootstrap intervals. */
    public long resamples() {
        return file.intervals().bootstrapResamples();
    }
}
