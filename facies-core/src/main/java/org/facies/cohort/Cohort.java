package org.facies.cohort;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.facies.file.Sha256;

/**
 * A checked cohort. No subject and no photo path occurs twice, and no two subjects have photos with the same bytes. The
 * folds rely on this to avoid data leakage.
 *
 * @param manifest the file that the cohort was read from
 * @param classes the diagnoses in alphabetical order; the order of every probability vector
 * @param subjects in the order in which the manifest first names them
 */
public record Cohort(Path manifest, List<String> classes, List<Subject> subjects) {

    public Cohort {
        Objects.requireNonNull(manifest);
        classes = List.copyOf(classes);
        subjects = List.copyOf(subjects);
        if (!classes.equals(classes.stream().sorted().distinct().toList())) {
            throw new IllegalArgumentException("classes must be distinct and in alphabetical order: " + classes);
        }
        Set<String> known = Set.copyOf(classes);
        for (Subject subject : subjects) {
            if (!known.contains(subject.diagnosis())) {
                throw new IllegalArgumentException(
                        "subject " + subject.id() + " has the unknown class " + subject.diagnosis());
            }
        }
        requireNoOverlap(subjects);
    }

    /** All photos, subject by subject. */
    public List<Photo> photos() {
        return subjects.stream().flatMap(subject -> subject.photos().stream()).toList();
    }

    /** Position of the diagnosis in {@link #classes()}. */
    public int classIndex(String diagnosis) {
        int index = classes.indexOf(diagnosis);
        if (index < 0) {
            throw new IllegalArgumentException("no class " + diagnosis);
        }
        return index;
    }

    /** This cohort reduced to the wanted photos. Subjects without a photo are removed; the classes stay. */
    public Cohort only(Predicate<Photo> wanted) {
        List<Subject> kept = subjects.stream()
                .flatMap(subject -> only(subject, wanted).stream())
                .toList();
        return new Cohort(manifest, classes, kept);
    }

    /** A hash of all labels and all photo bytes, in the manifest's order. */
    public String fingerprint() {
        StringBuilder content = new StringBuilder();
        subjects.forEach(subject -> {
            for (Photo photo : subject.photos()) {
                content.append(String.join("\t", photo.path(), subject.id(), subject.diagnosis(), photo.sha256()))
                        .append('\n');
            }
        });
        return Sha256.of(content.toString());
    }

    private static Optional<Subject> only(Subject subject, Predicate<Photo> wanted) {
        List<Photo> kept = subject.photos().stream().filter(wanted).toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Subject(subject.id(), subject.diagnosis(), kept, subject.attributes()));
    }

    private static void requireNoOverlap(List<Subject> subjects) {
        Set<String> ids = new HashSet<>();
        Set<String> paths = new HashSet<>();
        Map<String, String> ownerOfBytes = new HashMap<>();
        for (Subject subject : subjects) {
            require(ids.add(subject.id()), "subject " + subject.id() + " occurs twice");
            for (Photo photo : subject.photos()) {
                require(paths.add(photo.path()), "photo " + photo.path() + " occurs twice");
                String owner = ownerOfBytes.putIfAbsent(photo.sha256(), subject.id());
                require(
                        owner == null || owner.equals(subject.id()),
                        "photo " + photo.path() + " of subject " + subject.id() + " is also a photo of " + owner);
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
