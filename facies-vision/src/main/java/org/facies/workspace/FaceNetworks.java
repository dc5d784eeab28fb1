package org.facies.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.facies.align.FaceModels;
import org.facies.detect.RetinaFaceVariant;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;
import org.facies.model.InstalledModel;
import org.facies.model.ModelZoo;

/** The face networks of the zoo: detector and landmarks. */
public final class FaceNetworks {
    private static final String DETECTOR = "retinaface-mnet25";
    private static final String LANDMARKS = "landmarks-68";

    private FaceNetworks() {}

    /** Their names in the catalogue. */
    public static List<String> ids() {
        return List.of(DETECTOR, LANDMARKS);
    }

    /** The detector and the landmark network, downloaded if necessary. */
    public static List<InstalledModel> of(ModelZoo zoo) {
        return zoo.requireAll(ids());
    }

    /**
     * A backbone; the face networks are installed as well.
     *
     * @throws BadInput with everything that is wrong with any of them
     */
    public static InstalledModel with(ModelZoo zoo, String backbone) {
        List<String> needed = Stream.concat(ids().stream(), Stream.of(backbone)).toList();
        return zoo.requireAll(needed).get(needed.size() - 1);
    }

    public static FaceModels load(ModelZoo zoo) {
        return load(of(zoo));
    }

    /**
     * Reads the networks.
     *
     * @param models as {@link #of} returns them
     */
    public static FaceModels load(List<InstalledModel> models) {
        return new FaceModels(bytes(models.get(0)), RetinaFaceVariant.V1, bytes(models.get(1)));
    }

    private static byte[] bytes(InstalledModel model) {
        try {
            return Files.readAllBytes(model.file());
        } catch (IOException unreadable) {
            throw FileRefusal.reading(model.file(), unreadable);
        }
    }
}
