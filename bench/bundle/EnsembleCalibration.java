import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.facies.align.CropGeometry;
import org.facies.align.FaceModels;
import org.facies.align.FacePipeline;
import org.facies.align.FaceResult;
import org.facies.align.FaceSettings;
import org.facies.bundle.Bundle;
import org.facies.bundle.BundleFile;
import org.facies.cohort.Cohort;
import org.facies.cohort.ManifestReader;
import org.facies.cohort.ManifestRules;
import org.facies.cohort.Photo;
import org.facies.conformal.Assurance;
import org.facies.conformal.Conformity;
import org.facies.decision.Answer;
import org.facies.decision.Decision;
import org.facies.decision.PhotoEvidence;
import org.facies.detect.RetinaFaceVariant;
import org.facies.image.DecodableProbe;
import org.facies.image.ImageLimits;
import org.facies.image.Rgb;
import org.facies.model.InputSpec;
import org.facies.predict.EnsembleClassifier;
import org.facies.predict.EnsemblePrediction;

/**
 * What the decision of a bundle, which was fitted on single networks of folds, does to the answers of all together: on a
 * cohort that the bundle has not seen, log loss, coverage and size of prediction sets, and answers given. Usage:
 * {@code EnsembleCalibration MANIFEST BUNDLE...}; every bundle takes dlib's crops. A bundle of one network is a refit.
 */
public final class EnsembleCalibration {
    private EnsembleCalibration() {}

    private static final class Tally {
        private int children;
        private int right;
        private double rawLoss;
        private double loss;
        private final Map<Integer, int[]> sets = new LinkedHashMap<>();
        private int answered;
        private int answeredRight;
        private double confidence;

        void add(Decision decision, List<Double> probabilities, String truth) {
            Answer answer = decision.answer(
                    List.of(new PhotoEvidence(probabilities, OptionalDouble.empty())), OptionalDouble.empty());
            children++;
            boolean isRight = answer.predicted().equals(truth);
            right += isRight ? 1 : 0;
            rawLoss -= Math.log(Math.max(1e-12, answer.pooled().get(truth)));
            loss -= Math.log(Math.max(1e-12, answer.probabilities().get(truth)));
            confidence += answer.probabilities().get(answer.predicted());
            for (Answer.PredictionSet set : answer.sets()) {
                if (set.rule().conformity() == Conformity.LAC && set.rule().assurance() == Assurance.AVERAGE) {
                    int[] own = sets.computeIfAbsent(set.rule().levelPercent(), first -> new int[2]);
                    own[0] += set.classes().contains(truth) ? 1 : 0;
                    own[1] += set.classes().size();
                }
            }
            if (answer.reservations().isEmpty()) {
                answered++;
                answeredRight += isRight ? 1 : 0;
            }
        }

        void print(String name) {
            StringBuilder line = new StringBuilder();
            line.append(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.3f | %.3f |",
                    name,
                    (double) right / children,
                    rawLoss / children,
                    loss / children,
                    confidence / children));
            sets.forEach((level, own) -> line.append(String.format(
                    Locale.ROOT, " %.3f / %.2f |", (double) own[0] / children, (double) own[1] / children)));
            line.append(String.format(
                    Locale.ROOT, " %.3f / %.3f |", (double) answered / children, (double) answeredRight / answered));
            System.out.println(line);
        }
    }

    public static void main(String[] arguments) {
        Path manifest = Path.of(arguments[0]);
        Bundle first = Bundle.open(Path.of(arguments[1]));
        Cohort cohort = ManifestReader.read(
                        manifest, ManifestRules.standard(new DecodableProbe(ImageLimits.DEFAULT), 2))
                .orThrow();
        Map<String, String> truths = new LinkedHashMap<>();
        cohort.subjects()
                .forEach(subject -> subject.photos().forEach(photo -> truths.put(photo.path(), subject.diagnosis())));
        List<Rgb> crops = new ArrayList<>();
        List<String> diagnoses = new ArrayList<>();
        CropGeometry geometry = InputSpec.DLIB.geometry();
        FaceModels models = new FaceModels(
                first.content(BundleFile.DETECTOR), RetinaFaceVariant.V1, first.content(BundleFile.LANDMARKS));
        try (FacePipeline faces = new FacePipeline(models, FaceSettings.onThreads(2))) {
            for (Photo photo : cohort.photos()) {
                if (faces.align(photo, geometry) instanceof FaceResult.Aligned face) {
                    crops.add(face.crop());
                    diagnoses.add(truths.get(photo.path()));
                }
            }
        }
        System.out.println(crops.size() + " children");
        System.out.println("| | accuracy | log loss, as the networks say | log loss, calibrated | mean confidence | 80 % sets:"
                + " held / classes | 90 % | 95 % | answered / right |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (int b = 1; b < arguments.length; b++) {
            Bundle bundle = Bundle.open(Path.of(arguments[b]));
            BundleFile.Network network = bundle.file().classifiers().get(0);
            Decision decision = bundle.file().decision();
            Tally together = new Tally();
            Tally alone = new Tally();
            try (EnsembleClassifier classifier = EnsembleClassifier.open(
                    network.file(), bundle.content(network.file()), decision.classes().size(), 2)) {
                List<EnsemblePrediction> answers = classifier.classify(crops);
                IntStream.range(0, answers.size()).forEach(i -> {
                    together.add(decision, answers.get(i).mean().probabilities(), diagnoses.get(i));
                    answers.get(i)
                            .members()
                            .forEach(member -> alone.add(decision, member.probabilities(), diagnoses.get(i)));
                });
            }
            if (network.members() > 1) {
                together.print(network.members() + " networks together");
                alone.print("one of them");
            } else {
                together.print("refit");
            }
        }
    }
}
