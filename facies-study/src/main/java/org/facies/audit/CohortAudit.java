package org.facies.audit;

import java.util.Optional;
import org.facies.cohort.Cohort;
import org.facies.fold.FoldPlan;
import org.facies.fold.FoldUnit;
import org.facies.input.BadInput;
import org.facies.model.InstalledModel;
import org.facies.progress.Progress;
import org.facies.result.AuditReport;
import org.facies.result.AuditReport.Leakage;
import org.facies.result.AuditReport.Shortcuts;

/** Audits a cohort for data leakage and confounding. The same cohort, network and seed give the same report. */
public final class CohortAudit {
    private static final int PERMUTATIONS = 1999;

    private final TraceReader reader;
    private final InstalledModel network;
    private final long seed;

    /**
     * An audit.
     *
     * @param network the backbone of the reader, which the report names
     * @param seed of folds, resamples and permutations
     */
    public CohortAudit(TraceReader reader, InstalledModel network, long seed) {
        this.reader = reader;
        this.network = network;
        this.seed = seed;
    }

    /**
     * Audits a cohort on five folds by subject, or as many as its rarest class allows.
     *
     * @throws BadInput if a class has fewer than two subjects or there is only one class
     * @throws InterruptedException if the calling thread is interrupted
     */
    public AuditReport run(Cohort cohort, Progress.Bar progress) throws InterruptedException {
        AuditedCohort audited = reader.read(cohort, progress);
        int k = folds(audited.cohort());
        return run(audited, FoldPlan.stratified(audited.cohort(), k, FoldUnit.SUBJECT, seed), k);
    }

    /**
     * Audits a cohort and the folds of a study.
     *
     * @param plan of at least the photos with a usable face
     * @throws InterruptedException if the calling thread is interrupted
     */
    public AuditReport run(Cohort cohort, FoldPlan plan, Progress.Bar progress) throws InterruptedException {
        AuditedCohort audited = reader.read(cohort, progress);
        return run(audited, plan, Math.min(plan.k(), folds(audited.cohort())));
    }

    private AuditReport run(AuditedCohort audited, FoldPlan plan, int k) {
        FoldPlan bySubject = FoldPlan.stratified(audited.cohort(), k, FoldUnit.SUBJECT, seed);
        PredictabilityCheck.Design design = new PredictabilityCheck.Design(
                audited.labels(), audited.cohort().classes().size(), audited.folds(bySubject), PERMUTATIONS, seed);
        Leakage leakage = new LeakageCheck(audited, plan).run(design, k);
        Shortcuts shortcuts = new ShortcutCheck(audited).run(design);
        return new AuditReport(
                network.card().id(),
                network.sha256(),
                audited.cohort().subjects().size(),
                audited.traces().size(),
                k,
                seed,
                Sentences.of(
                        leakage,
                        shortcuts,
                        audited.cohort().subjects().size(),
                        network.card().id()),
                leakage,
                shortcuts,
                Optional.empty());
    }

    private static int folds(Cohort cohort) {
        int rarest = cohort.classes().stream()
                .mapToInt(name -> (int) cohort.subjects().stream()
                        .filter(subject -> subject.diagnosis().equals(name))
                        .count())
                .min()
                .orElse(0);
        if (cohort.classes().size() < 2 || rarest < 2) {
            throw new BadInput(
                    cohort.manifest().toString(),
                    "",
                    "has only one class, or a class with fewer than two children with a usable face",
                    "Add children until two or more classes have at least two children each.");
        }
        return Math.min(5, rarest);
    }
}
