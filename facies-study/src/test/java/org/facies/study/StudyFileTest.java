package org.facies.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.result.settings.Candidate;
import org.facies.result.settings.Ensemble;
import org.facies.result.settings.PlannedContrast;
import org.facies.result.settings.Pretrained;
import org.facies.result.settings.StudySettings;
import org.facies.result.settings.StudySettings.LossKind;
import org.facies.run.StudyKey;
import org.facies.run.StudyKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyFileTest {
    @TempDir
    private Path folder;

    @Test
    void an_empty_file_is_the_papers_study() throws IOException {
        StudySettings study = read("");

        assertThat(study.models())
                .extracting(StudySettings.Model::name)
                .containsExactly("cosface-pfm", "arcface-pfm", "cosface-scratch", "arcface-scratch");
        assertThat(study.models())
                .extracting(model -> model.pretrained() instanceof Pretrained.Published)
                .containsExactly(true, true, false, false);
        assertThat(study.folds()).isEqualTo(new StudySettings.Folds(5, StudySettings.SplitUnit.SUBJECT, 17));
    }

    @Test
    void the_template_says_what_the_defaults_are() throws IOException {
        String everythingSaid = uncommented();
        StudySettings defaults = read("");

        for (String key :
                List.of("name", "folds", "faces", "repeats", "training", "choice", "evaluation", "subgroups")) {
            assertThat(everythingSaid).containsPattern("(?m)^" + key + ":");
        }
        StudySettings said = read(everythingSaid.replaceAll("(?ms)^(factors|contrasts|candidates):.*?\n\n", "\n"));
        assertThat(said.models().get(0)).isEqualTo(defaults.models().get(0));
        assertThat(said.withModels(defaults.models())).isEqualTo(defaults);
        StudySettings template = read(StudyTemplate.text());
        assertThat(template.models().get(4).isFrozen()).isTrue();
        assertThat(template.withModels(template.models().subList(0, 4))).isEqualTo(defaults);
    }

    @Test
    void the_examples_of_the_template_can_be_used() throws IOException {
        StudySettings study = read(uncommented().replace("\n  # - {", "\n  - {"));

        assertThat(study.factors().keySet()).containsExactly("start", "loss");
        assertThat(study.contrasts()).extracting(PlannedContrast::name).containsExactly("fine-tuning");
        assertThat(study.ensembles()).extracting(Ensemble::name).containsExactly("both");
        assertThat(study.models().get(0).candidates()).hasSize(4);
    }

    @Test
    void the_template_fits_a_screen_and_three_more() {
        assertThat(StudyTemplate.text().lines()).hasSizeLessThan(140).allMatch(line -> line.length() <= 120);
    }

    /** The template with every key that is commented out. */
    private static String uncommented() {
        Set<String> keys = new HashSet<>();
        StudyKeys.all().forEach(key -> collect(key, keys));
        keys.addAll(List.of("start", "loss"));
        Pattern key = Pattern.compile("# +(" + String.join("|", keys) + "):( .*)?|#   - \\{name: .*");
        return StudyTemplate.text()
                .lines()
                .map(line -> key.matcher(line).matches() ? line.replaceFirst("# ", "") : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static void collect(StudyKey key, Set<String> names) {
        names.add(key.name());
        key.keys().forEach(own -> collect(own, names));
    }

    @Test
    void a_model_goes_over_the_study_and_the_study_over_the_defaults() throws IOException {
        StudySettings study = read("""
                models:
                  - {name: a, training: {epochs: 3}}
                  - {name: b, loss: softmax, pretrained: false}
                training: {epochs: 2, augmentation: {flip: 0.25}}
                """);

        StudySettings.Model a = study.models().get(0);
        StudySettings.Model b = study.models().get(1);
        assertThat(a.training().epochs()).isEqualTo(3);
        assertThat(a.training().augmentation().flip()).isEqualTo(0.25);
        assertThat(a.training().freezeBelow()).isNotEqualTo("none");
        assertThat(b.training().epochs()).isEqualTo(2);
        assertThat(b.training().freezeBelow()).isEqualTo("none");
        assertThat(b.loss()).isEqualTo(LossKind.SOFTMAX);
    }

    @Test
    void weights_are_published_fresh_or_imported() throws IOException {
        StudySettings study = read("""
                models:
                  - {name: a}
                  - {name: b, backbone: iresnet18, pretrained: false}
                  - {name: c, backbone: iresnet100, pretrained: weights/backbone.pth}
                """);

        assertThat(study.models())
                .extracting(StudySettings.Model::pretrained)
                .containsExactly(
                        new Pretrained.Published(),
                        new Pretrained.Fresh(),
                        new Pretrained.Imported("weights/backbone.pth"));
        assertThat(study.models().get(1).training().epochs()).isEqualTo(10);
        assertThat(study.models().get(2).training().epochs()).isEqualTo(6);
    }

    @Test
    void weights_that_do_not_go_with_the_backbone_are_refused() {
        assertThatThrownBy(() -> read("""
                        models:
                          - {name: a, backbone: iresnet50}
                          - {name: b, backbone: dlib-resnet, pretrained: backbone.pth}
                        """))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("study.yaml, models[0].pretrained: \"true\" needs weights, but there are"
                        + " none for "
                        + "iresnet50. Write the path of its backbone.pth (or .safetensors, .onnx), or false for"
                        + " random weights.")
                .hasMessageContaining("study.yaml, models[1].pretrained: \"backbone.pth\" is a file of weights, but "
                        + "dlib-resnet has its own. Write one of iresnet18, iresnet34, iresnet50, iresnet100 as"
                        + " backbone, or import the file with \"facies model import\" and name the imported model.");
    }

    @Test
    void every_mistake_is_named_in_one_go() {
        assertThatThrownBy(() -> read("""
                        folds: {k: 1, unit: child}
                        modles: []
                        models:
                          - {name: "../up", los: cosface}
                          - {name: twice, loss: triplet, pretrained: false, training: {freeze_below: block3}}
                          - {name: Twice, training: {epochs: 1.5, batch_size: -1, precision: fp16, accumulate: 0}}
                        """))
                .asInstanceOf(type(BadInput.class))
                .extracting(BadInput::problems)
                .satisfies(problems -> assertThat(problems)
                        .extracting(Problem::sentence)
                        .contains(
                                "study.yaml, modles: \"modles\" is not a key that Facies knows. Did you mean"
                                        + " \"models\"?",
                                "study.yaml, folds.k: \"1\" is out of range. Write a number of 2 or more, for"
                                        + " example 5.",
                                "study.yaml, folds.unit: \"child\" is not one of the options. Write one of: subject,"
                                        + " photo,"
                                        + " both.",
                                "study.yaml, models[0].los: \"los\" is not a key that Facies knows. Did you mean"
                                        + " \"loss\"?",
                                "study.yaml, models[0].name: \"../up\" cannot be the name of a folder. Use"
                                        + " letters, digits, - and"
                                        + " _, at most 64.",
                                "study.yaml, models[1].loss: \"triplet\" is not one of the options. Write one of:"
                                        + " cosface,"
                                        + " arcface, softmax.",
                                "study.yaml, models[1].training.freeze_below: \"block3\" would freeze random weights."
                                        + " Set it only in pretrained models.",
                                "study.yaml, models[2].training.accumulate: \"0\" is out of range. Write a number"
                                        + " from 1 to 2048, for example 1.",
                                "study.yaml, models[2].training.precision: \"fp16\" is not one of the options. Write"
                                        + " one of:"
                                        + " fp32, bf16.",
                                "study.yaml, models[2].name: \"Twice\" occurs twice. Give every model a name of its"
                                        + " own.",
                                "study.yaml, models[2].training.epochs: \"1.5\" is not a whole number. Write a whole"
                                        + " number, for example 6."));
    }

    @Test
    void every_combination_of_what_is_listed_is_a_candidate() throws IOException {
        StudySettings study = read("""
                models:
                  - {name: a}
                  - {name: b, candidates: [{margin: 0.1, scale: 8}, {margin: [0.3, 0.4], scale: 16}]}
                  - {name: c, candidates: {}}
                candidates: {margin: [0.1, 0.3], training: {epochs: [2, 4], augmentation: {flip: 0.0}}}
                """);

        assertThat(study.models().get(0).candidates())
                .extracting(Candidate::words)
                .containsExactly(
                        "margin 0.1, epochs 2, augmentation.flip 0.0",
                        "margin 0.1, epochs 4, augmentation.flip 0.0",
                        "margin 0.3, epochs 2, augmentation.flip 0.0",
                        "margin 0.3, epochs 4, augmentation.flip 0.0");
        assertThat(study.models().get(1).candidates())
                .extracting(Candidate::words)
                .containsExactly("margin 0.1, scale 8", "margin 0.3, scale 16", "margin 0.4, scale 16");
        assertThat(study.models().get(2).candidates()).isEmpty();
        StudySettings.Model last =
                study.models().get(0).candidates().get(3).of(study.models().get(0));
        assertThat(last.margin()).isEqualTo(0.3);
        assertThat(last.training().epochs()).isEqualTo(4);
        assertThat(last.training().augmentation().flip()).isZero();
        assertThat(last.training().batchSize()).isEqualTo(32);
        assertThat(last.candidates()).isEmpty();
    }

    @Test
    void what_a_run_records_reads_back_to_the_same_study() throws IOException {
        StudySettings study = read("""
                models: [{name: a, candidates: {margin: [0.1, 0.3], training: {head_start: [random, whitened]}}}]
                choice: {metric: log-loss, rule: one-standard-error, hold_out: one-fold}
                """);

        String recorded = Yaml.write(StudySettings.FORMAT.write(study));
        assertThat(recorded).contains("metric: log-loss", "rule: one-standard-error", "hold_out: one-fold");
        assertThat(read(recorded)).isEqualTo(study);
    }

    @Test
    void candidates_that_cannot_be_are_named_by_their_key() {
        assertThatThrownBy(() -> read("""
                        models:
                          - {name: a, candidates: {margn: [1], training: {epochs: [0, 2, many], seed: [1, 2]}}}
                          - {name: b, loss: softmax, candidates: {margin: [0.1, 0.2]}}
                          - {name: c, pretrained: false, candidates: {training: {freeze_below: [block3, none]}}}
                          - {name: d, candidates: {margin: [0.1]}}
                          - {name: e, candidates: {margin: [], scale: [1, 2]}}
                          - {name: f, candidates: {scale: [1,2,3,4,5,6,7,8,9], training: {epochs: [1,2,3,4,5,6,7,8]}}}
                          - {name: g, candidates: 5}
                        choice: {metric: f1, inner_folds: 1, rule: simplest, hold_out: some}
                        """))
                .asInstanceOf(type(BadInput.class))
                .extracting(BadInput::problems)
                .satisfies(problems -> assertThat(problems)
                        .extracting(Problem::sentence)
                        .containsExactlyInAnyOrder(
                                "study.yaml, models[0].candidates.margn: \"margn\" is not a key that Facies"
                                        + " knows. Did"
                                        + " you mean \"margin\"?",
                                "study.yaml, models[0].candidates.training.epochs: \"many\" is not a whole number."
                                        + " Write a whole number, for example 6.",
                                "study.yaml, models[0].candidates.training.seed: \"seed\" is not a key that Facies"
                                        + " knows. Known keys: epochs, batch_size, optimiser, trunk_learning_rate,"
                                        + " embedding_learning_rate, head_learning_rate, schedule, warm_up_epochs,"
                                        + " least_warm_up_steps, weight_decay, clip_norm, label_smoothing, balance,"
                                        + " head_start, freeze_below, cached_views, average_decay, augmentation.",
                                "study.yaml, models[1].candidates.margin: \"softmax\" has no margin. Move these"
                                        + " candidates to the models with another loss.",
                                "study.yaml, models[2].candidates.training.freeze_below: \"block3\" would"
                                        + " freeze random weights. Set it only in pretrained models.",
                                "study.yaml, models[3].candidates: \"margin 0.1\" is the only candidate. List"
                                        + " two values or more, or set it in the model itself.",
                                "study.yaml, models[4].candidates.margin: \"[]\" lists no value. List two values or"
                                        + " more.",
                                "study.yaml, models[5].candidates: \"72 combinations\" are more than 64. List"
                                        + " fewer values, or a few groups of values that belong together.",
                                "study.yaml, models[6].candidates: \"5\" is not a group of keys. Write, for example,"
                                        + " margin: [0.1, 0.3].",
                                "study.yaml, choice.metric: \"f1\" is not one of the options. Write one of:"
                                        + " balanced-accuracy,"
                                        + " accuracy, macro-f1, macro-auc, log-loss, brier.",
                                "study.yaml, choice.inner_folds: \"1\" is out of range. Write a number of 2 or more,"
                                        + " for example 3.",
                                "study.yaml, choice.rule: \"simplest\" is not one of the options. Write one of: best,"
                                        + " one-standard-error.",
                                "study.yaml, choice.hold_out: \"some\" is not one of the options. Write one of:"
                                        + " every-fold,"
                                        + " one-fold."));
    }

    @Test
    void a_key_that_is_there_twice_is_refused_with_its_line() {
        assertThatThrownBy(() -> read("name: a\nname: b\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("study.yaml line 2")
                .hasMessageContaining("Duplicate field 'name'");
    }

    @Test
    void torn_yaml_is_refused_in_one_sentence() {
        for (String torn : List.of("models: [", "\t- a", "a: b: c", "name: \"x")) {
            assertThatThrownBy(() -> read(torn))
                    .as(torn)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("is not valid YAML");
        }
    }

    @Test
    void shares_and_counts_that_make_no_sense_are_named() {
        assertThatThrownBy(() -> read("""
                subgroups: {columns: [sex, [3]], min_subjects: 0}
                screening: {sensitivity: 90.0, prevalence: [0.01, often]}
                """))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "study.yaml, subgroups.min_subjects: \"0\" is out of range. Write a number of 1 or more, for"
                                + " example 10.",
                        "study.yaml, screening.sensitivity: \"90.0\" is out of range. Write a number above 0"
                                + " and below"
                                + " 1, for example 0.9.",
                        "study.yaml, screening.prevalence: \"often\" is not a number. Write a number above 0"
                                + " and below"
                                + " 1, for example 0.001.",
                        "study.yaml, subgroups.columns: \"[\"3\"]\" is not the name of a column. Write column"
                                + " names of"
                                + " the manifest."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024",
                "007",
                "1e3",
                "530",
                "0",
                "0x10",
                "1_000",
                "1.10",
                "12:30:00",
                ".5",
                ".inf",
                "yes",
                "true"
            })
    void a_text_key_takes_what_stands_in_the_file(String scalar) throws IOException {
        StudySettings study = read("""
                name: X
                cohort: X
                screening: {unaffected: X}
                subgroups: {columns: [X, "X", sex]}
                faces: {refuse: [X]}
                training: {freeze_below: X, epochs: 3}
                candidates: {margin: [0.1, 0.3]}
                models:
                  - {name: a, backbone: X}
                  - {name: b, candidates: {training: {freeze_below: [X, auto], epochs: [1, 2]}}}
                """.replace("X", scalar));

        StudySettings.Model model = study.models().get(0);
        assertThat(List.of(
                        study.name(),
                        study.cohort(),
                        study.screening().unaffected(),
                        study.subgroups().columns().get(0),
                        study.subgroups().columns().get(1),
                        study.faces().refuse().get(0),
                        model.backbone(),
                        model.training().freezeBelow()))
                .containsOnly(scalar);
        assertThat(model.training().epochs()).isEqualTo(3);
        Candidate first = study.models().get(1).candidates().get(0);
        assertThat(first.of(study.models().get(1)).training().freezeBelow()).isEqualTo(scalar);
        assertThat(first.of(study.models().get(1)).training().epochs()).isEqualTo(1);
    }

    @Test
    void models_and_weights_may_be_called_by_numbers() throws IOException {
        StudySettings study = read("""
                models:
                  - {name: 2024}
                  - {name: 1e3, backbone: iresnet18, pretrained: 007}
                  - {name: 0x10, pretrained: False}
                """);

        assertThat(study.models())
                .extracting(StudySettings.Model::name, StudySettings.Model::pretrained)
                .containsExactly(
                        tuple("2024", new Pretrained.Published()),
                        tuple("1e3", new Pretrained.Imported("007")),
                        tuple("0x10", new Pretrained.Fresh()));
    }

    @Test
    void a_key_without_a_value_is_named() {
        assertThatThrownBy(() -> read("""
                name:
                folds: {k: ~, unit: null}
                models:
                  - {name: null, backbone: , pretrained: ~}
                """))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "study.yaml, name: has no value. Write a text, for example \"study\".",
                        "study.yaml, folds.k: has no value. Write a whole number, for example 5.",
                        "study.yaml, folds.unit: has no value. Write a text, for example \"subject\".",
                        "study.yaml, models[0].name: has no value. Write a text.",
                        "study.yaml, models[0].backbone: has no value. Write a text, for example \"dlib-resnet\".",
                        "study.yaml, models[0].pretrained: has no value. Write true or false, for example true."));
    }

    @Test
    void a_text_is_still_no_number_and_a_number_no_truth() {
        assertThatThrownBy(() -> read("""
                folds: {k: "5"}
                evaluation: {seed: 12:30:00}
                training: {gradient_checkpointing: 1}
                """))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("study.yaml, folds.k: \"5\" is not a whole number. ")
                .hasMessageContaining("study.yaml, evaluation.seed: \"12:30:00\" is not a whole number. ")
                .hasMessageContaining("study.yaml, training.gradient_checkpointing: \"1\" is not true or false. ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"photos/manifest.csv", "007", "a\nb \\ \"c\" # : \t", "C:\\neu", "\u0085 \u007f ü👶", " a "})
    void the_template_names_the_cohort_whatever_it_is_called(String cohort) throws IOException {
        Path file = folder.resolve("new.yaml");
        Path manifest = folder.resolve(cohort);
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, "photo,subject,diagnosis\n");

        StudyTemplate.write(file, Path.of(cohort));

        assertThat(StudyFile.read(file).cohort()).isEqualTo(cohort);
    }

    @Test
    void an_empty_text_in_quotes_is_a_text() throws IOException {
        assertThat(read("name: ''\nscreening: {unaffected: \"\"}").name()).isEmpty();
    }

    @Test
    void an_alias_is_not_taken_for_a_text() {
        assertThatThrownBy(() -> read("name: &n trial\ncohort: *n\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith(
                        "study.yaml line 2: \"*n\" is an alias, which Facies does not follow. Write the value"
                                + " itself, or put a text that begins with * in quotes.");
    }

    private StudySettings read(String yaml) throws IOException {
        return StudyFile.read(Files.writeString(folder.resolve("study.yaml"), yaml));
    }
}
