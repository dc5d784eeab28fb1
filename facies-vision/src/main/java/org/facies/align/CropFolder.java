package org.facies.align;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.facies.image.PngWriter;
import org.facies.input.BadInput;

/** Writes crops as PNG files named after their photos: {@code photos/a.jpg} becomes {@code photos/a.jpg.png}. */
public final class CropFolder {

    private final Path folder;

    /** Writes crops to this folder, which is made if necessary. */
    public CropFolder(Path folder) {
        this.folder = Objects.requireNonNull(folder).toAbsolutePath().normalize();
    }

    /**
     * Writes the crop of a photo.
     *
     * @return the file
     * @throws BadInput if the photo's path leads out of the folder, or the file cannot be written
     */
    public Path write(FaceResult.Aligned aligned) {
        String path = aligned.photo().path();
        Path file = folder.resolve(path + ".png").normalize();
        if (!file.startsWith(folder)) {
            throw new BadInput("photo", path, "leads out of its folder", "Put the photos below the manifest's folder.");
        }
        try {
            QuickFile.write(file, PngWriter.encode(aligned.crop()));
        } catch (IOException failure) {
            BadInput problem = new BadInput(
                    folder.toString(),
                    "",
                    "cannot store the crops",
                    "Choose a folder with free space where you have permission to write.");
            problem.initCause(failure);
            throw problem;
        }
        return file;
    }
}
