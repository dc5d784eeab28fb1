package org.facies.serve.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;
import org.facies.reading.CollectedAnswers;
import org.facies.reading.CollectedReader;
import org.facies.reading.Experience;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingOrder;
import org.facies.reading.ReadingProgress;
import org.facies.reading.ReadingStudy;
import org.facies.reading.Submission;
import org.facies.serve.picture.PreparedPicture;
import org.jdbi.v3.core.Handle;

/**
 * A reader study on the disk: its preparation, readers and answers, in {@code study.db} of the data folder. When a
 * method that changes something returns, the change is on the disk and survives a crash of the process or the machine.
 * Safe for several threads and processes.
 *
 * <pre>{@code
 * try (ReadingStore store = ReadingStore.open(folder, new SecureRandom())) {
 *     StudyReader reader = store.reader("R1").orElseThrow();
 *     Acceptance became = store.accept(reader.id(), submission, clock.instant());
 * }
 * }</pre>
 */
public final class ReadingStore implements AutoCloseable {
    private static final String FILE = "study.db";

    private final StudyDatabase database;
    private final ReadingStudy study;
    private final StudyAccess access;
    private final SubmissionRules rules;
    private final PictureFiles pictures;

    private ReadingStore(Path folder, StudyDatabase database, StudyTable.Row row, SecureRandom random) {
        this.database = database;
        this.study = row.study();
        this.access = new StudyAccess(database, row, random);
        this.rules = new SubmissionRules(study.design());
        this.pictures = new PictureFiles(pictureFolder(folder), database.read(PictureFiles::names));
    }

    /** Whether a data folder contains a completely prepared study. */
    public static boolean isPrepared(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try (StudyDatabase database = StudyDatabase.open(file)) {
            return database.read(handle -> StudyTable.find(handle, file.toString()))
                    .isPresent();
        }
    }

    /**
     * Stores a prepared study, with the readers of its design.
     *
     * @param pictures every one of the plan, in the folder {@link #pictureFolder}
     * @param random for keys and links
     * @throws IllegalStateException if there is a study already
     */
    public static ReadingStore create(
            Path folder, ReadingStudy study, List<PreparedPicture> pictures, Instant now, SecureRandom random) {
        Path file = folder.resolve(FILE);
        makeFolder(folder);
        try (StudyDatabase database = StudyDatabase.open(file)) {
            database.write(handle -> {
                if (StudyTable.find(handle, file.toString()).isPresent()) {
                    throw new IllegalStateException("there is a study in " + file);
                }
                StudyTable.insert(handle, study, random, now);
                PictureFiles.insert(handle, pictures);
                study.design().readers().forEach(reader -> insert(handle, study, reader, false, now));
                return file;
            });
        }
        return open(folder, random);
    }

    /**
     * Makes a data folder. If the system supports it, only the user who runs the server can read the answers and the
     * pictures.
     */
    public static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException refusal) {
            throw FileRefusal.writing(folder, refusal);
        }
    }

    /**
     * Opens a study that was prepared.
     *
     * @throws BadInput if there is none
     */
    public static ReadingStore open(Path folder, SecureRandom random) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw nothingPrepared(folder);
        }
        StudyDatabase database = StudyDatabase.open(file);
        Optional<StudyTable.Row> row = database.read(handle -> StudyTable.find(handle, file.toString()));
        if (row.isEmpty()) {
            database.close();
            throw nothingPrepared(folder);
        }
        return new ReadingStore(folder, database, row.get(), random);
    }

    private static BadInput nothingPrepared(Path folder) {
        return new BadInput(
                folder.toString(),
                "",
                "contains no prepared reader study",
                "Prepare it with \"facies readers serve\" or \"facies readers pack\", or name its folder with"
                        + " --data.");
    }

    /** Everything that was fixed before the first reader started. */
    public ReadingStudy study() {
        return study;
    }

    /** The folder of the pictures in the data folder. */
    public static Path pictureFolder(Path folder) {
        return folder.resolve("pictures");
    }

    /** The pictures that readers see. */
    public PictureSource pictures() {
        return pictures;
    }

    /** Whether every picture exists; after restoring a backup, some may be missing. */
    public boolean hasAllPictures() {
        return pictures.areThere();
    }

    /** The hash of the last version of {@code readers.yaml} that describes this study. */
    public Optional<String> fileSha256() {
        return database.read(StudyTable::fileSha256);
    }

    /** Records that the file with this hash describes this study. */
    public void noteFile(String sha256) {
        database.write(handle -> {
            StudyTable.setFileSha256(handle, sha256);
            return true;
        });
    }

    /** Links, sessions and names of pictures. */
    public StudyAccess access() {
        return access;
    }

    /** The time at which the study was closed; empty while it is open. */
    public Optional<Instant> closed() {
        return database.read(StudyTable::closed);
    }

    /** Closes the study; no answer is accepted from now on. */
    public void endStudy(Instant now) {
        database.write(handle -> {
            StudyTable.close(handle, now);
            return true;
        });
    }

    /** All readers, in the order in which they were added. */
    public List<StudyReader> readers() {
        return database.read(handle -> ReaderTable.ids(handle).stream()
                .map(id -> ReaderTable.find(handle, id).orElseThrow())
                .toList());
    }

    public Optional<StudyReader> reader(long id) {
        return database.read(handle -> ReaderTable.find(handle, id));
    }

    /** The reader with this name; case does not matter. */
    public Optional<StudyReader> reader(String name) {
        return database.read(handle -> ReaderTable.id(handle, name).flatMap(id -> ReaderTable.find(handle, id)));
    }

    /**
     * Adds a reader, and draws and stores the order of cases.
     *
     * @param simulated whether a program answers instead of a person
     * @return empty if there is a reader of this name
     */
    public Optional<StudyReader> addReader(ReadingDesign.InvitedReader reader, boolean simulated, Instant now) {
        return database.write(handle -> ReaderTable.id(handle, reader.name()).isPresent()
                ? Optional.empty()
                : ReaderTable.find(handle, insert(handle, study, reader, simulated, now)));
    }

    private static long insert(
            Handle handle, ReadingStudy study, ReadingDesign.InvitedReader reader, boolean simulated, Instant now) {
        long id = ReaderTable.insert(handle, reader, simulated, now);
        ReaderTable.insertOrder(handle, id, ReadingOrder.of(study.plan(), reader.name()));
        return id;
    }

    /** Accepts no more answers from a reader until {@link #resume}. */
    public void stop(long reader, Instant now) {
        database.write(handle -> {
            ReaderTable.stop(handle, reader, now);
            return true;
        });
    }

    public void resume(long reader, Instant now) {
        database.write(handle -> {
            ReaderTable.resume(handle, reader, now);
            return true;
        });
    }

    /** Stores a reader's experience; values that were stored before are kept. */
    public void giveExperience(long reader, Experience given, Instant now) {
        database.write(handle -> {
            ReaderTable.setExperience(handle, reader, given, now);
            return true;
        });
    }

    /** Checks an answer, and stores it if it is the reader's next answer or a correction of the last one. */
    public Acceptance accept(long reader, Submission sent, Instant now) {
        List<String> problems = rules.problems(sent);
        if (!problems.isEmpty()) {
            return new Acceptance.Malformed(problems);
        }
        return database.write(handle -> judge(handle, reader, sent, now));
    }

    private Acceptance judge(Handle handle, long reader, Submission sent, Instant now) {
        Optional<Submission> before = AnswerTable.find(handle, reader, sent.submission());
        if (before.isPresent()) {
            return isSameTurn(before.get(), sent) ? new Acceptance.Stored(true) : new Acceptance.OutOfTurn();
        }
        StudyReader found = ReaderTable.find(handle, reader).orElseThrow();
        if (found.stopped().isPresent() || StudyTable.closed(handle).isPresent()) {
            return new Acceptance.NotTaken();
        }
        if (found.progress(study).judge(sent) != ReadingProgress.Verdict.NEW) {
            return new Acceptance.OutOfTurn();
        }
        AnswerTable.insert(handle, reader, sent, now);
        return new Acceptance.Stored(false);
    }

    private static boolean isSameTurn(Submission one, Submission other) {
        return one.position() == other.position() && one.step() == other.step() && one.revision() == other.revision();
    }

    /**
     * The collected answers, as files.
     *
     * @param software version of Facies
     */
    public CollectedAnswers answers(String software) {
        List<StudyReader> readers = readers();
        List<ReadingDesign.InvitedReader> invited = readers.stream()
                .map(one -> new ReadingDesign.InvitedReader(one.name(), one.arm(), one.language()))
                .toList();
        return new CollectedAnswers(
                software,
                study.withReaders(invited),
                readers.stream().map(this::collected).toList());
    }

    private CollectedReader collected(StudyReader reader) {
        boolean finished = reader.progress(study).next().isEmpty();
        return new CollectedReader(
                reader.name(),
                reader.arm(),
                reader.experience(),
                reader.presentations(),
                reader.answers(),
                reader.firstAnswer(),
                finished ? reader.lastAnswer() : Optional.empty(),
                reader.simulated());
    }

    public void keepPack(StoredPack pack) {
        database.write(handle -> {
            PackTable.insert(handle, pack);
            return true;
        });
    }

    public Optional<StoredPack> pack(String id) {
        return database.read(handle -> PackTable.find(handle, id));
    }

    /**
     * Writes a copy of the current state to a file, while others continue to read and write. The copy does not contain
     * the pictures, which are made again from the photos.
     *
     * @throws BadInput if the place cannot be written
     */
    public void backUpTo(Path file) {
        database.copyTo(file);
    }

    @Override
    public void close() {
        database.close();
    }
}
