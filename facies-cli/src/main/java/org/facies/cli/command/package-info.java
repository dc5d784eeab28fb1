/**
 * What all commands share: exit codes, the version, groups of commands, the command that comes next. Imports nothing of
 * Facies. Start with {@link org.facies.cli.command.CommandGroup}.
 */
package org.facies.cli.command;
