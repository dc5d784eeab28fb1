/**
 * The process at its terminal: what it asks, its progress, its interruption, where its results go. Imports
 * {@code cli.command} for exit codes, {@code cli.table} for the width, and {@code model} for licences. Start with
 * {@link org.facies.cli.terminal.ConsoleProgress}.
 */
package org.facies.cli.terminal;
