package org.facies.cli.readers;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.facies.cohort.Cohort;
import org.facies.file.InputFile;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.reading.DesignChanges;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingDesignFile;
import org.facies.reading.ReadingDraw;
import org.facies.reading.ReadingPlan;
import org.facies.reading.ReadingStudy;
import org.facies.serve.advice.CaseAdvice;
import org.facies.serve.advice.ShownAdvice;
import org.facies.serve.picture.PicturePreparation;
import org.facies.serve.picture.PreparedPicture;
import org.facies.serve.store.ReadingStore;
import org.facies.workspace.Workspace;

/**
 * The data folder of a reader study, with everything that was prepared and answered. By default it lies next to
 * {@code readers.yaml} and has the same name.
 */
final class StudyFolder {
    private static final String ENDING = ".study";

    private final Path file;
    private final Path folder;

    /**
     * The folder of a study.
     *
     * @param file {@code readers.yaml}
     * @param data the folder, if it is not next to the file
     */
    StudyFolder(Path file, Optional<Path> data) {
        this.file = file;
        this.folder =
                data.orElseGet(() -> file.resolveSibling(stem(file.getFileName().toString()) + ENDING));
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    Path path() {
        return folder;
    }

    /**
     * Requires that the design exists.
     *
     * @throws BadInput if there is no such file
     */
    void requireFile() {
        InputFile.absence(file, "file").ifPresent(what -> {
            throw new BadInput(file.toString(), "", what, "Write one with: facies readers init " + file + ".");
        });
    }

    /**
     * Opens a study that was prepared before; readers.yaml is not read.
     *
     * @throws BadInput if no study was prepared
     */
    ReadingStore open() {
        return ReadingStore.open(folder, new SecureRandom());
    }

    /**
     * Opens the study. The first time, it is prepared: the cohort is checked, the children are selected, their pictures
     * made and the model's answers computed. Later, new readers in the file are added; any other change of the file is
     * refused.
     *
     * @throws BadInput with all problems
     */
    ReadingStore openOrPrepare(Workspace workspace) {
        requireFile();
        if (!ReadingStore.isPrepared(folder)) {
            return prepare(workspace);
        }
        ReadingStore store = open();
        try {
            bringUpToDate(store, workspace);
            return store;
        } catch (RuntimeException refused) {
            store.close();
            throw refused;
        }
    }

    private ReadingStore prepare(Workspace workspace) {
        ReadingStore.makeFolder(folder);
        String sha256 = Sha256.ofReadable(file);
        ReadingDesignFile.Content content = read(workspace);
        Instant now = workspace.clock().instant();
        ReadingDraw.Drawn drawn =
                ReadingDraw.of(content.design(), content.cohort(), LocalDate.ofInstant(now, ZoneId.systemDefault()));
        drawn.remarks().forEach(workspace.progress()::say);
        Optional<ShownAdvice> advice = content.design()
                .model()
                .map(model -> new CaseAdvice(file, content.design(), workspace).of(content.cohort(), drawn.plan()));
        List<PreparedPicture> pictures = pictures(content.design(), content.cohort(), drawn.plan(), workspace);
        ReadingStudy study = new ReadingStudy(
                content.design(),
                drawn.plan(),
                content.cohort().fingerprint(),
                advice.map(ShownAdvice::model),
                advice.map(ShownAdvice::cases).orElse(List.of()));
        ReadingStore store = ReadingStore.create(folder, study, pictures, now, new SecureRandom());
        store.noteFile(sha256);
        return store;
    }

    private ReadingDesignFile.Content read(Workspace workspace) {
        return DesignOnDisk.read(file, workspace.progress()::say);
    }

    private List<PreparedPicture> pictures(ReadingDesign design, Cohort cohort, ReadingPlan plan, Workspace workspace) {
        return new PicturePreparation(design.pictures(), workspace)
                .prepare(cohort, plan, ReadingStore.pictureFolder(folder));
    }

    /** Skips the check of the cohort if the file is unchanged and all pictures exist. */
    private void bringUpToDate(ReadingStore store, Workspace workspace) {
        String sha256 = Sha256.ofReadable(file);
        boolean same = store.fileSha256().filter(sha256::equals).isPresent();
        if (same && store.hasAllPictures()) {
            return;
        }
        ReadingDesignFile.Content content = read(workspace);
        DesignChanges.requireOnlyAddedReaders(file, store.study().design(), content.design());
        if (!store.hasAllPictures()) {
            pictures(content.design(), content.cohort(), store.study().plan(), workspace);
        }
        content.design()
                .readers()
                .forEach(reader ->
                        store.addReader(reader, false, workspace.clock().instant()));
        store.noteFile(sha256);
    }
}
