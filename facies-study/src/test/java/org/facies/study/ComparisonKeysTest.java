package org.facies.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.result.settings.Ensemble;
import org.facies.result.settings.StudySettings;
import org.facies.run.Repeat;
import org.junit.jupiter.api.Test;

/** The keys of a study file that say what is compared with what, and how often. */
class ComparisonKeysTest {
    private static final String ARMS = """
            models:
              - {name: a, loss: cosface}
              - {name: b, pretrained: false, loss: cosface}
              - {name: frozen, training: none}
              - {name: both, ensemble: [a, b]}
            """;

    @Test
    void a_frozen_model_trains_nothing_and_takes_no_candidates() {
        StudySettings study = read(ARMS + "candidates: {decision: {prior_exponent: [0, 0.5, 1]}}\n");

        StudySettings.Model frozen = study.models().get(2);
        assertThat(frozen.isFrozen()).isTrue();
        assertThat(frozen.candidates()).isEmpty();
        assertThat(study.models().get(0).candidates())
                .extracting(candidate -> candidate.of(study.models().get(0)).priorExponent())
                .containsExactly(0.0, 0.5, 1.0);
        assertThat(study.models().get(0).candidates().get(1).words()).isEqualTo("prior_exponent 0.5");
    }

    @Test
    void an_ensemble_is_no_model_that_is_trained() {
        StudySettings study = read(ARMS);

        assertThat(study.models()).extracting(StudySettings.Model::name).containsExactly("a", "b", "frozen");
        assertThat(study.ensembles()).containsExactly(new Ensemble("both", List.of("a", "b")));
    }

    @Test
    void what_a_run_wrote_reads_back_as_the_same_study() {
        StudySettings study = read(ARMS + """
                repeats: {divisions: 2, seeds: 3}
                folds: {unit: both}
                evaluation: {margin: 0.05}
                factors: {start: {pretrained: [a], fresh: [b]}}
                contrasts: [{name: fine-tuning, plus: [a], minus: [frozen]}]
                """);

        assertThat(StudyFile.parse("study.yaml", StudySettings.FORMAT.write(study)))
                .isEqualTo(study);
        assertThat(study.rounds())
                .hasSize(7)
                .startsWith(Repeat.FIRST, new Repeat(0, 1))
                .endsWith(new Repeat(1, 2), Repeat.BY_PHOTO);
        assertThat(study.factors())
                .isEqualTo(Map.of("start", Map.of("pretrained", List.of("a"), "fresh", List.of("b"))));
        assertThat(study.evaluation().margin()).contains(0.05);
    }

    @Test
    void keys_that_say_nothing_leave_no_trace_so_that_earlier_runs_resume() {
        assertThat(StudySettings.FORMAT
                        .write(read("comparison: as-given\nrepeats: {divisions: 1, seeds: 1}\n"))
                        .toString())
                .doesNotContain("repeats", "comparison", "ensembles", "factors", "contrasts", "prior_exponent");
    }

    @Test
    void names_that_are_numbers_stay_as_they_are_written() {
        StudySettings study = read("""
                models: [{name: 007}, {name: 1e3, pretrained: false}, {name: 12, ensemble: [007, 1e3]}]
                factors: {start: {1: [007], 2: [1e3]}}
                contrasts: [{name: 5, plus: [007], minus: [12]}]
                """);

        assertThat(study.ensembles().get(0).ensemble()).containsExactly("007", "1e3");
        assertThat(study.factors().get("start").get("2")).containsExactly("1e3");
        assertThat(study.contrasts().get(0).minus()).containsExactly("12");
    }

    @Test
    void every_name_that_is_none_is_told_with_its_place() {
        refuses(
                ARMS + """
                factors: {start: {pretrained: [a, frosen], fresh: [a]}, loss: {cosface: [a]}}
                contrasts: [{name: x, plus: [a], minus: [a, nobody], extra: 1}, {plus: [b], minus: []}]
                ensembles: [{name: a, ensemble: [both, b]}, {name: few, ensemble: [a]}, {name: A, ensemble: [a, b]}]
                """,
                "factors.start.pretrained: \"frosen\" is not a model of this study. Did you mean \"frozen\"?",
                "factors.start.fresh: \"a\" is at two levels",
                "factors.loss: has fewer than two levels",
                "contrasts[0].minus: \"a\" is on both sides",
                "contrasts[0].minus: \"nobody\" is not a model of this study. Name one of A, a, b, both, few, frozen.",
                "contrasts[0].extra: \"extra\" is not a key",
                "contrasts[1].name: is missing",
                "contrasts[1].minus: is not a list of models",
                "ensembles[0].name: \"a\" occurs twice",
                "ensembles[0].ensemble: \"both\" is not a model",
                "ensembles[1].ensemble: \"[a]\" has fewer than two models",
                "ensembles[2].name: \"A\" occurs twice");
    }

    @Test
    void matched_models_are_trained_alike_with_or_without_pretrained_weights() {
        StudySettings study = read(ARMS + "comparison: matched\ntraining: {epochs: 4}\n");

        assertThat(study.models().get(0).training())
                .isEqualTo(study.models().get(1).training());
        assertThat(study.models().get(0).training().freezeBelow()).isEqualTo("none");
        assertThat(study.models().get(0).training().epochs()).isEqualTo(4);
        refuses(
                ARMS.replace("{name: a, loss: cosface}", "{name: a, training: {epochs: 2}}") + "comparison: matched\n",
                "models, training.epochs: \"2 and 10\" differ, but comparison: matched trains all models alike");
    }

    @Test
    void the_best_of_each_model_is_chosen_from_equally_many_candidates() {
        StudySettings study = read(ARMS + "comparison: best\n");

        assertThat(study.models().get(0).candidates())
                .hasSize(4)
                .isEqualTo(study.models().get(1).candidates());
        refuses(
                ARMS.replace("{name: a, loss: cosface}", "{name: a, candidates: {margin: [0.1, 0.2]}}")
                        + "comparison: best\n",
                "models, candidates: \"{2=a, 4=b}\" differ in number, but comparison: best tunes all models"
                        + " with the same effort");
    }

    @Test
    void values_out_of_range_are_refused() {
        refuses(
                """
                repeats: {divisions: 0, seeds: -1}
                comparison: fair
                evaluation: {margin: 1.5}
                folds: {unit: child}
                models:
                  - {name: a, decision: {prior_exponent: 1.5}}
                  - {name: b, training: none, decision: {prior_exponent: 0.5}}
                  - {name: c, training: none, pretrained: false}
                  - {name: d, training: none, candidates: {margin: [0.1, 0.2]}}
                """,
                "repeats.divisions: \"0\" is out of range",
                "repeats.seeds: \"-1\" is out of range",
                "comparison: \"fair\" is not one of the options",
                "evaluation.margin: \"1.5\" is out of range. Write a number of 0 or more and below 1, for example"
                        + " 0.05.",
                "folds.unit: \"child\" is not one of the options",
                "models[0].decision.prior_exponent: \"1.5\" is out of range",
                "models[1].decision.prior_exponent: \"0.5\" has no effect, because training: none",
                "models[2].pretrained: \"false\" with training: none would use random weights",
                "models[3].candidates: has no effect with training: none");
    }

    private static StudySettings read(String yaml) {
        return StudyFile.parse("study.yaml", Yaml.parse(yaml));
    }

    private static void refuses(String yaml, String... expected) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(BadInput.class)
                .message()
                .contains(expected);
    }
}
