/**
 * The command line: nouns and verbs, results on stdout, progress on stderr, exit codes. Reads like the manual; what the
 * commands do lives in the packages they call. Start with {@link org.facies.cli.Main}.
 */
package org.facies.cli;
