package org.facies.train.data;

import java.util.SplittableRandom;
import org.facies.align.CropGeometry;
import org.facies.image.Affine;
import org.facies.image.Rgb;
import org.facies.image.Warp;

/** Cuts the network's input out of a padded crop: unchanged, mirrored, or changed by an {@link Augmentation}. */
final class CropAugmenter {

    private final CropGeometry geometry;
    private final Augmentation augmentation;

    CropAugmenter(CropGeometry geometry, Augmentation augmentation) {
        this.geometry = geometry;
        this.augmentation = augmentation;
    }

    /** The middle of the padded crop. */
    Rgb plain(Rgb padded) {
        return padded.centre(geometry.widthPx(), geometry.heightPx());
    }

    /** A random variation of the crop; the same state of {@code random} gives the same variation. */
    Rgb varied(Rgb padded, SplittableRandom random) {
        boolean flip = random.nextDouble() < augmentation.flip();
        Affine similarity = similarity(padded, flip, random);
        return new PhotoConditions(augmentation).applied(moved(padded, flip, similarity), random);
    }

    private Rgb moved(Rgb padded, boolean flip, Affine similarity) {
        if (augmentation.moves()) {
            return Warp.draw(padded, similarity, geometry.widthPx(), geometry.heightPx());
        }
        return flip ? plain(padded).mirrored() : plain(padded);
    }

    /** The map from a pixel of the network's input to its place in the padded crop. */
    private Affine similarity(Rgb padded, boolean flip, SplittableRandom random) {
        double turn = Math.toRadians(symmetric(random, augmentation.rotationDegrees()));
        double size = Math.exp(symmetric(random, Math.log1p(augmentation.scale())));
        double shiftX = symmetric(random, augmentation.shift() * geometry.widthPx());
        double shiftY = symmetric(random, augmentation.shift() * geometry.widthPx());
        double cos = Math.cos(turn) / size;
        double sin = Math.sin(turn) / size;
        double mirror = flip ? -1 : 1;
        double middleX = (geometry.widthPx() - 1) / 2.0;
        double middleY = (geometry.heightPx() - 1) / 2.0;
        double toX = (padded.widthPx() - 1) / 2.0 + shiftX;
        double toY = (padded.heightPx() - 1) / 2.0 + shiftY;
        return new Affine(
                cos * mirror,
                -sin,
                toX - cos * mirror * middleX + sin * middleY,
                sin * mirror,
                cos,
                toY - sin * mirror * middleX - cos * middleY);
    }

    /** Uniform in [-limit, limit]. */
    private static double symmetric(SplittableRandom random, double limit) {
        return (2 * random.nextDouble() - 1) * limit;
    }
}
