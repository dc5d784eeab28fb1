/**
 * The command line: nouns and verbs, results on stdout, progress on stderr, exit codes. The commands read like the
 * manual; the packages that they call do the work. Each noun has a package, such as {@code cohort}, {@code model} and
 * {@code study}. What commands share is in {@code command}, {@code option}, {@code table} and {@code terminal}, which
 * import no command. Start with {@link org.facies.cli.Main}.
 */
package org.facies.cli;
