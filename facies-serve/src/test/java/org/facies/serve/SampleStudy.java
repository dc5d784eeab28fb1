package org.facies.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facies.file.Sha256;
import org.facies.reading.Advice;
import org.facies.reading.Arm;
import org.facies.reading.ReadingCase;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingDesign.Advisor;
import org.facies.reading.ReadingDesign.Cases;
import org.facies.reading.ReadingDesign.Draw;
import org.facies.reading.ReadingDesign.Form;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.reading.ReadingDesign.Order;
import org.facies.reading.ReadingDesign.Photos;
import org.facies.reading.ReadingDesign.Pictures;
import org.facies.reading.ReadingDesign.Practice;
import org.facies.reading.ReadingDesign.ShownClass;
import org.facies.reading.ReadingDesign.View;
import org.facies.reading.ReadingPlan;
import org.facies.reading.ReadingStudy;
import org.facies.reading.ShownModel;
import org.facies.serve.picture.PreparedPicture;
import org.facies.serve.store.ReadingStore;

/** A prepared study of three classes, two photos a child; R1 is unaided, R2 sequential. Pictures are a few bytes. */
public final class SampleStudy {
    /** Words that no browser may receive. */
    public static final List<String> SECRETS = List.of("label-", "subject-", "photo-", "run-of-the-study");

    private static final int CLASSES = 3;
    private static final int PHOTOS = 2;

    private SampleStudy() {}

    /** Prepares a study of so many children, a repeat for every fourth, and so many practice cases with feedback. */
    public static ReadingStore in(Path folder, int main, int practice, Instant now) {
        return ReadingStore.create(folder, study(main, practice), pictures(folder, main + practice), now, random());
    }

    public static ReadingStudy study(int main, int practice) {
        List<ReadingCase> cases = IntStream.range(0, main + practice)
                .mapToObj(c -> new ReadingCase(
                        "subject-" + c,
                        c % CLASSES,
                        IntStream.range(0, PHOTOS)
                                .mapToObj(p -> "photo-" + c + "-" + p + ".jpg")
                                .toList()))
                .toList();
        List<Advice> advice = IntStream.range(0, cases.size())
                .mapToObj(c -> new Advice((c + 1) % CLASSES, List.of((c + 1) % CLASSES), 90, List.of(0.2, 0.3, 0.5)))
                .toList();
        return new ReadingStudy(
                design(practice),
                new ReadingPlan(cases, practice, 17, 5, main / 4),
                Sha256.of("cohort"),
                Optional.of(new ShownModel("a model", "run-of-the-study", Sha256.of("predictions"))),
                advice);
    }

    private static ReadingDesign design(int practice) {
        return new ReadingDesign(
                "Five faces",
                "manifest.csv",
                IntStream.range(0, CLASSES)
                        .mapToObj(c -> new ShownClass("label-" + c, "Class " + (char) ('A' + c)))
                        .toList(),
                new Cases(Draw.EVERYONE, 0, 0, Map.of(), 17),
                new Pictures(Photos.ALL, View.CROP, 256),
                new Order(17, 5, 5, 0.25),
                new Practice(practice, true),
                new Form(true, true, true, true),
                Optional.of(new Advisor("run-of-the-study", Optional.empty(), Optional.empty(), 90)),
                List.of(new InvitedReader("R1", Arm.UNAIDED, "en"), new InvitedReader("R2", Arm.SEQUENTIAL, "de")),
                30);
    }

    private static List<PreparedPicture> pictures(Path folder, int cases) {
        List<PreparedPicture> pictures = new ArrayList<>();
        try {
            Files.createDirectories(ReadingStore.pictureFolder(folder));
            for (int c = 0; c < cases; c++) {
                for (int p = 0; p < PHOTOS; p++) {
                    byte[] bytes = bytes(c, p);
                    String name = Sha256.of(bytes).substring(0, 32) + ".jpg";
                    Files.write(ReadingStore.pictureFolder(folder).resolve(name), bytes);
                    pictures.add(new PreparedPicture(c, p, name, Sha256.of(bytes)));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return pictures;
    }

    /** What stands for the picture of a photo. */
    public static byte[] bytes(int caseNumber, int photo) {
        return ("picture " + caseNumber + " " + photo).getBytes(StandardCharsets.UTF_8);
    }

    public static SecureRandom random() {
        return new SecureRandom();
    }
}
