package org.facies.audit;

import java.util.EnumMap;
import java.util.Map;
import org.facies.align.FaceFacts;
import org.facies.detect.Box;
import org.facies.image.JpegTables;
import org.facies.image.Rgb;

/** Measures the traits of a photo. */
final class TraitReader {
    private static final int[] ZIGZAG_LUMA = {0, 1, 2, 5, 9, 20, 35, 63};
    private static final int[] ZIGZAG_CHROMA = {0, 2, 9, 35};
    private static final double BORDER_SHARE = 0.03;
    private static final int GRID = 6;

    /**
     * Margin around the detector's box, which reaches from forehead to chin: hair, ears and neck belong to the person.
     */
    private static final double PERSON = 1.7;

    private TraitReader() {}

    /**
     * All traits.
     *
     * @param file the bytes of the photo
     * @param picture the decoded photo
     * @param facts of its main face
     */
    static Map<Trait, float[]> read(byte[] file, Rgb picture, FaceFacts facts) {
        Map<Trait, float[]> traits = new EnumMap<>(Trait.class);
        traits.put(Trait.SIZE, size(file, picture));
        traits.put(Trait.JPEG, jpeg(file));
        traits.put(Trait.BORDER, border(picture));
        traits.put(Trait.BACKGROUND, background(picture, facts.box().enlarged(PERSON)));
        traits.put(Trait.SHARPNESS, new float[] {log(facts.sharpness() + 1), log(unrest(picture) + 1)});
        return traits;
    }

    private static float[] size(byte[] file, Rgb picture) {
        double pixels = (double) picture.widthPx() * picture.heightPx();
        return new float[] {log(picture.widthPx()), log(picture.heightPx()), log(file.length / pixels)};
    }

    private static float[] jpeg(byte[] file) {
        float[] numbers = new float[Trait.JPEG.size()];
        JpegTables.read(file).ifPresent(tables -> {
            int at = 0;
            numbers[at++] = 1;
            for (int i : ZIGZAG_LUMA) {
                numbers[at++] = log(tables.luma()[i] + 1);
            }
            for (int i : ZIGZAG_CHROMA) {
                numbers[at++] = log(tables.chroma()[i] + 1);
            }
        });
        return numbers;
    }

    private static float[] border(Rgb picture) {
        int width = picture.widthPx();
        int height = picture.heightPx();
        int across = Math.max(1, (int) (BORDER_SHARE * width));
        int down = Math.max(1, (int) (BORDER_SHARE * height));
        Colour all = new Colour();
        float[] numbers = new float[Trait.BORDER.size()];
        int at = 0;
        int[][] strips = {
            {0, 0, width, down},
            {0, height - down, width, height},
            {0, 0, across, height},
            {width - across, 0, width, height}
        };
        for (int[] strip : strips) {
            Colour colour = new Colour();
            colour.add(picture, strip[0], strip[1], strip[2], strip[3]);
            all.add(picture, strip[0], strip[1], strip[2], strip[3]);
            for (int channel = 0; channel < 3; channel++) {
                numbers[at++] = (float) colour.mean(channel);
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            numbers[at++] = (float) all.deviation(channel);
        }
        return numbers;
    }

    /** Gives cells that the person can reach into, and those below them, the mean colour of the others. */
    private static float[] background(Rgb picture, Box person) {
        float[] numbers = new float[Trait.BACKGROUND.size()];
        boolean[] hidden = new boolean[GRID * GRID];
        Colour seen = new Colour();
        for (int cell = 0; cell < GRID * GRID; cell++) {
            int[] area = area(picture, cell);
            hidden[cell] = area[0] < person.right() && area[2] > person.left() && area[3] > person.top();
            if (!hidden[cell]) {
                seen.add(picture, area[0], area[1], area[2], area[3]);
            }
        }
        for (int cell = 0; cell < GRID * GRID; cell++) {
            Colour colour = new Colour();
            int[] area = area(picture, cell);
            if (!hidden[cell]) {
                colour.add(picture, area[0], area[1], area[2], area[3]);
            }
            for (int channel = 0; channel < 3; channel++) {
                numbers[3 * cell + channel] = (float) (hidden[cell] ? seen : colour).mean(channel);
            }
        }
        numbers[3 * GRID * GRID] = (float) seen.deviation(1);
        return numbers;
    }

    private static int[] area(Rgb picture, int cell) {
        int column = cell % GRID;
        int row = cell / GRID;
        return new int[] {
            column * picture.widthPx() / GRID,
            row * picture.heightPx() / GRID,
            (column + 1) * picture.widthPx() / GRID,
            (row + 1) * picture.heightPx() / GRID
        };
    }

    /** Mean square of the difference between neighbours. */
    private static double unrest(Rgb picture) {
        double sum = 0;
        long count = 0;
        for (int y = 0; y < picture.heightPx(); y++) {
            for (int x = 1; x < picture.widthPx(); x++) {
                double step = picture.luma(x, y) - picture.luma(x - 1, y);
                sum += step * step;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static float log(double value) {
        return (float) Math.log(value);
    }

    /** Sums over pixels. */
    private static final class Colour {
        private final double[] sums = new double[3];
        private final double[] squares = new double[3];
        private long count;

        void add(Rgb picture, int left, int top, int right, int bottom) {
            byte[] data = picture.data();
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    int i = 3 * (y * picture.widthPx() + x);
                    for (int channel = 0; channel < 3; channel++) {
                        int value = data[i + channel] & 0xFF;
                        sums[channel] += value;
                        squares[channel] += (double) value * value;
                    }
                    count++;
                }
            }
        }

        /** Medium grey if no cell is visible. */
        double mean(int channel) {
            return count == 0 ? 128 : sums[channel] / count;
        }

        double deviation(int channel) {
            double mean = mean(channel);
            return count == 0 ? 0 : Math.sqrt(Math.max(0, squares[channel] / count - mean * mean));
        }
    }
}
