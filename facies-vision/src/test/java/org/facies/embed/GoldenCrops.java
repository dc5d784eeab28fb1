package org.facies.embed;

import java.util.function.IntBinaryOperator;
import org.facies.image.Rgb;

/** Crops made of integers only, so that {@code make_golden.py} makes the same ones. */
final class GoldenCrops {

    private GoldenCrops() {}

    static Rgb of(String kind, int sizePx) {
        return switch (kind) {
            case "gradient" -> picture(sizePx, (i, c) -> i % sizePx * 255 / (sizePx - 1) * (c + 1) + i / sizePx * 2);
            case "noise" ->
                picture(sizePx, (i, c) -> (int) (((3L * i + c + 17) * 1103515245L + 12345) % 2147483648L / 65536));
            case "face" ->
                picture(sizePx, (i, c) -> isFeature(i % sizePx, i / sizePx, sizePx) ? 40 : 200 - 40 * c + c / 2 * 20);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static boolean isFeature(int x, int y, int size) {
        int[][] discs = {{35, 40, 6}, {65, 40, 6}, {50, 75, 9}};
        for (int[] disc : discs) {
            int dx = 100 * x - disc[0] * size;
            int dy = 100 * y - disc[1] * size;
            if (dx * dx + dy * dy < disc[2] * size * disc[2] * size) {
                return true;
            }
        }
        return false;
    }

    private static Rgb picture(int sizePx, IntBinaryOperator valueOfPixelAndChannel) {
        byte[] data = new byte[3 * sizePx * sizePx];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) valueOfPixelAndChannel.applyAsInt(i / 3, i % 3);
        }
        return new Rgb(sizePx, sizePx, data);
    }
}
