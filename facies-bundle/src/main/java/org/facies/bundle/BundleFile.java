package org.facies.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facies.align.FaceFinding;
import org.facies.align.FaceThresholds;
import org.facies.cohort.NamedClass;
import org.facies.decision.Decision;
import org.facies.metric.ClassMetric;
import org.facies.metric.Estimate;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;

/**
 * The content of {@code bundle.json}. It holds counts and metrics, but no photo, no subject id and no embedding of a
 * child.
 *
 * @param format {@link #FORMAT}
 * @param name of the bundle, chosen by its author
 * @param created the day on which it was made, {@code 2026-11-29}
 * @param digest SHA-256 of this file, computed with the 64 digits of this value replaced by zeros
 * @param intendedPurpose its intended use and its limits, in one paragraph
 * @param classes in the order of probabilities
 * @param faces how the face in a photo is chosen and checked
 * @param classifiers one for each crop geometry that the model needs
 * @param decision the rules from the probabilities of photos to an answer
 * @param performance results on children that the networks had not seen
 * @param membership results of membership inference; empty if it was not measured
 * @param cohort the training cohort, in counts
 * @param limits limitations, one sentence each
 * @param weights the source of all weights
 * @param provenance the inputs and the software from which the bundle was made
 * @param files SHA-256 by name of all other files except the signature
 */
public record BundleFile(
        int format,
        String name,
        String created,
        String digest,
        String intendedPurpose,
        List<NamedClass> classes,
        Faces faces,
        List<Network> classifiers,
        Decision decision,
        Performance performance,
        Optional<Membership> membership,
        CohortCard cohort,
        List<String> limits,
        List<Weights> weights,
        Origin provenance,
        Map<String, String> files) {

    /** The network that detects faces. */
    public static final String DETECTOR = "detector.onnx";

    /** The network that locates eyes, nose and mouth. */
    public static final String LANDMARKS = "landmarks.onnx";

    /** The version of the format; no other version is read. */
    public static final int FORMAT = 1;

    public BundleFile {
        classes = List.copyOf(classes);
        classifiers = List.copyOf(classifiers);
        limits = List.copyOf(limits);
        weights = List.copyOf(weights);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /**
     * The settings of face detection.
     *
     * @param choose which of several faces is used, a word of {@link org.facies.align.FaceChoice}: {@code largest}
     * @param thresholds the limits beyond which a measurement of a face causes a remark
     * @param refuse remarks that exclude a photo, as in the study
     */
    public record Faces(String choose, FaceThresholds thresholds, List<FaceFinding> refuse) {
        public Faces {
            refuse = List.copyOf(refuse);
        }
    }

    /**
     * A graph of classifiers.
     *
     * @param file its name in the bundle
     * @param geometry the crops that it expects, for example {@code dlib-150}
     * @param members number of networks in it
     * @param model the model of the study
     */
    public record Network(String file, String geometry, int members, String model) {}

    /**
     * Results over children, each predicted by a network that had not seen the child.
     *
     * @param children number of children
     * @param figures values by metric, as in {@code metrics.json}
     * @param recall by class
     * @param subgroups accuracy by column and group; groups that the study hides are left out
     */
    public record Performance(
            int children,
            Map<String, Estimate> figures,
            Map<String, Estimate> recall,
            Map<String, Map<String, Estimate>> subgroups) {
        public Performance {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
            recall = Collections.unmodifiableMap(new LinkedHashMap<>(recall));
            subgroups = Collections.unmodifiableMap(new LinkedHashMap<>(subgroups));
        }

        /** The results of an evaluation over children. */
        static Performance of(LevelEvaluation children, Map<String, Map<String, Estimate>> subgroups) {
            Map<String, Estimate> figures = new LinkedHashMap<>();
            for (Metric metric : Metric.values()) {
                figures.put(metric.key(), children.get(metric));
            }
            Map<String, Estimate> recall = new LinkedHashMap<>();
            children.perClass().forEach((name, own) -> recall.put(name, own.get(ClassMetric.RECALL)));
            return new Performance(Math.toIntExact(children.n()), figures, recall, subgroups);
        }
    }

    /**
     * Results of two membership inference attacks, which guess from one network's output whether a child was in its
     * training set. Both are areas under the ROC curve; 0.5 is guessing.
     *
     * @param byConfidence attack with the probability of the true class
     * @param byDistance attack with the distance between the face and the training faces; empty if distances are
     *     unknown
     */
    public record Membership(Estimate byConfidence, Optional<Estimate> byDistance) {}

    /**
     * The training cohort.
     *
     * @param subjects number of children
     * @param photos number of their photos
     * @param fewest smaller groups are not listed
     * @param groups number of children by column and group
     * @param isSynthetic whether the faces are synthetic
     */
    public record CohortCard(
            int subjects, int photos, int fewest, Map<String, Map<String, Integer>> groups, boolean isSynthetic) {
        public CohortCard {
            groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        }
    }

    /**
     * The source of weights in the bundle.
     *
     * @param model for example {@code dlib-resnet}
     * @param role their use in the bundle
     * @param licence as stated by the source
     * @param origin who trained them on which data, as far as known
     * @param caution a restriction of the use; empty if there is none
     * @param sha256 of the file that they were taken from
     */
    public record Weights(
            String model, String role, String licence, String origin, Optional<String> caution, String sha256) {}

    /**
     * The software and the inputs of the bundle.
     *
     * @param facies version of Facies
     * @param inputs SHA-256 by name of the inputs: the study file, the predictions, the results, each network
     * @param recalibrated digest of the bundle whose decision was fitted again; empty for a new bundle
     */
    public record Origin(String facies, Map<String, String> inputs, Optional<String> recalibrated) {
        public Origin {
            inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        }
    }

    /** Labels of the classes, in order. */
    public List<String> labels() {
        return classes.stream().map(NamedClass::label).toList();
    }

    /** The same content with other hashes and another digest. */
    BundleFile with(Map<String, String> otherFiles, String otherDigest) {
        return new BundleFile(
                format,
                name,
                created,
                otherDigest,
                intendedPurpose,
                classes,
                faces,
                classifiers,
                decision,
                performance,
                membership,
                cohort,
                limits,
                weights,
                provenance,
                otherFiles);
    }
}
