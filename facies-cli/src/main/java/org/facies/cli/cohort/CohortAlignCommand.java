package org.facies.cli.cohort;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facies.align.CropGeometry;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.align.FaceSheets;
import org.facies.cli.command.NextStep;
import org.facies.cli.option.Machine;
import org.facies.cli.option.Output;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.cohort.Cohort;
import org.facies.cohort.ManifestRules;
import org.facies.cohort.PhotoProbe;
import org.facies.progress.Progress;
import org.facies.study.CheckedCohort;
import org.facies.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds and aligns the faces of a cohort, to inspect them before a study. */
@Command(
        name = "align",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the faces of a cohort, cuts them out and straightens them. Writes into the output folder:",
            "  crops/              the aligned faces, PNG without metadata",
            "  faces.csv           the face found in every photo, and the reason if a photo was left out",
            "  contact-sheet.html  a page with all faces, by diagnosis"
        },
        footerHeading = "%nExample:%n",
        footer = "  facies cohort align photos/manifest.csv --out faces --for dlib-resnet")
final class CohortAlignCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MANIFEST", description = "the manifest")
    private Path manifest;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "write into this folder")
    @Output(Output.Kind.FOLDER)
    private Path out;

    @Option(
            names = "--for",
            paramLabel = "MODEL",
            defaultValue = "dlib-resnet",
            description = "make the crops that this backbone expects (default: ${DEFAULT-VALUE})")
    private String backbone;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws InterruptedException {
        ConsoleProgress progress = new ConsoleProgress();
        Workspace workspace = machine.workspace(progress);
        CropGeometry geometry =
                workspace.zoo().info(backbone).card().backbone().input().geometry();
        // A photo that cannot be decoded becomes a line of faces.csv; it does not stop the command.
        ManifestRules rules = ManifestRules.standard(PhotoProbe.acceptAll(), machine.threads())
                .withFolds(1);
        Cohort cohort = CheckedCohort.read(manifest, rules, progress::say).cohort();
        FaceSheets sheets = new FaceSheets(cohort, out);
        try (FacePipeline pipeline = workspace.faces(FacePolicy.DEFAULT);
                Progress.Bar bar = progress.start("Faces", cohort.photos().size())) {
            pipeline.align(cohort.photos(), geometry.ofStudy(), bar, face -> sheets.add(face.centred(geometry)));
        }
        FaceSheets.Written written = sheets.finish();
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(written.aligned() + " faces aligned, " + written.refused() + " photos left out (see "
                + written.faces() + ").");
        terminal.println("To look at them, open " + written.contactSheet());
        terminal.println(NextStep.line("cohort audit", manifest, "--out", NextStep.free("audit")));
        return 0;
    }
}
