package org.facies.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.facies.align.FaceAligner;
import org.facies.align.FaceChoice;
import org.facies.align.FaceFinding;
import org.facies.align.FaceModels;
import org.facies.align.FacePolicy;
import org.facies.align.FacesSeen;
import org.facies.decision.Answer;
import org.facies.decision.PhotoEvidence;
import org.facies.decision.Reservation;
import org.facies.detect.RetinaFaceVariant;
import org.facies.file.Sha256;
import org.facies.image.Decoded;
import org.facies.image.ImageLimits;
import org.facies.image.PhotoDecoder;
import org.facies.image.Rgb;
import org.facies.input.BadInput;

/**
 * Applies a bundle: photos in, faces, evidence and answers out. It needs only the bundle: no model folder, no network
 * connection and no libtorch.
 *
 * <pre>{@code
 * Bundle bundle = Bundle.open(Path.of("noonan.facies"));
 * try (Predictor predictor = Predictor.open(bundle, Predictor.Settings.ofBundle())) {
 *     PhotoReading photo = predictor.read(Path.of("a.jpg"));
 *     ChildReading child = predictor.child(List.of(photo), OptionalDouble.of(30));
 *     child.answer().ifPresent(answer -> System.out.println(answer.predicted()));
 * }
 * }</pre>
 *
 * <p>Thread-safe. The same bundle, photos and settings give the same numbers. Nothing of a photo is kept except what is
 * returned.
 */
public final class Predictor implements AutoCloseable {
    private static final String LOOK_AT_IT = "Check the photo, and use another one.";
    private static final Set<FaceFinding> POOR =
            EnumSet.of(FaceFinding.UNSURE, FaceFinding.TOO_SMALL, FaceFinding.TOO_BLURRED, FaceFinding.TURNED_TOO_FAR);

    private final BundleFile file;
    private final FacePolicy policy;
    private final PhotoDecoder decoder = new PhotoDecoder(ImageLimits.DEFAULT);
    private final FaceAligner aligner;
    private final BundleNetworks networks;

    /**
     * The settings of a predictor.
     *
     * @param choice which of several faces is used; empty for the bundle's own choice
     * @param threads for one photo in a network, at least 1; more than 1 helps only if few photos are read in parallel
     */
    public record Settings(Optional<FaceChoice> choice, int threads) {
        public Settings {
            if (threads < 1) {
                throw new IllegalArgumentException("threads " + threads);
            }
        }

        /** Settings with the study's choice of faces, and one thread for each photo. */
        public static Settings ofBundle() {
            return new Settings(Optional.empty(), 1);
        }
    }

    private Predictor(BundleFile file, FacePolicy policy, FaceAligner aligner, BundleNetworks networks) {
        this.file = file;
        this.policy = policy;
        this.aligner = aligner;
        this.networks = networks;
    }

    /**
     * Loads the networks of a bundle. Face networks and classifiers are loaded in parallel.
     *
     * @throws BadInput if a network is missing or cannot be loaded
     */
    public static Predictor open(Bundle bundle, Settings settings) {
        BundleFile file = bundle.file();
        FaceChoice choice =
                settings.choice().or(() -> FaceChoice.of(file.faces().choose())).orElseThrow();
        FacePolicy policy = new FacePolicy(
                file.faces().thresholds(), Set.copyOf(file.faces().refuse()), choice);
        CompletableFuture<BundleNetworks> networks =
                CompletableFuture.supplyAsync(() -> BundleNetworks.open(bundle, settings.threads()));
        FaceAligner aligner;
        try {
            FaceModels models = new FaceModels(
                    network(bundle, BundleFile.DETECTOR), RetinaFaceVariant.V1, network(bundle, BundleFile.LANDMARKS));
            aligner = new FaceAligner(models, choice);
        } catch (RuntimeException unusable) {
            close(networks);
            throw unusable;
        }
        try {
            return new Predictor(file, policy, aligner, networks.join());
        } catch (CompletionException unusable) {
            aligner.close();
            throw unusable.getCause() instanceof RuntimeException cause ? cause : unusable;
        }
    }

    private static void close(CompletableFuture<BundleNetworks> networks) {
        try {
            networks.join().close();
        } catch (CompletionException unusableToo) {
            // There is nothing to close, and one reason is enough.
        }
    }

    private static byte[] network(Bundle bundle, String name) {
        if (!bundle.file().files().containsKey(name)) {
            throw new BadInput(
                    "bundle " + bundle.file().name(),
                    "",
                    "has no " + name + ", which is needed to find faces",
                    "Make the bundle again.");
        }
        return bundle.content(name);
    }

    /** The description of the bundle. */
    public BundleFile bundle() {
        return file;
    }

    /** The rule for choosing one of several faces. */
    public FaceChoice choice() {
        return policy.choice();
    }

    /** Reads a photo. If the file cannot be used, the result says so; there is no exception. */
    public PhotoReading read(Path photo) {
        return read(photo, OptionalInt.empty());
    }

    /** Reads a photo from the bytes of its file. */
    public PhotoReading read(byte[] photo) {
        return read(photo, OptionalInt.empty());
    }

    /**
     * Reads a photo and makes pictures for display.
     *
     * @param viewPx longer side of the picture of the whole photo; empty for none
     */
    public PhotoReading read(Path photo, OptionalInt viewPx) {
        if (!Files.isRegularFile(photo)) {
            return undecoded(Optional.empty(), decoder.decode(photo));
        }
        try (InputStream in = Files.newInputStream(photo)) {
            return read(in.readNBytes((int) ImageLimits.DEFAULT.maxFileBytes() + 1), viewPx);
        } catch (IOException unreadable) {
            return undecoded(Optional.empty(), decoder.decode(photo));
        }
    }

    /**
     * Reads a photo from the bytes of its file and makes pictures for display.
     *
     * @param viewPx longer side of the picture of the whole photo; empty for none
     */
    public PhotoReading read(byte[] photo, OptionalInt viewPx) {
        Optional<String> sha256 = Optional.of(Sha256.of(photo));
        Decoded decoded = decoder.decode(photo);
        return decoded instanceof Decoded.Picture picture
                ? seen(sha256, picture.pixels(), viewPx)
                : undecoded(sha256, decoded);
    }

    private static PhotoReading undecoded(Optional<String> sha256, Decoded decoded) {
        return decoded instanceof Decoded.Refused refused
                ? PhotoReading.undecoded(sha256, refused.reason(), refused.remedy())
                : PhotoReading.undecoded(sha256, "changed while it was read", "Try again.");
    }

    private PhotoReading seen(Optional<String> sha256, Rgb picture, OptionalInt viewPx) {
        FacesSeen faces = aligner.see(picture);
        Set<FaceFinding> findings = faces.taken()
                .map(face -> policy.thresholds().judge(face.facts()))
                .orElseGet(() -> Set.of(faces.fromLeft().isEmpty() ? FaceFinding.NO_FACE : FaceFinding.NO_SUCH_FACE));
        Set<FaceFinding> grave = faces.taken().isEmpty() ? findings : policy.graveOf(findings);
        Optional<PhotoReading.Refusal> refusal = grave.isEmpty()
                ? Optional.empty()
                : Optional.of(new PhotoReading.Refusal(policy.reason(grave), LOOK_AT_IT));
        Optional<PhotoEvidence> evidence =
                faces.taken().filter(face -> grave.isEmpty()).map(face -> networks.evidence(picture, face));
        return new PhotoReading(sha256, Optional.of(faces), findings, refusal, evidence, views(picture, faces, viewPx));
    }

    private Optional<PhotoReading.Views> views(Rgb picture, FacesSeen faces, OptionalInt viewPx) {
        if (viewPx.isEmpty()) {
            return Optional.empty();
        }
        Optional<PhotoView> crop = faces.taken()
                .map(face -> face.crop(picture, networks.geometry()))
                .map(shown -> PhotoView.of(shown, shown.heightPx()));
        return Optional.of(new PhotoReading.Views(PhotoView.of(picture, viewPx.getAsInt()), crop));
    }

    /**
     * The answer about a child, from all photos that could be used.
     *
     * @param photos at least one
     * @param ageMonths empty if the age is unknown
     */
    public ChildReading child(List<PhotoReading> photos, OptionalDouble ageMonths) {
        if (photos.isEmpty()) {
            throw new IllegalArgumentException("a child without a photo");
        }
        List<PhotoReading> used =
                photos.stream().filter(photo -> photo.evidence().isPresent()).toList();
        if (used.isEmpty()) {
            return new ChildReading(photos, ageMonths, Optional.empty());
        }
        List<PhotoEvidence> evidence =
                used.stream().flatMap(photo -> photo.evidence().stream()).toList();
        Answer answer = file.decision().answer(evidence, ageMonths);
        return new ChildReading(photos, ageMonths, Optional.of(answer.with(doubts(used))));
    }

    private Set<Reservation> doubts(List<PhotoReading> photos) {
        Set<Reservation> doubts = EnumSet.noneOf(Reservation.class);
        for (PhotoReading photo : photos) {
            if (photo.findings().stream().anyMatch(POOR::contains)) {
                doubts.add(Reservation.POOR_PHOTO);
            }
            if (photo.findings().contains(FaceFinding.SEVERAL_FACES)
                    && !policy.choice().isNumbered()) {
                doubts.add(Reservation.SEVERAL_FACES);
            }
        }
        return doubts;
    }

    @Override
    public void close() {
        aligner.close();
        networks.close();
    }
}
