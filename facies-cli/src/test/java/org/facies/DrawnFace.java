package org.facies;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/**
 * A face out of ellipses, good enough for a face detector and nobody's photo.
 *
 * @param eyeSpread distance of the eyes from the middle, part of half the face's width; 0.42 is usual
 * @param mouthWidth half the mouth's width, part of half the face's width; 0.34 is usual
 * @param tone of the skin, 0.7 to 1.05
 */
public record DrawnFace(double eyeSpread, double mouthWidth, double tone) {
    private static final int SIDE_PX = 250;

    /** A face that varies a little about the given proportions. */
    public static DrawnFace around(double eyeSpread, double mouthWidth, RandomGenerator random) {
        return new DrawnFace(
                eyeSpread + 0.01 * random.nextGaussian(),
                mouthWidth + 0.01 * random.nextGaussian(),
                0.75 + 0.3 * random.nextDouble());
    }

    /** Writes a photo of the face as JPEG; place, size and background are the photo's own. */
    public void write(Path jpeg, RandomGenerator random) throws IOException {
        Files.createDirectories(jpeg.getParent());
        ImageIO.write(photo(random), "jpg", jpeg.toFile());
    }

    BufferedImage photo(RandomGenerator random) {
        BufferedImage image = new BufferedImage(SIDE_PX, SIDE_PX, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int grey = 120 + random.nextInt(100);
        pen.setColor(new Color(grey, grey, Math.min(255, grey + 10)));
        pen.fillRect(0, 0, SIDE_PX, SIDE_PX);
        double size = SIDE_PX * 0.22 * (0.95 + 0.1 * random.nextDouble());
        pen.translate(SIDE_PX / 2.0 + 4 * random.nextGaussian(), SIDE_PX / 2.0 + 4 * random.nextGaussian());
        pen.rotate(0.05 * random.nextGaussian());
        pen.scale(size, size);
        pen.setStroke(new BasicStroke(0.02f));
        head(pen);
        for (int side : new int[] {-1, 1}) {
            eye(pen, side * eyeSpread);
            ellipse(pen, side * 0.08, 0.3, 0.05, 0.03, skin(0.45));
        }
        ellipse(pen, 0, 0.13, 0.07, 0.3, skin(1.12));
        ellipse(pen, 0, 0.26, 0.14, 0.09, skin(1.05));
        for (int side : new int[] {-1, 1}) {
            ellipse(pen, side * 0.08, 0.31, 0.05, 0.03, skin(0.45));
        }
        ellipse(pen, 0, 0.65, mouthWidth, 0.1, new Color(170, 90, 90));
        ellipse(pen, 0, 0.64, mouthWidth * 0.9, 0.016, new Color(80, 40, 40));
        pen.dispose();
        return blurred(image);
    }

    private void head(Graphics2D pen) {
        ellipse(pen, 0, 1.75, 1.6, 0.8, skin(0.5));
        ellipse(pen, 0, 1.08, 0.45, 0.8, skin(0.85));
        ellipse(pen, 0, -0.24, 1.12, 1.38, new Color(60, 40, 30));
        ellipse(pen, 0, 0, 1, 1.35, skin(0.97));
        ellipse(pen, 0, -0.07, 0.85, 1.15, skin(1.05));
    }

    private void eye(Graphics2D pen, double x) {
        double y = -0.16;
        ellipse(pen, x, y, 0.24, 0.135, skin(0.75));
        ellipse(pen, x, y, 0.19, 0.084, new Color(235, 235, 235));
        ellipse(pen, x, y, 0.085, 0.08, new Color(80, 70, 60));
        ellipse(pen, x, y, 0.04, 0.04, new Color(10, 10, 10));
        ellipse(pen, x, y - 0.23, 0.24, 0.04, new Color(60, 40, 30));
    }

    private Color skin(double light) {
        double factor = tone * light;
        return new Color(channel(215 * factor), channel(170 * factor), channel(140 * factor));
    }

    private static int channel(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }

    private static void ellipse(Graphics2D pen, double x, double y, double a, double b, Color colour) {
        pen.setColor(colour);
        pen.fill(new Ellipse2D.Double(x - a, y - b, 2 * a, 2 * b));
    }

    private static BufferedImage blurred(BufferedImage image) {
        float[] weights = new float[9];
        Arrays.fill(weights, 1f / 9);
        return new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }
}
