package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.facies.input.BadInput;
import org.facies.metric.Estimate;
import org.facies.report.prediction.PredictionPage;
import org.facies.report.prediction.ShownChild;
import org.facies.report.text.Stamp;
import org.facies.result.PredictionRecord;
import org.facies.result.PredictionRecord.AnySyndrome;
import org.facies.result.PredictionRecord.ClassProbability;
import org.facies.result.PredictionRecord.Face;
import org.facies.result.PredictionRecord.Mix;
import org.facies.result.PredictionRecord.Model;
import org.facies.result.PredictionRecord.Photo;
import org.facies.result.PredictionRecord.Point;
import org.facies.result.PredictionRecord.PredictionSet;
import org.facies.result.PredictionRecord.Remark;
import org.facies.result.PredictionRecord.Said;
import org.facies.statistic.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionPageTest {
    private static final Estimate SOME = new Estimate(0.9, new Interval(0.8, 0.95), Estimate.WILSON, "");
    private static final Model MODEL =
            new Model("heart", "a".repeat(64), "2026-11-30", "For <tests>.", "The bundle is not signed.");
    private static final ShownChild.Picture PICTURE = new ShownChild.Picture("QUJD", 320, 200, 0.5);

    @TempDir
    private Path folder;

    @Test
    void a_child_is_shown_with_photo_numbered_faces_crop_probabilities_sets_and_screening() throws IOException {
        String page = page(1, 1, true, sink -> sink.accept(child(said(true), List.of(photo(true)), true, 1, 1)));

        assertThat(page)
                .contains("<strong>Not for diagnosis.</strong> For &lt;tests&gt;.")
                .contains("<p class=\"signature\">The bundle is not signed.</p>")
                .contains("1 child, 1\u00a0photo")
                .contains("viewBox=\"0 0 320 200\"", "href=\"data:image/jpeg;base64,QUJD\"")
                .contains("<g class=\"face\"><rect x=\"10.00\" y=\"20.00\" width=\"50.00\" height=\"60.00\"/>")
                .contains("<g class=\"face taken\"><rect x=\"100.00\" y=\"0.00\"")
                .contains("y=\"19.20\"", ">1</text>", ">2</text>")
                .contains("The face is too blurred.")
                .contains("class=\"crop\"")
                .contains("--share:0.7500", "75.0\u00a0%", "--share:0.0004", "&lt;\u00a00.1\u00a0%")
                .contains("with those of your site", "1 in 4. 1 in 500.")
                .contains("90\u00a0%", "<td>noonan</td>", "0.800–0.950")
                .contains("sensitivity 90\u00a0%", "<td>yes</td>")
                .contains("The model was trained on this photo", "Age: 30 months.")
                .contains("<details class=\"child\" open>")
                .doesNotContain("<script");
        assertThat(page.indexOf("Noonan syndrome</th>")).isLessThan(page.indexOf("no syndrome (none)</th>"));
    }

    @Test
    void names_are_text_whatever_they_hold_and_a_photo_that_was_not_used_says_why() throws IOException {
        Photo refused = new Photo(
                "\"><script>alert(1)</script>.jpg",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of("The file is empty."),
                false);
        PredictionRecord record = new PredictionRecord(
                1,
                "p",
                MODEL,
                "<i>x</i>",
                Optional.empty(),
                "No answer.",
                false,
                List.of(),
                Optional.empty(),
                List.of(refused));

        String page = page(
                5,
                5,
                false,
                sink -> sink.accept(ShownChild.of(head(5, 5, false), 1, record, List.of(Optional.empty()))));

        assertThat(page)
                .contains("&lt;i&gt;x&lt;/i&gt;", "Not used: The file is empty.", "signature untrusted")
                .contains("<details class=\"child abstained\">")
                .doesNotContain("<script", "<svg class=\"whole\"");
    }

    @Test
    void the_site_has_no_column_where_its_mix_is_not_known() throws IOException {
        String page = page(1, 1, true, sink -> sink.accept(child(said(false), List.of(photo(true)), true, 1, 1)));

        assertThat(page)
                .doesNotContain("<th scope=\"col\">with those of your site")
                .contains("1 in 4. Not stated.");
    }

    @Test
    void a_page_of_many_says_which_photos_it_shows() throws IOException {
        String page = page(3000, 4000, true, sink -> {
            for (int i = 0; i < 3000; i++) {
                sink.accept(child(said(true), List.of(photo(false)), false, 3000, i + 1));
            }
        });

        assertThat(page)
                .contains("3,000\u00a0children, 4,000\u00a0photos")
                .contains("This page shows at most 100 photos, those of the first children. Probabilities and"
                        + " prediction sets are shown for the first 500 children. The answers for all"
                        + " children are on this page");
        assertThat(page.split("<details ", -1)).hasSize(501);
        assertThat(page.split("<p class=\"child line\">", -1)).hasSize(2501);
        assertThat(head(1, 100, true).limit()).isEmpty();
    }

    @Test
    void what_goes_wrong_while_children_come_is_thrown_as_it_is_and_leaves_no_page() {
        BadInput bad = new BadInput("here", "", "is wrong", "Mend it.");

        assertThatThrownBy(() -> page(1, 1, true, sink -> {
                    throw bad;
                }))
                .isSameAs(bad);
        assertThat(folder).isEmptyDirectory();
    }

    private String page(int children, int photos, boolean isTrusted, Consumer<Consumer<ShownChild>> work)
            throws IOException {
        Path file = folder.resolve("page.html");
        new HtmlPages().predictions(head(children, photos, isTrusted), work::accept, file);
        return Files.readString(file);
    }

    private static PredictionPage head(int children, int photos, boolean isTrusted) {
        return new PredictionPage("Not for diagnosis.", MODEL, isTrusted, children, photos, 100, Stamp.NONE);
    }

    private static ShownChild child(Said said, List<Photo> photos, boolean isShown, int children, int number) {
        PredictionRecord record = new PredictionRecord(
                1,
                "p",
                MODEL,
                "child",
                Optional.of(30.0),
                "Most probable.",
                true,
                List.of(),
                Optional.of(said),
                photos);
        Optional<ShownChild.Pictures> pictures =
                isShown ? Optional.of(new ShownChild.Pictures(PICTURE, Optional.of(PICTURE))) : Optional.empty();
        return ShownChild.of(head(children, children, true), number, record, List.of(pictures));
    }

    private static Photo photo(boolean isTrainingData) {
        return new Photo(
                "a.jpg",
                Optional.of("b".repeat(64)),
                Optional.of("2 faces were found; number 2 from the left was used."),
                List.of(new Face(1, 20, 40, 120, 160, 0.9, false), new Face(2, 200, 0, 300, 100, 0.9, true)),
                List.of(new Remark("too-blurred", "The face is too blurred.")),
                Optional.empty(),
                isTrainingData);
    }

    private static Said said(boolean atSite) {
        return new Said(
                "noonan",
                List.of(
                        new ClassProbability("none", "no syndrome (none)", 0.25, site(atSite, 0.9996)),
                        new ClassProbability("noonan", "Noonan syndrome", 0.75, site(atSite, 0.0004))),
                new Mix(
                        Map.of("none", 75, "noonan", 25),
                        "1 in 4.",
                        atSite ? Optional.of(Map.of("none", 0.998, "noonan", 0.002)) : Optional.empty(),
                        atSite ? "1 in 500." : "Not stated."),
                List.of(
                        new PredictionSet("lac", 90, "average", List.of("noonan"), SOME),
                        new PredictionSet("lac", 95, "nine-in-ten", List.of(), SOME)),
                Optional.of(new AnySyndrome(
                        0.75, site(atSite, 0.0004), List.of(new Point("sensitivity", 0.9, 0.3, true, SOME, SOME)))),
                Optional.empty());
    }

    private static Optional<Double> site(boolean atSite, double value) {
        return atSite ? Optional.of(value) : Optional.empty();
    }
}
