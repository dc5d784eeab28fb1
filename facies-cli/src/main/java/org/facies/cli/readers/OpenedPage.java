package org.facies.cli.readers;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.file.AtomicFile;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;

/**
 * A local page that forwards to a link. A browser is started with this page instead of the link, so that the link does
 * not appear in the list of processes, which other users of this machine can see.
 */
final class OpenedPage implements AutoCloseable {
    private final Path page;

    private OpenedPage(Path page) {
        this.page = page;
    }

    /**
     * Opens a link in the browser.
     *
     * @param folder a folder that only the owner can read
     * @throws BadInput if this machine has no browser to open
     */
    static OpenedPage of(Path folder, String link) {
        if (GraphicsEnvironment.isHeadless() || !Desktop.isDesktopSupported()) {
            throw new BadInput("--open", "", "finds no browser on this machine", "Leave it out, and copy the link.");
        }
        Path page = folder.resolve("open.html");
        AtomicFile.write(
                page,
                "<!DOCTYPE html><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\">"
                        + "<meta http-equiv=\"refresh\" content=\"0; url=" + link + "\"><title>Facies</title>");
        try {
            Desktop.getDesktop().browse(page.toUri());
        } catch (IOException refusal) {
            throw FileRefusal.reading(page, refusal, "Leave out --open, and copy the link.");
        }
        return new OpenedPage(page);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(page);
        } catch (IOException refusal) {
            throw FileRefusal.writing(page, refusal);
        }
    }
}
