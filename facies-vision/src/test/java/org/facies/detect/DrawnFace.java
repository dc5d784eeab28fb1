package org.facies.detect;

import java.util.Random;
import org.facies.image.Affine;
import org.facies.image.Point;
import org.facies.image.Rgb;
import org.facies.image.Warp;

/**
 * A face made of soft ellipses, as nobody's photo may be kept with the code. The detector takes it for a face (0.99).
 */
public final class DrawnFace {

    public static final int SIDE_PX = 250;
    public static final Point LEFT_EYE = new Point(105, 114);
    public static final Point RIGHT_EYE = new Point(145, 114);

    private final double[] canvas = new double[3 * SIDE_PX * SIDE_PX];

    private DrawnFace() {}

    /** 250 × 250 pixels, the face in the middle. */
    public static Rgb portrait() {
        return new DrawnFace().draw();
    }

    /** The portrait at any size. */
    public static Rgb portrait(int sidePx) {
        return Warp.draw(portrait(), Affine.magnification((double) SIDE_PX / sidePx), sidePx, sidePx);
    }

    /** Part of the plane around the portrait, whose background goes on for ever. */
    public static Rgb seenThrough(Affine toPortrait, int widthPx, int heightPx) {
        return Warp.draw(portrait(), toPortrait, widthPx, heightPx);
    }

    /** Several pictures of one height beside each other. */
    public static Rgb row(Rgb... pictures) {
        int height = pictures[0].heightPx();
        int width = 0;
        for (Rgb picture : pictures) {
            width += picture.widthPx();
        }
        byte[] data = new byte[3 * width * height];
        int left = 0;
        for (Rgb picture : pictures) {
            for (int y = 0; y < height; y++) {
                int stride = 3 * picture.widthPx();
                System.arraycopy(picture.data(), y * stride, data, 3 * (y * width + left), stride);
            }
            left += picture.widthPx();
        }
        return new Rgb(width, height, data);
    }

    /** Nothing but noise. */
    public static Rgb noise(long seed) {
        byte[] data = new byte[3 * SIDE_PX * SIDE_PX];
        new Random(seed).nextBytes(data);
        return new Rgb(SIDE_PX, SIDE_PX, data);
    }

    private Rgb draw() {
        ellipse(125, 125, 9999, 9999, 2, 1, 150, 160, 175);
        ellipse(125, 110, 62, 80, 2, 1, 60, 45, 35);
        ellipse(125, 230, 80, 45, 2, 1, 90, 110, 140);
        ellipse(125, 195, 25, 40, 3, 1, 190, 145, 120);
        ellipse(125, 128, 50, 68, 2, 1, 214, 170, 145);
        for (int side = -1; side <= 1; side += 2) {
            ellipse(125 + side * 20, 100, 13, 2.5, 1.2, 1, 80, 55, 40);
            ellipse(125 + side * 20, 114, 10, 5, 1.2, 1, 235, 230, 225);
            ellipse(125 + side * 20, 114, 4.5, 4.5, 1, 1, 50, 35, 25);
            ellipse(125 + side * 7, 146, 3.5, 2.5, 1, 1, 130, 85, 70);
        }
        ellipse(125, 132, 5, 18, 5, .5, 235, 195, 170);
        ellipse(125, 165, 18, 4, 1.3, 1, 165, 80, 80);
        ellipse(125, 164.5, 17, .8, .8, 1, 90, 40, 40);
        byte[] data = new byte[canvas.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) Math.round(canvas[i]);
        }
        return new Rgb(SIDE_PX, SIDE_PX, data);
    }

    private void ellipse(
            double x, double y, double halfWidth, double halfHeight, double soft, double opacity, double... colour) {
        double edge = Math.min(halfWidth, halfHeight) / soft;
        for (int i = 0; i < SIDE_PX * SIDE_PX; i++) {
            int column = i % SIDE_PX;
            int row = i / SIDE_PX;
            double distance = Math.hypot((column - x) / halfWidth, (row - y) / halfHeight);
            double cover = opacity / (1 + Math.exp((distance - 1) * edge));
            for (int channel = 0; channel < 3; channel++) {
                canvas[3 * i + channel] += cover * (colour[channel] - canvas[3 * i + channel]);
            }
        }
    }
}
