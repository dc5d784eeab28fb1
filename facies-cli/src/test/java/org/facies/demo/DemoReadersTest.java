package org.facies.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facies.bundle.PredictedRun;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.file.Sha256;
import org.facies.metric.Metric;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelZoo;
import org.facies.progress.Progress;
import org.facies.reader.ReaderStudy;
import org.facies.reading.Arm;
import org.facies.reading.Protocol;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.reading.ReadingDesignFile;
import org.facies.reading.ReadingDraw;
import org.facies.reading.ReadingPlan;
import org.facies.reading.simulated.Observer;
import org.facies.reading.simulated.SimulatedReaders;
import org.facies.result.MetricsFile;
import org.facies.run.RunDirectory;
import org.facies.synth.population.Recipe;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.profile.Profiles;
import org.facies.synth.profile.TargetNames;
import org.facies.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoReadersTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path root;

    private DemoFolder folder;
    private Cohort cohort;

    @BeforeEach
    void write() throws IOException {
        folder = new DemoFolder(root);
        cohort = cohort();
        PredictedRun.write(folder.run(), cohort, "subject");
    }

    @Test
    void five_simulated_readers_are_taken_into_the_run_and_lose_to_its_model() {
        ReaderStudy study = read(2);

        assertThat(study.readers()).hasSize(5).allSatisfy((name, reader) -> {
            assertThat(name).startsWith("simulated-");
            assertThat(reader.simulated()).contains(true);
        });
        double best = study.readers().values().stream()
                .mapToDouble(reader -> reader.get(Metric.ACCURACY).value())
                .max()
                .orElseThrow();
        assertThat(best).isBetween(0.6, 0.8);
        assertThat(study.sample().models().get("strong").get(Metric.ACCURACY).value())
                .isGreaterThan(best);
        assertThat(MetricsFile.read(new RunDirectory(folder.run()).metrics()).readers())
                .isPresent();
        assertThat(new RunDirectory(folder.run()).readers()).exists();
    }

    @Test
    void the_protocol_says_that_nobody_was_a_person_and_what_two_of_them_were_shown() {
        read(2);

        Protocol protocol = Protocol.read(folder.readers().resolve("protocol.json"));
        assertThat(protocol.model().orElseThrow().name()).isEqualTo("strong");
        assertThat(protocol.readers()).hasSize(5).allMatch(Protocol.ReaderRecord::simulated);
        assertThat(protocol.readers())
                .filteredOn(reader -> reader.arm() == Arm.SEQUENTIAL)
                .hasSize(2)
                .allMatch(reader -> reader.answers() == 2 * 132);
        assertThat(protocol.cases())
                .hasSize(120)
                .allMatch(one -> one.advice().isPresent() && one.photos().size() == 1);
        assertThat(protocol.readers()).extracting(Protocol.ReaderRecord::order).doesNotHaveDuplicates();
    }

    @Test
    void at_effect_0_there_is_nothing_to_see_for_readers_either() {
        ReaderStudy study = read(0);

        assertThat(study.readers())
                .allSatisfy((name, reader) ->
                        assertThat(reader.get(Metric.ACCURACY).value()).isLessThan(0.4));
    }

    @Test
    void the_same_demo_gives_the_same_answers() throws IOException {
        read(2);
        byte[] first = Files.readAllBytes(folder.readers().resolve("readers.csv"));
        read(2);

        assertThat(folder.readers().resolve("readers.csv")).hasBinaryContent(first);
    }

    @Test
    void the_design_of_the_simulated_readers_names_those_who_answer() {
        ReadingDesign design = design(folder.writtenReaders());

        assertThat(design.readers().stream().map(InvitedReader::name))
                .isEqualTo(SimulatedReaders.FIVE.stream().map(Observer::name).toList());
        assertThat(design.readers().stream().map(InvitedReader::arm))
                .isEqualTo(SimulatedReaders.FIVE.stream().map(Observer::arm).toList());
        assertThat(Files.exists(folder.readers().resolve(design.cohort()).normalize()))
                .as("the cohort's place is seen from the design")
                .isTrue();
    }

    @Test
    void whoever_wants_to_try_reads_24_children_after_3_to_practise_on() {
        Path file = folder.writtenReading();
        ReadingPlan plan =
                ReadingDraw.of(design(file), cohort, LocalDate.now(CLOCK)).plan();

        assertThat(plan.mainCases()).isEqualTo(24);
        assertThat(plan.practice()).isEqualTo(3);
        assertThat(plan.repeats()).isEqualTo(2);
    }

    private ReaderStudy read(double effect) {
        Path home = ModelZoo.defaultHome();
        ModelZoo zoo = ModelZoo.in(home, Acknowledgement.GIVEN, CLOCK, Progress.silent());
        Recipe recipe = Demo.recipe(
                Profiles.builtIn(new TargetNames(PortraitStudio.targetNames())), new Demo.Choice(effect, 1));
        return new DemoReaders(folder, new Workspace(zoo, home, 2, "test", CLOCK, Progress.silent()))
                .read(cohort, recipe);
    }

    private ReadingDesign design(Path file) {
        return ReadingDesignFile.read(file, manifest -> cohort).design();
    }

    /** As many children and photos as the demo draws. */
    private Cohort cohort() throws IOException {
        List<String> classes = List.of("alagille", "none", "noonan", "williams-beuren");
        List<String> rows = new ArrayList<>(List.of("photo,subject,diagnosis"));
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String diagnosis = classes.get(i % 4);
            List<Photo> photos = new ArrayList<>();
            for (int p = 1; p <= 2; p++) {
                String path = "photos/P" + i + "_" + p + ".jpg";
                photos.add(new Photo(path, folder.cohort().resolve(path), Sha256.of(path)));
                rows.add(path + ",P" + i + "," + diagnosis);
            }
            subjects.add(new Subject("P" + i, diagnosis, photos, Map.of()));
        }
        Path manifest = folder.cohort().resolve("manifest.csv");
        Files.createDirectories(folder.cohort());
        Files.write(manifest, rows);
        return new Cohort(manifest, classes, subjects);
    }
}
