package org.facies.model.weights;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.facies.input.BadInput;

/**
 * The zip archive that torch.save writes since torch 1.6: one folder with a pickle, a file of raw numbers per storage
 * and a few format markers, all uncompressed. Any other content is refused before the pickle is read. No name in the
 * archive ever becomes a path on disk.
 */
final class TorchArchive implements Closeable {

    private static final int END_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int MAX_ENTRIES = 20_000;
    private static final String PICKLE = "data.pkl";
    private static final Pattern ENTRY =
            Pattern.compile("(?<folder>[^/\\\\]{1,255})/(?<path>data\\.pkl|data/\\d{1,9}|version|byteorder"
                    + "|\\.[a-z_]{1,40}(/[a-z_]{1,40})?)");

    private final Refusals refusals;
    private final WeightLimits limits;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private TorchArchive(Refusals refusals, WeightLimits limits, ZipFile zip) {
        this.refusals = refusals;
        this.limits = limits;
        this.zip = zip;
    }

    /** Opens the archive and checks its directory. */
    static TorchArchive open(File file, Refusals refusals, WeightLimits limits) throws IOException {
        checkDirectorySize(file, refusals, limits);
        TorchArchive archive = new TorchArchive(refusals, limits, zip(file, refusals));
        try {
            archive.index(file.length());
            return archive;
        } catch (RuntimeException refused) {
            archive.close();
            throw refused;
        }
    }

    private static ZipFile zip(File file, Refusals refusals) throws IOException {
        try {
            return new ZipFile(file, ZipFile.OPEN_READ, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw refusals.whole("is not a complete zip archive (" + broken.getMessage() + ")", Refusals.FETCH_AGAIN);
        }
    }

    /** Checks the size of the directory, stated at the end of the file; the library would read any size. */
    private static void checkDirectorySize(File file, Refusals refusals, WeightLimits limits) throws IOException {
        byte[] end = new byte[END_BYTES];
        long endAt;
        try (RandomAccessFile bytes = new RandomAccessFile(file, "r")) {
            endAt = Math.max(0, bytes.length() - END_BYTES);
            bytes.seek(endAt);
            bytes.readFully(end);
        }
        ByteBuffer fields = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
        int count = fields.getShort(10) & 0xffff;
        long directoryBytes = Integer.toUnsignedLong(fields.getInt(12));
        long directoryAt = Integer.toUnsignedLong(fields.getInt(16));
        if (fields.getInt(0) != END_SIGNATURE || fields.getShort(20) != 0 || directoryAt > endAt) {
            throw refusals.whole("does not end as a zip archive does; it is cut off or damaged", Refusals.FETCH_AGAIN);
        }
        if (count > MAX_ENTRIES) {
            throw refusals.whole("has more than " + MAX_ENTRIES + " entries", Refusals.SAVE_AGAIN);
        }
        if (directoryBytes > limits.maxHeaderBytes()) {
            throw refusals.tooLarge("a zip directory", directoryBytes, limits.maxHeaderBytes());
        }
    }

    private void index(long fileBytes) {
        String folder = "";
        long total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            Matcher name = ENTRY.matcher(entry.getName());
            if (!name.matches() || name.group("folder").matches("\\.\\.?")) {
                throw refused(entry, "is not part of a state dict written by torch.save", Refusals.SAVE_AGAIN);
            }
            if (!folder.isEmpty() && !folder.equals(name.group("folder"))) {
                throw refused(
                        entry, "is not in the folder \"" + folder + "\" like the other entries", Refusals.SAVE_AGAIN);
            }
            folder = name.group("folder");
            checkStored(entry);
            total += entry.getSize();
            if (total > fileBytes) {
                throw refused(entry, "makes the sum of all entries larger than the file", Refusals.FETCH_AGAIN);
            }
            if (entries.put(name.group("path"), entry) != null) {
                throw refused(entry, "occurs twice", Refusals.FETCH_AGAIN);
            }
        }
    }

    private void checkStored(ZipEntry entry) {
        if (entry.getMethod() != ZipEntry.STORED) {
            throw refused(entry, "is compressed, but torch.save does not compress", Refusals.SAVE_AGAIN);
        }
        if (entry.getSize() < 0 || entry.getSize() != entry.getCompressedSize()) {
            throw refused(entry, "has two different sizes", Refusals.FETCH_AGAIN);
        }
    }

    /** The pickle that describes the tensors. */
    byte[] pickle() throws IOException {
        ZipEntry entry = entries.get(PICKLE);
        if (entry == null) {
            throw refusals.whole("is a zip archive without a data.pkl as written by torch.save", Refusals.SAVE_AGAIN);
        }
        if (entry.getSize() > limits.maxHeaderBytes()) {
            throw refusals.tooLarge("a data.pkl", entry.getSize(), limits.maxHeaderBytes());
        }
        return content(entry);
    }

    /** Refuses an archive from a big-endian machine. */
    void checkLittleEndian() throws IOException {
        ZipEntry entry = entries.get("byteorder");
        if (entry != null && (entry.getSize() != 6 || !"little".equals(text(content(entry))))) {
            throw refused(entry, "is not \"little\"", "Save the weights on a little-endian machine.");
        }
    }

    /** Size of a storage in bytes; 0 if it is absent. */
    long storageBytes(String key) {
        ZipEntry entry = entries.get("data/" + key);
        return entry == null ? 0 : entry.getSize();
    }

    /** The content of an existing storage of at most 2 GiB, checked against its CRC-32. */
    ByteBuffer storage(String key) throws IOException {
        return ByteBuffer.wrap(content(entries.get("data/" + key))).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] content(ZipEntry entry) throws IOException {
        byte[] content = new byte[Math.toIntExact(entry.getSize())];
        CRC32 sum = new CRC32();
        try (InputStream bytes = zip.getInputStream(entry)) {
            int read = bytes.readNBytes(content, 0, content.length);
            sum.update(content, 0, read);
        }
        if (sum.getValue() != entry.getCrc()) {
            throw refused(entry, "does not match its checksum; the file is damaged", Refusals.FETCH_AGAIN);
        }
        return content;
    }

    private static String text(byte[] ascii) {
        return new String(ascii, StandardCharsets.US_ASCII);
    }

    private BadInput refused(ZipEntry entry, String what, String remedy) {
        return refusals.part("entry", entry.getName(), what, remedy);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
