/**
 * What a page shows, as records: {@code web} fills them, {@code page} renders them as HTML, and the reading page's
 * script receives {@link org.facies.serve.web.view.ReadingState} as JSON. Nothing here holds a label of the manifest, a
 * subject or a file name. Imports {@code reading} only. Start with {@link org.facies.serve.web.view.Pages}.
 */
package org.facies.serve.web.view;
