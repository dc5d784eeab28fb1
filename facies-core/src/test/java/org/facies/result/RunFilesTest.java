package org.facies.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.result.settings.StudySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of a run next to {@code metrics.json}: what is wrong with one is said with its name and the key. */
class RunFilesTest {
    @TempDir
    private Path folder;

    /**
     * A file.
     *
     * @param reader of a tree and where it comes from
     * @param keys the fewest required keys that it has
     */
    private record Sample(
            String name,
            Record value,
            ObjectNode tree,
            ObjectNode schema,
            BiFunction<JsonNode, Path, Record> reader,
            int keys) {

        static <T extends Record> Sample json(String name, ResultFile<T> file, T value, int keys) {
            return new Sample(name, value, file.tree(value), file.schema(name), file::read, keys);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> files() {
        StudyRecord study = FullRunFiles.study();
        return Stream.of(
                Sample.json("cohort.json", CohortRecord.FILE, FullRunFiles.cohort(), 13),
                Sample.json("audit.json", AuditReport.FILE, FullRunFiles.audit(), 60),
                Sample.json("validation.json", PerformanceChange.FILE, FullRunFiles.validation(), 30),
                Sample.json("evaluation.json", EvaluationRecord.FILE, FullRunFiles.evaluation(), 10),
                new Sample(
                        "study.yaml",
                        study,
                        StudyRecord.FILE.tree(study),
                        StudyRecord.FILE.schema("study.yaml"),
                        StudyRecord.FILE::read,
                        70));
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_written_reads_back_as_the_same(Sample file) {
        assertThat(file.tree().fieldNames().next()).isEqualTo("format");
        assertThat(file.reader().apply(file.tree(), Path.of(file.name()))).isEqualTo(file.value());
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_required_key_that_is_removed_renamed_or_retyped_is_refused_with_file_and_key(Sample file) {
        List<RequiredKeys.Key> keys = RequiredKeys.declared(file.tree(), file.schema()).stream()
                .filter(key -> !key.path().equals("format"))
                .toList();
        assertThat(keys).hasSizeGreaterThanOrEqualTo(file.keys());
        for (RequiredKeys.Key key : keys) {
            refused(file, key.removed(file.tree()), key.path());
            refused(file, key.renamed(file.tree()), key.path());
            refused(file, key.retyped(file.tree()), key.path());
        }
    }

    private static void refused(Sample file, ObjectNode changed, String path) {
        Throwable thrown = catchThrowable(() -> file.reader().apply(changed, Path.of("run", file.name())));
        assertThat(thrown)
                .as(path)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(Path.of("run", file.name()) + ", key " + path);
        assertThat(((BadInput) thrown).problems())
                .allSatisfy(problem -> assertThat(problem.remedy()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("files")
    void an_unknown_key_is_refused_and_a_later_format_asks_for_an_update(Sample file) {
        ObjectNode unknown = file.tree().deepCopy();
        unknown.put("surprise", 1);
        refused(file, unknown, "surprise");
        ObjectNode later = file.tree().deepCopy().put("format", 3);
        assertThatThrownBy(() -> file.reader().apply(later, Path.of(file.name())))
                .hasMessage(file.name() + ": was written by a newer version of Facies (format 3). Update Facies.");
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_json_file_of_the_first_format_is_refused_and_a_study_file_is_read(Sample file) {
        ObjectNode first = file.tree().deepCopy();
        first.remove("format");
        if (file.name().equals("study.yaml")) {
            assertThat(file.reader().apply(first, Path.of(file.name()))).isEqualTo(file.value());
            return;
        }
        assertThatThrownBy(() -> file.reader().apply(first, Path.of(file.name())))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(file.name() + ": was written by an earlier version of Facies (format 1). Run ");
    }

    @Test
    void all_defects_of_a_file_are_told_at_once() {
        ObjectNode wrong = CohortRecord.FILE.tree(FullRunFiles.cohort());
        wrong.remove("photos");
        wrong.put("subjects", "two").put("suprise", 1);
        wrong.withObject("/classes/none").remove("photos");
        assertThatThrownBy(() -> CohortRecord.FILE.read(wrong, Path.of("cohort.json")))
                .satisfies(
                        refusal -> assertThat(((BadInput) refusal).problems()).hasSize(4));
    }

    @Test
    void only_a_file_that_can_be_read_is_sound() throws IOException {
        Path file = folder.resolve("audit.json");
        assertThat(AuditReport.FILE.isSound(file)).isFalse();
        AuditReport.FILE.write(file, FullRunFiles.audit());
        assertThat(AuditReport.FILE.isSound(file)).isTrue();
        Files.writeString(file, Files.readString(file).replace("\"format\" : 2,", ""));
        assertThat(AuditReport.FILE.isSound(file)).isFalse();
    }

    @Test
    void a_study_file_comes_back_from_the_disk_with_texts_that_look_like_numbers() throws IOException {
        StudyRecord record = FullRunFiles.study();
        StudySettings settings = record.settings();
        StudyRecord numeric = new StudyRecord(
                new StudySettings(
                        "007",
                        "1e3",
                        settings.faces(),
                        settings.folds(),
                        settings.models(),
                        settings.choice(),
                        settings.evaluation(),
                        settings.subgroups(),
                        settings.screening(),
                        settings.ensembles(),
                        settings.repeats(),
                        settings.comparison(),
                        settings.factors(),
                        settings.contrasts()),
                record.provenance(),
                Optional.empty());
        Path file = folder.resolve("study.yaml");

        StudyRecord.FILE.agreeWith(file, numeric);
        assertThat(StudyRecord.FILE.read(file)).isEqualTo(numeric);

        Files.writeString(file, Files.readString(file).replace("\"007\"", "007").replace("\"1e3\"", "1e3"));
        assertThat(StudyRecord.FILE.read(file)).isEqualTo(numeric);
    }

    @Test
    void a_run_begun_without_a_format_goes_on_and_its_study_file_gets_one() throws IOException {
        StudyRecord record = FullRunFiles.study();
        Path file = folder.resolve("study.yaml");
        ObjectNode first = StudyRecord.FILE.tree(record);
        first.remove("format");
        Files.writeString(file, Yaml.write(first));

        StudyRecord.FILE.agreeWith(file, record);

        assertThat(file).content().startsWith("format: 2\nname: study\n");
        assertThat(StudyRecord.FILE.read(file)).isEqualTo(record);
    }

    @Test
    void a_run_begun_when_only_the_largest_face_could_be_taken_goes_on_with_it_and_keeps_its_file() throws IOException {
        StudyRecord record = FullRunFiles.study();
        Path file = folder.resolve("study.yaml");
        ObjectNode begun = StudyRecord.FILE.tree(record);
        begun.withObject("/faces").remove("choose");
        Files.writeString(file, Yaml.write(begun));

        StudyRecord.FILE.agreeWith(file, record);

        assertThat(file).content().isEqualTo(Yaml.write(begun));
        assertThat(StudyRecord.FILE.read(file)).isEqualTo(record);
        ObjectNode other = StudyRecord.FILE.tree(record);
        other.withObject("/faces").put("choose", "central");
        StudyRecord central = StudyRecord.FILE.read(other, file);
        assertThatThrownBy(() -> StudyRecord.FILE.agreeWith(file, central))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("faces.choose was largest, is now central");
    }

    @Test
    void a_candidate_that_sets_what_no_model_has_is_refused_with_its_key() {
        ObjectNode tree = StudyRecord.FILE.tree(FullRunFiles.study());
        ObjectNode candidate = (ObjectNode) tree.at("/models/1/candidates/0");
        candidate.put("margn", 0.2).withObject("/training").put("epochs", "many");
        candidate.putObject("margin").put("value", 0.3);

        assertThatThrownBy(() -> StudyRecord.FILE.read(tree, Path.of("study.yaml")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("study.yaml, key models[1].candidates[0].margn: is not a key of this file")
                .hasMessageContaining(
                        "study.yaml, key models[1].candidates[0].margin: is a group of keys, not a number")
                .hasMessageContaining("study.yaml, key models[1].candidates[0].training.epochs: is not a whole number");
    }

    @Test
    void a_refusal_says_its_reason_without_the_name_of_the_photo() {
        assertThat(FullRunFiles.cohort().refused())
                .extracting(CohortRecord.Refusal::anonymous)
                .containsExactly("the photo cannot be decoded");
    }
}
