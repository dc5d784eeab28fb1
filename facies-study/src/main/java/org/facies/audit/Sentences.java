package org.facies.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Says what the audits found, a sentence each, without naming a subject or a photo. */
final class Sentences {

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
        shortcuts.checks().forEach(check -> findings.add(shortcut(check)));
        findings.add(background(shortcuts.background()));
        return findings;
    }

    private static Finding bytes(Leakage leakage) {
        int pairs = leakage.sameBytes().size();
        return pairs == 0
                ? new Finding("same bytes", Level.FINE, "No photo is there twice with the same bytes.")
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
                    within == 0 ? Level.FINE : Level.NOTE,
                    "No picture was found under two subjects, resized, recompressed, cropped or flipped"
                            + (within == 0
                                    ? "."
                                    : "; " + count(within, "pair") + " of photos of one subject show the same."));
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
        return new Finding(
                check,
                split.gain().low() > 0 ? Level.NOTE : Level.FINE,
                String.format(
                        Locale.ROOT,
                        "Folds by photo instead of by subject change balanced accuracy by %s points, from %.2f to"
                                + " %.2f%s.",
                        split.gain().points(),
                        split.bySubject().value(),
                        split.byPhoto().value(),
                        split.gain().low() > 0 ? ": flattery, since photos of one child lie on both sides" : ""));
    }

    private static Finding shuffled(LabelPermutation permutation) {
        return new Finding(
                "shuffled diagnoses",
                permutation.isAlarming() ? Level.ALARM : Level.FINE,
                String.format(
                        Locale.ROOT,
                        "With diagnoses shuffled between subjects, balanced accuracy is %s on average; chance is %.2f,"
                                + " and the true diagnoses give %.2f%s.",
                        permutation.shuffled().text(),
                        permutation.chance(),
                        permutation.truth(),
                        permutation.isAlarming() ? ". Something other than the diagnosis connects the folds" : ""));
    }

    private static Finding shortcut(AuditReport.Shortcut check) {
        Predictability result = check.predictability();
        String p = check.pHolm() < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", check.pHolm());
        return new Finding(
                check.name(),
                check.level(),
                check.level() == Level.ALARM
                        ? ("The diagnosis can be told from %s alone, without the face: AUC %s, balanced accuracy %s"
                                        + " where chance is %s (corrected p %s).")
                                .formatted(
                                        check.name(),
                                        result.auc().text(),
                                        result.balancedAccuracy().text(),
                                        String.format(Locale.ROOT, "%.2f", result.chance()),
                                        p)
                        : "No sign that the diagnosis can be told from %s alone: AUC %s (corrected p %s)."
                                .formatted(check.name(), result.auc().text(), p));
    }

    private static Finding background(BackgroundEffect effect) {
        return new Finding(
                "background masked out",
                effect.isAlarming() ? Level.ALARM : Level.FINE,
                "With the background made grey, balanced accuracy changes by %s points%s."
                        .formatted(
                                effect.change().points(),
                                effect.isAlarming() ? ": part of it comes from outside the face" : ""));
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
