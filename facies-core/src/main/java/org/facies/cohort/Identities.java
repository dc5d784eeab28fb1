package org.facies.cohort;

import java.util.List;

/**
 * The people of a collection.
 *
 * @param people in the order of their ids
 * @param leftOut how much was left out, and why
 */
public record Identities(List<Identity> people, LeftOut leftOut) {
    public Identities {
        people = List.copyOf(people);
    }

    /**
     * What was left out.
     *
     * @param unusablePhotos files that cannot be decoded, or whose bytes two identities claim
     * @param copies photos with the bytes of another of the same identity
     * @param identitiesWithFewPhotos identities with fewer usable photos than wanted
     * @param photosOfThose photos that went with them
     */
    public record LeftOut(int unusablePhotos, int copies, int identitiesWithFewPhotos, int photosOfThose) {}

    /** Every photo, identity by identity. */
    public List<Photo> photos() {
        return people.stream().flatMap(person -> person.photos().stream()).toList();
    }
}
