package org.facies.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.align.FaceModels;
import org.facies.align.FacePipeline;
import org.facies.align.FaceSettings;
import org.facies.detect.DrawnFace;
import org.facies.detect.RetinaFaceVariant;
import org.facies.embed.PhotoEmbedder.Result;
import org.facies.image.ImageLimits;
import org.facies.image.PhotoDecoder;
import org.facies.image.PngWriter;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.model.TestZoo;
import org.facies.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoEmbedderTest {

    private static Embedder embedder;
    private static FacePipeline pipeline;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        embedder = Embedder.open(TestZoo.model("mobilefacenet-512"), 1);
        FaceModels models = new FaceModels(
                Files.readAllBytes(TestZoo.model("retinaface-mnet25").file()),
                RetinaFaceVariant.V1,
                Files.readAllBytes(TestZoo.model("landmarks-68").file()));
        pipeline = new FacePipeline(models, FaceSettings.onThreads(2));
    }

    @AfterAll
    static void close() {
        pipeline.close();
        embedder.close();
    }

    @Test
    void photos_keep_their_order_and_the_unusable_say_why() throws Exception {
        Path face = photo("face.png", DrawnFace.portrait());
        Path noise = photo("noise.png", DrawnFace.noise(1));
        Path large = photo("large.png", DrawnFace.portrait(500));
        Path missing = folder.resolve("missing.png");
        List<Integer> progress = new ArrayList<>();

        List<Result> results = PhotoEmbedder.ofPhotos(pipeline, embedder, Views.CROP)
                .embed(List.of(noise, face, missing, large), (done, note) -> progress.add(10 * (int) done + 4));

        assertThat(results).extracting(Result::photo).containsExactly(noise, face, missing, large);
        assertThat(results.get(0)).isInstanceOf(Result.Refused.class);
        assertThat(results.get(2))
                .isEqualTo(new Result.Refused(
                        missing, "cannot be read", "Give the path of a photo that exists and that you may read."));
        assertThat(embedding(results.get(1)).cosine(embedding(results.get(3)))).isGreaterThan(.8);
        assertThat(progress).containsExactly(44);
    }

    @Test
    void crops_are_embedded_as_they_are() throws Exception {
        Path crop = photo("crop.png", GoldenCrops.of("face", 112));
        Path photo = photo("photo.png", DrawnFace.portrait());

        List<Result> results = PhotoEmbedder.ofCrops(new PhotoDecoder(ImageLimits.DEFAULT), embedder, Views.CROP)
                .embed(List.of(crop, photo), Progress.Bar.SILENT);

        Embedding expected =
                embedder.embed(List.of(GoldenCrops.of("face", 112)), Views.CROP).get(0);
        assertThat(embedding(results.get(0)).toArray()).containsExactly(expected.toArray(), within(1e-6f));
        assertThat(results.get(1))
                .isEqualTo(new Result.Refused(
                        photo,
                        "is 250 × 250 pixels, but a crop of arcface-112 is 112 × 112",
                        "Leave out --aligned, or align the photo for this model."));
    }

    @Test
    void pairs_are_measured_from_the_photos_on_and_those_without_a_face_are_named() throws Exception {
        Path first = photo("first.png", DrawnFace.portrait());
        Path second = photo("second.png", DrawnFace.portrait(400));
        Path noise = photo("noise.png", DrawnFace.noise(2));
        List<PhotoPair> pairs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            pairs.add(new PhotoPair(first, second, i % 4 > 0));
        }
        pairs.add(new PhotoPair(first, noise, false));

        PairVerification measured = PairVerification.measure(
                pairs, PhotoEmbedder.ofPhotos(pipeline, embedder, Views.CROP), Progress.Bar.SILENT);

        assertThat(measured.photos()).isEqualTo(3);
        assertThat(measured.refused()).extracting(Result.Refused::photo).containsExactly(noise);
        assertThat(measured.verification().pairs()).isEqualTo(12);
        assertThat(measured.verification().auc()).isEqualTo(.5);
    }

    @Test
    void too_few_pairs_with_faces_are_refused() throws Exception {
        Path noise = photo("noise.png", DrawnFace.noise(3));
        List<PhotoPair> pairs = List.of(new PhotoPair(noise, noise, true));
        PhotoEmbedder photos = PhotoEmbedder.ofPhotos(pipeline, embedder, Views.CROP);

        assertThatThrownBy(() -> PairVerification.measure(pairs, photos, Progress.Bar.SILENT))
                .isInstanceOf(BadInput.class)
                .hasMessage("pairs: leave 0 pairs to compare, because the other photos show no usable face. "
                        + "Give at least 10 pairs of photos with faces.");
    }

    private static Embedding embedding(Result result) {
        assertThat(result).isInstanceOf(Result.Embedded.class);
        return ((Result.Embedded) result).embedding();
    }

    private Path photo(String name, Rgb picture) throws IOException {
        return Files.write(folder.resolve(name), PngWriter.encode(picture));
    }
}
