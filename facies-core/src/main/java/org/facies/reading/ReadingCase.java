package org.facies.reading;

import java.util.List;

/**
 * One child of a reader study.
 *
 * @param subject as in the manifest; never shown to a reader
 * @param truth the diagnosis as a choice: 0 is the first class of the design; never shown but as feedback of practice
 * @param photos as in the manifest, at least one, in the order in which they are shown
 */
public record ReadingCase(String subject, int truth, List<String> photos) {
    public ReadingCase {
        photos = List.copyOf(photos);
        if (photos.isEmpty()) {
            throw new IllegalArgumentException("a case has no photo");
        }
    }
}
