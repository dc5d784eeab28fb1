package org.facies.align;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.facies.image.Rgb;
import org.facies.input.BadInput;

/**
 * Aligned crops on disk, each read on demand, so that a cohort may be larger than memory. {@link FacePipeline} writes
 * them. A crop never changes: its file name is derived from the photo's content, the geometry, the networks that found
 * the face, and the choice between several faces.
 *
 * <pre>{@code
 * CropStore crops = faces.crops();
 * Rgb crop = crops.read(photo.sha256(), CropGeometry.DLIB_150);
 * }</pre>
 *
 * <p>Thread-safe. Nothing is kept in memory; the operating system caches recently read files.
 */
public final class CropStore {

    private final Path folder;
    private final String networks;
    private final CropCache cache;

    /**
     * The crops in a folder.
     *
     * @param folder the cache of crops
     * @param networks fingerprint of the face networks and of the choice, as {@link #networks} returns it
     */
    public CropStore(Path folder, String networks) {
        this.folder = Objects.requireNonNull(folder);
        this.networks = Objects.requireNonNull(networks);
        this.cache = new CropCache(folder, networks);
    }

    /**
     * Fingerprint of the face networks and of the choice between several faces. Together with a photo's hash and a
     * geometry it identifies a crop.
     */
    public String networks() {
        return networks;
    }

    /**
     * The crop of a photo.
     *
     * @param photoSha256 SHA-256 of the photo's bytes, 64 hexadecimal digits
     * @return of exactly the size of the geometry
     * @throws BadInput if the crop is missing or damaged
     */
    public Rgb read(String photoSha256, CropGeometry geometry) {
        Optional<Alignment> known = cache.read(photoSha256, geometry);
        if (known.isPresent() && known.get() instanceof Alignment.Face face) {
            return face.crop();
        }
        throw new BadInput(
                folder.toString(),
                "",
                "lacks the crop of a photo, or its file there is damaged",
                "Run the same command again: it makes the crop again from the photo, and resumes.");
    }
}
