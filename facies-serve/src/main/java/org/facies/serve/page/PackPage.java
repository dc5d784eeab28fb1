package org.facies.serve.page;

import org.facies.serve.web.view.ReadingSettings;

/**
 * What the page of a pack shows before the passphrase is entered.
 *
 * @param reader the short name
 * @param until end of the time in which it can be used, as text
 * @param header of the pack, JSON for the page's script
 */
public record PackPage(
        String language, String study, String reader, ReadingSettings settings, String until, String header) {}
