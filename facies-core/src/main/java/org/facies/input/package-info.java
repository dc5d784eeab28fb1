/**
 * What went wrong with something the user gave us, as data ({@link org.facies.input.Problem}) and as the exception that
 * ends a command with exit code 2 ({@link org.facies.input.BadInput}). Imports nothing. Start with {@code Problem}.
 */
package org.facies.input;
