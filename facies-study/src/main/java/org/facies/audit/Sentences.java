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

/** Says what the audits found, a sentence each, without naming a subject or a photo. */
final class Sentences {

    /** A difference of balanced accuracy that a check should find. */
    private static final double WORTH_FINDING = 0.05;

    /** A loss of 15 points, less the 5 that grey alone may cost. */
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
                ? new Finding("same bytes", Level.NOTHING_FOUND, "No photo is there twice with the same bytes.")
                : new Finding(
                        "same bytes",
                        Level.NOTE,
                        count(pairs, "photo")
                                + " of a subject repeat another one of the same subject byte by byte: they count double"
                                + " and add nothing.");
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
                    "No picture was found under two subjects, resized, recompressed, cropped or flipped"
                            + (within == 0
                                    ? "."
                                    : "; " + count(within, "pair") + " of photos of one subject show the same.")
                            + " Of 340 copies planted in a benchmark, 339 were found.");
        }
        long apart = between.stream()
                .filter(pair -> pair.folds() == Side.DIFFERENT_FOLDS)
                .count();
        return new Finding(
                "same picture",
                Level.ALARM,
                count(between.size(), "pair") + " of photos under different subjects show the same picture, resized,"
                        + " recompressed, cropped or flipped; " + apart
                        + " of them lie in different folds, so a model is tested"
                        + " on what it has learnt.");
    }

    private static Finding split(String check, SplitComparison split) {
        boolean isShown = split.gain().low() > 0;
        CheckPower power = CheckPower.ofEffect(split.gain(), WORTH_FINDING, ONE_SIDED);
        return new Finding(
                check,
                isShown ? Level.NOTE : power.ofNothingFound(),
                String.format(
                        Locale.ROOT,
                        "Folds by photo instead of by subject change balanced accuracy by %s points, from %.2f to"
                                + " %.2f%s.",
                        split.gain().points(),
                        split.bySubject().value(),
                        split.byPhoto().value(),
                        isShown
                                ? ": flattery, since photos of one child lie on both sides"
                                : "; a gain of 5 points would be found with " + power.words()));
    }

    private static Finding shuffled(LabelPermutation permutation) {
        CheckPower power = LabelPermutationCheck.power(permutation, WORTH_FINDING);
        return new Finding(
                "shuffled diagnoses",
                permutation.isAlarming() ? Level.ALARM : power.ofNothingFound(),
                String.format(
                        Locale.ROOT,
                        "With diagnoses shuffled between subjects, balanced accuracy is %s on average; chance is %.2f,"
                                + " and the true diagnoses give %.2f%s.",
                        permutation.shuffled().text(),
                        permutation.chance(),
                        permutation.truth(),
                        permutation.isAlarming()
                                ? ". Something other than the diagnosis connects the folds"
                                : "; a mean 5 points above chance would be found with " + power.words()));
    }

    private static Finding shortcut(AuditReport.Shortcut check, int checks) {
        Predictability result = check.predictability();
        String p = check.pHolm() < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", check.pHolm());
        String sentence = switch (check.level()) {
            case ALARM ->
                ("The diagnosis can be predicted from %s alone, without the face: AUC %s, balanced accuracy %s where"
                                + " chance is %.2f (corrected %s).")
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
        return String.format(Locale.ROOT, "an AUC of %.2f would be found with ", ShortcutCheck.WORTH_FINDING)
                + ShortcutCheck.power(result, checks).words();
    }

    private static Finding background(BackgroundEffect effect) {
        CheckPower power = CheckPower.ofEffect(effect.change(), BACKGROUND_WORTH_FINDING, ONE_SIDED);
        return new Finding(
                "background masked out",
                effect.isAlarming() ? Level.ALARM : power.ofNothingFound(),
                "With the background made grey, balanced accuracy changes by %s points%s."
                        .formatted(
                                effect.change().points(),
                                effect.isAlarming()
                                        ? ": part of it comes from outside the face"
                                        : "; a loss of 15 points would be found with " + power.words()));
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
