package org.facies.serve.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.file.Sha256;
import org.facies.image.JpegWriter;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelZoo;
import org.facies.progress.Progress;
import org.facies.reading.Advice;
import org.facies.reading.Arm;
import org.facies.reading.ReadingCase;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingDesign.Advisor;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.reading.ReadingDesign.ShownClass;
import org.facies.reading.ReadingDraw;
import org.facies.reading.ReadingPlan;
import org.facies.reading.ReadingStudy;
import org.facies.reading.ShownModel;
import org.facies.serve.picture.PicturePreparation;
import org.facies.serve.picture.PreparedPicture;
import org.facies.serve.store.ReadingStore;
import org.facies.synth.asset.AssetStore;
import org.facies.synth.population.Population;
import org.facies.synth.population.Portrait;
import org.facies.synth.population.PortrayedChild;
import org.facies.synth.population.Recipe;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.profile.Profiles;
import org.facies.synth.profile.TargetNames;
import org.facies.workspace.Workspace;

/**
 * Reader studies on children of our renderer, whose labels, subjects, files and sites have names that a browser must
 * not receive. Photos and pictures are made once for all tests of a process.
 */
final class SyntheticChildren {
    /** In everything that readers must not learn. */
    static final String SECRET = "quixzephyr";

    static final List<String> NAMES = List.of("Williams syndrome", "Noonan syndrome", "Alagille syndrome", "None");
    private static final List<String> LABELS =
            IntStream.range(0, NAMES.size()).mapToObj(c -> SECRET + "label" + c).toList();
    /** Everything but probabilities. */
    static final ReadingDesign.Form FORM = new ReadingDesign.Form(true, true, false, true);

    private static final int PER_CLASS = 15;
    private static final int PRACTICE = 3;
    private static final int PHOTO_PX = 320;
    private static final int PICTURE_PX = 384;
    private static final long SEED = 5;

    private SyntheticChildren() {}

    /** Drawn when they are first asked for. */
    private static final class Drawn {
        private static final Path FOLDER = folder();
        private static final Cohort COHORT = draw(FOLDER);
        private static final ReadingPlan PLAN = ReadingDraw.of(
                        design(List.of(), FORM), COHORT, LocalDate.of(2026, 6, 1))
                .plan();
        private static final List<PreparedPicture> PICTURES = new PicturePreparation(
                        design(List.of(), FORM).pictures(), workspace())
                .prepare(COHORT, PLAN, FOLDER.resolve("pictures"));
    }

    /** Names of the prepared pictures in the data folder. */
    static List<String> pictureFiles() {
        return Drawn.PICTURES.stream().map(PreparedPicture::file).toList();
    }

    /** Of the photos and of the prepared pictures. */
    static List<String> hashes() {
        return Stream.concat(
                        Drawn.COHORT.photos().stream().map(Photo::sha256),
                        Drawn.PICTURES.stream().map(PreparedPicture::sha256))
                .toList();
    }

    /** What a run's predictions out of fold could say: correct in two thirds of the cases. */
    private static ReadingStudy study(List<InvitedReader> readers, ReadingDesign.Form form) {
        ReadingPlan plan = Drawn.PLAN;
        Random random = new Random(SEED);
        List<Advice> advice =
                plan.cases().stream().map(one -> advice(one, random)).toList();
        return new ReadingStudy(
                design(readers, form),
                plan,
                Drawn.COHORT.fingerprint(),
                Optional.of(new ShownModel("model", "runs/" + SECRET, Sha256.of("run"))),
                advice);
    }

    /** A prepared study in a new data folder. */
    static ReadingStore store(Path data, List<InvitedReader> readers, Clock clock) {
        return store(data, readers, FORM, clock);
    }

    static ReadingStore store(Path data, List<InvitedReader> readers, ReadingDesign.Form form, Clock clock) {
        Path pictures = ReadingStore.pictureFolder(data);
        try {
            Files.createDirectories(pictures);
            for (PreparedPicture picture : Drawn.PICTURES) {
                Path copy = pictures.resolve(picture.file());
                if (!Files.exists(copy)) {
                    Files.copy(Drawn.FOLDER.resolve("pictures").resolve(picture.file()), copy);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return ReadingStore.create(data, study(readers, form), Drawn.PICTURES, clock.instant(), new SecureRandom());
    }

    /** Five readers; the last two also see the model's answers. */
    static List<InvitedReader> fiveReaders() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(r -> new InvitedReader("R" + r, r > 3 ? Arm.SEQUENTIAL : Arm.UNAIDED, r == 2 ? "de" : "en"))
                .toList();
    }

    private static Advice advice(ReadingCase one, Random random) {
        int classes = NAMES.size();
        int choice = random.nextInt(3) > 0 ? one.truth() : random.nextInt(classes);
        int second = (choice + 1 + random.nextInt(classes - 1)) % classes;
        List<Double> shares = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            shares.add(c == choice ? 0.62 : c == second ? 0.22 : 0.16 / (classes - 2));
        }
        return new Advice(choice, List.of(choice, second), 90, shares);
    }

    private static ReadingDesign design(List<InvitedReader> readers, ReadingDesign.Form form) {
        List<ShownClass> classes = IntStream.range(0, NAMES.size())
                .mapToObj(c -> new ShownClass(LABELS.get(c), NAMES.get(c)))
                .toList();
        return new ReadingDesign(
                "Faces in spring",
                "manifest.csv",
                classes,
                new ReadingDesign.Cases(ReadingDesign.Draw.PER_CLASS, PER_CLASS, 0, Map.of(), SEED),
                new ReadingDesign.Pictures(ReadingDesign.Photos.ALL, ReadingDesign.View.CROP, PICTURE_PX),
                new ReadingDesign.Order(SEED, 20, 5, 0.1),
                new ReadingDesign.Practice(PRACTICE, true),
                form,
                Optional.of(new Advisor("runs/" + SECRET, Optional.empty(), Optional.empty(), 90)),
                readers,
                30);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("facies-reading");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Cohort draw(Path folder) {
        PortraitStudio studio = new PortraitStudio(
                AssetStore.in(ModelZoo.defaultHome(), sentence -> {}).require());
        Map<String, Integer> counts = new LinkedHashMap<>();
        List.of("williams-beuren", "noonan", "alagille", Recipe.CONTROLS)
                .forEach(one -> counts.put(one, PER_CLASS + 1));
        Recipe recipe = new Recipe(
                counts,
                Profiles.builtIn(new TargetNames(PortraitStudio.targetNames())),
                new Recipe.PhotoCount(1, 2),
                1,
                SEED,
                PHOTO_PX,
                Set.of());
        List<Subject> subjects = new ArrayList<>();
        List<String> classes = List.copyOf(counts.keySet());
        StringBuilder manifest = new StringBuilder("photo,subject,diagnosis,site\n");
        for (PortrayedChild child : new Population(recipe).children()) {
            String id = SECRET + "subject" + subjects.size();
            String label = LABELS.get(classes.indexOf(child.diagnosis()));
            List<Photo> photos = new ArrayList<>();
            for (Portrait portrait : child.portraits()) {
                Photo photo = photo(folder, SECRET + "photo" + subjects.size() + "-" + photos.size(), studio, portrait);
                photos.add(photo);
                manifest.append(String.join(",", photo.path(), id, label, SECRET + "site"))
                        .append('\n');
            }
            subjects.add(new Subject(id, label, photos, Map.of("site", SECRET + "site")));
        }
        Path file = folder.resolve("manifest.csv");
        write(file, manifest.toString().getBytes(StandardCharsets.UTF_8));
        return new Cohort(file, LABELS, subjects);
    }

    private static Photo photo(Path folder, String name, PortraitStudio studio, Portrait portrait) {
        byte[] bytes = JpegWriter.encode(
                studio.photograph(portrait.head(), portrait.look(), portrait.scene(), PHOTO_PX), 0.9f);
        Path file = folder.resolve(name + ".jpg");
        write(file, bytes);
        return new Photo(name + ".jpg", file, Sha256.of(bytes));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Workspace workspace() {
        Path home = ModelZoo.defaultHome();
        ModelZoo zoo = ModelZoo.in(home, Acknowledgement.GIVEN, Clock.systemUTC(), Progress.silent());
        return new Workspace(zoo, home, 2, "test", Clock.systemUTC(), Progress.silent());
    }
}
