package org.facies.synth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.facies.align.InOrder;
import org.facies.file.AtomicFile;
import org.facies.file.FileRefusal;
import org.facies.file.Sha256;
import org.facies.image.JpegWriter;
import org.facies.image.Rgb;
import org.facies.progress.Progress;
import org.facies.run.RecordedSettings;
import org.facies.run.RunDirectory;
import org.facies.run.RunLock;
import org.facies.run.SoftwareVersion;
import org.facies.synth.asset.AssetStore;
import org.facies.synth.population.Population;
import org.facies.synth.population.Portrait;
import org.facies.synth.population.PortrayedChild;
import org.facies.synth.population.Recipe;
import org.facies.synth.population.Trap;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.profile.Profiles;

/**
 * Draws a cohort of synthetic children into a folder. The same recipe gives the same bytes, on any number of threads.
 * An interrupted cohort is resumed; a finished one is not drawn again.
 */
public final class SyntheticCohort {
    private final Recipe recipe;
    private final PortraitStudio studio;
    private final SyntheticFolder folder;
    private final Progress progress;
    private final int threads;

    private SyntheticCohort(
            Recipe recipe, PortraitStudio studio, SyntheticFolder folder, Progress progress, int threads) {
        this.recipe = recipe;
        this.studio = studio;
        this.folder = folder;
        this.progress = progress;
        this.threads = threads;
    }

    /**
     * Writes the cohort, or the missing part of it.
     *
     * @param folder a new folder, or one with the same recipe
     * @return the places of its files
     * @throws org.facies.input.BadInput if the folder holds something else or another recipe's cohort, or if another
     *     process is working on it
     */
    public static SyntheticFolder write(
            Recipe recipe, PortraitStudio studio, Path folder, Progress progress, int threads) {
        SyntheticFolder files = new SyntheticFolder(folder);
        files.refuseForeignFiles();
        return RunLock.holding(new RunDirectory(folder), () -> {
            new SyntheticCohort(recipe, studio, files, progress, threads).write();
            return files;
        });
    }

    private void write() {
        List<PortrayedChild> children = new Population(recipe).children();
        List<Portrait> portraits =
                children.stream().flatMap(child -> child.portraits().stream()).toList();
        settings().agreeWith(folder.recipe());
        List<Portrait> missing = missing(portraits);
        if (missing.isEmpty() && Files.exists(folder.manifest())) {
            progress.say("The cohort is complete; nothing is drawn again.");
            return;
        }
        if (missing.size() < portraits.size()) {
            progress.say("Resuming: %d of %d photos already exist."
                    .formatted(portraits.size() - missing.size(), portraits.size()));
        }
        draw(portraits.size(), missing);
        describe(children, portraits.size());
        CohortTables.writeManifest(folder, children);
    }

    private List<Portrait> missing(List<Portrait> portraits) {
        try {
            folder.removeLeftovers();
        } catch (IOException failure) {
            throw FileRefusal.writing(folder.root(), failure);
        }
        return portraits.stream()
                .filter(portrait -> !Files.exists(folder.root().resolve(portrait.path())))
                .toList();
    }

    private void draw(int total, List<Portrait> missing) {
        int[] done = {total - missing.size()};
        try (Progress.Bar bar = progress.start("Photos", total)) {
            InOrder.forEach(missing, threads, this::draw, path -> bar.at(++done[0], ""));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while drawing");
        }
    }

    private Path draw(Portrait portrait) {
        Rgb photo = studio.photograph(portrait.head(), portrait.look(), portrait.scene(), recipe.sidePx());
        Path file = folder.root().resolve(portrait.path());
        AtomicFile.write(file, JpegWriter.encode(portrait.alteration().of(photo), portrait.jpegQuality()));
        return file;
    }

    private void describe(List<PortrayedChild> children, int photos) {
        List<String> traits = List.copyOf(Profiles.traits(recipe.profiles()).keySet());
        CohortTables.writeParameters(folder, traits, children);
        if (recipe.traps().contains(Trap.NEAR_DUPLICATES)) {
            CohortTables.writeNearDuplicates(folder, children);
        }
        recipe.drawn().forEach(profile -> AtomicFile.write(folder.profile(profile.diagnosis()), profile.text()));
        AtomicFile.write(folder.card(), new Card(recipe, photos, SoftwareVersion.current()).text());
    }

    private RecordedSettings settings() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("note", "the faces are synthetic and the effect sizes are assumptions");
        tree.put("subjects", recipe.subjects());
        tree.put("photos", recipe.photos());
        tree.put("effect", recipe.effect());
        tree.put("seed", recipe.seed());
        tree.put("size_px", recipe.sidePx());
        tree.put("traps", recipe.traps().stream().map(Trap::word).sorted().toList());
        Map<String, String> profiles = new LinkedHashMap<>();
        recipe.profiles().forEach(profile -> profiles.put(profile.diagnosis(), Sha256.of(profile.text())));
        tree.put("profiles_sha256", profiles);
        tree.put("assets_sha256", AssetStore.PACKAGE.sha256());
        tree.put("facies", SoftwareVersion.current());
        return RecordedSettings.of(tree);
    }
}
