package org.facies.result;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;

/**
 * {@code validation.json}: how the performance of a run's model changes on another cohort. All metrics are over
 * subjects.
 *
 * @param model of the run
 * @param study the run's name
 * @param declared the metric by which the study judges models
 * @param networks folds whose networks were averaged
 * @param internalSubjects of the run that are compared with: those of classes that the other cohort has
 * @param externalSubjects of the other cohort
 * @param metrics every metric, of what the networks say together
 * @param singleNetworks every metric as the mean over the single networks on the other cohort: the like-for-like
 *     comparison, since each subject of the run was judged by one network; empty in files of earlier versions
 * @param recall by class
 * @param each the declared metric of each fold's network alone, on the other cohort; NaN where undefined
 * @param unknownFaces how many of the other cohort are refused as unknown; empty where the run has no distances or too
 *     few subjects for a threshold, and in files of earlier versions
 * @param notes what a reader has to know, a sentence each; they name no subject
 * @param warnings of the other cohort's manifest, a sentence and a remedy each; they may name photos and subjects
 */
public record PerformanceChange(
        String model,
        String study,
        Metric declared,
        int networks,
        long internalSubjects,
        long externalSubjects,
        Map<Metric, Change> metrics,
        Optional<Map<Metric, Change>> singleNetworks,
        Map<String, Change> recall,
        List<Double> each,
        Optional<UnknownFaces> unknownFaces,
        List<String> notes,
        List<String> warnings) {
    /** How the file is written and read. */
    public static final ResultFile<PerformanceChange> FILE = ResultFile.of(PerformanceChange.class);

    /**
     * One metric in both cohorts.
     *
     * @param internal out of fold, in the run
     * @param external on the other cohort
     * @param difference external minus internal
     */
    public record Change(Estimate internal, Estimate external, Estimate difference) {}

    /**
     * Children with unknown (out-of-distribution) faces.
     *
     * @param nominal share of the run's own children that may be refused
     * @param threshold mean distance over networks and photos beyond which a child is refused, fitted on the run's
     *     children out of fold
     * @param internal share of the run's children that was refused, with thresholds fitted on the other folds
     * @param external share of the other cohort's children that is refused
     * @param byClass the same by class, NaN for a class without a subject
     */
    public record UnknownFaces(
            double nominal, double threshold, Estimate internal, Estimate external, Map<String, Estimate> byClass) {
        public UnknownFaces {
            byClass = Collections.unmodifiableMap(new LinkedHashMap<>(byClass));
        }
    }

    private static final Change OF_LATER_VERSIONS =
            new Change(Estimate.OF_LATER_VERSIONS, Estimate.OF_LATER_VERSIONS, Estimate.OF_LATER_VERSIONS);

    /** Change of a metric for the averaged networks. */
    public Change ofEnsemble(Metric metric) {
        return metrics.getOrDefault(metric, OF_LATER_VERSIONS);
    }

    /** Change of a metric from single networks to single networks; empty in earlier files. */
    public Optional<Change> ofSingleNetworks(Metric metric) {
        return singleNetworks.map(known -> known.get(metric));
    }

    public PerformanceChange {
        metrics = Collections.unmodifiableMap(new EnumMap<>(metrics));
        singleNetworks = singleNetworks.map(known -> Collections.unmodifiableMap(new EnumMap<>(known)));
        recall = Collections.unmodifiableMap(new LinkedHashMap<>(recall));
        each = List.copyOf(each);
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
    }
}
