package org.facies.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facies.align.CropGeometry;
import org.facies.autograd.ComputeDevice;
import org.facies.input.BadInput;
import org.facies.loss.ArcFace;
import org.facies.loss.CosFace;
import org.facies.loss.MarginLoss;
import org.facies.loss.Softmax;
import org.facies.model.InputSpec;
import org.facies.model.Normalisation;
import org.facies.result.settings.StudySettings;
import org.facies.result.settings.TrainingSection;
import org.facies.schema.Defect;
import org.facies.train.Start;

/**
 * One training on one split of a cohort, as a value. Together with the crops and the network that it names by their
 * hashes, it determines the predictions, the history and the trained network on any machine ({@link TrialRunner}).
 *
 * <p>It contains no names. A photo is the hash of its bytes, a class is its index, and a subject is a number that only
 * shows which photos of this unit belong together. There is no path, subject id, diagnosis or attribute in it.
 *
 * <pre>{@code
 * String json = unit.json();
 * TrialUnit same = TrialUnit.parse(json, "unit 3");
 * TrialResult result = runner.run(same, network, folder, listener);
 * }</pre>
 *
 * @param network that training begins with
 * @param crops which crops of the photos are meant
 * @param loss what is minimised
 * @param training every setting of the training, the number of threads among them; without epochs a discriminant is
 *     fitted on frozen embeddings
 * @param priorExponent see {@link StudySettings.DecisionKeys}
 * @param device kind of the device, {@code cpu} or {@code cuda}
 * @param classes number of classes, at least 2
 * @param learnt photos that are trained on, at least one
 * @param held photos that are predicted
 * @param output what is computed
 */
public record TrialUnit(
        Network network,
        Crops crops,
        Loss loss,
        TrainingSection training,
        double priorExponent,
        String device,
        int classes,
        List<Sample> learnt,
        List<Sample> held,
        Output output) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final TrialText<TrialUnit> TEXT =
            TrialText.of(TrialUnit.class, TrialUnit::defects, "Create the work unit from its study again.");

    /**
     * The network that training starts from.
     *
     * @param sha256 of its ONNX bytes
     * @param start from its weights, or from random ones
     * @param geometry of its crops
     * @param mean see {@link Normalisation#mean}
     * @param scale see {@link Normalisation#scale}
     */
    public record Network(String sha256, Start start, CropGeometry geometry, List<Double> mean, List<Double> scale) {

        public Network {
            mean = List.copyOf(mean);
            scale = List.copyOf(scale);
            input(geometry, mean, scale);
        }

        static Network of(String sha256, Start start, InputSpec input) {
            return new Network(
                    sha256,
                    start,
                    input.geometry(),
                    input.normalisation().mean().stream()
                            .map(Float::doubleValue)
                            .toList(),
                    input.normalisation().scale().stream()
                            .map(Float::doubleValue)
                            .toList());
        }

        InputSpec input() {
            return input(geometry, mean, scale);
        }

        private static InputSpec input(CropGeometry geometry, List<Double> mean, List<Double> scale) {
            return new InputSpec(geometry, new Normalisation(floats(mean), floats(scale)));
        }

        private static List<Float> floats(List<Double> values) {
            return values.stream().map(Double::floatValue).toList();
        }
    }

    /**
     * The crops of the photos.
     *
     * @param networks fingerprint of the networks that found the faces; see {@link org.facies.align.CropStore#networks}
     * @param marginPx margin around the crop that the network needs, 0 or more
     */
    public record Crops(String networks, int marginPx) {

        public Crops {
            if (marginPx < 0) {
                throw new IllegalArgumentException("margin " + marginPx);
            }
        }
    }

    /**
     * The loss function.
     *
     * @param scale s of the loss, above 0
     * @param margin m of the loss; not used by softmax
     */
    public record Loss(StudySettings.LossKind kind, double scale, double margin) {

        public Loss {
            built(kind, scale, margin);
        }

        MarginLoss build() {
            return built(kind, scale, margin);
        }

        private static MarginLoss built(StudySettings.LossKind kind, double scale, double margin) {
            return switch (kind) {
                case COSFACE -> new CosFace(scale, margin);
                case ARCFACE -> new ArcFace(scale, margin);
                case SOFTMAX -> new Softmax();
            };
        }
    }

    /**
     * A photo.
     *
     * @param photo SHA-256 of its bytes, 64 hexadecimal digits
     * @param label index of its class
     * @param subject number of its subject within the unit, from 0
     */
    public record Sample(String photo, int label, int subject) {}

    /** The requested output. */
    public enum Output {
        /** Predictions of the test photos. */
        PREDICTIONS,
        /** Predictions of the test and the training photos, and the distance of each from the training photos. */
        NOVELTY_TOO
    }

    public TrialUnit {
        learnt = List.copyOf(learnt);
        held = List.copyOf(held);
    }

    /** The geometry of the stored crops. */
    CropGeometry geometry() {
        return network.geometry().padded(crops.marginPx());
    }

    /** All photos, the training photos first. */
    List<Sample> samples() {
        Set<String> known = new LinkedHashSet<>();
        return Stream.concat(learnt.stream(), held.stream())
                .filter(sample -> known.add(sample.photo()))
                .toList();
    }

    /** As JSON. */
    public String json() {
        return TEXT.write(this);
    }

    /**
     * Reads a unit.
     *
     * @param where the text comes from, for messages
     * @throws org.facies.input.BadInput if it is not JSON, or naming every key that is missing, unknown or wrong
     */
    public static TrialUnit parse(String json, String where) {
        return TEXT.read(json, where);
    }

    private List<Defect> defects() {
        List<Defect> defects = new ArrayList<>();
        if (!SHA256.matcher(network.sha256()).matches()) {
            defects.add(new Defect("network.sha256", "is not a SHA-256"));
        }
        if (!List.of("cpu", "cuda").contains(device)) {
            defects.add(new Defect("device", "is neither cpu nor cuda"));
        }
        if (!(priorExponent >= 0 && priorExponent <= 1)) {
            defects.add(new Defect("prior_exponent", "is not from 0 to 1"));
        }
        if (classes < 2) {
            defects.add(new Defect("classes", "is less than 2"));
        }
        if (learnt.isEmpty()) {
            defects.add(new Defect("learnt", "is empty"));
        }
        if (training.threads() < 1) {
            defects.add(new Defect("training.threads", "is less than 1"));
        }
        List<Defect> words = new ArrayList<>();
        TrainerSettings.words(training).forEach((key, word) -> {
            if (!TrainerSettings.CHOICES.get(key).contains(word)) {
                words.add(new Defect("training." + key, "is not one of its choices"));
            }
        });
        defects.addAll(words);
        if (words.isEmpty() && training.threads() > 0) {
            checkRanges(defects);
        }
        check("learnt", learnt, defects);
        check("held", held, defects);
        return defects;
    }

    /** Checks the ranges with the trainer. */
    private void checkRanges(List<Defect> defects) {
        try {
            TrainerSettings.of(training, new ComputeDevice.Cpu());
        } catch (BadInput wrong) {
            wrong.problems()
                    .forEach(problem -> defects.add(
                            new Defect("training", "is not valid (" + problem.where() + " " + problem.what() + ")")));
        }
    }

    private void check(String key, List<Sample> samples, List<Defect> defects) {
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            String at = key + "[" + i + "].";
            Map.of(
                            "photo",
                            SHA256.matcher(sample.photo()).matches(),
                            "label",
                            sample.label() >= 0 && sample.label() < classes,
                            "subject",
                            sample.subject() >= 0)
                    .entrySet()
                    .stream()
                    .filter(found -> !found.getValue())
                    .map(Map.Entry::getKey)
                    .sorted()
                    .forEach(wrong -> defects.add(new Defect(at + wrong, "is outside its range")));
        }
    }
}
