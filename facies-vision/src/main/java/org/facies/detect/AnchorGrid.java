package org.facies.detect;

import java.util.ArrayList;
import java.util.List;
import org.facies.image.Point;

/**
 * One of RetinaFace's three grids of square anchors, with the decoding of its output. Anchors are {@code stride} pixels
 * apart, centred at {@code stride * i + 7.5}, in two sizes at each place (Deng et al. 2019, with the constants of the
 * MobileNet 0.25 export).
 *
 * @param stride pixels between anchors
 * @param sidesPx the two sides, larger first
 */
record AnchorGrid(int stride, List<Integer> sidesPx) {

    /** In the order of the network's outputs. */
    static final List<AnchorGrid> ALL = List.of(
            new AnchorGrid(32, List.of(512, 256)),
            new AnchorGrid(16, List.of(128, 64)),
            new AnchorGrid(8, List.of(32, 16)));

    private static final double FIRST_CENTRE_PX = 7.5;
    private static final int ANCHORS = 2;

    /**
     * The network's output on one grid of h rows and w columns.
     *
     * @param columns w
     * @param scores float[4][h][w]; rows 2 and 3 are the probability of a face at the two anchors
     * @param boxes float[8][h][w]; for each anchor dx, dy, log width, log height, in sides of the anchor
     * @param points float[20][h][w]; for each anchor five times dx, dy, in {@code pointUnit} sides of the anchor
     */
    @SuppressWarnings("ArrayRecordComponent") // lives within one detection
    record Answer(int columns, float[] scores, float[] boxes, float[] points) {

        int cells() {
            return scores.length / (2 * ANCHORS);
        }
    }

    /** The anchors whose score reaches a minimum, decoded as faces. */
    List<DetectedFace> read(Answer answer, double pointUnit, double minScore) {
        List<DetectedFace> faces = new ArrayList<>();
        int cells = answer.cells();
        for (int anchor = 0; anchor < ANCHORS; anchor++) {
            for (int cell = 0; cell < cells; cell++) {
                if (answer.scores()[(ANCHORS + anchor) * cells + cell] >= minScore) {
                    faces.add(face(answer, anchor, cell, pointUnit));
                }
            }
        }
        return faces;
    }

    private DetectedFace face(Answer answer, int anchor, int cell, double pointUnit) {
        int cells = answer.cells();
        double side = sidesPx.get(anchor);
        int row = cell / answer.columns();
        int column = cell % answer.columns();
        Point centre = new Point(stride * column + FIRST_CENTRE_PX, stride * row + FIRST_CENTRE_PX);
        float[] boxes = answer.boxes();
        int box = 4 * anchor * cells + cell;
        Box found = Box.around(
                centre.plus(boxes[box] * side, boxes[box + cells] * side),
                side * Math.exp(boxes[box + 2 * cells]),
                side * Math.exp(boxes[box + 3 * cells]));
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int point = (10 * anchor + 2 * i) * cells + cell;
            points.add(centre.plus(
                    answer.points()[point] * pointUnit * side, answer.points()[point + cells] * pointUnit * side));
        }
        double score = Math.min(1, answer.scores()[(ANCHORS + anchor) * cells + cell]);
        return new DetectedFace(found, score, FivePoints.of(points));
    }
}
