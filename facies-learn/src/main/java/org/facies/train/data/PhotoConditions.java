package org.facies.train.data;

import java.util.SplittableRandom;
import org.facies.image.Decoded;
import org.facies.image.ImageLimits;
import org.facies.image.JpegWriter;
import org.facies.image.PhotoDecoder;
import org.facies.image.Rgb;

/** Light, colour, compression and focus, which differ between photos of the same face. */
record PhotoConditions(Augmentation augmentation) {

    private static final PhotoDecoder DECODER = new PhotoDecoder(ImageLimits.DEFAULT);

    /** Luma of Rec. 601. */
    private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

    /**
     * Draws and applies the conditions. All are drawn, used or not, so that one setting does not change the others.
     */
    Rgb applied(Rgb picture, SplittableRandom random) {
        double brightness = 255 * augmentation.brightness() * (2 * random.nextDouble() - 1);
        double contrast = 1 + augmentation.contrast() * (2 * random.nextDouble() - 1);
        boolean grey = random.nextDouble() < augmentation.grey();
        boolean blur = random.nextDouble() < augmentation.blur();
        double sigmaPx = augmentation.blurSigmaPx() * random.nextDouble();
        boolean jpeg = random.nextDouble() < augmentation.jpeg();
        double worst = augmentation.worstJpegQuality();
        double quality = worst + (1 - worst) * random.nextDouble();
        Rgb changed = contrast == 1 && brightness == 0 ? picture : lit(picture, contrast, brightness);
        changed = grey ? grey(changed) : changed;
        changed = blur && sigmaPx > 0 ? GaussianBlur.of(changed, sigmaPx) : changed;
        return jpeg ? throughJpeg(changed, (float) quality) : changed;
    }

    private static Rgb lit(Rgb picture, double contrast, double brightness) {
        byte[] data = picture.data();
        long sum = 0;
        for (byte value : data) {
            sum += value & 0xff;
        }
        double mean = (double) sum / data.length;
        byte[] table = new byte[256];
        for (int x = 0; x < 256; x++) {
            table[x] = (byte) Math.max(0, Math.min(255, Math.round((x - mean) * contrast + mean + brightness)));
        }
        byte[] changed = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            changed[i] = table[data[i] & 0xff];
        }
        return new Rgb(picture.widthPx(), picture.heightPx(), changed);
    }

    private static Rgb grey(Rgb picture) {
        byte[] data = picture.data();
        byte[] changed = new byte[data.length];
        for (int i = 0; i < data.length; i += 3) {
            float luma = LUMA[0] * (data[i] & 0xff) + LUMA[1] * (data[i + 1] & 0xff) + LUMA[2] * (data[i + 2] & 0xff);
            byte value = (byte) Math.round(luma);
            changed[i] = value;
            changed[i + 1] = value;
            changed[i + 2] = value;
        }
        return new Rgb(picture.widthPx(), picture.heightPx(), changed);
    }

    private static Rgb throughJpeg(Rgb picture, float quality) {
        if (DECODER.decode(JpegWriter.encode(picture, quality)) instanceof Decoded.Picture decoded) {
            return decoded.pixels();
        }
        throw new IllegalStateException("a JPEG just written cannot be read");
    }
}
