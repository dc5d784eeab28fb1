package org.facies.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.model.TestZoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedderTest {

    private static final List<String> KINDS = List.of("gradient", "noise", "face");

    @ParameterizedTest
    @ValueSource(strings = {"dlib-resnet", "mobilefacenet-512"})
    void embeddings_agree_with_an_independent_forward_pass(String id) throws IOException {
        JsonNode golden = golden().get(id);
        try (Embedder embedder = Embedder.open(TestZoo.model(id), 1)) {
            List<Embedding> embeddings = embedder.embed(crops(embedder), Views.CROP);

            assertThat(embeddings).hasSameSizeAs(KINDS);
            for (int i = 0; i < embeddings.size(); i++) {
                JsonNode expected = golden.get(KINDS.get(i));
                assertThat(embeddings.get(i).size()).isEqualTo(expected.size());
                for (int j = 0; j < expected.size(); j++) {
                    assertThat(embeddings.get(i).get(j))
                            .as("%s[%d]", KINDS.get(i), j)
                            .isCloseTo((float) expected.get(j).asDouble(), within(1e-4f));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dlib-resnet", "mobilefacenet-512"})
    void an_embedding_of_both_views_is_the_same_for_a_crop_and_its_mirror_image(String id) {
        try (Embedder embedder = Embedder.open(TestZoo.model(id), 1)) {
            Rgb crop = crops(embedder).get(0);

            List<Embedding> both = embedder.embed(List.of(crop, mirrored(crop)), Views.CROP_AND_MIRROR);
            List<Embedding> single = embedder.embed(List.of(crop, mirrored(crop)), Views.CROP);

            assertThat(both.get(0).toArray()).containsExactly(both.get(1).toArray(), within(1e-5f));
            assertThat(both.get(0)).isEqualTo(single.get(0).mean(single.get(1)));
            assertThat(single.get(0).cosine(single.get(1))).isLessThan(.9999);
        }
    }

    @Test
    void a_crop_has_the_same_embedding_in_any_batch() {
        try (Embedder embedder = Embedder.open(TestZoo.model("dlib-resnet"), 1)) {
            List<Rgb> three = crops(embedder);
            List<Rgb> many =
                    IntStream.range(0, 19).mapToObj(i -> three.get(i % 3)).toList();

            List<Embedding> embeddings = embedder.embed(many, Views.CROP);

            Embedding alone = embedder.embed(three.subList(2, 3), Views.CROP).get(0);
            assertThat(embeddings).hasSize(19);
            assertThat(embeddings.get(17).toArray()).containsExactly(alone.toArray(), within(1e-5f));
        }
    }

    @Test
    void a_detector_gives_no_embeddings() {
        assertThatThrownBy(() -> Embedder.open(TestZoo.model("landmarks-68"), 1))
                .isInstanceOf(BadInput.class)
                .hasMessage("model: \"landmarks-68\" is for landmarks, not for embeddings. "
                        + "Choose a backbone; \"facies model list\" shows them.");
    }

    @Test
    void a_crop_of_another_geometry_is_a_bug_of_the_caller() {
        try (Embedder embedder = Embedder.open(TestZoo.model("dlib-resnet"), 1)) {
            assertThatThrownBy(() -> embedder.embed(List.of(GoldenCrops.of("noise", 112)), Views.CROP))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Rgb[112 × 112] is not a crop for dlib-150");
        }
    }

    private static List<Rgb> crops(Embedder embedder) {
        int sizePx = embedder.input().geometry().widthPx();
        return KINDS.stream().map(kind -> GoldenCrops.of(kind, sizePx)).toList();
    }

    private static Rgb mirrored(Rgb picture) {
        int size = picture.widthPx();
        byte[] data = new byte[picture.data().length];
        for (int i = 0; i < data.length; i++) {
            int pixel = i / 3;
            int from = pixel / size * size + (size - 1 - pixel % size);
            data[i] = picture.data()[3 * from + i % 3];
        }
        return new Rgb(size, picture.heightPx(), data);
    }

    private static JsonNode golden() throws IOException {
        try (InputStream json = EmbedderTest.class.getResourceAsStream("embeddings.json")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
