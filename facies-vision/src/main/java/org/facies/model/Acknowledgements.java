package org.facies.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.facies.file.AtomicFile;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;

/** The terms that the user of this machine has agreed to, each written down as it was shown. */
final class Acknowledgements {

    private final Path folder;

    Acknowledgements(Path folder) {
        this.folder = folder;
    }

    /**
     * Goes on if there is nothing to agree to, or if the user agreed to the same terms before; otherwise asks.
     *
     * @throws BadInput if the user does not agree
     */
    void require(ModelCard card, Acknowledgement acknowledgement) {
        if (!card.licence().needsAcknowledgement() || given(card)) {
            return;
        }
        if (!acknowledgement.agrees(card)) {
            throw new BadInput(
                    "model",
                    card.id(),
                    "comes on terms that nobody has agreed to yet: "
                            + terms(card).strip().replaceFirst("\\.$", ""),
                    "If your use is within them, repeat the command with --yes.");
        }
        if (acknowledgement.lasts()) {
            AtomicFile.write(file(card), terms(card));
        }
    }

    private boolean given(ModelCard card) {
        try {
            return Files.readString(file(card)).equals(terms(card));
        } catch (NoSuchFileException notAsked) {
            return false;
        } catch (IOException failure) {
            throw FileRefusal.reading(file(card), failure, ModelFolder.ANOTHER);
        }
    }

    private Path file(ModelCard card) {
        return folder.resolve(card.id() + ".txt");
    }

    private static String terms(ModelCard card) {
        Licence licence = card.licence();
        return "licence: " + licence.stated() + "; origin: " + licence.origin() + "; " + licence.caution() + "\n";
    }
}
