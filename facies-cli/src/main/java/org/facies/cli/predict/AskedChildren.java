package org.facies.cli.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.facies.cli.predict.AskedChild.AskedPhoto;
import org.facies.cohort.ChildListing;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;
import org.facies.input.Problem;

/** Finds the children in the named photos, folders and manifests, and collects all problems. */
final class AskedChildren {
    private static final List<String> PHOTOS = List.of(".jpg", ".jpeg", ".png", ".webp");

    private final Grouping grouping;
    private final List<AskedChild> children = new ArrayList<>();
    private final Map<Path, Set<AskedPhoto>> byFolder = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Which photos belong to one child. */
    enum Grouping {
        EACH_PHOTO,
        BY_FOLDER
    }

    /**
     * The children to answer about.
     *
     * @param children at least one
     * @param notes what was left out, as sentences
     */
    record Asked(List<AskedChild> children, List<String> notes) {
        Asked {
            children = List.copyOf(children);
            notes = List.copyOf(notes);
        }

        int photos() {
            return children.stream().mapToInt(child -> child.photos().size()).sum();
        }
    }

    private AskedChildren(Grouping grouping) {
        this.grouping = grouping;
    }

    /**
     * Finds the children.
     *
     * @param sources photos, folders of photos, and manifests, which end in {@code .csv}
     * @throws BadInput with all problems of the names; problems within a photo are found when it is read
     */
    static Asked of(List<Path> sources, Grouping grouping) {
        AskedChildren asked = new AskedChildren(grouping);
        for (Path source : sources) {
            try {
                asked.add(source);
            } catch (BadInput bad) {
                asked.problems.addAll(bad.problems());
            }
        }
        asked.byFolder.forEach((folder, photos) -> asked.children.add(
                new AskedChild(asTyped(folder, photos), List.copyOf(photos), OptionalDouble.empty())));
        if (!asked.problems.isEmpty()) {
            throw new BadInput(asked.problems);
        }
        return new Asked(asked.children, asked.notes);
    }

    private void add(Path source) {
        if (Files.isDirectory(source)) {
            folder(source);
        } else if (isNamed(source, List.of(".csv"))) {
            manifest(source);
        } else if (!Files.exists(source)) {
            problems.add(new Problem(
                    source.toString(), "", "does not exist", "Name a photo, a folder of photos or a manifest."));
        } else if (grouping == Grouping.BY_FOLDER) {
            Path folder = source.toAbsolutePath().normalize().getParent();
            byFolder.computeIfAbsent(folder, path -> new LinkedHashSet<>()).add(photo(source));
        } else {
            children.add(AskedChild.of(photo(source)));
        }
    }

    private static String asTyped(Path folder, Set<AskedPhoto> photos) {
        Path typed = photos.iterator().next().file().getParent();
        return (typed == null ? folder.getFileName() : typed).toString();
    }

    private void manifest(Path manifest) {
        ChildListing listing = ChildListing.read(manifest);
        notes.addAll(listing.warnings());
        listing.children()
                .forEach(child -> children.add(new AskedChild(
                        child.id(),
                        child.photos().stream()
                                .map(photo -> new AskedPhoto(photo.path(), photo.file()))
                                .toList(),
                        child.ageMonths())));
    }

    private void folder(Path folder) {
        List<Path> entries = entries(folder);
        List<Path> photos = photosAmong(entries);
        List<Path> folders = entries.stream().filter(Files::isDirectory).toList();
        if (grouping == Grouping.EACH_PHOTO) {
            photos.forEach(file -> children.add(AskedChild.of(photo(file))));
            note(folder, entries.size() - photos.size() - folders.size(), "not named " + String.join(", ", PHOTOS));
            if (photos.isEmpty()) {
                problems.add(none(folder, folders.isEmpty() ? "" : " of its own"));
            } else if (!folders.isEmpty()) {
                notes.add(folder + ": its subfolders were not read. With --by-folder, each subfolder is a child.");
            }
            return;
        }
        if (!photos.isEmpty() && !folders.isEmpty()) {
            problems.add(new Problem(
                    folder.toString(),
                    "",
                    "contains photos next to the folders of children",
                    "Move each photo into the folder of its child."));
            return;
        }
        if (folders.isEmpty()) {
            child(
                    folder,
                    folder.getFileName() == null
                            ? folder.toString()
                            : folder.getFileName().toString());
        } else {
            folders.forEach(child -> child(child, child.getFileName().toString()));
        }
    }

    /** A child whose photos are in this folder or its subfolders. */
    private void child(Path folder, String name) {
        List<Path> photos;
        try (Stream<Path> files = Files.walk(folder)) {
            photos = photosAmong(files.sorted().toList());
        } catch (IOException unreadable) {
            throw FileRefusal.reading(folder, unreadable);
        } catch (UncheckedIOException unreadable) {
            throw FileRefusal.reading(folder, unreadable.getCause());
        }
        if (photos.isEmpty()) {
            problems.add(none(folder, ""));
            return;
        }
        children.add(
                new AskedChild(name, photos.stream().map(AskedChildren::photo).toList(), OptionalDouble.empty()));
    }

    private static Problem none(Path folder, String more) {
        return new Problem(
                folder.toString(),
                "",
                "contains no photo" + more + " (" + String.join(", ", PHOTOS) + ")",
                more.isEmpty() ? "Name another folder." : "If each subfolder is a child, add --by-folder.");
    }

    private void note(Path folder, int others, String why) {
        if (others > 0) {
            notes.add(folder + ": " + others + (others == 1 ? " file was" : " files were") + " left out, " + why + ".");
        }
    }

    /** Sorted, without names that begin with a dot, which belong to the system. */
    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isHidden(entry)).sorted().toList();
        } catch (IOException unreadable) {
            throw FileRefusal.reading(folder, unreadable);
        }
    }

    private static List<Path> photosAmong(List<Path> files) {
        return files.stream()
                .filter(file -> !isHidden(file) && isNamed(file, PHOTOS) && !Files.isDirectory(file))
                .toList();
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static boolean isNamed(Path file, List<String> endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    private static AskedPhoto photo(Path file) {
        return new AskedPhoto(file.toString(), file);
    }
}
