package org.facies.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.SyntheticMark;
import org.facies.image.Decoded;
import org.facies.image.ImageLimits;
import org.facies.image.PhotoDecoder;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceOutputsTest {

    @TempDir
    Path folder;

    @Test
    void faces_csv_has_a_row_for_each_photo_with_what_was_measured() throws IOException {
        FacesCsv csv = new FacesCsv();
        csv.add(aligned("photos/a, b.jpg", Set.of(FaceFinding.SEVERAL_FACES, FaceFinding.TOO_SMALL)));
        csv.add(unreadable("photos/c.jpg"));
        csv.write(folder.resolve("faces.csv"));

        assertThat(Files.readString(folder.resolve("faces.csv"))).isEqualTo("""
                        photo,status,reason,faces,score,box,eye_distance_px,sharpness,yaw,pitch,roll,notes
                        "photos/a, b.jpg",aligned,,2,0.9700,10.0 20.0 110.0 140.0,41.5,130.3,-3.5,2.0,0.1,several \
                        faces; too small
                        photos/c.jpg,refused,is empty,0,,,,,,,,
                        """);
    }

    @Test
    void crops_are_named_after_their_photos() {
        Path file = new CropFolder(folder).write(aligned("photos/a.jpg", Set.of()));

        assertThat(file).isEqualTo(folder.toAbsolutePath().resolve("photos/a.jpg.png"));
        Decoded decoded = new PhotoDecoder(ImageLimits.DEFAULT).decode(file);
        assertThat(((Decoded.Picture) decoded).pixels().data()).containsOnly(90);
    }

    @Test
    void a_crop_is_never_written_outside_its_folder() {
        CropFolder crops = new CropFolder(folder.resolve("crops"));

        assertThatThrownBy(() -> crops.write(aligned("../../a.jpg", Set.of())))
                .isInstanceOf(BadInput.class)
                .hasMessage("photo: \"../../a.jpg\" leads out of its folder. Put the photos below the manifest's"
                        + " folder.");
    }

    @Test
    void the_contact_sheet_tells_paths_remarks_and_reasons_and_escapes_them() throws IOException {
        ContactSheet sheet = new ContactSheet("Cohort <one>", FaceChoice.LARGEST);
        sheet.add("noonan", aligned("photos/\"><script>.jpg", Set.of(FaceFinding.TOO_BLURRED)));
        sheet.add("left out", unreadable("photos/c.jpg"));

        String html = Files.readString(sheet.write(folder));

        assertThat(html)
                .contains("<h1>Cohort &lt;one&gt;</h1>", "<h2>noonan <small>1–1 of 1</small></h2>")
                .contains("photos/&quot;&gt;&lt;script&gt;.jpg", "The face is too blurred.")
                .contains("src=\"data:image/jpeg;base64,/9j/")
                .doesNotContain("<script", folder.toString(), "http");
        assertThat(Files.readString(folder.resolve("contact-sheet-2.html"))).contains("photos/c.jpg", "is empty");
    }

    @Test
    void every_contact_sheet_of_synthetic_faces_says_so() throws IOException {
        Path manifest = folder.resolve("manifest.csv");
        Cohort cohort = new Cohort(manifest, List.of(), List.of());
        assertThat(Files.readString(new FaceSheets(cohort, folder).finish().contactSheet()))
                .contains("<h1>Aligned faces</h1>")
                .doesNotContain("ynthetic");
        Files.writeString(folder.resolve("README.md"), SyntheticMark.LINE + "\n");
        assertThat(Files.readString(new FaceSheets(cohort, folder).finish().contactSheet()))
                .contains("<h1>Aligned faces. Synthetic faces: no child here exists.</h1>");
    }

    @Test
    void a_large_group_goes_over_several_pages_that_name_each_other() throws IOException {
        ContactSheet sheet = new ContactSheet("Many", FaceChoice.LARGEST);
        for (int i = 0; i < 250; i++) {
            sheet.add("none", unreadable("p" + i + ".jpg"));
        }
        sheet.write(folder);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("contact-sheet.html", "contact-sheet-2.html");
        }
        assertThat(Files.readString(folder.resolve("contact-sheet-2.html")))
                .contains("241–250 of 250", "href=\"contact-sheet.html\"", "p249.jpg")
                .doesNotContain("p239.jpg");
    }

    private static FaceResult.Aligned aligned(String path, Set<FaceFinding> findings) {
        byte[] pixels = new byte[3 * 112 * 112];
        Arrays.fill(pixels, (byte) 90);
        FaceFacts facts = FaceQualityTest.facts(2, .97, 41.5, 130.25, new HeadPose(-3.5, 2, .125));
        return new FaceResult.Aligned(photo(path), new Rgb(112, 112, pixels), facts, findings);
    }

    private static FaceResult.Refused unreadable(String path) {
        return new FaceResult.Refused(photo(path), "is empty", "Copy it again.", Optional.empty(), Set.of());
    }

    private static Photo photo(String path) {
        return new Photo(path, Path.of("elsewhere", "x.jpg"), "0".repeat(64));
    }
}
