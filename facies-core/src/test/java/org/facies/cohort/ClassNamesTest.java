package org.facies.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassNamesTest {
    private static final List<String> CLASSES = List.of("none", "noonan", "williams-beuren");

    @TempDir
    private Path folder;

    @Test
    void without_the_file_a_class_has_its_label_as_name_and_no_code() {
        assertThat(ClassNames.read(folder.resolve("classes.csv"), CLASSES))
                .extracting(NamedClass::name)
                .containsExactlyElementsOf(CLASSES);
    }

    @Test
    void names_and_codes_stand_next_to_the_manifest_and_come_in_the_order_of_the_classes() throws IOException {
        write("""
                label,name,omim,orpha,mondo
                williams-beuren,Williams-Beuren syndrome,194050,904,MONDO:0008678
                noonan,Noonan syndrome,,648,
                """);
        Cohort cohort = new Cohort(folder.resolve("manifest.csv"), CLASSES, List.of());

        assertThat(ClassNames.of(cohort))
                .containsExactly(
                        NamedClass.of("none"),
                        new NamedClass(
                                "noonan", "Noonan syndrome", Optional.empty(), Optional.of("648"), Optional.empty()),
                        new NamedClass(
                                "williams-beuren",
                                "Williams-Beuren syndrome",
                                Optional.of("194050"),
                                Optional.of("904"),
                                Optional.of("MONDO:0008678")));
    }

    @Test
    void every_defect_is_named_at_once() throws IOException {
        Path csv = write("""
                label,name,omim,orpha,mondo,hpo
                turner,Turner syndrome,,,,
                noonan,Noonan,OMIM:163950,x,18997,
                noonan,Noonan syndrome,,,,
                none,Noonan,,,,
                ,Nobody,,,,
                """);
        String all = "Write one of none, noonan, williams-beuren.";
        assertThatThrownBy(() -> ClassNames.read(csv, CLASSES))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        csv
                                + " row 1: \"hpo\" is not a known column. Name the columns label, name, omim, orpha,"
                                + " mondo.",
                        csv + " row 2, column label: \"turner\" is not a class of the cohort. " + all,
                        csv
                                + " row 3, column omim: \"OMIM:163950\" is not a code of this catalogue. Write the six"
                                + " digits alone, for example 163950.",
                        csv + " row 3, column orpha: \"x\" is not a code of this catalogue. Write the number alone, for"
                                + " example 648.",
                        csv + " row 3, column mondo: \"18997\" is not a code of this catalogue. Write it as"
                                + " MONDO:0018997.",
                        csv + " row 4, column label: \"noonan\" occurs twice. Remove one of the rows.",
                        csv
                                + " row 5, column name: \"Noonan\" is also the name of noonan. Give each class a"
                                + " different"
                                + " name.",
                        csv + " row 6, column label: is empty. Write a class of the cohort, or remove the row."));
    }

    @Test
    void a_file_without_labels_is_refused() throws IOException {
        Path csv = write("name\nNoonan syndrome\n");
        assertThatThrownBy(() -> ClassNames.read(csv, CLASSES))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("label");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("classes.csv"), text);
    }
}
