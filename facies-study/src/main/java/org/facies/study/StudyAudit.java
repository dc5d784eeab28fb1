package org.facies.study;

import java.nio.file.Path;
import java.util.List;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.audit.CohortAudit;
import org.facies.audit.TraceReader;
import org.facies.audit.TraceStore;
import org.facies.cohort.Cohort;
import org.facies.embed.Embedder;
import org.facies.fold.FoldPlan;
import org.facies.model.InstalledModel;
import org.facies.model.ModelZoo;
import org.facies.progress.Progress;
import org.facies.result.AuditReport;
import org.facies.workspace.Workspace;

/** Audits the cohort and the folds of a study, before anything is trained. */
final class StudyAudit {

    /**
     * Distinguishes faces much better than the default backbone of studies; used if it is installed and its licence was
     * accepted.
     */
    private static final String BEST = "mobilefacenet-512";

    private static final String FALLBACK = "dlib-resnet";

    private final Workspace workspace;
    private final FacePolicy policy;

    StudyAudit(Workspace workspace, FacePolicy policy) {
        this.workspace = workspace;
        this.policy = policy;
    }

    /**
     * Writes {@code audit.json} and reports alarms.
     *
     * @param cohort photos with a usable face
     * @return the number of alarms
     */
    int write(Cohort cohort, FoldPlan folds, long seed, Path file) {
        AuditReport report = audit(cohort, folds, seed);
        AuditReport.FILE.write(file, report);
        List<AuditReport.Finding> alarms =
                report.findings().stream().filter(AuditReport.Finding::isAlarm).toList();
        alarms.forEach(alarm -> workspace.progress().say("Audit: " + alarm.sentence()));
        return alarms.size();
    }

    private AuditReport audit(Cohort cohort, FoldPlan folds, long seed) {
        InstalledModel model = model(workspace.zoo());
        try (FacePipeline faces = workspace.faces(policy);
                Embedder embedder = Embedder.open(model, workspace.threads());
                Progress.Bar bar =
                        workspace.progress().start("Audit", cohort.photos().size())) {
            TraceReader reader = new TraceReader(faces, embedder, TraceStore.of(workspace.cropCache(), model));
            return new CohortAudit(reader, model, seed).run(cohort, folds, bar);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during the audit", stop);
        }
    }

    private static InstalledModel model(ModelZoo zoo) {
        return zoo.find(BEST).filter(best -> zoo.isAgreed(best.card())).orElseGet(() -> zoo.require(FALLBACK));
    }
}
