package org.facies.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.facies.align.FacePipeline;
import org.facies.align.FaceResult;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.embed.Embedder;
import org.facies.embed.Embedding;
import org.facies.embed.Views;
import org.facies.file.FileRefusal;
import org.facies.image.Decoded;
import org.facies.image.GreyThumbnail;
import org.facies.image.ImageLimits;
import org.facies.image.PhotoDecoder;
import org.facies.image.Rgb;
import org.facies.progress.Progress;

/** Measures photo files and stores the traces, so that a further audit of the same photos is fast. */
public final class TraceReader {
    private static final int BATCH = 64;

    private final PhotoDecoder decoder = new PhotoDecoder(ImageLimits.DEFAULT);
    private final FacePipeline faces;
    private final Embedder embedder;
    private final TraceStore store;

    /**
     * With one network.
     *
     * @param store of this network
     */
    public TraceReader(FacePipeline faces, Embedder embedder, TraceStore store) {
        this.faces = faces;
        this.embedder = embedder;
        this.store = store;
    }

    /**
     * Measures all photos with a usable face.
     *
     * @throws InterruptedException if the calling thread is interrupted; finished measurements are kept
     */
    AuditedCohort read(Cohort cohort, Progress.Bar progress) throws InterruptedException {
        List<Photo> photos = cohort.photos();
        Set<String> usable = new HashSet<>();
        for (int from = 0; from < photos.size(); from += BATCH) {
            List<Photo> batch = photos.subList(from, Math.min(from + BATCH, photos.size()));
            List<Photo> missing =
                    batch.stream().filter(photo -> store.read(photo).isEmpty()).toList();
            make(missing);
            batch.forEach(photo -> store.read(photo).ifPresent(trace -> usable.add(photo.path())));
            progress.at(from + batch.size());
        }
        return AuditedCohort.of(cohort, usable, store);
    }

    private void make(List<Photo> photos) throws InterruptedException {
        List<FaceResult.Aligned> aligned = new ArrayList<>();
        faces.align(photos, embedder.input().geometry(), Progress.Bar.SILENT, result -> {
            if (result instanceof FaceResult.Aligned face) {
                aligned.add(face);
            }
        });
        List<Embedding> whole =
                embedder.embed(aligned.stream().map(FaceResult.Aligned::crop).toList(), Views.CROP);
        List<Embedding> masked = embedder.embed(
                aligned.stream()
                        .map(face -> BackgroundMask.applied(face.crop()))
                        .toList(),
                Views.CROP);
        IntStream.range(0, aligned.size())
                .parallel()
                .forEach(i -> store.write(trace(aligned.get(i), whole.get(i), masked.get(i))));
    }

    private PhotoTrace trace(FaceResult.Aligned face, Embedding whole, Embedding masked) {
        byte[] file = bytes(face.photo());
        if (!(decoder.decode(file) instanceof Decoded.Picture picture)) {
            throw new IllegalStateException(
                    "decoded before, and not now: " + face.photo().path());
        }
        Rgb crop = face.crop();
        return new PhotoTrace(
                face.photo(),
                whole.toArray(),
                masked.toArray(),
                GreyThumbnail.of(crop, PhotoTrace.FACE_SIDE_PX),
                TraitReader.read(file, picture.pixels(), face.facts()));
    }

    private static byte[] bytes(Photo photo) {
        try {
            return Files.readAllBytes(photo.file());
        } catch (IOException failure) {
            throw FileRefusal.reading(photo.file(), failure);
        }
    }
}
