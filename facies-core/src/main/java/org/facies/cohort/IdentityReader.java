package org.facies.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facies.cohort.IdentityListing.Named;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;
import org.facies.input.Problem;

/**
 * Reads the photos of a collection with the person on each. The collection is a folder with one folder for each person,
 * or a CSV file with the columns {@code photo} (path relative to the file, inside its folder) and {@code subject}.
 * Other columns are ignored. All defects are reported together.
 */
public final class IdentityReader {
    private final IdentityListing listing;
    private final Rules rules;
    private final List<Problem> grave;
    private final List<Problem> unusable = new ArrayList<>();
    private int unusablePhotos;
    private int copies;

    /** What to do with a photo that cannot be decoded or that belongs to two identities. */
    public enum Unusable {
        /** It is an error. */
        REFUSED,
        /** It is left out and counted. */
        LEFT_OUT
    }

    /**
     * The requirements of a collection.
     *
     * @param minPhotos identities with fewer usable photos are left out; at least 1
     * @param unusable what to do with unusable photos
     * @param probe checks each photo file
     * @param threads the number of photos checked in parallel
     */
    public record Rules(int minPhotos, Unusable unusable, PhotoProbe probe, int threads) {
        public Rules {
            Objects.requireNonNull(unusable);
            Objects.requireNonNull(probe);
            if (minPhotos < 1 || threads < 1) {
                throw new IllegalArgumentException("at least 1: " + minPhotos + ", " + threads);
            }
        }
    }

    private record Located(Named named, Photo photo) {}

    private IdentityReader(IdentityListing listing, Rules rules) {
        this.listing = listing;
        this.rules = rules;
        this.grave = new ArrayList<>(listing.problems());
    }

    /**
     * Reads a collection.
     *
     * @param source folder or manifest
     * @return at least two identities
     * @throws BadInput with everything that is wrong
     */
    public static Identities read(Path source, Rules rules) {
        return new IdentityReader(IdentityListing.of(source), rules).identities(source);
    }

    private Identities identities(Path source) {
        SortedMap<String, List<Photo>> people = grouped(usable(located()));
        List<Problem> problems = new ArrayList<>(grave);
        if (rules.unusable() == Unusable.REFUSED) {
            problems.addAll(unusable);
        }
        List<Identity> kept = new ArrayList<>();
        int few = 0;
        int photosOfFew = 0;
        for (Map.Entry<String, List<Photo>> person : people.entrySet()) {
            if (person.getValue().size() >= rules.minPhotos()) {
                kept.add(new Identity(person.getKey(), person.getValue()));
            } else {
                few++;
                photosOfFew += person.getValue().size();
            }
        }
        if (problems.isEmpty() && kept.size() < 2) {
            problems.add(tooFew(source, kept.size()));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new Identities(kept, new Identities.LeftOut(unusablePhotos, copies, few, photosOfFew));
    }

    private Problem tooFew(Path source, int identities) {
        return new Problem(
                source.toString(),
                "",
                "has " + identities + (identities == 1 ? " identity" : " identities") + " with at least "
                        + rules.minPhotos() + " photos",
                "Add photos so that at least two identities have enough, or lower --min-photos.");
    }

    private List<Located> located() {
        Map<Named, Path> files = files();
        List<Path> different = files.values().stream().distinct().toList();
        List<PhotoInspector.Inspection> inspections =
                new PhotoInspector(rules.probe(), rules.threads()).inspect(different);
        Map<Path, PhotoInspector.Inspection> byFile = new HashMap<>();
        for (int i = 0; i < different.size(); i++) {
            byFile.put(different.get(i), inspections.get(i));
        }
        List<Located> located = new ArrayList<>();
        files.forEach((named, file) -> {
            PhotoInspector.Inspection inspection = byFile.get(file);
            inspection.refusal().ifPresent(reason -> unusable(named, reason, "Replace the photo, or remove it."));
            if (inspection.refusal().isEmpty()) {
                located.add(new Located(
                        named, new Photo(named.path(), file, inspection.sha256().orElseThrow())));
            }
        });
        unusablePhotos += files.size() - located.size();
        return located;
    }

    private Map<Named, Path> files() {
        try {
            PhotoLocator locator = new PhotoLocator(listing.root());
            Map<Named, Path> files = new LinkedHashMap<>();
            for (Named named : listing.photos()) {
                PhotoLocator.Location location = locator.locate(named.path());
                if (location instanceof PhotoLocator.Found found) {
                    files.put(named, found.file());
                } else if (location instanceof PhotoLocator.Refused refused) {
                    grave.add(new Problem(named.where(), named.path(), refused.what(), refused.remedy()));
                }
            }
            return files;
        } catch (IOException vanished) {
            throw FileRefusal.reading(listing.root(), vanished);
        }
    }

    /** The usable photos. A photo that belongs to two identities is removed, because its person is unknown. */
    private List<Located> usable(List<Located> located) {
        Map<String, Located> first = new HashMap<>();
        Set<String> claimedTwice = new HashSet<>();
        for (Located photo : located) {
            Located earlier = first.putIfAbsent(photo.photo().sha256(), photo);
            if (earlier != null
                    && !earlier.named().identity().equals(photo.named().identity())) {
                claimedTwice.add(photo.photo().sha256());
                unusable(
                        photo.named(),
                        "has the same bytes as \"" + earlier.named().path() + "\" of identity "
                                + earlier.named().identity(),
                        "Check which identity the photo belongs to.");
            }
        }
        List<Located> usable = located.stream()
                .filter(photo -> !claimedTwice.contains(photo.photo().sha256()))
                .toList();
        unusablePhotos += located.size() - usable.size();
        return usable;
    }

    private SortedMap<String, List<Photo>> grouped(List<Located> located) {
        SortedMap<String, List<Photo>> people = new TreeMap<>();
        Set<String> bytes = new HashSet<>();
        for (Located photo : located) {
            if (bytes.add(photo.photo().sha256())) {
                people.computeIfAbsent(photo.named().identity(), id -> new ArrayList<>())
                        .add(photo.photo());
            } else {
                copies++;
            }
        }
        return people;
    }

    private void unusable(Named named, String what, String remedy) {
        unusable.add(new Problem(named.where(), named.path(), what, remedy));
    }
}
