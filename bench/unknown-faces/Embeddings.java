import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.facies.predict.Classifier;
import org.facies.predict.ClassifierSpec;
import org.facies.predict.CropPrediction;
import org.facies.progress.Progress;
import org.facies.study.AlignedCohort;
import org.facies.study.CheckedCohort;
import org.facies.workspace.Workspace;

/**
 * Writes the embeddings that the fold networks of a run give to the photos of the run and to those of strangers:
 * {@code photos.csv} (photo, subject, diagnosis, fold; fold −1 for strangers) and {@code fold-K.f32} (float32, one row a
 * photo in the same order). The first {@value #TURNED} crops of strangers follow once more, upside down (fold −2): the
 * least that a distance has to notice. Usage: {@code Embeddings FOLDER}, which holds {@code known.csv}, {@code strangers.csv} and
 * the run in {@code run}.
 */
public final class Embeddings {
    private static final int BATCH = 64;
    private static final int TURNED = 200;

    private final Workspace workspace;
    private final InputSpec input;
    private int turned;

    private Embeddings(Workspace workspace, InputSpec input) {
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
        new Embeddings(workspace, input).write(folder);
    }

    private void write(Path folder) throws IOException {
        AlignedCohort known = aligned(folder.resolve("known.csv"));
        AlignedCohort strangers = aligned(folder.resolve("strangers.csv"));
        FoldPlan folds = FoldPlan.read(folder.resolve("run/folds.csv"), known.cohort());
        Path out = Files.createDirectories(folder.resolve("embeddings"));
        List<String> photos = new ArrayList<>();
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(out.resolve("photos.csv")))) {
            csv.println("photo,subject,diagnosis,fold");
            list(known.cohort(), csv, photos, folds);
            list(strangers.cohort(), csv, photos, null);
            turned = photos.size();
            for (Photo photo : strangers.cohort().photos().stream().limit(TURNED).toList()) {
                csv.println(String.join(",", photo.path(), photo.path(), "upside-down", "-2"));
                photos.add(photo.sha256());
            }
        }
        List<String> classes = known.cohort().classes();
        for (int fold = 0; fold < folds.k(); fold++) {
            Path network = folder.resolve("run/trials/cosface-pfm/fold-" + fold + "/model.onnx");
            Path file = out.resolve("fold-" + fold + ".f32");
            if (Files.exists(network) && !Files.exists(file)) {
                embed(network, new ClassifierSpec(input, classes), known.crops(), photos, file);
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

    private static void list(Cohort cohort, PrintWriter csv, List<String> photos, FoldPlan folds) {
        for (Subject subject : cohort.subjects()) {
            for (Photo photo : subject.photos()) {
                int fold = folds == null ? -1 : folds.foldOf(photo);
                csv.println(String.join(",", photo.path(), subject.id(), subject.diagnosis(), Integer.toString(fold)));
                photos.add(photo.sha256());
            }
        }
    }

    private void embed(Path network, ClassifierSpec spec, CropStore crops, List<String> photos, Path file)
            throws IOException {
        Path unfinished = file.resolveSibling("unfinished");
        try (Classifier classifier = Classifier.open(network, spec, 1);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
            for (int from = 0; from < photos.size(); from += BATCH) {
                List<Rgb> faces = new ArrayList<>();
                for (int i = from; i < Math.min(from + BATCH, photos.size()); i++) {
                    Rgb crop = crops.read(photos.get(i), input.geometry());
                    faces.add(i < turned ? crop : upsideDown(crop));
                }
                for (CropPrediction answer : classifier.classify(faces, Views.CROP)) {
                    float[] numbers = answer.embedding().orElseThrow().toArray();
                    ByteBuffer row = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
                    row.asFloatBuffer().put(numbers);
                    out.write(row.array());
                }
            }
        }
        Files.move(unfinished, file);
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
}
