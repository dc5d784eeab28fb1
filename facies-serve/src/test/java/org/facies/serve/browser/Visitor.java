package org.facies.serve.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;

/** A person with a browser, who uses keys alone. What goes wrong in the page is kept. */
final class Visitor {
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    Visitor(BrowserContext context) {
        page = context.newPage();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                faults.add(message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    List<String> faults() {
        return faults;
    }

    /** Opens a personal link and continues. */
    void enter(String link) {
        page.navigate(link);
        settle();
        page.focus("button.main");
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/i/"));
    }

    /** What a page received can no longer be asked for once it shows another one. */
    private void settle() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Fills in the form on the reader's experience. */
    void tellExperience() {
        settle();
        page.focus("#years");
        page.keyboard().type("12");
        page.keyboard().press("Tab");
        page.keyboard().type("paediatric cardiology");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        page.waitForSelector("#faces img");
    }
}
