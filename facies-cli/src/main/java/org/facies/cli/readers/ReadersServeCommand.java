package org.facies.cli.readers;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facies.cli.command.SystemTime;
import org.facies.cli.command.Version;
import org.facies.cli.option.Bounds;
import org.facies.cli.option.Machine;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.run.RunDirectory;
import org.facies.run.RunLock;
import org.facies.serve.page.HtmlPages;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.web.Limits;
import org.facies.serve.web.ReadingServer;
import org.facies.serve.web.ServerSettings;
import org.facies.serve.web.StudyRoom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a reader study to browsers. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves a reader study to browsers until it is stopped with Ctrl-C. The first time, it prepares the"
                    + " study: it selects the children, cuts out their faces and computes the model's answers.",
            "",
            "The command prints a link for the researcher. On that page you add readers, copy a personal link for"
                    + " each of them, and follow their progress. Anyone who has a link can use it, so send it as you"
                    + " would send a password.",
            "",
            "By default, only browsers on this machine reach the server. For other machines, give a certificate and"
                    + " its key, or put a proxy with TLS in front of the server and give the address of the proxy.",
            "",
            "An answer is on the disk of this machine before the reader sees \"saved\". If the server stops, run the"
                    + " same command again: all answers are kept, and the links stay valid."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  facies readers serve readers.yaml --open",
            "  facies readers serve readers.yaml --cert server.pem --key server-key.pem --port 8443",
            "  facies readers serve readers.yaml --behind-proxy ADDRESS    an address that starts with https"
        })
final class ReadersServeCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
    private static final int MOST_PORTS = 65_535;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StudyPlace place;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8642",
            description = "listen on this port; 0 takes any free port (default: ${DEFAULT-VALUE})")
    @Bounds(least = 0, most = MOST_PORTS, remedy = "Leave the option out to use port 8642.")
    private int port;

    @Mixin
    private ExposureOptions exposure;

    @Option(names = "--open", description = "open the researcher's page in a browser on this machine")
    private boolean open;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() {
        ServerSettings settings = new ServerSettings(port, exposure.exposure(), Limits.USUAL);
        place.folder().requireFile();
        return RunLock.holding(new RunDirectory(place.folder().path()), () -> serve(settings, new ConsoleProgress()));
    }

    private Integer serve(ServerSettings settings, ConsoleProgress progress) {
        try (ReadingStore store = place.folder().openOrPrepare(machine.workspace(progress))) {
            StudyRoom room = new StudyRoom(store, new HtmlPages(), SystemTime.CLOCK, Version.current());
            try (ReadingServer server = ReadingServer.start(settings, room, progress)) {
                String link = server.researcherLink();
                tell(server.address(), link, place.folder().path());
                watch(store, open ? Optional.of(OpenedPage.of(place.folder().path(), link)) : Optional.empty());
            }
            spec.commandLine()
                    .getOut()
                    .println("Stopped. " + StudyProgress.of(store).line());
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private void tell(URI address, String link, Path folder) {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println("Serving at " + address);
        terminal.println("Answers are saved in " + folder);
        terminal.println("Your researcher's link (keep it private): " + link);
        terminal.println("Stop with Ctrl-C.");
        terminal.flush();
    }

    /** Reports progress until the process is asked to end, which interrupts this thread. */
    private void watch(ReadingStore store, Optional<OpenedPage> opened) {
        StudyProgress told = StudyProgress.of(store);
        try {
            while (true) {
                Thread.sleep(BETWEEN_LINES.toMillis());
                StudyProgress now = StudyProgress.of(store);
                if (!now.equals(told)) {
                    spec.commandLine().getOut().println(now.line());
                    spec.commandLine().getOut().flush();
                    told = now;
                }
            }
        } catch (InterruptedException stopped) {
            // The process ends normally: the server is closed next.
        } finally {
            opened.ifPresent(OpenedPage::close);
        }
    }
}
