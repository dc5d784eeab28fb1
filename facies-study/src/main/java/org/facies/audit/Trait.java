package org.facies.audit;

/** A property of a photo that does not depend on the face. */
enum Trait {
    /** Logarithms of width and height, and bytes of the file for each pixel. */
    SIZE("image size and file size", 3),
    /** Logarithms of the entries of both quantisation tables; zero if there are none. */
    JPEG("JPEG quantisation tables", 13),
    /** Means of red, green and blue along each edge, and their spread. */
    BORDER("border", 15),
    /** Colours of a grid whose cells near the face are blanked, and the variation between neighbours. */
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

    /** The number of values. */
    int size() {
        return size;
    }
}
