package org.facies.serve.page;

import org.facies.serve.web.view.ReadingSettings;

/**
 * What a pack's page shows before it is opened.
 *
 * @param reader the short name
 * @param until when it can no longer be used, for people
 * @param header of the pack, JSON for the page's script
 */
public record PackPage(
        String language, String study, String reader, ReadingSettings settings, String until, String header) {}
