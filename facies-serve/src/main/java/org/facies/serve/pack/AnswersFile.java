package org.facies.serve.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.facies.file.FileRefusal;
import org.facies.file.JsonFile;
import org.facies.input.BadInput;
import org.facies.reading.Experience;
import org.facies.reading.Step;
import org.facies.reading.Submission;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/**
 * A file of answers, as the page of a pack saves it: encrypted, with the id of the pack.
 *
 * @param format {@link #VERSION}
 * @param pack id
 * @param payloadSha256 SHA-256 of the content that the page showed
 * @param nonce in base64, as the answers are
 */
record AnswersFile(int format, String pack, String payloadSha256, String nonce, String answers) {
    /** The version of the layout. */
    static final int VERSION = 1;

    private static final RecordFormat<AnswersFile> FORMAT = RecordFormat.of(AnswersFile.class, Undefined.REFUSED);
    private static final RecordFormat<Content> CONTENT = RecordFormat.of(Content.class, Undefined.REFUSED);
    private static final long MOST_BYTES = 64L << 20;
    private static final String REMEDY = "Ask the reader to save the answers again and to send the new file.";

    /**
     * The decrypted content.
     *
     * @param answers with all corrections, in the order in which they were given
     * @param saved an instant
     */
    record Content(Optional<Experience> experience, List<GivenAnswer> answers, String saved) {
        Content {
            answers = List.copyOf(answers);
        }
    }

    /** A {@link Submission}, and its time by the reader's clock. */
    record GivenAnswer(
            String submission,
            int position,
            Step step,
            int revision,
            Optional<Integer> choice,
            Optional<Integer> confidence,
            List<Double> probabilities,
            String comment,
            double seconds,
            String answered) {
        GivenAnswer {
            probabilities = List.copyOf(probabilities);
        }

        Submission sent() {
            return new Submission(
                    submission, position, step, revision, choice, confidence, probabilities, comment, seconds);
        }
    }

    /** @throws BadInput if it is no such file */
    static AnswersFile read(Path file) {
        byte[] bytes;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw wrong(file, "is too large for a file of answers");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw FileRefusal.reading(file, unreadable);
        }
        AnswersFile read = FORMAT.read(JsonFile.parse(bytes, file.toString(), REMEDY), file.toString(), REMEDY);
        if (read.format != VERSION) {
            throw wrong(file, "has format " + read.format + ", not " + VERSION);
        }
        return read;
    }

    /** The answers. @throws BadInput if the file was changed after it was saved, or holds no answers of a page */
    Content open(Path file, byte[] contentKey) {
        String bound = String.join("\n", "answers", pack, payloadSha256);
        byte[] opened = decoded(nonce)
                .filter(bytes -> bytes.length == Sealing.NONCE_BYTES)
                .flatMap(bytes ->
                        decoded(answers).flatMap(encrypted -> Sealing.open(contentKey, bytes, bound, encrypted)))
                .orElseThrow(() -> wrong(file, "was changed after it was saved or is damaged"));
        return CONTENT.read(JsonFile.parse(opened, file.toString(), REMEDY), file.toString(), REMEDY);
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static BadInput wrong(Path file, String what) {
        return new BadInput(file.toString(), "", what, REMEDY);
    }
}
