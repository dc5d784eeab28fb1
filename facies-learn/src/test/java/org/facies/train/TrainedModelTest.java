package org.facies.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.image.Rgb;
import org.facies.loss.ArcFace;
import org.facies.loss.MarginLoss;
import org.facies.loss.Softmax;
import org.facies.predict.Classifier;
import org.facies.predict.ClassifierSpec;
import org.facies.predict.CropPrediction;
import org.facies.train.data.Augmentation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainedModelTest {

    private static final ToyCrops UNSEEN = new ToyCrops(5, 3, 2);

    @TempDir
    private Path folder;

    static Stream<Arguments> startsAndLosses() {
        return Stream.of(new ArcFace(16, 0.1), new Softmax())
                .flatMap(loss -> Stream.of(Start.values()).map(start -> Arguments.of(start, loss)));
    }

    @ParameterizedTest
    @MethodSource("startsAndLosses")
    void onnx_runtime_gives_the_same_probabilities_from_the_exported_file(Start start, MarginLoss loss)
            throws OrtException {
        TrainingSettings settings = Toys.settings(Toys.adamW(3e-3), Augmentation.none());
        TrainingTask task = Toys.task(start, loss, settings, new ToyCrops(48, 3, 1));
        TrainedModel model = new Trainer(Clock.systemUTC()).train(task, folder, progress -> {});

        CropAnswers predicted = model.predict(UNSEEN);
        float[][] ours = predicted.probabilities();
        float[][] theirs = servedWithFlips(folder.resolve("model.onnx"));

        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).as("crop " + i).containsExactly(theirs[i], within(1e-4f));
            assertThat(ours[i][0] + ours[i][1] + ours[i][2]).isCloseTo(1, within(1e-5f));
            for (int c = 0; c < 3; c++) {
                assertThat(Math.exp(predicted.logProbabilities()[i][c])).isCloseTo(ours[i][c], within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("startsAndLosses")
    void the_predictor_answers_as_the_training_engine_does(Start start, MarginLoss loss) {
        TrainingSettings settings = Toys.settings(Toys.adamW(3e-3), Augmentation.none());
        TrainingTask task = Toys.task(start, loss, settings, new ToyCrops(48, 3, 1));
        TrainedModel model = new Trainer(Clock.systemUTC()).train(task, folder, progress -> {});
        ClassifierSpec spec = new ClassifierSpec(model.input(), model.classes());
        int side = ToyNetwork.SIDE_PX;
        List<Rgb> crops = IntStream.range(0, UNSEEN.size())
                .mapToObj(i -> UNSEEN.crop(i).centre(side, side))
                .toList();

        CropAnswers predicted = model.predict(UNSEEN);
        float[][] probabilities = predicted.probabilities();
        float[][] embeddings = predicted.embeddings();

        try (Classifier classifier = Classifier.open(folder.resolve("model.onnx"), spec, 1)) {
            List<CropPrediction> answers = classifier.classify(crops);
            for (int i = 0; i < crops.size(); i++) {
                CropPrediction answer = answers.get(i);
                for (int label = 0; label < 3; label++) {
                    assertThat(answer.probabilities().get(label)).isCloseTo(probabilities[i][label], within(1e-5));
                    assertThat(answer.logProbabilities().get(label))
                            .isCloseTo(predicted.logProbabilities()[i][label], within(1e-4));
                }
                assertThat(answer.embedding().orElseThrow().toArray()).containsExactly(embeddings[i], within(1e-5f));
            }
        }
    }

    private static float[][] servedWithFlips(Path file) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        float[][] mean = new float[UNSEEN.size()][3];
        try (OrtSession session = environment.createSession(file.toString())) {
            for (int i = 0; i < mean.length; i++) {
                Rgb crop = UNSEEN.crop(i).centre(ToyNetwork.SIDE_PX, ToyNetwork.SIDE_PX);
                for (Rgb view : new Rgb[] {crop, crop.mirrored()}) {
                    float[] probabilities = served(session, view);
                    for (int label = 0; label < 3; label++) {
                        mean[i][label] += probabilities[label] / 2;
                    }
                }
            }
        }
        return mean;
    }

    private static float[] served(OrtSession session, Rgb picture) throws OrtException {
        float[] input = new float[ToyNetwork.INPUT.valuesPerCrop()];
        ToyNetwork.INPUT.normalisation().write(picture, FloatBuffer.wrap(input));
        try (OnnxTensor tensor = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), FloatBuffer.wrap(input), new long[] {1, 3, 16, 16});
                OrtSession.Result result = session.run(Map.of("input", tensor))) {
            return ((float[][]) result.get("probabilities").orElseThrow().getValue())[0];
        }
    }
}
