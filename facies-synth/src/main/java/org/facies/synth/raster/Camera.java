package org.facies.synth.raster;

/**
 * A pinhole camera on the z axis that looks along it.
 *
 * @param distance from the camera to the origin
 * @param focalPx focal length in pixels
 * @param centreX pixel column of the origin
 * @param centreY pixel row of the origin
 */
public record Camera(double distance, double focalPx, double centreX, double centreY) {

    /**
     * Projects points into the picture.
     *
     * @param points x, y, z in turn
     * @return for each point its column, its row and its nearness, which is 1 / distance along the axis
     */
    public float[] project(float[] points) {
        float[] seen = new float[points.length];
        for (int i = 0; i < points.length; i += 3) {
            double nearness = 1 / Math.max(1e-3, distance - points[i + 2]);
            seen[i] = (float) (centreX + focalPx * points[i] * nearness);
            seen[i + 1] = (float) (centreY - focalPx * points[i + 1] * nearness);
            seen[i + 2] = (float) nearness;
        }
        return seen;
    }
}
