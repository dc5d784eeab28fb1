package org.facies.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.facies.align.FaceFinding;
import org.facies.bundle.PredictionRecords.Site;
import org.facies.decision.Decision;
import org.facies.decision.IntendedPurpose;
import org.facies.decision.PhotoEvidence;
import org.facies.decision.Prevalence;
import org.facies.decision.Reservation;
import org.facies.input.BadInput;
import org.facies.result.PredictionRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionRecordsTest {
    private static final BundleFile BUNDLE = DrawnBundle.file("largest", List.of());
    private static final Decision DECISION = BUNDLE.decision();
    private static final Site NOT_STATED = new Site(Optional.empty(), "Not stated.");
    private static final String SHA = "c".repeat(64);

    @TempDir
    private Path home;

    @Test
    void a_record_carries_banner_bundle_answer_and_both_mixes() {
        Site site = new Site(Optional.of(Prevalence.parse("p", "noonan=0.002,wbs=0.001", DECISION)), "");
        PredictionRecords records = new PredictionRecords(BUNDLE, "Signed.", site, Set.of());

        PredictionRecord record =
                records.of("child", List.of("a.jpg"), read(OptionalDouble.of(30), seen(0.1, 0.7, 0.2)));

        assertThat(record.purpose()).isEqualTo(IntendedPurpose.BANNER);
        assertThat(record.bundle()).isEqualTo(records.model());
        assertThat(record.bundle().signature()).isEqualTo("Signed.");
        assertThat(record.isAnswered()).isTrue();
        PredictionRecord.Said said = record.answer().orElseThrow();
        assertThat(said.predicted()).isEqualTo("noonan");
        assertThat(said.classes())
                .extracting(PredictionRecord.ClassProbability::name)
                .containsExactly("no syndrome (none)", "Noonan syndrome", "Williams syndrome");
        double atSite = said.classes().stream()
                .mapToDouble(one -> one.site().orElseThrow())
                .sum();
        assertThat(atSite).isCloseTo(1, within(1e-12));
        assertThat(said.anySyndrome().orElseThrow().site().orElseThrow())
                .isCloseTo(1 - said.classes().get(0).site().orElseThrow(), within(1e-12));
        assertThat(said.mix().siteSentence()).startsWith("At the site, 1 in 333 has a syndrome, as stated.");
        assertThat(record.photos().get(0).isTrainingData()).isFalse();
    }

    @Test
    void what_speaks_against_an_answer_stands_in_it() {
        PredictionRecords records = new PredictionRecords(BUNDLE, "Signed.", NOT_STATED, Set.of(SHA));

        PredictionRecord record =
                records.of("child", List.of("a.jpg"), read(OptionalDouble.of(400), seen(0.1, 0.8, 0.1)));

        assertThat(record.isAnswered()).isFalse();
        assertThat(record.reservations())
                .extracting(PredictionRecord.Remark::kind)
                .containsExactly("age-outside");
        assertThat(record.answer().orElseThrow().mix().site()).isEmpty();
        assertThat(record.answer().orElseThrow().mix().siteSentence()).isEqualTo("Not stated.");
        assertThat(record.photos().get(0).isTrainingData()).isTrue();
    }

    @Test
    void where_no_photo_can_be_used_it_is_said_why() {
        PredictionRecords records = new PredictionRecords(BUNDLE, "Signed.", NOT_STATED, Set.of());
        PhotoReading empty = PhotoReading.undecoded(Optional.empty(), "is empty", "Copy it again.");

        PredictionRecord one = records.of(
                "c", List.of("a"), new ChildReading(List.of(empty), OptionalDouble.empty(), Optional.empty()));
        PredictionRecord two = records.of(
                "c",
                List.of("a", "b"),
                new ChildReading(List.of(empty, empty), OptionalDouble.empty(), Optional.empty()));

        assertThat(one.sentence()).isEqualTo("No answer: the photo cannot be used. The file is empty.");
        assertThat(two.sentence()).isEqualTo("No answer: none of the 2 photos can be used.");
        assertThat(two.photosUsed()).isZero();
    }

    @Test
    void a_reading_either_gives_evidence_or_says_why_not() {
        assertThatThrownBy(() -> new PhotoReading(
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_site_states_its_mix_once_for_all_bundles() throws IOException {
        Files.writeString(home.resolve("config.yaml"), "prevalence: {noonan: 0.002, wbs: 0.0001, other: 0.3}\n");

        Site site = SiteConfiguration.in(home).site(home, DECISION);

        assertThat(site.prevalence().orElseThrow().shares())
                .containsEntry("wbs", 0.0001)
                .doesNotContainKey("other");
    }

    @Test
    void without_a_statement_or_with_half_of_one_there_is_no_mix_of_the_site() throws IOException {
        assertThat(SiteConfiguration.in(home).site(home, DECISION).absence())
                .isEqualTo("The class frequencies at this site are not stated. State them with --prevalence or with the"
                        + " key prevalence in the file " + home.resolve("config.yaml") + ".");
        Files.writeString(home.resolve("config.yaml"), "prevalence: {noonan: 0.002}\n");
        assertThat(SiteConfiguration.in(home).site(home, DECISION).absence())
                .isEqualTo("The class frequencies at this site are incomplete: the file " + home.resolve("config.yaml")
                        + " does not state wbs.");
    }

    @Test
    void a_configuration_that_is_wrong_is_told_with_its_key() throws IOException {
        Path file = Files.writeString(home.resolve("config.yaml"), "prevalenz: {noonan: 0.1}\n");
        assertThatThrownBy(() -> SiteConfiguration.in(home))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file + ", key prevalenz");
        Files.writeString(file, "prevalence: {noonan: 2, wbs: 0}\n");
        assertThatThrownBy(() -> SiteConfiguration.in(home).site(home, DECISION))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file + ", prevalence: \"noonan=2.0\" is no share from 0 to 1");
    }

    private static PhotoReading seen(double... probabilities) {
        return new PhotoReading(
                Optional.of(SHA),
                Optional.empty(),
                Set.<FaceFinding>of(),
                Optional.empty(),
                Optional.of(new PhotoEvidence(
                        List.of(probabilities[0], probabilities[1], probabilities[2]), OptionalDouble.empty())),
                Optional.empty());
    }

    private static ChildReading read(OptionalDouble age, PhotoReading photo) {
        return new ChildReading(
                List.of(photo),
                age,
                Optional.of(
                        DECISION.answer(photo.evidence().stream().toList(), age).with(Set.<Reservation>of())));
    }
}
