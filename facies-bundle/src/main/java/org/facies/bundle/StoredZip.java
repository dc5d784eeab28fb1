package org.facies.bundle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;

/**
 * Files in one zip without compression, always written in the same way: the same files give the same bytes. A zip that
 * was written in another way is refused, so that nothing can hide between the files, behind them, or under two names.
 */
final class StoredZip {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int MOST_FILES = 64;
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final String REMEDY = "Get the bundle again from whoever made it.";

    private StoredZip() {}

    /** Writes files in their order. */
    static void write(Map<String, byte[]> files, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            zip.putNextEntry(entry(file.getKey(), file.getValue()));
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static ZipEntry entry(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        return entry;
    }

    /**
     * Reads all files. {@link #requireNothingElse} has to follow: what stands between them is not looked at yet, so that a
     * changed file can be named first.
     *
     * @throws BadInput if it is no such zip
     */
    static Map<String, byte[]> read(Path file) {
        try {
            return entries(file);
        } catch (ZipException damaged) {
            throw bad(file, "is not a bundle, or a damaged one");
        } catch (IOException unreadable) {
            throw FileRefusal.reading(file, unreadable);
        }
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_FILES) {
                throw bad(file, "holds " + zip.size() + " files, which no bundle does");
            }
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                requireName(file, entry.getName());
                if (entry.getMethod() != ZipEntry.STORED || entry.getSize() > MOST_BYTES) {
                    throw bad(file, "holds " + entry.getName() + " in a form that no bundle has");
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    files.put(entry.getName(), content.readAllBytes());
                }
            }
        }
        return files;
    }

    /** Refuses a name that is no plain file name. */
    static void requireName(Path bundle, String name) {
        if (!NAME.matcher(name).matches()) {
            throw bad(bundle, "holds a file with a name that no bundle has");
        }
    }

    /**
     * Refuses a zip that is not, byte for byte, what {@link #write} makes of its files.
     *
     * @param files that were read from it
     */
    static void requireNothingElse(Path file, Map<String, byte[]> files) {
        try (InputStream given = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            Comparison comparison = new Comparison(given);
            write(files, comparison);
            if (comparison.differs || given.read() >= 0) {
                throw bad(file, "was changed between its files");
            }
        } catch (IOException unreadable) {
            throw FileRefusal.reading(file, unreadable);
        }
    }

    /** Compares what is written with what a file holds. */
    private static final class Comparison extends OutputStream {
        private final InputStream expected;
        private boolean differs;

        Comparison(InputStream expected) {
            this.expected = expected;
        }

        @Override
        public void write(int b) throws IOException {
            differs |= expected.read() != (b & 0xff);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            byte[] read = expected.readNBytes(length);
            differs |= read.length != length || !Arrays.equals(read, 0, length, bytes, from, from + length);
        }
    }

    private static BadInput bad(Path file, String what) {
        return new BadInput(file.toString(), "", what, REMEDY);
    }
}
