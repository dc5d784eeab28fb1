package org.facies.bundle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facies.align.FaceModels;
import org.facies.align.FacePolicy;
import org.facies.decision.Decision;
import org.facies.decision.DecisionFit;
import org.facies.decision.IntendedPurpose;
import org.facies.decision.UnknownFaceRule;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.metric.Estimate;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.PredictionTable;
import org.facies.model.InputSpec;
import org.facies.model.InstalledModel;
import org.facies.onnx.OnnxGraph;
import org.facies.predict.ClassifierNetwork;
import org.facies.progress.Progress;
import org.facies.result.AuditReport;
import org.facies.result.CohortRecord;
import org.facies.result.FinishedRun;
import org.facies.result.MetricsFile;
import org.facies.result.ModelResult;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;
import org.facies.sign.SigningKey;
import org.facies.subgroup.ColumnFigures;
import org.facies.workspace.FaceNetworks;
import org.facies.workspace.Workspace;

/**
 * Makes a bundle of the models of a finished run. It reads records, predictions and trained networks, but no photos.
 *
 * <pre>{@code
 * FinishedRun run = FinishedRun.read(new RunDirectory(Path.of("runs/first")));
 * BundleMaker.Order order = new BundleMaker.Order("noonan", List.of("cosface-pfm"), Members.FOLDS, inputs, policy);
 * new BundleMaker(run, workspace).make(order, Optional.empty()).write(Path.of("noonan.facies"));
 * }</pre>
 */
public final class BundleMaker {
    private static final String OF_REFIT =
            "Calibration, prediction sets and thresholds were fitted with the networks of the folds; the bundle"
                    + " predicts with networks that were trained on all children.";

    private final FinishedRun run;
    private final RunDirectory files;
    private final Workspace workspace;
    private final StudySettings settings;
    private final MetricsFile metrics;
    private final CohortRecord cohort;
    private final CohortCounts counts;

    /** The networks of a model that go into a bundle. */
    public enum Members {
        /** The networks of the folds, whose predictions are averaged. */
        FOLDS,
        /** The network that was trained on all children. */
        REFIT
    }

    /**
     * The description of the bundle to make.
     *
     * @param name of the bundle
     * @param models of the run; several form an ensemble
     * @param inputs what each model expects as input
     * @param policy which photos the study excluded
     */
    public record Order(
            String name, List<String> models, Members members, Map<String, InputSpec> inputs, FacePolicy policy) {
        public Order {
            models = List.copyOf(models);
            inputs = Map.copyOf(inputs);
        }

        /** The model's name, or all names joined by plus signs. */
        String model() {
            return String.join(" + ", models);
        }
    }

    /**
     * Reads the records of a run.
     *
     * @throws BadInput if a record is missing or does not have the expected format
     */
    public BundleMaker(FinishedRun run, Workspace workspace) {
        this.run = run;
        this.files = run.directory();
        this.workspace = workspace;
        this.settings = run.settings();
        this.metrics = MetricsFile.read(files.metrics());
        this.cohort = CohortRecord.FILE.read(files.cohort());
        this.counts = new CohortCounts(
                cohort, settings.subgroups().columns(), settings.subgroups().minSubjects());
    }

    /**
     * Makes the bundle.
     *
     * @param key the signing key; empty for an unsigned bundle
     * @throws BadInput if the folds were by photo, if a network is missing or of another kind, or if the face networks
     *     are not those of the run
     */
    public Bundle make(Order order, Optional<SigningKey> key) {
        requireSubjects();
        FaceModels faces = faces();
        PredictionTable outOfFold = run.together(order.models(), order.model());
        Map<String, String> inputs = new TreeMap<>();
        ClassifierGraphs graphs = graphs(order, inputs);
        workspace.progress().say("Combining the networks.");
        List<ClassifierGraphs.Joined> joined = graphs.joined();
        workspace
                .progress()
                .say("Fitting the decision on out-of-fold predictions of "
                        + metrics.classes().size() + " classes.");
        Decision decision = decision(outOfFold, order, graphs.hasDistances());
        Map<String, byte[]> parts = new TreeMap<>();
        joined.forEach(graph -> parts.put(graph.network().file(), graph.onnx()));
        parts.put(BundleFile.DETECTOR, faces.detector());
        parts.put(BundleFile.LANDMARKS, faces.landmarks());
        BundleFile file = new BundleFile(
                BundleFile.FORMAT,
                order.name(),
                LocalDate.now(workspace.clock()).toString(),
                "",
                purpose(),
                metrics.classes(),
                faces(order.policy()),
                joined.stream().map(ClassifierGraphs.Joined::network).toList(),
                decision,
                performance(order, outOfFold),
                new MembershipAttacks(run, intervals(), workspace.threads()).membership(order.models()),
                counts.card(),
                limits(order),
                new WeightOrigins(run, workspace.zoo()).of(order.models()),
                new BundleFile.Origin(workspace.version(), inputs, Optional.empty()),
                Map.of());
        return Bundle.described(file, parts, key);
    }

    /** The purpose that accompanies every prediction. */
    private String purpose() {
        return cohort.synthetic().orElse(false)
                ? "This model was trained on synthetic faces and says nothing about real children. "
                        + IntendedPurpose.PARAGRAPH
                : IntendedPurpose.PARAGRAPH;
    }

    private void requireSubjects() {
        if (settings.folds().splitsSubjects()) {
            throw new BadInput(
                    files.study().toString(),
                    "folds.unit photo",
                    "may train and test on photos of the same child, so valid thresholds cannot be fitted",
                    "Run the study with folds by subject, and make the bundle from that run.");
        }
    }

    /** The face networks, which must be those that made the study's crops. */
    private FaceModels faces() {
        List<InstalledModel> networks = FaceNetworks.of(workspace.zoo());
        networks.forEach(network -> {
            String id = network.card().id();
            String recorded = Optional.ofNullable(
                            run.record().provenance().models().get(id))
                    .map(known -> known.sha256())
                    .orElse("");
            if (!recorded.equals(network.sha256())) {
                throw new BadInput(
                        "model zoo",
                        id,
                        "is not the network with which the faces of this run were found",
                        "Run the study again with the present network.");
            }
        });
        return FaceNetworks.load(networks);
    }

    private ClassifierGraphs graphs(Order order, Map<String, String> inputs) {
        ClassifierGraphs graphs = new ClassifierGraphs(run.classes());
        inputs.put("study.yaml", Sha256.ofReadable(files.study()));
        inputs.put("predictions.csv", Sha256.ofReadable(files.predictions()));
        inputs.put("metrics.json", Sha256.ofReadable(files.metrics()));
        Map<Path, String> networks = new LinkedHashMap<>();
        order.models().forEach(model -> networks(model, order.members()).forEach(path -> networks.put(path, model)));
        try (Progress.Bar bar = workspace.progress().start("Reading networks", networks.size())) {
            int done = 0;
            for (Map.Entry<Path, String> network : networks.entrySet()) {
                inputs.put(relative(network.getKey()), Sha256.ofReadable(network.getKey()));
                graphs.add(
                        network.getValue(),
                        run.model(network.getValue()).backbone(),
                        order.inputs().get(network.getValue()),
                        ClassifierNetwork.read(network.getKey()),
                        distance(network.getKey()));
                bar.at(++done);
            }
        }
        return graphs;
    }

    /** The graph that computes distances; runs of earlier versions have none. */
    private static Optional<OnnxGraph> distance(Path network) {
        Path graph = RunDirectory.distanceIn(network.getParent());
        return Files.exists(graph) ? Optional.of(OnnxGraph.read(graph)) : Optional.empty();
    }

    private List<Path> networks(String model, Members members) {
        return members == Members.FOLDS ? run.networks(model) : List.of(run.refit(model));
    }

    private String relative(Path file) {
        return files.root().relativize(file).toString().replace('\\', '/');
    }

    private Decision decision(PredictionTable outOfFold, Order order, boolean hasDistances) {
        HeldOutSubjects subjects = HeldOutSubjects.of(outOfFold, order.model());
        Optional<UnknownFaceRule> unknown =
                hasDistances ? UnknownFaceRule.of(subjects, distances(order.models())) : Optional.empty();
        return DecisionFit.of(subjects, settings.screening(), intervals(), workspace.threads())
                .with(unknown, counts.ages());
    }

    /** Distances by subject, as the mean over the models. */
    private Map<String, Double> distances(List<String> models) {
        Map<String, Double> mean = new LinkedHashMap<>();
        for (String model : models) {
            run.distances(model).forEach((subject, own) -> mean.merge(subject, own / models.size(), Double::sum));
        }
        return mean;
    }

    private EvaluationSettings intervals() {
        return new EvaluationSettings(
                settings.evaluation().bootstrap(), settings.evaluation().seed());
    }

    private static BundleFile.Faces faces(FacePolicy policy) {
        return new BundleFile.Faces(
                policy.choice().word(),
                policy.thresholds(),
                policy.excluding().stream().sorted().toList());
    }

    /** The run's results for a single model; an ensemble of models is evaluated here. */
    private BundleFile.Performance performance(Order order, PredictionTable outOfFold) {
        Optional<ModelResult> known =
                order.models().size() == 1 ? Optional.of(metrics.models().get(order.model())) : Optional.empty();
        LevelEvaluation figures = known.map(ModelResult::subject)
                .orElseGet(() -> Evaluation.of(outOfFold, intervals(), workspace.threads())
                        .models()
                        .get(order.model())
                        .subject());
        return BundleFile.Performance.of(
                figures,
                known.flatMap(ModelResult::subgroups).map(this::subgroups).orElse(Map.of()));
    }

    private Map<String, Map<String, Estimate>> subgroups(List<ColumnFigures> columns) {
        Map<String, Map<String, Estimate>> shown = new LinkedHashMap<>();
        for (ColumnFigures column : columns) {
            Map<String, Estimate> groups = new LinkedHashMap<>();
            column.groups().stream()
                    .filter(group -> counts.isShown(column.column(), group.group()))
                    .filter(group -> group.accuracy().isDefined())
                    .forEach(group -> groups.put(group.group(), group.accuracy()));
            if (!groups.isEmpty()) {
                shown.put(column.column(), groups);
            }
        }
        return shown;
    }

    private List<String> limits(Order order) {
        List<String> limits = new ArrayList<>();
        if (cohort.synthetic().orElse(false)) {
            limits.add("It was trained on synthetic faces and says nothing about real children.");
        }
        limits.add("It distinguishes only " + String.join(", ", run.classes())
                + ". A child with any other diagnosis gets one of these classes, or no answer.");
        limits.addAll(audited());
        limits.add(order.members() == Members.FOLDS ? ofFolds(order.models().size()) : OF_REFIT);
        return limits;
    }

    private List<String> audited() {
        if (!Files.exists(files.audit())) {
            return List.of("The cohort was not audited.");
        }
        List<String> alarms = AuditReport.FILE.read(files.audit()).findings().stream()
                .filter(AuditReport.Finding::isAlarm)
                .map(finding -> "Audit alarm (" + finding.check() + "): " + finding.sentence())
                .toList();
        return alarms.isEmpty() ? List.of("The audit of the cohort raised no alarm.") : alarms;
    }

    private String ofFolds(int models) {
        return "Calibration, prediction sets and thresholds were fitted with single networks of the folds, because for"
                + " each child only one of them had not seen the child; the bundle predicts with the mean of all "
                + models * settings.folds().k() + ".";
    }
}
