/**
 * Options that several commands share, and the checks of all options before a command begins. Imports
 * {@code cli.terminal} to ask the user, and what the options choose: zoo, workspace, device. Start with
 * {@link org.facies.cli.option.Machine}.
 */
package org.facies.cli.option;
