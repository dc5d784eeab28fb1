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
            "Serves a reader study to browsers, until it is stopped (Ctrl-C). The first time it prepares the study:"
                    + " children are drawn, their faces cut out, and the model is asked.",
            "",
            "It prints a link for the researcher. Behind it readers are added, each gets a personal link to be sent to"
                    + " them, and everyone's progress is seen. Whoever has a link can use it: send it as you would send"
                    + " a password.",
            "",
            "Only browsers on this machine reach the server. For other machines give a certificate and its key, or put"
                    + " a proxy with TLS in front of it and name the address of the proxy.",
            "",
            "An answer is on this machine's disk before the reader sees \"saved\". Stopped or killed, the same command"
                    + " goes on with everything that was answered; readers' links stay the same."
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
            description = "the port to listen on; 0 for any that is free (default: ${DEFAULT-VALUE})")
    @Bounds(least = 0, most = MOST_PORTS, remedy = "Leave it out for 8642.")
    private int port;

    @Mixin
    private ExposureOptions exposure;

    @Option(names = "--open", description = "open the researcher's page in this machine's browser")
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
        terminal.println("Serving at " + address + "; answers are kept in " + folder);
        terminal.println("The researcher's link, for you alone: " + link);
        terminal.println("Stop with Ctrl-C.");
        terminal.flush();
    }

    /** Tells progress until the process is told to end, which interrupts this thread. */
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
            // The process ends in good order: the server is closed next.
        } finally {
            opened.ifPresent(OpenedPage::close);
        }
    }
}
