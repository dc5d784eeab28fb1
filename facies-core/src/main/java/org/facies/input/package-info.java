/**
 * What went wrong with something the user gave us, as data ({@link org.facies.input.Problem}) and as the exception that
 * ends a command with exit code 2 ({@link org.facies.input.BadInput}); what may have been meant ({@link
 * org.facies.input.Likeness}, {@link org.facies.input.Spelling}). Imports nothing. Start with {@code Problem}.
 */
package org.facies.input;
