/**
 * The process at its terminal: what it asks, its progress, its interruption, where its results go. Imports
 * {@code cli.command} for exit codes. Start with {@link org.facies.cli.terminal.ConsoleProgress}.
 */
package org.facies.cli.terminal;
