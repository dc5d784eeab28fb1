/**
 * What a command is, whatever it does: exit codes, the version, a group of commands, the command to give next. Imports
 * nothing of Facies. Start with {@link org.facies.cli.command.CommandGroup}.
 */
package org.facies.cli.command;
