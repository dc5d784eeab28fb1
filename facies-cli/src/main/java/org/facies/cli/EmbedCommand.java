package org.facies.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.embed.Embedder;
import org.facies.embed.Embedding;
import org.facies.embed.EmbeddingFormat;
import org.facies.embed.EmbeddingTable;
import org.facies.embed.PhotoEmbedder;
import org.facies.embed.PhotoEmbedder.Result;
import org.facies.embed.Views;
import org.facies.file.AtomicFile;
import org.facies.image.ImageLimits;
import org.facies.image.PhotoDecoder;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.model.InstalledModel;
import org.facies.model.ModelZoo;
import org.facies.progress.Progress;
import org.facies.workspace.FaceNetworks;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns photos into embeddings. */
@Command(
        name = "embed",
        mixinStandardHelpOptions = true,
        description = {
            "Finds and aligns the main face of each photo and writes its embedding.",
            "",
            "An embedding is the unscaled output of the network; --unit scales it to length 1. Without --out,"
                    + " embeddings go to standard output: as CSV (photo,e0,e1…), or with --json as [{\"photo\","
                    + " \"embedding\"}]. If a photo shows no face, nothing is written unless --skip is given."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies embed a.jpg b.jpg --model mobilefacenet-512 > embeddings.csv",
            "  facies embed crops/*.png --aligned --model dlib-resnet --out embeddings.npy"
        })
final class EmbedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PHOTO", arity = "1..*", description = "photos: JPEG, PNG or WebP files")
    private List<Path> photos = List.of();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "ID",
            description = "embed with this backbone, as \"facies model list\" names it")
    private String model = "";

    @Option(names = "--aligned", description = "treat the files as crops that already have the geometry of the model")
    private boolean aligned;

    @Option(names = "--mirror", description = "average the embeddings of each crop and its mirror image")
    private boolean mirror;

    @Option(names = "--unit", description = "scale each embedding to length 1")
    private boolean unit;

    @Option(names = "--skip", description = "leave out photos without a face, and name them on standard error")
    private boolean skip;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "write to this file, which ends in .csv, .json or .npy (a .npy file has rows in the order of the"
                            + " photos, without names)")
    @Output(Output.Kind.FILE)
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws InterruptedException, IOException {
        EmbeddingFormat format = format();
        EmbeddingTable table = table(new ConsoleProgress());
        if (out.isPresent()) {
            AtomicFile.write(out.get(), stream -> format.write(table, stream));
        } else {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            format.write(table, text);
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.print(text.toString(StandardCharsets.UTF_8));
            terminal.flush();
        }
        return 0;
    }

    private EmbeddingFormat format() {
        if (out.isEmpty()) {
            return json ? EmbeddingFormat.JSON : EmbeddingFormat.CSV;
        }
        return EmbeddingFormat.byEnding(out.get().toString())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--out must end in .csv, .json or .npy, not as in \"" + out.get() + "\""));
    }

    private EmbeddingTable table(ConsoleProgress progress) throws InterruptedException {
        Workspace workspace = machine.workspace(progress);
        ModelZoo zoo = workspace.zoo();
        InstalledModel network = aligned ? zoo.require(model) : FaceNetworks.with(zoo, model);
        try (Embedder embedder = Embedder.open(network, machine.threads())) {
            List<Result> results = aligned ? ofCrops(embedder, progress) : ofPhotos(embedder, workspace);
            explain(results.stream()
                    .filter(Result.Refused.class::isInstance)
                    .map(Result.Refused.class::cast)
                    .toList());
            return new EmbeddingTable(
                    embedder.embeddingSize(),
                    results.stream()
                            .filter(Result.Embedded.class::isInstance)
                            .map(Result.Embedded.class::cast)
                            .map(this::row)
                            .toList());
        }
    }

    private List<Result> ofPhotos(Embedder embedder, Workspace workspace) throws InterruptedException {
        try (FacePipeline pipeline = workspace.faces(FacePolicy.DEFAULT)) {
            return embed(PhotoEmbedder.ofPhotos(pipeline, embedder, views()), workspace.progress());
        }
    }

    private List<Result> ofCrops(Embedder embedder, ConsoleProgress progress) throws InterruptedException {
        return embed(PhotoEmbedder.ofCrops(new PhotoDecoder(ImageLimits.DEFAULT), embedder, views()), progress);
    }

    private List<Result> embed(PhotoEmbedder embedder, Progress progress) throws InterruptedException {
        try (Progress.Bar bar = progress.start("Embedding", photos.size())) {
            return embedder.embed(photos, bar);
        }
    }

    private Views views() {
        return mirror ? Views.CROP_AND_MIRROR : Views.CROP;
    }

    private EmbeddingTable.Row row(Result.Embedded embedded) {
        Embedding embedding = embedded.embedding();
        return new EmbeddingTable.Row(embedded.photo().toString(), unit ? embedding.unit() : embedding);
    }

    private void explain(List<Result.Refused> refused) {
        List<Problem> problems = refused.stream()
                .map(photo -> new Problem(photo.photo().toString(), "", photo.reason(), photo.remedy()))
                .toList();
        if (!skip && !problems.isEmpty()) {
            throw new BadInput(problems);
        }
        problems.forEach(problem -> spec.commandLine().getErr().println("left out: " + problem.sentence()));
    }
}
