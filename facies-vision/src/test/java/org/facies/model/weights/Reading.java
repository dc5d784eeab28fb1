package org.facies.model.weights;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;
import org.facies.onnx.FloatTensor;

/**
 * Reads bytes as a file and keeps count of the memory it takes.
 *
 * @param file where to put the bytes
 */
record Reading(Path file, BiFunction<Path, WeightLimits, Map<String, FloatTensor>> reader) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Reading torch(Path folder) {
        return new Reading(folder.resolve("a.pth"), TorchFile::read);
    }

    static Reading safetensors(Path folder) {
        return new Reading(folder.resolve("a.safetensors"), SafetensorsFile::read);
    }

    Map<String, FloatTensor> of(byte[] content) {
        return of(content, WeightLimits.DEFAULT);
    }

    Map<String, FloatTensor> of(byte[] content, WeightLimits limits) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader.apply(file, limits);
    }

    /** Bytes taken by some work on this thread, freed or not: an upper bound of what it holds at any moment. */
    static long allocatedBytes(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
