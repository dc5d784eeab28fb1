package org.facies.serve.pack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.file.AtomicFile;
import org.facies.file.Sha256;
import org.facies.reading.Arm;
import org.facies.reading.Part;
import org.facies.reading.Presentation;
import org.facies.reading.ReadingStudy;
import org.facies.serve.pack.PackContent.PackedPicture;
import org.facies.serve.pack.PackContent.PackedPresentation;
import org.facies.serve.page.PackHtml;
import org.facies.serve.page.PackPage;
import org.facies.serve.page.Words;
import org.facies.serve.store.PictureSource;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StoredPack;
import org.facies.serve.store.StudyReader;
import org.facies.serve.web.view.ReadingSettings;
import org.facies.serve.web.view.ReadingState.ToldPart;

/**
 * Writes a reader study as one HTML file for one reader. The file contains the pictures and the model's answers,
 * encrypted with a random key. The file also contains that key, encrypted with a key derived from the passphrase. The
 * store keeps the random key to read the answers.
 */
public final class PackMaker {
    private static final int ID_BYTES = 16;

    private final ReadingStore store;
    private final PictureSource pictures;
    private final SecureRandom random;
    private final PackHtml html = new PackHtml();

    public PackMaker(ReadingStore store, PictureSource pictures, SecureRandom random) {
        this.store = store;
        this.pictures = pictures;
        this.random = random;
    }

    /**
     * Writes the file of a reader, and stores what is needed to import the answers.
     *
     * @param until the end of the time in which the pack can be used
     */
    public StoredPack write(StudyReader reader, Passphrase passphrase, Instant now, Instant until, Path file) {
        String id = hexadecimal();
        byte[] contentKey = Sealing.random(Sealing.KEY_BYTES, random);
        byte[] salt = Sealing.random(Sealing.SALT_BYTES, random);
        byte[] keyNonce = Sealing.random(Sealing.NONCE_BYTES, random);
        byte[] nonce = Sealing.random(Sealing.NONCE_BYTES, random);
        byte[] payload = Sealing.seal(
                contentKey,
                nonce,
                PackHeader.bound(id, reader.name(), until.toString()),
                content(reader).json());
        PackHeader header = new PackHeader(
                id,
                reader.name(),
                until.toString(),
                Sealing.ROUNDS,
                PackHeader.base64(salt),
                PackHeader.base64(keyNonce),
                PackHeader.base64(Sealing.seal(Sealing.key(passphrase, salt), keyNonce, "", contentKey)),
                PackHeader.base64(nonce),
                Sha256.of(payload));
        StoredPack pack =
                new StoredPack(id, reader.id(), PackHeader.base64(contentKey), header.payloadSha256(), now, until);
        String page = html.of(page(reader, until, header), PackHeader.base64(payload));
        store.keepPack(pack);
        AtomicFile.write(file, page.getBytes(StandardCharsets.UTF_8));
        return pack;
    }

    private PackPage page(StudyReader reader, Instant until, PackHeader header) {
        return new PackPage(
                reader.language(),
                store.study().design().name(),
                reader.name(),
                ReadingSettings.of(store.study(), reader.arm()),
                Words.of(reader.language()).time(until),
                header.json());
    }

    private PackContent content(StudyReader reader) {
        Map<String, PackedPicture> packed = new LinkedHashMap<>();
        List<PackedPresentation> presentations = new ArrayList<>();
        for (Presentation one : reader.presentations()) {
            presentations.add(presentation(reader, one, packed));
        }
        ReadingStudy study = store.study();
        return new PackContent(study.plan().practice(), study.design().order().breakMinutes(), presentations, packed);
    }

    private PackedPresentation presentation(StudyReader reader, Presentation one, Map<String, PackedPicture> packed) {
        ReadingStudy study = store.study();
        boolean isPractice = one.part() == Part.PRACTICE;
        boolean isTold = isPractice && study.design().practice().feedback();
        List<String> names = new ArrayList<>();
        for (int photo = 0;
                photo < study.plan().cases().get(one.caseNumber()).photos().size();
                photo++) {
            PictureSource.Picture picture = pictures.of(one.caseNumber(), photo);
            names.add(hexadecimal());
            packed.put(names.get(photo), new PackedPicture(picture.mediaType(), PackHeader.base64(picture.bytes())));
        }
        return new PackedPresentation(
                one.position(),
                isPractice ? ToldPart.PRACTICE : ToldPart.MAIN,
                one.block(),
                names,
                reader.arm() == Arm.SEQUENTIAL ? study.advice(one.caseNumber()) : Optional.empty(),
                isTold ? Optional.of(study.plan().cases().get(one.caseNumber()).truth()) : Optional.empty());
    }

    private String hexadecimal() {
        return HexFormat.of().formatHex(Sealing.random(ID_BYTES, random));
    }
}
