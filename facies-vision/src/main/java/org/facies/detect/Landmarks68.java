package org.facies.detect;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.facies.image.Affine;
import org.facies.image.Point;
import org.facies.image.Rgb;
import org.facies.image.Warp;
import org.facies.inference.InferenceSession;

/**
 * Finds the 68 points of the iBUG scheme in a face. The network's input is the detector's box, enlarged by a tenth and
 * scaled to 64 × 64 grey pixels. Thread-safe.
 */
public final class Landmarks68 implements AutoCloseable {

    private static final int SIDE_PX = 64;
    private static final double ENLARGEMENT = 1.1;
    private static final int POINTS = 68;

    private final InferenceSession network;

    /**
     * Loads the network.
     *
     * @param model the published file's bytes
     */
    public Landmarks68(byte[] model) {
        this.network = InferenceSession.open("face landmarks", model, 1);
    }

    /** 68 points in pixels of the picture. */
    public List<Point> find(Rgb picture, Box face) {
        Box seen = face.enlarged(ENLARGEMENT);
        Affine toPicture =
                new Affine(seen.widthPx() / SIDE_PX, 0, seen.left(), 0, seen.heightPx() / SIDE_PX, seen.top());
        Rgb patch = Warp.draw(picture, toPicture, SIDE_PX, SIDE_PX);
        float[] answer = network.run(grey(patch), 1, 1, SIDE_PX, SIDE_PX).get(0);
        List<Point> points = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            points.add(new Point(
                    seen.left() + answer[2 * i] * seen.widthPx(), seen.top() + answer[2 * i + 1] * seen.heightPx()));
        }
        return List.copyOf(points);
    }

    /** Eye centres, nose tip and mouth corners from 68 points. */
    public static FivePoints fivePoints(List<Point> points) {
        return new FivePoints(
                mean(points.subList(36, 42)),
                mean(points.subList(42, 48)),
                points.get(30),
                points.get(48),
                points.get(54));
    }

    private static Point mean(List<Point> points) {
        return new Point(
                points.stream().mapToDouble(Point::x).average().orElseThrow(),
                points.stream().mapToDouble(Point::y).average().orElseThrow());
    }

    /** Luma after ITU-R BT.601, 0 to 1. */
    private FloatBuffer grey(Rgb patch) {
        byte[] data = patch.data();
        FloatBuffer grey = network.buffer(SIDE_PX * SIDE_PX);
        for (int i = 0; i < data.length; i += 3) {
            float luma = .299f * (data[i] & 0xFF) + .587f * (data[i + 1] & 0xFF) + .114f * (data[i + 2] & 0xFF);
            grey.put(luma / 255);
        }
        return grey.flip();
    }

    @Override
    public void close() {
        network.close();
    }
}
