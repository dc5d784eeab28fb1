package org.facies.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facies.metric.BelowChance;
import org.facies.result.AuditReport;
import org.facies.result.AuditReport.BackgroundEffect;
import org.facies.result.AuditReport.Finding;
import org.facies.result.AuditReport.Finding.Level;
import org.facies.result.AuditReport.LabelPermutation;
import org.facies.result.AuditReport.Leakage;
import org.facies.result.AuditReport.PhotoPair;
import org.facies.result.AuditReport.Predictability;
import org.facies.result.AuditReport.Shortcuts;
import org.facies.result.AuditReport.Side;
import org.facies.result.AuditReport.SplitComparison;
import org.facies.statistic.Interval;

/** States each result of the audits in one sentence that names no subject and no photo. */
final class Sentences {

    /** The smallest difference in balanced accuracy that a check should find. */
    private static final double WORTH_FINDING = 0.05;

    /** A loss of 15 points, minus the 5 points that the grey background itself can cost. */
    private static final double BACKGROUND_WORTH_FINDING = 0.1;

    private static final double ONE_SIDED = 0.025;

    private Sentences() {}

    /** @param network whose embeddings were compared */
    static List<Finding> of(Leakage leakage, Shortcuts shortcuts, int subjects, String network) {
        List<Finding> findings = new ArrayList<>();
        findings.add(bytes(leakage));
        findings.add(pictures(leakage));
        findings.add(PersonSentence.of(leakage, subjects, network));
        findings.add(split("photo split, linear rule", leakage.linearSplit()));
        findings.add(split("photo split, most similar photo", leakage.nearestSplit()));
        findings.add(shuffled(leakage.labelPermutation()));
        shortcuts
                .checks()
                .forEach(
                        check -> findings.add(shortcut(check, shortcuts.checks().size())));
        findings.add(background(shortcuts.background()));
        return findings;
    }

    private static Finding bytes(Leakage leakage) {
        int pairs = leakage.sameBytes().size();
        return pairs == 0
                ? new Finding("same bytes", Level.NOTHING_FOUND, "No photo occurs twice with the same bytes.")
                : new Finding(
                        "same bytes",
                        Level.NOTE,
                        count(pairs, "photo")
                                + " of a child are exact copies of another photo of the same child. They count"
                                + " twice and add no information.");
    }

    private static Finding pictures(Leakage leakage) {
        List<PhotoPair> between = leakage.samePicture().stream()
                .filter(PhotoPair::betweenSubjects)
                .toList();
        int within = leakage.samePicture().size() - between.size();
        if (between.isEmpty()) {
            return new Finding(
                    "same picture",
                    within == 0 ? Level.NOTHING_FOUND : Level.NOTE,
                    "No picture was found under two children, not even resized, recompressed, cropped or flipped"
                            + (within == 0
                                    ? "."
                                    : "; " + count(within, "pair") + " of photos of one child show the same picture.")
                            + " Of 340 copies planted in a benchmark, 339 were found.");
        }
        long apart = between.stream()
                .filter(pair -> pair.folds() == Side.DIFFERENT_FOLDS)
                .count();
        return new Finding(
                "same picture",
                Level.ALARM,
                count(between.size(), "pair") + " of photos of different children show the same picture,"
                        + " possibly resized, recompressed, cropped or flipped. " + apart
                        + " of them are in different folds, so a model is tested on a picture that it was"
                        + " trained on.");
    }

    private static Finding split(String check, SplitComparison split) {
        boolean isShown = split.gain().low() > 0;
        CheckPower power = CheckPower.ofEffect(split.gain(), WORTH_FINDING, ONE_SIDED);
        return new Finding(
                check,
                isShown ? Level.NOTE : power.ofNothingFound(),
                String.format(
                        Locale.ROOT,
                        "Splitting by photo instead of by child changes balanced accuracy by %s points, from"
                                + " %.2f to %.2f%s.",
                        split.gain().points(),
                        split.bySubject().value(),
                        split.byPhoto().value(),
                        isShown
                                ? ": results by photo look too good, because photos of one child are in both"
                                        + " training and test"
                                : "; this check finds a gain of 5 points with " + power.words()));
    }

    private static Finding shuffled(LabelPermutation permutation) {
        CheckPower power = LabelPermutationCheck.power(permutation, WORTH_FINDING);
        return new Finding(
                "shuffled diagnoses",
                permutation.isAlarming() ? Level.ALARM : power.ofNothingFound(),
                String.format(
                        Locale.ROOT,
                        "With diagnoses permuted between children, balanced accuracy is %s on average; guessing"
                                + " gives %.2f, and the true diagnoses give %.2f%s.",
                        permutation.shuffled().text(),
                        permutation.chance(),
                        permutation.truth(),
                        permutation.isAlarming()
                                ? ". The folds share information other than the diagnosis"
                                : "; this check finds a mean 5 points above guessing with " + power.words()));
    }

    private static Finding shortcut(AuditReport.Shortcut check, int checks) {
        Predictability result = check.predictability();
        String p = check.pHolm() < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", check.pHolm());
        String sentence = switch (check.level()) {
            case ALARM ->
                ("The diagnosis can be predicted from %s alone, without the face: AUC %s, balanced accuracy %s,"
                                + " where guessing gives %.2f (corrected %s).")
                        .formatted(
                                check.name(),
                                result.auc().text(),
                                result.balancedAccuracy().text(),
                                result.chance(),
                                p);
            case CANNOT_TELL ->
                "It is not known whether the diagnosis can be predicted from %s alone: AUC %s (corrected %s), but %s."
                        .formatted(check.name(), result.auc().text(), p, power(result, checks));
            default ->
                "No sign that the diagnosis can be predicted from %s alone: AUC %s (corrected %s); %s."
                        .formatted(check.name(), result.auc().text(), p, power(result, checks));
        };
        boolean isBelow = BelowChance.isShownBy(
                new Interval(result.auc().low(), result.auc().high()));
        return new Finding(check.name(), check.level(), sentence + (isBelow ? " " + BelowChance.SENTENCE : ""));
    }

    private static String power(Predictability result, int checks) {
        return String.format(Locale.ROOT, "this check finds an AUC of %.2f with ", ShortcutCheck.WORTH_FINDING)
                + ShortcutCheck.power(result, checks).words();
    }

    private static Finding background(BackgroundEffect effect) {
        CheckPower power = CheckPower.ofEffect(effect.change(), BACKGROUND_WORTH_FINDING, ONE_SIDED);
        return new Finding(
                "background masked out",
                effect.isAlarming() ? Level.ALARM : power.ofNothingFound(),
                "Replacing the background with grey changes balanced accuracy by %s points%s."
                        .formatted(
                                effect.change().points(),
                                effect.isAlarming()
                                        ? ": the network also uses what is outside the face"
                                        : "; this check finds a loss of 15 points with " + power.words()));
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
