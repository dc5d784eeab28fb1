/**
 * The pages of a reader study as HTML: templates of {@code src/main/jte}, texts by language, and the style sheet and
 * scripts that they need ({@code asset}). The server and the packs render the same parts. Imports {@code web.view},
 * whose records it renders, and {@code schema}. Start with {@link org.facies.serve.page.HtmlPages}.
 */
package org.facies.serve.page;
