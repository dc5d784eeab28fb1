package org.facies.synth.portrait;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facies.synth.asset.HeadAssets;
import org.facies.synth.asset.TargetNames;
import org.facies.synth.mesh.Target;

/**
 * Makes the shape of a head. The base heads (about 1, 10 and 25 years; three ancestries; two sexes) are blended. Then
 * features and expression move points. Displacements are scaled by the size of the head, so that they have the same
 * effect at every age.
 */
final class Sculptor {

    private static final double BABY_YEARS = 1;
    private static final double CHILD_YEARS = 10;
    private static final double YOUNG_YEARS = 25;
    /** Height above which the skull is measured, above the ears of the adult base mesh. */
    private static final double SKULL_FROM_Y = 7.75;

    private final HeadAssets assets;
    private final double[] adultExtents;

    Sculptor(HeadAssets assets) {
        this.assets = assets;
        this.adultExtents = extents(assets.points());
    }

    /**
     * A shaped head.
     *
     * @param points x, y, z in turn
     * @param scale size relative to the adult base mesh, along x, y and z
     * @param headHeight from chin to crown
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one picture
    record Sculpture(float[] points, float[] scale, double headHeight) {}

    Sculpture sculpt(HeadShape shape, Map<String, Double> expression) {
        float[] points = assets.points().clone();
        SortedMap<String, Double> ancestries = shares(shape.ancestry());
        String sex = shape.sex().name().toLowerCase(Locale.ROOT);
        ancestries.forEach((ancestry, share) -> {
            ageShares(shape.ageYears()).forEach((age, ageShare) -> {
                move(points, TargetNames.whole(ancestry, sex, age), share * ageShare);
            });
        });
        double size = headHeight(points) / headHeight(assets.points());
        shape.targets().forEach((name, weight) -> move(points, name, weight * size));
        ancestries.forEach((ancestry, share) -> expression.forEach(
                (unit, weight) -> move(points, TargetNames.expression(ancestry, unit), share * weight * size)));
        return new Sculpture(points, scale(points), headHeight(points));
    }

    /**
     * The shares in the order of names. The order of {@code Map.of} differs between processes, and sums depend on it.
     */
    static SortedMap<String, Double> shares(AncestryBlend blend) {
        return sorted(Map.of("african", blend.african(), "asian", blend.asian(), "caucasian", blend.caucasian()));
    }

    /**
     * Shares of the base ages. Heads grow fast at first: the shape is linear in the square root of the age to 10 years.
     */
    private static SortedMap<String, Double> ageShares(double years) {
        if (years <= CHILD_YEARS) {
            double child = (Math.sqrt(Math.max(years, BABY_YEARS)) - Math.sqrt(BABY_YEARS))
                    / (Math.sqrt(CHILD_YEARS) - Math.sqrt(BABY_YEARS));
            return sorted(Map.of("baby", 1 - child, "child", child));
        }
        double young = (years - CHILD_YEARS) / (YOUNG_YEARS - CHILD_YEARS);
        return sorted(Map.of("child", 1 - young, "young", young));
    }

    private static SortedMap<String, Double> sorted(Map<String, Double> shares) {
        return new TreeMap<>(shares);
    }

    private void move(float[] points, String name, double weight) {
        if (weight == 0) {
            return;
        }
        Target target = assets.targets().get(name);
        if (target == null) {
            throw new IllegalArgumentException("there is no target " + name);
        }
        target.addTo(points, weight);
    }

    double[] mark(float[] points, String name) {
        double[] mean = new double[3];
        int[] of = assets.marks().get(name);
        for (int point : of) {
            for (int axis = 0; axis < 3; axis++) {
                mean[axis] += points[3 * point + axis] / of.length;
            }
        }
        return mean;
    }

    private double headHeight(float[] points) {
        return mark(points, "crown")[1] - mark(points, "chin")[1];
    }

    private float[] scale(float[] points) {
        double[] now = extents(points);
        float[] scale = new float[3];
        for (int axis : List.of(0, 1, 2)) {
            scale[axis] = (float) (now[axis] / adultExtents[axis]);
        }
        return scale;
    }

    /** Width and depth of the skull, height of the head. */
    private double[] extents(float[] points) {
        float[] least = {Float.MAX_VALUE, 0, Float.MAX_VALUE};
        float[] most = {-Float.MAX_VALUE, 0, -Float.MAX_VALUE};
        for (int point : assets.skin().corners()) {
            if (assets.points()[3 * point + 1] > SKULL_FROM_Y) {
                for (int axis = 0; axis < 3; axis += 2) {
                    least[axis] = Math.min(least[axis], points[3 * point + axis]);
                    most[axis] = Math.max(most[axis], points[3 * point + axis]);
                }
            }
        }
        return new double[] {most[0] - least[0], headHeight(points), most[2] - least[2]};
    }
}
