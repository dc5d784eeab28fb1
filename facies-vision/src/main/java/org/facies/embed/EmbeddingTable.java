package org.facies.embed;

import java.util.List;

/**
 * Embeddings of named photos.
 *
 * @param size numbers in each embedding
 * @param rows one for each photo, in the order in which they were given
 */
public record EmbeddingTable(int size, List<Row> rows) {

    public EmbeddingTable {
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.embedding().size() != size) {
                throw new IllegalArgumentException(
                        row.photo() + " has " + row.embedding().size() + " numbers, not " + size);
            }
        }
    }

    /**
     * A photo and its embedding.
     *
     * @param photo its path as the user wrote it
     * @param embedding the numbers
     */
    public record Row(String photo, Embedding embedding) {}
}
