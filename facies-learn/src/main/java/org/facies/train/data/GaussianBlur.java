package org.facies.train.data;

import org.facies.image.Rgb;

/** A Gaussian blur, rows then columns, truncated at three standard deviations; edge pixels are repeated. */
final class GaussianBlur {

    private GaussianBlur() {}

    static Rgb of(Rgb picture, double sigmaPx) {
        float[] kernel = kernel(sigmaPx);
        int width = picture.widthPx();
        int height = picture.heightPx();
        byte[] rows = new byte[picture.data().length];
        byte[] both = new byte[rows.length];
        blur(picture.data(), rows, new Lines(height, 3 * width, width, 3), kernel);
        blur(rows, both, new Lines(width, 3, height, 3 * width), kernel);
        return new Rgb(width, height, both);
    }

    /** Parallel lines of pixels in an interleaved picture: their number, distance, length and step. */
    private record Lines(int count, int apart, int length, int step) {}

    private static void blur(byte[] from, byte[] to, Lines lines, float[] kernel) {
        for (int line = 0; line < lines.count(); line++) {
            for (int i = 0; i < lines.length(); i++) {
                for (int channel = 0; channel < 3; channel++) {
                    int start = line * lines.apart() + channel;
                    to[start + i * lines.step()] = weighted(from, start, i, lines, kernel);
                }
            }
        }
    }

    private static byte weighted(byte[] from, int start, int at, Lines lines, float[] kernel) {
        int reach = kernel.length / 2;
        float sum = 0;
        for (int k = -reach; k <= reach; k++) {
            int i = Math.max(0, Math.min(lines.length() - 1, at + k));
            sum += kernel[k + reach] * (from[start + i * lines.step()] & 0xff);
        }
        return (byte) Math.round(sum);
    }

    private static float[] kernel(double sigmaPx) {
        int reach = (int) Math.ceil(3 * sigmaPx);
        float[] kernel = new float[2 * reach + 1];
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            sum += Math.exp(-k * k / (2 * sigmaPx * sigmaPx));
        }
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = (float) (Math.exp(-k * k / (2 * sigmaPx * sigmaPx)) / sum);
        }
        return kernel;
    }
}
