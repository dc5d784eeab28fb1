package org.facies.detect;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.facies.image.Affine;
import org.facies.image.Rgb;
import org.facies.image.Warp;
import org.facies.inference.InferenceSession;

/**
 * Finds faces with RetinaFace (Deng et al. 2019), MobileNet 0.25.
 *
 * <p>The published file accepts only 512 × 512, which is four times the pixels of a photo of 250 × 250. The network
 * itself accepts any size. The photo is therefore first processed with its longer side at 256 pixels, which suffices
 * for a portrait. If no clear face is found, it is processed at 512 and, if the photo is larger, at 1024. Thread-safe.
 */
public final class RetinaFace implements AutoCloseable {

    private static final List<Integer> SIDES_PX = List.of(256, 512, 1024);
    private static final int COARSEST_STRIDE_PX = 32;
    private static final double CLEAR_FACE_PX = 48;
    private static final double MAX_OVERLAP = 0.4;

    private final InferenceSession network;
    private final RetinaFaceVariant variant;
    private final double minScore;

    /**
     * Loads the network.
     *
     * @param model the published file's bytes
     * @param variant which of the published files it is
     * @param minScore smallest score of a detection that is kept, 0 to 1
     */
    public RetinaFace(byte[] model, RetinaFaceVariant variant, double minScore) {
        this.network = InferenceSession.open("face detector", FreeInputSize.of(model), 1);
        this.variant = Objects.requireNonNull(variant);
        this.minScore = minScore;
    }

    /** The faces in pixels of the picture, highest score first. */
    public List<DetectedFace> detect(Rgb picture) {
        List<DetectedFace> found = List.of();
        for (int side : SIDES_PX) {
            if (side > 512 && longerSide(picture) <= 512) {
                break;
            }
            double factor = factor(picture, side);
            List<DetectedFace> here = detectResized(picture, factor);
            if (here.stream().anyMatch(face -> face.box().widthPx() * factor >= CLEAR_FACE_PX)) {
                return here;
            }
            found = here.isEmpty() ? found : here;
        }
        return found;
    }

    /** The faces of a picture, detected with its longer side at this number of pixels. */
    List<DetectedFace> detectAt(Rgb picture, int sidePx) {
        return detectResized(picture, (double) sidePx / longerSide(picture));
    }

    /** The scale factor; a photo slightly smaller than the network's canvas is not resampled. */
    private static double factor(Rgb picture, int sidePx) {
        double factor = (double) sidePx / longerSide(picture);
        return factor >= 1 && factor < 1.25 ? 1 : factor;
    }

    private static int longerSide(Rgb picture) {
        return Math.max(picture.widthPx(), picture.heightPx());
    }

    private List<DetectedFace> detectResized(Rgb picture, double factor) {
        Rgb resized = factor == 1 ? picture : resize(picture, factor);
        return candidates(resized).stream()
                .map(face -> face.resized(1 / factor))
                .toList();
    }

    private static Rgb resize(Rgb picture, double factor) {
        return Warp.draw(
                picture,
                Affine.magnification(1 / factor),
                (int) Math.max(1, Math.round(picture.widthPx() * factor)),
                (int) Math.max(1, Math.round(picture.heightPx() * factor)));
    }

    private List<DetectedFace> candidates(Rgb picture) {
        int width = roundUp(picture.widthPx());
        int height = roundUp(picture.heightPx());
        FloatBuffer planes = planes(picture, width, height);
        List<float[]> outputs = network.run(planes, 1, 3, height, width);
        List<DetectedFace> faces = new ArrayList<>();
        IntStream.range(0, AnchorGrid.ALL.size()).forEach(i -> {
            AnchorGrid grid = AnchorGrid.ALL.get(i);
            AnchorGrid.Answer answer = new AnchorGrid.Answer(
                    width / grid.stride(), outputs.get(3 * i), outputs.get(3 * i + 1), outputs.get(3 * i + 2));
            faces.addAll(grid.read(answer, variant.pointUnit(), minScore));
        });
        return NonMaximumSuppression.keepBest(faces, MAX_OVERLAP);
    }

    /** float[3][height][width], 0..255, black to the right of the picture and below it. */
    private FloatBuffer planes(Rgb picture, int width, int height) {
        FloatBuffer planes = network.buffer(3 * width * height);
        byte[] data = picture.data();
        float[][] rows = new float[3][width];
        int next = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; y < picture.heightPx() && x < picture.widthPx(); x++) {
                rows[0][x] = data[next++] & 0xFF;
                rows[1][x] = data[next++] & 0xFF;
                rows[2][x] = data[next++] & 0xFF;
            }
            if (y == picture.heightPx()) {
                rows = new float[3][width];
            }
            for (int channel = 0; channel < 3; channel++) {
                planes.put((channel * height + y) * width, rows[channel]);
            }
        }
        return planes;
    }

    private static int roundUp(int sizePx) {
        return (sizePx + COARSEST_STRIDE_PX - 1) / COARSEST_STRIDE_PX * COARSEST_STRIDE_PX;
    }

    @Override
    public void close() {
        network.close();
    }
}
