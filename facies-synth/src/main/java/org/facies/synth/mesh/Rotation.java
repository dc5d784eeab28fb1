package org.facies.synth.mesh;

/**
 * A rotation in space as a 3 × 3 matrix, row by row.
 *
 * @param cells nine numbers
 */
@SuppressWarnings("ArrayRecordComponent") // never written to
public record Rotation(double[] cells) {

    public static final Rotation NONE = new Rotation(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});

    /** Rotation around the vertical axis; a positive angle turns the front to the viewer's right. */
    public static Rotation yaw(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Rotation(new double[] {c, 0, s, 0, 1, 0, -s, 0, c});
    }

    /** Rotation around the horizontal axis; a positive angle turns the front upwards. */
    public static Rotation pitch(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Rotation(new double[] {1, 0, 0, 0, c, s, 0, -s, c});
    }

    /** Rotation around the axis to the viewer; a positive angle leans the top to the viewer's right. */
    public static Rotation roll(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Rotation(new double[] {c, s, 0, -s, c, 0, 0, 0, 1});
    }

    /** The rotation that applies another one first and then this one. */
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

    /** One coordinate of the rotated vector: axis 0 is x, 1 is y, 2 is z. */
    public double turned(int axis, double x, double y, double z) {
        return cells[3 * axis] * x + cells[3 * axis + 1] * y + cells[3 * axis + 2] * z;
    }
}
