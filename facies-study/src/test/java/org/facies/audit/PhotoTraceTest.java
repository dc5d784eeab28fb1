package org.facies.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.facies.cohort.Photo;
import org.facies.file.Sha256;
import org.junit.jupiter.api.Test;

class PhotoTraceTest {

    @Test
    void the_sharpness_of_the_face_is_no_trait_beside_the_face() {
        PhotoTrace trace = new PhotoTrace(
                new Photo("a.jpg", Path.of("a.jpg"), Sha256.of("a")),
                new float[] {1},
                new float[] {1},
                new float[PhotoTrace.FACE_SIDE_PX * PhotoTrace.FACE_SIDE_PX],
                Map.of(Trait.SHARPNESS, new float[] {6, 4}, Trait.SIZE, new float[] {1, 2, 3}));

        assertThat(trace.withoutFace(Trait.SHARPNESS)).containsExactly(4);
        assertThat(trace.withoutFace(Trait.SIZE)).containsExactly(1, 2, 3);
    }
}
