package org.facies.bundle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.privacy.MembershipInference;
import org.facies.result.FinishedRun;
import org.facies.run.RunDirectory;

/** Membership inference on the networks of a run: distinguishes their training children from other children. */
final class MembershipAttacks {
    /** Probabilities below this are set to it before the logarithm. */
    private static final double LEAST = 1e-12;

    private final FinishedRun run;
    private final EvaluationSettings intervals;
    private final int threads;

    MembershipAttacks(FinishedRun run, EvaluationSettings intervals, int threads) {
        this.run = run;
        this.intervals = intervals;
        this.threads = threads;
    }

    /** Both attacks; empty for runs of earlier versions, which lack predictions for the training children. */
    Optional<BundleFile.Membership> membership(List<String> models) {
        List<MembershipInference.Fold> confidence = new ArrayList<>();
        List<MembershipInference.Fold> distance = new ArrayList<>();
        for (String model : models) {
            for (int fold = 0; fold < run.settings().folds().k(); fold++) {
                Path trial = run.directory().trial(model, fold);
                Path learnt = RunDirectory.learntIn(trial);
                if (!Files.exists(learnt)) {
                    return Optional.empty();
                }
                confidence.add(new MembershipInference.Fold(
                        confidences(learnt, model), confidences(RunDirectory.predictionsIn(trial), model)));
                Path learntDistances = RunDirectory.learntNoveltyIn(trial);
                Path heldDistances = RunDirectory.noveltyIn(trial);
                if (Files.exists(learntDistances) && Files.exists(heldDistances)) {
                    distance.add(new MembershipInference.Fold(
                            nearness(learntDistances, model), nearness(heldDistances, model)));
                }
            }
        }
        Optional<Estimate> byDistance = distance.size() == confidence.size()
                ? Optional.of(MembershipInference.auc(distance, intervals, threads))
                : Optional.empty();
        return Optional.of(
                new BundleFile.Membership(MembershipInference.auc(confidence, intervals, threads), byDistance));
    }

    /** The logarithm of the probability of the true diagnosis, by child. */
    private static Map<String, Double> confidences(Path predictions, String model) {
        HeldOutSubjects children = HeldOutSubjects.of(PredictionTable.read(predictions), model);
        Map<String, Double> confidences = new HashMap<>();
        for (int i = 0; i < children.size(); i++) {
            confidences.put(children.id(i), Math.log(Math.max(LEAST, children.probability(i, children.truth(i)))));
        }
        return confidences;
    }

    /** The nearness to the training faces, by child; larger is nearer. */
    private static Map<String, Double> nearness(Path distances, String model) {
        Map<String, Double> nearness = new HashMap<>();
        NoveltyTable.read(distances).bySubject(model).forEach((subject, distance) -> nearness.put(subject, -distance));
        return nearness;
    }
}
