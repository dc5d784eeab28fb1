package org.facies.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.facies.align.CropGeometry;
import org.facies.align.FacePipeline;
import org.facies.cohort.Cohort;
import org.facies.cohort.CohortWarnings;
import org.facies.cohort.ManifestRules;
import org.facies.cohort.SubjectAttributes;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.PredictionTable;
import org.facies.model.InputSpec;
import org.facies.predict.ClassifierSpec;
import org.facies.result.CohortRecord;
import org.facies.result.FinishedRun;
import org.facies.result.MetricsFile;
import org.facies.result.PerformanceChange;
import org.facies.result.PhotoHashes;
import org.facies.result.StudyRecord;
import org.facies.result.settings.StudySettings;
import org.facies.run.RunDirectory;
import org.facies.run.RunLock;
import org.facies.run.RunLog;
import org.facies.study.AlignedCohort;
import org.facies.study.Backbones;
import org.facies.study.CheckedCohort;
import org.facies.subgroup.ColumnChoice;
import org.facies.subgroup.SubgroupColumn;
import org.facies.table.CsvTable;
import org.facies.uncertainty.UncertaintyEvaluation;
import org.facies.uncertainty.UncertaintySettings;
import org.facies.workspace.Workspace;

/**
 * Applies the trained models of a run to another cohort: the same face detection, the mean over the networks of all
 * folds, and the calibration, prediction sets and thresholds of the run. Nothing is refitted. An interrupted validation
 * resumes.
 */
public final class ExternalValidation {
    private final Order order;
    private final RunDirectory out;
    private final Workspace workspace;
    private final RunLog log;

    /**
     * The model and the cohort of a validation.
     *
     * @param run a finished run
     * @param model of the run; empty for its best by the metric that the study declares
     * @param manifest of the other cohort
     * @param renamed diagnosis of the other cohort to class of the run
     * @param without diagnoses whose subjects are left out
     * @param dropOverlap whether subjects that share a photo or an id with the run are left out instead of refused
     */
    public record Order(
            RunDirectory run,
            Optional<String> model,
            Path manifest,
            Map<String, String> renamed,
            Set<String> without,
            boolean dropOverlap) {

        public Order {
            renamed = Map.copyOf(renamed);
            without = Set.copyOf(without);
        }
    }

    /** @param out folder of the results; new or interrupted */
    public ExternalValidation(Order order, RunDirectory out, Workspace workspace) {
        this.order = order;
        this.out = out;
        this.workspace = workspace;
        this.log = new RunLog(out, workspace.clock());
    }

    /**
     * Validates, and writes {@code study.yaml}, {@code cohort.json}, {@code members/}, {@code predictions.csv}, {@code
     * metrics.json} and {@code validation.json}.
     *
     * @throws BadInput if the run is not finished, if the cohort has no diagnoses or unknown ones, or if the run was
     *     trained on its photos
     */
    public PerformanceChange run() {
        FinishedRun trained = FinishedRun.read(order.run());
        StudySettings.Model model = order.model().map(trained::model).orElseGet(trained::best);
        List<Path> networks = trained.networks(model.name());
        requireDiagnoses();
        ManifestRules rules = workspace.manifestRules().forPredicting();
        CheckedCohort checked = CheckedCohort.read(order.manifest(), rules, workspace.progress()::say);
        Other other = new Other(external(checked.cohort(), trained), checked.warnings());
        new Backbones(order.run().root(), workspace.zoo()).requireWithFaces(List.of(model));
        return RunLock.holding(out, () -> work(trained, model, networks, other));
    }

    private ExternalCohort external(Cohort cohort, FinishedRun trained) {
        ExternalCohort.Fit fit = new ExternalCohort.Fit(
                order.renamed(),
                order.without(),
                order.dropOverlap() ? ExternalCohort.Overlap.LEAVE_OUT : ExternalCohort.Overlap.REFUSE);
        return ExternalCohort.of(cohort, trained.classes(), PhotoHashes.ofRun(order.run()), fit);
    }

    private void requireDiagnoses() {
        List<String> columns = CsvTable.read(order.manifest()).columns();
        if (!columns.isEmpty() && !columns.contains("diagnosis")) {
            throw new BadInput(
                    order.manifest() + " row 1",
                    "diagnosis",
                    "is missing; validation compares predictions with confirmed diagnoses",
                    "Add the column with each child's confirmed diagnosis.");
        }
    }

    /** The other cohort, and the warnings about its manifest. */
    private record Other(ExternalCohort fitted, CohortWarnings warnings) {
        Cohort cohort() {
            return fitted.cohort();
        }
    }

    private PerformanceChange work(FinishedRun trained, StudySettings.Model model, List<Path> networks, Other other) {
        RunLog.Start start = RunLog.Start.of(out.study());
        StudyRecord.FILE.agreeWith(out.study(), record(trained, model, networks, other.cohort()));
        log.start(
                start,
                new RunLog.Setup(
                        workspace.version(),
                        Sha256.ofReadable(out.study()),
                        trained.settings().evaluation().seed(),
                        workspace.threads(),
                        "cpu"));
        log.manifestWarnings(other.warnings().findings().size());
        other.fitted().told().forEach(workspace.progress()::say);
        InputSpec input = new Backbones(order.run().root(), workspace.zoo())
                .of(model, trained.record())
                .input();
        AlignedCohort aligned = log.during(RunLog.Stage.FACES, () -> align(trained, other.cohort(), input.geometry()));
        log.faces(aligned.cohort().photos().size(), other.cohort().photos().size());
        CohortRecord.FILE.write(out.cohort(), aligned.faces().record(aligned.cohort(), other.warnings()));
        ClassifierSpec spec = new ClassifierSpec(input, aligned.cohort().classes());
        FoldModels models = new FoldModels(model.name(), networks, spec, workspace.threads());
        FoldModels.Answers answers = log.during(
                RunLog.Stage.PREDICTION,
                () -> models.predict(
                        aligned.cohort(), aligned.crops(), out.root().resolve("members"), workspace.progress()));
        PredictionTable together = FoldModels.mean(answers.members());
        together.write(out.predictions());
        workspace.progress().say("Evaluating.");
        RunLog.Span evaluation = log.begin(RunLog.Stage.EVALUATION);
        StudySettings.EvaluationKeys keys = trained.settings().evaluation();
        EvaluationSettings intervals = new EvaluationSettings(keys.bootstrap(), keys.seed());
        Evaluation external = Evaluation.of(together, intervals, workspace.threads());
        UncertaintySettings thresholds = new UncertaintySettings(
                intervals,
                trained.settings().screening(),
                trained.settings().subgroups().minSubjects(),
                Optional.empty());
        UncertaintyEvaluation trust = UncertaintyEvaluation.elsewhere(
                together,
                trained.outOfFold(model.name()),
                columns(trained, aligned.cohort()),
                thresholds,
                workspace.threads());
        MetricsFile.of(external, trust).write(out.metrics());
        PerformanceChange change = CohortComparison.of(
                new CohortComparison.Title(
                        model.name(),
                        trained.settings().name(),
                        trained.settings().choice().metric().metric()),
                trained.outOfFold(model.name()),
                answers.members(),
                together,
                external,
                UnknownSubjects.of(trained, model.name(), together, answers.distances()),
                new CohortComparison.Remarks(notes(other), other.warnings().sentences()));
        PerformanceChange.FILE.write(out.validation(), change);
        evaluation.done();
        return change;
    }

    /** Facts about the two cohorts that a reader needs. */
    private List<String> notes(Other other) {
        List<String> notes = new ArrayList<>(other.fitted().notes());
        if (learntFromSynthetic()) {
            notes.add("The models were trained on synthetic faces, not on children.");
        }
        return notes;
    }

    private boolean learntFromSynthetic() {
        Path record = order.run().cohort();
        return CohortRecord.FILE.isSound(record)
                && CohortRecord.FILE.read(record).synthetic().orElse(false);
    }

    /** The subgroup columns of the run that the other cohort has; the usual columns if the run names none. */
    private static List<SubgroupColumn> columns(FinishedRun trained, Cohort cohort) {
        SubjectAttributes subjects = SubjectAttributes.of(cohort);
        List<String> wanted = trained.settings().subgroups().columns().stream()
                .filter(subjects.columns()::contains)
                .toList();
        return ColumnChoice.of(subjects.columns(), wanted, "study file, subgroups.columns").stream()
                .map(column -> SubgroupColumn.of(subjects, column))
                .toList();
    }

    private AlignedCohort align(FinishedRun trained, Cohort cohort, CropGeometry geometry) {
        try (FacePipeline pipeline =
                workspace.faces(AlignedCohort.policy(trained.settings().faces()))) {
            AlignedCohort aligned = AlignedCohort.of(cohort, Set.of(geometry), pipeline, workspace.progress());
            if (aligned.cohort().subjects().isEmpty()) {
                throw new BadInput(
                        order.manifest().toString(),
                        "",
                        "has no photo with a usable face",
                        "Check that the" + " photos show faces and can be opened.");
            }
            return aligned;
        }
    }

    /** The record of the run with one model, and of the cohort that it is validated on. */
    private StudyRecord record(FinishedRun trained, StudySettings.Model model, List<Path> networks, Cohort cohort) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (int fold = 0; fold < networks.size(); fold++) {
            hashes.put("fold-" + fold, Sha256.ofReadable(networks.get(fold)));
        }
        StudyRecord.ValidatedOn other = new StudyRecord.ValidatedOn(
                order.manifest().toString(),
                cohort.fingerprint(),
                workspace.version(),
                workspace.threads(),
                new TreeMap<>(order.renamed()),
                order.without().stream().sorted().toList(),
                hashes);
        return trained.record().validated(model.name(), other);
    }
}
