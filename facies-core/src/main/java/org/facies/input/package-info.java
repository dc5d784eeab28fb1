/**
 * Wrong input from the user, as data ({@link org.facies.input.Problem}) and as an exception that ends a command with
 * exit code 2 ({@link org.facies.input.BadInput}). {@link org.facies.input.Likeness} and {@link
 * org.facies.input.Spelling} suggest what was meant. Imports nothing. Start with {@code Problem}.
 */
package org.facies.input;
