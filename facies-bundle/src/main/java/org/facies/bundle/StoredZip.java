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
 * An uncompressed zip file with a fixed format: the same files give the same bytes. A zip file with any other layout is
 * refused, so that nothing can be hidden between the files, after them, or under two names.
 */
final class StoredZip {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int MOST_FILES = 64;
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final String REMEDY = "Get a new copy of the bundle from its author.";

    private StoredZip() {}

    /** Writes the files in their order. */
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
     * Reads all files. {@link #requireNothingElse} must follow: bytes between the files are not checked yet, so that a
     * changed file can be reported first.
     *
     * @throws BadInput if the file is not such a zip
     */
    static Map<String, byte[]> read(Path file) {
        try {
            return entries(file);
        } catch (ZipException damaged) {
            throw bad(file, "is not a bundle, or is damaged");
        } catch (IOException unreadable) {
            throw FileRefusal.reading(file, unreadable);
        }
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_FILES) {
                throw bad(file, "contains " + zip.size() + " files, too many for a bundle");
            }
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                requireName(file, entry.getName());
                if (entry.getMethod() != ZipEntry.STORED || entry.getSize() > MOST_BYTES) {
                    throw bad(file, "contains " + entry.getName() + " in a format that bundles do not use");
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    files.put(entry.getName(), content.readAllBytes());
                }
            }
        }
        return files;
    }

    /** Refuses a name with a folder or with unusual characters. */
    static void requireName(Path bundle, String name) {
        if (!NAME.matcher(name).matches()) {
            throw bad(bundle, "contains a file with a name that bundles do not use");
        }
    }

    /**
     * Refuses a zip file that is not, byte for byte, what {@link #write} would write.
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

    /** Compares the written bytes with the content of a file. */
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
