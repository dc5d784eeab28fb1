package org.facies.model;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.facies.file.FileRefusal;
import org.facies.file.Sha256;

/**
 * An installed model, ready to run.
 *
 * @param card its description
 * @param file the ONNX file
 * @param sha256 hash of the ONNX file at installation; differs from the source's if the source was converted
 */
public record InstalledModel(ModelCard card, Path file, String sha256) {

    /** Whether the file still has the installed content. */
    public boolean isIntact() {
        try {
            return Sha256.of(file).equals(sha256);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException failure) {
            throw FileRefusal.reading(file, failure, ModelFolder.ANOTHER);
        }
    }
}
