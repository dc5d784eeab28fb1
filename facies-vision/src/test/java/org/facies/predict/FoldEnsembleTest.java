package org.facies.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldEnsembleTest {

    @TempDir
    private Path folder;

    @Test
    void together_the_members_say_the_mean_of_their_probabilities() {
        List<Rgb> crops = TinyClassifier.noise(40, 1);
        List<Path> networks = networks(0.5f, 1, 3);
        try (FoldEnsemble ensemble = FoldEnsemble.open(networks, TinyClassifier.SPEC, 1)) {
            List<EnsemblePrediction> answers = ensemble.classify(crops);

            assertThat(answers).hasSize(40);
            for (int i = 0; i < crops.size(); i++) {
                CropPrediction mean = answers.get(i).mean();
                List<CropPrediction> members = answers.get(i).members();
                for (int c = 0; c < 3; c++) {
                    int label = c;
                    double expected = members.stream()
                                    .mapToDouble(
                                            member -> member.probabilities().get(label))
                                    .sum()
                            / 3;
                    assertThat(mean.probabilities().get(c)).isCloseTo(expected, within(1e-15));
                    assertThat(mean.logProbabilities().get(c)).isCloseTo(Math.log(expected), within(1e-6));
                }
                assertThat(mean.embedding()).isEmpty();
                assertThat(members)
                        .allSatisfy(member -> assertThat(member.embedding()).isPresent());
            }
        }
    }

    @Test
    void each_member_says_what_it_says_by_itself() {
        List<Rgb> crops = TinyClassifier.noise(20, 2);
        List<Path> networks = networks(1, 4);
        try (FoldEnsemble ensemble = FoldEnsemble.open(networks, TinyClassifier.SPEC, 1);
                Classifier second = Classifier.open(networks.get(1), TinyClassifier.SPEC, 1)) {
            List<CropPrediction> bySelf = second.classify(crops);

            assertThat(ensemble.classify(crops).stream()
                            .map(answer -> answer.members().get(1))
                            .toList())
                    .isEqualTo(bySelf);
            assertThat(ensemble.members()).hasSize(2);
        }
    }

    @Test
    void the_mean_of_probabilities_that_round_to_zero_keeps_its_logarithm() {
        try (FoldEnsemble ensemble = FoldEnsemble.open(networks(100, 200), TinyClassifier.SPEC, 1)) {
            CropPrediction mean = ensemble.classify(List.of(TinyClassifier.crop(200, 200)))
                    .get(0)
                    .mean();

            assertThat(mean.probabilities().get(2)).isZero();
            assertThat(mean.logProbabilities().get(2)).isCloseTo(-200 - Math.log(2) - Math.log(2), within(1e-6));
        }
    }

    @Test
    void a_missing_member_is_named() {
        List<Path> networks = new ArrayList<>(networks(1));
        networks.add(folder.resolve("gone.onnx"));

        assertThatThrownBy(() -> FoldEnsemble.open(networks, TinyClassifier.SPEC, 1))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("gone.onnx") + ": is missing. Use the model.onnx of a trial of a study.");
    }

    private List<Path> networks(float... scales) {
        List<Path> networks = new ArrayList<>();
        for (float scale : scales) {
            Path file = folder.resolve("scale-" + scale + ".onnx");
            TinyClassifier.graph(scale).write(file);
            networks.add(file);
        }
        return networks;
    }
}
