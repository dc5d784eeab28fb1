package org.facies.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The quantisation tables of a JPEG, which depend on the camera or program that wrote it and on its quality setting
 * (ITU-T T.81, B.2.4.1).
 */
@SuppressWarnings("ArrayRecordComponent") // made here, handed over once
public record JpegTables(int[] luma, int[] chroma) {
    private static final int QUANTISATION = 0xDB;
    private static final int START_OF_SCAN = 0xDA;
    private static final int SIZE = 64;

    /**
     * Reads the first two tables, in zigzag order, as stored.
     *
     * @param file all bytes of a file
     * @return empty if the file is not a JPEG or has no table; a grey JPEG gives its luma table twice
     */
    public static Optional<JpegTables> read(byte[] file) {
        if (file.length < 4 || (file[0] & 0xFF) != 0xFF || (file[1] & 0xFF) != 0xD8) {
            return Optional.empty();
        }
        int[][] tables = new int[4][];
        try {
            scan(ByteBuffer.wrap(file).position(2), tables);
        } catch (BufferUnderflowException | IllegalArgumentException cutOff) {
            return Optional.empty();
        }
        return Optional.ofNullable(tables[0])
                .map(luma -> new JpegTables(luma, tables[1] == null ? luma.clone() : tables[1]));
    }

    private static void scan(ByteBuffer file, int[][] tables) {
        while (true) {
            int marker = file.getShort() & 0xFF;
            while (marker == 0xFF) {
                marker = file.get() & 0xFF;
            }
            if (marker == START_OF_SCAN) {
                return;
            }
            int end = file.position() + Short.toUnsignedInt(file.getShort());
            if (marker == QUANTISATION) {
                while (file.position() < end) {
                    table(file, tables);
                }
            }
            file.position(end);
        }
    }

    private static void table(ByteBuffer file, int[][] tables) {
        int kind = file.get() & 0xFF;
        int[] table = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            table[i] = kind >> 4 == 0 ? Byte.toUnsignedInt(file.get()) : Short.toUnsignedInt(file.getShort());
        }
        tables[kind & 3] = table;
    }
}
