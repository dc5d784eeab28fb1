package org.facies.serve.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.facies.file.Sha256;
import org.facies.reading.Experience;
import org.facies.reading.Step;
import org.facies.schema.RecordFormat;
import org.facies.serve.pack.AnswersFile.Content;
import org.facies.serve.pack.AnswersFile.GivenAnswer;
import org.facies.serve.store.StoredPack;

/** Files of answers as a pack's page saves them. */
final class ReturnedPack {
    private static final RecordFormat<Content> CONTENT = RecordFormat.of(Content.class, RecordFormat.Undefined.REFUSED);
    private static final RecordFormat<AnswersFile> FILE =
            RecordFormat.of(AnswersFile.class, RecordFormat.Undefined.REFUSED);

    private ReturnedPack() {}

    /** The first answers of a reader of the unaided arm, all of the first class. */
    static List<GivenAnswer> answers(int count, String salt, Instant when) {
        List<GivenAnswer> answers = new ArrayList<>();
        for (int position = 1; position <= count; position++) {
            answers.add(answer(position, 0, salt, when));
        }
        return answers;
    }

    static GivenAnswer answer(int position, int revision, String salt, Instant when) {
        String id = Sha256.of(salt + position + "/" + revision).substring(0, 32);
        return new GivenAnswer(
                id,
                position,
                Step.FIRST,
                revision,
                Optional.of(0),
                Optional.of(3),
                List.of(),
                "",
                2.5,
                when.toString());
    }

    static Path write(Path file, StoredPack pack, List<GivenAnswer> answers) {
        return write(file, pack.id(), pack.payloadSha256(), pack.contentKey(), answers);
    }

    static Path write(Path file, String id, String payloadSha256, String key, List<GivenAnswer> answers) {
        byte[] nonce = Sealing.random(Sealing.NONCE_BYTES, new SecureRandom());
        Content content =
                new Content(Optional.of(new Experience(7, "paediatrics", true)), answers, "2026-12-01T00:00:00Z");
        byte[] encrypted = Sealing.seal(
                Base64.getDecoder().decode(key),
                nonce,
                "answers\n" + id + "\n" + payloadSha256,
                CONTENT.write(content).toString().getBytes(StandardCharsets.UTF_8));
        AnswersFile written = new AnswersFile(
                AnswersFile.VERSION, id, payloadSha256, PackHeader.base64(nonce), PackHeader.base64(encrypted));
        try {
            return Files.writeString(file, FILE.write(written).toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
