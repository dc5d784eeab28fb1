package org.facies.train.data;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;
import org.facies.onnx.OnnxGraph;

/**
 * What the frozen part of a backbone makes of every crop of a cohort, in a memory-mapped file of float32: the crop, its
 * mirror image, and augmented views. Made once, it serves all folds and models of a study.
 *
 * <p>The mapping is released when the object is no longer reachable; the file stays until someone deletes it.
 */
public final class ActivationStore {

    /** The view that shows the crop itself. */
    static final int PLAIN = 0;

    /** The view that shows its mirror image. */
    static final int MIRRORED = 1;

    private final String id;
    private final String cut;
    private final List<Long> shape;
    private final int views;
    private final Map<String, Integer> rows;
    private final List<MappedByteBuffer> segments;

    private ActivationStore(
            String id, ActivationRecipe recipe, ActivationFiller filler, List<MappedByteBuffer> segments) {
        this.id = id;
        this.cut = recipe.trunk().cut();
        this.shape = List.copyOf(filler.shape());
        this.views = recipe.viewsPerCrop();
        this.rows = Map.copyOf(filler.rows());
        this.segments = List.copyOf(segments);
    }

    /**
     * Opens the store of a recipe, filling it first where the folder does not have it yet.
     *
     * @param backbone the whole network that the recipe cuts
     * @param cohort every crop that any fold trains on
     * @param folder kept between runs; a file is there whole or not at all
     * @param filled is told how many crops are done while the store is filled
     * @throws BadInput if the disk has no room for it
     */
    public static ActivationStore open(
            ActivationRecipe recipe, OnnxGraph backbone, CropSource cohort, Path folder, IntConsumer filled) {
        OnnxGraph lower =
                backbone.readyForFineTuning().cutAt(recipe.trunk().cut()).lower();
        String id = recipe.id(lower, cohort);
        Path file = folder.resolve("activations-" + id.substring(0, 32) + ".f32");
        ActivationFiller filler = new ActivationFiller(recipe, lower, cohort);
        long bytesPerCrop = (long) filler.valuesPerView() * recipe.viewsPerCrop() * Float.BYTES;
        if (!Files.exists(file)) {
            requireSpace(folder, bytesPerCrop * cohort.size());
            filler.fill(file, filled);
        }
        return new ActivationStore(id, recipe, filler, mapped(file, cohort.size(), bytesPerCrop));
    }

    private static void requireSpace(Path folder, long bytes) {
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < bytes) {
                throw new BadInput(
                        folder.toString(),
                        String.format(Locale.ROOT, "%.1f GB free", free / 1e9),
                        String.format(Locale.ROOT, "has no room for the %.1f GB of stored activations", bytes / 1e9),
                        "Free some space, lower cached_views, or freeze below a later layer.");
            }
        } catch (IOException e) {
            throw FileRefusal.writing(folder, e);
        }
    }

    /** Maps whole crops together, each mapping below the 2 GiB that a buffer can hold. */
    private static List<MappedByteBuffer> mapped(Path file, int crops, long bytesPerCrop) {
        int cropsPerSegment = cropsPerSegment(bytesPerCrop);
        List<MappedByteBuffer> segments = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file)) {
            for (int first = 0; first < crops; first += cropsPerSegment) {
                long size = bytesPerCrop * Math.min(cropsPerSegment, crops - first);
                segments.add(channel.map(FileChannel.MapMode.READ_ONLY, bytesPerCrop * first, size));
            }
        } catch (IOException e) {
            throw FileRefusal.reading(file, e);
        }
        return segments;
    }

    private static int cropsPerSegment(long bytesPerCrop) {
        return Math.toIntExact(Math.max(1, (1L << 30) / bytesPerCrop));
    }

    /** Hash of all that decides the content. */
    public String id() {
        return id;
    }

    /** Name of the tensor whose values are stored. */
    public String cut() {
        return cut;
    }

    /** Extents of one view's activations, without the batch. */
    List<Long> shape() {
        return shape;
    }

    /** Views of each crop: 0 is the crop itself, 1 its mirror image, the rest are augmented. */
    public int views() {
        return views;
    }

    int valuesPerView() {
        return Math.toIntExact(shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact));
    }

    /** Appends the activations of a view of the crop with that key. */
    void read(String key, int view, FloatBuffer target) {
        Integer row = rows.get(key);
        if (row == null) {
            throw new IllegalArgumentException("no activations of crop " + key);
        }
        int values = valuesPerView();
        long bytesPerCrop = (long) values * views * Float.BYTES;
        int cropsPerSegment = cropsPerSegment(bytesPerCrop);
        FloatBuffer segment = segments.get(row / cropsPerSegment)
                .duplicate()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        int start = (row % cropsPerSegment * views + view) * values;
        target.put(segment.slice(start, values));
    }
}
