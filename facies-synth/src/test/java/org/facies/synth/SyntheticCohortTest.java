package org.facies.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.facies.file.Sha256;
import org.facies.image.Decoded;
import org.facies.image.ImageLimits;
import org.facies.image.PhotoDecoder;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.progress.Progress;
import org.facies.synth.population.Recipe;
import org.facies.synth.population.Recipe.PhotoCount;
import org.facies.synth.population.Trap;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.profile.Profile;
import org.facies.synth.profile.Profiles;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticCohortTest {
    private static final PortraitStudio STUDIO = TestTargets.studio();
    private static final List<Profile> PROFILES = Profiles.builtIn(TestTargets.names());

    @TempDir
    private Path folder;

    @Test
    void the_same_recipe_gives_the_same_bytes_on_any_number_of_threads() throws IOException {
        write(recipe(3, 1), folder.resolve("one"), 1);
        write(recipe(3, 1), folder.resolve("two"), 2);
        write(recipe(3, 2), folder.resolve("other"), 2);

        Map<String, String> one = hashes(folder.resolve("one"));
        assertThat(one).hasSizeGreaterThan(10).isEqualTo(hashes(folder.resolve("two")));
        assertThat(one).isNotEqualTo(hashes(folder.resolve("other")));
    }

    @Test
    void a_cohort_that_was_interrupted_goes_on_and_ends_like_one_that_was_not() throws IOException {
        Path whole = folder.resolve("whole");
        Path torn = folder.resolve("torn");
        write(recipe(3, 1), whole, 2);
        Told interrupting = new Told(4);
        assertThatThrownBy(() -> SyntheticCohort.write(recipe(3, 1), STUDIO, torn, interrupting, 1))
                .isInstanceOf(CancellationException.class);
        assertThat(torn.resolve("manifest.csv")).doesNotExist();
        Path leftover = Files.writeString(torn.resolve("photos/.facies-0.part"), "half a photo");
        Map<String, Object> before = keys(torn);

        Told told = write(recipe(3, 1), torn, 2);

        assertThat(told.said).hasSize(1);
        assertThat(told.said.get(0)).matches("Resuming: [4-9] of \\d+ photos already exist\\.");
        assertThat(leftover).doesNotExist();
        assertThat(hashes(torn)).isEqualTo(hashes(whole));
        assertThat(keys(torn)).as("what was there is not drawn again").containsAllEntriesOf(before);
    }

    @Test
    void a_finished_cohort_is_not_drawn_again() throws IOException {
        write(recipe(1, 1), folder.resolve("c"), 2);
        Map<String, Object> before = keys(folder.resolve("c"));

        Told told = write(recipe(1, 1), folder.resolve("c"), 2);

        assertThat(told.said).containsExactly("The cohort is complete; nothing is drawn again.");
        assertThat(keys(folder.resolve("c"))).isEqualTo(before);
    }

    @Test
    void another_recipe_is_refused_with_what_differs() {
        Path cohort = folder.resolve("c");
        write(recipe(1, 1), cohort, 2);

        assertThatThrownBy(() -> write(recipe(1, 2), cohort, 2))
                .isInstanceOf(BadInput.class)
                .hasMessage(cohort + ": was begun differently (seed was 1, is now 2). Use another folder with"
                        + " --out, or undo the changes to resume.");
    }

    @Test
    void a_folder_with_other_files_is_left_alone() throws IOException {
        Path other = Files.createDirectory(folder.resolve("photos of my patients"));
        Files.writeString(other.resolve("manifest.csv"), "photo,subject,diagnosis\n");

        assertThatThrownBy(() -> write(recipe(1, 1), other, 1))
                .isInstanceOf(BadInput.class)
                .hasMessage(other
                        + ": \"manifest.csv\" already exists and was not made by this command. Choose a new folder"
                        + " with --out.");
        assertThat(other.resolve("manifest.csv")).hasContent("photo,subject,diagnosis\n");
    }

    @Test
    void a_site_with_another_camera_shows_in_the_files() throws IOException {
        Recipe recipe = recipe(6, 1, Trap.SITE_CAMERA);
        Path cohort = folder.resolve("c");
        write(recipe, cohort, 2);
        Map<String, List<Long>> bytes = new TreeMap<>();
        for (CsvRow row : rows(cohort.resolve("manifest.csv"))) {
            bytes.computeIfAbsent(row.get("site"), site -> new ArrayList<>())
                    .add(Files.size(cohort.resolve(row.get("photo"))));
        }

        assertThat(median(bytes.get("site-1"))).isGreaterThan(1.5 * median(bytes.get("site-2")));
    }

    @Test
    void a_near_duplicate_shows_the_same_child_in_another_file() throws IOException {
        Path cohort = folder.resolve("c");
        write(recipe(4, 1, Trap.NEAR_DUPLICATES), cohort, 2);
        List<CsvRow> copies = rows(cohort.resolve("near-duplicates.csv"));

        assertThat(copies).isNotEmpty();
        for (CsvRow row : copies) {
            assertThat(Sha256.of(cohort.resolve(row.get("photo"))))
                    .isNotEqualTo(Sha256.of(cohort.resolve(row.get("copy_of"))));
            double alike =
                    difference(cohort.resolve(row.get("photo")), cohort.resolve(row.get("copy_of")), row.get("change"));
            assertThat(alike).as(row.get("copy_of")).isLessThan(20);
        }
    }

    private static double difference(Path copy, Path original, String change) {
        Rgb a = decoded(copy);
        Rgb b = decoded(original);
        int margin = (b.widthPx() - a.widthPx()) / 2;
        double sum = 0;
        for (int y = 0; y < a.heightPx(); y++) {
            for (int x = 0; x < a.widthPx(); x++) {
                int from = change.equals("mirrored") ? b.widthPx() - 1 - x : x + margin;
                int i = 3 * (y * a.widthPx() + x);
                int j = 3 * ((y + margin) * b.widthPx() + from);
                sum += Math.abs((a.data()[i + 1] & 0xFF) - (b.data()[j + 1] & 0xFF));
            }
        }
        return sum / (a.widthPx() * a.heightPx());
    }

    private static Rgb decoded(Path file) {
        return ((Decoded.Picture) new PhotoDecoder(ImageLimits.DEFAULT).decode(file)).pixels();
    }

    private static double median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static List<CsvRow> rows(Path table) {
        return CsvTable.read(table).rows();
    }

    private static Told write(Recipe recipe, Path folder, int threads) {
        Told told = new Told(Long.MAX_VALUE);
        SyntheticCohort.write(recipe, STUDIO, folder, told, threads);
        return told;
    }

    private static Recipe recipe(int each, long seed, Trap... traps) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("noonan", each);
        counts.put("none", each);
        return new Recipe(counts, PROFILES, new PhotoCount(2, 2), 1, seed, 96, Set.of(traps));
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : files(folder)) {
            hashes.put(folder.relativize(file).toString(), Sha256.of(file));
        }
        return hashes;
    }

    private static Map<String, Object> keys(Path folder) throws IOException {
        Map<String, Object> times = new TreeMap<>();
        for (Path file : files(folder)) {
            if (file.toString().endsWith(".jpg")) {
                times.put(
                        folder.relativize(file).toString(),
                        Files.readAttributes(file, BasicFileAttributes.class).fileKey());
            }
        }
        return times;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Keeps what it is told, and stops the work after some steps. */
    private static final class Told implements Progress {
        private final List<String> said = new ArrayList<>();
        private final long last;

        Told(long last) {
            this.last = last;
        }

        @Override
        public void say(String line) {
            said.add(line);
        }

        @Override
        public Bar start(String task, long steps) {
            return new Bar() {
                @Override
                public void at(long step, String note) {
                    if (step >= last) {
                        throw new CancellationException("told to stop");
                    }
                }

                @Override
                public void close() {}
            };
        }
    }
}
