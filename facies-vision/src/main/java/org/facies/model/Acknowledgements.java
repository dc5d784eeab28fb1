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
 * The terms that the user of this machine has agreed to: one file for each model, {@code acknowledged/ID.txt}, with the
 * terms as they were shown and the time. Agreement to other terms of the same model does not count. Safe to use from
 * several threads.
 */
final class Acknowledgements {

    private static final String FOLDER = "acknowledged";

    private final Path folder;
    private final Acknowledgement user;
    private final Clock clock;
    private final Set<String> untilTheEnd = ConcurrentHashMap.newKeySet();

    /**
     * @param home of the zoo
     * @param user who is asked about terms that nobody has agreed to yet
     * @param clock dates an agreement
     */
    Acknowledgements(Path home, Acknowledgement user, Clock clock) {
        this.folder = home.resolve(FOLDER);
        this.user = user;
        this.clock = clock;
    }

    /**
     * Goes on if there is nothing to agree to, or if the user agreed to the same terms before; otherwise asks.
     *
     * @param remedy for a user who cannot be asked: how to agree, as the second half of a sentence
     * @throws BadInput if the user does not agree
     */
    void require(ModelCard card, String remedy) {
        if (given(card)) {
            return;
        }
        if (!user.agrees(card)) {
            throw new BadInput(
                    "model",
                    card.id(),
                    "comes on terms that nobody has agreed to yet: "
                            + terms(card).strip().replaceFirst("\\.$", ""),
                    "If your use is within them, " + remedy + ".");
        }
        agree(card);
    }

    /** Records the agreement to the terms of a model that was made from one whose terms were agreed to. */
    void inherit(ModelCard card) {
        if (!given(card)) {
            agree(card);
        }
    }

    /** Whether there is nothing to agree to, or the user has agreed; asks nobody. */
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

    /** A record of an earlier version has the terms and no time. */
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
