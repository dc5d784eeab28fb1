/**
 * The command line: nouns and verbs, results on stdout, progress on stderr, exit codes. Reads like the manual; what the
 * commands do lives in the packages they call. Verbs of one noun lie in {@code cohort}, {@code model} and
 * {@code study}; what commands share, in {@code command}, {@code option}, {@code table} and {@code terminal}, which
 * import no command. Start with {@link org.facies.cli.Main}.
 */
package org.facies.cli;
