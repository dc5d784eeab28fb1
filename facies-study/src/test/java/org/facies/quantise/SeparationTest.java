package org.facies.quantise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.embed.Embedding;
import org.facies.file.Sha256;
import org.junit.jupiter.api.Test;

class SeparationTest {

    @Test
    void embeddings_that_all_point_one_way_tell_nobody_apart() {
        Separation separation = Separation.of(photos(12), 1).orElseThrow();

        assertThat(separation.exact().pairs()).isEqualTo(24);
        assertThat(separation.exact().auc()).isEqualTo(1);
        assertThat(separation.rounded().auc()).isEqualTo(.5);
    }

    @Test
    void too_few_pairs_are_not_measured() {
        assertThat(Separation.of(photos(9), 1)).isEmpty();
    }

    /** Two photos for each subject: exact embeddings in the subject's own direction, rounded ones all alike. */
    private static List<EmbeddedPhoto> photos(int subjects) {
        List<EmbeddedPhoto> photos = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            Photo first = photo("s" + i + "_1");
            Photo second = photo("s" + i + "_2");
            Subject subject = new Subject("s" + i, "a", List.of(first, second), Map.of());
            float[] own = new float[subjects];
            own[i] = 1;
            for (Photo photo : subject.photos()) {
                photos.add(new EmbeddedPhoto(subject, photo, Embedding.of(own), Embedding.of(1, 1)));
            }
        }
        return photos;
    }

    private static Photo photo(String path) {
        return new Photo(path, Path.of(path), Sha256.of(path));
    }
}
