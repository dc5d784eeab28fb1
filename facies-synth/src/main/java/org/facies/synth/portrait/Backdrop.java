package org.facies.synth.portrait;

import java.util.SplittableRandom;
import org.facies.synth.raster.Frame;

/** The out-of-focus background far behind the head: a wall with a vertical gradient and large soft shapes. */
final class Backdrop {

    private static final int SHAPES = 9;
    private static final int CELLS = 48;

    private Backdrop() {}

    static void paint(Frame frame, Scene scene) {
        float[] top = Lighting.linear(scene.background().top());
        float[] bottom = Lighting.linear(scene.background().bottom());
        float[][] shapes = shapes(
                new SplittableRandom(scene.seed()), (float) scene.background().pattern());
        float[] lightness = grid(shapes);
        int side = frame.sidePx();
        float[] light = frame.light();
        for (int row = 0; row < side; row++) {
            float v = (row + 0.5f) / side;
            for (int column = 0; column < side; column++) {
                int at = 3 * (row * side + column);
                float factor = between(lightness, (column + 0.5f) / side, v);
                for (int channel = 0; channel < 3; channel++) {
                    light[at + channel] = (top[channel] + v * (bottom[channel] - top[channel])) * factor;
                }
            }
        }
    }

    /** Computes the shapes on a coarse grid, which is enough because they are soft. */
    private static float[] grid(float[][] shapes) {
        float[] grid = new float[(CELLS + 1) * (CELLS + 1)];
        for (int row = 0; row <= CELLS; row++) {
            for (int column = 0; column <= CELLS; column++) {
                grid[row * (CELLS + 1) + column] = lightness(shapes, (float) column / CELLS, (float) row / CELLS);
            }
        }
        return grid;
    }

    private static float between(float[] grid, float u, float v) {
        int column = (int) (u * CELLS);
        int row = (int) (v * CELLS);
        float fx = u * CELLS - column;
        float fy = v * CELLS - row;
        int at = row * (CELLS + 1) + column;
        float upper = grid[at] + fx * (grid[at + 1] - grid[at]);
        float lower = grid[at + CELLS + 1] + fx * (grid[at + CELLS + 2] - grid[at + CELLS + 1]);
        return upper + fy * (lower - upper);
    }

    /** Position, reach and strength of each shape. */
    private static float[][] shapes(SplittableRandom random, float pattern) {
        float[][] shapes = new float[pattern > 0 ? SHAPES : 0][];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = new float[] {
                (float) random.nextDouble(-0.1, 1.1),
                (float) random.nextDouble(-0.1, 1.1),
                (float) random.nextDouble(0.08, 0.3),
                (float) random.nextDouble(0.05, 0.25),
                pattern * (float) random.nextDouble(-0.9, 0.9)
            };
        }
        return shapes;
    }

    private static float lightness(float[][] shapes, float u, float v) {
        float exponent = 0;
        for (float[] shape : shapes) {
            float dx = (u - shape[0]) / shape[2];
            float dy = (v - shape[1]) / shape[3];
            float distance = dx * dx + dy * dy;
            exponent += distance < 4 ? shape[4] * LitMaterial.smooth(1.9f, 0.5f, (float) Math.sqrt(distance)) : 0;
        }
        return exponent == 0 ? 1 : (float) Math.exp(exponent);
    }
}
