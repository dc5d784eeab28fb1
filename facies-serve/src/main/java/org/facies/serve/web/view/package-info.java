/**
 * The content of the pages, as records: {@code web} fills them, {@code page} renders them as HTML, and the script of
 * the reading page receives {@link org.facies.serve.web.view.ReadingState} as JSON. No record contains a label of the
 * manifest, a subject or a file name. Imports {@code reading} only. Start with {@link org.facies.serve.web.view.Pages}.
 */
package org.facies.serve.web.view;
