package org.facies.synth.mesh;

/**
 * A rotation of space as a 3 × 3 matrix, row by row.
 *
 * @param cells nine numbers
 */
@SuppressWarnings("ArrayRecordComponent") // never written to
public record Rotation(double[] cells) {

    public static final Rotation NONE = new Rotation(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});

    /** Around the vertical axis; positive turns what faces the viewer to the viewer's right. */
    public static Rotation yaw(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Rotation(new double[] {c, 0, s, 0, 1, 0, -s, 0, c});
    }

    /** Around the axis to the right; positive turns what faces the viewer upwards. */
    public static Rotation pitch(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Rotation(new double[] {1, 0, 0, 0, c, s, 0, -s, c});
    }

    /** Around the axis to the viewer; positive leans what is upright to the viewer's right. */
    public static Rotation roll(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Rotation(new double[] {c, s, 0, -s, c, 0, 0, 0, 1});
    }

    /** This rotation after another. */
    public Rotation after(Rotation first) {
        double[] product = new double[9];
        for (int i = 0; i < 9; i++) {
            for (int k = 0; k < 3; k++) {
                product[i] += cells[i - i % 3 + k] * first.cells[3 * k + i % 3];
            }
        }
        return new Rotation(product);
    }

    public Rotation inverse() {
        double[] c = cells;
        return new Rotation(new double[] {c[0], c[3], c[6], c[1], c[4], c[7], c[2], c[5], c[8]});
    }

    /** One coordinate of a turned vector: 0 is x, 1 is y, 2 is z. */
    public double turned(int axis, double x, double y, double z) {
        return cells[3 * axis] * x + cells[3 * axis + 1] * y + cells[3 * axis + 2] * z;
    }
}
