package org.facies.serve.web.view;

import java.time.Instant;

/**
 * A new link of a reader, shown this once: only its hash is kept. The page offers two texts to copy in the reader's
 * language, an invitation and a reminder; nothing is mailed.
 *
 * @param reader the short name
 * @param language of the reader, for the texts
 * @param link whole, to copy
 * @param until when it ends
 * @param again whether the reader had a link before, which no longer works
 */
public record LinkPage(
        Frame frame,
        String reader,
        String language,
        String link,
        Instant until,
        boolean again,
        int complete,
        int total,
        int breakMinutes) {}
