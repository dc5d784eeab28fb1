import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.facies.align.CropStore;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.embed.Views;
import org.facies.fold.FoldPlan;
import org.facies.image.Rgb;
import org.facies.model.Acknowledgement;
import org.facies.model.InputSpec;
import org.facies.model.ModelZoo;
import org.facies.novelty.KnownFaces;
import org.facies.predict.Classifier;
import org.facies.predict.ClassifierSpec;
import org.facies.progress.Progress;
import org.facies.study.AlignedCohort;
import org.facies.study.CheckedCohort;
import org.facies.workspace.Workspace;

/**
 * Writes the embeddings that the fold networks of a run give to the photos of the run and to those of strangers:
 * {@code photos.csv} (photo, subject, diagnosis, fold; fold −1 for strangers) and {@code fold-K.f32} (float32, one row
 * a photo in the same order). The first {@value #TURNED} crops of strangers follow once more, upside down (fold −2):
 * the least that a distance has to notice. {@code fold-K.f64} has the distances that Facies gives them, fitted on the
 * photos that the network learnt from. Usage: {@code UnknownFaces FOLDER}, which holds {@code known.csv},
 * {@code strangers.csv} and the run in {@code run}.
 */
public final class UnknownFaces {
    private static final int BATCH = 64;
    private static final int TURNED = 200;
    private static final int STRANGER = -1;
    private static final int UPSIDE_DOWN = -2;

    private final Workspace workspace;
    private final InputSpec input;

    private UnknownFaces(Workspace workspace, InputSpec input) {
        this.workspace = workspace;
        this.input = input;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ModelZoo zoo =
                ModelZoo.in(ModelZoo.defaultHome(), Acknowledgement.GIVEN, Clock.systemUTC(), System.err::println);
        Workspace workspace =
                new Workspace(zoo, ModelZoo.defaultHome(), 1, "bench", Clock.systemUTC(), Progress.silent());
        InputSpec input = zoo.require("dlib-resnet").card().backbone().input();
        new UnknownFaces(workspace, input).write(folder);
    }

    /**
     * One crop.
     *
     * @param fold that tests the photo; {@link #STRANGER} or {@link #UPSIDE_DOWN}
     * @param subject number of the subject, from 0
     * @param label index of the class, −1 for strangers
     */
    private record Face(Photo photo, String id, String diagnosis, int fold, int subject, int label) {}

    private void write(Path folder) throws IOException {
        AlignedCohort known = aligned(folder.resolve("known.csv"));
        FoldPlan folds = FoldPlan.read(folder.resolve("run/folds.csv"), known.cohort()).get(0);
        List<Face> faces = new ArrayList<>(faces(known.cohort(), folds::foldOf));
        List<Face> strangers = faces(aligned(folder.resolve("strangers.csv")).cohort(), photo -> STRANGER);
        faces.addAll(strangers);
        strangers.stream()
                .limit(TURNED)
                .map(face -> new Face(face.photo(), face.id(), face.diagnosis(), UPSIDE_DOWN, face.subject(), -1))
                .forEach(faces::add);
        Path out = Files.createDirectories(folder.resolve("embeddings"));
        Files.write(out.resolve("photos.csv"), lines(faces));
        ClassifierSpec spec = new ClassifierSpec(input, known.cohort().classes());
        for (int fold = 0; fold < folds.k(); fold++) {
            Path network = folder.resolve("run/trials/cosface-pfm/fold-" + fold + "/model.onnx");
            Path file = out.resolve("fold-" + fold + ".f32");
            if (Files.exists(network)) {
                if (!Files.exists(file)) {
                    write(file, embeddings(network, spec, known.crops(), faces));
                }
                write(out.resolve("fold-" + fold + ".f64"), distances(read(file, faces.size()), faces, fold));
            }
        }
    }

    private AlignedCohort aligned(Path manifest) {
        CheckedCohort checked =
                CheckedCohort.read(manifest, workspace.manifestRules().forPredicting(), System.err::println);
        try (FacePipeline pipeline = workspace.faces(FacePolicy.DEFAULT)) {
            return AlignedCohort.of(checked.cohort(), Set.of(input.geometry()), pipeline, Progress.silent());
        }
    }

    private static List<Face> faces(Cohort cohort, ToIntFunction<Photo> fold) {
        List<Face> faces = new ArrayList<>();
        for (int i = 0; i < cohort.subjects().size(); i++) {
            Subject subject = cohort.subjects().get(i);
            for (Photo photo : subject.photos()) {
                faces.add(new Face(
                        photo,
                        subject.id(),
                        subject.diagnosis(),
                        fold.applyAsInt(photo),
                        i,
                        cohort.classIndex(subject.diagnosis())));
            }
        }
        return faces;
    }

    private static List<String> lines(List<Face> faces) {
        List<String> lines = new ArrayList<>(List.of("photo,subject,diagnosis,fold"));
        faces.forEach(face -> lines.add(
                String.join(",", face.photo().path(), face.id(), face.diagnosis(), Integer.toString(face.fold()))));
        return lines;
    }

    private float[][] embeddings(Path network, ClassifierSpec spec, CropStore crops, List<Face> faces) {
        List<float[]> rows = new ArrayList<>();
        try (Classifier classifier = Classifier.open(network, spec, 1)) {
            for (int from = 0; from < faces.size(); from += BATCH) {
                List<Rgb> some = faces.subList(from, Math.min(from + BATCH, faces.size())).stream()
                        .map(face -> crop(face, crops))
                        .toList();
                classifier.classify(some, Views.CROP)
                        .forEach(answer -> rows.add(answer.embedding().orElseThrow().toArray()));
            }
        }
        return rows.toArray(float[][]::new);
    }

    private Rgb crop(Face face, CropStore crops) {
        Rgb crop = crops.read(face.photo().sha256(), input.geometry());
        return face.fold() == UPSIDE_DOWN ? upsideDown(crop) : crop;
    }

    /** The pixels in reverse order. */
    private static Rgb upsideDown(Rgb crop) {
        byte[] from = crop.data();
        byte[] to = new byte[from.length];
        for (int i = 0; i < to.length; i += 3) {
            System.arraycopy(from, from.length - 3 - i, to, i, 3);
        }
        return new Rgb(crop.widthPx(), crop.heightPx(), to);
    }

    private static double[] distances(float[][] embeddings, List<Face> faces, int fold) {
        int[] learnt = IntStream.range(0, faces.size())
                .filter(i -> faces.get(i).fold() >= 0 && faces.get(i).fold() != fold)
                .toArray();
        KnownFaces known = KnownFaces.of(
                        IntStream.of(learnt).mapToObj(i -> embeddings[i]).toArray(float[][]::new),
                        IntStream.of(learnt).map(i -> faces.get(i).label()).toArray(),
                        IntStream.of(learnt).map(i -> faces.get(i).subject()).toArray())
                .orElseThrow();
        return Arrays.stream(embeddings).mapToDouble(known::relativeDistance).toArray();
    }

    private static void write(Path file, float[][] rows) throws IOException {
        ByteBuffer bytes = littleEndian(4 * rows.length * rows[0].length);
        for (float[] row : rows) {
            for (float number : row) {
                bytes.putFloat(number);
            }
        }
        Path unfinished = Files.write(file.resolveSibling("unfinished"), bytes.array());
        Files.move(unfinished, file);
    }

    private static float[][] read(Path file, int rows) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[][] numbers = new float[rows][bytes.remaining() / 4 / rows];
        for (float[] row : numbers) {
            for (int i = 0; i < row.length; i++) {
                row[i] = bytes.getFloat();
            }
        }
        return numbers;
    }

    private static void write(Path file, double[] numbers) throws IOException {
        ByteBuffer bytes = littleEndian(8 * numbers.length);
        Arrays.stream(numbers).forEach(bytes::putDouble);
        Files.write(file, bytes.array());
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
