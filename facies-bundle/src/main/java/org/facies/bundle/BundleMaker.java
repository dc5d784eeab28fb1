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
 * Makes a bundle of the models of a finished run. It reads records, predictions and trained networks, and no photo.
 *
 * <pre>{@code
 * FinishedRun run = FinishedRun.read(new RunDirectory(Path.of("runs/first")));
 * BundleMaker.Order order = new BundleMaker.Order("noonan", List.of("cosface-pfm"), Members.FOLDS, inputs, policy);
 * new BundleMaker(run, workspace).make(order, Optional.empty()).write(Path.of("noonan.facies"));
 * }</pre>
 */
public final class BundleMaker {
    private static final String OF_REFIT =
            "Calibration, sets and thresholds were fitted on the networks of the folds; the bundle answers with"
                    + " networks that learnt from all children.";

    private final FinishedRun run;
    private final RunDirectory files;
    private final Workspace workspace;
    private final StudySettings settings;
    private final MetricsFile metrics;
    private final CohortRecord cohort;
    private final CohortCounts counts;

    /** Which networks of a model go into a bundle. */
    public enum Members {
        /** Those of the folds, whose answers are averaged. */
        FOLDS,
        /** The one that was trained on everybody. */
        REFIT
    }

    /**
     * What to make.
     *
     * @param name of the bundle
     * @param models of the run; several are an ensemble
     * @param inputs what each of them takes
     * @param policy which photos the study refused
     */
    public record Order(
            String name, List<String> models, Members members, Map<String, InputSpec> inputs, FacePolicy policy) {
        public Order {
            models = List.copyOf(models);
            inputs = Map.copyOf(inputs);
        }

        /** The model, or all of them with a plus sign between them. */
        String model() {
            return String.join(" + ", models);
        }
    }

    /**
     * Reads the records of a run.
     *
     * @throws BadInput if one is missing or not as written
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
     * Makes it.
     *
     * @param key signs it; empty for an unsigned bundle
     * @throws BadInput if the run was divided by photo, if a network is missing or of another kind, or if the networks
     *     that find faces are not those of the run
     */
    public Bundle make(Order order, Optional<SigningKey> key) {
        requireSubjects();
        FaceModels faces = faces();
        PredictionTable outOfFold = run.together(order.models(), order.model());
        Map<String, String> inputs = new TreeMap<>();
        ClassifierGraphs graphs = graphs(order, inputs);
        workspace.progress().say("Joining the networks.");
        List<ClassifierGraphs.Joined> joined = graphs.joined();
        workspace.progress().say("Fitting the decision on " + metrics.classes().size() + " classes, out of fold.");
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
                new LearntChildren(run, intervals(), workspace.threads()).membership(order.models()),
                counts.card(),
                limits(order),
                new WeightOrigins(run, workspace.zoo()).of(order.models()),
                new BundleFile.Origin(workspace.version(), inputs, Optional.empty()),
                Map.of());
        return Bundle.described(file, parts, key);
    }

    /** Everything that shows an answer shows this. */
    private String purpose() {
        return cohort.synthetic().orElse(false)
                ? "This model learnt from faces that a computer drew, and knows nothing about children. "
                        + IntendedPurpose.PARAGRAPH
                : IntendedPurpose.PARAGRAPH;
    }

    private void requireSubjects() {
        if (settings.folds().splitsSubjects()) {
            throw new BadInput(
                    files.study().toString(),
                    "folds.unit photo",
                    "lets photos of one child be trained on and tested, so no honest threshold can be fitted",
                    "Run the study with folds by subject, and bundle that.");
        }
    }

    /** The networks that find faces must be those that the study's crops were made with. */
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
                        "is not the network that the faces of this run were found with",
                        "Run the study again with the present one.");
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

    /** Runs of earlier versions have none. */
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

    /** By subject: mean over the models. */
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

    /** That of the run where a single model is bundled; an ensemble of models has none there and is evaluated here. */
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
            limits.add("It learnt from synthetic faces and knows nothing about children.");
        }
        limits.add("It knows " + String.join(", ", run.classes())
                + " and nothing else: a child with another diagnosis gets one of these, or no answer.");
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
                .map(finding -> "Alarm of the audit, " + finding.check() + ": " + finding.sentence())
                .toList();
        return alarms.isEmpty() ? List.of("The audit of the cohort raised no alarm.") : alarms;
    }

    private String ofFolds(int models) {
        return "Calibration, sets and thresholds were fitted on single networks of the folds, because only one of them"
                + " did not learn from a child; the bundle answers with the mean of "
                + models * settings.folds().k() + ".";
    }
}
