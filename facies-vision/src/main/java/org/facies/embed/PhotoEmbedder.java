package org.facies.embed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.align.CropGeometry;
import org.facies.align.FacePipeline;
import org.facies.align.FaceResult;
import org.facies.cohort.Photo;
import org.facies.file.Sha256;
import org.facies.image.Decoded;
import org.facies.image.PhotoDecoder;
import org.facies.image.Rgb;
import org.facies.progress.Progress;

/** Computes embeddings of photo files, with a few hundred photos in memory at a time. */
public final class PhotoEmbedder {

    private static final int BATCH = 256;
    private static final Crop UNREADABLE =
            new Crop.None("cannot be read", "Give the path of a photo that exists and that you may read.");

    private final CropSource crops;
    private final Embedder embedder;
    private final Views views;

    private PhotoEmbedder(CropSource crops, Embedder embedder, Views views) {
        this.crops = crops;
        this.embedder = embedder;
        this.views = views;
    }

    /** An embedder for photos: the main face is found and aligned for the network. */
    public static PhotoEmbedder ofPhotos(FacePipeline pipeline, Embedder embedder, Views views) {
        CropGeometry geometry = embedder.input().geometry();
        return new PhotoEmbedder(files -> found(pipeline, geometry, files), embedder, views);
    }

    /** An embedder for files that are already crops of the network's geometry. */
    public static PhotoEmbedder ofCrops(PhotoDecoder decoder, Embedder embedder, Views views) {
        CropGeometry geometry = embedder.input().geometry();
        return new PhotoEmbedder(
                files -> files.stream()
                        .map(file -> decoded(decoder, geometry, file))
                        .toList(),
                embedder,
                views);
    }

    /** The result for a photo. */
    public sealed interface Result {

        /** The photo's path as it was given. */
        Path photo();

        /** The photo has an embedding. */
        record Embedded(Path photo, Embedding embedding) implements Result {}

        /**
         * The photo has no embedding.
         *
         * @param photo its path as it was given
         * @param reason a clause or sentence
         * @param remedy what the user can do, as a sentence
         */
        record Refused(Path photo, String reason, String remedy) implements Result {}
    }

    /**
     * Embeds photos.
     *
     * @return one result for each photo, in their order
     * @throws InterruptedException if the calling thread is interrupted
     */
    public List<Result> embed(List<Path> photos, Progress.Bar progress) throws InterruptedException {
        List<Result> results = new ArrayList<>(photos.size());
        for (int from = 0; from < photos.size(); from += BATCH) {
            results.addAll(batch(photos.subList(from, Math.min(from + BATCH, photos.size()))));
            progress.at(results.size());
        }
        return results;
    }

    private List<Result> batch(List<Path> photos) throws InterruptedException {
        List<Crop> cropped = crops.of(photos);
        List<Rgb> pictures = cropped.stream()
                .filter(Crop.Of.class::isInstance)
                .map(crop -> ((Crop.Of) crop).picture())
                .toList();
        Iterator<Embedding> embeddings = embedder.embed(pictures, views).iterator();
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            Path photo = photos.get(i);
            results.add(
                    cropped.get(i) instanceof Crop.None none
                            ? new Result.Refused(photo, none.reason(), none.remedy())
                            : new Result.Embedded(photo, embeddings.next()));
        }
        return results;
    }

    private interface CropSource {
        List<Crop> of(List<Path> files) throws InterruptedException;
    }

    private sealed interface Crop {
        record Of(Rgb picture) implements Crop {}

        record None(String reason, String remedy) implements Crop {}
    }

    private static List<Crop> found(FacePipeline pipeline, CropGeometry geometry, List<Path> files)
            throws InterruptedException {
        Map<Path, Photo> readable = new LinkedHashMap<>();
        files.forEach(file -> photo(file).ifPresent(photo -> readable.put(file, photo)));
        Map<Photo, Crop> crops = new HashMap<>();
        pipeline.align(
                List.copyOf(readable.values()),
                geometry,
                Progress.Bar.SILENT,
                result -> crops.put(result.photo(), crop(result)));
        return files.stream()
                .map(file -> readable.containsKey(file) ? crops.get(readable.get(file)) : UNREADABLE)
                .toList();
    }

    private static Optional<Photo> photo(Path file) {
        try {
            return Optional.of(new Photo(file.toString(), file, Sha256.of(file)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Crop crop(FaceResult result) {
        return result instanceof FaceResult.Aligned aligned
                ? new Crop.Of(aligned.crop())
                : new Crop.None(((FaceResult.Refused) result).reason(), ((FaceResult.Refused) result).remedy());
    }

    private static Crop decoded(PhotoDecoder decoder, CropGeometry geometry, Path file) {
        Decoded decoded = decoder.decode(file);
        if (decoded instanceof Decoded.Refused refused) {
            return new Crop.None(refused.reason(), refused.remedy());
        }
        Rgb picture = ((Decoded.Picture) decoded).pixels();
        if (picture.widthPx() != geometry.widthPx() || picture.heightPx() != geometry.heightPx()) {
            return new Crop.None(
                    "is %d × %d pixels, but a crop of %s is %d × %d"
                            .formatted(
                                    picture.widthPx(),
                                    picture.heightPx(),
                                    geometry.id(),
                                    geometry.widthPx(),
                                    geometry.heightPx()),
                    "Leave out --aligned, or align the photo for this model.");
        }
        return new Crop.Of(picture);
    }
}
