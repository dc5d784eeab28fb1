/**
 * Where log lines of this process go: the lines of a run into its {@code facies.log}, warnings of libraries to the
 * terminal. Imports {@code run} and {@code file}, and is the only package that knows which backend slf4j has. Start
 * with {@code RunLogWriter}.
 */
package org.facies.cli.log;
