package org.facies.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.reading.ReadingDesign.Advisor;
import org.facies.reading.ReadingDesign.Cases;
import org.facies.reading.ReadingDesign.Draw;
import org.facies.reading.ReadingDesign.Form;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.reading.ReadingDesign.Order;
import org.facies.reading.ReadingDesign.Photos;
import org.facies.reading.ReadingDesign.Pictures;
import org.facies.reading.ReadingDesign.Practice;
import org.facies.reading.ReadingDesign.ShownClass;
import org.facies.reading.ReadingDesign.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingDesignFileTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void cohort() {
        WrittenCohort.write(folder, WrittenCohort.rows(2, 2, 2));
    }

    @Test
    void a_file_with_the_cohort_alone_has_every_default() {
        assertThat(WrittenCohort.design(folder, "cohort: manifest.csv\n"))
                .isEqualTo(new ReadingDesign(
                        "readers",
                        "manifest.csv",
                        List.of(new ShownClass("a", "a"), new ShownClass("b", "b"), new ShownClass("c", "c")),
                        new Cases(Draw.EVERYONE, 0, 0, Map.of(), 17),
                        new Pictures(Photos.ALL, View.CROP, 512),
                        new Order(17, 20, 5, 0.1),
                        new Practice(3, true),
                        new Form(true, true, false, true),
                        Optional.empty(),
                        List.of(),
                        30));
        assertThat(WrittenCohort.design(folder, "")).isEqualTo(WrittenCohort.design(folder, "cohort: manifest.csv\n"));
    }

    @Test
    void every_key_is_read() {
        ReadingDesign design = WrittenCohort.design(folder, """
                name: Ward 4
                classes:
                  - {label: c, name: Syndrome C}
                  - a
                cases: {draw: prevalence, size: 5, prevalence: {a: 0.8, c: 0.2}, seed: 1}
                pictures: {photos: one, view: oval, side_px: 300}
                order: {seed: -2, block: 0, break_minutes: 0, repeats: 0.5}
                practice: {cases: 0, feedback: false}
                form: {cannot_say: false, confidence: false, probabilities: true, comment: false}
                model: {run: runs/first, model: 007, bundle: b.facies, set_percent: 80}
                readers:
                  - {name: R1, arm: sequential, language: de}
                  - 7
                invitation_days: 3
                """);
        assertThat(design)
                .isEqualTo(new ReadingDesign(
                        "Ward 4",
                        "manifest.csv",
                        List.of(new ShownClass("c", "Syndrome C"), new ShownClass("a", "a")),
                        new Cases(Draw.PREVALENCE, 0, 5, Map.of("c", 0.2, "a", 0.8), 1),
                        new Pictures(Photos.ONE, View.OVAL, 300),
                        new Order(-2, 0, 0, 0.5),
                        new Practice(0, false),
                        new Form(false, false, true, false),
                        Optional.of(new Advisor("runs/first", Optional.of("007"), Optional.of("b.facies"), 80)),
                        List.of(
                                new InvitedReader("R1", Arm.SEQUENTIAL, "de"),
                                new InvitedReader("7", Arm.UNAIDED, "en")),
                        3));
        assertThat(ReadingDesign.FORMAT.read(ReadingDesign.FORMAT.write(design), "design", "Mend it."))
                .isEqualTo(design);
    }

    @Test
    void names_of_classes_come_from_classes_csv() throws IOException {
        Files.writeString(folder.resolve("classes.csv"), "label,name\na,Syndrome A\nc,Syndrome C\n");
        assertThat(WrittenCohort.design(folder, "").classes())
                .extracting(ShownClass::name)
                .containsExactly("Syndrome A", "b", "Syndrome C");
        assertThat(WrittenCohort.design(folder, "classes: [c, {label: a, name: Other}]\n")
                        .classes())
                .containsExactly(new ShownClass("c", "Syndrome C"), new ShownClass("a", "Other"));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_also_in_the_manifest() throws IOException {
        Files.writeString(folder.resolve("manifest.csv"), "photo,subject,diagnosis\nnone.jpg,P1,a\n");
        assertThat(problems("""
                nam: x
                cases: {draw: all, per_class: 3}
                pictures: {side_px: 5000, view: round}
                order: {repeats: 0.7, block: many}
                model: {set_percent: 10}
                readers:
                  - {name: Dr Müller, arm: aided, language: fr}
                  - R1
                  - {name: r-1, arm: sequential}
                  - Model
                invitation_days: 0
                """))
                .contains(
                        "readers.yaml, nam: \"nam\" is not a key that Facies knows. Did you mean \"name\"?",
                        "readers.yaml, order.block: \"many\" is not a whole number. Write a whole number, for example"
                                + " 20.",
                        "readers.yaml, cases.draw: \"all\" is not one of the options. Write one of: everyone,"
                                + " per-class,"
                                + " prevalence.",
                        "readers.yaml, cases.per_class: \"3\" is not used with this kind of draw. Write draw:"
                                + " per-class, or remove the key.",
                        "readers.yaml, pictures.view: \"round\" is not one of the options. Write one of: crop, oval.",
                        "readers.yaml, pictures.side_px: \"5000\" is outside its range. Write 128 to 1024.",
                        "readers.yaml, order.repeats: \"0.7\" is outside its range. Write 0 to 0.5.",
                        "readers.yaml, model.set_percent: \"10\" is outside its range. Write 50 to 99.",
                        "readers.yaml, invitation_days: \"0\" is outside its range. Write 1 to 365.",
                        "readers.yaml, model.run: is missing. Name the run whose predictions are shown, or the run that"
                                + " the bundle was made from.",
                        "readers.yaml, readers[0].name: \"Dr Müller\" is not a valid reader name. Write 1 to 24"
                                + " letters, digits and hyphens without accents, starting with a letter or digit,"
                                + " for example R1.",
                        "readers.yaml, readers[0].arm: \"aided\" is not one of the options. Write one of: unaided,"
                                + " sequential.",
                        "readers.yaml, readers[0].language: \"fr\" is not one of the options. Write one of: en, de.",
                        "readers.yaml, readers[2].name: \"r-1\" is too similar to the reader \"R1\". Give each"
                                + " reader a different name.",
                        "readers.yaml, readers[3].name: \"Model\" is reserved for the model. Choose another name.")
                .anyMatch(sentence -> sentence.contains("manifest.csv row 2, column photo: \"none.jpg\""))
                .hasSize(17);
    }

    @Test
    void a_sequential_reader_needs_a_model() {
        assertThat(problems("readers: [{name: R1, arm: sequential}]\n"))
                .containsExactly("readers.yaml, readers[0].arm: \"sequential\" needs a model whose answers are shown."
                        + " Name its run under \"model:\", or write arm: unaided.");
    }

    @Test
    void classes_are_those_of_the_cohort_each_once_with_a_name_of_its_own() {
        assertThat(problems("classes: [A, b, d, b, {label: c, name: B}, {name: x}]\n"))
                .containsExactly(
                        "readers.yaml, classes[0].label: \"A\" is not a diagnosis of the cohort. Did you mean \"a\"?",
                        "readers.yaml, classes[2].label: \"d\" is not a diagnosis of the cohort. Write one of a, b,"
                                + " c.",
                        "readers.yaml, classes[3].label: \"b\" is listed twice. Remove one of the two.",
                        "readers.yaml, classes[4].name: \"B\" is too similar to the name of \"b\". Give each class a"
                                + " different name.",
                        "readers.yaml, classes[5].label: is missing. Write a diagnosis of the manifest.");
        assertThat(problems("classes: [a]\n"))
                .containsExactly("readers.yaml, classes: has 1 class. List two to nine diagnoses of the cohort, one for"
                        + " each number key.");
    }

    @Test
    void more_diagnoses_than_number_keys_have_to_be_chosen_from() {
        StringBuilder rows = new StringBuilder("photo,subject,diagnosis\n");
        for (int i = 0; i < 10; i++) {
            rows.append("%d.jpg,P%d,d%d%n".formatted(i, i, i));
        }
        WrittenCohort.write(folder, rows.toString());
        assertThat(problems(""))
                .containsExactly("readers.yaml, classes: is missing, and the cohort has 10 diagnoses. List two to"
                        + " nine diagnoses of the cohort, one for each number key.");
    }

    @Test
    void shares_are_of_each_class_and_sum_to_one() {
        String cases = "cases: {draw: prevalence, size: 3, prevalence: %s}\n";
        assertThat(problems(cases.formatted("{a: 0.5, b: 0.2}")))
                .containsExactly(
                        "readers.yaml, cases.prevalence: \"c\" has no proportion. Write one for each class; 0"
                                + " excludes a class.",
                        "readers.yaml, cases.prevalence: \"0.7\" is the sum of the proportions. Write proportions"
                                + " that sum to 1.");
        assertThat(problems(cases.formatted("{a: 0.5, b: 0.2, C: 0.3, c: many}")))
                .containsExactly(
                        "readers.yaml, cases.prevalence: \"C\" is not a class of this study. Did you mean \"c\"?",
                        "readers.yaml, cases.prevalence.c: \"many\" is not a proportion. Write a number from 0 to 1.");
        assertThat(problems("cases: {draw: prevalence, size: 3}\n"))
                .containsExactly(
                        "readers.yaml, cases.prevalence: is not a list of one proportion for each class. Write for"
                                + " example"
                                + " {a: 0.2, b: 0.8}.");
        assertThat(problems("cases: {prevalence: {a: 1}}\n"))
                .containsExactly(
                        "readers.yaml, cases.prevalence: is not used with this kind of draw. Write draw: prevalence,"
                                + " or remove the"
                                + " key.");
    }

    @Test
    void a_file_that_is_not_there_leads_to_init() {
        Path absent = folder.resolve("absent.yaml");
        BadInput bad = catchThrowableOfType(BadInput.class, () -> ReadingDesignFile.read(absent, WrittenCohort::read));
        assertThat(bad).hasMessage(absent + ": does not exist. Create it with: facies readers init " + absent + ".");
    }

    @Test
    void the_template_reads_back_as_the_defaults_with_five_readers() throws IOException {
        ReadingDesign design = WrittenCohort.design(folder, ReadingTemplate.text());
        assertThat(design.readers()).extracting(InvitedReader::name).containsExactly("R1", "R2", "R3", "R4", "R5");
        assertThat(design.withReaders(List.of())).isEqualTo(WrittenCohort.design(folder, ""));

        Files.move(folder.resolve("manifest.csv"), folder.resolve("my \"m\".csv"));
        ReadingDesign named =
                WrittenCohort.design(folder, ReadingTemplate.text("my \"m\".csv", Optional.of("../runs/my first")));
        assertThat(named.cohort()).isEqualTo("my \"m\".csv");
        assertThat(named.model()).contains(new Advisor("../runs/my first", Optional.empty(), Optional.empty(), 90));
    }

    /** What the template shows as a comment is the default, so that a user who takes the # away changes nothing. */
    @Test
    void what_is_commented_out_in_the_template_is_the_default() {
        for (String key : List.of("pictures", "order", "practice", "form", "invitation_days")) {
            String line = ReadingTemplate.text()
                    .lines()
                    .filter(one -> one.startsWith("# " + key + ": "))
                    .findFirst()
                    .orElseThrow();
            assertThat(WrittenCohort.design(folder, line.substring(2)))
                    .as(line)
                    .isEqualTo(WrittenCohort.design(folder, ""));
        }
    }

    private List<String> problems(String yaml) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> WrittenCohort.design(folder, yaml));
        assertThat(bad).as(yaml).isNotNull();
        return bad.problems().stream().map(Problem::sentence).toList();
    }
}
