package org.facies.cli.readers;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.facies.run.RunDirectory;
import org.facies.run.RunLock;
import org.facies.serve.page.HtmlPages;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StudyReader;
import org.facies.serve.web.Exposure;
import org.facies.serve.web.Limits;
import org.facies.serve.web.ReadingServer;
import org.facies.serve.web.ServerSettings;
import org.facies.serve.web.StudyRoom;
import org.facies.workspace.Workspace;

/**
 * A reader study in which the user is the reader. It is served on this machine only, and the reader's link is printed
 * at once.
 */
public final class TrialReading {
    private static final int ANY_PORT = 0;

    private final Path file;
    private final Workspace workspace;
    private final PrintWriter terminal;

    /**
     * A trial of a reader study.
     *
     * @param file {@code readers.yaml} with at least one reader
     */
    public TrialReading(Path file, Workspace workspace, PrintWriter terminal) {
        this.file = file;
        this.workspace = workspace;
        this.terminal = terminal;
    }

    /**
     * Prepares the study if necessary, and serves it until the process is asked to end, which interrupts this thread.
     */
    public void serve() {
        StudyFolder folder = new StudyFolder(file, Optional.empty());
        RunLock.holding(new RunDirectory(folder.path()), () -> serve(folder));
    }

    private Void serve(StudyFolder folder) {
        try (ReadingStore store = folder.openOrPrepare(workspace)) {
            StudyRoom room = new StudyRoom(store, new HtmlPages(), workspace.clock(), workspace.version());
            ServerSettings settings = new ServerSettings(ANY_PORT, new Exposure.Loopback(), Limits.USUAL);
            try (ReadingServer server = ReadingServer.start(settings, room, workspace.progress())) {
                tell(server, store.readers().get(0), folder.path());
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                // The process ends normally: the server was closed first.
            }
            terminal.println("Stopped. " + StudyProgress.of(store).line());
            terminal.flush();
        }
        return null;
    }

    private void tell(ReadingServer server, StudyReader reader, Path folder) {
        terminal.println();
        terminal.println("To judge the cases as \"" + reader.name() + "\", open: " + server.readerLink(reader.id()));
        terminal.println("To follow the progress as the researcher, open: " + server.researcherLink());
        terminal.println(
                "Answers are saved in " + folder + ". Stop with Ctrl-C; run the same command again to continue.");
        terminal.flush();
    }
}
