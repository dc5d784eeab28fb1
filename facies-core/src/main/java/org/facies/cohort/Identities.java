package org.facies.cohort;

import java.util.List;

/**
 * The people of a collection.
 *
 * @param people in the order of their ids
 * @param leftOut the numbers of photos and people that were left out, with the reason
 */
public record Identities(List<Identity> people, LeftOut leftOut) {
    public Identities {
        people = List.copyOf(people);
    }

    /**
     * The numbers of photos and people that were left out.
     *
     * @param unusablePhotos files that cannot be decoded, or whose bytes belong to two identities
     * @param copies photos with the same bytes as another photo of the same identity
     * @param identitiesWithFewPhotos identities with fewer usable photos than required
     * @param photosOfThose photos of those identities
     */
    public record LeftOut(int unusablePhotos, int copies, int identitiesWithFewPhotos, int photosOfThose) {}

    /** All photos, identity by identity. */
    public List<Photo> photos() {
        return people.stream().flatMap(person -> person.photos().stream()).toList();
    }
}
