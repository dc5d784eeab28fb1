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
 * The content of {@code bundle.json}. It holds counts and figures, and neither a photo, nor a subject, nor an embedding
 * of a child.
 *
 * @param format {@link #FORMAT}
 * @param name of the bundle, as its maker calls it
 * @param created day on which it was made, {@code 2026-11-29}
 * @param digest SHA-256 of this file with the 64 digits of this value replaced by zeros
 * @param intendedPurpose what it is for and what not, in a paragraph
 * @param classes in the order of probabilities
 * @param faces how the face of a photo is chosen and judged
 * @param classifiers one for each crop geometry that the model needs
 * @param decision from the probabilities of photos to an answer
 * @param performance how well it did on children whom it had not seen
 * @param membership how well the answers of its networks tell who was learnt from; empty where it was not measured
 * @param cohort what it learnt from, in counts
 * @param limits what speaks for caution, one sentence each
 * @param weights where every weight comes from
 * @param provenance what it was made of, and by what
 * @param files SHA-256 by name of all other files but the signature
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

    /** The network that finds faces. */
    public static final String DETECTOR = "detector.onnx";

    /** The network that finds eyes, nose and mouth. */
    public static final String LANDMARKS = "landmarks.onnx";

    /** The version of the layout that is written, and the only one that is read. */
    public static final int FORMAT = 1;

    public BundleFile {
        classes = List.copyOf(classes);
        classifiers = List.copyOf(classifiers);
        limits = List.copyOf(limits);
        weights = List.copyOf(weights);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /**
     * How faces are found.
     *
     * @param choose which of several faces, a word of {@link org.facies.align.FaceChoice}: {@code largest}
     * @param thresholds from which measurements on a face is worth a remark
     * @param refuse remarks that keep a photo out, as in the study
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
     * @param geometry the crops that it takes, for example {@code dlib-150}
     * @param members how many networks answer in it
     * @param model the model of the study
     */
    public record Network(String file, String geometry, int members, String model) {}

    /**
     * Figures over children, each judged by a network that had not seen it.
     *
     * @param children how many
     * @param figures by metric, as in {@code metrics.json}
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

        /** What an evaluation over children says. */
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
     * Two attacks that try to tell, from what one network says of a child, whether it learnt from that child: areas
     * under the ROC curve, 0.5 where they only guess.
     *
     * @param byConfidence from the probability of the true class
     * @param byDistance from how far the face is from what the network learnt; empty where distances are not known
     */
    public record Membership(Estimate byConfidence, Optional<Estimate> byDistance) {}

    /**
     * The cohort that it learnt from.
     *
     * @param subjects children
     * @param photos of them
     * @param fewest groups of fewer children are not named
     * @param groups children by column and group
     * @param isSynthetic whether the faces were drawn by a computer
     */
    public record CohortCard(
            int subjects, int photos, int fewest, Map<String, Map<String, Integer>> groups, boolean isSynthetic) {
        public CohortCard {
            groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        }
    }

    /**
     * Weights that are in the bundle.
     *
     * @param model for example {@code dlib-resnet}
     * @param role what they do in the bundle
     * @param licence as its source states it
     * @param origin who trained it on what, as far as that is known
     * @param caution empty where nothing restricts the use
     * @param sha256 of the file that they were taken from
     */
    public record Weights(
            String model, String role, String licence, String origin, Optional<String> caution, String sha256) {}

    /**
     * What made the bundle.
     *
     * @param facies version of this software
     * @param inputs SHA-256 by name of what went in: the study file, the predictions, the results, each network
     * @param recalibrated the bundle whose decision was fitted again, by its digest; empty for a new bundle
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

    /** The same with other hashes and another digest. */
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
