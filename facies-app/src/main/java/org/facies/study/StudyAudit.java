package org.facies.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.align.FaceSettings;
import org.facies.audit.AuditReport;
import org.facies.audit.CohortAudit;
import org.facies.audit.TraceReader;
import org.facies.audit.TraceStore;
import org.facies.cohort.Cohort;
import org.facies.embed.Embedder;
import org.facies.file.JsonFile;
import org.facies.fold.FoldPlan;
import org.facies.image.ImageLimits;
import org.facies.model.InstalledModel;
import org.facies.model.ModelZoo;
import org.facies.study.StudyRunner.StudyMachine;

/** Audits the cohort and the folds of a study, before anything is trained. */
final class StudyAudit {

    /** Tells faces apart far better than the default backbone of studies; taken where it is here and its terms were agreed to. */
    private static final String BEST = "mobilefacenet-512";

    private static final String FALLBACK = "dlib-resnet";

    private final StudyMachine machine;
    private final FacePolicy policy;

    StudyAudit(StudyMachine machine, FacePolicy policy) {
        this.machine = machine;
        this.policy = policy;
    }

    /**
     * Writes {@code audit.json} and tells what is alarming.
     *
     * @param cohort photos with a usable face
     */
    void write(Cohort cohort, FoldPlan folds, long seed, Path file) {
        AuditReport report = audit(cohort, folds, seed);
        JsonFile.write(file, report);
        List<AuditReport.Finding> alarms = report.findings().stream()
                .filter(finding -> finding.level() == AuditReport.Finding.Level.ALARM)
                .toList();
        alarms.forEach(alarm -> machine.progress().say("Audit: " + alarm.sentence()));
    }

    private AuditReport audit(Cohort cohort, FoldPlan folds, long seed) {
        InstalledModel model = model(machine.zoo());
        FaceSettings settings =
                new FaceSettings(ImageLimits.DEFAULT, policy, machine.threads(), Optional.of(machine.cropCache()));
        try (FacePipeline faces = new FacePipeline(FaceNetworks.load(machine.zoo()), settings);
                Embedder embedder = Embedder.open(model, machine.threads());
                StudyProgress.Bar bar =
                        machine.progress().start("Audit", cohort.photos().size())) {
            TraceReader reader = new TraceReader(faces, embedder, TraceStore.of(machine.cropCache(), model));
            return new CohortAudit(reader, model, seed).run(cohort, folds, (done, total) -> bar.at(done, ""));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during the audit", stop);
        }
    }

    private static InstalledModel model(ModelZoo zoo) {
        return zoo.find(BEST).filter(best -> zoo.isAgreed(best.card())).orElseGet(() -> zoo.require(FALLBACK));
    }
}
