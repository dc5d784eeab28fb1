package org.facies.synth.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.facies.synth.mesh.Surface;
import org.junit.jupiter.api.Test;

class DepthMapTest {

    private static final float[] FROM_THE_CAMERA = {0, 0, 1};
    private static final Surface TRIANGLE = new Surface(new int[] {0, 1, 2}, new int[3], new float[2]);
    private static final float[] POINTS = {-1, -1, 0, 1, -1, 0, 0, 1, 0};

    @Test
    void what_lies_behind_a_triangle_is_in_its_shadow() {
        DepthMap map = map(true);

        assertThat(map.visibility(0, 0, -0.5f, 0.01f)).isZero();
        assertThat(map.visibility(0, 0, 0.5f, 0.01f)).isEqualTo(1);
        assertThat(map.visibility(0.9f, 0.9f, -0.5f, 0.01f)).isEqualTo(1);
        assertThat(map.visibility(0, 0, 0, 0.01f)).isEqualTo(1);
    }

    @Test
    void what_does_not_cast_shadows_does_not() {
        assertThat(map(false).visibility(0, 0, -0.5f, 0.01f)).isEqualTo(1);
    }

    @Test
    void a_soft_shadow_fades_across_its_edge_and_never_back() {
        DepthMap map = map(true);
        float before = 0;
        for (float x = -0.2f; x < 1.1f; x += 0.01f) {
            float seen = map.softVisibility(x, -0.5f, -0.5f, 0.01f, 2);
            assertThat(seen).isBetween(before - 1e-5f, 1.00001f);
            before = seen;
        }
        assertThat(map.softVisibility(-0.2f, -0.5f, -0.5f, 0.01f, 2)).isZero();
        assertThat(before).isCloseTo(1, within(1e-5f));
    }

    private static DepthMap map(boolean casts) {
        DepthMap map = new DepthMap(FROM_THE_CAMERA, 2, 64);
        map.add(TRIANGLE, POINTS, new boolean[] {casts});
        return map;
    }
}
