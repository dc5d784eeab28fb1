package org.facies.synth.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeshTest {

    private static final Surface TRIANGLE = new Surface(new int[] {0, 1, 2}, new int[3], new float[2]);

    @Test
    void a_triangle_that_runs_counter_clockwise_faces_the_viewer() {
        float[] normals = TRIANGLE.normals(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 9, 9, 9});

        assertThat(normals).containsExactly(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void a_target_moves_its_points_by_its_weight_and_leaves_the_others() {
        float[] points = {1, 1, 1, 2, 2, 2};

        new Target(new int[] {1}, new float[] {0.5f, 0, -1}).addTo(points, 2);

        assertThat(points).containsExactly(1, 1, 1, 3, 2, 0);
    }

    @Test
    void a_part_follows_its_anchors_and_scales_its_offset() {
        Attachment part =
                new Attachment(new int[] {0, 1, 1}, new float[] {0.5f, 0.25f, 0.25f}, new float[] {0, 1, 0}, TRIANGLE);

        assertThat(part.place(new float[] {0, 0, 0, 4, 4, 4}, new float[] {1, 3, 1}))
                .containsExactly(2, 5, 2);
    }

    @Test
    void rotations_turn_as_they_say() {
        assertThat(Rotation.yaw(90).turned(0, 0, 0, 1)).isCloseTo(1, within(1e-12));
        assertThat(Rotation.pitch(90).turned(1, 0, 0, 1)).isCloseTo(1, within(1e-12));
        assertThat(Rotation.roll(90).turned(0, 0, 1, 0)).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_rotation_after_its_inverse_changes_nothing() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50; i++) {
            Rotation rotation = Rotation.yaw(random.nextDouble(360))
                    .after(Rotation.pitch(random.nextDouble(360)))
                    .after(Rotation.roll(random.nextDouble(360)));
            assertThat(rotation.after(rotation.inverse()).cells())
                    .containsExactly(Rotation.NONE.cells(), within(1e-12));
        }
    }
}
