package org.facies.serve.web.view;

import java.time.Instant;

/**
 * A new link of a reader. It is shown only once, since only its hash is stored. The page offers two texts to copy in
 * the reader's language, an invitation and a reminder; Facies sends no mail.
 *
 * @param reader the short name
 * @param language of the reader, for the texts
 * @param link the complete link, to copy
 * @param until the time at which it ends
 * @param again whether the reader had an earlier link, which is no longer valid
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
