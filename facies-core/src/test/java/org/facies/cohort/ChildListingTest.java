package org.facies.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.facies.cohort.ChildListing.Child;
import org.facies.cohort.ChildListing.ListedPhoto;
import org.facies.input.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildListingTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void photos() throws IOException {
        Files.createDirectory(folder.resolve("p"));
        for (String name : new String[] {"a.jpg", "b.jpg", "c.jpg"}) {
            Files.writeString(folder.resolve("p").resolve(name), name);
        }
    }

    @Test
    void photos_of_a_subject_are_of_one_child_and_no_diagnosis_is_needed() throws IOException {
        ChildListing listing = read("photo,subject,age_months,note\np/a.jpg,S1,30,x\np/b.jpg,S2,,\np/c.jpg,S1,32,\n");

        assertThat(listing.children()).extracting(Child::id).containsExactly("S1", "S2");
        assertThat(listing.children().get(0).photos())
                .extracting(ListedPhoto::path)
                .containsExactly("p/a.jpg", "p/c.jpg");
        assertThat(listing.children().get(0).ageMonths()).isEqualTo(OptionalDouble.of(31));
        assertThat(listing.children().get(1).ageMonths()).isEmpty();
        assertThat(listing.warnings()).isEmpty();
    }

    @Test
    void without_subjects_each_photo_is_a_child() throws IOException {
        assertThat(read("photo\np/a.jpg\np/b.jpg\n").children())
                .extracting(Child::id)
                .containsExactly("p/a.jpg", "p/b.jpg");
    }

    @Test
    void a_photo_that_is_absent_does_not_stop_the_rest() throws IOException {
        ChildListing listing = read("photo\np/gone.jpg\np/b.jpg\n");

        assertThat(listing.children().get(0).photos().get(0).file()).doesNotExist();
        assertThat(listing.children()).hasSize(2);
    }

    @Test
    void an_age_in_words_is_warned_of_and_counts_as_unknown() throws IOException {
        ChildListing listing = read("photo,age_months\np/a.jpg,3 years\n");

        assertThat(listing.children().get(0).ageMonths()).isEmpty();
        assertThat(listing.warnings()).hasSize(1);
        assertThat(listing.warnings().get(0)).contains("\"3 years\" is not a number of months", "write 36");
    }

    @Test
    void all_that_is_wrong_with_the_list_is_told_at_once() {
        assertThatThrownBy(() -> read("photo,subject\n../x.jpg,S\np/a.jpg,\n,S\np/b.jpg,S\np/b.jpg,S\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("row 2, column photo: \"../x.jpg\" is outside the manifest's folder")
                .hasMessageContaining("row 3, column subject: is empty")
                .hasMessageContaining("row 4, column photo: is empty")
                .hasMessageContaining("row 6, column photo: \"p/b.jpg\" is listed twice for the same child");
        assertThatThrownBy(() -> read("file\np/a.jpg\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("\"photo\" is missing from the columns (file)");
        assertThatThrownBy(() -> read("photo\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith("lists no photos. Add a row for each photo.");
    }

    private ChildListing read(String csv) throws IOException {
        return ChildListing.read(Files.writeString(folder.resolve("list.csv"), csv));
    }
}
