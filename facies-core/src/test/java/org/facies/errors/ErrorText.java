package org.facies.errors;

/**
 * An error that Facies can print, with placeholders for what depends on the input.
 *
 * @param file of the sources, from the module's folder on
 * @param where file, row, key or option
 * @param what what is wrong, with the value in front where one is shown
 * @param remedy what to do about it; empty where the message says it itself
 */
record ErrorText(String file, String where, String what, String remedy) {}
