package org.facies.audit;

/** What a photo shows or is, apart from the face. */
enum Trait {
    /** Logarithms of width and height, and bytes of the file for each pixel. */
    SIZE("image size and file size", 3),
    /** Logarithms of entries of both quantisation tables, zero where there are none. */
    JPEG("JPEG quantisation tables", 13),
    /** Means of red, green and blue along each edge, and their spread. */
    BORDER("border", 15),
    /** Colours of a grid whose cells near the face are blanked, and its unrest. */
    BACKGROUND("background", 109),
    /** Logarithms of the sharpness of the face and of the picture. */
    SHARPNESS("sharpness", 2);

    private final String words;
    private final int size;

    Trait(String words, int size) {
        this.words = words;
        this.size = size;
    }

    String words() {
        return words;
    }

    /** How many numbers it has. */
    int size() {
        return size;
    }
}
