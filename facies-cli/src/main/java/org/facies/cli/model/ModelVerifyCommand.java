package org.facies.cli.model;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.cli.option.Machine;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.embed.Embedder;
import org.facies.embed.PairVerification;
import org.facies.embed.PairsFile;
import org.facies.embed.PhotoEmbedder;
import org.facies.embed.PhotoPair;
import org.facies.embed.Verification;
import org.facies.embed.Views;
import org.facies.file.JsonFile;
import org.facies.model.InstalledModel;
import org.facies.progress.Progress;
import org.facies.workspace.FaceNetworks;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a backbone on pairs of photos. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how well a backbone recognises photos of the same person. Faces are found and aligned as the"
                    + " model expects, and embeddings are compared by cosine similarity. In ten-fold"
                    + " cross-validation, the threshold is chosen on nine folds and tested on the tenth.",
            "",
            "The pairs are a CSV file with the columns photo_a, photo_b (paths relative to the file) and same (1 or"
                    + " 0). A good face network reaches an accuracy of 0.98 or more on the pairs of Labeled Faces in"
                    + " the Wild; a much lower value means that geometry, mean or scale are wrong."
        },
        footerHeading = "%nExample:%n",
        footer = "  facies model verify dlib-resnet --pairs lfw/pairs.csv")
final class ModelVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "name of a backbone, as in \"facies model list\"")
    private String id = "";

    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE",
            description = "measure on the photo pairs of this CSV file")
    private Path pairs = Path.of("");

    @Option(names = "--mirror", description = "average the embeddings of each crop and its mirror image")
    private boolean mirror;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws InterruptedException {
        List<PhotoPair> read = PairsFile.read(pairs);
        PairVerification result = measure(read, new ConsoleProgress());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonFile.text(asData(result)));
            out.flush();
        } else {
            print(result, out);
        }
        return 0;
    }

    private PairVerification measure(List<PhotoPair> read, ConsoleProgress progress) throws InterruptedException {
        Workspace workspace = machine.workspace(progress);
        InstalledModel model = FaceNetworks.with(workspace.zoo(), id);
        try (Embedder embedder = Embedder.open(model, machine.threads());
                FacePipeline pipeline = workspace.faces(FacePolicy.DEFAULT);
                Progress.Bar bar = progress.start(
                        "Embedding", PairVerification.photosOf(read).size())) {
            PhotoEmbedder photos =
                    PhotoEmbedder.ofPhotos(pipeline, embedder, mirror ? Views.CROP_AND_MIRROR : Views.CROP);
            return PairVerification.measure(read, photos, bar);
        }
    }

    private Map<String, Object> asData(PairVerification result) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("model", id);
        data.put("photos", result.photos());
        data.put(
                "without_face",
                result.refused().stream()
                        .map(refused -> Map.of("photo", refused.photo().toString(), "reason", refused.reason()))
                        .toList());
        data.put("verification", result.verification());
        return data;
    }

    private void print(PairVerification result, PrintWriter out) {
        Verification measured = result.verification();
        result.refused().forEach(refused -> out.println(refused.photo() + ": " + refused.reason()));
        out.printf(
                Locale.ROOT,
                "%s: accuracy %.4f ± %.4f (mean ± SD of ten folds), AUC %.4f, threshold %.3f; %d pairs, %d photos,"
                        + " %d without a face%n",
                id,
                measured.accuracy(),
                measured.sd(),
                measured.auc(),
                measured.threshold(),
                measured.pairs(),
                result.photos(),
                result.refused().size());
    }
}
