/**
 * Options that several commands take, and what is checked of all options before a command begins. Imports
 * {@code cli.terminal} to ask, and what the options choose: zoo, workspace, device. Start with
 * {@link org.facies.cli.option.Machine}.
 */
package org.facies.cli.option;
