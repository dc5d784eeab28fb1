package org.facies.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/**
 * The answer of a model for one child, with all that has to be shown next to it: a line of what {@code facies predict
 * --json} prints, and what a page shows.
 *
 * @param format {@link #VERSION}
 * @param purpose the intended-purpose banner
 * @param bundle the model
 * @param child as the user names it
 * @param ageMonths empty where it is not known
 * @param sentence the answer, or why there is none
 * @param isAnswered whether nothing speaks against the answer
 * @param reservations what speaks against it
 * @param answer empty where no photo could be used
 * @param photos in the order in which they were given
 */
public record PredictionRecord(
        int format,
        String purpose,
        Model bundle,
        String child,
        Optional<Double> ageMonths,
        String sentence,
        boolean isAnswered,
        List<Remark> reservations,
        Optional<Said> answer,
        List<Photo> photos) {

    /** The version of the layout. */
    public static final int VERSION = 1;

    /** How it is written and read. */
    public static final RecordFormat<PredictionRecord> FORMAT =
            RecordFormat.of(PredictionRecord.class, Undefined.AS_NULL);

    public PredictionRecord {
        reservations = List.copyOf(reservations);
        photos = List.copyOf(photos);
    }

    /** Number of photos that were used. */
    public int photosUsed() {
        return (int) photos.stream().filter(photo -> photo.refusal().isEmpty()).count();
    }

    /**
     * The model that answered.
     *
     * @param name of the bundle
     * @param digest SHA-256 that names its content
     * @param created day on which it was made
     * @param intendedPurpose as its maker states it
     * @param signature who vouches for it, in a sentence
     */
    public record Model(String name, String digest, String created, String intendedPurpose, String signature) {}

    /**
     * A remark that a user has to take into account.
     *
     * @param kind a fixed word, for programs
     * @param sentence for people
     */
    public record Remark(String kind, String sentence) {}

    /**
     * The answer in numbers.
     *
     * @param predicted label of the most probable class
     * @param classes in class order
     * @param mix which children the probabilities refer to
     * @param sets prediction sets
     * @param anySyndrome empty where the study has no unaffected class
     * @param distance distance of the face from the training faces; empty where it is not known
     */
    public record Said(
            String predicted,
            List<ClassProbability> classes,
            Mix mix,
            List<PredictionSet> sets,
            Optional<AnySyndrome> anySyndrome,
            Optional<Distance> distance) {
        public Said {
            classes = List.copyOf(classes);
            sets = List.copyOf(sets);
        }

        /**
         * The sets that people are shown: those with average coverage by {@code lac}, which are the smallest; all if
         * there are none.
         */
        public List<PredictionSet> shownSets() {
            List<PredictionSet> plain = sets.stream()
                    .filter(set ->
                            set.conformity().equals("lac") && set.assurance().equals("average"))
                    .toList();
            return plain.isEmpty() ? sets : plain;
        }
    }

    /**
     * A class.
     *
     * @param name for people
     * @param study calibrated probability among children in the study's mix
     * @param site the same among children of the site; empty where its mix was not stated
     */
    public record ClassProbability(String label, String name, double study, Optional<Double> site) {}

    /**
     * Which children probabilities refer to.
     *
     * @param study training children, by class
     * @param studySentence the same for people
     * @param site share of the children by class; empty where it was not stated
     * @param siteSentence about the site's mix, or why there is none
     */
    public record Mix(
            Map<String, Integer> study, String studySentence, Optional<Map<String, Double>> site, String siteSentence) {
        public Mix {
            study = Collections.unmodifiableMap(new LinkedHashMap<>(study));
            site = site.map(shares -> Collections.unmodifiableMap(new LinkedHashMap<>(shares)));
        }
    }

    /**
     * A prediction set.
     *
     * @param conformity how strange a class looks: {@code lac} or {@code aps}
     * @param levelPercent nominal coverage
     * @param assurance what the coverage is promised over
     * @param classes labels; may be empty
     * @param coverage reached in the study, out of fold
     */
    public record PredictionSet(
            String conformity, int levelPercent, String assurance, List<String> classes, Estimate coverage) {
        public PredictionSet {
            classes = List.copyOf(classes);
        }
    }

    /**
     * Whether there is any syndrome.
     *
     * @param study probability of all syndromes together, in the study's mix
     * @param site the same at the site
     */
    public record AnySyndrome(double study, Optional<Double> site, List<Point> points) {
        public AnySyndrome {
            points = List.copyOf(points);
        }
    }

    /**
     * A threshold of the study.
     *
     * @param fixed {@code sensitivity} or {@code specificity}: what the threshold holds on the study's children
     * @param at the value that it holds
     * @param threshold scores in the study's mix at and above it are positive
     */
    public record Point(
            String fixed,
            double at,
            double threshold,
            boolean isPositive,
            Estimate sensitivity,
            Estimate specificity) {}

    /**
     * Distance of a face from the training faces.
     *
     * @param limit faces beyond it are unknown; empty where the bundle states none
     */
    public record Distance(double value, Optional<Double> limit) {}

    /**
     * A photo.
     *
     * @param photo as the user names it
     * @param sha256 of the file; empty where it could not be read
     * @param face which face was taken and why; empty where the photo could not be decoded
     * @param faces all faces that were found, from left to right
     * @param findings what was remarked on the face that was taken
     * @param refusal why it gave no evidence; empty where it did
     * @param isTrainingData whether it stands among the photos of the run that was named
     */
    public record Photo(
            String photo,
            Optional<String> sha256,
            Optional<String> face,
            List<Face> faces,
            List<Remark> findings,
            Optional<String> refusal,
            boolean isTrainingData) {
        public Photo {
            faces = List.copyOf(faces);
            findings = List.copyOf(findings);
        }
    }

    /**
     * A face, in pixels of the upright photo.
     *
     * @param number from left to right, from 1
     * @param score the detector's
     */
    public record Face(
            int number, double left, double top, double right, double bottom, double score, boolean isTaken) {}
}
