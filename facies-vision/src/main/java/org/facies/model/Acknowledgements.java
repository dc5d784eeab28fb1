package org.facies.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.facies.file.AtomicFile;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;

/**
 * The terms that the user of this computer has accepted. There is one file for each model, {@code acknowledged/ID.txt},
 * with the terms as displayed and the time. If the terms of a model change, the user is asked again. Thread-safe.
 */
final class Acknowledgements {

    private static final String FOLDER = "acknowledged";

    private final Path folder;
    private final Acknowledgement user;
    private final Clock clock;
    private final Set<String> untilTheEnd = ConcurrentHashMap.newKeySet();

    /**
     * @param home of the zoo
     * @param user is asked about terms that have not been accepted yet
     * @param clock dates an agreement
     */
    Acknowledgements(Path home, Acknowledgement user, Clock clock) {
        this.folder = home.resolve(FOLDER);
        this.user = user;
        this.clock = clock;
    }

    /**
     * Does nothing if there are no terms, or if the user accepted the same terms before; otherwise asks.
     *
     * @param remedy how a user who cannot be asked can accept, as the second half of a sentence
     * @throws BadInput if the user does not accept
     */
    void require(ModelCard card, String remedy) {
        if (given(card)) {
            return;
        }
        if (!user.agrees(card)) {
            throw new BadInput(
                    "model",
                    card.id(),
                    "has terms that you have not accepted yet: "
                            + terms(card).strip().replaceFirst("\\.$", ""),
                    "If they permit your use, " + remedy + ".");
        }
        agree(card);
    }

    /** Records the acceptance for a model that was made from another model, whose terms were accepted. */
    void inherit(ModelCard card) {
        if (!given(card)) {
            agree(card);
        }
    }

    /** Whether there are no terms, or the user has accepted them; does not ask. */
    boolean given(ModelCard card) {
        return !card.licence().needsAcknowledgement() || untilTheEnd.contains(key(card)) || recorded(card);
    }

    private void agree(ModelCard card) {
        if (user.lasts()) {
            AtomicFile.write(
                    file(card), terms(card) + "agreed: " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + "\n");
        } else {
            untilTheEnd.add(key(card));
        }
    }

    /** Whether a record has these terms; records of earlier versions have no time. */
    private boolean recorded(ModelCard card) {
        try {
            return Files.readString(file(card)).startsWith(terms(card));
        } catch (NoSuchFileException notAsked) {
            return false;
        } catch (IOException failure) {
            throw FileRefusal.reading(file(card), failure, ModelFolder.ANOTHER);
        }
    }

    private Path file(ModelCard card) {
        return folder.resolve(card.id() + ".txt");
    }

    private static String key(ModelCard card) {
        return card.id() + ": " + terms(card);
    }

    private static String terms(ModelCard card) {
        Licence licence = card.licence();
        return "licence: " + licence.stated() + "; origin: " + licence.origin() + "; " + licence.caution() + "\n";
    }
}
