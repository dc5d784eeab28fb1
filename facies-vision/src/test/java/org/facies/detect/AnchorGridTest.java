package org.facies.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.facies.image.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnchorGridTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 32;

    /** The file and the made-up outputs are explained in retinaface_golden.py. */
    @ParameterizedTest
    @EnumSource
    void decoding_agrees_with_the_reference_in_python(RetinaFaceVariant variant) throws IOException {
        List<double[]> expected = golden(variant.pointUnit());

        List<double[]> decoded = decode(new MadeUpOutputs(4711), variant);

        assertThat(decoded).hasSameSizeAs(expected).isNotEmpty();
        for (int i = 0; i < expected.size(); i++) {
            for (int k = 0; k < expected.get(i).length; k++) {
                assertThat(decoded.get(i)[k])
                        .as("face %d, number %d", i, k)
                        .isCloseTo(expected.get(i)[k], within(1e-3));
            }
        }
    }

    @Test
    void an_anchor_without_offsets_is_its_own_box() {
        AnchorGrid grid = new AnchorGrid(32, List.of(512, 256));
        float[] scores = new float[4 * 6];
        scores[3 * 6 + 4] = .9f; // the smaller anchor in row 1, column 1 of 2 × 3

        List<DetectedFace> faces =
                grid.read(new AnchorGrid.Answer(3, scores, new float[8 * 6], new float[20 * 6]), 1, .5);

        assertThat(faces).hasSize(1);
        assertThat(faces.get(0).box()).isEqualTo(Box.around(new Point(39.5, 39.5), 256, 256));
        assertThat(faces.get(0).points().nose()).isEqualTo(new Point(39.5, 39.5));
    }

    private static List<double[]> decode(MadeUpOutputs outputs, RetinaFaceVariant variant) {
        List<double[]> faces = new ArrayList<>();
        for (AnchorGrid grid : AnchorGrid.ALL) {
            int columns = WIDTH / grid.stride();
            int cells = columns * HEIGHT / grid.stride();
            AnchorGrid.Answer answer = new AnchorGrid.Answer(
                    columns, outputs.next(4 * cells, 0), outputs.next(8 * cells, .5f), outputs.next(20 * cells, .5f));
            grid.read(answer, variant.pointUnit(), Math.nextUp(.9)).forEach(face -> faces.add(numbers(face)));
        }
        return faces.stream().sorted(Comparator.comparingDouble(n -> n[0])).toList();
    }

    private static double[] numbers(DetectedFace face) {
        Box box = face.box();
        return DoubleStream.concat(
                        DoubleStream.of(face.score(), box.left(), box.top(), box.right(), box.bottom()),
                        face.points().asList().stream().flatMapToDouble(p -> DoubleStream.of(p.x(), p.y())))
                .toArray();
    }

    private static List<double[]> golden(double pointUnit) throws IOException {
        try (InputStream in = AnchorGridTest.class.getResourceAsStream("retinaface_golden.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .filter(numbers -> numbers[0] == pointUnit)
                    .map(numbers -> Arrays.copyOfRange(numbers, 1, numbers.length))
                    .sorted(Comparator.comparingDouble(numbers -> numbers[0]))
                    .toList();
        }
    }

    /** The linear congruential generator of retinaface_golden.py. */
    private static final class MadeUpOutputs {

        private long state;

        MadeUpOutputs(long seed) {
            state = seed;
        }

        float[] next(int count, float shift) {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                state = (1103515245L * state + 12345) % (1L << 31);
                values[i] = (float) (state / (double) (1L << 31)) - shift;
            }
            return values;
        }
    }
}
