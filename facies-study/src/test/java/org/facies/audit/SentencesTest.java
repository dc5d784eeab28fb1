package org.facies.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facies.result.AuditReport;
import org.facies.result.AuditReport.Finding;
import org.facies.result.AuditReport.Finding.Level;
import org.facies.result.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that found nothing says how likely it would have found something. */
class SentencesTest {
    @TempDir
    private Path folder;

    @Test
    void a_person_check_that_would_find_16_of_120_cannot_tell() {
        Finding blind = finding("same person", findings(16, 0.03, 0.5));
        assertThat(blind.level()).isEqualTo(Level.CANNOT_TELL);
        assertThat(blind.sentence())
                .isEqualTo("No duplicate was found, but this check would miss most of them. Of 120 planted duplicates,"
                        + " it found 16 with mobilefacenet-512: a power of only 0.13.");
        assertThat(finding("same person", findings(108, 0.03, 0.5)).level()).isEqualTo(Level.NOTHING_FOUND);
        assertThat(finding("same person", findings(108, 0.03, 0.5)).sentence()).endsWith(": a power of 0.90.");
    }

    @Test
    void a_person_check_that_found_nothing_planted_says_that_it_cannot_find_duplicates() {
        assertThat(finding("same person", findings(0, 0.03, 0.5)).sentence())
                .isEqualTo("No duplicate was found. This check cannot find duplicates here: it missed all 120 that were"
                        + " planted.");
    }

    @Test
    void where_no_subject_has_several_photos_the_person_check_cannot_tell() {
        CheckPower unknown = CheckPower.ofPlanted(0, 0);
        assertThat(unknown.ofNothingFound()).isEqualTo(Level.CANNOT_TELL);
        assertThat(unknown.words()).isEqualTo("an unknown power");
    }

    @Test
    void a_shortcut_check_of_few_subjects_cannot_tell_and_one_of_many_found_nothing() {
        Finding few = finding("site", findings(16, 0.12, 0.5));
        assertThat(few.level()).isEqualTo(Level.CANNOT_TELL);
        assertThat(few.sentence())
                .startsWith("It is not known whether the diagnosis can be predicted from site alone: AUC 0.50 (0.26 to"
                        + " 0.74) (corrected p = 0.400), but this check finds an AUC of 0.70 with a power of only ");
        Finding many = finding("site", findings(16, 0.03, 0.5));
        assertThat(many.level()).isEqualTo(Level.NOTHING_FOUND);
        assertThat(many.sentence())
                .startsWith("No sign that the diagnosis can be predicted from site alone")
                .endsWith("this check finds an AUC of 0.70 with a power above 0.99.");
    }

    @Test
    void an_area_below_chance_says_that_cross_validation_is_biased_downwards() {
        assertThat(finding("site", findings(16, 0.03, 0.42)).sentence())
                .contains("cross-validation gives areas below 0.5");
        assertThat(finding("site", findings(16, 0.03, 0.45)).sentence()).doesNotContain("below 0.5");
    }

    @Test
    void a_wide_interval_of_a_gain_cannot_tell_and_a_narrow_one_found_nothing() {
        assertThat(finding("photo split, linear rule", findings(16, 0.06, 0.5)).level())
                .isEqualTo(Level.CANNOT_TELL);
        Finding narrow = finding("photo split, linear rule", findings(16, 0.01, 0.5));
        assertThat(narrow.level()).isEqualTo(Level.NOTHING_FOUND);
        assertThat(narrow.sentence()).endsWith("this check finds a gain of 5 points with a power above 0.99.");
        assertThat(finding("background masked out", findings(16, 0.2, 0.5)).level())
                .isEqualTo(Level.CANNOT_TELL);
        assertThat(finding("shuffled diagnoses", findings(16, 0.05, 0.5)).level())
                .isEqualTo(Level.NOTHING_FOUND);
    }

    @Test
    void the_power_of_an_effect_is_that_of_the_normal_distribution() {
        // Standard error 0.1: an effect of 0.196 is found in half of all cases, two-sided at 5 %.
        Measured estimate = new Measured(0, -0.196, 0.196);
        assertThat(CheckPower.ofEffect(estimate, 0.196, 0.025).value()).isCloseTo(0.5, within(1e-4));
        assertThat(CheckPower.ofEffect(estimate, 0.28, 0.025).value()).isCloseTo(0.7995, within(1e-3));
        assertThat(CheckPower.ofEffect(new Measured(0.5, 0.5, 0.5), 0.2, 0.01).value())
                .isEqualTo(1);
    }

    @Test
    void an_audit_of_an_earlier_version_is_not_sound_so_that_a_study_audits_again() throws Exception {
        Path file = folder.resolve("audit.json");
        AuditReport.FILE.write(file, report(findings(16, 0.03, 0.5)));
        assertThat(AuditReport.FILE.isSound(file)).isTrue();
        Files.writeString(file, Files.readString(file).replace("NOTHING_FOUND", "FINE"));
        assertThat(AuditReport.FILE.isSound(file)).isFalse();
    }

    private static Finding finding(String check, List<Finding> findings) {
        return findings.stream()
                .filter(one -> one.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    /** @param error standard error of every estimate */
    private static List<Finding> findings(int recognised, double error, double auc) {
        return Sentences.of(leakage(recognised, error), shortcuts(error, auc), 120, "mobilefacenet-512");
    }

    private static AuditReport report(List<Finding> findings) {
        return new AuditReport(
                "mobilefacenet-512",
                "5c8b",
                120,
                240,
                5,
                17,
                findings,
                leakage(16, 0.03),
                shortcuts(0.03, 0.5),
                Optional.empty());
    }

    private static AuditReport.Leakage leakage(int recognised, double error) {
        AuditReport.SplitComparison split =
                new AuditReport.SplitComparison(measured(0.6, error), measured(0.6, error), measured(0, error));
        return new AuditReport.Leakage(
                List.of(),
                List.of(),
                List.of(),
                0.6,
                0.7,
                120,
                recognised,
                split,
                split,
                new AuditReport.LabelPermutation(0.6, measured(0.25, error), 0.25));
    }

    private static AuditReport.Shortcuts shortcuts(double error, double auc) {
        AuditReport.Predictability told =
                new AuditReport.Predictability(measured(0.25, error), measured(auc, error), 0.25, 0.4, 50);
        Level level = ShortcutCheck.power(told, 1).ofNothingFound();
        return new AuditReport.Shortcuts(
                List.of(new AuditReport.Shortcut("site", told, 0.4, level)),
                new AuditReport.BackgroundEffect(measured(0.6, error), measured(0.6, error), measured(0, error)));
    }

    private static Measured measured(double value, double error) {
        return new Measured(value, value - 1.96 * error, value + 1.96 * error);
    }
}
