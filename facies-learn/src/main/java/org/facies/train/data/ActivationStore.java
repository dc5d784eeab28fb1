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
 * The output of the frozen part of a backbone for every crop of a cohort, in a memory-mapped file of float32: for the
 * crop, its mirror image, and augmented views. It is computed once for all folds and models of a study.
 *
 * <p>The mapping is released when the object is no longer reachable; the file remains until it is deleted.
 */
public final class ActivationStore {

    /** The index of the view without changes. */
    static final int PLAIN = 0;

    /** The index of the mirrored view. */
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
     * Opens the store of a recipe; fills it first if the folder does not contain it yet.
     *
     * @param backbone the whole network, which the recipe cuts
     * @param cohort all crops that any fold trains on
     * @param folder kept between runs; a file in it is always complete
     * @param filled receives the number of finished crops while the store is filled
     * @throws BadInput if the disk is too full
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
                        String.format(Locale.ROOT, "is not enough for the %.1f GB of stored activations", bytes / 1e9),
                        "Free some space, lower cached_views, or freeze below a later layer.");
            }
        } catch (IOException e) {
            throw FileRefusal.writing(folder, e);
        }
    }

    /** Maps groups of whole crops, each below the 2 GiB that a buffer can hold. */
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

    /** Hash of everything that determines the content. */
    public String id() {
        return id;
    }

    /** Name of the tensor whose values are stored. */
    public String cut() {
        return cut;
    }

    /** The shape of one view's activations, without the batch. */
    List<Long> shape() {
        return shape;
    }

    /** Number of views of each crop: 0 is the crop itself, 1 its mirror image, the others are augmented. */
    public int views() {
        return views;
    }

    int valuesPerView() {
        return Math.toIntExact(shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact));
    }

    /** Appends the activations of a view of the crop with this key. */
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
