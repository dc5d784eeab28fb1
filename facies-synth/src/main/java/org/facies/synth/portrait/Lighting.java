package org.facies.synth.portrait;

import java.util.List;
import org.facies.synth.raster.DepthMap;
import org.facies.synth.raster.Srgb;

/**
 * The light in the studio: a key light with soft shadows, and ambient light that the head occludes in its hollows. All
 * directions are relative to the camera: x right, y up, z towards it.
 */
final class Lighting {

    private static final int KEY_MAP_PX = 192;
    private static final int SKY_MAP_PX = 48;
    private static final int SKY_DIRECTIONS = 14;
    private static final float GAIN = 1.95f;

    private final float[] keyDirection;
    private final float[] keyLight;
    private final DepthMap keyMap;
    private final float[][] skyDirections;
    private final float[][] skyLight;
    private final DepthMap[] skyMaps;
    private final float bias;
    private final int penumbraCells;

    /**
     * Light on the given pieces.
     *
     * @param pieces the objects that cast shadows
     * @param headHeight in the units of the points
     */
    Lighting(Scene.Light light, List<Piece> pieces, double headHeight) {
        double azimuth = Math.toRadians(light.azimuthDegrees());
        double elevation = Math.toRadians(light.elevationDegrees());
        this.keyDirection = new float[] {
            (float) (Math.sin(azimuth) * Math.cos(elevation)),
            (float) Math.sin(elevation),
            (float) (Math.cos(azimuth) * Math.cos(elevation))
        };
        float warmth = (float) light.warmth();
        this.keyLight = tinted(GAIN * (float) (1 - light.ambient()), warmth);
        this.bias = (float) (0.02 * headHeight);
        this.penumbraCells = 1;
        this.keyMap = map(keyDirection, pieces, headHeight, KEY_MAP_PX);
        this.skyDirections = new float[SKY_DIRECTIONS][];
        this.skyLight = new float[SKY_DIRECTIONS][];
        this.skyMaps = new DepthMap[SKY_DIRECTIONS];
        for (int i = 0; i < SKY_DIRECTIONS; i++) {
            skyDirections[i] = spiral(i);
            skyLight[i] = tinted(GAIN * (float) light.ambient() * sky(skyDirections[i]), warmth * 0.5f);
            skyMaps[i] = map(skyDirections[i], pieces, headHeight, SKY_MAP_PX);
        }
    }

    private static DepthMap map(float[] direction, List<Piece> pieces, double headHeight, int sidePx) {
        DepthMap map = new DepthMap(direction, 1.25 * headHeight, sidePx);
        pieces.forEach(piece -> map.add(piece.surface(), piece.points(), piece.casts()));
        return map;
    }

    /** Evenly spread directions (Fibonacci's spiral on the sphere). */
    private static float[] spiral(int i) {
        double y = 1 - 2 * (i + 0.5) / SKY_DIRECTIONS;
        double radius = Math.sqrt(1 - y * y);
        double angle = i * Math.PI * (3 - Math.sqrt(5));
        return new float[] {(float) (radius * Math.sin(angle)), (float) y, (float) (radius * Math.cos(angle))};
    }

    /** Radiance of a room, over π and per direction: bright above, a little brighter behind, half as bright below. */
    private static float sky(float[] direction) {
        float radiance = 1 + 0.45f * direction[1] + 0.35f * Math.max(0, -direction[2]);
        return radiance * 4 / SKY_DIRECTIONS;
    }

    private static float[] tinted(float strength, float warmth) {
        return new float[] {strength * (1 + 0.12f * warmth), strength, strength * (1 - 0.2f * warmth)};
    }

    /** The linear light of a colour of the backdrop, which is lit without shadows. */
    static float[] linear(Tint tint) {
        return new float[] {
            (float) Srgb.toLinear(tint.red()), (float) Srgb.toLinear(tint.green()), (float) Srgb.toLinear(tint.blue())
        };
    }

    float[] keyDirection() {
        return keyDirection;
    }

    float[] keyLight() {
        return keyLight;
    }

    /** The fraction of the key light that reaches a point, from 0 to 1. */
    float keyVisibility(float x, float y, float z) {
        return keyMap.softVisibility(x, y, z, bias, penumbraCells);
    }

    /** Ambient light on each point, red, green, blue in turn. */
    float[] ambient(float[] points, float[] normals) {
        float[] ambient = new float[points.length];
        for (int d = 0; d < skyDirections.length; d++) {
            float[] towards = skyDirections[d];
            for (int i = 0; i < points.length; i += 3) {
                float cosine = towards[0] * normals[i] + towards[1] * normals[i + 1] + towards[2] * normals[i + 2];
                if (cosine > 0) {
                    float seen = cosine
                            * skyMaps[d].softVisibility(
                                    points[i] + bias * normals[i],
                                    points[i + 1] + bias * normals[i + 1],
                                    points[i + 2] + bias * normals[i + 2],
                                    2 * bias,
                                    0);
                    ambient[i] += seen * skyLight[d][0];
                    ambient[i + 1] += seen * skyLight[d][1];
                    ambient[i + 2] += seen * skyLight[d][2];
                }
            }
        }
        return ambient;
    }
}
