package org.facies.bundle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facies.align.InOrder;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.decision.Decision;
import org.facies.decision.DecisionFit;
import org.facies.decision.PhotoEvidence;
import org.facies.decision.UnknownFaceRule;
import org.facies.fold.FoldPlan;
import org.facies.fold.FoldUnit;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.progress.Progress;
import org.facies.sign.SigningKey;
import org.facies.uncertainty.ScreeningSettings;
import org.facies.workspace.Workspace;

/**
 * Fits the decision of a bundle again on the children of a site: calibration, prediction sets and thresholds. The
 * networks stay the same. While the rules are fitted, they predict together, as in use.
 *
 * <pre>{@code
 * Bundle local = new Recalibration(bundle, workspace).of(cohort, "noonan-here", Optional.empty());
 * }</pre>
 */
public final class Recalibration {

    /** Smallest number of children of each class; with fewer, prediction sets and thresholds are too uncertain. */
    public static final int FEWEST = 20;

    private static final int FOLDS = 5;
    private static final long SEED = 17;

    private final Bundle bundle;
    private final BundleFile file;
    private final Workspace workspace;

    /** @param bundle whose decision is fitted again */
    public Recalibration(Bundle bundle, Workspace workspace) {
        this.bundle = bundle;
        this.file = bundle.file();
        this.workspace = workspace;
    }

    /**
     * Fits the decision again.
     *
     * @param cohort of the site; its children must not be in the training set of any network
     * @param name of the new bundle
     * @param key the signing key; empty for an unsigned bundle
     * @throws BadInput listing every class that is not in the bundle, or that has fewer than {@link #FEWEST} children
     *     with a usable photo
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Bundle of(Cohort cohort, String name, Optional<SigningKey> key) throws InterruptedException {
        requireClasses(cohort);
        Map<String, Double> distances = new HashMap<>();
        PredictionTable answers = answers(cohort, name, distances);
        requireChildren(cohort, answers);
        EvaluationSettings intervals = EvaluationSettings.standard(SEED);
        HeldOutSubjects subjects = HeldOutSubjects.of(answers, name);
        Decision decision = DecisionFit.of(subjects, screening(), intervals, workspace.threads())
                .with(unknown(subjects, distances), file.decision().ages());
        LevelEvaluation figures = Evaluation.of(answers, intervals, workspace.threads())
                .models()
                .get(name)
                .subject();
        return Bundle.described(changed(name, decision, figures), networks(), key);
    }

    private void requireClasses(Cohort cohort) {
        List<Problem> problems = cohort.classes().stream()
                .filter(own -> !file.labels().contains(own))
                .map(own -> new Problem(
                        cohort.manifest().toString(),
                        own,
                        "is not a class of the bundle (" + String.join(", ", file.labels()) + ")",
                        "Use the bundle's label for the class, or leave these children out."))
                .toList();
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    /**
     * The bundle's predictions for all usable photos.
     *
     * @param distances receives the mean distance of each child, if the networks compute distances
     */
    private PredictionTable answers(Cohort cohort, String name, Map<String, Double> distances)
            throws InterruptedException {
        FoldPlan folds = FoldPlan.stratified(cohort, FOLDS, FoldUnit.SUBJECT, SEED);
        Map<Photo, Subject> subjects = new HashMap<>();
        cohort.subjects().forEach(subject -> subject.photos().forEach(photo -> subjects.put(photo, subject)));
        List<Photo> photos = cohort.photos();
        List<Prediction> predictions = new ArrayList<>();
        Map<String, List<Double>> ofPhotos = new HashMap<>();
        try (Predictor predictor = Predictor.open(bundle, Predictor.Settings.ofBundle());
                Progress.Bar bar = workspace.progress().start("Reading the photos", photos.size())) {
            int[] done = {0};
            InOrder.forEach(photos, workspace.threads(), photo -> predictor.read(photo.file()), reading -> {
                Photo photo = photos.get(done[0]);
                reading.evidence()
                        .ifPresent(found -> found.distance()
                                .ifPresent(distance -> ofPhotos.computeIfAbsent(
                                                subjects.get(photo).id(), first -> new ArrayList<>())
                                        .add(distance)));
                reading.evidence()
                        .ifPresent(found -> predictions.add(
                                prediction(name, folds.foldOf(photo), photo, subjects.get(photo), found)));
                bar.at(++done[0]);
            });
        }
        ofPhotos.forEach((subject, own) -> distances.put(
                subject, own.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        return new PredictionTable(file.labels(), predictions);
    }

    private static Optional<UnknownFaceRule> unknown(HeldOutSubjects subjects, Map<String, Double> distances) {
        return distances.size() == subjects.size() ? UnknownFaceRule.of(subjects, distances) : Optional.empty();
    }

    private static Prediction prediction(String name, int fold, Photo photo, Subject subject, PhotoEvidence evidence) {
        return new Prediction(name, fold, photo.path(), subject.id(), subject.diagnosis(), evidence.probabilities());
    }

    private void requireChildren(Cohort cohort, PredictionTable answers) {
        List<Problem> problems = new ArrayList<>();
        for (String label : file.labels()) {
            long children = answers.predictions().stream()
                    .filter(one -> one.diagnosis().equals(label))
                    .map(Prediction::subject)
                    .distinct()
                    .count();
            if (children < FEWEST) {
                problems.add(new Problem(
                        cohort.manifest().toString(),
                        label,
                        "has " + children + " children with a usable photo, but " + FEWEST
                                + " of each class are needed",
                        "Add children of this class, or use the bundle without recalibration."));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private ScreeningSettings screening() {
        ScreeningSettings standard = ScreeningSettings.standard();
        return file.decision()
                .unaffected()
                .map(none -> new ScreeningSettings(
                        none, standard.sensitivity(), standard.specificity(), standard.prevalence()))
                .orElse(standard);
    }

    private BundleFile changed(String name, Decision decision, LevelEvaluation figures) {
        List<String> limits = new ArrayList<>(file.limits());
        limits.add(
                "The decision was fitted again on %d other children; the networks are those of the bundle \"%s\" (%s)."
                        .formatted(figures.n(), file.name(), file.digest()));
        return new BundleFile(
                file.format(),
                name,
                LocalDate.now(workspace.clock()).toString(),
                "",
                file.intendedPurpose(),
                file.classes(),
                file.faces(),
                file.classifiers(),
                decision,
                BundleFile.Performance.of(figures, Map.of()),
                file.membership(),
                file.cohort(),
                limits,
                file.weights(),
                new BundleFile.Origin(workspace.version(), file.provenance().inputs(), Optional.of(file.digest())),
                Map.of());
    }

    private Map<String, byte[]> networks() {
        Map<String, byte[]> networks = new TreeMap<>(bundle.parts());
        networks.keySet().removeIf(part -> !part.endsWith(".onnx"));
        return networks;
    }
}
