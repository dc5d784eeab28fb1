package org.facies.serve.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium. Its driver is started once for all tests of a process, because that takes seconds. */
final class Chromium {
    private static final Path PROGRAM = Path.of(System.getProperty("facies.chromium", "/usr/bin/chromium"));

    private Chromium() {}

    /** Started when it is first asked for. */
    private static final class Driver {
        private static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final Browser SHARED = start();

        private static Browser start() {
            return PLAYWRIGHT
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(PROGRAM)
                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        }
    }

    /** The browser that tests share; each makes its own context. */
    static Browser shared() {
        require();
        return Driver.SHARED;
    }

    /** A browser of its own process, to be killed. */
    static Browser another() {
        require();
        return Driver.start();
    }

    private static void require() {
        boolean isThere = Files.isExecutable(PROGRAM);
        if (!isThere) {
            System.err.println("NO BROWSER TEST RUNS: there is no " + PROGRAM
                    + ". Install the package chromium, or name one with -Dfacies.chromium=PATH.");
        }
        assumeTrue(isThere, "Chromium is there");
    }
}
