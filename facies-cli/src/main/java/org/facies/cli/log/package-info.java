/**
 * Sends the log lines of this process to their places: the lines of a run to its {@code facies.log}, warnings of
 * libraries to the terminal. Imports {@code run} and {@code file}. No other package depends on the backend of slf4j.
 * Start with {@code RunLogWriter}.
 */
package org.facies.cli.log;
